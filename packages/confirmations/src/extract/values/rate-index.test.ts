import { expect, test } from 'vitest';
import { HEAD, readPage } from '../../../test/read-page.ts';
import { splitIndex } from '../sentences/leg-sentence.ts';
import { frequencyBehindAccrual } from './rate-index.ts';

test.each([
  ['compounded SARON + 30 bp, Act/360, 6M', { index: 'CHF-SARON-OIS Compound', spread: '30' }],
  ['EURIBOR 1M flat, Act/360, 1M', { index: 'EUR-EURIBOR', tenor: '1M', spread: '0' }],
  ['6-Monats-EURIBOR (Reuters EURIBOR01)', { index: 'EUR-EURIBOR', tenor: '6M' }],
  ['EURIBOR für Sechsmonatsgelder', { index: 'EUR-EURIBOR', tenor: '6M' }],
  ['EURIBOR 12 Monate ohne Marge', { index: 'EUR-EURIBOR', tenor: '12M', spread: '0' }],
  ['GBP-SONIA, Designated Maturity 3 months', { index: 'GBP-SONIA', tenor: '3M' }],
  ['EUR-EURIBOR-REUTERS 3M FLAT QUARTERLY ACT/360', { index: 'EUR-EURIBOR-Reuters', tenor: '3M', spread: '0' }],
  ['GBP-SONIA-OIS Compound + 0.20%, annually, ACT/365 (Fixed)', { index: 'GBP-SONIA-OIS Compound', spread: '20' }],
  ['6 month EURIBOR flat, semi-annual, Act/360', { index: 'EUR-EURIBOR', tenor: '6M', spread: '0' }],
  ['USD-SOFR CME Term a 1 mes', { index: 'USD-SOFR CME Term', tenor: '1M' }],
  ['EURIBOR à 3 mois', { index: 'EUR-EURIBOR', tenor: '3M' }],
  ['3-month STIBOR (SEK-STIBOR), no margin', { index: 'SEK-STIBOR', tenor: '3M', spread: '0' }],
  ['NOK-NIBOR, 3 months, no margin (flat)', { index: 'NOK-NIBOR', tenor: '3M', spread: '0' }],
  ['SARON, compounded daily over each interest period (CHF-SARON-OIS Compound)', { index: 'CHF-SARON-OIS Compound' }],
  ['USD-SOFR-OIS Compound, floating', { index: 'USD-SOFR-OIS Compound' }],
  ['EUR-EURIBOR 3 months, floating', { index: 'EUR-EURIBOR', tenor: '3M' }],
  ['CME Term SOFR 1M - 5 bps', { index: 'USD-SOFR CME Term', tenor: '1M', spread: '-5' }],
])('splits %s', (text, says) => {
  expect(splitIndex(text)).toMatchObject(says);
});

test('keeps what says more than how a rate accrues', () => {
  expect(splitIndex('EURIBOR 6M, Act/360, floored at 0.00%').index).toContain('floored at');
  expect(splitIndex('EUR-EURIBOR-Reuters 3M quarterly, capped, ACT/360').index).toContain('capped');
});

test.each([
  'SARON, compounded daily over the observation period (CHF-SARON-OIS Compound)',
  'SARON, simple average over the period (CHF-SARON-OIS Compound)',
  'STIBOR (CHF-SARON-OIS Compound)',
])('a name in brackets is not the index where the words say another: %s', (text) => {
  expect(splitIndex(text).index).toBe(text);
});

test('reads how often behind the day count alone', () => {
  expect(frequencyBehindAccrual('SOFR, Act/360, 3M')).toBe('3M');
  expect(frequencyBehindAccrual('EURIBOR, 3M')).toBeUndefined();
});

test('a text under an unknown label is an index only if it names a rate', async () => {
  const swap = (line: string) =>
    readPage(`${HEAD}
    Interest Rate Swap Confirmation
    Trade Date: | 4 May 2027
    Notional: | EUR 3,000,000.00
    ${line}`);
  expect((await swap('Sundries: | PLBKGB2L, compte 4418')).trade.floating_rate_index).toBeUndefined();
  expect((await swap('Sundries: | EURIBOR 6M')).trade.floating_rate_index).toBe('EUR-EURIBOR');
});
