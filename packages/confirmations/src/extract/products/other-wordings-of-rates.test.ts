import type { Source, Trade } from '@trade-matching/domain';
import { expect, test } from 'vitest';
import { readPage } from '../../../test/read-page.ts';

/** Whole confirmations in wordings that no corpus has, each with all that it says of the trade. */
const CONFIRMATIONS: readonly (readonly [string, Source, string, Partial<Trade>])[] = [
  [
    'an Italian swap whose rates name their payers',
    'BANK',
    `Banca Alpestre S.p.A.
  Via Garibaldi 11, 39100 Bolzano - LEI 8156005BA1C2D3E4F517
  Bolzano, 6 maggio 2027
  Spett.le | Meccanica Dolomiti S.r.l.
  Ns. rif.: BA-IRS-2027-118 - Vs. rif.: MD-44
  Oggetto: Conferma di operazione di Interest Rate Swap
  Egregi Signori,
  con riferimento al Contratto Quadro del 3 marzo 2021, Vi confermiamo i termini dell'operazione conclusa tra Banca Alpestre S.p.A. (la "Banca") e Meccanica Dolomiti S.r.l. (il "Cliente").
  Data di stipula: | 4 maggio 2027
  Data di decorrenza: | 6 maggio 2027
  Data di scadenza: | 6 maggio 2032
  Capitale di riferimento: | Euro 12.000.000,00
  Tasso fisso pagato dal Cliente: | 2,915% annuo, semestrale, 30/360
  Tasso variabile pagato dalla Banca: | Euribor 6 mesi + 0,10%, semestrale, Act/360
  Giorni lavorativi: | TARGET
  Convenzione giorni lavorativi: | Modified Following
  Agente di calcolo: | la Banca
  Legge applicabile: | legge italiana`,
    {
      product: 'INTEREST_RATE_SWAP',
      trade_id: 'BA-IRS-2027-118',
      other_reference: 'MD-44',
      bank_name: 'Banca Alpestre S.p.A.',
      counterparty_name: 'Meccanica Dolomiti S.r.l.',
      bank_lei: '8156005BA1C2D3E4F517',
      confirmation_date: '2027-05-06',
      trade_date: '2027-05-04',
      effective_date: '2027-05-06',
      termination_date: '2032-05-06',
      currency: 'EUR',
      notional: '12000000.00',
      fixed_rate_payer: 'COUNTERPARTY',
      fixed_rate: '2.915',
      fixed_day_count: '30/360',
      fixed_payment_frequency: 'SEMI_ANNUAL',
      floating_rate_payer: 'BANK',
      floating_rate_index: 'EUR-EURIBOR',
      designated_maturity: '6M',
      spread_bps: '10',
      floating_day_count: 'ACT/360',
      floating_payment_frequency: 'SEMI_ANNUAL',
      business_day_convention: 'MODIFIED_FOLLOWING',
      calculation_agent: 'BANK',
      governing_law: 'legge italiana',
    },
  ],
  [
    'a letter in sentences',
    'COUNTERPARTY',
    `Brackenfield Water Authority
  Treasury Services, 4 Mill Lane, Leeds LS1 4AP
  7 May 2027
  Northern Counties Bank plc
  Swaps Administration
  Dear Sir or Madam
  Interest rate swap - your ref NCB/55120, our ref BWA/T/9
  We set out the terms of the swap which we agreed with you by telephone on 5 May 2027.
  The swap is for £20 million. It begins on 10 May 2027 and finishes on 10 May 2034.
  We shall pay you interest at a fixed rate of 4.215% a year, half-yearly on 10 May and 10 November, on an Actual/365 (Fixed) basis.
  You will pay us compounded SONIA with no margin, also half-yearly on the same dates, Actual/365 (Fixed).
  If a payment date is not a London business day, the payment is made on the next business day unless that falls in the following month.
  You will be the Calculation Agent. English law governs this transaction, as does our ISDA 2002 Master Agreement of 12 June 2019.
  Yours faithfully
  For Brackenfield Water Authority`,
    {
      product: 'INTEREST_RATE_SWAP',
      trade_id: 'BWA/T/9',
      other_reference: 'NCB/55120',
      bank_name: 'Northern Counties Bank plc',
      counterparty_name: 'Brackenfield Water Authority',
      confirmation_date: '2027-05-07',
      trade_date: '2027-05-05',
      effective_date: '2027-05-10',
      termination_date: '2034-05-10',
      currency: 'GBP',
      notional: '20000000.00',
      fixed_rate_payer: 'COUNTERPARTY',
      fixed_rate: '4.215',
      fixed_day_count: 'ACT/365F',
      fixed_payment_frequency: 'SEMI_ANNUAL',
      floating_rate_payer: 'BANK',
      floating_rate_index: 'GBP-SONIA-OIS Compound',
      spread_bps: '0',
      floating_day_count: 'ACT/365F',
      floating_payment_frequency: 'SEMI_ANNUAL',
      business_day_convention: 'MODIFIED_FOLLOWING',
      calculation_agent: 'BANK',
      master_agreement: 'ISDA 2002',
      master_agreement_date: '2019-06-12',
    },
  ],
  [
    'a French cross-currency swap in two blocks',
    'BANK',
    `Banque du Roussillon S.A.
  Perpignan, le 6 mai 2027
  Confirmation : échange de devises et de taux (cross-currency swap)
  Entre Banque du Roussillon S.A. (« la Banque ») et Vignobles Canet SAS (« le Client »)
  Référence Banque : BR-CCS-77
  Référence Client : VC-8
  Conclu le : | 4 mai 2027
  Prise d'effet : | 6 mai 2027
  Échéance : | 6 mai 2032
  La Banque verse
  Montant : | 10 000 000,00 EUR
  Taux : | EURIBOR 3 mois + 0,25 %
  Base : | Exact/360
  Périodicité : | trimestrielle
  Le Client verse
  Montant : | 11 700 000,00 USD
  Taux : | 3,85 % fixe
  Base : | 30/360
  Périodicité : | semestrielle
  Échange initial : | le 6 mai 2027
  Échange final : | le 6 mai 2032
  Agent de calcul : | la Banque
  Droit applicable : | droit français`,
    {
      product: 'CROSS_CURRENCY_SWAP',
      trade_id: 'BR-CCS-77',
      other_reference: 'VC-8',
      bank_name: 'Banque du Roussillon S.A.',
      counterparty_name: 'Vignobles Canet SAS',
      confirmation_date: '2027-05-06',
      trade_date: '2027-05-04',
      effective_date: '2027-05-06',
      termination_date: '2032-05-06',
      currency: 'EUR',
      notional: '10000000.00',
      floating_rate_payer: 'BANK',
      floating_rate_index: 'EUR-EURIBOR',
      designated_maturity: '3M',
      spread_bps: '25',
      floating_day_count: 'ACT/360',
      floating_payment_frequency: 'QUARTERLY',
      second_rate_payer: 'COUNTERPARTY',
      second_fixed_rate: '3.85',
      second_day_count: '30/360',
      second_payment_frequency: 'SEMI_ANNUAL',
      initial_exchange_date: '2027-05-06',
      final_exchange_date: '2032-05-06',
      currency_2: 'USD',
      notional_2: '11700000.00',
      calculation_agent: 'BANK',
      governing_law: 'droit français',
    },
  ],
  [
    'a swaption by what it gives the right to',
    'BANK',
    `Castlegate Bank plc
  European Swaption
  Reference CG-SWN-101, counterparty reference SMP-S-4
  Parties: Castlegate Bank plc ("Bank") and Silverline Macro Partners LP ("Fund")
  Done: | 4 May 2027
  The Fund has bought the right to receive fixed from the Bank.
  Premium: | EUR 310,000.00 on 6 May 2027
  Last exercise: | 4 May 2028 at 11:00 Frankfurt time
  On exercise the parties enter a swap in EUR 40,000,000.00
  From: | 8 May 2028
  To: | 8 May 2033
  Fixed rate (paid by the Bank): | 2.75%, annual, 30/360
  Floating rate (paid by the Fund): | 6 month EURIBOR flat, semi-annual, Act/360
  Settlement: | physical
  Business days: | TARGET, modified following
  Determinations: | by the Bank`,
    {
      product: 'SWAPTION',
      trade_id: 'CG-SWN-101',
      bank_name: 'Castlegate Bank plc',
      counterparty_name: 'Silverline Macro Partners LP',
      trade_date: '2027-05-04',
      effective_date: '2028-05-08',
      termination_date: '2033-05-08',
      currency: 'EUR',
      notional: '40000000.00',
      fixed_rate_payer: 'BANK',
      fixed_rate: '2.75',
      fixed_day_count: '30/360',
      fixed_payment_frequency: 'ANNUAL',
      floating_rate_payer: 'COUNTERPARTY',
      floating_rate_index: 'EUR-EURIBOR',
      designated_maturity: '6M',
      spread_bps: '0',
      floating_day_count: 'ACT/360',
      floating_payment_frequency: 'SEMI_ANNUAL',
      business_day_convention: 'MODIFIED_FOLLOWING',
      seller: 'BANK',
      buyer: 'COUNTERPARTY',
      option_style: 'EUROPEAN',
      option_type: 'RECEIVER',
      expiry_date: '2028-05-04',
      premium_currency: 'EUR',
      premium_amount: '310000.00',
      premium_date: '2027-05-06',
      cut_off_time: '11:00 Frankfurt',
      settlement_type: 'PHYSICAL',
      calculation_agent: 'BANK',
    },
  ],
];

test.each(CONFIRMATIONS)('%s', async (_name, source, text, says) => {
  const { trade, flags } = await readPage(text, source);
  expect(trade).toMatchObject(says);
  expect(flags.map(({ code }) => code).filter((code) => code !== 'INVALID_LEI' && code !== 'UNSURE_VALUE')).toEqual([]);
});
