// What clients' letters say in sentences and in cells of two terms.
import { expect, test } from 'vitest';
import { HEAD, readPage } from '../../test/read-page.ts';

test('a swaption that its letter says in sentences', async () => {
  const { trade } = await readPage(
    `Aldersyde Pension Trustees Limited
    4th May 2027
    Port Lisle Bank plc, London
    Receiver swaption
    Aldersyde Pension Trustees Limited confirms that on 3rd May 2027 it purchased from you a European receiver
    swaption for a premium of US$27,500, which we shall pay on 5th May 2027. It may be exercised on 3rd November
    2027 until 11.00 a.m. New York time and is cash settled.
    Notional amount | US$2,500,000
    Fixed rate, paid by the bank | 3.40%, annually, Actual/360
    Floating rate, paid by the Trustee | USD-SOFR-OIS Compound, no spread, annually, Actual/360`,
    'COUNTERPARTY',
  );
  expect(trade).toMatchObject({
    buyer: 'COUNTERPARTY',
    seller: 'BANK',
    option_style: 'EUROPEAN',
    premium_amount: '27500.00',
    premium_date: '2027-05-05',
    expiry_date: '2027-11-03',
    cut_off_time: '11:00 New York',
    settlement_type: 'CASH',
    floating_rate_payer: 'COUNTERPARTY',
  });
});

test('a cap that a Spanish letter says in a sentence', async () => {
  const { trade } = await readPage(
    `ALMAZARA DEL RÍO, S.A.
    A la atención de: Banca Lagunaria S.p.A.
    Confirmación de compra de un cap de tipos de interés
    Almazara del Río, S.A., con referencia interna ADR-27/006 (referencia de ustedes: BL-CAP-77), confirma que el 18 de
    mayo de 2027 compró a Banca Lagunaria un cap sobre el Euríbor a 3 meses con las condiciones que se indican.
    Nocional: | 10.000.000 euros
    Tipo de ejercicio (strike): | 2,75%
    Prima: | 86.500,00 EUR`,
    'COUNTERPARTY',
  );
  expect(trade).toMatchObject({
    product: 'CAP_FLOOR',
    trade_id: 'ADR-27/006',
    other_reference: 'BL-CAP-77',
    trade_date: '2027-05-18',
    buyer: 'COUNTERPARTY',
    seller: 'BANK',
    floating_rate_index: 'EUR-EURIBOR',
    designated_maturity: '3M',
    cap_rate: '2.75',
  });
});

test.each([
  ['Bankruptcy, Failure to Pay; Restructuring: Applicable (Mod R)', 'MR'],
  ['Bankruptcy, Failure to Pay; Restructuring: Not Applicable', 'XR'],
])('what the cell of credit events says of restructuring: %s', async (events, code) => {
  const { trade } = await readPage(`${HEAD}\nCredit Default Swap
    Trade Date: | 4 May 2027
    Notional: | USD 4,000,000
    Reference entity: | Harrowdale Chemicals Corp.
    Transaction type: | Standard North American Corporate
    Credit events: | ${events}`);
  expect(trade.restructuring).toBe(code);
});

test('restructuring in words that nobody knows is for review, and not what the type would say', async () => {
  const { trade, flags } = await readPage(`${HEAD}\nCredit Default Swap
    Trade Date: | 4 May 2027
    Notional: | USD 4,000,000
    Reference entity: | Harrowdale Chemicals Corp.
    Credit events: | Bankruptcy; Restructuring: as amended between us`);
  expect(trade.restructuring).toBeUndefined();
  expect(flags).toContainEqual(expect.objectContaining({ code: 'UNREAD_VALUE', field: 'restructuring' }));
});

test('how an option settles stands beside its date; a product that is non-deliverable by name says nothing', async () => {
  const option = await readPage(`${HEAD}\nCurrency Option
    Type: | EUR-Call / USD-Put
    Settlement Date: | 17 December 2027, physical delivery`);
  expect(option.trade).toMatchObject({ settlement_type: 'PHYSICAL', option_type: 'EUR_CALL_USD_PUT' });
  const forward = await readPage(`${HEAD}\nNon-deliverable forward
    Trade Date: | 4 May 2027
    Notional: | USD 4,000,000
    Transaction type: | Non-deliverable forward
    Settlement Date: | 17 December 2027`);
  expect(forward.trade.settlement_type).toBeUndefined();
});

test.each([
  ['Contact: desk@lisle.example, phone +33 4 72 55 01 90', '2027-09-02'],
  ['Contact: desk@lisle.example, phone +1 312 555 0142', undefined],
  ['Questions to the desk', undefined],
])('slash dates that nothing settles, by where the paper comes from: %s', async (line, date) => {
  const { trade, flags } = await readPage(`${HEAD}\nForward Foreign Exchange
    Trade Date: | 02/09/2027
    EUR buyer / NOK seller: | Port Lisle Bank plc
    EUR amount: | EUR 1,000.00
    NOK amount: | NOK 11,482.00
    ${line}`);
  expect(trade.trade_date).toBe(date);
  expect(flags.some(({ code }) => code === 'AMBIGUOUS_DATE')).toBe(date === undefined);
  expect(trade).toMatchObject({ currency_buyer: 'BANK', currency_2: 'NOK', notional_2: '11482.00' });
});

test('a commodity swap by what each side pays, in total and by month', async () => {
  const { trade } = await readPage(`${HEAD}\nConfirmation of a wheat price swap
    Trade Date: | 4 May 2027
    First day: | 1 June 2027
    Last day: | 31 August 2027
    Item: | Milling Wheat
    Volume: | 4,000 MT per month, total 12,000 MT
    We pay: | EUR 208.50 per tonne
    You pay: | WHEAT-EURONEXT, arithmetic mean of the daily prices`);
  expect(trade).toMatchObject({
    effective_date: '2027-06-01',
    termination_date: '2027-08-31',
    commodity: 'Milling Wheat',
    quantity: '12000',
    quantity_per_period: '4000',
    fixed_price_payer: 'BANK',
    fixed_price: '208.5',
    floating_price_payer: 'COUNTERPARTY',
  });
});

