import { type CaseEvent, canonicalJson, foldEvents, verifyChain } from '@trade-matching/cases';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { history } from './random-history.ts';

/** Thousands of them are run apart from the other tests (.ci/checks/pairing). */
const HISTORIES = Number(process.env.HISTORIES ?? 200);
const MANY = { numRuns: HISTORIES };

const shuffledWithDuplicates = history.chain(({ stored, events }) =>
  fc
    .array(fc.constantFrom(...events), { maxLength: 10 })
    .chain((again) => fc.shuffledSubarray([...events, ...again], { minLength: events.length + again.length }))
    .map((given) => ({ stored, given })),
);

test('events in any order, some of them twice, fold to the case that was stored', () => {
  fc.assert(
    fc.property(shuffledWithDuplicates, ({ stored, given }) => {
      expect(foldEvents(given)).toEqual(stored.at(-1));
    }),
    MANY,
  );
});

test('no acceptance, and no proposal of one, outlives its documents and differences', () => {
  let accepted = 0;
  fc.assert(
    fc.property(history, ({ stored }) => {
      for (const { state, resolution, acceptance, proposal, facts } of stored) {
        expect(acceptance !== undefined).toBe(resolution === 'ACCEPTED');
        expect(proposal !== undefined).toBe(state === 'PROPOSED');
        if (acceptance) expect(acceptance.seen).toEqual(facts.seen);
        if (proposal) expect(proposal.seen).toEqual(facts.seen);
        if (acceptance) accepted++;
      }
    }),
    MANY,
  );
  expect(accepted).toBeGreaterThan(HISTORIES / 40);
});

test('a break that nobody decided is open, and one that is settled is not', () => {
  fc.assert(
    fc.property(history, ({ stored }) => {
      for (const { state, resolution, facts, open_cause } of stored.slice(1)) {
        const isSettled = facts.status === 'ENDED' || facts.status === 'MATCHED';
        if (resolution === 'AGREED' || resolution === 'ENDED') expect(isSettled).toBe(true);
        // A decided pair that a person takes back is open until the rules say what they make of it.
        const isTakenBack = open_cause === 'REOPENED' && state !== 'RESOLVED';
        if (isSettled && stored[0]?.facts !== facts && !isTakenBack) expect(state).toBe('RESOLVED');
      }
    }),
    MANY,
  );
});

test('what is critical is accepted by two people, never by one twice', () => {
  let approved = 0;
  fc.assert(
    fc.property(history, ({ stored }) => {
      for (const { acceptance, facts } of stored) {
        if (!acceptance || !facts.critical) continue;
        approved++;
        expect(acceptance.approved_by).toBeDefined();
        expect(acceptance.approved_by).not.toBe(acceptance.by);
      }
    }),
    MANY,
  );
  expect(approved).toBeGreaterThan(HISTORIES / 40);
});

test('a pair that a person forbids stays forbidden, whatever documents come, until a person reopens it or it is one again', () => {
  fc.assert(
    fc.property(history, ({ stored, events }) => {
      for (const [i, { resolution }] of stored.entries()) {
        const before = stored[i - 1];
        if (before?.resolution !== 'PAIR_FORBIDDEN' || resolution === 'PAIR_FORBIDDEN') continue;
        // That it is one again after it was none, a person decided on another case.
        const isAgain = events[i]?.action === 'CHANGED' && before.facts.status === 'ENDED';
        if (!isAgain) expect(events[i]?.action).toBe('REOPENED');
      }
    }),
    MANY,
  );
});

const untouched = history.map(({ stored, events }) => {
  const { revision = 0, head_hash = '' } = stored.at(-1) ?? {};
  return { events, head: { revision, head_hash } };
});

test('the chain of an untouched history is intact', () => {
  fc.assert(
    fc.property(untouched, ({ events, head }) => {
      expect(verifyChain(events, head)).toEqual({ kind: 'intact', events: events.length });
    }),
    MANY,
  );
});

test('the chain finds any changed byte', () => {
  fc.assert(
    fc.property(untouched, fc.nat(), fc.nat(), fc.integer({ min: 1, max: 255 }), ({ events, head }, nth, at, by) => {
      const i = nth % events.length;
      const bytes = Buffer.from(canonicalJson(events[i]));
      const offset = at % bytes.length;
      bytes[offset] = (bytes[offset] ?? 0) ^ by;
      let changed: CaseEvent;
      try {
        changed = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
      } catch {
        // No JSON any more: nobody takes it for an event.
        return;
      }
      expect(verifyChain(events.with(i, changed), head).kind).toBe('broken');
    }),
    { numRuns: 5 * HISTORIES },
  );
});

test('the chain finds any event that is missing, the last ones too', () => {
  fc.assert(
    fc.property(untouched, fc.nat(), fc.nat(), ({ events, head }, from, count) => {
      const start = from % events.length;
      const removed = 1 + (count % (events.length - start));
      expect(verifyChain(events.toSpliced(start, removed), head)).toMatchObject({ sequence: start + 1 });
    }),
    MANY,
  );
});

test('the chain finds events in another order, and one that is there twice', () => {
  fc.assert(
    fc.property(
      untouched.filter(({ events }) => events.length > 1),
      fc.nat(),
      fc.nat(),
      ({ events, head }, a, b) => {
        const i = a % events.length;
        const j = b % events.length;
        const [one, other] = [events[i], events[j]];
        if (!one || !other) return;
        if (i !== j) expect(verifyChain(events.with(i, other).with(j, one), head).kind).toBe('broken');
        expect(verifyChain(events.toSpliced(j, 0, one), head).kind).toBe('broken');
      },
    ),
    MANY,
  );
});

test('a history that was written anew, hashes and all, is not the one that CURRENT names', () => {
  fc.assert(
    fc.property(untouched, untouched, ({ head }, other) => {
      fc.pre(other.head.head_hash !== head.head_hash);
      expect(verifyChain(other.events, head).kind).toBe('broken');
    }),
    MANY,
  );
});
