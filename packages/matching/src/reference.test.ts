import { expect, test } from 'vitest';
import { compareTrades } from './compare-trades.ts';
import { pairingKeys } from './pairing-keys.ts';
import { identityReference, looseReference } from './reference.ts';
import { tieBetween } from './tie.ts';

test.each([
  ['FX-2024-1-11', 'FX-2024-11-1', 'separators between groups of digits'],
  ['FX-2024-1-11', 'FX2024111', 'separators that one leaves out'],
  ['交易-1', '契約-1', 'letters of a script without case'],
  ['СДЕЛКА-1', 'ЗАЯВКА-1', 'Cyrillic letters'],
  ['É-1', 'E-1', 'accents'],
])('%s and %s are two references: %s count', (ours, theirs) => {
  expect(identityReference(ours)).not.toBe(identityReference(theirs));
});

test.each([
  ['FX 2024/1/11', 'FX-2024-1-11'],
  ['fx-2024-1-11', 'FX-2024-1-11'],
  ['NWB 014410X', 'NWB-014410X'],
  ['NWB014410X', 'NWB-014410X'],
  ['ＦＸ－１２', 'FX-12'],
  ['FX-2024-1-\n11 ', 'FX-2024-1-11'],
])('%j and %j are one reference', (ours, theirs) => {
  expect(identityReference(ours)).toBe(identityReference(theirs));
});

test('all of them are found under one loose form', () => {
  const printed = ['FX-2024-1-11', 'FX-2024-11-1', 'FX2024111', 'fx 2024/1/11'];
  expect(new Set(printed.map((reference) => looseReference(identityReference(reference))))).toEqual(
    new Set(['FX2024111']),
  );
});

const bank = (trade_id: string) => ({ product: 'FX_FORWARD', source_type: 'BANK', trade_id, notional: '1' }) as const;
const names = (other_reference: string) =>
  ({ product: 'FX_FORWARD', source_type: 'COUNTERPARTY', other_reference, notional: '1' }) as const;
const tie = (reference: string, named: string) => tieBetween(pairingKeys(bank(reference)), pairingKeys(names(named)));

test('a document that names a reference names that one, however it is spaced, and not its neighbour', () => {
  expect(tie('FX-2024-1-11', 'FX 2024/1/11')).toEqual({ rank: 2, rule: 'reference' });
  expect(tie('FX-2024-1-11', 'FX-2024-11-1')).toBeUndefined();
});

test('a reference without its separators finds a candidate, which is for review', () => {
  expect(tie('FX-2024-1-11', 'FX2024111')).toEqual({ rank: 4, rule: 'reference' });
  const compare = (named: string) =>
    compareTrades(side(bank('FX-2024-1-11')), side(names(named)), { pairedBy: 'reference' });
  expect(compare('FX2024111')).toMatchObject({ status: 'REVIEW', flags: [{ code: 'SIMILAR_REFERENCE' }] });
  expect(compare('FX 2024/1/11')).toMatchObject({ status: 'MATCHED', flags: [] });
});

const side = (trade: ReturnType<typeof bank> | ReturnType<typeof names>) => ({
  trade,
  flags: [],
  evidence: {},
  inferred: {},
  other_terms: [],
});
