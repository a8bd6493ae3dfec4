import { createHash } from 'node:crypto';
import { pairingKeys } from '@trade-matching/matching';
import { describe, expect, test } from 'vitest';
import { planLoad } from './plan-load.ts';
import { type PlannedDocument, printDocument, type RunIdentity, tradesOf } from './planned-document.ts';

const run: RunIdentity = { id: 'MIE2X0QZ', day: '2026-11-25', seed: 7 };
const mix = { mismatch: 0.05, withinTolerance: 0.1, duplicate: 0.02, bad: 0.02 };
const plan = (documents: number, of = mix, identity = run) => [...planLoad(identity, documents, of)];
const hash = (document: PlannedDocument, identity = run) =>
  createHash('sha256').update(printDocument(identity, document)).digest('hex');

function counts(documents: readonly PlannedDocument[]): Record<string, number> {
  const counted: Record<string, number> = {};
  for (const { content } of documents) {
    const kind = content.kind === 'confirmation' ? (content.alone ? 'alone' : content.pair.status) : content.kind;
    counted[kind] = (counted[kind] ?? 0) + 1;
  }
  return counted;
}

describe('the load', () => {
  test('a planned load meets its mix exactly, over blocks too', () => {
    expect(counts(plan(5000))).toEqual({
      MATCHED: 4080,
      MATCHED_WITHIN_TOLERANCE: 480,
      MISMATCHED: 240,
      duplicate: 100,
      bad: 100,
    });
    expect(counts(plan(61))).toEqual({
      MATCHED: 50,
      MATCHED_WITHIN_TOLERANCE: 6,
      MISMATCHED: 2,
      alone: 1,
      duplicate: 1,
      bad: 1,
    });
  });

  test('a planned load that ends before its plan has most of its pairs whole, and its mix', () => {
    const documents = planLoad(run, Number.POSITIVE_INFINITY, { ...mix, bad: 0.05 });
    const sent = documents.take(450).toArray();
    const sides = Map.groupBy(
      sent.filter(({ content }) => content.kind === 'confirmation'),
      ({ content }) => content.kind === 'confirmation' && content.pair.number,
    );
    expect([...sides.values()].filter((both) => both.length === 1).length).toBeLessThan(40);
    expect(counts(sent).alone).toBeUndefined();
    expect(Math.abs((counts(sent).bad ?? 0) - 22)).toBeLessThanOrEqual(3);
  });

  test('a planned load is half the bank’s and half the counterparty’s, under keys of its own', () => {
    const documents = plan(5000);
    const banks = documents.filter(({ source }) => source === 'BANK').length;
    expect(Math.abs(banks - 2500)).toBeLessThanOrEqual(100);
    expect(new Set(documents.map(({ key }) => key)).size).toBe(5000);
    expect(documents.every(({ key, source }) => key.startsWith(`${source}/2026/11/25/load-test-MIE2X0QZ/`))).toBe(true);
  });

  test('a planned load has different bytes in every document, but for duplicates and empty files', () => {
    const documents = plan(2000).filter(
      ({ content }) =>
        content.kind === 'confirmation' || (content.kind === 'bad' && content.sample.reason !== 'EMPTY_FILE'),
    );
    expect(new Set(documents.map((document) => hash(document))).size).toBe(documents.length);
  });

  test('a planned load sends a duplicate after its original, with the same bytes', () => {
    const documents = plan(2000, { ...mix, duplicate: 0.3 });
    const duplicates = documents.filter(({ content }) => content.kind === 'duplicate');
    expect(duplicates).toHaveLength(600);
    for (const duplicate of duplicates) {
      if (duplicate.content.kind !== 'duplicate') continue;
      expect(documents.indexOf(duplicate.content.of)).toBeLessThan(documents.indexOf(duplicate));
      expect(hash(duplicate)).toBe(hash(duplicate.content.of));
    }
  });

  test('a planned load is the same again with the same seed, under references that pair with no other run’s', () => {
    const again = { ...run, id: 'MIE2X0R0' };
    const [first, second] = [plan(500), plan(500, mix, again)];
    const shape = (documents: readonly PlannedDocument[]) =>
      documents.map(({ source, content }) => [source, content.kind, content.kind === 'confirmation' && content.pair]);
    expect(shape(second)).toEqual(shape(first));
    expect(shape(plan(500, mix, { ...run, seed: 8 }))).not.toEqual(shape(first));
    const bytes = new Set(first.map((document) => hash(document)));
    const same = second.filter((document) => bytes.has(hash(document, again)));
    expect(same.every((document) => printDocument(again, document).length === 0)).toBe(true);
    const bank = (identity: RunIdentity) => pairingKeys(tradesOf(identity, { number: 3, status: 'MATCHED' }).bank);
    expect(bank(again).own).not.toBe(bank(run).own);
    expect(bank(again).other).not.toBe(bank(run).other);
  });
});
