import type { TradeField } from '@trade-matching/domain';
import type { FoundFields } from './found-fields.ts';
import { canonicalLabel } from './labels.ts';
import type { Entry } from './layout/entry.ts';
import { matchesOf } from './matches-of.ts';
import { reference } from './values/readers.ts';

/** Fields of which one trade has one value. */
const ONE_A_TRADE: readonly TradeField[] = [
  'trade_date',
  'effective_date',
  'termination_date',
  'settlement_date',
  'expiry_date',
  'notional',
  'notional_2',
  'fixed_rate',
  'fx_rate',
  'strike_price',
  'quantity',
  'fixed_price',
  'currency',
  'call_amount',
];
/** One value in two places may be a slip of the pen; so many are another trade. */
const ANOTHER_TRADE = 3;

/** What says that a file confirms several trades: references of its own under one label, or terms that all differ. */
export function signsOfSeveralTrades(found: FoundFields, entries: readonly Entry[], prose: string): string | undefined {
  const byLabel = new Map<string, Set<string>>();
  const note = (label: string, value: string) => {
    if (value !== '') byLabel.set(label, (byLabel.get(label) ?? new Set()).add(value));
  };
  // Under different labels, `Our Reference` and `Trade ID`, one trade has references of two systems.
  for (const { label, value } of entries) {
    const plain = canonicalLabel(label);
    if (OWN_REFERENCE.test(plain)) note(plain, referenceIn(value));
  }
  for (const { 1: value = '', index } of matchesOf(prose, OWN_REFERENCE_IN_PROSE)) {
    if (!OF_AN_EARLIER_TRADE.test(prose.slice(Math.max(0, index - 90), index).replace(/\bNo\./g, 'No')))
      note('prose', value);
  }
  const several = [...byLabel.values()].find(({ size }) => size > 1);
  if (several) return [...several].join(', ');
  const differing = found.flags.filter(
    (flag) =>
      flag.code === 'CONTRADICTION' &&
      flag.field !== undefined &&
      ONE_A_TRADE.includes(flag.field) &&
      !found.isBeside(flag),
  );
  return differing.length >= ANOTHER_TRADE
    ? `its ${differing.map(({ field = '' }) => String(field).replaceAll('_', ' ')).join(', ')} differ`
    : undefined;
}

const OF_AN_EARLIER_TRADE =
  /\b(?:replac\w+|supersed\w+|previous|prior|earlier|original|cancel\w*|amend\w*|instead of|transactions?|related|together|and)\b[^.;]*$/i;
const OWN_REFERENCE_IN_PROSE = /\bour ref(?:erence)?\b[\s.:]*(?:no\.?\s*)?([A-Z0-9][\w./-]*\d[\w./-]*)/gi;
const OWN_REFERENCE =
  /^(?:our reference(?: number)?|our deal(?: number| reference)?|our trade id|our transaction reference|trade id|trade reference|trade number|deal number|deal reference|transaction reference|contract number|confirmation number)$/;

function referenceIn(value: string): string {
  const reading = reference('trade_id')(value, {
    slashOrder: undefined,
    decimalMark: undefined,
    party: () => undefined,
  });
  return (reading.kind === 'fields' && reading.fields.trade_id) || '';
}
