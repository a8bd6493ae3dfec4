import { describe, expect, test } from 'vitest';
import { readPage } from '../../test/read-page.ts';

const print = (more: string, at: 'A' | 'B' | 'C' = 'A') => {
  const [a, b, c] = (['A', 'B', 'C'] as const).map((each) => (each === at ? `\n    ${more}` : ''));
  return `FIN 300 Foreign Exchange Confirmation
    15A: New Sequence
    20: Sender's Reference
    FX88127
    22A: Type of Operation
    NEWT
    82A: Party A
    PLBKGB2LXXX Port Lisle Bank plc
    87A: Party B
    ALDSGB2LXXX Aldersyde Trading Ltd${a}
    15B: New Sequence
    30T: Trade Date
    20270504
    30V: Value Date
    20270806
    36: Exchange Rate
    1,25
    32B: Currency, Amount
    GBP3000000,
    33B: Currency, Amount
    USD3750000,${b}
    15C: New Sequence
    29A: Contact Information
    /TELE/442079460117${c}`;
};
const notes = async (more: string, at?: 'A' | 'B' | 'C') =>
  (await readPage(print(more, at))).other_terms.map(({ key, literal, economic }) => ({ key, literal, economic }));

describe('fields of a SWIFT print that hold terms in words', () => {
  test.each([
    [
      '77D: Terms and Conditions\n    BUYER MAY TAKE UP IN PARTS\n    FROM 1 JUL 2027',
      'A',
      { key: 'term condition', literal: 'BUYER MAY TAKE UP IN PARTS FROM 1 JUL 2027', economic: true },
    ],
    [
      '72: Sender to Receiver Information\n    /COMM/GBP2500, PAYABLE BY PARTY A',
      'C',
      { key: 'sender to receiver information', literal: '/COMM/GBP2500, PAYABLE BY PARTY A', economic: true },
    ],
    ['17N: Net Settlement\n    Y', 'B', { key: 'net settlement', literal: 'Y', economic: true }],
  ] as const)('%s', async (more, at, term) => expect(await notes(more, at)).toContainEqual(term));

  test('each field of a split settlement', async () => {
    const said = await notes(
      '15D: Split Settlement Details\n    17A: Buy (Sell) Indicator\n    Y\n    32B: Currency, Amount\n    GBP1000000,',
      'C',
    );
    expect(said.filter(({ key }) => key.startsWith('split settlement'))).toHaveLength(2);
  });

  test.each([
    '77D: Terms and Conditions\n    ISDA',
    '77D: Terms and Conditions\n    CALCULATION AGENT: PARTY A',
    '77D: Terms and Conditions\n    /VALD/20270806',
    '72: Sender to Receiver Information\n    /PHON/442079460117',
    '17N: Net Settlement\n    N',
  ])('no term: %s', async (more) => expect(await notes(more)).toEqual([]));
});
