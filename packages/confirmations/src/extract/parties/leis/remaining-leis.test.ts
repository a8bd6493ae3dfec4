import { expect, test } from 'vitest';
import { BANKS_LEI, CLIENTS_LEI, partiesOfForward } from '../../../../test/forward-page.ts';

const BOTH = { bank_lei: BANKS_LEI, counterparty_lei: CLIENTS_LEI };
const NAMES = { bank_name: 'Harbour & Vale Bank plc', counterparty_name: 'Orion Metals GmbH' };

test.each([
  ['LEI der Bank / Bank’s LEI', 'LEI des Kunden / Customer’s LEI'],
  ['Our LEI', 'LEI code of the Customer'],
  ['LEI nostro', 'LEI vostro'],
  ['Bank: LEI', 'Customer: LEI'],
])('a label says by any word whose LEI it is: %s, %s', async (ours, theirs) => {
  const head = `
  Harbour & Vale Bank plc
  FX Forward Confirmation
  Bank | Harbour & Vale Bank plc
  Customer | Orion Metals GmbH
  ${ours} | ${BANKS_LEI}
  ${theirs} | ${CLIENTS_LEI}`;
  expect(await partiesOfForward(head)).toMatchObject({ ...NAMES, ...BOTH });
});

test('of two LEIs the one that is not the known party’s is the other party’s', async () => {
  const head = `
  Harbour & Vale Bank plc
  FX Forward Confirmation
  Bank | Harbour & Vale Bank plc
  Customer | Orion Metals GmbH
  Bank LEI | ${BANKS_LEI}
  Identifier | ${CLIENTS_LEI}`;
  expect(await partiesOfForward(head)).toMatchObject({ ...NAMES, ...BOTH });
});

test.each(['Broker LEI', 'LEI of the Guarantor', 'Issuer LEI', 'LEI Administrator'])(
  'an LEI of somebody besides the parties is neither’s: %s',
  async (label) => {
    const head = `
  Harbour & Vale Bank plc
  FX Forward Confirmation
  Bank | Harbour & Vale Bank plc
  Customer | Orion Metals GmbH
  Bank LEI | ${BANKS_LEI}
  ${label} | ${CLIENTS_LEI}`;
    expect(await partiesOfForward(head)).toMatchObject({ bank_lei: BANKS_LEI, counterparty_lei: undefined });
  },
);

test('an LEI behind a company that is no party is neither’s', async () => {
  const head = `
  Harbour & Vale Bank plc
  FX Forward Confirmation
  Bank | Harbour & Vale Bank plc
  Customer | Orion Metals GmbH
  Bank LEI | ${BANKS_LEI}
  Matched by | Quill Networks SAS, ${CLIENTS_LEI}`;
  expect(await partiesOfForward(head)).toMatchObject({ bank_lei: BANKS_LEI, counterparty_lei: undefined });
});

test('what a label with an LEI beside it calls a party names the party', async () => {
  const head = `
  Elm Harbour
  FX Forward Confirmation
  Port | Elm Harbour Operations Limited
  Port LEI | ${CLIENTS_LEI}
  Relationship bank | Harbour & Vale Bank plc
  Relationship bank LEI | ${BANKS_LEI}
  Calculation Agent | Port`;
  expect(await partiesOfForward(head, 'COUNTERPARTY')).toMatchObject({
    bank_name: 'Harbour & Vale Bank plc',
    counterparty_name: 'Elm Harbour Operations Limited',
    ...BOTH,
  });
});

test('a name with its address and role before its LEI is a party, in clauses with headings', async () => {
  const head = `
  Confirmation of an FX Forward Transaction
  The Bank and the Client have entered into the transaction of which the terms are laid down below.
  1. | Bank. Harbour & Vale Bank plc, London (the Bank), LEI ${BANKS_LEI}
  2. | Client. Société des Eaux de la Haute-Orne SAS, 4 rue Basse, 61000 Alençon, France (the Client),
  | LEI ${CLIENTS_LEI}`;
  expect(await partiesOfForward(head)).toMatchObject({
    bank_name: 'Harbour & Vale Bank plc',
    counterparty_name: 'Société des Eaux de la Haute-Orne SAS',
    ...BOTH,
  });
});

test('an administrator beside a fund with an LEI and its dealer is no party', async () => {
  const head = `
  FX Forward trade affirmation
  Issued by Kestrel Fund Services (Ireland) Limited, as administrator and agent for the Fund.
  Fund | Elm Credit Opportunities ICAV
  Fund LEI | ${CLIENTS_LEI}
  Dealer | Harbour & Vale Bank plc
  Dealer LEI | ${BANKS_LEI}`;
  expect(await partiesOfForward(head, 'COUNTERPARTY')).toMatchObject({
    bank_name: 'Harbour & Vale Bank plc',
    counterparty_name: 'Elm Credit Opportunities ICAV',
    ...BOTH,
  });
});

test('a fund’s paper turns who is whom: its counterparty in short is the bank', async () => {
  const head = `
  KESTREL CAPITAL LLP | TRADE AFFIRMATION
  FX Forward
  Fund | Elm Relative Value Master Fund Ltd
  Fund LEI | ${CLIENTS_LEI}
  Cpty | Harbour & Vale Bank plc
  Cpty LEI | ${BANKS_LEI}
  Calc Agent | Cpty`;
  expect(await partiesOfForward(head, 'COUNTERPARTY')).toMatchObject({ ...BOTH, calculation_agent: 'BANK' });
});
