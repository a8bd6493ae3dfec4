import type { MatchResult } from '@trade-matching/domain';
import { canonicalHash } from './canonical-json.ts';

/**
 * SHA-256, hexadecimal, of what a comparison says: status, differences, terms without a field, flags. The same for the same
 * result in whatever order it is listed. Messages of flags are for people, and may be put in other words.
 */
export function differencesHash({
  status,
  differences,
  other_terms,
  flags,
}: Pick<MatchResult, 'status' | 'differences'> & Partial<MatchResult>): string {
  const marked = (flags ?? []).map(({ code, severity, field }) => ({ code, severity, field }));
  return canonicalHash({
    status,
    differences: sorted(differences),
    other_terms: sorted(other_terms ?? []),
    flags: sorted(marked),
  });
}

function sorted(list: readonly unknown[]): string[] {
  return list.map(canonicalHash).sort();
}
