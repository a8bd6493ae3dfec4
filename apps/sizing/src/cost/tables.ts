import { markdownTable } from '../markdown.ts';
import { ASSUMPTIONS, usageOf } from './per-document.ts';
import { monthlyUsage } from './per-month.ts';
import { dollars, PRICES, PRICES_OF } from './prices.ts';
import { NAIVE, OURS, type Usage } from './usage.ts';

const MILLION = 1_000_000;

const costOf = ({ price, quantity }: Usage) => dollars(price, quantity);
const total = (usages: readonly Usage[]) => usages.reduce((sum, usage) => sum + costOf(usage), 0);
const usd = (value: number) => `$${value.toFixed(2)}`;

/** Dollars per million documents, of a design. */
export function perMillion(design = OURS): number {
  return total(usageOf(design, MILLION));
}

/** Dollars a month, whatever comes. */
export function perMonth(): number {
  return total(monthlyUsage());
}

/** Each thing that is used by a million documents, here and in the naive design. */
export function perMillionTable(): string {
  const naive = usageOf(NAIVE, MILLION);
  const rows = usageOf(OURS, MILLION).map((usage, index) => {
    const theirs = naive[index];
    return [usage.service, usage.what, amount(usage.quantity), usd(costOf(usage)), theirs ? usd(costOf(theirs)) : ''];
  });
  const totals = ['**all**', '', '', `**${usd(perMillion(OURS))}**`, `**${usd(perMillion(NAIVE))}**`];
  return markdownTable(['service', 'what', 'quantity', 'this system', 'naive'], [...rows, totals], 2);
}

export function perMonthTable(): string {
  const rows = monthlyUsage().map((usage) => [usage.service, usage.what, amount(usage.quantity), usd(costOf(usage))]);
  return markdownTable(
    ['service', 'what', 'quantity', 'a month'],
    [...rows, ['**all**', '', '', `**${usd(perMonth())}**`]],
    2,
  );
}

/** What a month costs at some volumes. */
export function monthTable(): string {
  const rows = [0.1, 1, 10, 100].map((millions) => [
    `${amount(millions * MILLION)}`,
    usd(perMonth() + millions * perMillion(OURS)),
    usd(perMonth() + millions * perMillion(NAIVE)),
  ]);
  return markdownTable(['documents a month', 'this system', 'naive'], rows, 0);
}

export function pricesTable(): string {
  const rows = Object.values(PRICES).map(({ usd: value, per, unit, source }) => [
    unit,
    `$${value} for ${per.toLocaleString('en-US')}`,
    `<${source}>`,
  ]);
  return markdownTable([`${PRICES_OF.region}, ${PRICES_OF.asOf}`, 'price', 'source'], rows, 3);
}

export function costTables(): Readonly<Record<string, string>> {
  return {
    'per-million': perMillionTable(),
    'per-month': perMonthTable(),
    months: monthTable(),
    assumptions: markdownTable(
      ['assumption', 'value'],
      Object.entries(ASSUMPTIONS).map(([name, value]) => [`\`${name}\``, String(value)]),
      1,
    ),
    prices: pricesTable(),
  };
}

function amount(quantity: number): string {
  const digits = quantity >= 100 ? 0 : 1;
  return quantity.toLocaleString('en-US', { minimumFractionDigits: 0, maximumFractionDigits: digits });
}
