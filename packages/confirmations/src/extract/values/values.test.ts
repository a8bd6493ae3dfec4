import { describe, expect, test } from 'vitest';
import { readCurrency } from './currencies.ts';
import { readDate, slashOrderOf } from './dates.ts';
import { decimalMarkOf, readAmount, readNumber, readPercent, readSpread } from './numbers.ts';
import { readBusinessDayConvention, readDayCount, readFrequency, readOptionType, readTenor } from './terms.ts';

describe('a date', () => {
  test.each([
    ['2024-09-15'],
    ['2024/09/15'],
    ['20240915'],
    ['15-Sep-2024'],
    ['15-SEP-24'],
    ['15SEP24'],
    ['15SEP2024'],
    ['15 September 2024'],
    ['15th September, 2024'],
    ['Sunday, 15 September 2024'],
    ['15. September 2024'],
    ['15 Sept. 2024'],
    ['September 15, 2024'],
    ['Sept. 15, 2024'],
    ['September 15th, 2024'],
    ['Sep 15 2024'],
    ['Sep-15-2024'],
    ['15.09.2024'],
    ['15.9.24'],
    ['15/09/2024'],
    ['09/15/2024'],
    ['09/15/24'],
    ['15/Sep/2024'],
    ['2024-Sep-15'],
    ['the 15th day of September, 2024'],
    ['the fifteenth day of September, 2024'],
    ['15 septembre 2024'],
    ['15 de septiembre de 2024'],
    ['15 settembre 2024'],
    ['15 setembro 2024'],
    ['2024年9月15日'],
    ['15 September 2024, subject to adjustment in accordance with the Following Business Day Convention'],
  ])('%s', (text) => expect(readDate(text)).toEqual({ kind: 'date', date: '2024-09-15' }));

  test.each([
    ['1er mars 2025', '2025-03-01'],
    ['3. März 2025', '2025-03-03'],
    ['12 mei 2025', '2025-05-12'],
    ['4 août 2025', '2025-08-04'],
    ['24. Dezember 2025', '2025-12-24'],
  ])('%s', (text, date) => expect(readDate(text)).toEqual({ kind: 'date', date }));

  test.each([
    ['31 April 2024'],
    ['2024-02-30'],
    ['two Business Days'],
    ['T+2'],
    ['17th of each quarter'],
    ['1234567890'],
    ['USD 20,241,231.00'],
  ])('%s is none', (text) => expect(readDate(text)).toEqual({ kind: 'none' }));

  test('with slashes reads two ways until the document says which', () => {
    expect(readDate('03/04/2025')).toEqual({ kind: 'ambiguous', dayFirst: '2025-04-03', monthFirst: '2025-03-04' });
    expect(readDate('03/04/2025', 'day-first')).toEqual({ kind: 'date', date: '2025-04-03' });
    expect(readDate('05/05/2025')).toEqual({ kind: 'date', date: '2025-05-05' });
    expect(slashOrderOf('03/04/2025 and 25/04/2025')).toBe('day-first');
    expect(slashOrderOf('03/04/25 and 04/25/25')).toBe('month-first');
    expect(slashOrderOf('25/04/2025 and 04/25/2025')).toBeUndefined();
    expect(slashOrderOf('03/04/2025')).toBeUndefined();
    expect(slashOrderOf('4 March 2025, traded 03/04/2025')).toBe('month-first');
  });
});

describe('an amount', () => {
  test.each([
    ['USD 50,000,000.00', 'USD', '50000000.00'],
    ['USD 50,000,000', 'USD', '50000000.00'],
    ['USD50,000,000.00', 'USD', '50000000.00'],
    ['50,000,000.00 USD', 'USD', '50000000.00'],
    ['EUR 50.000.000,00', 'EUR', '50000000.00'],
    ['EUR 50.000.000', 'EUR', '50000000.00'],
    ["CHF 25'000'000", 'CHF', '25000000.00'],
    ['CHF 25’000’000.00', 'CHF', '25000000.00'],
    ['INR 43,40,00,000', 'INR', '434000000.00'],
    ['INR 43,40,00,000.00', 'INR', '434000000.00'],
    ['EUR 75\u00a0000\u00a0000,00', 'EUR', '75000000.00'],
    ['EUR 75 000 000', 'EUR', '75000000.00'],
    ['USD 50 million', 'USD', '50000000.00'],
    ['USD 12.5 million', 'USD', '12500000.00'],
    ['EUR 12,5 Mio.', 'EUR', '12500000.00'],
    ['USD 125mm', 'USD', '125000000.00'],
    ['USD 125MM', 'USD', '125000000.00'],
    ['GBP 5m', 'GBP', '5000000.00'],
    ['1.5 bn JPY', 'JPY', '1500000000.00'],
    ['JPY 1.5 bn', 'JPY', '1500000000.00'],
    ['USD 750k', 'USD', '750000.00'],
    ['US$ 5,000,000', 'USD', '5000000.00'],
    ['€5,000,000', 'EUR', '5000000.00'],
    ['United States Dollars 5,000,000.00', 'USD', '5000000.00'],
    ['EUR 75,000,000 (Euro 75,000,000)', 'EUR', '75000000.00'],
    ['USD 10,000,000.00 (ten million US Dollars)', 'USD', '10000000.00'],
    ['USD 5,591,987.415', 'USD', '5591987.415'],
    ['AUD 500,000', 'AUD', '500000.00'],
  ])('%s', (text, currency, amount) => expect(readAmount(text)).toEqual({ currency, amount }));

  test('that can be read two ways is not read, unless the other numbers say how', () => {
    expect(readAmount('EUR 75.000')).toBeUndefined();
    expect(readAmount('EUR 75.000', ',')).toEqual({ currency: 'EUR', amount: '75000.00' });
    expect(readNumber('90.000 bbl')).toBeUndefined();
    expect(readNumber('2,125', 'rate')?.value.toFixed()).toBe('2.125');
    expect(readNumber('71.585', 'price')?.value.toFixed()).toBe('71.585');
    expect(decimalMarkOf('EUR 1.234.567,00 at 2,5 %')).toBe(',');
    expect(decimalMarkOf('USD 1,234,567.00 on 1.2.2024')).toBe('.');
    expect(decimalMarkOf('USD 1,234,567.00 and EUR 1.234.567,00')).toBeUndefined();
  });

  test('is none where there is no number, or nothing', () => {
    for (const text of ['n/a', 'As per schedule', 'USD', 'USD 0.00']) expect(readAmount(text)).toBeUndefined();
  });
});

