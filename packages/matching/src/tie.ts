import type { PairingRule } from '@trade-matching/domain';
import type { PairingKeys } from './pairing-keys.ts';

/** What ties two trades of the two sides together; of several, the closest. */
export interface Tie {
  /** 1 is the closest: references that name each other. */
  readonly rank: 1 | 2 | 3 | 4;
  readonly rule: PairingRule;
}

/** Farthest last. */
export const RANKS = [1, 2, 3, 4] as const;

/** The rule by which two trades may be one (M4), or undefined. The same whichever side is given first. */
export function tieBetween(ours: PairingKeys, theirs: PairingKeys): Tie | undefined {
  const weNameThem = isSame(ours.other, theirs.own);
  const theyNameUs = isSame(ours.own, theirs.other);
  if (weNameThem && theyNameUs) return { rank: 1, rule: 'reference' };
  const namesAnother = contradicts(ours, theirs);
  if ((weNameThem || theyNameUs) && !namesAnother) return { rank: 2, rule: 'reference' };
  if (isSame(ours.uti, theirs.uti)) return { rank: 3, rule: 'uti' };
  if (isSame(ours.fingerprint, theirs.fingerprint) && !namesAnother) return { rank: 4, rule: 'fingerprint' };
  return undefined;
}

/** A side names a reference, and it is not the other's: they are other trades, however alike. */
function contradicts(ours: PairingKeys, theirs: PairingKeys): boolean {
  const weNameAnother = ours.other !== undefined && theirs.own !== undefined && ours.other !== theirs.own;
  const theyNameAnother = theirs.other !== undefined && ours.own !== undefined && theirs.other !== ours.own;
  return weNameAnother || theyNameAnother;
}

function isSame(a: string | undefined, b: string | undefined): boolean {
  return a !== undefined && a === b;
}
