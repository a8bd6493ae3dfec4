// Names that say more than the product, rates and prices that are named by nothing, and payers that stand in a cell.
import { describe, expect, test } from 'vitest';
import { HEAD, readPage } from '../../../test/read-page.ts';

const rates = (product: string, ...lines: readonly string[]) => `${HEAD}
  Product: | ${product}
  Trade Date: | 15 September 2026
  Effective Date: | 17 September 2026
  Termination Date: | 17 September 2028
  Notional Amount: | EUR 9,000,000.00
  ${lines.join('\n  ')}`;
const FIXED = ['Fixed Rate Payer: | Port Lisle Bank plc', 'Fixed Rate: | 2.4475%'];
const FLOATING = [
  'Floating Rate Payer: | Aldersyde Credit Fund',
  'Floating Rate Option: | EUR-EURIBOR',
  'Designated Maturity: | 3 Months',
];

describe('a product with a limit of its rate is the product', () => {
  test.each([
    'Zinsswap mit Zinsobergrenze',
    'Swap with interest rate floor',
    'Interest rate swap including rate cap',
    'Swap de taux avec plancher de taux',
  ])('%s', async (name) => {
    const { trade } = await readPage(rates(name, ...FIXED, ...FLOATING, 'Floor Rate: | 0.00%', 'Cap Rate: | 4.00%'));
    expect(trade).toMatchObject({ product: 'INTEREST_RATE_SWAP', fixed_rate: '2.4475', floor_rate: '0' });
  });

  test.each(['Interest Rate Cap with deferred premium', 'Zinscap'])('%s is a cap', async (name) => {
    const { trade } = await readPage(
      rates(name, ...FLOATING, 'Seller: | Port Lisle Bank plc', 'Buyer: | Aldersyde Credit Fund', 'Cap Rate: | 4.00%'),
    );
    expect(trade.product).toBe('CAP_FLOOR');
  });
});

describe('two floating legs', () => {
  const LEGS = [
    '| First stream | Second stream',
    'Payer | Port Lisle Bank plc | Aldersyde Credit Fund',
    'Index | EUR-EURIBOR | EUR-EURIBOR',
    'Tenor | 1 Month | 6 Month',
    'Spread | 4 bps | None',
    'Payment frequency | Monthly | Semi-annual',
  ];
  test.each(['Interest Rate Swap (Basis)', 'IRS - Basis', 'Float/Float', 'Interest Rate Swap'])(
    'under the name %s',
    async (name) => {
      const { trade } = await readPage(rates(name, ...LEGS));
      expect(trade).toMatchObject({
        product: 'BASIS_SWAP',
        floating_rate_payer: 'BANK',
        designated_maturity: '1M',
        spread_bps: '4',
        second_rate_payer: 'COUNTERPARTY',
        second_designated_maturity: '6M',
        second_payment_frequency: 'SEMI_ANNUAL',
      });
    },
  );

  test('each prints the first payment that it has by itself, and a stub stays a term', async () => {
    const { other_terms } = await readPage(
      rates('Float/Float', ...LEGS, 'First payment | 19 October 2026 | 17 March 2027'),
    );
    expect(other_terms).toEqual([]);
    // One month after the start is no half year.
    const stub = await readPage(rates('Float/Float', ...LEGS, 'First payment | 19 October 2026 | 19 October 2026'));
    expect(stub.other_terms).toMatchObject([{ label: 'First payment', literal: '19 October 2026', economic: true }]);
  });

  test('a fixed leg beside a floating one is none of them', async () => {
    const { trade } = await readPage(
      rates(
        'Interest Rate Swap',
        '| Fixed leg | Floating leg',
        'Payer | Port Lisle Bank plc | Aldersyde Credit Fund',
        'Rate | 2.10 % | EUR-EURIBOR',
      ),
    );
    expect(trade.product).toBe('INTEREST_RATE_SWAP');
  });

  test('as blocks of pairs under what one receives and pays', async () => {
    const { trade } = await readPage(
      `Aldersyde Credit Fund
      To: | Port Lisle Bank plc
      FUND: Aldersyde Credit Fund
      TRADE CONFIRMATION - FLOAT-FLOAT
      TRADE ID: AC-7701
      TRADE DATE: 2026-09-15
      START DATE: 2026-09-17
      MATURITY: 2028-09-17
      NOTIONAL: EUR 9,000,000.00
      FUND PAYS | FUND RECEIVES
      TYPE: FLOAT | TYPE: FLOAT
      INDEX: EUR-EURIBOR 6M | INDEX: EUR-EURIBOR 1M
      SPREAD: NONE | SPREAD: 7 BPS
      BASIS: ACT/360 | BASIS: ACT/360`,
      'COUNTERPARTY',
      [50, 300],
    );
    expect(trade).toMatchObject({
      product: 'BASIS_SWAP',
      floating_rate_payer: 'BANK',
      designated_maturity: '1M',
      spread_bps: '7',
      second_rate_payer: 'COUNTERPARTY',
    });
  });
});

const equity = (...lines: readonly string[]) => `${HEAD}
  Equity Swap
  Trade Date: | 8 March 2027
  Effective Date: | 10 March 2027
  Termination Date: | 10 March 2028
  Underlying: | Norden Large Cap Index
  Equity Notional Amount: | EUR 6,000,000.00
  ${lines.join('\n  ')}`;

describe('who pays a leg, where its cell says nothing else', () => {
  test.each([
    ['Funding: | Aldersyde Credit Fund pays', 'Equity leg: | Port Lisle Bank plc pays'],
    ['Financing leg: | Port Lisle Bank plc receives', 'Equity: | Aldersyde Credit Fund receives'],
  ])('%s, %s', async (...legs) => {
    const { trade } = await readPage(equity(...legs));
    expect(trade).toMatchObject({ floating_rate_payer: 'COUNTERPARTY', equity_amount_payer: 'BANK' });
    expect(trade.floating_rate_index).toBeUndefined();
  });
});

describe('a kind of price is no reference price', () => {
  const commodity = (...lines: readonly string[]) => `${HEAD}
    Commodity Swap
    Trade Date: | 9 November 2026
    Effective Date: | 1 March 2027
    Termination Date: | 31 August 2027
    Commodity: | Copper
    Total Quantity: | 600 MT
    ${lines.join('\n    ')}`;

  test.each(['Settlement price', 'Official closing price', 'Prix variable / Floating price', 'market price'])(
    '%s',
    async (price) => {
      const { trade } = await readPage(
        commodity(`Commodity Reference Price: | ${price}`, 'Fixed Price: | USD 9,000 per MT'),
      );
      expect(trade.commodity_reference_price).toBeUndefined();
    },
  );

  test('the name below it is', async () => {
    const { trade } = await readPage(
      commodity(
        '| Fixed leg | Floating leg',
        'Payer | Port Lisle Bank plc | Aldersyde Credit Fund',
        'Price | USD 9,000 per MT | Official settlement price',
        'Reference | - | COPPER-LME',
      ),
    );
    expect(trade).toMatchObject({ commodity_reference_price: 'COPPER-LME', fixed_price: '9000' });
  });
});
