import { daysBetween, FIELD_KINDS, type Trade, type TradeField, type Verdict } from '@trade-matching/domain';
import { Big } from 'big.js';
import type { Tolerance } from './profile.ts';

const DECIMAL_KINDS: ReadonlySet<string> = new Set(['amount', 'decimal', 'quantity', 'percent', 'basis-points']);
const DECIMAL = /^-?\d+(\.\d+)?$/;

export interface FieldComparison {
  readonly verdict: Exclude<Verdict, 'NOT_COMPARED'>;
  /** By how much, for a person. */
  readonly delta?: string;
}

/** Compares one field that both sides print. The trades are given for the identifiers that a name's tolerance asks for. */
export function compareField(
  field: TradeField,
  bank: Trade,
  counterparty: Trade,
  tolerance: Tolerance,
): FieldComparison {
  const [ours, theirs] = [bank[field] ?? '', counterparty[field] ?? ''];
  if (ours === theirs) return { verdict: 'EQUAL' };
  const kind: string = FIELD_KINDS[field];
  if (DECIMAL_KINDS.has(kind) && DECIMAL.test(ours) && DECIMAL.test(theirs)) {
    return compareDecimals(new Big(ours), new Big(theirs), tolerance);
  }
  if (kind === 'date') return compareDates(ours, theirs, tolerance);
  if (normaliseText(ours) === normaliseText(theirs)) return { verdict: 'EQUAL' };
  if (tolerance.kind !== 'name-variant') return { verdict: 'DIFFERENT' };
  const sameIdentifier = tolerance.identifier.some((id) => bank[id] !== undefined && bank[id] === counterparty[id]);
  return { verdict: sameIdentifier ? 'WITHIN_TOLERANCE' : 'DIFFERENT' };
}

function compareDecimals(ours: Big, theirs: Big, tolerance: Tolerance): FieldComparison {
  const apart = ours.minus(theirs).abs();
  if (apart.eq(0)) return { verdict: 'EQUAL' };
  return { verdict: apart.lte(allowed(ours, tolerance)) ? 'WITHIN_TOLERANCE' : 'DIFFERENT', delta: apart.toString() };
}

function allowed(ours: Big, tolerance: Tolerance): Big {
  switch (tolerance.kind) {
    case 'absolute':
      return new Big(tolerance.units);
    case 'percent':
      return ours.abs().times(tolerance.percent).div(100);
    case 'basis-points':
      return new Big(tolerance.basisPoints).div(100);
    case 'exact':
    case 'days':
    case 'name-variant':
      return new Big(0);
  }
}

function compareDates(ours: string, theirs: string, tolerance: Tolerance): FieldComparison {
  const days = Math.abs(daysBetween(ours, theirs));
  const within = tolerance.kind === 'days' && days <= tolerance.days;
  return { verdict: within ? 'WITHIN_TOLERANCE' : 'DIFFERENT', delta: `${days} day${days === 1 ? '' : 's'}` };
}

/** Case, accents, punctuation and width do not tell two texts apart. */
export function normaliseText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
