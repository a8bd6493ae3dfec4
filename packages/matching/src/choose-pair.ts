import type { PairingRule, Trade } from '@trade-matching/domain';
import { pairingKeys } from './pairing-keys.ts';

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
 * Chooses which of the other side's trades is this one (M4): by references that name each other, then by a reference
 * that one side names, then by UTI, then by a fingerprint that only one candidate has. The first rule that any
 * candidate fits decides; the order of the candidates does not matter.
 */
export function choosePair<C extends Candidate>(trade: Trade, candidates: readonly C[]): PairChoice<C> {
  const keys = pairingKeys(trade);
  const rules: readonly {
    readonly rule: PairingRule;
    readonly fits: (theirs: ReturnType<typeof pairingKeys>) => boolean;
  }[] = [
    { rule: 'reference', fits: ({ own, other }) => isSame(keys.other, own) && isSame(keys.own, other) },
    {
      rule: 'reference',
      fits: ({ own, other }) =>
        (isSame(keys.other, own) || isSame(keys.own, other)) && !contradicts(keys, { own, other }),
    },
    { rule: 'uti', fits: ({ uti }) => isSame(keys.uti, uti) },
    {
      rule: 'fingerprint',
      fits: (theirs) => isSame(keys.fingerprint, theirs.fingerprint) && !contradicts(keys, theirs),
    },
  ];
  const described = candidates.map((candidate) => ({ candidate, theirs: pairingKeys(candidate.trade) }));
  for (const { rule, fits } of rules) {
    const fitting = described.filter(({ theirs }) => fits(theirs)).map(({ candidate }) => candidate);
    const [only, ...others] = fitting;
    if (only && others.length === 0) return { kind: 'paired', candidate: only, rule };
    if (only) return { kind: 'ambiguous', candidates: sortById(fitting), rule };
  }
  return { kind: 'none' };
}

interface References {
  readonly own?: string | undefined;
  readonly other?: string | undefined;
}

/** Both sides name the other's reference, and it is not this one: they are other trades, however alike. */
function contradicts(ours: References, theirs: References): boolean {
  const oursNamesAnother = ours.other !== undefined && theirs.own !== undefined && ours.other !== theirs.own;
  const theirsNamesAnother = theirs.other !== undefined && ours.own !== undefined && theirs.other !== ours.own;
  return oursNamesAnother || theirsNamesAnother;
}

function isSame(a: string | undefined, b: string | undefined): boolean {
  return a !== undefined && a === b;
}

function sortById<C extends Candidate>(candidates: readonly C[]): C[] {
  return [...candidates].sort((a, b) => (a.id < b.id ? -1 : 1));
}
