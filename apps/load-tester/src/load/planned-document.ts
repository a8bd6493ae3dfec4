import { createHash } from 'node:crypto';
import {
  LAYOUTS,
  mismatched,
  type PrintOptions,
  type RefusedSample,
  renderConfirmation,
  samplePair,
  type TradePair,
  withinTolerance,
  withReferences,
} from '@trade-matching/confirmation-samples';
import type { Source } from '@trade-matching/domain';
import type { PairStatus } from './mix.ts';

/** Both sides of a trade, as they are sent, and what must become of them. */
export interface PlannedPair {
  readonly number: number;
  readonly status: PairStatus;
}

/** What a document holds, enough to print it again. */
export type Content =
  /** One side of a pair. `alone`: the other side is never sent. */
  | { readonly kind: 'confirmation'; readonly pair: PlannedPair; readonly alone: boolean }
  | { readonly kind: 'duplicate'; readonly of: PlannedDocument }
  | { readonly kind: 'bad'; readonly sample: RefusedSample; readonly number: number };

/** A document of the load. Its bytes are printed when they are uploaded, not before. */
export interface PlannedDocument {
  readonly key: string;
  readonly source: Source;
  readonly content: Content;
}

/** What tells one run's documents from another's, and from everybody else's. */
export interface RunIdentity {
  /** Letters and digits, another one each run. */
  readonly id: string;
  /** ISO date, in the keys. */
  readonly day: string;
  /** The same seed sends the same trades in the same order. */
  readonly seed: number;
}

/** Where a run's documents of a source are uploaded: `BANK/2026/11/25/load-test-MIE2X0QZ/`. */
export function runPrefix({ id, day }: RunIdentity, source: Source): string {
  return `${source}/${day.replaceAll('-', '/')}/load-test-${id}/`;
}

/** The bytes of a document: always the same for the same document. */
export function printDocument(run: RunIdentity, document: PlannedDocument, print: PrintOptions = {}): Uint8Array {
  const { content, source } = document;
  switch (content.kind) {
    case 'duplicate':
      return printDocument(run, content.of, print);
    case 'bad':
      return content.sample.bytes(numberOfRun(run) + content.number);
    case 'confirmation': {
      const { bank, counterparty } = tradesOf(run, content.pair);
      const trade = source === 'BANK' ? bank : counterparty;
      const layout = LAYOUTS[(content.pair.number + (source === 'BANK' ? 0 : 1)) % LAYOUTS.length] ?? 'letter';
      return renderConfirmation(trade, layout, 'NEW', print);
    }
  }
}

/** The trades of a pair: references are the run's own, so that it pairs with nothing but its other side. */
export function tradesOf({ id, seed }: RunIdentity, { number, status }: PlannedPair): TradePair {
  const plain = withReferences(
    samplePair((seed % 9_973) * 100_003 + number),
    `LT${id}-B${number}`,
    `LT${id}-C${number}`,
  );
  switch (status) {
    case 'MATCHED':
      return plain;
    case 'MATCHED_WITHIN_TOLERANCE':
      return withinTolerance(plain);
    case 'MISMATCHED':
      return mismatched(plain);
  }
}

/** Another one each run, so that a bad file of this run is no earlier one's bytes. */
function numberOfRun({ id }: RunIdentity): number {
  return createHash('sha256').update(id).digest().readUInt32BE() * 1_000;
}
