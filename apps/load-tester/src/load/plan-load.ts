import { REFUSED_SAMPLES } from '@trade-matching/confirmation-samples';
import { SOURCES, type Source } from '@trade-matching/domain';
import { type SeededChoice, seededChoice } from '@trade-matching/local-aws/faults';
import { type Mix, type PairStatus, shareBetween } from './mix.ts';
import { type PlannedDocument, type PlannedPair, type RunIdentity, runPrefix } from './planned-document.ts';

/** Documents are planned in blocks of about this many, each whole in itself, so that a load may end at any time. */
const BLOCK = 100;
/** A duplicate comes when its original is most likely processed: that is what duplicates are in earnest. */
const ORIGINALS_UNTIL = 0.5;
const DUPLICATES_FROM = 0.7;

/**
 * The documents of a load in the order in which they are sent: the mix met exactly over the whole, sides of pairs
 * anywhere in a block. An odd number leaves one confirmation alone, in the last block.
 *
 * @param documents how many; `Infinity` for as long as somebody asks
 */
export function* planLoad(run: RunIdentity, documents: number, mix: Mix): Generator<PlannedDocument> {
  const choice = seededChoice(run.seed);
  for (let from = 0; from < documents; from += BLOCK) {
    const to = Math.min(documents, from + BLOCK);
    yield* planBlock(run, { from, to, isLast: to === documents }, mix, choice);
  }
}

interface Block {
  readonly from: number;
  readonly to: number;
  readonly isLast: boolean;
}

function planBlock(
  run: RunIdentity,
  { from, to, isLast }: Block,
  mix: Mix,
  choice: SeededChoice,
): readonly PlannedDocument[] {
  const confirmationsUntil = (end: number) => end - shareBetween(mix.bad, 0, end) - shareBetween(mix.duplicate, 0, end);
  const firstPair = Math.floor(confirmationsUntil(from) / 2);
  const pairs = Math.floor(confirmationsUntil(to) / 2) - firstPair;
  const firstBad = shareBetween(mix.bad, 0, from);
  const bad = shareBetween(mix.bad, from, to);
  const sources: readonly Source[] = SOURCES;
  const documents: PlannedDocument[] = [];
  const add = (source: Source, name: string, content: PlannedDocument['content']) =>
    documents.push({ key: `${runPrefix(run, source)}${name}`, source, content });

  const statuses = shuffled(statusesOf(mix, firstPair, pairs), choice, 'status', from);
  for (const [i, status] of statuses.entries()) {
    const pair: PlannedPair = { number: firstPair + i, status };
    for (const source of sources) add(source, `${pair.number}.pdf`, { kind: 'confirmation', pair, alone: false });
  }
  if (isLast && confirmationsUntil(to) % 2 === 1) {
    const pair: PlannedPair = { number: firstPair + pairs, status: 'MATCHED' };
    add('BANK', `${pair.number}.pdf`, { kind: 'confirmation', pair, alone: true });
  }
  for (let number = firstBad; number < firstBad + bad; number++) {
    const sample = REFUSED_SAMPLES[Math.floor(choice('bad', number) * REFUSED_SAMPLES.length)];
    if (sample) add(sources[number % 2] ?? 'BANK', `bad-${number}-${sample.name}`, { kind: 'bad', sample, number });
  }
  const order = shuffled(documents, choice, 'order', from);
  return withDuplicates(run, order, shareBetween(mix.duplicate, from, to), choice, from);
}

function statusesOf({ mismatch, withinTolerance }: Mix, first: number, pairs: number): PairStatus[] {
  const mismatches = shareBetween(mismatch, first, first + pairs);
  const within = Math.min(pairs - mismatches, shareBetween(withinTolerance, first, first + pairs));
  return Array.from({ length: pairs }, (_, i) =>
    i < mismatches ? 'MISMATCHED' : i < mismatches + within ? 'MATCHED_WITHIN_TOLERANCE' : 'MATCHED',
  );
}

/** Puts duplicates of what comes early in the order into its last part. */
function withDuplicates(
  run: RunIdentity,
  order: readonly PlannedDocument[],
  duplicates: number,
  choice: SeededChoice,
  from: number,
): PlannedDocument[] {
  const isConfirmation = ({ content }: PlannedDocument) => content.kind === 'confirmation';
  const early = order.slice(0, Math.ceil(order.length * ORIGINALS_UNTIL)).filter(isConfirmation);
  const originals = early.length > 0 ? early : order.filter(isConfirmation);
  const result = [...order];
  const first = Math.ceil(order.length * DUPLICATES_FROM);
  for (let i = 0; i < duplicates; i++) {
    // Each original once, as long as there are originals.
    const of = originals[Math.floor((i * originals.length) / duplicates)] ?? originals[0];
    if (!of) break;
    const key = `${runPrefix(run, of.source)}again-${from + i}.pdf`;
    const at = Math.max(
      result.indexOf(of) + 1,
      first + Math.floor(choice('again', from + i) * (result.length - first)),
    );
    result.splice(at, 0, { key, source: of.source, content: { kind: 'duplicate', of } });
  }
  return result;
}

function shuffled<T>(items: readonly T[], choice: SeededChoice, what: string, block: number): T[] {
  const result = [...items];
  for (let i = result.length - 1; i > 0; i--) {
    const j = Math.floor(choice(what, block, i) * (i + 1));
    [result[i], result[j]] = [result[j] as T, result[i] as T];
  }
  return result;
}
