import { describe, expect, test } from 'vitest';
import { readPage } from '../../../test/read-page.ts';

const SWAP = `
    Port Lisle Bank plc
    Our reference: | PL-7
    Party A: | Port Lisle Bank plc
    Party B: | Aldersyde Credit Fund
    Product: | Cross-Currency Swap
    Trade date: | 21 September 2027
    Effective date: | 23 September 2027
    Termination date: | 23 September 2032
    Calculation agent: | Party A
    Offices: | ${'The office of Party A for the transaction is London, the office of Party B is Dublin. '.repeat(2)}`;
const LEGS = (a: string, b: string) => `
    ${a}
    Notional amount: | EUR 25,000,000.00
    Floating rate option: | EUR-EURIBOR
    Designated maturity: | 3 months
    Spread: | 12.5 bp
    Payment frequency: | Quarterly
    ${b}
    Notional amount: | USD 29,000,000.00
    Floating rate option: | USD-SOFR-OIS Compound
    Spread: | None
    Payment frequency: | Quarterly
    Other provisions
    Business days: | New York`;
const EXCHANGES = (last: string) => `
    Exchange of notional amounts
    Date | Paid by Port Lisle Bank | Paid by Aldersyde
    23 September 2027 | USD 29,000,000.00 | EUR 25,000,000.00
    23 September 2032 | EUR 25,000,000.00 | USD ${last}`;

describe('a swap of two currencies', () => {
  test.each([
    [
      'Montants payés par la Partie A / Amounts payable by Party A',
      'Montants payés par la Partie B / Amounts payable by Party B',
    ],
    ['Montants payés par la Partie A', 'Montants payés par la Partie B'],
    ['Beträge zahlbar von Partei A', 'Beträge zahlbar von Partei B'],
    ['Importes pagados por la Parte A', 'Importes pagados por la Parte B'],
    ['Importi dovuti dalla Parte A', 'Importi dovuti dalla Parte B'],
  ])('says who pays a leg in its heading: %s', async (a, b) => {
    const { trade } = await readPage(`${SWAP}${LEGS(a, b)}`);
    expect(trade).toMatchObject({ floating_rate_payer: 'BANK', second_rate_payer: 'COUNTERPARTY', currency: 'EUR' });
  });

  test('has a table of what is exchanged, which is no schedule of its notional', async () => {
    const { trade, flags } = await readPage(
      `${SWAP}${LEGS('Amounts payable by Party A', 'Amounts payable by Party B')}${EXCHANGES('29,000,000.00')}`,
    );
    expect(trade).toMatchObject({ initial_exchange_date: '2027-09-23', final_exchange_date: '2032-09-23' });
    expect(trade.notional_schedule).toBeUndefined();
    expect(flags).toEqual([]);
  });

  test('is for review where another amount is exchanged than a leg has', async () => {
    const swap = `${SWAP}${LEGS('Amounts payable by Party A', 'Amounts payable by Party B')}`;
    const { flags } = await readPage(`${swap}${EXCHANGES('29,500,000.00').replace('29,000,000.00', '29,500,000.00')}`);
    expect(flags.map(({ code, field }) => `${code} ${field}`)).toEqual([
      'CONTRADICTION initial_exchange_date',
      'CONTRADICTION final_exchange_date',
    ]);
  });
});
