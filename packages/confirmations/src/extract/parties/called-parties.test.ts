import { expect, test } from 'vitest';
import { HEAD, readPage } from '../../../test/read-page.ts';
import { calledParties } from './called-parties.ts';
import { isCompanyName } from './company-names.ts';

test.each([
  [
    'Nachfolgend bezeichnet „Bank“ die Bankhaus Birkenau AG (LEI 1) und „Kunde“ die Gesellschaft Rohr Werke KGaA (LEI 2).',
    ['bank', 'Bankhaus Birkenau AG', 'kunde', 'Rohr Werke KGaA'],
  ],
  [
    'Ci-après, « la Société » désigne Verreries du Sornin SAS (LEI 1) et « la Banque » désigne Bankhaus Birkenau AG.',
    ['societe', 'Verreries du Sornin SAS', 'banque', 'Bankhaus Birkenau AG'],
  ],
  [
    'In this paper “the Bank” means Port Lisle Bank plc; “the Client” means Aldersyde Trading Ltd.',
    ['bank', 'Port Lisle Bank plc', 'client', 'Aldersyde Trading Ltd'],
  ],
  // What is defined is no party.
  ['“Reference Entity” means Quarry Lake Mining Inc.', []],
  ['“Bank” means the day on which it is open.', []],
])('%s', (prose, called) => {
  expect(calledParties(prose).flatMap(({ role, name }) => [role, name])).toEqual(called);
});

test.each(['Aktiengesellschaft', 'Société Anonyme', 'As administrator to the fund', 'As manager of the client'])(
  'a legal form alone, or in what capacity somebody writes, is no name: %s',
  (text) => expect(isCompanyName(text)).toBe(false),
);
test('a name that has such a word in it is one', () => {
  expect(isCompanyName('Rohr Werke Aktiengesellschaft')).toBe(true);
  expect(isCompanyName('As Sierra Holdings Ltd')).toBe(true);
});

const FORWARD = `
  Deal date | 22 October 2027
  Value | 22 January 2028
  Rate | EUR/USD 1.1700
  We buy | EUR 4,000,000.00
  We sell | USD 4,680,000.00`;

test('the label that a sentence gives to a pronoun names a party', async () => {
  const { trade } = await readPage(`P O R T  L I S L E
  Confirmation of a forward
  Our reference | PL-4
  PLB | Port Lisle Bank plc
   | LEI 5299CPTY100000000067 · BIC PLBKGB2L
  Client | Aldersyde Trading Ltd
  We confirm this deal done between you (“Client”) and ourselves (“PLB”).${FORWARD}`);
  expect(trade).toMatchObject({
    bank_name: 'Port Lisle Bank plc',
    bank_lei: '5299CPTY100000000067',
    bank_bic: 'PLBKGB2L',
    counterparty_name: 'Aldersyde Trading Ltd',
  });
});

test('a BIC in the cell of a name is none of the name', async () => {
  const { trade } = await readPage(`${HEAD.replace('Credit Fund', 'Credit Fund BIC ALDCGB22')}
  FX forward${FORWARD}`);
  expect(trade).toMatchObject({ counterparty_name: 'Aldersyde Credit Fund', counterparty_bic: 'ALDCGB22' });
});
