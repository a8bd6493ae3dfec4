import type { Trade } from '@trade-matching/domain';
import { expect, test } from 'vitest';
import { HEAD, readPage } from '../../../test/read-page.ts';

const SWAP: Partial<Trade> = {
  currency: 'GBP',
  notional: '3000000.00',
  currency_2: 'USD',
  notional_2: '3900000.00',
  currency_buyer: 'COUNTERPARTY',
  fx_rate: '1.3000',
  settlement_date: '2027-06-09',
  far_notional: '3000000.00',
  far_notional_2: '3915000.00',
  far_fx_rate: '1.3050',
  far_settlement_date: '2027-09-09',
};

/** Five columns of a page, in points. */
const COLUMNS = [50, 190, 310, 430, 540];

const FORMS: Readonly<Record<string, string>> = {
  'a table with a row for each leg': `
    Leg | Date | We receive | We pay | Rate
    Spot | 9 June 2027 | USD 3,900,000.00 | GBP 3,000,000.00 | 1.3000
    Forward | 9 September 2027 | GBP 3,000,000.00 | USD 3,915,000.00 | 1.3050`,
  'a column for each leg, who buys over it': `
    SIDE | ACF BUY / NEAR | ACF SELL / FAR
    GBP | 3,000,000.00 | 3,000,000.00
    USD | 3,900,000.00 | 3,915,000.00
    ALL-IN RATE | 1.3000 | 1.3050
    VALUE DATE | 09 JUN 2027 | 09 SEP 2027`,
  'headings over sentences': `
    First exchange, on 9 June 2027
    The Bank pays the Fund GBP 3,000,000.00
    The Fund pays the Bank USD 3,900,000.00 (rate 1.3000)
    Second exchange, on 9 September 2027
    The Fund pays the Bank GBP 3,000,000.00
    The Bank pays the Fund USD 3,915,000.00 (rate 1.3050)`,
  'marks beside their values in one row': `
    Start date | 9 June 2027 | End date | 9 September 2027
    You receive at start | GBP 3,000,000.00 | You return at end | GBP 3,000,000.00
    We receive at start | USD 3,900,000.00 | We return at end | USD 3,915,000.00
    Start rate | 1.3000 | End rate | 1.3050`,
  'a dealer’s shorthand': `
    NEAR: SLD GBP 3,000,000.00 BOT USD 3,900,000.00 @ 1.3000 VAL 09JUN27
    FAR: BOT GBP 3,000,000.00 SLD USD 3,915,000.00 @ 1.3050 VAL 09SEP27
    PARTY (BOT/SLD): PORT LISLE BANK PLC`,
  'two labels in one, and against receipt': `
    Near settlement: Fund receives GBP 3,000,000.00 against delivery of USD 3,900,000.00
    Near settlement date: 9 June 2027 at 1.3000
    Far settlement: Fund delivers GBP 3,000,000.00 against receipt of USD 3,915,000.00
    Far settlement date: 9 September 2027 at 1.3050`,
  'legs in French': `
    Jambe comptant : le Fonds achète 3 000 000,00 GBP contre 3 900 000,00 USD au cours de 1,3000
    Date de valeur comptant : 9 juin 2027
    Jambe terme : le Fonds vend 3 000 000,00 GBP contre 3 915 000,00 USD au cours de 1,3050
    Date de valeur terme : 9 septembre 2027`,
};

test.each(Object.entries(FORMS))('an FX swap by what stands in each leg: %s', async (_, lines) => {
  const { trade, other_terms } = await readPage(
    `${HEAD}
    FX Swap Confirmation
    Trade Date: | 7 June 2027
    This confirms the swap between Port Lisle Bank plc (the "Bank") and Aldersyde Credit Fund (the "Fund", le « Fonds »).${lines}`,
    'BANK',
    COLUMNS,
  );
  expect(trade).toMatchObject(SWAP);
  expect(other_terms.filter(({ economic }) => economic)).toEqual([]);
});

test('flows by their two dates, where nothing is called near or far', async () => {
  const { trade } = await readPage(
    `${HEAD}
    FX Swap Confirmation
    Trade Date: | 7 June 2027
    Cash flow | Ccy | Amount | Value
    1 (Port Lisle to Aldersyde) | GBP | 3,000,000.00 | 09-Jun-2027
    1 (Aldersyde to Port Lisle) | USD | 3,900,000.00 | 09-Jun-2027
    2 (Aldersyde to Port Lisle) | GBP | 3,000,000.00 | 09-Sep-2027
    2 (Port Lisle to Aldersyde) | USD | 3,915,000.00 | 09-Sep-2027`,
    'BANK',
    COLUMNS,
  );
  const { fx_rate: _, far_fx_rate: __, ...amounts } = SWAP;
  expect(trade).toMatchObject(amounts);
});

test('two amounts of one currency in a leg, or a far leg before the near one, give nothing', async () => {
  const page = (lines: string) =>
    readPage(`${HEAD}
    FX Swap Confirmation
    Trade Date: | 7 June 2027
    ${lines}`);
  const doubled = await page(`NEAR: SLD GBP 3,000,000.00 BOT USD 3,900,000.00 USD 3,950,000.00 VAL 09JUN27
    FAR: BOT GBP 3,000,000.00 SLD USD 3,915,000.00 VAL 09SEP27`);
  expect(doubled.trade.notional_2).toBeUndefined();
  await expect(
    page(`NEAR: SLD GBP 3,000,000.00 BOT USD 3,900,000.00 VAL 09SEP27
    FAR: BOT GBP 3,000,000.00 SLD USD 3,915,000.00 VAL 09JUN27`),
  ).rejects.toThrow(/missing: currency, notional/);
});

test('one party that buys the same currency in both legs is a contradiction', async () => {
  const { flags } = await readPage(`${HEAD}
    FX Swap Confirmation
    Trade Date: | 7 June 2027
    Near settlement: Fund receives GBP 3,000,000.00 against delivery of USD 3,900,000.00
    Near settlement date: 9 June 2027 at 1.3000
    Far settlement: Fund receives GBP 3,000,000.00 against delivery of USD 3,915,000.00
    Far settlement date: 9 September 2027 at 1.3050`);
  expect(flags.map(({ code, field }) => `${code} ${field}`)).toContain('CONTRADICTION currency_buyer');
});

test('a leg that says more than its values keeps that as a term of its own', async () => {
  const { trade, other_terms } = await readPage(
    `${HEAD}
    FX Swap Confirmation
    Trade Date: | 7 June 2027
    NEAR: SLD GBP 3,000,000.00 BOT USD 3,900,000.00 @ 1.3000 VAL 09JUN27
    FAR: BOT GBP 3,000,000.00 SLD USD 3,915,000.00 @ 1.3050 VAL 09SEP27 unless a barrier of 1.4500 is touched
    PARTY (BOT/SLD): PORT LISLE BANK PLC`,
    'BANK',
    COLUMNS,
  );
  expect(trade.far_fx_rate).toBe('1.3050');
  expect(other_terms.filter(({ economic }) => economic).map(({ literal }) => literal)).toEqual([
    expect.stringContaining('unless a barrier of 1.4500 is touched'),
  ]);
});
