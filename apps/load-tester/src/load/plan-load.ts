import { REFUSED_SAMPLES } from '@trade-matching/confirmations';
import { SOURCES, type Source } from '@trade-matching/domain';
import { type SeededChoice, seededChoice } from '@trade-matching/sandbox';
import { type Mix, type PairStatus, shareBetween } from './mix.ts';
import { type PlannedDocument, type PlannedPair, type RunIdentity, runPrefix } from './planned-document.ts';

/** Documents are planned in blocks of this many, each whole in itself, so that a load without end needs no end. */
const BLOCK = 1000;
/** A duplicate comes when its original is most likely processed: that is what duplicates are in earnest. */
const ORIGINALS_UNTIL = 0.5;
const DUPLICATES_FROM = 0.7;

/**
 * The documents of a load in the order in which they are sent: the mix met exactly over the whole, sides of pairs
 * anywhere in a block. An odd number leaves one confirmation alone.
 *
 * @param documents how many; `Infinity` for as long as somebody asks
 */
export function* planLoad(run: RunIdentity, documents: number, mix: Mix): Generator<PlannedDocument> {
  let pairs = 0;
  for (let from = 0; from < documents; from += BLOCK) {
    const block = planBlock(run, { from, to: Math.min(documents, from + BLOCK), firstPair: pairs }, mix);
    pairs += block.pairs;
    yield* block.documents;
  }
}

interface Block {
  readonly from: number;
  readonly to: number;
  readonly firstPair: number;
}

function planBlock(run: RunIdentity, { from, to, firstPair }: Block, mix: Mix) {
  const choice = seededChoice(run.seed);
  const bad = shareBetween(mix.bad, from, to);
  const duplicates = shareBetween(mix.duplicate, from, to);
  const confirmations = to - from - bad - duplicates;
  const pairs = Math.floor(confirmations / 2);
  const statuses = shuffled(statusesOf(mix, firstPair, pairs), choice, 'status', from);
  const sources: readonly Source[] = SOURCES;
  const documents: PlannedDocument[] = [];
  const add = (source: Source, name: string, content: PlannedDocument['content']) =>
    documents.push({ key: `${runPrefix(run, source)}${name}`, source, content });

  for (const [i, status] of statuses.entries()) {
    const pair: PlannedPair = { number: firstPair + i, status };
    for (const source of sources) add(source, `${pair.number}.pdf`, { kind: 'confirmation', pair, alone: false });
  }
  const alone = confirmations % 2;
  if (alone === 1) {
    const pair: PlannedPair = { number: firstPair + pairs, status: 'MATCHED' };
    add('BANK', `${pair.number}.pdf`, { kind: 'confirmation', pair, alone: true });
  }
  for (let i = 0; i < bad; i++) {
    const number = from + i;
    const sample = REFUSED_SAMPLES[Math.floor(choice('bad', number) * REFUSED_SAMPLES.length)];
    if (sample) add(sources[i % 2] ?? 'BANK', `bad-${number}-${sample.name}`, { kind: 'bad', sample, number });
  }
  const order = shuffled(documents, choice, 'order', from);
  return { documents: withDuplicates(run, order, duplicates, choice, from), pairs: pairs + alone };
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
