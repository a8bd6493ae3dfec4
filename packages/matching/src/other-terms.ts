import type { OtherTerm, OtherTermDifference, TradeField } from '@trade-matching/domain';
import { normaliseText } from './normalise-text.ts';
import { isNone, printedValue } from './printed-value.ts';
import { areRelated, isRestated, relationTo } from './related-terms.ts';
import type { Side } from './side.ts';

/** A term that one side alone states as a field. */
export interface OneSidedField {
  readonly field: TradeField;
  readonly side: 'bank' | 'counterparty';
}

export interface OtherTermsComparison {
  readonly differences: readonly OtherTermDifference[];
  /** One-sided fields that the other side states after all, in a term that is none of its fields. */
  readonly stated: ReadonlySet<TradeField>;
}

const NOTHING: OtherTermsComparison = { differences: [], stated: new Set() };

/**
 * Compares what both documents print besides the fields (R2): by label, then what is left over by value where the labels
 * share a word, then with the fields that the other side has. What both print under one label and differs is a
 * difference; what one alone prints is one if it is economic.
 */
export function compareOtherTerms(
  bank: Side,
  counterparty: Side,
  oneSided: readonly OneSidedField[],
  ignored: ReadonlySet<string>,
): OtherTermsComparison {
  const ours = compared(bank, ignored);
  const theirs = compared(counterparty, ignored);
  if (ours.length === 0 && theirs.length === 0) return NOTHING;
  const left = { bank: [] as OtherTerm[], counterparty: [] as OtherTerm[] };
  const differences: OtherTermDifference[] = [];
  const keys = new Set([...ours, ...theirs].map(({ key }) => key));
  for (const key of keys) {
    const [a, b] = withoutEqual(ofKey(ours, key), ofKey(theirs, key));
    const pairs = Math.min(a.length, b.length);
    for (let i = 0; i < pairs; i++) differences.push(differenceOf(a[i], b[i]));
    left.bank.push(...a.slice(pairs));
    left.counterparty.push(...b.slice(pairs));
  }
  const [onlyOurs, onlyTheirs] = withoutRelated(left.bank, left.counterparty);
  const stated = new Set<TradeField>();
  for (const [terms, own, other, side] of [
    [onlyOurs, bank, counterparty, 'bank'],
    [onlyTheirs, counterparty, bank, 'counterparty'],
  ] as const) {
    const missing = oneSided.filter((one) => one.side !== side).map(({ field }) => field);
    for (const term of terms) {
      if (isNone(term.literal)) continue;
      const relation = relationTo(term, missing, other);
      if (relation?.verdict === 'EQUAL') for (const field of relation.fields) stated.add(field);
      else if (relation) differences.push(differenceFrom(term, side, relation.literal));
      else if (term.economic && !isRestated(term, own, other)) differences.push(differenceFrom(term, side));
    }
  }
  return { differences, stated };
}

function compared({ other_terms = [] }: Side, ignored: ReadonlySet<string>): readonly OtherTerm[] {
  if (ignored.size === 0) return other_terms;
  return other_terms.filter(({ key, label }) => !ignored.has(key) && !ignored.has(normaliseText(label)));
}

function ofKey(terms: readonly OtherTerm[], key: string): OtherTerm[] {
  return terms.filter((term) => term.key === key);
}

/** What is left of both when each that has an equal on the other side is taken out with it. */
function withoutEqual(ours: readonly OtherTerm[], theirs: readonly OtherTerm[]): [OtherTerm[], OtherTerm[]] {
  return withoutPairs(ours, theirs, ({ literal }, other) => {
    return literal === other.literal || printedValue(literal) === printedValue(other.literal);
  });
}

/** Labels that share a word and equal values: one term under two names. */
function withoutRelated(ours: readonly OtherTerm[], theirs: readonly OtherTerm[]): [OtherTerm[], OtherTerm[]] {
  return withoutPairs(
    ours,
    theirs,
    (term, other) => areRelated(term.key, other.key) && printedValue(term.literal) === printedValue(other.literal),
  );
}

function withoutPairs(
  ours: readonly OtherTerm[],
  theirs: readonly OtherTerm[],
  isPair: (ours: OtherTerm, theirs: OtherTerm) => boolean,
): [OtherTerm[], OtherTerm[]] {
  const left = [...theirs];
  const alone = ours.filter((term) => {
    const at = left.findIndex((other) => isPair(term, other));
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  return [alone, left];
}

function differenceOf(bank: OtherTerm | undefined, counterparty: OtherTerm | undefined): OtherTermDifference {
  return {
    key: bank?.key ?? '',
    label: bank?.label ?? '',
    bank: bank?.literal ?? '',
    counterparty: counterparty?.literal ?? '',
    verdict: 'DIFFERENT',
  };
}

/** @param other the literal of the other side's field that is the same term */
function differenceFrom(
  { key, label, literal }: OtherTerm,
  side: OneSidedField['side'],
  other?: string,
): OtherTermDifference {
  const otherSide = side === 'bank' ? 'counterparty' : 'bank';
  if (other === undefined) return { key, label, [side]: literal, verdict: 'ONE_SIDED' };
  return { key, label, [side]: literal, [otherSide]: other, verdict: 'DIFFERENT' };
}
