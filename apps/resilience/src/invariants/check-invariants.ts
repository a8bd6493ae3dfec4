import {
  decodeMetadataKey,
  isSource,
  type MatchRecord,
  type MatchStatus,
  outcomeOf,
  parseOutcomeKey,
  SET_ASIDE_MARK,
  type TradeRecord,
} from '@trade-matching/domain';
import type { ChaosLoad, ExpectedPair, ExpectedUpload, Story } from '../chaos/stories.ts';
import type { Observation, StandingObject } from './observe.ts';

/** What must hold after any chaos run and does not. */
export interface Violation {
  readonly invariant: string;
  readonly what: string;
}

/**
 * Checks what can be seen from outside against what was uploaded.
 *
 * @param parted keys of the trades that people parted from their pair
 */
export function checkInvariants(
  { stories, pairs }: ChaosLoad,
  seen: Observation,
  parted: ReadonlySet<string> = new Set(),
): Violation[] {
  const uploads = stories.flat();
  return [
    ...incomingIsEmpty(seen),
    ...uploads.flatMap((upload) => endsOnce(upload, seen)),
    ...uploads.flatMap((upload) => ledgerAgrees(upload, seen)),
    ...stories.flatMap((story) => newestStands(story, seen)),
    ...pairs.flatMap((pair) => isMatchedOnce(pair, stories, seen, parted)),
    ...failuresAreTold(seen),
    ...resultsAreTold(seen),
    ...queuesAreEmpty(seen),
    ...seen.listedLate.map((what) => ({ invariant: 'lists show what the tables have', what })),
  ];
}

function incomingIsEmpty({ objects }: Observation): Violation[] {
  return [...objects.keys()]
    .filter((key) => isSource(key.split('/')[0]))
    .map((key) => ({ invariant: 'incoming prefixes are empty', what: `${key} still lies there` }));
}

/** Where a content of a key stands: under its outcome, or beside what came after it. */
function placesOf({ key, hash }: ExpectedUpload, { objects }: Observation): (readonly [string, StandingObject])[] {
  return [...objects].filter(
    ([, object]) => object.hash === hash && decodeMetadataKey(object.metadata['original-key'] ?? '') === key,
  );
}

/** In exactly one outcome, for the right reason. */
function endsOnce(upload: ExpectedUpload, seen: Observation): Violation[] {
  const invariant = 'each content of a key ends in exactly one outcome, for its reason';
  const places = placesOf(upload, seen);
  const [place] = places;
  if (place === undefined || places.length > 1)
    return [{ invariant, what: `${upload.key} stands under ${places.map(([key]) => key).join(' and ') || 'nothing'}` }];
  const [standing, { metadata }] = place;
  const outcome = parseOutcomeKey(standing)?.outcome;
  const expected = upload.expected.kind === 'refused' ? upload.expected.reason : undefined;
  const expectedOutcome = expected === undefined ? 'PROCESSED' : outcomeOf(expected);
  if (outcome === expectedOutcome && metadata.reason === expected) return [];
  const name = (...parts: (string | undefined)[]) => parts.filter(Boolean).join(' ');
  return [
    {
      invariant,
      what: `${upload.key} is ${name(outcome, metadata.reason)}, not ${name(expectedOutcome, expected)}`,
    },
  ];
}

/** The ledger knows each content of each key, and where it stands. */
function ledgerAgrees(upload: ExpectedUpload, seen: Observation): Violation[] {
  const invariant = 'the ledger agrees with S3';
  const records = seen.ledger.filter(({ key }) => key === upload.key);
  if (records.some(({ status }) => status === 'IN_PROGRESS'))
    return [{ invariant, what: `${upload.key} is still in progress` }];
  const places = placesOf(upload, seen).map(([key]) => key);
  const known = records.some(({ outcome_key }) => outcome_key !== undefined && places.includes(outcome_key));
  return known ? [] : [{ invariant, what: `${upload.key}: no record of where ${upload.hash.slice(0, 8)} stands` }];
}

const isProcessed = ({ ledger }: Observation, hash: string) =>
  ledger.some((record) => record.hash === hash && record.status === 'PROCESSED');
const tradesOf = ({ trades }: Observation, source: string, reference: string) =>
  (trades as unknown as TradeRecord[]).filter(
    (record) => record.source === source && record.trade.trade_id === reference,
  );