test('an equity swap by what each side pays, and its shares in one cell', async () => {
  const { trade } = await readPage(`${HEAD}\nTotal return swap on shares
    Trade Date: | 4 May 2027
    Underlying: | 40,000 registered shares of Vallon Instruments SA, ISIN CH0554471029, listed on SIX Swiss Exchange
    The bank pays: | total return of the shares, in cash, at termination
    The Fund pays: | three-month EURIBOR plus 0.24%, quarterly, Actual/360`);
  expect(trade).toMatchObject({
    number_of_shares: '40000',
    underlier: 'Vallon Instruments SA, ISIN CH0554471029',
    equity_amount_payer: 'BANK',
    return_type: 'TOTAL_RETURN',
    floating_rate_payer: 'COUNTERPARTY',
    designated_maturity: '3M',
    spread_bps: '24',
    floating_payment_frequency: 'QUARTERLY',
  });
});

test('the bulleted terms of a mail', async () => {
  const { trade } = await readPage(
    `From: ops@marlowe.example
    To: Port Lisle Bank plc
    Subject: Swap confirm - our ref MWT-27-9 / your ref PL-1199
    Marlowe Water Trust confirms the following with Port Lisle Bank plc:
    - Trade date: 10 June 2027
    - Notional: GBP 18m
    - Marlowe pays: 4.05% fixed, s/a, Act/365F
    - Lisle pays: SONIA compounded in arrears + 15bp, s/a, Act/365F`,
    'COUNTERPARTY',
  );
  expect(trade).toMatchObject({
    counterparty_name: 'Marlowe Water Trust',
    trade_id: 'MWT-27-9',
    other_reference: 'PL-1199',
    fixed_rate_payer: 'COUNTERPARTY',
    fixed_rate: '4.05',
    fixed_payment_frequency: 'SEMI_ANNUAL',
    floating_rate_index: 'GBP-SONIA-OIS Compound',
    spread_bps: '15',
  });
});

test('an option by a noun, and with whom', async () => {
  const { trade } = await readPage(
    `CERAMICHE DEL PO S.R.L. | CDP-27-008
    Spett.le Banca Lagunaria S.p.A.
    Confermiamo l'acquisto da Voi, in data 3 maggio 2027, di un'opzione call EUR / put USD di tipo europeo.
    Importo call | EUR 500.000,00
    Importo put | USD 585.000,00
    Prezzo di esercizio | 1,1700`,
    'COUNTERPARTY',
  );
  expect(trade).toMatchObject({
    product: 'FX_OPTION',
    bank_name: 'Banca Lagunaria S.p.A.',
    trade_id: 'CDP-27-008',
    trade_date: '2027-05-03',
    buyer: 'COUNTERPARTY',
    seller: 'BANK',
    option_style: 'EUROPEAN',
    call_amount: '500000.00',
  });
});

test('legs in the cells of a French form', async () => {
  const { trade } = await readPage(`BANQUE DU LITTORAL S.A.
    A : Compagnie des Ports SAS
    Objet : Confirmation de swap de taux - notre réf. BL-SW-4471, votre réf. CP/27/19
    Nous vous confirmons l'opération conclue avec vous le 2 juin 2027.
    Montant notionnel | 12 000 000 EUR
    Nous payons | Euribor 3 mois + 0,20 %, trimestriellement, Exact/360
    Nous recevons | 2,45 % fixe, annuellement, 30/360`);
  expect(trade).toMatchObject({
    trade_id: 'BL-SW-4471',
    other_reference: 'CP/27/19',
    trade_date: '2027-06-02',
    fixed_rate_payer: 'COUNTERPARTY',
    fixed_rate: '2.45',
    floating_rate_payer: 'BANK',
    designated_maturity: '3M',
    spread_bps: '20',
  });
});

test('protection bought in one sentence', async () => {
  const { trade } = await readPage(
    `Nordmark Versicherung AG
    To Port Lisle Bank plc
    Credit default swap on Vestal Cement plc: our reference NV-CD-14, your reference PL-CD-881
    We confirm that on 4 June 2027 we bought from you protection on Vestal Cement plc for EUR 5,000,000 from 7 June
    2027 until 20 June 2032 at 1.00% per annum, payable quarterly.`,
    'COUNTERPARTY',
  );
  expect(trade).toMatchObject({
    trade_id: 'NV-CD-14',
    other_reference: 'PL-CD-881',
    buyer: 'COUNTERPARTY',
    notional: '5000000.00',
    fixed_rate: '1',
    termination_date: '2032-06-20',
  });
});

test('a reference right behind the title is the sender’s, one behind the other side’s name is not', async () => {
  const own = await readPage(`Port Lisle Bank plc
    To: Aldersyde Credit Fund LP
    Index swap confirmation, ref PL-EQ-12
    Trade Date: | 4 May 2027
    Notional: | GBP 5,000,000.00`);
  expect(own.trade.trade_id).toBe('PL-EQ-12');
  const other = await readPage(
    `Aldersyde Credit Fund LP
    Index swap
    We dealt with Port Lisle Bank plc, ref. PL-EQ-12, as follows.
    Trade Date: | 4 May 2027
    Notional: | GBP 5,000,000.00`,
    'COUNTERPARTY',
  );
  expect(other.trade.trade_id).toBeUndefined();
});
