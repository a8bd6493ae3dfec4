import type { PairDecisions } from '@trade-matching/domain';

/** What a person decides of two trades: they are one, they never are, or the rules decide. */
export type PairDecision = 'forced' | 'never' | 'by_rules';

/** Whether a trade is forced together with another one than this. */
export function isForcedElsewhere(decisions: PairDecisions | undefined, other: string): boolean {
  const forced = decisions?.forced_with;
  return forced !== undefined && forced !== other;
}

/** What is decided on a trade when this is decided of it and another; undefined for nothing any more. */
export function decidedOn(
  before: PairDecisions = {},
  decision: PairDecision,
  other: string,
): PairDecisions | undefined {
  const never = (before.never_with ?? []).filter((key) => key !== other);
  const never_with = decision === 'never' ? [...never, other] : never;
  const forced_with = decision === 'forced' ? other : before.forced_with === other ? undefined : before.forced_with;
  if (forced_with === undefined && never_with.length === 0) return undefined;
  return {
    ...(forced_with === undefined ? {} : { forced_with }),
    ...(never_with.length === 0 ? {} : { never_with }),
  };
}
