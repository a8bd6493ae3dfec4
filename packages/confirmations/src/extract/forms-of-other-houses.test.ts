// One test a way to set or to say terms that clients' and banks' own forms have: columns, cells, bold labels, subject lines.
import { describe, expect, test } from 'vitest';
import { HEAD, readPage } from '../../test/read-page.ts';

const DATES = `
  Trade Date: | 4 May 2027
  Effective Date: | 6 May 2027
  Termination Date: | 6 May 2032`;

describe('legs', () => {
  test('in a telex, under a number and who pays; its tenors are not the trade’s, its head is no party’s name', async () => {
    const { trade, flags } = await readPage(`PORT LISLE BK LDN
      TO : | Aldersyde Trading Ltd, LONDON
      WE CONFIRM THE FOLLOWING BASIS SWAP
      OUR REF ....... PLB-881
      PARTY A ....... Aldersyde Trading Ltd
      PARTY B ....... Port Lisle Bank plc
      TRADE DATE .... 04 MAY 2027
      EFFECTIVE DATE ... 06 MAY 2027
      TERMINATION DATE ... 06 MAY 2032
      NOTIONAL ...... EUR 30,000,000.00
      LEG 1 - PARTY A PAYS
      RATE INDEX .... EUR-EURIBOR
      TENOR ......... 3 MONTHS
      SPREAD ........ 4 BASIS POINTS
      LEG 2 - PARTY B PAYS
      RATE INDEX .... EUR-EURIBOR
      TENOR ......... 6 MONTHS
      SPREAD ........ NIL`);
    expect(trade).toMatchObject({
      ...{ bank_name: 'Port Lisle Bank plc', counterparty_name: 'Aldersyde Trading Ltd' },
      ...{ termination_date: '2032-05-06', floating_rate_payer: 'COUNTERPARTY', designated_maturity: '3M' },
      ...{ second_rate_payer: 'BANK', second_designated_maturity: '6M' },
    });
    expect(flags.map(({ code }) => code)).toEqual([]);
  });

  test('in columns, one row of which says of what type they are; the title names the kind last', async () => {
    const { trade } = await readPage(
      `SWAP CONFIRMATION - BASIS
      Aldersyde Trading Ltd confirms to Port Lisle Bank plc the transaction below.
      Our Ref | ALD-9
      Counterparty | Port Lisle Bank plc
      Dealing Date | 2027-05-04
      Start Date | 2027-05-06
      End Date | 2032-05-06
      Notional | USD 7,000,000.00
      | WE RECEIVE | WE PAY
      Payer | Port Lisle Bank plc | Aldersyde Trading Ltd
      Type | Floating | Floating
      Index | USD-SOFR-OIS Compound | USD-Federal Funds-OIS Compound
      Spread (bp) | 0 | 5.40`,
      'COUNTERPARTY',
    );
    expect(trade).toMatchObject({
      ...{ product: 'BASIS_SWAP', counterparty_name: 'Aldersyde Trading Ltd', bank_name: 'Port Lisle Bank plc' },
      ...{ floating_rate_payer: 'COUNTERPARTY', floating_rate_index: 'USD-Federal Funds-OIS Compound' },
      ...{ spread_bps: '5.4', second_rate_payer: 'BANK', second_rate_index: 'USD-SOFR-OIS Compound' },
    });
  });

  test('paid on one day in each year, which a business day convention moves', async () => {
    const { trade } = await readPage(`${HEAD}\nInterest Rate Swap${DATES}
      Notional: | GBP 4,000,000
      Fixed Rate: | 3.9 %
      Fixed Rate Payer Payment Dates: | 6 May in each year, subject to the Following Business Day Convention`);
    expect(trade.fixed_payment_frequency).toBe('ANNUAL');
  });

  test('in columns headed by who receives and who pays', async () => {
    const { trade } = await readPage(`${HEAD}\nTenor basis swap${DATES}
      Notional: | EUR 31,000,000
      Term | Lisle receives | Lisle pays
      Index | EURIBOR 3M | EURIBOR 6M
      Margin | 7.5 bp | nil
      Paid | Quarterly | Semi-annually
      Basis | Actual/360 | Actual/360`);
    expect(trade).toMatchObject({
      floating_rate_payer: 'COUNTERPARTY',
      designated_maturity: '3M',
      spread_bps: '7.5',
      floating_payment_frequency: 'QUARTERLY',
      second_rate_payer: 'BANK',
      second_designated_maturity: '6M',
      second_spread_bps: '0',
      second_payment_frequency: 'SEMI_ANNUAL',
    });
  });

  test('in columns headed by a verb and who acts', async () => {
    const { trade } = await readPage(`${HEAD}\nInterest Rate Swap${DATES}
      Notional: | USD 9,000,000.00
      Item | PAY (we) | RECEIVE (we)
      Type | Fixed | Floating
      Rate | 3.8100% | USD SOFR OIS Compound
      Spread | - | +12.0 bp
      Day count | 30/360 | ACT/360`);
    expect(trade).toMatchObject({
      fixed_rate_payer: 'BANK',
      fixed_rate: '3.81',
      floating_rate_payer: 'COUNTERPARTY',
      floating_rate_index: 'USD-SOFR-OIS Compound',
      spread_bps: '12',
    });
  });

  test('whole in the cells of who pays', async () => {
    const { trade } = await readPage(`${HEAD}\nOvernight basis swap${DATES}
      Notional: | USD 31,000,000
      You pay: | Compounded Fed Funds (USD-Federal Funds-OIS Compound), flat, quarterly, Act/360
      We pay: | Compounded SOFR (USD-SOFR-OIS Compound) plus 2.25 bps, quarterly, Act/360`);
    expect(trade).toMatchObject({
      floating_rate_payer: 'COUNTERPARTY',
      floating_rate_index: 'USD-Federal Funds-OIS Compound',
      spread_bps: '0',
      second_rate_payer: 'BANK',
      second_rate_index: 'USD-SOFR-OIS Compound',
      second_spread_bps: '2.25',
      second_payment_frequency: 'QUARTERLY',
    });
  });

  test('with who pays them in their labels', async () => {
    const { trade } = await readPage(`${HEAD}\nInterest Rate Swap${DATES}
      Notional: | GBP 9,000,000.00
      Fixed rate, paid by the bank | 3.40%, annually, Actual/365 (Fixed)
      Floating rate, paid by the Fund | GBP-SONIA-OIS Compound, no spread, annually each 6 May, Actual/365 (Fixed)`);
    expect(trade).toMatchObject({
      fixed_rate: '3.4',
      fixed_rate_payer: 'BANK',
      fixed_payment_frequency: 'ANNUAL',
      floating_rate_payer: 'COUNTERPARTY',
      floating_rate_index: 'GBP-SONIA-OIS Compound',
      spread_bps: '0',
    });
  });

  test('of a currency swap whose exchanges stand in a table', async () => {
    const page = (back: string) => `${HEAD}\nCross-currency basis swap${DATES}
      Term | Lisle receives | Lisle pays
      Principal | EUR 4 000 000 | USD 4 680 000
      Index | EURIBOR 3M | USD-SOFR-OIS Compound
      Margin | -12.5 bp | nil
      Principal exchanges
      Date | Lisle receives | Lisle pays
      2027-05-06 | USD 4 680 000 | EUR 4 000 000
      2032-05-06 | EUR 4 000 000 | ${back}`;
    const { trade } = await readPage(page('USD 4 680 000'));
    expect(trade).toMatchObject({ initial_exchange_date: '2027-05-06', final_exchange_date: '2032-05-06' });
    expect(trade.notional_schedule).toBeUndefined();
    // What comes back is not what was exchanged: a term of its own.
    const other = await readPage(page('USD 4 860 000'));
    expect(other.trade.final_exchange_date).toBeUndefined();
    expect(other.other_terms?.some(({ literal, economic }) => economic && /4 860 000/.test(literal))).toBe(true);
  });
});

