import { canonicalHash } from './canonical-json.ts';
import { type CaseEvent, FIRST_PREVIOUS_HASH, type UnchainedEvent } from './case-event.ts';

/** The last event of a chain, as CURRENT knows it: without it, nobody sees that the last events are gone. */
export interface ChainHead {
  readonly revision: number;
  readonly head_hash: string;
}

export type ChainVerdict =
  | { readonly kind: 'intact'; readonly events: number }
  /** `sequence` is where the chain breaks first. */
  | { readonly kind: 'broken'; readonly sequence: number; readonly problem: ChainProblem };

export type ChainProblem =
  /** An event's content is not what its hash says. */
  | 'changed'
  /** An event's place is taken by a later one, or the last are gone. */
  | 'missing'
  /** An event stands after one that it precedes, or twice. */
  | 'reordered'
  /** An event does not follow from the one before it, though both are whole: history was written anew. */
  | 'replaced';

/** Gives an event its place behind the one before it. */
export function chainEvent(event: UnchainedEvent, head: ChainHead | undefined): CaseEvent {
  const placed = {
    ...event,
    sequence: (head?.revision ?? 0) + 1,
    previous_hash: head?.head_hash ?? FIRST_PREVIOUS_HASH,
  };
  return { ...placed, hash: canonicalHash(placed) };
}

/**
 * Checks a case's events in the order in which they are given, which must be theirs: each hash, each link, each place, and
 * that the last is the one that CURRENT names.
 */
export function verifyChain(events: readonly CaseEvent[], head: ChainHead): ChainVerdict {
  let previous = FIRST_PREVIOUS_HASH;
  let expected = 1;
  for (const event of events) {
    const { hash, ...content } = event;
    const broken = (problem: ChainProblem): ChainVerdict => ({ kind: 'broken', sequence: expected, problem });
    if (canonicalHash(content) !== hash) return broken('changed');
    if (event.sequence < expected) return broken('reordered');
    if (event.sequence > expected) {
      return broken(events.some(({ sequence }) => sequence === expected) ? 'reordered' : 'missing');
    }
    if (event.previous_hash !== previous) return broken('replaced');
    previous = hash;
    expected++;
  }
  if (expected - 1 < head.revision) return { kind: 'broken', sequence: expected, problem: 'missing' };
  if (expected - 1 > head.revision || previous !== head.head_hash) {
    return { kind: 'broken', sequence: expected - 1, problem: 'replaced' };
  }
  return { kind: 'intact', events: events.length };
}