test.each([
  ['3.75%', '3.75'],
  ['3.75000% per annum', '3.75'],
  ['3.75 per cent', '3.75'],
  ['3.75 per cent. per annum', '3.75'],
  ['3,75 %', '3.75'],
  ['2,125 %', '2.125'],
  ['375 bps', '3.75'],
  ['413.5 basis points', '4.135'],
  ['3.75', '3.75'],
  ['-0.35%', '-0.35'],
  ['minus 0.35 per cent', '-0.35'],
  ['(0.35)%', '-0.35'],
  ['3.75 pct p.a.', '3.75'],
  ['0.0375', undefined],
  ['1992 ISDA', undefined],
  ['as determined by the Calculation Agent', undefined],
])('the rate %s is %s', (text, percent) => expect(readPercent(text)).toBe(percent));

test.each([
  ['plus 25 basis points', '25'],
  ['25 b.p.', '25'],
  ['25 p.b.', '25'],
  ['+25 basis points (+0.25%)', '25'],
  ['+0.25% per annum', '25'],
  ['minus 12.5 bps', '-12.5'],
  ['-0.125%', '-12.5'],
  ['–0.125%', '-12.5'],
  ['(12.5) bps', '-12.5'],
  ['less 5 bp', '-5'],
  ['0,25 %', '25'],
  ['None', '0'],
  ['Nil', '0'],
  ['Flat', '0'],
  ['0.00%', '0'],
  ['25', '25'],
  ['0.25', undefined],
  ['Inapplicable', '0'],
])('the spread %s is %s', (text, points) => expect(readSpread(text)).toBe(points));

test.each([
  ['Semi-Annually', 'SEMI_ANNUAL'],
  ['semiannual', 'SEMI_ANNUAL'],
  ['6M', 'SEMI_ANNUAL'],
  ['Each 17 March and 17 September', 'SEMI_ANNUAL'],
  ['20 March, 20 June, 20 September and 20 December in each year', 'QUARTERLY'],
  ['Every 3 months', 'QUARTERLY'],
  ['Quarterly on the 20th', 'QUARTERLY'],
  ['QTRLY 20MAR 20JUN 20SEP 20DEC', 'QUARTERLY'],
  ['MTHLY IN ARREARS', 'MONTHLY'],
  ['monthly', 'MONTHLY'],
  ['28D', 'LUNAR'],
  ['12M', 'ANNUAL'],
  ['Annually on 20 March', 'ANNUAL'],
  ['At maturity', 'TERM'],
])('the frequency %s is %s', (text, code) => {
  expect(readFrequency(text)).toBe(code === 'LUNAR' ? undefined : code);
});

test.each([
  ['Actual/365 (Fixed)', 'ACT/365F'],
  ['A/365F', 'ACT/365F'],
  ['ACT/365.FIXED', 'ACT/365F'],
  ['Act/365L', 'ACT/365L'],
  ['Actual/Actual (ICMA)', 'ACT/ACT.ICMA'],
  ['Actual/Actual', 'ACT/ACT.ISDA'],
  ['30E/360', '30E/360'],
  ['30E/360 (ISDA)', '30E/360.ISDA'],
  ['30/360 (Bond Basis)', '30/360'],
  ['360/360', '30/360'],
  ['Bus/252', 'BUS/252'],
])('the day count %s is %s', (text, code) => expect(readDayCount(text)).toBe(code));

test('terms of one word and of many', () => {
  expect(readBusinessDayConvention('MODFOLLOWING')).toBe('MODIFIED_FOLLOWING');
  expect(readBusinessDayConvention('Mod. Foll.')).toBe('MODIFIED_FOLLOWING');
  expect(readBusinessDayConvention('Following')).toBe('FOLLOWING');
  expect(readTenor('Six months')).toBe('6M');
  expect(readTenor('12-month')).toBe('12M');
  expect(readTenor('drei Monate')).toBe('3M');
  expect(readTenor('douze mois')).toBe('12M');
  expect(readTenor('seis meses')).toBe('6M');
  expect(readTenor('due anni')).toBe('2Y');
  expect(readOptionType('USD Call/GBP Put')).toBe('USD_CALL_GBP_PUT');
  expect(readOptionType('Put on GBP / Call on USD')).toBe('GBP_PUT_USD_CALL');
  expect(readCurrency('Brazilian Real')).toBe('BRL');
  expect(readCurrency('ALL terms')).toBeUndefined();
});
