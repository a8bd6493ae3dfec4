import {
  applyEvent,
  type BreakFacts,
  type CaseCommand,
  type CaseEvent,
  type CaseRecord,
  chainEvent,
  decide,
} from '@trade-matching/cases';
import * as fc from 'fast-check';

export const PEOPLE = ['ana', 'ben', 'cem'] as const;
const START = Date.parse('2026-11-23T09:00:00.000Z');
const HOUR = 3_600_000;

const seen = fc.record({
  bank_hash: fc.constantFrom('b1', 'b2'),
  counterparty_hash: fc.constantFrom('c1', 'c2'),
  differences_hash: fc.constantFrom('none', 'rate', 'rate', 'name'),
});

export const facts: fc.Arbitrary<BreakFacts> = fc.tuple(seen, fc.nat({ max: 6 })).map(([each, n]) => {
  const differs = each.differences_hash;
  const critical = differs === 'rate';
  return {
    ...{ seen: each, critical, fields: differs === 'none' ? [] : [differs], severity: critical ? 'critical' : 'minor' },
    // A pair that ends keeps what it was compared by.
    status: n === 0 ? 'ENDED' : differs === 'none' ? 'MATCHED' : 'MISMATCHED',
  };
});

const pair = { bank_trade_key: 'ours', counterparty_trade_key: 'theirs' };

/** What anybody may try, at any time, of what was so at some time. `n` picks one of the events so far. */
type Attempt = (record: CaseRecord | undefined, events: readonly CaseEvent[]) => CaseCommand;

const verb = fc.oneof(
  { weight: 4, arbitrary: facts.map((each) => ({ command: 'change' as const, facts: each })) },
  { weight: 3, arbitrary: fc.constant({ command: 'accept' as const }) },
  { weight: 4, arbitrary: fc.constant({ command: 'approve' as const }) },
  { weight: 1, arbitrary: fc.constant({ command: 'refuse' as const }) },
  { weight: 1, arbitrary: fc.constant({ command: 'expire' as const }) },
  { weight: 1, arbitrary: fc.constant({ command: 'reject' as const }) },
  { weight: 1, arbitrary: fc.constantFrom('close' as const, 'reopen' as const).map((command) => ({ command })) },
  { weight: 1, arbitrary: fc.constantFrom('comment' as const, 'breach' as const).map((command) => ({ command })) },
  { weight: 1, arbitrary: fc.constantFrom(...PEOPLE).map((assignee) => ({ command: 'assign' as const, assignee })) },
  { weight: 1, arbitrary: fc.constant({ command: 'forbid_pair' as const, pair }) },
);

const attemptAt = (what: fc.Arbitrary<{ readonly command: string }>): fc.Arbitrary<Attempt> =>
  fc
    .record({
      verb: what,
      actor: fc.constantFrom(...PEOPLE),
      hours: fc.integer({ min: 0, max: 40 }),
      stale: seen,
      isStale: fc.nat({ max: 4 }).map((n) => n === 0),
      comment: fc.constantFrom('why', 'Zürich ≠ Zurich', '\ud800 half a pair', '"quoted"\n\t\\'),
      id: fc.integer({ min: 0, max: 30 }),
    })
    .map(({ verb: { command, ...rest }, actor, hours, stale, isStale, comment, id }) => (record, events) => {
      const latest = record?.facts.seen ?? stale;
      return {
        ...{ command, ...rest, case_id: 'case', event_id: `${id}`, actor, reason: 'OTHER', comment },
        at: new Date(START + (events.length * 8 + hours) * HOUR).toISOString(),
        seen: isStale ? stale : latest,
        proposal: (isStale ? events[0]?.event_id : record?.proposal?.id) ?? 'none',
      } as unknown as CaseCommand;
    });

/** One thing, or what two people do between two documents: chance alone seldom comes to it. */
const attempts: fc.Arbitrary<Attempt[]> = fc.oneof(
  { weight: 4, arbitrary: attemptAt(verb).map((each) => [each]) },
  {
    weight: 1,
    arbitrary: fc.tuple(attemptAt(fc.constant({ command: 'accept' })), attemptAt(fc.constant({ command: 'approve' }))),
  },
);

/** Everything that happened to one case: each state that was stored, and the events. */
export interface History {
  readonly stored: readonly CaseRecord[];
  readonly events: readonly CaseEvent[];
}

/** What a case is opened with, and what is tried on it, in order. */
export const histories = fc
  .tuple(facts, fc.array(attempts, { maxLength: 30 }))
  .map(([first, tried]) => [first, tried.flat()] as const);

export const history: fc.Arbitrary<History> = histories.map(([first, tried]) => {
  const origin = {
    subject: { kind: 'MATCH' as const, id: 'm' },
    ...{ ...pair, product: 'FX_FORWARD' as const, centres: ['GBLO', 'USNY'] },
  };
  const opening: CaseCommand = {
    ...{ command: 'open', case_id: 'case', event_id: 'first', at: new Date(START).toISOString(), actor: 'system' },
    ...{ origin, facts: first },
  };
  const stored: CaseRecord[] = [];
  const events: CaseEvent[] = [];
  for (const next of [() => opening, ...tried]) {
    const record = stored.at(-1);
    const decided = decide(record, next(record, events));
    // The same id again is the same event: the store answers with what is there.
    if (decided.kind === 'refused' || events.some(({ event_id }) => event_id === decided.event.event_id)) continue;
    const event = chainEvent(decided.event, record);
    events.push(event);
    stored.push(applyEvent(record, event));
  }
  return { stored, events };
});