describe('labels and values', () => {
  test('with no gap between them, in a form that sets its labels bold', async () => {
    const { trade } = await readPage(`Port Lisle Bank plc
      Swaption Confirmation
      To: Aldersyde Credit Fund LP ("Party B"). From: Port Lisle Bank plc ("Party A").
      Reference PLB-SWO-4410
      Trade Date 4 May 2027
      Option Style European
      Option Type Receiver
      Swaption Seller Party A
      Swaption Buyer Party B
      Premium EUR 27,500.00
      Expiration Date 4 November 2027
      Notional Amount EUR 2,500,000.00
      Effective Date 8 November 2027
      Termination Date 8 November 2032
      Fixed Rate Payer Party A
      Fixed Rate 3.10% per annum
      Floating Rate Option EUR-EURIBOR
      Spread None`);
    expect(trade).toMatchObject({
      trade_id: 'PLB-SWO-4410',
      buyer: 'COUNTERPARTY',
      premium_amount: '27500.00',
      expiry_date: '2027-11-04',
      notional: '2500000.00',
      fixed_rate_payer: 'BANK',
      fixed_rate: '3.1',
      floating_rate_index: 'EUR-EURIBOR',
      spread_bps: '0',
    });
  });

  test('parted by semicolons, wherever the lines break', async () => {
    const { trade } = await readPage(
      `Aldersyde Credit Fund LP | ACF-27-0708
      Trade confirmation: currency option
      Aldersyde Credit Fund LP (buyer) and Port Lisle Bank plc (seller).
      Trade date: May 4, 2027; Type: European GBP put / USD call; Put amount: GBP 2,000,000; Call amount:
      USD 2,640,000; Strike: 1.3200; Expiry : August 4, 2027, 10:00 am New York; Delivery : August 9, 2027,
      physical; Premium: USD 31,200 payable May 6, 2027; Calculation agent: seller.`,
      'COUNTERPARTY',
    );
    expect(trade).toMatchObject({
      trade_date: '2027-05-04',
      buyer: 'COUNTERPARTY',
      seller: 'BANK',
      call_amount: '2640000.00',
      put_amount: '2000000.00',
      strike_price: '1.3200',
      premium_amount: '31200.00',
      settlement_type: 'PHYSICAL',
      calculation_agent: 'BANK',
    });
  });

  test('a role beside its label is a value, though a label stands below', async () => {
    const { trade } = await readPage(`${HEAD}\nInterest Rate Swap${DATES}
      Calculation Agent | Counterparty
      Optional Early Termination | Either party, on 5 Business Days' notice`);
    expect(trade.calculation_agent).toBe('COUNTERPARTY');
  });

  test('fields of a SWIFT message with a space before the colon', async () => {
    const { trade } = await readPage(`Message Text
      20 : Sender's Reference
      FX0099271
      82A: Party A - BIC
      PLBKGB2LXXX
      PORT LISLE BANK PLC
      87A: Party B - BIC
      ALDSGB2LXXX
      ALDERSYDE TRADING CO., LTD.
      30T: Trade Date
      20270504
      30V: Value Date
      20270806
      36 : Exchange Rate
      147,35
      32B: Currency, Amount Bought (by Party A)
      Currency : JPY (YEN)
      Amount : #88410000,#
      33B: Currency, Amount Sold (by Party A)
      Currency : USD (US DOLLAR)
      Amount : #600000,00#
      FIN 300 Foreign Exchange Confirmation`);
    expect(trade).toMatchObject({
      trade_id: 'FX0099271',
      settlement_date: '2027-08-06',
      fx_rate: '147.35',
      notional: '600000.00',
      notional_2: '88410000.00',
    });
  });
});

