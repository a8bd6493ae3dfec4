import { expect, test } from 'vitest';
import { readPage } from '../../../test/read-page.ts';

const BANKS = '213800R4UVS2D2JAW589';
const OWNERS = '529900ZZAQMHR1E8GE46';
const TERMS = `
  Trade Date: | 3 April 2026
  Value Date: | 7 May 2026
  We buy: | EUR 2,000,000.00
  We sell: | USD 2,310,000.00
  Exchange Rate: | 1.1550`;

const partiesOf = async (head: string, foot = '') => {
  const { trade, flags } = await readPage(`${head}\n${TERMS}\n${foot}`, 'COUNTERPARTY');
  const { bank_name, counterparty_name, bank_lei, counterparty_lei } = trade;
  return { bank_name, counterparty_name, bank_lei, counterparty_lei, flags };
};
const LEIS = { bank_lei: BANKS, counterparty_lei: OWNERS };

test.each([
  [
    'an office of an endowment, in a memorandum',
    `Alderholt Endowment Management LLC
  Administrator for the Trustees of Alderholt College
  MEMORANDUM OF FX FORWARD
  To: Vale & Harbour Bank, London (LEI ${BANKS})
  For: Trustees of Alderholt College (LEI ${OWNERS})`,
    '',
    'Trustees of Alderholt College',
  ],
  [
    'a manager whose name says nothing of what it does',
    `Brightwater Partners LLP
  as investment manager for Norwood Master Fund LP
  FX FORWARD CONFIRMATION
  To: Vale & Harbour Bank plc (LEI ${BANKS})
  LEI of Norwood Master Fund LP: ${OWNERS}`,
    '',
    'Norwood Master Fund LP',
  ],
  [
    'a treasury company that signs as agent',
    `Kestrel Treasury Company Limited
  FX FORWARD CONFIRMATION
  To: Vale & Harbour Bank plc, LEI ${BANKS}
  For and on behalf of: Kestrel Shipping Limited, LEI ${OWNERS}`,
    'Kestrel Treasury Company Limited, as agent',
    'Kestrel Shipping Limited',
  ],
])('the party is for whom the paper is written: %s', async (_kind, head, foot, party) => {
  const read = await partiesOf(head, foot);
  expect(read).toMatchObject({ counterparty_name: party });
  expect(read.bank_name).toMatch(/^Vale & Harbour Bank/);
  expect(read).toMatchObject(LEIS);
});

test('who writes is the party where nothing says for whom', async () => {
  const read = await partiesOf(`Brightwater Partners LLP
  FX FORWARD CONFIRMATION
  To: Vale & Harbour Bank plc
  For: Norwood Master Fund LP`);
  expect(read.counterparty_name).toBe('Brightwater Partners LLP');
});

test('the bank for which a form says it is meant is no principal', async () => {
  const read = await partiesOf(
    `Kestrel Shipping Limited
  FX FORWARD CONFIRMATION
  To: Vale & Harbour Bank plc
  For: Vale & Harbour Bank plc`,
    'Kestrel Shipping Limited, as agent',
  );
  expect(read).toMatchObject({ bank_name: 'Vale & Harbour Bank plc', counterparty_name: 'Kestrel Shipping Limited' });
});
