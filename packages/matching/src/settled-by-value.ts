import { FIELD_KINDS, type OtherTerm, type Trade, type TradeField } from '@trade-matching/domain';
import { compareField } from './compare-field.ts';
import { saysAnother } from './qualified-labels.ts';
import type { Side } from './side.ts';

export interface SettledByValue {
  /** Fields that the side states after all, under labels that are in no list. */
  readonly stated: ReadonlySet<TradeField>;
  /** The terms that state them. */
  readonly terms: ReadonlySet<OtherTerm>;
}

type Possible = NonNullable<OtherTerm['may_be']>[number];

/**
 * Which of the fields that a side lacks it states under a label that is in no list: the literal, read whole by the field's
 * own reader, is what the other side says. What could be another missing field that the other side states otherwise is
 * left: which leg's frequency `quarterly` is, its value does not tell. Dates are told apart by their values. So is a value
 * whose label says that it is of something else: a deferred premium, a last fixing.
 *
 * @param missing fields that the other side alone states
 */
export function settleByValue(own: Side, other: Side, missing: readonly TradeField[]): SettledByValue {
  const stated = new Set<TradeField>();
  const terms = new Set<OtherTerm>();
  const open = new Set(missing);
  const fits = (own.other_terms ?? []).flatMap((term) => {
    const fitting = (term.may_be ?? []).filter(
      (fields) => isStatedBy(fields, open, own.trade, other.trade) && !isOfAnother(term, fields, open, other),
    );
    return fitting.length > 0 && isCertain(term, fitting, open, other.trade) ? [{ term, fitting }] : [];
  });
  for (const { term, fitting } of fits) {
    // One date on the page is not two: each needs a term of its own.
    const alike = fits.filter((each) => JSON.stringify(each.fitting) === JSON.stringify(fitting)).length;
    if (alike < fitting.length && !fitting.every(isOfBothLegs)) continue;
    terms.add(term);
    for (const field of fitting.flatMap((fields) => Object.keys(fields) as TradeField[])) {
      if (open.has(field)) stated.add(field);
    }
  }
  return { stated, terms };
}

/** How often, and by which day count: printed once, it is said of both legs. */
const isOfBothLegs = (fields: Possible): boolean =>
  (Object.keys(fields) as TradeField[]).every((field) => /^(?:frequency|day-count)$/.test(FIELD_KINDS[field]));

/** All that the reading gives is what the other side says, and something of it is missing on this side. */
function isStatedBy(fields: Possible, open: ReadonlySet<TradeField>, own: Trade, other: Trade): boolean {
  const given = Object.keys(fields) as TradeField[];
  return given.some((field) => open.has(field)) && given.every((field) => isEqual(field, { ...own, ...fields }, other));
}

/** The label says of what the value is, and it is none of the fields that are missing. */
function isOfAnother({ label }: OtherTerm, fields: Possible, open: ReadonlySet<TradeField>, other: Side): boolean {
  return (Object.keys(fields) as TradeField[]).some((field) => open.has(field) && saysAnother(label, field, other));
}

function isEqual(field: TradeField, own: Trade, other: Trade): boolean {
  return other[field] !== undefined && compareField(field, own, other, { kind: 'exact' }).verdict === 'EQUAL';
}

/** No other missing field, that the other side states otherwise, could be what the term states. */
function isCertain(
  { may_be = [] }: OtherTerm,
  fitting: readonly Possible[],
  open: ReadonlySet<TradeField>,
  other: Trade,
): boolean {
  const taken = new Set(fitting.flatMap((fields) => Object.keys(fields)));
  return may_be.every((fields) =>
    (Object.keys(fields) as TradeField[]).every(
      (field) => !open.has(field) || taken.has(field) || FIELD_KINDS[field] === 'date' || other[field] === undefined,
    ),
  );
}
