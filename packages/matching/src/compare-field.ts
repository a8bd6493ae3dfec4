import {
  daysBetween,
  FIELD_KINDS,
  type FieldKind,
  isIsoDate,
  type Trade,
  type TradeField,
  type Verdict,
} from '@trade-matching/domain';
import { Big } from 'big.js';
import { relateNames } from './name-variant.ts';
import type { Tolerance } from './profile.ts';
import { isSameTerm } from './same-term.ts';
import { compareSchedules } from './schedule.ts';
import { isDescribedOtherwise } from './security-identifier.ts';
import { sharesApart } from './share-name.ts';

/** The kinds whose values are numbers. */
export const DECIMAL_KINDS: ReadonlySet<FieldKind> = new Set<FieldKind>([
  'amount',
  'decimal',
  'quantity',
  'percent',
  'basis-points',
]);
const DECIMAL = /^-?\d+(\.\d+)?$/;

export interface FieldComparison {
  readonly verdict: Exclude<Verdict, 'NOT_COMPARED'>;
  /** By how much, for a person. */
  readonly delta?: string;
  /**
   * A person decides: nothing but their legal form tells two names apart, or one identifier stands beside two names or
   * descriptions.
   */
  readonly forReview?: 'LEGAL_FORM' | 'DESCRIPTION';
}

/**
 * Compares one field that both sides print; neither side is the measure of the other. The trades are given for the
 * identifiers that a name's tolerance asks for.
 */
export function compareField(
  field: TradeField,
  bank: Trade,
  counterparty: Trade,
  tolerance: Tolerance,
): FieldComparison {
  const [ours, theirs] = [bank[field] ?? '', counterparty[field] ?? ''];
  if (ours === theirs) return { verdict: 'EQUAL' };
  const kind = FIELD_KINDS[field];
  if (DECIMAL_KINDS.has(kind)) {
    // What is no plain decimal is not guessed at: stripped of punctuation, -.25 would be .25.
    if (!DECIMAL.test(ours) || !DECIMAL.test(theirs)) return { verdict: 'DIFFERENT' };
    return compareDecimals(new Big(ours), new Big(theirs), kind, tolerance);
  }
  if (kind === 'date') return compareDates(ours, theirs, tolerance);
  if (kind === 'schedule') return compareSchedules(field, bank, counterparty);
  if (isSameTerm(field, ours, theirs)) {
    const forReview = apartBesideIdentifier(field, ours, theirs);
    return forReview === undefined ? { verdict: 'EQUAL' } : { verdict: 'DIFFERENT', forReview };
  }
  if (tolerance.kind !== 'name-variant') return { verdict: 'DIFFERENT' };
  const identified = identify(tolerance.identifier, bank, counterparty);
  // An obligation may be a subsidiary's, which its name alone tells.
  const isExact = !tolerance.identifier.includes('reference_obligation');
  return compareNames(ours, theirs, identified, isExact);
}

/** Whether an identifier says that two names are one's: the first that both sides print decides. */
function identify(identifiers: readonly TradeField[], bank: Trade, counterparty: Trade): 'one' | 'two' | 'unknown' {
  const said = identifiers.map((identifier) => {
    const [ours, theirs] = [bank[identifier], counterparty[identifier]];
    if (ours === undefined || theirs === undefined) return 'unknown';
    return isSameTerm(identifier, ours, theirs) ? 'one' : 'two';
  });
  return said.find((answer) => answer === 'one') ?? said.find((answer) => answer === 'two') ?? 'unknown';
}

/** What two texts that name one security say of it besides, and do not agree on. */
export function apartBesideIdentifier(field: TradeField, ours: string, theirs: string): FieldComparison['forReview'] {
  if (field === 'underlier') return sharesApart(ours, theirs);
  return field === 'reference_obligation' && isDescribedOtherwise(ours, theirs) ? 'DESCRIPTION' : undefined;
}

/** @param isExact the identifier is of the company itself */
function compareNames(
  ours: string,
  theirs: string,
  identified: 'one' | 'two' | 'unknown',
  isExact: boolean,
): FieldComparison {
  const relation = relateNames(ours, theirs);
  if (relation === 'other' || identified === 'two') return { verdict: 'DIFFERENT' };
  if (relation === 'same') return { verdict: 'WITHIN_TOLERANCE' };
  if (identified === 'one' && relation === 'longer' && !isExact)
    return { verdict: 'DIFFERENT', forReview: 'DESCRIPTION' };
  if (identified === 'one' && relation !== 'other-form') return { verdict: 'WITHIN_TOLERANCE' };
  if (relation === 'variant' || relation === 'longer') return { verdict: 'DIFFERENT' };
  return { verdict: 'DIFFERENT', forReview: 'LEGAL_FORM' };
}

function compareDecimals(ours: Big, theirs: Big, kind: FieldKind, tolerance: Tolerance): FieldComparison {
  const apart = ours.minus(theirs).abs();
  if (apart.eq(0)) return { verdict: 'EQUAL' };
  const within = apart.lte(allowed(ours, theirs, kind, tolerance));
  return { verdict: within ? 'WITHIN_TOLERANCE' : 'DIFFERENT', delta: apart.toFixed() };
}

function allowed(ours: Big, theirs: Big, kind: FieldKind, tolerance: Tolerance): Big {
  switch (tolerance.kind) {
    case 'absolute':
      return new Big(tolerance.units);
    case 'percent': {
      const [a, b] = [ours.abs(), theirs.abs()];
      // Big divides to 20 places: a product with 0.01 is exact where a division by 100 may not be.
      return (a.lt(b) ? a : b).times(tolerance.percent).times('0.01');
    }
    case 'basis-points':
      return kind === 'basis-points' ? new Big(tolerance.basisPoints) : new Big(tolerance.basisPoints).times('0.01');
    case 'exact':
    case 'days':
    case 'name-variant':
      return new Big(0);
  }
}

function compareDates(ours: string, theirs: string, tolerance: Tolerance): FieldComparison {
  if (!isIsoDate(ours) || !isIsoDate(theirs)) return { verdict: 'DIFFERENT' };
  const days = Math.abs(daysBetween(ours, theirs));
  const within = tolerance.kind === 'days' && days <= tolerance.days;
  return { verdict: within ? 'WITHIN_TOLERANCE' : 'DIFFERENT', delta: `${days} day${days === 1 ? '' : 's'}` };
}
