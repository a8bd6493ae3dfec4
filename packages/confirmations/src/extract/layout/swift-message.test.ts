// Prints of SWIFT messages (Standards MT, category 3), with and without the fields' names.
import { expect, test } from 'vitest';
import { readPage } from '../../../test/read-page.ts';

const PARTIES = `
  82A: Party A
  PLBKGB2LXXX Port Lisle Bank plc
  87A: Party B
  ALDSGB2LXXX Aldersyde Trading Ltd
  77H: Type, Date, Version of the Agreement
  ISDA/20190611//2002`;

test('an option with a barrier: who buys, what its codes mean, and the barrier', async () => {
  const { trade, other_terms } = await readPage(`FIN 306 Foreign Currency Option Confirmation
    15A: New Sequence A - General Information
    20: Sender's Reference
    OPT4410
    12F: Option Style
    VANI
    12E: Expiration Style
    AMER | (American)
    17A: Buy (Sell) Indicator
    B
    30T: Trade Date
    20270504 | (4 May 2027)${PARTIES}
    15B: New Sequence B - Vanilla Block
    30X: Expiration Date
    20270804
    29E: Expiration Location and Time
    GBLO/1500 | (15:00 London)
    30F: Final Settlement Date
    20270806
    26F: Settlement Type
    NETCASH
    32B: Put Currency, Amount
    GBP3000000,
    33B: Call Currency, Amount
    USD3750000,00 | (3,750,000.00)
    36: Strike Price
    1,25
    34P: Premium Currency, Amount
    GBP41000,
    30P: Premium Payment Date
    20270506
    22G: Type of Barrier
    SKIN | (single knock-in)
    37J: Barrier Level
    1,31
    30G: Barrier Window Start Date, End Date
    20270504/20270804`);
  expect(trade).toMatchObject({
    ...{ product: 'FX_OPTION', trade_id: 'OPT4410', buyer: 'BANK', seller: 'COUNTERPARTY', option_style: 'AMERICAN' },
    ...{ expiry_date: '2027-08-04', settlement_date: '2027-08-06', settlement_type: 'CASH', strike_price: '1.25' },
    ...{ put_currency: 'GBP', put_amount: '3000000.00', call_currency: 'USD', call_amount: '3750000.00' },
    ...{ premium_currency: 'GBP', premium_amount: '41000.00', premium_date: '2027-05-06' },
    ...{ barrier_type: 'KNOCK_IN', barrier_level: '1.31', cut_off_time: '15:00 London' },
  });
  // What no field holds is kept, and compared.
  expect(other_terms.map(({ label, literal }) => [label, literal])).toEqual([
    ['Barrier Window Start Date, End Date', '20270504/20270804'],
  ]);
});

test('two floating legs are told apart by the names of their sequences; a spread is in per cent', async () => {
  const { trade } = await readPage(`FIN 361 Cross Currency Interest Rate Swap Confirmation
    15A: New Sequence A - General Information
    20: Sender's Reference
    CCS0815
    30T: Trade Date
    20270504
    30V: Effective Date
    20270506
    30P: Termination Date
    20320506${PARTIES}
    15E: New Sequence E - Floating Interest, payable by Party B
    33F: Currency, Notional Amount
    GBP8000000,
    14F: Floating Rate Option
    GBP-SONIA-OIS Compound
    37R: Spread
    N0,0875 | (minus 8.75 basis points)
    14D: Day Count Fraction
    ACT/365
    38E: Payment Frequency
    03M
    15F: New Sequence F - Floating Interest, payable by Party A
    33F: Currency, Notional Amount
    EUR9200000,
    14F: Floating Rate Option
    EUR-EURIBOR
    14J: Designated Maturity
    06M
    37R: Spread
    0,
    38E: Payment Frequency
    06M
    15L: New Sequence L - Initial Exchange
    30F: Exchange Date
    20270506`);
  expect(trade).toMatchObject({
    ...{ product: 'CROSS_CURRENCY_SWAP', floating_rate_payer: 'BANK', second_rate_payer: 'COUNTERPARTY' },
    ...{ notional: '9200000.00', notional_2: '8000000.00', spread_bps: '0', second_spread_bps: '-8.75' },
    ...{ floating_payment_frequency: 'SEMI_ANNUAL', second_payment_frequency: 'QUARTERLY' },
    ...{ designated_maturity: '6M', initial_exchange_date: '2027-05-06' },
  });
  expect(trade.second_designated_maturity).toBeUndefined();
});

