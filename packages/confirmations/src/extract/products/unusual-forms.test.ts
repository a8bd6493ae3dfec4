import type { Trade } from '@trade-matching/domain';
import { expect, test } from 'vitest';
import { HEAD, readPage } from '../../../test/read-page.ts';

test('an FX swap that marks its far leg alone: no word of the near leg’s labels marks it', async () => {
  const { trade } = await readPage(`${HEAD}
    Foreign Exchange Swap Confirmation
    Date: | 8 June 2027
    Trd Dt: | 7 June 2027
    Buyer of GBP: | Aldersyde Credit Fund
    Notl Amt: | GBP 3,000,000.00
    Notl Amt 2: | USD 3,900,000.00
    Fwd Rate: | 1.3000
    Value Dt: | 9 June 2027
    Far Amt: | GBP 3,000,000.00
    Far Counter Amt: | USD 3,915,000.00
    Far Rate: | 1.3050
    Far Value Dt: | 9 September 2027`);
  expect(trade).toMatchObject({
    currency: 'GBP',
    notional: '3000000.00',
    notional_2: '3900000.00',
    currency_buyer: 'COUNTERPARTY',
    fx_rate: '1.3000',
    settlement_date: '2027-06-09',
    far_notional: '3000000.00',
    far_notional_2: '3915000.00',
    far_fx_rate: '1.3050',
    far_settlement_date: '2027-09-09',
  } satisfies Partial<Trade>);
});

test('a German option whose labels join currency and amount', async () => {
  const { trade, flags } = await readPage(`${HEAD}
    Devisenoption
    Abschlusstag: | 7. Juni 2027
    Käufer der Option: | Aldersyde Credit Fund
    Verkäufer der Option: | Port Lisle Bank plc
    Call-Währung und -Betrag: | 2.600.000,00 USD
    Put-Währung und -Betrag: | 2.000.000,00 GBP
    Ausübungskurs: | 1,3000
    Verfalltag: | 7. September 2027
    Ausübungsfrist (Uhrzeit): | 15:00 Tokyo
    Valuta: | 9. September 2027
    Prämie: | 21.000,00 GBP
    Zahlungstag der Prämie: | 9. Juni 2027`);
  expect(trade).toMatchObject({
    buyer: 'COUNTERPARTY',
    call_currency: 'USD',
    call_amount: '2600000.00',
    put_amount: '2000000.00',
    cut_off_time: '15:00 Tokyo',
    settlement_date: '2027-09-09',
    premium_date: '2027-06-09',
  } satisfies Partial<Trade>);
  expect(flags.filter(({ code }) => code === 'UNSURE_VALUE')).toEqual([]);
});

test('French labels with their leg in brackets', async () => {
  const { trade } = await readPage(`${HEAD}
    Swap de taux d'intérêt
    Date de négociation : | 7 juin 2027
    Date de départ : | 9 juin 2027
    Date d'échéance : | 9 juin 2030
    Montant notionnel : | 4 000 000,00 EUR
    Payeur du taux fixe : | Aldersyde Credit Fund
    Taux fixe : | 2,5000 %
    Périodicité de paiement (taux fixe) : | Annuelle
    Payeur du taux variable : | Port Lisle Bank plc
    Taux variable : | EUR-EURIBOR
    Maturité de l'indice : | 6 mois
    Périodicité de paiement (taux variable) : | Semestrielle`);
  expect(trade).toMatchObject({
    fixed_payment_frequency: 'ANNUAL',
    designated_maturity: '6M',
    floating_payment_frequency: 'SEMI_ANNUAL',
  } satisfies Partial<Trade>);
});

test('a letter about a cap: who buys, the floating leg, the premium’s day', async () => {
  const { trade } = await readPage(`${HEAD}
    Interest Rate Cap Transaction
    Dear Sirs
    We agreed the transaction on 7 June 2027. It starts on 9 June 2027. It ends on 9 June 2030.
    The notional amount is EUR 4,000,000.00. You will be the buyer of the cap. We will be the seller of the cap.
    The cap rate is 3.5000% per annum. The floating rate is EUR-EURIBOR. Floating interest is calculated on the basis
    Actual/360. Floating interest is paid quarterly. The premium is EUR 31,500.00. The premium is due on 10 June 2027.`);
  expect(trade).toMatchObject({
    buyer: 'COUNTERPARTY',
    seller: 'BANK',
    floating_day_count: 'ACT/360',
    floating_payment_frequency: 'QUARTERLY',
    premium_date: '2027-06-10',
  } satisfies Partial<Trade>);
});

