import { expect, test } from 'vitest';
import { HEAD, readPage } from '../../../test/read-page.ts';
import { readFrequency } from './terms.ts';

test.each([
  ['QTRLY IN ARREARS', 'QUARTERLY'],
  ['SEMI-ANN', 'SEMI_ANNUAL'],
  ['20MAR 20JUN 20SEP 20DEC', 'QUARTERLY'],
  ['20 MAR/JUN/SEP/DEC', 'QUARTERLY'],
  ['15 Feb / Aug', 'SEMI_ANNUAL'],
  ['12MAR2027', undefined],
  ['12MAR27 12JUN27', undefined],
  ['CASH ON TERM DT', undefined],
  ['at maturity', 'TERM'],
  ['por semestres vencidos', 'SEMI_ANNUAL'],
  ['por trimestres vencidos', 'QUARTERLY'],
  ['por meses vencidos', 'MONTHLY'],
])('%s is paid %s', (text, frequency) => {
  expect(readFrequency(text)).toBe(frequency);
});

test('a rate that is compounded daily is not paid every day', async () => {
  const { trade } = await readPage(`${HEAD}
  Interest Rate Swap
  Trade Date: | 1 April 2027
  Effective Date: | 5 April 2027
  Termination Date: | 5 April 2030
  Notional amount: | GBP 9,000,000.00
  Scheme receives
  Rate: | 3.10% fixed
  Paid by Port Lisle Bank plc: | Semi-annual
  Scheme pays
  Rate: | SONIA compounded daily (GBP-SONIA-OIS Compound), flat
  Paid by Aldersyde Credit Fund: | Annual, in arrears`);
  expect([trade.fixed_payment_frequency, trade.floating_payment_frequency]).toEqual(['SEMI_ANNUAL', 'ANNUAL']);
  expect([trade.fixed_rate_payer, trade.floating_rate_payer]).toEqual(['BANK', 'COUNTERPARTY']);
});

test.each([
  ['por semestres vencidos, el tipo fijo del 2,75 por ciento anual, en base 30/360', 'SEMI_ANNUAL'],
  ['por trimestres vencidos, el tipo fijo del 2,75 % anual, en base 30/360', 'QUARTERLY'],
  ['el tipo fijo del 2,75 por ciento anual, en base 30/360', undefined],
])('a rate a year in words does not say how often it is paid: %s', async (said, frequency) => {
  const { trade } = await readPage(`Port Lisle Bank plc
  To: | Aldersyde Credit Fund
  Our Reference: | PL-7701
  Confirmación de permuta financiera de tipos de interés
  Fecha de contratación: | 4 de mayo de 2027
  Fecha de inicio: | 6 de mayo de 2027
  Fecha de vencimiento: | 6 de mayo de 2032
  Importe nocional: | EUR 3.000.000,00
  Aldersyde Credit Fund pagará a Port Lisle Bank plc, ${said}.`);
  expect(trade.fixed_rate).toBe('2.75');
  expect(trade.fixed_payment_frequency).toBe(frequency);
});