test('a foreign exchange message that is not delivered is a non-deliverable forward', async () => {
  const { trade } = await readPage(`FIN 300 Foreign Exchange Confirmation
    20: Sender's Reference
    USD100200
    17F: Non-Deliverable Indicator
    Y${PARTIES}
    30T: Trade Date
    20270504
    30V: Value Date
    20270806
    30U: Valuation Date
    20270804
    14S: Settlement Rate Source
    KRW02
    32E: Settlement Currency
    USD
    36: Exchange Rate
    1350,
    32B: Currency, Amount Bought (by Party A)
    Currency : USD US DOLLAR
    Amount : #2000000,00#
    33B: Currency, Amount Sold (by Party A)
    Currency : KRW SOUTH KOREAN WON
    Amount : #2700000000,#`);
  expect(trade).toMatchObject({
    ...{ product: 'NON_DELIVERABLE_FORWARD', trade_id: 'USD100200', fixing_date: '2027-08-04', fx_rate: '1350' },
    ...{ settlement_currency: 'USD', settlement_rate_option: 'KRW02', notional: '2000000.00' },
    ...{ notional_2: '2700000000.00', reference_currency_buyer: 'COUNTERPARTY' },
  });
});

test('both legs of a swap in one message, parted by captions, and the agreement by its code', async () => {
  const leg = (bought: string, sold: string, date: string, rate: string) => `
    30T: Trade Date
    20270803
    30V: Value Date
    ${date}
    36: Exchange Rate
    ${rate}
    32B: Currency, Amount Bought by Party A
    ${bought}
    33B: Currency, Amount Sold by Party A
    ${sold}`;
  const near = leg('USD20000000,00', 'JPY2960000000,', '20270805', '148,00');
  const far = leg('JPY2931000000,', 'USD20000000,00', '20280205', '146,55');
  const { trade, flags, other_terms } = await readPage(`FIN 300 Foreign Exchange Confirmation
    15A: New Sequence A General Information
    20: Sender's Reference
    FXS-3402${PARTIES}
    -- NEAR LEG --${near}
    -- FAR LEG --${far}
    --------------- Message Trailer ---------------`);
  expect(trade).toMatchObject({
    ...{ product: 'FX_SWAP', master_agreement: 'ISDA 2002', master_agreement_date: '2019-06-11' },
    ...{ currency: 'USD', notional: '20000000.00', currency_2: 'JPY', notional_2: '2960000000.00' },
    ...{ currency_buyer: 'BANK', fx_rate: '148.00', settlement_date: '2027-08-05' },
    ...{ far_notional: '20000000.00', far_notional_2: '2931000000.00' },
    ...{ far_fx_rate: '146.55', far_settlement_date: '2028-02-05' },
  });
  expect(flags).toEqual([]);
  expect(other_terms).toEqual([]);
});

test('names below the codes of sender and receiver, places beside times, and terms in words', async () => {
  const { trade } = await readPage(`FIN 305 Foreign Currency Option Confirmation
    Sender: PLBKGB2LXXX
    Port Lisle Bank plc
    Receiver: ALDSGB2LXXX
    Aldersyde Trading Ltd
    15A: New Sequence A - General Information
    20: Sender's Reference
    OPT4410
    23: Further Identification
    BUY/CALL/E/USD
    30: Date Contract Agreed/Amended
    20270504
    82A: Party A
    PLBKGB2LXXX
    87A: Party B
    ALDSGB2LXXX
    31G: Expiry Details
    20270804/1000/USNY
    32B: Underlying Currency and Amount
    USD3750000,00
    33B: Counter Currency and Amount
    GBP3000000,
    36: Strike Price
    1,25
    34P: Premium Payment
    20270506 GBP41000,
    77D: Terms and Conditions
    CALCULATION AGENT: PARTY A`);
  expect(trade).toMatchObject({
    ...{ bank_name: 'Port Lisle Bank plc', counterparty_name: 'Aldersyde Trading Ltd', expiry_date: '2027-08-04' },
    ...{ premium_amount: '41000.00', premium_currency: 'GBP', premium_date: '2027-05-06', calculation_agent: 'BANK' },
  });
});
