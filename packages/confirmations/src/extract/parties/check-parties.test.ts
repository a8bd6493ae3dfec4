import { renderConfirmation, samplePair } from '@trade-matching/confirmation-samples';
import type { Trade } from '@trade-matching/domain';
import { expect, test } from 'vitest';
import { FoundFields } from '../found-fields.ts';
import { readConfirmation } from '../read-confirmation.ts';
import { checkParties, lookAlike } from './check-parties.ts';

const swap = [...Array(8).keys()]
  .map((number) => samplePair(number).bank)
  .find(({ product }) => product === 'INTEREST_RATE_SWAP');
const read = (trade: Trade) => readConfirmation(renderConfirmation(trade, 'letter'), 'BANK');

test('parties whose names differ by a letter are for a person to look at', async () => {
  if (!swap) throw new Error('No sample is a swap.');
  const named = { ...swap, bank_name: 'Meridian Commerce Bank plc', counterparty_name: 'Meridlan Commerce Bank plc' };
  expect(await read(named)).toMatchObject({
    extracted: {
      flags: expect.arrayContaining([expect.objectContaining({ code: 'AMBIGUOUS_PARTY', severity: 'review' })]),
    },
  });
});

test('one party that pays both legs of a swap is for a person to look at', async () => {
  if (!swap) throw new Error('No sample is a swap.');
  expect(await read({ ...swap, fixed_rate_payer: 'BANK', floating_rate_payer: 'BANK' })).toMatchObject({
    extracted: {
      flags: expect.arrayContaining([expect.objectContaining({ code: 'CONTRADICTION', severity: 'review' })]),
    },
  });
});

test.each([
  ['equity_amount_payer', 'floating_rate_payer'],
  ['floating_rate_payer', 'second_rate_payer'],
  ['fixed_price_payer', 'floating_price_payer'],
] as const)('a %s that is the %s too is flagged once', (one, other) => {
  const flagsOf = (side: string) => {
    const found = new FoundFields();
    found.infer(one, 'BANK', 'said');
    found.infer(other, side, 'said');
    checkParties(found);
    checkParties(found);
    return found.flags.filter(({ code }) => code === 'CONTRADICTION');
  };
  expect(flagsOf('BANK')).toEqual([expect.objectContaining({ severity: 'review', field: expect.any(String) })]);
  expect(flagsOf('COUNTERPARTY')).toEqual([]);
});

test.each([
  ['Meridian Bank plc', 'Meridlan Bank plc', true],
  ['Meridian Bank plc', 'Mеridian Bank plc', true],
  ['Meridian Bank PLC', 'Meridian Bank, plc', true],
  ['Northern Trust 2026-1', 'Northern Trust 2026-2', true],
  ['BNP', 'BPI', false],
  ['Meridian Bank plc', 'Meridian Bank Limited', false],
  ['Citibank N.A.', 'Citibank Europe plc', false],
])('%s and %s look alike: %s', (one, other, alike) => {
  expect(lookAlike(one, other)).toBe(alike);
});
