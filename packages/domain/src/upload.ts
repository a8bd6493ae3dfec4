import { compareSequencers } from './document-key.ts';
import { decodeMetadataKey } from './outcome-metadata.ts';
import type { ObjectCreated } from './s3-event.ts';

/** When a document's bytes were first uploaded. It belongs to the document: no copy of it is a later upload. */
export interface Upload {
  /** ISO 8601, UTC. */
  readonly time: string;
  /** S3's, of that upload: it orders the contents of one key. */
  readonly sequencer: string;
}

/** ISO 8601 in UTC, as `Date` writes it. */
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/**
 * The upload of an object: its own, or what a copy carries in its metadata (`outcomeMetadata`) of the one that it was made
 * from. Whoever uploads can write metadata, so that it may say an earlier upload and never a later one; a sequencer counts
 * under the key that it was given for alone.
 */
export function uploadOf(object: ObjectCreated, metadata: Readonly<Record<string, string>> = {}): Upload {
  const { 'uploaded-at': time = '', sequencer = '', 'original-key': key = '' } = metadata;
  const isEarlier = TIME.test(time) && Date.parse(time) <= Date.parse(object.eventTime);
  if (!isEarlier) return { time: object.eventTime, sequencer: object.sequencer };
  const isOfKey =
    isKey(key, object.key) && /^[0-9A-F]+$/i.test(sequencer) && compareSequencers(sequencer, object.sequencer) <= 0;
  return { time, sequencer: isOfKey ? sequencer : object.sequencer };
}

function isKey(encoded: string, key: string): boolean {
  try {
    return decodeMetadataKey(encoded) === key;
  } catch {
    return false;
  }
}
