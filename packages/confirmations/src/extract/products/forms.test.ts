import { plainPage } from '@trade-matching/confirmation-samples/pdf';
import type { Source, Trade } from '@trade-matching/domain';
import { expect, test } from 'vitest';
import { readConfirmation } from '../read-confirmation.ts';

const HEAD = `
  Port Lisle Bank plc
  To: | Aldersyde Credit Fund
  Our Reference: | PL-7701`;

async function read(text: string, source: Source = 'BANK') {
  const extraction = await readConfirmation(plainPage(text), source);
  if (extraction.outcome !== 'extracted') throw new Error(extraction.refusal.message);
  return extraction.extracted;
}

test('an FX swap that marks its far leg alone: no word of the near leg’s labels marks it', async () => {
  const { trade } = await read(`${HEAD}
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
  const { trade, flags } = await read(`${HEAD}
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
  const { trade } = await read(`${HEAD}
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
