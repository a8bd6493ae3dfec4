import { expect, test } from 'vitest';
import { readPage } from '../../../test/read-page.ts';

const swap = (...lines: string[]) =>
  readPage(`
    Port Lisle Bank plc
    Our reference: | PL-7
    Party A: | Port Lisle Bank plc
    Party B: | Aldersyde Credit Fund
    Product: | Cross-Currency Swap
    Trade date: | 21 September 2027
    Effective date: | 23 September 2027
    Termination date: | 23 September 2032
    Amounts payable by Party A
    Notional amount: | EUR 25,000,000.00
    Floating rate option: | EUR-EURIBOR
    Designated maturity: | 3 months
    Payment frequency: | Quarterly
    Amounts payable by Party B
    Notional amount: | USD 29,000,000.00
    Floating rate option: | USD-SOFR-OIS Compound
    Payment frequency: | Quarterly
    ${lines.join('\n    ')}`);

const table = (a: string, b: string) => [
  'Exchange of notional amounts',
  `Date | Paid by ${a} | Paid by ${b}`,
  '23 September 2027 | USD 29,000,000.00 | EUR 25,000,000.00',
  '23 September 2032 | EUR 25,000,000.00 | USD 29,000,000.00',
];
const rows = (a: string, b: string) => [
  'Initial and final exchange',
  `Party ${a} Initial Exchange Amount: | USD 29,000,000.00`,
  `Party ${b} Initial Exchange Amount: | EUR 25,000,000.00`,
];
const sentence = (a: string, b: string) => [
  `On the Effective Date Party ${a} pays USD 29,000,000.00 and Party ${b} pays EUR 25,000,000.00.`,
  `On the Termination Date Party ${a} will pay to Party ${b} EUR 25,000,000.00 and Party ${b} will pay USD 29,000,000.00.`,
];

test.each([
  ['a table', table('Port Lisle Bank', 'Aldersyde'), table('Aldersyde', 'Port Lisle Bank')],
  ['rows', rows('A', 'B'), rows('B', 'A')],
  ['sentences', sentence('A', 'B'), sentence('B', 'A')],
])('who pays which currency in an exchange fits the legs, or is for review: %s', async (_where, fits, against) => {
  const contradictions = async (lines: string[]) =>
    (await swap(...lines)).flags.filter(({ code }) => code === 'CONTRADICTION');
  expect(await contradictions(fits)).toEqual([]);
  expect(await contradictions(against)).toContainEqual(
    expect.objectContaining({ severity: 'review', field: 'initial_exchange_date' }),
  );
});

test('the year before a short name is no amount', async () => {
  const { other_terms } = await swap(
    'Final Exchange: | 23-Sep-2032 PLB pays EUR 25,000,000.00 Aldersyde pays USD 29,000,000.00',
    'PLB means Port Lisle Bank plc.',
  );
  expect(other_terms.filter(({ says_more }) => says_more)).toEqual([]);
});

const said = (first: string, second: string) => [
  'Principal exchanges',
  `Party ${first} pays at start: | USD 29,000,000.00`,
  `Party ${first} receives at start: | EUR 25,000,000.00`,
  `Party ${second} pays at maturity: | USD 29,000,000.00`,
];

test('a label that says who pays and when is held against the legs', async () => {
  const { flags } = await swap(...said('A', 'B'));
  expect(flags.filter(({ code }) => code === 'CONTRADICTION')).toEqual([]);
  const other = await swap(...said('B', 'A'));
  expect(other.flags.map(({ code }) => code)).toContain('CONTRADICTION');
});