/** A trade is stored once, and is what the newest of its processed documents says: no older upload undoes a newer one. */
function newestStands(story: Story, seen: Observation): Violation[] {
  const contents = story.filter(({ expected }) => expected.kind === 'trade');
  const [first] = contents;
  if (first?.expected.kind !== 'trade') return [];
  const { reference } = first.expected;
  const trades = tradesOf(seen, first.source, reference);
  const newest = contents.findLastIndex(({ hash }) => isProcessed(seen, hash));
  // A dead letter may have reached the service before.
  const allowed = contents.slice(Math.max(newest, 0)).map(({ hash }) => hash);
  const right =
    trades.length === 1 ? allowed.includes(trades[0]?.document_hash ?? '') : newest === -1 && trades.length === 0;
  if (right) return [];
  const stored = trades.map(({ document_hash }) => contents.findIndex(({ hash }) => hash === document_hash));
  return [
    {
      invariant: 'no older upload undoes a newer one, and a trade is stored once',
      what: `${first.source} ${reference}: stored are the documents ${stored.join(', ') || 'none'}, the newest processed is ${newest}`,
    },
  ];
}

function isMatchedOnce(
  pair: ExpectedPair,
  stories: readonly Story[],
  seen: Observation,
  parted: ReadonlySet<string>,
): Violation[] {
  const invariant = 'a pair has one match, with the right status';
  const ofReference = (reference: string) =>
    stories.flat().filter(({ expected }) => expected.kind === 'trade' && expected.reference === reference);
  const newest = [pair.bank, pair.counterparty].map((reference) => ofReference(reference).at(-1)?.hash ?? '');
  // What is not processed at the end is a violation by itself.
  if (!newest.every((hash) => isProcessed(seen, hash))) return [];
  const [ours] = tradesOf(seen, 'BANK', pair.bank);
  const [theirs] = tradesOf(seen, 'COUNTERPARTY', pair.counterparty);
  const matches = (seen.matches as unknown as MatchRecord[]).filter(
    ({ bank_trade_key, counterparty_trade_key }) =>
      bank_trade_key === ours?.trade_key || counterparty_trade_key === theirs?.trade_key,
  );
  const found = [ours?.match_status, theirs?.match_status, ...matches.map(({ status }) => status)].join(', ');
  const statuses: Partial<Readonly<Record<MatchStatus, readonly MatchStatus[]>>> = {
    CANCELLED: ['CANCELLED', 'UNMATCHED'],
    UNMATCHED: ['UNMATCHED', 'UNMATCHED'],
  };
  const status = parted.has(ours?.trade_key ?? '') ? 'UNMATCHED' : pair.status;
  const expected = (statuses[status] ?? [status, status, status]).join(', ');
  return found === expected ? [] : [{ invariant, what: `${pair.bank}: ${found || 'nothing'}, not ${expected}` }];
}

const bodiesOf = ({ published }: Observation) =>
  published.map(({ message }) => JSON.parse(message) as Record<string, unknown>);

/** Every failure that stands is notified at least once. */
function failuresAreTold(seen: Observation): Violation[] {
  const told = new Set(bodiesOf(seen).map((body) => body.stands_under));
  const silent = [...seen.objects].flatMap(([key, { metadata }]) => {
    const outcome = parseOutcomeKey(key)?.outcome;
    // What was set aside was told of where it stood.
    const isOpen = outcome !== undefined && outcome !== 'PROCESSED' && metadata[SET_ASIDE_MARK] === undefined;
    return isOpen && !told.has(key) ? [key] : [];
  });
  // What the failures function could not tell lies in its own dead-letter queue: not lost, and counted.
  const pending = [...seen.queues].find(([queue]) => queue.startsWith('failed-processing-dlq'))?.[1] ?? 0;
  return silent.length > pending
    ? silent.map((key) => ({ invariant: 'each failure is notified', what: `no notification of ${key}` }))
    : [];
}

/** Every result that stands was notified, with this status: the match of a pair, the cancellation of a trade. */
function resultsAreTold(seen: Observation): Violation[] {
  const told = new Set(
    bodiesOf(seen).flatMap(({ match_id, status, trade }) => [
      `${match_id} ${status}`,
      `${(trade as { trade_key?: string } | undefined)?.trade_key} ${status}`,
    ]),
  );
  const results = [
    ...(seen.matches as unknown as MatchRecord[]).map(({ match_id, status, bank_key }) => ({
      told: `${match_id} ${status}`,
      what: `the match of ${bank_key}: ${status}`,
    })),
    ...(seen.trades as unknown as TradeRecord[])
      .filter(({ match_status }) => match_status === 'CANCELLED')
      .map(({ trade_key, s3_key }) => ({ told: `${trade_key} CANCELLED`, what: `the cancellation ${s3_key}` })),
  ];
  return results
    .filter((result) => !told.has(result.told))
    .map(({ what }) => ({ invariant: 'each stored result is notified', what: `no notification of ${what}` }));
}

function queuesAreEmpty({ queues }: Observation): Violation[] {
  return [...queues]
    .filter(([queue, count]) => count > 0 && !queue.startsWith('failed-processing-dlq'))
    .map(([queue, count]) => ({ invariant: 'queues are empty', what: `${count} messages are left in ${queue}` }));
}
