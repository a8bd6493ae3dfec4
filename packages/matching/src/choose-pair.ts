import type { PairingRule, Trade } from '@trade-matching/domain';
import { pairingKeys } from './pairing-keys.ts';
import { RANKS, tieBetween } from './tie.ts';

/** A trade of the other side that might be the same trade. */
export interface Candidate {
  readonly id: string;
  readonly trade: Trade;
}

export type PairChoice<C extends Candidate> =
  | { readonly kind: 'paired'; readonly candidate: C; readonly rule: PairingRule }
  /** Several fit a rule equally well: a person decides, never chance. */
  | { readonly kind: 'ambiguous'; readonly candidates: readonly C[]; readonly rule: PairingRule }
  | { readonly kind: 'none' };

/**
 * Chooses which of the other side's trades is this one (M4), as if it alone asked: by the closest tie that any
 * candidate has. The order of the candidates does not matter.
 */
export function choosePair<C extends Candidate>(trade: Trade, candidates: readonly C[]): PairChoice<C> {
  const keys = pairingKeys(trade);
  const tied = candidates.map((candidate) => ({ candidate, tie: tieBetween(keys, pairingKeys(candidate.trade)) }));
  for (const rank of RANKS) {
    const fitting = tied.filter(({ tie }) => tie?.rank === rank);
    const [only, ...others] = fitting;
    if (!only?.tie) continue;
    const { rule } = only.tie;
    if (others.length === 0) return { kind: 'paired', candidate: only.candidate, rule };
    return { kind: 'ambiguous', candidates: sortById(fitting.map(({ candidate }) => candidate)), rule };
  }
  return { kind: 'none' };
}

function sortById<C extends Candidate>(candidates: readonly C[]): C[] {
  return [...candidates].sort((a, b) => (a.id < b.id ? -1 : 1));
}
