import type { PairingRule } from '@trade-matching/domain';
import type { PairingKeys } from './pairing-keys.ts';
import { compareReferences } from './reference.ts';

/** What ties two trades of the two sides together; of several, the closest. */
export interface Tie {
  /** 1 is the closest: references that name each other. 4 is a reference that is only {@link compareReferences alike}. */
  readonly rank: 1 | 2 | 3 | 4 | 5;
  readonly rule: PairingRule;
}

/** Farthest last. */
export const RANKS = [1, 2, 3, 4, 5] as const;

/** The rule by which two trades may be one (M4), or undefined. The same whichever side is given first. */
export function tieBetween(ours: PairingKeys, theirs: PairingKeys): Tie | undefined {
  const weNameThem = names(ours, theirs);
  const theyNameUs = names(theirs, ours);
  if (weNameThem === 'named' && theyNameUs === 'named') return { rank: 1, rule: 'reference' };
  // A side names a reference, and it is not the other's: they are other trades, however alike.
  const namesAnother = weNameThem === 'another' || theyNameUs === 'another';
  if ((weNameThem === 'named' || theyNameUs === 'named') && !namesAnother) return { rank: 2, rule: 'reference' };
  if (isSame(ours.uti, theirs.uti)) return { rank: 3, rule: 'uti' };
  if ((weNameThem === 'alike' || theyNameUs === 'alike') && !namesAnother) return { rank: 4, rule: 'reference' };
  if (isSame(ours.fingerprint, theirs.fingerprint) && !namesAnother) return { rank: 5, rule: 'fingerprint' };
  return undefined;
}

/** Whether one side's document names the other's reference: in full, or with or without the house in front of it. */
export function names(
  ours: Pick<PairingKeys, 'other' | 'otherWithoutHouse'>,
  theirs: Pick<PairingKeys, 'own' | 'ownWithoutHouse'>,
): 'named' | 'alike' | 'another' | 'unknown' {
  if (ours.other === undefined || theirs.own === undefined) return 'unknown';
  const compared = new Set([
    compareReferences(ours.other, theirs.own),
    ...(ours.otherWithoutHouse === undefined ? [] : [compareReferences(ours.otherWithoutHouse, theirs.own)]),
    ...(theirs.ownWithoutHouse === undefined ? [] : [compareReferences(ours.other, theirs.ownWithoutHouse)]),
  ]);
  if (compared.has('same')) return 'named';
  return compared.has('alike') ? 'alike' : 'another';
}

function isSame(a: string | undefined, b: string | undefined): boolean {
  return a !== undefined && a === b;
}
