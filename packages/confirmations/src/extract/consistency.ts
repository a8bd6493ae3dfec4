import { daysBetween, type Evidence, type Product, type TradeField } from '@trade-matching/domain';
import type { FoundFields } from './found-fields.ts';
import { checkMaturity } from './maturity.ts';
import { checkSaidNotional } from './sentences/second-values.ts';
import { checkTitle } from './title-terms.ts';
import { isDoubtful, type ReadingContext, WHY } from './values/readers.ts';

/** Amounts of an exchange are rounded, and a rate is printed to a few decimals. */
const ROUNDING = 0.005;
/** A backdated start and a trade that is booked late are usual within this. */
const BACKDATED_DAYS = 366;

const IS_EXCHANGE: ReadonlySet<Product> = new Set(['FX_FORWARD', 'FX_SWAP', 'NON_DELIVERABLE_FORWARD']);

/** Holds the trade's values against each other and against what sentences and the title say of them. */
export function checkTrade(
  found: FoundFields,
  { product, prose, title }: { readonly product: Product; readonly prose: string; readonly title: string },
  context: ReadingContext,
): void {
  leaveDoubtful(found);
  checkMaturity(found, product);
  checkConsistency(found, product);
  checkSaidNotional(found, prose, context);
  checkTitle(found, title);
}

/** A page of legs reads its cells by its own rules: what makes another value of a word is looked for there as well. */
function leaveDoubtful(found: FoundFields): void {
  const all = Object.entries(found.evidence) as [TradeField, Evidence][];
  for (const [field, { label, literal, line, page }] of all) {
    // A cell of several terms says of one of them what a negation is about.
    const isAlone = !all.some(
      ([other, its]) => other !== field && its.literal === literal && its.line === line && its.page === page,
    );
    if (label === 'text' || !isAlone || !isDoubtful(field, literal)) continue;
    found.drop(field);
    found.leaveUnread({ kind: 'unread', field, code: 'UNREAD_VALUE', why: WHY.not }, { label, value: literal });
  }
}

/**
 * Holds values against each other that were read each for itself: what cannot be together was read from a wrong place, or is
 * printed wrong, and a person has to look. Nothing is changed.
 */
export function checkConsistency(found: FoundFields, product: Product): void {
  const flag = (field: TradeField, message: string) => {
    if (found.flags.some((other) => other.code === 'CONTRADICTION' && other.field === field)) return;
    found.flag({ code: 'CONTRADICTION', severity: 'review', field, message });
  };
  const [one, other] = [found.get('currency'), found.get('currency_2')];
  if (one !== undefined && one === other) flag('currency_2', `both amounts of the exchange are in ${one}`);
  if (IS_EXCHANGE.has(product)) {
    checkRate(found, flag, ['notional', 'notional_2', 'fx_rate']);
    checkRate(found, flag, ['far_notional', 'far_notional_2', 'far_fx_rate']);
  }
  for (const [earlier, later] of ORDER) {
    const [from, to] = [found.get(earlier), found.get(later)];
    if (from === undefined || to === undefined || daysBetween(from, to) >= leeway(earlier, later)) continue;
    flag(later, `${spoken(later)} is ${to}, before ${spoken(earlier)}, ${from}`);
  }
}

/** Dates of which the second cannot be before the first. */
const ORDER: readonly (readonly [TradeField, TradeField])[] = [
  ['trade_date', 'settlement_date'],
  ['trade_date', 'termination_date'],
  ['trade_date', 'expiry_date'],
  ['trade_date', 'fixing_date'],
  ['trade_date', 'effective_date'],
  ['fixing_date', 'settlement_date'],
  ['expiry_date', 'settlement_date'],
  ['settlement_date', 'far_settlement_date'],
];

const leeway = (earlier: TradeField, later: TradeField) =>
  earlier === 'trade_date' && later === 'effective_date' ? -BACKDATED_DAYS : 0;

const spoken = (field: TradeField) => `the ${field.replaceAll('_', ' ')}`;

function checkRate(
  found: FoundFields,
  flag: (field: TradeField, message: string) => void,
  [base, quote, rate]: readonly [TradeField, TradeField, TradeField],
): void {
  const [amount, counter, price] = [base, quote, rate].map((field) => Number(found.get(field)));
  if (!amount || !counter || !price) return;
  const fits = (from: number, to: number) => Math.abs(from * price - to) <= to * ROUNDING;
  if (fits(amount, counter) || fits(counter, amount)) return;
  flag(rate, `${spoken(base)} of ${amount} and ${spoken(quote)} of ${counter} are not at a rate of ${price}`);
}
