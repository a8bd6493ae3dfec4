export { BUILT_IN_PROFILES, DEFAULT_PROFILE } from './built-in-profiles.ts';
export { type Candidate, choosePair, type PairChoice } from './choose-pair.ts';
export { choosePairs, type KeyedTrade, type Pairing } from './choose-pairs.ts';
export { chooseProfile, type Pair, profileIdentity } from './choose-profile.ts';
export { compareField, DECIMAL_KINDS, type FieldComparison } from './compare-field.ts';
export { compareTrades } from './compare-trades.ts';
export { diffProfiles, type ProfileDifference } from './diff-profiles.ts';
export { type ExplainedSide, explainPair } from './explain-pair.ts';
export { normaliseText } from './normalise-text.ts';
export { fingerprint, type PairingKeys, pairingKeys, referenceKeys } from './pairing-keys.ts';
export { ProfilesError, parseProfiles } from './parse-profiles.ts';
export {
  COMPLETENESS,
  type Completeness,
  type CounterpartyLayer,
  describeTolerance,
  type FieldRule,
  layerProfile,
  type MatchingProfile,
  ONE_SIDED,
  type OneSided,
  type ProfileLayer,
  type Profiles,
  type Tolerance,
  WEIGHTS,
  type Weight,
} from './profile.ts';
export { profileHash, profilesHash } from './profile-hash.ts';
export { asPrinted, identityReference, isPrintedAlike, looseReference } from './reference.ts';
export { isSameTerm } from './same-term.ts';
export type { Side } from './side.ts';
export { RANKS, type Tie, tieBetween } from './tie.ts';
export { MATCHING_VERSION } from './version.ts';