test('a letter about a non-deliverable forward', async () => {
  const { trade } = await readPage(`${HEAD}
    Non-Deliverable Forward Transaction
    Dear Sirs
    We agreed the transaction on 7 June 2027. The notional amount is USD 2,000,000.00. The equivalent amount is
    INR 176,000,000.00. The forward rate is USD/INR 88.00. You will be the seller of the reference currency.
    The rate will be fixed on 7 September 2027. Settlement will take place on 9 September 2027.
    The settlement rate option is INR.FBIL/INR01. The settlement currency is USD.`);
  expect(trade).toMatchObject({
    reference_currency_seller: 'COUNTERPARTY',
    settlement_rate_option: 'INR.FBIL/INR01',
    settlement_currency: 'USD',
  } satisfies Partial<Trade>);
});

test('a letter about a commodity swap', async () => {
  const { trade } = await readPage(`${HEAD}
    Commodity Swap Transaction
    Dear Sirs
    We agreed the transaction on 7 June 2027. It starts on 1 July 2027. It ends on 31 December 2027.
    The commodity is Zinc. The total quantity is 1,200 metric tonnes. The quantity for each month is 200 metric tonnes.
    We will pay the fixed price. The fixed price is USD 2,910.00 per metric tonne. You will pay the floating price.
    The floating price is taken from ZINC-LME CASH.`);
  expect(trade).toMatchObject({
    commodity: 'Zinc',
    quantity_per_period: '200',
    commodity_reference_price: 'ZINC-LME CASH',
  } satisfies Partial<Trade>);
});

test('the second amount of a non-deliverable forward under its number', async () => {
  const { trade } = await readPage(`${HEAD}
    Non-Deliverable Forward Confirmation
    Trd Dt: | 7 June 2027
    Notl Amt: | BRL 11,000,000.00
    Notl Amt 2: | USD 2,000,000.00
    Fwd Rate: | USD/BRL 5.5000
    Ref Ccy Seller: | Port Lisle Bank plc
    Fixing Dt: | 7 September 2027
    Value Dt: | 9 September 2027`);
  expect(trade).toMatchObject({ notional_2: '2000000.00', currency_2: 'USD' } satisfies Partial<Trade>);
});

test('the equivalent below the second leg’s payer is that leg’s amount', async () => {
  const { trade } = await readPage(`${HEAD}
    Cross Currency Swap Transaction
    Trade Date: | 7 June 2027
    Effective Date: | 9 June 2027
    Termination Date: | 9 June 2030
    Exchange rate: | 1.1700
    Floating Rate Payer: | Port Lisle Bank plc
    Notional Amount: | EUR 4,000,000.00
    Floating Rate Option: | EUR-EURIBOR
    Designated Maturity: | 3 months
    Spread: | 10 basis points
    Floating Rate Payer: | Aldersyde Credit Fund
    Countervalue: | USD 4,680,000.00
    Floating Rate Option: | USD-SOFR-OIS Compound
    Spread: | 0 basis points`);
  expect(trade).toMatchObject({
    notional: '4000000.00',
    currency_2: 'USD',
    notional_2: '4680000.00',
    fx_rate: '1.1700',
  } satisfies Partial<Trade>);
});

test('a name in the salutation of a German letter keeps its legal form', async () => {
  const { trade } = await readPage(
    `Aldersyde Werke AG
    An die Wiesentaler Landesbank AöR. Wir, die Aldersyde Werke AG, bestätigen das nachstehende Geschäft.
    Zinsswap
    Handelstag: | 7. Juni 2027
    Laufzeitbeginn: | 9. Juni 2027
    Laufzeitende: | 9. Juni 2030
    Nominalbetrag: | 4.000.000,00 EUR
    Festzins: | 2,500 % p.a.
    Zahler fest: | Aldersyde Werke
    Variabler Zins: | EURIBOR 3 Monate
    Zahler variabel: | Wiesentaler Landesbank`,
    'COUNTERPARTY',
  );
  expect(trade.bank_name).toBe('Wiesentaler Landesbank AöR');
});
