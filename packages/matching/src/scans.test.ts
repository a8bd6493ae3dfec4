import type { Flag, Trade } from '@trade-matching/domain';
import { describe, expect, test } from 'vitest';
import { chooseProfile } from './choose-profile.ts';
import { compareTrades } from './compare-trades.ts';
import { parseProfiles } from './parse-profiles.ts';

const TRADE: Omit<Trade, 'source_type'> = {
  product: 'FX_FORWARD',
  trade_id: 'A-1',
  counterparty_name: 'Northgate LLC',
  trade_date: '2026-11-02',
  settlement_date: '2026-12-02',
  ...{ currency: 'EUR', notional: '1000000.00', currency_2: 'USD', notional_2: '1085000.00', fx_rate: '1.085' },
  currency_buyer: 'BANK',
};
const bank: Trade = { ...TRADE, source_type: 'BANK' };
const counterparty: Trade = { ...TRADE, source_type: 'COUNTERPARTY' };
const scanned: Flag = { code: 'SCANNED', severity: 'review', message: 'Page 1 of 1 was read from a picture' };
const unsure: Flag = { code: 'UNSURE_SCAN', severity: 'review', field: 'fx_rate', message: 'fx_rate is not sure' };

const accepting = parseProfiles('{"counterparties":[{"name":"Northgate LLC","scans":"accept"}]}');

function status(flags: readonly Flag[], profiles?: ReturnType<typeof parseProfiles>) {
  const side = (trade: Trade, its: readonly Flag[]) => ({ trade, flags: its, other_terms: [] });
  return compareTrades(side(bank, []), side(counterparty, flags), {
    profile: chooseProfile([bank, counterparty], profiles),
  }).status;
}

describe('a pair with a scanned document', () => {
  test('is for review, however well it agrees', () => {
    expect(status([])).toBe('MATCHED');
    expect(status([scanned])).toBe('REVIEW');
  });

  test('may match where the counterparty’s profile accepts scans', () => {
    expect(status([scanned], accepting)).toBe('MATCHED');
  });

  test('is for review under any profile where engines read a value differently', () => {
    expect(status([scanned, unsure], accepting)).toBe('REVIEW');
  });

  test('is accepted of a counterparty alone, never of a product or of all', () => {
    expect(() => parseProfiles('{"default":{"scans":"accept"}}')).toThrow(/scans/);
    expect(() => parseProfiles('{"counterparties":[{"name":"N","scans":"perhaps"}]}')).toThrow(/review or accept/);
  });
});
