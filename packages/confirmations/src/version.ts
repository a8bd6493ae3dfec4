import manifest from '../package.json' with { type: 'json' };

/** The version of the reader, as a trade keeps it. */
export const READER_VERSION: string = manifest.version;
