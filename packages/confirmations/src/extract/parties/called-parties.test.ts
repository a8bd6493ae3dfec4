import { expect, test } from 'vitest';
import { HEAD, readPage } from '../../../test/read-page.ts';
import { calledParties } from './called-parties.ts';
import { isCompanyName, nameIn } from './company-names.ts';

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
  [
    'a los efectos del contrato firmado el 15 de marzo con Banco del Puerto, S.A., en adelante «el Banco», la sociedad confirma',
    ['banco', 'Banco del Puerto, S.A.'],
  ],
  ['entre Verreries du Sornin SAS (ci-après « le Client ») et', ['client', 'Verreries du Sornin SAS']],
  ['mit der Bankhaus Birkenau AG, nachfolgend „Bank“,', ['bank', 'Bankhaus Birkenau AG']],
  ['the agreement with Port Lisle Bank plc, hereinafter referred to as “the Bank”', ['bank', 'Port Lisle Bank plc']],
  ['las obligaciones de Minas del Lago, S.A., en adelante «la Entidad de Referencia»', []],
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

test.each([
  ['D.ª Elena Mora Gil, Tesorera del Ayuntamiento de Robledal', 'Ayuntamiento de Robledal'],
  ['Mme Claire Aubin, directrice financière de la Commune de Sornin', 'Commune de Sornin'],
  ['Jane Moor, Treasurer of Norwood County Council', 'Norwood County Council'],
])('the name behind a person’s office: %s', (text, name) => {
  expect(nameIn(text)).toBe(name);
});
