import { expect, test } from 'vitest';
import { readPage } from '../../../test/read-page.ts';

test.each([
  'Party B shall pay to Party A EUR 88,250.00 on 2 October 2027',
  'EUR 88,250.00, PARTY B PAYS PARTY A ON 2 OCT 2027',
  'Partei B zahlt an Partei A EUR 88.250,00 am 2. Oktober 2027',
  'la Partie B paie à la Partie A EUR 88.250,00 le 2 octobre 2027',
  'la Parte B paga alla Parte A EUR 88.250,00 il 2 ottobre 2027',
  'la Parte B paga a la Parte A EUR 88.250,00 el 2 de octubre de 2027',
])('who pays the upfront stands with the amount: %s', async (value) => {
  const { trade } = await readPage(`
    Port Lisle Bank plc
    Our reference: | PL-7
    Between Port Lisle Bank plc ("Party A") and Aldersyde Credit Fund ("Party B").
    Product: | Credit Default Swap
    Trade date: | 29 September 2027
    Protection buyer: | Party B
    Protection seller: | Party A
    Reference entity: | Orkla Logistics plc
    Notional: | EUR 6,000,000.00
    Initial payment: | ${value}`);
  expect(trade).toMatchObject({
    upfront_payer: 'COUNTERPARTY',
    upfront_amount: '88250.00',
    upfront_date: '2027-10-02',
  });
});

test.each([
  ['Upfront', 'Client pays', 'COUNTERPARTY'],
  ['Initial payment', 'Port Lisle Bank plc receives', 'COUNTERPARTY'],
  ['Upfront fee', 'The Bank pays', 'BANK'],
  ['Costs', 'Client pays', undefined],
])('who pays it stands below the heading of what is paid at the start: %s, %s', async (heading, label, payer) => {
  const { trade } = await readPage(`
    Port Lisle Bank plc
    To: | Aldersyde Credit Fund
    Our reference: | PL-7
    Product: | Credit Default Swap
    Trade date: | 29 September 2027
    Protection buyer: | Client
    Protection seller: | Bank
    Reference entity: | Orkla Logistics plc
    Notional: | EUR 6,000,000.00
    ${heading}
    ${label} | EUR 88,250.00`);
  expect(trade.upfront_payer).toBe(payer);
  expect(trade.upfront_amount).toBe(payer && '88250.00');
});
