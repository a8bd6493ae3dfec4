import {
  boundExtracted,
  bytesOf,
  type ExtractedTrade,
  longestValue,
  notificationText,
  type OtherTerm,
  plainText,
  TRADE_FIELDS,
  type TradeRecord,
} from '@trade-matching/domain';
import { BUILT_IN_PROFILES } from '@trade-matching/matching';
import { expect, test } from 'vitest';
import { notificationOfMatch } from '../notifications.ts';
import { comparePair } from './compare-pair.ts';

const ITEM_BYTES = 400 * 1024;
const TOPIC_BYTES = 256 * 1024;

/** A document that prints as much as is kept, and more, of everything. */
function enormous(source: 'BANK' | 'COUNTERPARTY', valueBytes: (longest: number) => number): ExtractedTrade {
  const letter = source === 'BANK' ? '書' : '字';
  const long = letter.repeat(50_000);
  const boxes = Array.from({ length: 500 }, () => ({ x: 100.123456, y: 200.123456, width: 300.5, height: 9.25 }));
  const place = { page: 1, line: 1, boxes };
  const term = (i: number): OtherTerm => ({
    label: long,
    key: `${i} ${long}`,
    literal: long,
    economic: true,
    ...place,
  });
  const value = (field: (typeof TRADE_FIELDS)[number]) =>
    letter.repeat(Math.floor(valueBytes(longestValue(field)) / Buffer.byteLength(letter)));
  return {
    document_kind: 'NEW',
    trade: {
      ...Object.fromEntries(TRADE_FIELDS.map((field) => [field, value(field)])),
      product: 'INTEREST_RATE_SWAP',
      source_type: source,
    },
    evidence: Object.fromEntries(
      TRADE_FIELDS.map((field) => [field, { label: long, literal: long, confidence: 1, ...place }]),
    ),
    inferred: Object.fromEntries(TRADE_FIELDS.map((field) => [field, long])),
    flags: Array.from({ length: 500 }, () => ({ code: 'CONTRADICTION', severity: 'review', message: long }) as const),
    other_terms: Array.from({ length: 300 }, (_, i) => term(i)),
    accounting: { lines: 9, accounted: 9 },
  };
}

const record = (source: 'BANK' | 'COUNTERPARTY'): TradeRecord => ({
  ...boundExtracted(enormous(source, (longest) => longest)),
  ...{ trade_key: source, version: 1, revision: 1, source, document_hash: 'h'.repeat(64) },
  s3_key: `${source}/${'k'.repeat(1_000)}`,
  event_time: '2026-11-23T10:00:00.000Z',
  updated_at: '2026-11-23T10:00:00.000Z',
  match_status: 'UNMATCHED',
});

test('the greatest trade, match, reasons and notification fit into what AWS takes', () => {
  const [bank, counterparty] = [record('BANK'), record('COUNTERPARTY')];
  const { match, reasons } = comparePair(bank, counterparty, 'reference', bank.updated_at, BUILT_IN_PROFILES);
  expect(bytesOf(bank)).toBeLessThan(ITEM_BYTES);
  expect(bytesOf(match)).toBeLessThan(ITEM_BYTES);
  expect(bytesOf(reasons)).toBeLessThan(ITEM_BYTES);
  const notification = notificationOfMatch(match);
  const message = JSON.stringify({ default: notificationText(notification), email: plainText(notification) });
  expect(Buffer.byteLength(message)).toBeLessThan(TOPIC_BYTES - 2_000);
});

test('a value that is longer than its field is left out, flagged for review, and quoted', () => {
  const { trade, flags } = boundExtracted({
    ...enormous('BANK', (longest) => longest),
    flags: [],
    trade: {
      product: 'INTEREST_RATE_SWAP',
      source_type: 'BANK',
      floating_rate_index: 'x'.repeat(500_000),
      notional: '1',
    },
  });
  expect(trade).toEqual({ product: 'INTEREST_RATE_SWAP', source_type: 'BANK', notional: '1' });
  expect(flags).toContainEqual(
    expect.objectContaining({ code: 'LEFT_OUT', severity: 'review', field: 'floating_rate_index' }),
  );
});

test('two long terms that begin alike stay two', () => {
  const one = {
    ...enormous('BANK', () => 3),
    other_terms: ['a', 'b'].map((end) => ({
      label: 'Clause',
      key: 'clause',
      literal: `${'x'.repeat(5_000)}${end}`,
      page: 1,
      line: 1,
      economic: true,
    })),
  };
  const [first, second] = boundExtracted({ ...one, evidence: {}, inferred: {}, flags: [] }).other_terms;
  expect(first?.literal).not.toBe(second?.literal);
});

test('a notification that is too long is shortened, says so, and says where to read the whole', () => {
  const body = { match_id: 'm', differences: Array.from({ length: 500 }, () => ({ bank: 'x'.repeat(2_000) })) };
  const attributes = { error: 'true', event_type: 'TradeMismatched', severity: 'high', source_type: 'BANK' } as const;
  const text = notificationText({ subject: 's', attributes, body, whole: 'npm run -s cli -- trade T' });
  expect(Buffer.byteLength(text)).toBeLessThan(TOPIC_BYTES);
  expect(JSON.parse(text)).toMatchObject({
    match_id: 'm',
    shortened: true,
    read_the_whole: 'npm run -s cli -- trade T',
  });
});
