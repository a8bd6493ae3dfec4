import type { Source, Trade } from '@trade-matching/domain';
import { expect, test } from 'vitest';
import { readPage } from '../../../test/read-page.ts';

/** Whole confirmations in wordings that no corpus has, each with all that it says of the trade. */
const CONFIRMATIONS: readonly (readonly [string, Source, string, Partial<Trade>])[] = [
  [
    'a German letter of a client that calls itself so',
    'COUNTERPARTY',
    `Molkerei Sonnental eG
  Finanzabteilung, Hauptstraße 12, 87527 Sonthofen
  Sonthofen, den 7. Mai 2027
  Landesbank Südost AöR
  Abteilung Derivate
  Betreff: Zinsswap, Ihre Geschäftsnummer LS-ZS-4471, unsere Nummer MS-19
  Sehr geehrte Damen und Herren,
  wir bestätigen den am 5. Mai 2027 zwischen der Landesbank Südost AöR (nachfolgend "Bank") und der Molkerei Sonnental eG (nachfolgend "Kunde") abgeschlossenen Zinsswap unter dem Rahmenvertrag für Finanztermingeschäfte vom 12. März 2018.
  Nominalbetrag: | 8 Mio. EUR
  Beginn: | 7. Mai 2027
  Ende: | 7. Mai 2034
  Der Kunde zahlt an die Bank halbjährlich einen Festzins von 2,735 % p.a. auf Basis 30/360.
  Die Bank zahlt an den Kunden halbjährlich den 6-Monats-EURIBOR zuzüglich 0,15 %, act/360.
  Zahltage: | 7. Mai und 7. November
  Geschäftstagekonvention: | modifiziert folgend
  Die Bank ist Berechnungsstelle.
  Es gilt deutsches Recht.`,
    {
      product: 'INTEREST_RATE_SWAP',
      trade_id: 'MS-19',
      other_reference: 'LS-ZS-4471',
      bank_name: 'Landesbank Südost AöR',
      counterparty_name: 'Molkerei Sonnental eG',
      confirmation_date: '2027-05-07',
      trade_date: '2027-05-05',
      effective_date: '2027-05-07',
      termination_date: '2034-05-07',
      currency: 'EUR',
      notional: '8000000.00',
      fixed_rate_payer: 'COUNTERPARTY',
      fixed_rate: '2.735',
      fixed_day_count: '30/360',
      fixed_payment_frequency: 'SEMI_ANNUAL',
      floating_rate_payer: 'BANK',
      floating_rate_index: 'EUR-EURIBOR',
      designated_maturity: '6M',
      spread_bps: '15',
      floating_day_count: 'ACT/360',
      floating_payment_frequency: 'SEMI_ANNUAL',
      business_day_convention: 'MODIFIED_FOLLOWING',
      calculation_agent: 'BANK',
      governing_law: 'German law',
      master_agreement: 'Rahmenvertrag für Finanztermingeschäfte',
      master_agreement_date: '2018-03-12',
    },
  ],
  [
    'an Italian swap on goods',
    'COUNTERPARTY',
    `Trasporti Lagunari S.p.A.
  Venezia, 7 maggio 2027
  Alla cortese attenzione di Banca Alpestre S.p.A.
  Conferma di swap su merci
  Nostro riferimento: TL-C-5 - Vostro riferimento: BA-COM-88
  Data operazione: | 5 maggio 2027
  Merce: | Gasolio 10 ppm
  Inizio: | 1 luglio 2027
  Fine: | 31 dicembre 2027
  Quantità mensile: | 500 tonnellate metriche
  Quantità complessiva: | 3.000 tonnellate metriche
  Prezzo fisso: | 712,50 USD per tonnellata, a carico di Trasporti Lagunari S.p.A.
  Prezzo variabile: | media mensile di ULSD 10PPM-CARGOES CIF MED-PLATTS, a carico di Banca Alpestre S.p.A.
  Regolamento: | per contanti
  Agente di calcolo: | Banca Alpestre S.p.A.`,
    {
      product: 'COMMODITY_SWAP',
      trade_id: 'TL-C-5',
      other_reference: 'BA-COM-88',
      bank_name: 'Banca Alpestre S.p.A.',
      counterparty_name: 'Trasporti Lagunari S.p.A.',
      confirmation_date: '2027-05-07',
      trade_date: '2027-05-05',
      effective_date: '2027-07-01',
      termination_date: '2027-12-31',
      currency: 'USD',
      commodity: 'Gasolio 10 ppm',
      quantity: '3000',
      unit_of_measure: 'mt',
      quantity_per_period: '500',
      fixed_price_payer: 'COUNTERPARTY',
      fixed_price: '712.5',
      floating_price_payer: 'BANK',
      commodity_reference_price: 'ULSD 10PPM-CARGOES CIF MED-PLATTS',
      settlement_type: 'CASH',
      calculation_agent: 'BANK',
    },
  ],
  [
    'a French default swap with its first payment',
    'BANK',
    `Banque du Roussillon S.A.
  Perpignan, le 6 mai 2027
  CONFIRMATION DE DERIVE DE CREDIT
  Référence Banque : BR-CDS-5
  Contrepartie : Assurances Catalanes SA
  Référence contrepartie : AC-11
  Date de négociation : | 4 mai 2027
  Date d'effet : | 5 mai 2027
  Date d'échéance : | 20 juin 2032
  Acheteur de protection : | Assurances Catalanes SA
  Vendeur de protection : | Banque du Roussillon S.A.
  Entité de référence : | Verrerie du Nord SA
  Obligation de référence : | FR0013344556
  Montant notionnel : | 5 000 000,00 EUR
  Prime : | 1,00 % l'an, payable trimestriellement, Exact/360
  Paiement initial : | 48 200,00 EUR payable par Assurances Catalanes SA le 7 mai 2027
  Restructuration : | Modified Modified
  Règlement : | enchères
  Agent de calcul : | Banque du Roussillon S.A.
  Droit applicable : | droit anglais`,
    {
      product: 'CREDIT_DEFAULT_SWAP',
      trade_id: 'BR-CDS-5',
      other_reference: 'AC-11',
      bank_name: 'Banque du Roussillon S.A.',
      counterparty_name: 'Assurances Catalanes SA',
      confirmation_date: '2027-05-06',
      trade_date: '2027-05-04',
      effective_date: '2027-05-05',
      termination_date: '2032-06-20',
      currency: 'EUR',
      notional: '5000000.00',
      fixed_rate: '1',
      fixed_day_count: 'ACT/360',
      fixed_payment_frequency: 'QUARTERLY',
      seller: 'BANK',
      buyer: 'COUNTERPARTY',
      reference_entity: 'Verrerie du Nord SA',
      reference_obligation: 'FR0013344556',
      restructuring: 'MM',
      upfront_amount: '48200.00',
      upfront_currency: 'EUR',
      upfront_payer: 'COUNTERPARTY',
      upfront_date: '2027-05-07',
      calculation_agent: 'BANK',
      governing_law: 'droit anglais',
    },
  ],
];

test.each(CONFIRMATIONS)('%s', async (_name, source, text, says) => {
  const { trade, flags } = await readPage(text, source);
  expect(trade).toMatchObject(says);
  expect(flags.map(({ code }) => code).filter((code) => code !== 'INVALID_LEI' && code !== 'UNSURE_VALUE')).toEqual([]);
});
