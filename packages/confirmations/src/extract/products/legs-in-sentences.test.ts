import { plainPage } from '@trade-matching/confirmation-samples/pdf';
import type { Trade } from '@trade-matching/domain';
import { describe, expect, test } from 'vitest';
import { HEAD, readPage } from '../../../test/read-page.ts';
import { readConfirmation } from '../read-confirmation.ts';

describe('a swap whose legs are sentences', () => {
  const letter = (title: string, sentences: string) => `
    Aldersyde Werke GmbH
    Port Lisle Bank plc
    Unser Zeichen: AW-5501
    Ihr Zeichen: PL-90417
    ${title}
    Between Port Lisle Bank plc (the "Bank") and Aldersyde Werke GmbH (the "Counterparty"):
    Tag des Geschäftsabschlusses | 3. März 2027
    Laufzeit | vom 5. März 2027 bis zum 5. März 2031
    Nominalbetrag | 12,5 Mio. EUR
    ${sentences}`;
  test.each([
    [
      'German',
      'Die Bank zahlt vierteljährlich nachträglich einen Festzins von 2,115 % p.a., berechnet auf Basis 30/360.\n    Der Vertragspartner zahlt vierteljährlich den 3-Monats-EURIBOR ohne Marge, Zinsmethode act/360.',
    ],
    [
      'French',
      'La Banque paie chaque trimestre un taux fixe de 2,115 %, en base 30/360.\n    La Contrepartie verse chaque trimestre EUR-EURIBOR 3 mois sans marge, en base exact/360.',
    ],
    [
      'English',
      'The Bank pays a fixed rate of 2.115% a year on the size shown above, every quarter, on 30/360.\n    The Counterparty pays 3-month EURIBOR with no margin, every quarter, counted on actual days over 360.',
    ],
  ])('in %s', async (_language, sentences) => {
    const { trade } = await readPage(letter('Zinssatzswap', sentences), 'COUNTERPARTY');
    expect(trade).toMatchObject({
      trade_date: '2027-03-03',
      effective_date: '2027-03-05',
      termination_date: '2031-03-05',
      notional: '12500000.00',
      fixed_rate_payer: 'BANK',
      fixed_rate: '2.115',
      fixed_day_count: '30/360',
      fixed_payment_frequency: 'QUARTERLY',
      floating_rate_payer: 'COUNTERPARTY',
      floating_rate_index: 'EUR-EURIBOR',
      designated_maturity: '3M',
      spread_bps: '0',
      floating_day_count: 'ACT/360',
      floating_payment_frequency: 'QUARTERLY',
    });
  });

  test('that one may break is an other term, whatever the verb', async () => {
    const { other_terms } = await readPage(
      letter(
        'SONIA swap',
        'The Bank pays a fixed rate of 2.115% a year, annually.\n    Either side may break the swap at mid-market on 5 March 2029, giving five days notice.',
      ),
      'COUNTERPARTY',
    );
    expect(other_terms).toContainEqual(
      expect.objectContaining({ economic: true, literal: expect.stringContaining('break') }),
    );
  });
});

