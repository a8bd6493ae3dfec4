import manifest from '../package.json' with { type: 'json' };

/** The version of pairing and comparison, as a match keeps it. */
export const MATCHING_VERSION: string = manifest.version;
