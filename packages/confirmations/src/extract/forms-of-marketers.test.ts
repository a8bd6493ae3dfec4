import type { Source, Trade } from '@trade-matching/domain';
import { expect, test } from 'vitest';
import { readPage } from '../../test/read-page.ts';

const PAGES: readonly (readonly [string, Source, string, Partial<Trade>])[] = [
  [
    'a fund’s affirmation by its administrator, which says what side the fund takes',
    'COUNTERPARTY',
    `Port Ellen Fund Services DAC
  as administrator for and on behalf of the Fund named below
  TRADE AFFIRMATION - NDF
  Fund: | Aldersyde Return Fund ICAV
  Executing Broker: | Port Lisle Bank plc
  Fund Trade ID: | ARF-NDF-020
  Broker Trade ID: | PL-ND-902
  Trade Date: | 13 Nov 2027
  Fund Side: | BUY INR / SELL USD
  Notional: | 9,000,000.00 USD
  Contra Amount: | 795,780,000.00 INR
  NDF Rate: | 88.42 USD/INR
  Fixing Date: | 16 Feb 2028
  Settlement Date: | 18 Feb 2028`,
    {
      counterparty_name: 'Aldersyde Return Fund ICAV',
      reference_currency_buyer: 'COUNTERPARTY',
      reference_currency_seller: 'BANK',
    },
  ],
  [
    'a fund’s credit default swap, whose protection it buys',
    'COUNTERPARTY',
    `Port Ellen Fund Services DAC
  TRADE AFFIRMATION - SINGLE NAME CDS
  Fund: | Aldersyde Return Fund ICAV
  Executing Broker: | Port Lisle Bank plc
  Fund Trade ID: | ARF-CDS-011
  Trade Date: | 3 Nov 2027
  Fund Side: | BUYS PROTECTION
  Notional: | 15,000,000.00 USD
  Coupon: | 100 bps running
  Upfront Fee: | 212,450.00 USD
  Upfront Fee Paid By: | Fund
  Upfront Fee Date: | 6 Nov 2027`,
    { buyer: 'COUNTERPARTY', seller: 'BANK', upfront_payer: 'COUNTERPARTY' },
  ],
  [
    'legs under the numbers of their clauses',
    'BANK',
    `Port Lisle Bank plc
  Cross Currency Basis Swap
  Reference: PL/DER/204
  To: Aldersyde Life plc
  The Transaction was entered into between Port Lisle Bank plc ("Party A") and Aldersyde Life plc ("Party B").
  2 | Transaction
  2.1 | Trade Date: | 8 November 2027
  2.2 | Effective Date: | 10 November 2027
  2.3 | Termination Date: | 10 November 2032
  3 | Amounts payable by Party A
  3.1 | Currency Amount: | USD 39 900 000.00
  3.2 | Floating Rate Option: | USD-SOFR-OIS Compound
  3.3 | Spread: | plus 0.215% per annum
  4 | Amounts payable by Party B
  4.1 | Currency Amount: | GBP 30 000 000.00
  4.2 | Floating Rate Option: | GBP-SONIA-OIS Compound
  4.3 | Spread: | None`,
    { floating_rate_payer: 'COUNTERPARTY', second_rate_payer: 'BANK', second_spread_bps: '21.5' },
  ],
  [
    'numbered sentences, each with a full stop of its own',
    'COUNTERPARTY',
    `ALDERSYDE ENERGY MARKETING, LLC
  TRANSACTION CONFIRMATION: NON-DELIVERABLE FORWARD
  Aldersyde Trade No. AEM-NDF-11
  This letter confirms the transaction between Aldersyde Energy Marketing, LLC ("Aldersyde") and Port Lisle Bank plc
  ("Port Lisle").
  1. Trade Date: November 18, 2027.
  2. Buyer and Seller: Aldersyde is the Reference Currency Buyer and Port Lisle is the Reference Currency Seller.
  3. Amounts: the Reference Currency Notional Amount is BRL 18,942,000.00 and the Notional Amount is US$3,500,000.00.
  4. Forward Rate: BRL 5.4120 per US$1.00.
  5. Valuation Date: May 18, 2028.
  6. Settlement Date: May 22, 2028.
  7. Settlement Rate Option: BRL PTAX (BRL09).`,
    {
      ...{
        reference_currency_buyer: 'COUNTERPARTY',
        reference_currency_seller: 'BANK',
        settlement_rate_option: 'BRL PTAX (BRL09)',
      },
      ...{ currency: 'USD', notional: '3500000.00', currency_2: 'BRL', notional_2: '18942000.00' },
    },
  ],
  [
    'a forward in numbered sentences, whom one deals with between the amounts',
    'COUNTERPARTY',
    `ALDERSYDE ENERGY MARKETING, LLC
  TRANSACTION CONFIRMATION: FOREIGN EXCHANGE FORWARD
  Aldersyde Trade No. AEM-FX-58
  This letter confirms the transaction between Aldersyde Energy Marketing, LLC ("Aldersyde") and Port Lisle Bank plc
  ("Port Lisle").
  1. Trade Date. The trade was agreed on November 17, 2027.
  2. Purchase and Sale. Aldersyde buys US$2,500,000.00 from Port Lisle and sells SGD 3,246,250.00 to Port Lisle.
  3. Rate. The forward rate is SGD 1.2985 per US$1.00.
  4. Settlement. Both currencies are to be delivered on January 19, 2028.`,
    { currency: 'USD', notional: '2500000.00', currency_buyer: 'COUNTERPARTY', fx_rate: '1.2985' },
  ],
  [
    'labels in English above the same in a language that is not read',
    'BANK',
    `Caixa do Lisle, S.A.
  CONFIRMATION - Interest Rate Cap
  Bank / Banco: | Caixa do Lisle, S.A.
  Client / Cliente: | Aldersyde Chemicals S.A.
  Bank reference / Referência do Banco: | CL-26-336
  Trade Date Data da Operação: | 17-11-2027
  Effective Date Data de Início: | 19-11-2027
  Termination Date Data de Vencimento: | 19-11-2030
  Notional Amount Montante Nocional: | EUR 10.000.000,00
  Cap Buyer Comprador: | Client / Cliente
  Cap Seller Vendedor: | Bank / Banco
  Cap Rate Taxa de Exercício: | 3,00 %
  Premium Prémio: | EUR 96.500,00
  Premium Payment Date Data de Pagamento do Prémio: | 19-11-2027`,
    {
      ...{ buyer: 'COUNTERPARTY', seller: 'BANK', cap_rate: '3', notional: '10000000.00' },
      ...{ premium_amount: '96500.00', premium_date: '2027-11-19', trade_date: '2027-11-17' },
    },
  ],
];

test.each(PAGES)('%s', async (_, source, page, says) => {
  const { trade } = await readPage(page, source);
  expect(trade).toMatchObject(says);
});

test('a word without a figure is no reference', async () => {
  const { trade } = await readPage(
    `Port Lisle Bank plc
  Foreign Exchange Forward
  Our ref. | Amounts
  To: | Aldersyde Mills Limited
  Trade Date: | 17 November 2027
  We buy: | EUR 1,000,000.00
  We sell: | USD 1,160,000.00`,
    'BANK',
  );
  expect(trade.trade_id).toBeUndefined();
});