describe('a form of lettered parts side by side', () => {
  const FORM = `
    Aldersyde Mutual Insurance Company
    FLOATING/FLOATING (BASIS) SWAP - CONFIRMATION FORM
    Dealer | Port Lisle Bank plc
    Deal number | AM-3309
    Aldersyde Mutual Insurance Company ("AMI") confirms to Port Lisle Bank plc ("Dealer") the trade set out on this form.
    A. Trade | | B. AMI receives
    Traded | 21 May 2027 | Paid by | Dealer
    Starts | 25 May 2027 | Index | USD-SOFR CME Term, 1M tenor
    Matures | 25 May 2030 | Margin | +2.5 bp
    Notional | $64,000,000.00 | Basis | Act/360
    Adjustment | Mod. Following | Pays | Monthly
    Calculation agent | Dealer
    | | C. AMI pays
    Instructions | | Paid by | AMI
    Portfolio | General Account | Index | SOFR compounded in arrears (USD-
    | | | SOFR-OIS Compound)
    Contact | Derivatives desk | Margin | Flat
    | | Basis | Act/360
    | | Pays | Quarterly`;
  test('is read part by part, each leg under its heading', async () => {
    const read = await readConfirmation(plainPage(FORM, [50, 150, 300, 400]), 'COUNTERPARTY');
    const { trade } = read.outcome === 'extracted' ? read.extracted : { trade: {} as Trade };
    expect(trade).toMatchObject({ notional: '64000000.00', counterparty_name: 'Aldersyde Mutual Insurance Company' });
    const legs = [
      [
        trade.floating_rate_payer,
        trade.floating_rate_index,
        trade.designated_maturity,
        trade.spread_bps,
        trade.floating_payment_frequency,
      ],
      [
        trade.second_rate_payer,
        trade.second_rate_index,
        trade.second_designated_maturity,
        trade.second_spread_bps,
        trade.second_payment_frequency,
      ],
    ];
    expect(legs).toContainEqual(['BANK', 'USD-SOFR CME Term', '1M', '2.5', 'MONTHLY']);
    expect(legs).toContainEqual(['COUNTERPARTY', 'USD-SOFR-OIS Compound', undefined, '0', 'QUARTERLY']);
  });
});

describe('a level that steps', () => {
  const swap = (terms: string) => `${HEAD}
    Interest Rate Swap
    Date: | 2 September 2026
    Trade Date: | 1 September 2026
    Effective Date: | 3 September 2026
    Termination Date: | 3 September 2030
    ${terms}
    Fixed Rate Payer: | Port Lisle Bank plc
    Floating Rate Payer: | Aldersyde Credit Fund
    Floating Rate Option: | USD-SOFR-OIS Compound`;
  test.each([
    [
      'a label a period',
      'Fixed Rate (Effective Date to but excluding 3 March 2028) | 2.95%\n    Fixed Rate (3 March 2028 to but excluding the Termination Date) | 3.40%',
    ],
    [
      'coupons in order',
      'Initial coupon: | 2.95% through 2 March 2028\n    Step-up coupon: | 3.40% from and including 3 March 2028',
    ],
  ])('its rate by %s', async (_form, terms) => {
    const { trade } = await readPage(swap(`Notional Amount: | USD 5,000,000.00\n    ${terms}`));
    expect(trade).toMatchObject({ fixed_rate: '2.95', fixed_rate_schedule: '2026-09-03 2.95; 2028-03-03 3.4' });
  });
  test.each([
    [
      'then from',
      'Capital de référence au départ | 5.000.000,00 USD\n    puis à compter du 3 mars 2028 | 4.000.000,00 USD\n    puis à compter du 3 mars 2029 | 2.500.000,00 USD',
    ],
    [
      'periods in the first column',
      'Notional Amount: | USD 5,000,000.00\n    Tilgung des Kapitals / Notional\n    vom 03.09.2026 bis 03.03.2028 | 5.000.000,00 USD\n    vom 03.03.2028 bis 03.03.2029 | 4.000.000,00 USD\n    vom 03.03.2029 bis 03.09.2030 | 2.500.000,00 USD\n    Payments',
    ],
  ])('its notional by %s', async (_form, terms) => {
    const { trade } = await readPage(swap(`Fixed Rate: | 2.95%\n    ${terms}`));
    expect(trade.notional_schedule).toBe('2026-09-03 5000000.00; 2028-03-03 4000000.00; 2029-03-03 2500000.00');
  });
});

describe('the date of a letter', () => {
  const letter = (date: string) => `
    Aldersyde Werke GmbH
    ${date}
    To: | Port Lisle Bank plc
    Our Reference: | AW-1
    FX Forward
    Trade Date: | 3 March 2027
    Forward Rate: | 1.0845`;
  test.each([
    ['Lübeck, den 5. März 2027', '2027-03-05'],
    ['La Rochelle, le 5 mars 2027', '2027-03-05'],
    ['5 March 2027', '2027-03-05'],
    ['valid until 5 March 2027', undefined],
  ])('%s', async (line, date) => {
    const { trade } = await readPage(letter(line), 'COUNTERPARTY');
    expect(trade.confirmation_date).toBe(date);
  });
});
