import type { Trade, TradeField } from '@trade-matching/domain';
import { expect, test } from 'vitest';
import { compareField } from './compare-field.ts';
import type { Tolerance } from './profile.ts';

const EXACT: Tolerance = { kind: 'exact' };
const trade = (fields: { readonly [F in TradeField]?: string }): Trade => ({
  product: 'INTEREST_RATE_SWAP',
  source_type: 'BANK',
  ...fields,
});
const verdict = (field: TradeField, ours: string, theirs: string, tolerance: Tolerance = EXACT) =>
  compareField(field, trade({ [field]: ours }), trade({ [field]: theirs }), tolerance).verdict;

test.each<[TradeField, string, string]>([
  ['spread_bps', '-.25', '.25'],
  ['notional', '1,000.00', '1.000,00'],
  ['trade_date', '2025-02-30', '2025-03-02'],
  ['underlier', 'ガス', 'カス'],
  ['underlier', '+', '-'],
  ['fixed_day_count', '30/360', '30E/360'],
  ['floating_rate_index', 'EUR-EURIBOR-Reuters', 'EUR-EURIBOR-Telerate'],
  ['floating_rate_index', 'USD-SOFR CME Term', 'USD-SOFR-OIS Compound'],
  ['reference_obligation', 'US345370CA64', 'US345370CR99'],
  ['reference_obligation', 'CUSIP 008916AB4', 'CUSIP 008916AC2'],
  ['option_type', 'EUR_PUT_GBP_CALL', 'EUR_CALL_GBP_PUT'],
  ['governing_law', 'English law', 'New York law'],
  ['business_centers', 'London', 'London, New York'],
])('%s: %s and %s differ', (field, ours, theirs) => {
  expect(verdict(field, ours, theirs)).toBe('DIFFERENT');
});

test.each<[TradeField, string, string]>([
  ['reference_obligation', 'US 345370CA64', 'us345370-ca64'],
  ['bank_name', 'Société  GÉNÉRALE, S.A.', 'Societe Generale S.A.'],
  ['fixed_rate', '3.75', '3.7500'],
  ['commodity', 'ＷＴＩ', 'WTI'],
  ['floating_rate_index', 'USD-SOFR-COMPOUND', 'USD-SOFR-OIS Compound'],
  ['floating_rate_index', 'EUR-EURIBOR-Reuters', 'EUR-EURIBOR'],
  ['reference_obligation', 'CUSIP 008916AB4', '008916AB4'],
  ['reference_obligation', 'ISIN: US008916AB45', 'CUSIP 008916AB4'],
  ['option_type', 'EUR_PUT_GBP_CALL', 'GBP_CALL_EUR_PUT'],
  ['governing_law', 'English law', 'the laws of England and Wales'],
  ['governing_law', 'New York', 'Laws of the State of New York'],
  ['governing_law', 'Droit irlandais', 'Irish law'],
  ['business_centers', 'London and New York', 'New York, London'],
  ['business_centers', 'TARGET2', 'TARGET'],
])('%s: %s and %s are equal', (field, ours, theirs) => {
  expect(verdict(field, ours, theirs)).toBe('EQUAL');
});

test.each<[TradeField, string, string, Tolerance, string]>([
  ['notional', '10000', '10001', { kind: 'percent', percent: '0.01' }, 'WITHIN_TOLERANCE'],
  ['notional', '10001', '10000', { kind: 'percent', percent: '0.01' }, 'WITHIN_TOLERANCE'],
  ['notional', '10000', '9999', { kind: 'percent', percent: '0.01' }, 'DIFFERENT'],
  ['notional', '9999', '10000', { kind: 'percent', percent: '0.01' }, 'DIFFERENT'],
  ['fixed_rate', '3.75', '3.76', { kind: 'basis-points', basisPoints: '1' }, 'WITHIN_TOLERANCE'],
  ['spread_bps', '25', '26', { kind: 'basis-points', basisPoints: '1' }, 'WITHIN_TOLERANCE'],
  ['spread_bps', '25', '26.1', { kind: 'basis-points', basisPoints: '1' }, 'DIFFERENT'],
  ['fixed_price', '71.85', '71.80', { kind: 'absolute', units: '0.05' }, 'WITHIN_TOLERANCE'],
  ['fixed_price', '71.85', '71.79', { kind: 'absolute', units: '0.05' }, 'DIFFERENT'],
])('%s: %s and %s under %o', (field, ours, theirs, tolerance, expected) => {
  expect(verdict(field, ours, theirs, tolerance)).toBe(expected);
});

const NAME: Tolerance = { kind: 'name-variant', identifier: ['reference_obligation'] };
const names = (ours: string, theirs: string, theirIsin = 'US345370CA64') =>
  compareField(
    'reference_entity',
    trade({ reference_entity: ours, reference_obligation: 'US345370CA64' }),
    trade({ reference_entity: theirs, reference_obligation: theirIsin }),
    NAME,
  ).verdict;

test.each([
  ['Ford Motor Company', 'FORD MOTOR CO.'],
  ['Ford Motor Company', 'Ford Motor'],
  ['Harbour Bank plc', 'Harbour Bank Public Limited Company'],
  ['Goldman Sachs International', 'Goldman Sachs Intl'],
  ['J.P. Morgan Securities plc', 'JPMorgan Securities'],
  ['Deutsche Telekom AG', 'Deutsche Telekom Aktiengesellschaft'],
  ['Republic of Italy', 'ITALY, REPUBLIC OF'],
  ['Northgate Capital', 'Northgaet Capital'],
])('%s and %s are one name with one identifier, and two without', (ours, theirs) => {
  expect([names(ours, theirs), names(theirs, ours)]).toEqual(['WITHIN_TOLERANCE', 'WITHIN_TOLERANCE']);
  expect(names(ours, theirs, 'US0000000000')).toBe('DIFFERENT');
});

test('initials and a longer name are within tolerance by the company’s own identifier, and for review by an obligation’s', () => {
  const lei = { bank_lei: '5299BANK00000000000A' };
  const tolerance: Tolerance = { kind: 'name-variant', identifier: ['bank_lei'] };
  for (const other of ['FAB', 'First Abu Dhabi Bank Branch PJSC']) {
    const [ours, theirs] = [
      trade({ bank_name: 'First Abu Dhabi Bank PJSC', ...lei }),
      trade({ bank_name: other, ...lei }),
    ];
    expect(compareField('bank_name', ours, theirs, tolerance).verdict).toBe('WITHIN_TOLERANCE');
    expect(names('First Abu Dhabi Bank PJSC', other)).toBe('DIFFERENT');
  }
});

test.each([
  ['Ford Motor Company', 'General Motors Company'],
  ['Republic of Italy', 'Republic of Turkey'],
  ['Aster Fund 1 LP', 'Aster Fund 2 LP'],
  ['Harbour Bank plc', 'Northgate LLC'],
])('%s and %s are two names whatever the identifier', (ours, theirs) => {
  expect([names(ours, theirs), names(theirs, ours)]).toEqual(['DIFFERENT', 'DIFFERENT']);
});
