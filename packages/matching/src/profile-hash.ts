import { canonicalHash } from '@trade-matching/domain';
import type { MatchingProfile, Profiles } from './profile.ts';

const known = new WeakMap<MatchingProfile, string>();

/**
 * SHA-256, hexadecimal, of what a pair is compared by: two profiles have one hash exactly where every rule is the same,
 * whatever their names are and in whichever order their layers were written.
 */
export function profileHash(profile: MatchingProfile): string {
  const hash = known.get(profile);
  if (hash !== undefined) return hash;
  const { name: _name, ignoredTerms, scans, ...rules } = profile;
  // What is said of scans came later: the hash of a profile that says nothing of them is what it was.
  const accepting = scans === 'accept' ? { scans } : {};
  const made = canonicalHash({ ...rules, ...accepting, ignored_terms: [...ignoredTerms].sort() });
  known.set(profile, made);
  return made;
}

/** SHA-256, hexadecimal, of a whole set of profiles as it was read. */
export function profilesHash(profiles: Profiles): string {
  return canonicalHash(profiles);
}
