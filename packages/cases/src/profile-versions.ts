import { ProfilesError, parseProfiles, profilesHash } from '@trade-matching/matching';
import { canonicalHash } from './canonical-json.ts';
import { FIRST_PREVIOUS_HASH } from './case-event.ts';

/**
 * A version's life: PROPOSED by one person, ACTIVE when another one approved it, until the next one is. Restoring an
 * earlier version proposes its content anew: that takes two people as well.
 */
export interface ProfileVersion {
  /** 1 for the first that was proposed. */
  readonly version: number;
  /** As it was given: JSON of matching profiles (docs/matching.md). */
  readonly json: string;
  /** `profilesHash` of what it is read as. */
  readonly hash: string;
  readonly proposed_by: string;
  /** ISO 8601, UTC. */
  readonly proposed_at: string;
  readonly comment: string;
  /** The version that was active then; 0 for none. */
  readonly based_on: number;
  /** The version whose content it is again. */
  readonly restores?: number;
  readonly approved_by?: string;
  readonly approved_at?: string;
}

/** What holds: the active version, and where the history ends. */
export interface ProfilesHead {
  readonly revision: number;
  readonly head_hash: string;
  readonly last_version: number;
  /** Absent until one was approved. */
  readonly active?: Pick<ProfileVersion, 'version' | 'json' | 'hash'>;
}

/** Who did what when; each holds the hash of the one before. */
export interface ProfileEvent {
  readonly sequence: number;
  readonly action: 'PROPOSED' | 'APPROVED';
  readonly version: number;
  /** Of the version. */
  readonly profiles_hash: string;
  readonly actor: string;
  readonly at: string;
  readonly comment: string;
  readonly previous_hash: string;
  readonly hash: string;
}

/** Why nothing was written; the message is for a person. */
export class ProfilesRefusedError extends Error {
  override readonly name = 'ProfilesRefusedError';
}

/** Bytes: an item has 400 KB, and the head holds the active version as well. */
export const MAX_PROFILES_BYTES = 256 * 1024;

export const NO_PROFILES: ProfilesHead = { revision: 0, head_hash: FIRST_PREVIOUS_HASH, last_version: 0 };

/** What becomes of the head and a version by one event. */
export interface PlannedProfiles {
  readonly head: ProfilesHead;
  readonly version: ProfileVersion;
  readonly event: ProfileEvent;
}

interface Said {
  readonly actor: string;
  readonly at: string;
  readonly comment: string;
}

/** @throws {ProfilesRefusedError} where the profiles do not fit, are too long, or are the active ones */
export function planProposal(head: ProfilesHead, json: string, said: Said, restores?: number): PlannedProfiles {
  if (Buffer.byteLength(json) > MAX_PROFILES_BYTES) {
    throw new ProfilesRefusedError(`The profiles are over ${MAX_PROFILES_BYTES} bytes.`);
  }
  const hash = hashOf(json);
  if (hash === head.active?.hash) {
    throw new ProfilesRefusedError(`The version ${head.active.version}, which is active, says the same.`);
  }
  const { actor: proposed_by, at: proposed_at, comment } = said;
  const version: ProfileVersion = {
    ...{ version: head.last_version + 1, json, hash, proposed_by, proposed_at, comment },
    based_on: head.active?.version ?? 0,
    ...(restores === undefined ? {} : { restores }),
  };
  return planned({ ...head, last_version: version.version }, version, 'PROPOSED', said);
}

/**
 * The second person's approval, which makes the version the active one.
 *
 * @throws {ProfilesRefusedError} where it is the proposer's own, was approved before, or another one is active by now than
 *   the one that it was proposed beside
 */
export function planApproval(head: ProfilesHead, version: ProfileVersion, said: Said): PlannedProfiles {
  const { version: number, proposed_by, approved_by, based_on, json, hash } = version;
  if (approved_by !== undefined)
    throw new ProfilesRefusedError(`${approved_by} approved the version ${number} before.`);
  if (proposed_by === said.actor) {
    throw new ProfilesRefusedError(`${proposed_by} proposed the version ${number}: another person has to approve.`);
  }
  const active = head.active?.version ?? 0;
  if (active !== based_on) {
    throw new ProfilesRefusedError(
      `The version ${active} became active after ${number} was proposed. Look at the difference, and propose again.`,
    );
  }
  const approved = { ...version, approved_by: said.actor, approved_at: said.at };
  return planned({ ...head, active: { version: number, json, hash } }, approved, 'APPROVED', said);
}

/** The place where a history is not what was written; undefined where all is. */
export function brokenAt(head: ProfilesHead, events: readonly ProfileEvent[]): number | undefined {
  let previous = FIRST_PREVIOUS_HASH;
  for (const [at, event] of events.entries()) {
    const { hash, ...content } = event;
    const isWhole = canonicalHash(content) === hash && event.previous_hash === previous;
    if (!isWhole || event.sequence !== at + 1) return at + 1;
    previous = hash;
  }
  return events.length === head.revision && previous === head.head_hash ? undefined : events.length + 1;
}

function planned(
  head: ProfilesHead,
  version: ProfileVersion,
  action: ProfileEvent['action'],
  { actor, at, comment }: Said,
): PlannedProfiles {
  const content = {
    ...{ sequence: head.revision + 1, action, version: version.version, profiles_hash: version.hash },
    ...{ actor, at, comment, previous_hash: head.head_hash },
  };
  const event: ProfileEvent = { ...content, hash: canonicalHash(content) };
  return { head: { ...head, revision: event.sequence, head_hash: event.hash }, version, event };
}

function hashOf(json: string): string {
  try {
    return profilesHash(parseProfiles(json));
  } catch (cause) {
    if (!(cause instanceof ProfilesError)) throw cause;
    throw new ProfilesRefusedError(`The profiles do not fit: ${cause.message}`, { cause });
  }
}
