import { describe, expect, test } from 'vitest';
import { HEAD, readPage } from '../../test/read-page.ts';
import { readMonth } from './values/dates.ts';

const swap = (table: string) => `${HEAD}
  Commodity Swap
  Trade Date: | 9 November 2026
  Effective Date: | 1 March 2027
  Termination Date: | 31 August 2027
  Commodity: | Natural Gas
  Fixed Price Payer: | Aldersyde Credit Fund
  Fixed Price: | EUR 28.40 per MWh
  Floating Price Payer: | Port Lisle Bank plc
  Commodity Reference Price: | NATURAL GAS-TTF-ICE
  Calculation Agent: | Port Lisle Bank plc

  ${table}

  Payment Date: | 5 Business Days after the end of each month`;

describe('the months of a quantity schedule are read', () => {
  test.each([
    [
      'German, with English beside',
      [
        ['Mai 2027', 'May 2027'],
        ['Juni 2027', 'June 2027'],
        ['März 2028', 'March 2028'],
      ],
    ],
    ['French', [['mai 2027'], ['juin 2027'], ['mars 2028']]],
    ['Spanish', [['mayo de 2027'], ['junio de 2027'], ['marzo de 2028']]],
    ['Italian', [['maggio 2027'], ['giugno 2027'], ['marzo 2028']]],
    ['two languages in a cell', [['Mai / May 2027'], ['Juni / June 2027'], ['März / March 2028']]],
    ['figures', [['2027-05'], ['2027-06'], ['2028-03']]],
  ])('in %s', async (_language, months) => {
    const rows = months.map((cells, i) => `${cells.join(' | ')} | ${i + 1}1,250 MWh`).join('\n  ');
    const { trade, flags } = await readPage(swap(`Monatsmengen / Monthly quantities\n  ${rows}`));
    expect(trade.quantity_schedule).toBe('2027-05-01 11250; 2027-06-01 21250; 2028-03-01 31250');
    expect(flags.filter(({ field }) => field === 'quantity_schedule')).toEqual([]);
  });

  test.each([
    ['août 2027', '2027-08'],
    ['dez. 27', '2027-12'],
    ['Luglio 2030', '2030-07'],
    ['ENERO DE 2029', '2029-01'],
    ['Juni / July 2027', undefined],
    ['Marzo', undefined],
    ['Mandate 2027', undefined],
    ['2027-13', undefined],
  ])('%s', (text, month) => expect(readMonth(text)).toBe(month));
});

describe('a schedule that may go on is left out, for review', () => {
  test.each([
    ['the last row', ['April 2027 | 14,100 MWh', 'May 2027 | 13,600 MWh', 'Zomermaand 2027 | 12,900 MWh']],
    ['the first row', ['Grasmaand 2027 | 14,100 MWh', 'May 2027 | 13,600 MWh', 'June 2027 | 12,900 MWh']],
    [
      'a row in between',
      [
        'April 2027 | 14,100 MWh',
        'May 2027 | 13,600 MWh',
        'June 2027 | as nominated',
        'July 2027 | 12,900 MWh',
        'August 2027 | 1 MWh',
      ],
    ],
    ['the figure of the last row', ['April 2027 | 14,100 MWh', 'May 2027 | 13,600 MWh', 'June 2027 | to be agreed']],
    [
      'the last row, with another label',
      ['April 2027 | 14,100 MWh', 'May 2027 | 13,600 MWh', 'Thereafter | 12,900 MWh'],
    ],
    [
      'the last row, behind a wrapped cell',
      ['April 2027 | 14,100 MWh', 'May 2027 | 13,600 MWh', ' | (estimate)', 'June 2027 | 12,900 MWh'],
    ],
  ])('where %s is not understood', async (_row, rows) => {
    const { trade, flags } = await readPage(swap(`Monthly quantities\n  ${rows.join('\n  ')}`));
    expect(trade.quantity_schedule).toBeUndefined();
    expect(flags).toContainEqual(
      expect.objectContaining({ code: 'UNREAD_VALUE', severity: 'review', field: 'quantity_schedule' }),
    );
  });

  test('but a total is no step', async () => {
    const rows = ['Avril 2027 | 14,100 MWh', 'Mai 2027 | 13,600 MWh', 'Total | 27,700 MWh'].join('\n  ');
    const { trade, flags } = await readPage(swap(`Monthly quantities\n  ${rows}`));
    expect(trade.quantity_schedule).toBe('2027-04-01 14100; 2027-05-01 13600');
    expect(flags.filter(({ field }) => field === 'quantity_schedule')).toEqual([]);
  });
});

test('the days of one month are that month, and a row set apart above the headings is a term of its own', async () => {
  const { trade, other_terms = [] } = await readPage(
    swap(`Net settlement | in cash
      Period | Quantity MWh | Contract
      01-31 MAR 2027 | 3,100 | TTH27
      01-30 APR 2027 | 3,000 | TTJ27`),
  );
  expect(trade.quantity_schedule).toBe('2027-03-01 3100; 2027-04-01 3000');
  expect(other_terms.every(({ literal }) => !/3,100/.test(literal))).toBe(true);
});

describe('levels with their days in one cell', () => {
  const swapOf = (notional: string) => `${HEAD}
  Interest Rate Swap
  Trade Date: | 1 April 2027
  Effective Date: | 5 April 2027
  Termination Date: | 5 April 2030
  ${notional}
  Fixed Rate Payer: | Port Lisle Bank plc
  Fixed Rate: | 2.4475%
  Floating Rate Payer: | Aldersyde Credit Fund
  Floating Rate Option: | EUR-EURIBOR`;

  test.each([
    ['Betrag / Notional amount | CHF 9’000’000.00 ab / from 05.04.2027 CHF 4’500’000.00 ab / from 05.04.2029'],
    ['Notional amount | EUR 9,000,000.00 from 5 April 2027; EUR 4,500,000.00 from 5 April 2029'],
    ['Notional amount | 5 April 2027: EUR 9,000,000.00, 5 April 2029: EUR 4,500,000.00'],
  ])('%s', async (notional) => {
    const { trade } = await readPage(swapOf(notional));
    expect(trade).toMatchObject({
      notional: '9000000.00',
      notional_schedule: '2027-04-05 9000000.00; 2029-04-05 4500000.00',
    });
  });

  test.each([
    // The first level does not begin with the trade; two currencies; a day that comes before.
    ['Notional amount | EUR 9,000,000.00 from 5 April 2028; EUR 4,500,000.00 from 5 April 2029'],
    ['Notional amount | EUR 9,000,000.00 from 5 April 2027; USD 4,500,000.00 from 5 April 2029'],
    ['Notional amount | EUR 9,000,000.00 from 5 April 2027; EUR 4,500,000.00 from 5 April 2026'],
  ])('%s is for review', async (notional) => {
    const { trade, flags } = await readPage(swapOf(notional));
    expect(trade.notional_schedule).toBeUndefined();
    expect(flags.some(({ severity, field }) => severity === 'review' && /^notional/.test(field ?? ''))).toBe(true);
  });
});
