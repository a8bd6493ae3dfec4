import { isSource, type LedgerRecord, OUTCOMES, outcomeKey, outcomeOf, parseOutcomeKey } from '@trade-matching/domain';
import type { ChaosUploads, ExpectedPair, ExpectedUpload } from '../chaos/uploads.ts';
import type { Observation } from './observe.ts';

/** What must hold after any chaos run and does not. */
export interface Violation {
  readonly invariant: string;
  readonly what: string;
}

/** Checks what can be seen from outside against what was uploaded. Every key was uploaded once. */
export function checkInvariants({ uploads, pairs }: ChaosUploads, seen: Observation): Violation[] {
  return [
    ...incomingIsEmpty(seen),
    ...uploads.flatMap((upload) => endsOnce(upload, seen)),
    ...ledgerAgrees(uploads, seen),
    ...oneTradeEach(uploads, seen),
    ...pairs.flatMap((pair) => matchesOnce(pair, seen)),
    ...everybodyIsTold(seen),
    ...queuesAreEmpty(seen),
    ...seen.listedLate.map((what) => ({ invariant: 'lists show what the tables have', what })),
  ];
}

function incomingIsEmpty({ objects }: Observation): Violation[] {
  return [...objects.keys()]
    .filter((key) => isSource(key.split('/')[0]))
    .map((key) => ({ invariant: 'incoming prefixes are empty', what: `${key} still lies there` }));
}

/** In exactly one outcome, with its own bytes, for the right reason. */
function endsOnce(upload: ExpectedUpload, { objects }: Observation): Violation[] {
  const invariant = 'each document ends in exactly one outcome, with its bytes and reason';
  const places = OUTCOMES.filter((outcome) => objects.has(outcomeKey(outcome, upload.key)));
  const [outcome] = places;
  if (outcome === undefined || places.length !== 1) {
    return [{ invariant, what: `${upload.key} ends in ${places.join(' and ') || 'none'}` }];
  }
  const object = objects.get(outcomeKey(outcome, upload.key));
  const violations: Violation[] = [];
  if (object?.hash !== upload.hash) violations.push({ invariant, what: `${upload.key} has other bytes` });
  const reason = object?.metadata.reason;
  if (reason === 'DEAD_LETTER') return violations;
  const expected = upload.expected.kind === 'refused' ? upload.expected.reason : undefined;
  const expectedOutcome = expected === undefined ? 'PROCESSED' : outcomeOf(expected);
  if (outcome !== expectedOutcome || reason !== expected) {
    violations.push({
      invariant,
      what: `${upload.key} is ${outcome} ${reason ?? ''}, not ${expectedOutcome} ${expected ?? ''}`,
    });
  }
  return violations;
}

/** What the ledger says of a key is where the key stands. */
function ledgerAgrees(uploads: readonly ExpectedUpload[], { ledger, objects }: Observation): Violation[] {
  const invariant = 'the ledger agrees with S3';
  const byKey = new Map<string, LedgerRecord[]>();
  for (const record of ledger) {
    if (record.key === undefined) continue;
    byKey.set(record.key, [...(byKey.get(record.key) ?? []), record]);
  }
  return uploads.flatMap(({ key }) => {
    const records = byKey.get(key) ?? [];
    const unfinished = records.filter(({ status }) => status === 'IN_PROGRESS');
    if (unfinished.length > 0) return [{ invariant, what: `${key} is still in progress` }];
    const standing = records.filter(({ outcome_key }) => outcome_key !== undefined && objects.has(outcome_key));
    return standing.length > 0 ? [] : [{ invariant, what: `${key}: no record of where it stands` }];
  });
}

function oneTradeEach(uploads: readonly ExpectedUpload[], { trades, objects }: Observation): Violation[] {
  const invariant = 'one trade per distinct content';
  const stored = new Map<string, number>();
  for (const { source, trade } of trades) {
    const name = `${source} ${(trade as { trade_id?: string }).trade_id}`;
    stored.set(name, (stored.get(name) ?? 0) + 1);
  }
  return uploads.flatMap(({ key, source, expected }) => {
    if (expected.kind !== 'trade') return [];
    const count = stored.get(`${source} ${expected.reference}`) ?? 0;
    const processed = objects.has(outcomeKey('PROCESSED', key));
    // A document in the dead-letter queue may have reached the service before.
    const right = processed ? count === 1 : count <= 1;
    return right ? [] : [{ invariant, what: `${key}: ${count} trades are stored for ${expected.reference}` }];
  });
}

function matchesOnce(
  { bankKey, counterpartyKey, status }: ExpectedPair,
  { matches, objects }: Observation,
): Violation[] {
  const invariant = 'a pair both sides of which were processed has one match, with the right status';
  const processed = (key: string) => objects.has(outcomeKey('PROCESSED', key));
  // A duplicate may have been processed in the original's place: the pair is found by either side's key.
  const found = matches.filter((match) => match.bank_key === bankKey || match.counterparty_key === counterpartyKey);
  if (!processed(bankKey) || !processed(counterpartyKey)) {
    return found.length <= 1 ? [] : [{ invariant, what: `${bankKey}: ${found.length} matches` }];
  }
  if (found.length === 1 && found[0]?.status === status) return [];
  return [
    { invariant, what: `${bankKey}: ${found.map((match) => match.status).join(', ') || 'no match'}, not ${status}` },
  ];
}

/** Every failure and match is notified at least once, and nothing else is. */
function everybodyIsTold({ objects, matches, published, queues }: Observation): Violation[] {
  const invariant = 'each failure and each match is notified';
  const bodies = published.map(({ message }) => JSON.parse(message) as Record<string, unknown>);
  const toldOf = (name: string) => new Set(bodies.map((body) => body[name]).filter((value) => value !== undefined));
  const documents: ReadonlySet<unknown> = toldOf('stands_under');
  const matchIds: ReadonlySet<unknown> = toldOf('match_id');
  // What the failures function could not tell lies in its own dead-letter queue: not lost, and counted below.
  const pending_notification = [...queues].find(([queue]) => queue.startsWith('failed-processing-dlq'))?.[1] ?? 0;
  const silent = [...objects.keys()].filter((key) => {
    const outcome = parseOutcomeKey(key)?.outcome;
    return outcome !== undefined && outcome !== 'PROCESSED' && !documents.has(key);
  });
  return [
    ...(silent.length > pending_notification
      ? silent.map((key) => ({ invariant, what: `no notification of ${key}` }))
      : []),
    ...matches
      .filter(({ match_id }) => !matchIds.has(match_id))
      .map(({ bank_key }) => ({ invariant, what: `no notification of the match of ${bank_key}` })),
    ...[...documents]
      .filter((key) => !objects.has(String(key)))
      .map((key) => ({ invariant, what: `a notification of ${key}, which is not there` })),
  ];
}

function queuesAreEmpty({ queues }: Observation): Violation[] {
  return [...queues]
    .filter(([queue, count]) => count > 0 && !queue.startsWith('failed-processing-dlq'))
    .map(([queue, count]) => ({ invariant: 'queues are empty', what: `${count} messages are left in ${queue}` }));
}
