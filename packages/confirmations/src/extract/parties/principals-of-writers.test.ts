import { expect, test } from 'vitest';
import { BANKS_LEI, CLIENTS_LEI, partiesOfForward } from '../../../test/forward-page.ts';

const partiesOf = (head: string, foot?: string) => partiesOfForward(head, 'COUNTERPARTY', foot);

const LEIS = { bank_lei: BANKS_LEI, counterparty_lei: CLIENTS_LEI };

test.each([
  [
    'an office of an endowment, in a memorandum',
    `Alderholt Endowment Management LLC
  Administrator for the Trustees of Alderholt College
  MEMORANDUM OF FX FORWARD
  To: Vale & Harbour Bank, London (LEI ${BANKS_LEI})
  For: Trustees of Alderholt College (LEI ${CLIENTS_LEI})`,
    '',
    'Trustees of Alderholt College',
  ],
  [
    'a manager whose name says nothing of what it does',
    `Brightwater Partners LLP
  as investment manager for Norwood Master Fund LP
  FX FORWARD CONFIRMATION
  To: Vale & Harbour Bank plc (LEI ${BANKS_LEI})
  LEI of Norwood Master Fund LP: ${CLIENTS_LEI}`,
    '',
    'Norwood Master Fund LP',
  ],
  [
    'a treasury company that signs as agent',
    `Kestrel Treasury Company Limited
  FX FORWARD CONFIRMATION
  To: Vale & Harbour Bank plc, LEI ${BANKS_LEI}
  For and on behalf of: Kestrel Shipping Limited, LEI ${CLIENTS_LEI}`,
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
