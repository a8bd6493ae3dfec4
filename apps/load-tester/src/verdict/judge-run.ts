import { type Outcome, outcomeOf } from '@trade-matching/domain';
import type { StandingDocuments } from '../follow/standing-documents.ts';
import type { RunRecord, SentDocument, SentPair } from '../run-record.ts';
import { contentOf, expectedMatch, expectedOutcome, isAsExpected, wasStored } from './expectation.ts';

/** Something that must not be, and about which document or pair. */
export interface Finding {
  readonly about: string;
  readonly what: string;
}

export interface Verdict {
  /** Documents that have no outcome, or stand nowhere or still where they were uploaded; pairs without their match. */
  readonly lost: readonly Finding[];
  /** Documents with two outcomes, contents that were processed twice, pairs that were matched twice. */
  readonly doubled: readonly Finding[];
  /** Another outcome, reason or match than the mix says, or a failure that nobody was notified of. */
  readonly wrong: readonly Finding[];
}

/**
 * Holds what became of each document and each pair against the mix.
 *
 * @param standing where S3 has them at the end
 * @param cutOff the run was stopped: what has no outcome is not lost, it is under way
 */
export function judgeRun(record: RunRecord, standing: StandingDocuments, cutOff: boolean): Verdict {
  const documents = [...record.documents.values()];
  const pairs = [...record.pairs.values()];
  return {
    lost: cutOff ? [] : [...documents.flatMap((each) => lost(each, standing)), ...pairs.flatMap(unmatched)],
    doubled: [
      ...documents.flatMap((each) => inTwoPlaces(each, standing)),
      ...processedTwice(documents),
      ...pairs.flatMap(matchedTwice),
    ],
    wrong: [
      ...documents.flatMap((each) => (each.outcome ? wrongOutcome(each, standing) : [])),
      ...(cutOff ? [] : documents.flatMap(missingNotification)),
      ...pairs.flatMap((each) => wrongMatch(each, record)),
    ],
  };
}

function lost(document: SentDocument, { incoming, outcomes }: StandingDocuments): Finding[] {
  const about = document.planned.key;
  if (!wasStored(document)) return [];
  if (document.outcome === undefined) return [{ about, what: 'has no outcome' }];
  if (incoming.has(about)) return [{ about, what: `is ${document.outcome.status}, and still lies where it came in` }];
  return outcomes.has(about) ? [] : [{ about, what: `is ${document.outcome.status}, and stands nowhere` }];
}

function unmatched(pair: SentPair): Finding[] {
  const expected = expectedMatch(pair);
  return expected === 'UNMATCHED' || pair.matches.size > 0
    ? []
    : [{ about: nameOf(pair), what: `nobody was notified of its match, ${expected}` }];
}

function inTwoPlaces({ planned }: SentDocument, { outcomes }: StandingDocuments): Finding[] {
  const places = outcomes.get(planned.key) ?? [];
  return places.length > 1 ? [{ about: planned.key, what: `stands under ${places.join(' and ')}` }] : [];
}

function processedTwice(documents: readonly SentDocument[]): Finding[] {
  const processed = Map.groupBy(
    documents.filter(({ outcome }) => outcome?.status === 'PROCESSED'),
    ({ planned }) => contentOf(planned),
  );
  return [...processed].flatMap(([about, copies]) =>
    copies.length > 1 ? [{ about, what: `its content was processed ${copies.length} times` }] : [],
  );
}

function matchedTwice(pair: SentPair): Finding[] {
  return pair.matches.size > 1
    ? [{ about: nameOf(pair), what: `has ${pair.matches.size} matches: ${[...pair.matches.keys()].join(', ')}` }]
    : [];
}

function wrongOutcome({ planned, outcome }: SentDocument, { outcomes }: StandingDocuments): Finding[] {
  if (!outcome) return [];
  const expected = expectedOutcome(planned);
  const about = planned.key;
  if (!isAsExpected(expected, outcome)) {
    const wanted = expected.kind === 'refused' ? `${expected.status} ${expected.reason}` : 'PROCESSED or DUPLICATE';
    return [{ about, what: `is ${outcome.status} ${outcome.reason ?? ''}, not ${wanted}` }];
  }
  const place: Outcome = outcome.reason === undefined ? 'PROCESSED' : outcomeOf(outcome.reason);
  const [stands = place] = outcomes.get(about) ?? [];
  return stands === place ? [] : [{ about, what: `is ${outcome.status}, and stands under ${stands}` }];
}

function missingNotification({ planned, outcome, notified }: SentDocument): Finding[] {
  const failed = outcome?.status === 'FAILED' || outcome?.status === 'QUARANTINED';
  return failed && notified === 0
    ? [{ about: planned.key, what: `is ${outcome.status}, and nobody was notified` }]
    : [];
}

function wrongMatch(pair: SentPair, record: RunRecord): Finding[] {
  const about = nameOf(pair);
  const expected = expectedMatch(pair);
  return [...pair.matches.values()].flatMap(({ status, bankKey, counterpartyKey }) => {
    const [bank, counterparty] = [record.pairOf(bankKey), record.pairOf(counterpartyKey)];
    if (bank !== counterparty)
      return [{ about, what: `was matched with another trade: ${bankKey}, ${counterpartyKey}` }];
    return status === expected ? [] : [{ about, what: `is ${status}, not ${expected}` }];
  });
}

function nameOf({ planned, sides }: SentPair): string {
  return `pair ${planned.number} (${Object.values(sides)
    .map((side) => side.planned.key)
    .join(', ')})`;
}