describe('parties', () => {
  test('of a letter whose head is the addressee: the sender says who it is, and stands along the foot', async () => {
    const { trade } = await readPage(
      `Port Lisle Bank plc
      Abteilung Devisen
      Stuttgart, den 5. Mai 2027
      Bestätigung Zinsswap
      Wir, die Rohrwerk Maschinenbau GmbH, bestätigen den Abschluss.
      Handelstag: | 4. Mai 2027
      Nominalbetrag zu Beginn: | 3.000.000,00 Euro
      Wir zahlen: | Festzins von 2,735 %, jährlich, 30/360
      Wir erhalten: | den 6-Monats-Euribor ohne Auf- oder Abschlag, halbjährlich, actual/360
      Fällt ein Termin auf einen Feiertag: | Modified Following
      Bank: | Filderkasse eG, IBAN DE02 6009 0800 0123 4567 00
      Rohrwerk Maschinenbau GmbH · Hafenstraße 40 · 70565 Stuttgart`,
      'COUNTERPARTY',
    );
    expect(trade).toMatchObject({
      bank_name: 'Port Lisle Bank plc',
      counterparty_name: 'Rohrwerk Maschinenbau GmbH',
      fixed_rate_payer: 'COUNTERPARTY',
      fixed_rate: '2.735',
      floating_rate_index: 'EUR-EURIBOR',
      designated_maturity: '6M',
      spread_bps: '0',
      floating_payment_frequency: 'SEMI_ANNUAL',
      business_day_convention: 'MODIFIED_FOLLOWING',
    });
  });

  test('a Norwegian form ends a name before its address; a reference entity is no party', async () => {
    const { trade } = await readPage(`Port Lisle Bank plc
      To: | Fjordkraft AS, Storgata 9, NO-1767 Halden
      Credit default swap
      Reference entity | Harrowdale Chemicals Corp.
      Notional: | USD 4,000,000.00
      Fixed Rate: | 1.00 %
      Trade Date: | 4 May 2027`);
    expect(trade).toMatchObject({ bank_name: 'Port Lisle Bank plc', counterparty_name: 'Fjordkraft AS' });
  });
});
