import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { isSource, type Trade } from '@trade-matching/domain';
import { describe, expect, test } from 'vitest';
import { readConfirmation } from './read-confirmation.ts';

// Real confirmations with what is true of them. A user does not have this folder; where it is, it is held to.
const folder = process.env.TRADE_MATCHING_SAMPLES ?? path.resolve(import.meta.dirname, '../../../../../shared/samples');
const manifest = path.join(folder, 'manifest.json');

interface SampleDocument {
  readonly path: string;
  readonly expectation: string;
  readonly truth?: Record<string, string>;
}

const documents: SampleDocument[] = existsSync(manifest)
  ? (JSON.parse(readFileSync(manifest, 'utf8')) as { documents: SampleDocument[] }).documents
  : [];

describe.runIf(documents.length > 0)('the sample confirmations', () => {
  const accepted = documents.filter(({ expectation }) => expectation === 'accept');
  test.each(accepted)('$path says what its truth says', async ({ path: file, truth = {} }) => {
    const source = truth.source_type;
    const extraction = await readConfirmation(
      readFileSync(path.join(folder, file)),
      isSource(source) ? source : 'COUNTERPARTY',
    );
    if (extraction.outcome !== 'extracted') throw new Error(extraction.refusal.message);
    const { trade } = extraction.extracted;
    const wrong = Object.entries(truth).filter(([field, value]) => !same(trade[field as keyof Trade], value));
    expect(wrong.map(([field, value]) => `${field}: ${value}, read ${trade[field as keyof Trade]}`)).toEqual([]);
  });
});

function same(read: string | undefined, truth: string): boolean {
  return read === truth || (read !== undefined && /^-?[\d.]+$/.test(truth) && Number(read) === Number(truth));
}
