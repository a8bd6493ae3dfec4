import { daysBetween, daysInMonth, type Product, type TradeField } from '@trade-matching/domain';
import type { FoundFields } from './found-fields.ts';
import { readTenor } from './values/terms.ts';

/** Business day adjustments move a date by less than this. */
const ADJUSTMENT_DAYS = 7;

/**
 * Holds the maturity against what else the document says of it: the tenor printed beside it and the legs' final
 * payments. Where those agree with each other and not with the date, their date is inferred, the printed one kept as
 * `termination_date_literal`, and the document flagged: silently taking either would be wrong.
 */
export function checkMaturity(found: FoundFields, product: Product): void {
  inferMaturity(found, product);
  const [effective, printed] = [found.get('effective_date'), found.get('termination_date')];
  if (effective === undefined || printed === undefined) return;
  const literal = found.evidence.termination_date?.literal ?? '';
  const tenor = found.get('tenor') ?? readTenor(/\(([^)]*)\)/.exec(literal)?.[1] ?? '');
  if (tenor !== undefined && found.get('tenor') === undefined) {
    const evidence = found.evidence.termination_date;
    if (evidence) found.add('tenor', tenor, { ...evidence, value: literal });
  }
  const byTenor = tenor === undefined ? undefined : addTenor(effective, tenor);
  const finals = (
    ['fixed_final_payment_date', 'floating_final_payment_date'] as const satisfies readonly TradeField[]
  ).flatMap((field) => found.get(field) ?? []);
  const witnesses = [...(byTenor === undefined ? [] : [byTenor]), ...finals];
  const doubtful = printed <= effective || witnesses.some((date) => apart(date, printed));
  if (!doubtful) return;
  const [meant] = finals.length > 0 ? finals : witnesses;
  const agree = meant !== undefined && witnesses.every((date) => !apart(date, meant)) && meant > effective;
  found.flag({
    code: 'MATURITY_DATE_MISMATCH',
    severity: 'review',
    field: 'termination_date',
    message: agree
      ? `the maturity is printed as "${literal}", but ${reasons(byTenor, tenor, finals)} say ${meant}`
      : `the maturity is printed as "${literal}", which the document's other dates contradict (effective ${effective}${witnesses.length ? `, elsewhere ${witnesses.join(', ')}` : ''})`,
  });
  if (agree) {
    found.values.termination_date_literal = printed;
    found.infer('termination_date', meant, `${reasons(byTenor, tenor, finals)} say ${meant}; printed is ${printed}`);
  }
}

/** Swaps that end as many years after they begin as their tenor says. */
const BY_TENOR: ReadonlySet<Product> = new Set([
  'INTEREST_RATE_SWAP',
  'BASIS_SWAP',
  'CROSS_CURRENCY_SWAP',
  'CAP_FLOOR',
]);

/** A document that gives the start and the tenor says when the swap ends, unless that day is at a weekend. */
function inferMaturity(found: FoundFields, product: Product): void {
  const [effective, tenor] = [found.get('effective_date'), found.get('tenor')];
  if (!BY_TENOR.has(product) || effective === undefined || tenor === undefined) return;
  if (found.get('termination_date') !== undefined || found.unclear.has('termination_date')) return;
  const end = addTenor(effective, tenor);
  if (end === undefined || new Date(`${end}T00:00:00Z`).getUTCDay() % 6 === 0) return;
  found.infer('termination_date', end, `the tenor of ${tenor} from ${effective}`);
}

function reasons(byTenor: string | undefined, tenor: string | undefined, finals: readonly string[]): string {
  const parts = [
    ...(byTenor === undefined ? [] : [`the tenor of ${tenor}`]),
    ...(finals.length === 0 ? [] : [finals.length > 1 ? 'the final payments of both legs' : 'the final payment']),
  ];
  return parts.join(' and ');
}

function apart(a: string, b: string): boolean {
  return Math.abs(daysBetween(a, b)) > ADJUSTMENT_DAYS;
}

/** Adds `5Y`, `18M`, `2W`, `90D` to an ISO date; the end of a shorter month stays in it. */
export function addTenor(isoDate: string, tenor: string): string | undefined {
  const match = /^(\d+)([DWMY])$/.exec(tenor);
  if (!match) return undefined;
  const count = Number(match[1]);
  const [year = 0, month = 1, day = 1] = isoDate.split('-').map(Number);
  if (match[2] === 'D' || match[2] === 'W') {
    return new Date(Date.UTC(year, month - 1, day + count * (match[2] === 'W' ? 7 : 1))).toISOString().slice(0, 10);
  }
  const months = month - 1 + count * (match[2] === 'Y' ? 12 : 1);
  const [newYear, newMonth] = [year + Math.floor(months / 12), (months % 12) + 1];
  const newDay = Math.min(day, daysInMonth(newYear, newMonth));
  return `${newYear}-${String(newMonth).padStart(2, '0')}-${String(newDay).padStart(2, '0')}`;
}

const MONTHS_APART: Readonly<Record<string, number>> = { MONTHLY: 1, QUARTERLY: 3, SEMI_ANNUAL: 6, ANNUAL: 12 };
/** A day that is no business day is rolled by at most so many days. */
const MOST_ROLL = 3;

/** Whether a date is one such period, `QUARTERLY`, after another, or on one of the days that a holiday moves it to. */
export function isOnePeriodAfter(from: string, date: string, frequency: string): boolean {
  const months = MONTHS_APART[frequency];
  const due = months === undefined ? undefined : addTenor(from, `${months}M`);
  const late = due === undefined ? -1 : daysBetween(due, date);
  return late >= 0 && late <= MOST_ROLL;
}
