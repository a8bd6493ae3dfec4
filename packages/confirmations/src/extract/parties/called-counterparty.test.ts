import { expect, test } from 'vitest';
import { readPage } from '../../../test/read-page.ts';

const TERMS = `
    Trade Date: | 4 May 2027
    Effective Date: | 6 May 2027
    Maturity Date: | 6 May 2032
    Notional: | EUR 3,000,000.00
    Calc agent: | Counterparty`;

const CLIENTS = {
  bank_name: 'Port Lisle Bank plc',
  counterparty_name: 'Aldersyde Credit Fund',
  trade_id: 'AC-041',
  other_reference: 'PL-27-0306',
  bank_lei: '529900T8BM49AURSDO55',
  counterparty_lei: '5493001KJTIIGC8Y1R12',
  calculation_agent: 'BANK',
};

test.each([
  ['Client (fund):', 'Client trade ID:', 'Client LEI:', 'Cpty trade ID:'],
  ['Fund:', 'Fund ref:', 'Fund LEI:', 'Counterparty ref:'],
  ['Investor:', 'Our ref:', 'Investor LEI:', 'Cpty ref:'],
  ['ACF entity:', 'ACF ref:', 'ACF LEI:', 'Broker ref:'],
])('a paper that names its writer under another label calls the bank its counterparty: %s', async (...labels) => {
  const [own, ownReference, ownLei, reference] = labels;
  const { trade } = await readPage(
    `MIDPOINT CUSTODY Client Portal
    Interest Rate Swap Trade Detail
    ${ownReference} | AC-041
    ${reference} | PL-27-0306
    ${own} | Aldersyde Credit Fund
    ${ownLei} | 5493001KJTIIGC8Y1R12
    Counterparty: | Port Lisle Bank plc
    Cpty LEI: | 529900T8BM49AURSDO55${TERMS}`,
    'COUNTERPARTY',
  );
  expect(trade).toMatchObject(CLIENTS);
});

test('beside a bank that is named so, the counterparty is who writes', async () => {
  const { trade } = await readPage(
    `Interest Rate Swap Trade Detail
    Our ref: | AC-041
    Bank ref: | PL-27-0306
    Bank: | Port Lisle Bank plc
    Bank LEI: | 529900T8BM49AURSDO55
    Counterparty: | Aldersyde Credit Fund
    Counterparty LEI: | 5493001KJTIIGC8Y1R12${TERMS}`,
    'COUNTERPARTY',
  );
  expect(trade).toMatchObject({ ...CLIENTS, calculation_agent: 'COUNTERPARTY' });
});

test('a bank’s paper calls its client the counterparty', async () => {
  const { trade } = await readPage(
    `Interest Rate Swap Confirmation
    PLB entity: | Port Lisle Bank plc
    Our ref: | PL-27-0306
    Counterparty: | Aldersyde Credit Fund
    Counterparty ref: | AC-041
    Cpty LEI: | 5493001KJTIIGC8Y1R12${TERMS}`,
  );
  expect(trade).toMatchObject({
    bank_name: 'Port Lisle Bank plc',
    counterparty_name: 'Aldersyde Credit Fund',
    trade_id: 'PL-27-0306',
    other_reference: 'AC-041',
    counterparty_lei: '5493001KJTIIGC8Y1R12',
    calculation_agent: 'COUNTERPARTY',
  });
});
