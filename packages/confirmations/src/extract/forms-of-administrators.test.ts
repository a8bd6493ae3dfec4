import type { Source, Trade } from '@trade-matching/domain';
import { expect, test } from 'vitest';
import { readPage } from '../../test/read-page.ts';

const PAGES: readonly (readonly [string, Source, string, Partial<Trade>])[] = [
  [
    'an administrator’s paper, whose labels stand over values that are roles',
    'COUNTERPARTY',
    `ORRERY FUND SERVICES
  as administrator for and on behalf of Aldersyde Master Fund LP
  OTC TRADE CONFIRMATION - CREDIT DEFAULT SWAP
  Broker: | Port Lisle Bank plc
  Fund: | Aldersyde Master Fund LP
  Administrator reference | Broker reference
  OFS-55102 | PL-CD-391
  Trade date | Effective date
  12-Aug-2027 | 13-Aug-2027
  Scheduled termination date | Notional amount
  20-Jun-2032 | USD 15,500,000.00
  Protection buyer | Protection seller
  Fund | Broker
  Reference entity | Reference obligation
  Kitakami Shipbuilding Co., Ltd. | XS2655031129`,
    {
      counterparty_name: 'Aldersyde Master Fund LP',
      trade_id: 'OFS-55102',
      other_reference: 'PL-CD-391',
      buyer: 'COUNTERPARTY',
      seller: 'BANK',
    },
  ],
  [
    'a pronoun that is no name, and what is taken off an index',
    'BANK',
    `Kantonalbank Lisle
  Aldersyde Logística, S.A.
  Bestätigung Zinssatzswap
  Unsere Referenz: KBL 26-20117
  Wir bestätigen Ihnen das folgende, zwischen der Kantonalbank Lisle («Bank») und Ihnen («Vertragspartner»)
  abgeschlossene Geschäft:
  Abschlussdatum | 11. Februar 2027
  Anfangsdatum | 15. Februar 2027
  Enddatum | 15. Februar 2032
  Bezugsbetrag | EUR 3'200'000.00
  Zahler der Festbeträge | Bank
  Festsatz | 2.714 % p. a.
  Basissatz | 3-Monats-EURIBOR
  Abschlag | 0.08 % p. a.`,
    { counterparty_name: 'Aldersyde Logística, S.A.', trade_id: 'KBL 26-20117', spread_bps: '-8' },
  ],
  [
    'parts of a form with headings of their own, and a date that is no reference',
    'COUNTERPARTY',
    `Aldersyde Pension Board
  TRADE AFFIRMATION - FX OPTION (KNOCK-OUT)
  Dealer: Port Lisle Bank plc | Board ref. APB-617-01
  Trade | Detail
  Date of Contract | 2027/06/17
  Option buyer | Board
  Option seller | Dealer
  Type | AUD put / USD call
  Put amount | AUD 20 million
  Call amount | USD 13.26 million
  Strike (AUD/USD) | 0.6630
  Expiry date | 17-Dec-2027
  Premium | Detail
  Amount | USD 184,000.00
  Premium date | 19-Jun-2027`,
    { trade_id: 'APB-617-01', premium_amount: '184000.00', premium_currency: 'USD', put_amount: '20000000.00' },
  ],
  [
    'a currency swap in French, whose legs have numbered headings',
    'COUNTERPARTY',
    `Aldersyde Gestion SAS
  Notre référence : AG-118
  Confirmation d'un swap de change
  Nous vous confirmons les termes de l'opération conclue entre Port Lisle Bank plc (« la Banque ») et Aldersyde
  Gestion SAS (« la Société »).
  Article 1 – Conditions générales
  Date de négociation : | 8 septembre 2027
  Article 2 – Opération au comptant (première jambe)
  Date de valeur : | 10 septembre 2027
  La Société achète : | 15 000 000,00 EUR
  La Société vend : | 26 580 000,00 AUD
  Cours de change (AUD pour 1 EUR) : | 1,7720
  Article 3 – Opération à terme (seconde jambe)
  Date de valeur : | 10 décembre 2027
  La Société vend : | 15 000 000,00 EUR
  La Société achète : | 26 692 500,00 AUD
  Cours de change (AUD pour 1 EUR) : | 1,7795`,
    {
      currency_buyer: 'COUNTERPARTY',
      fx_rate: '1.7720',
      settlement_date: '2027-09-10',
      far_notional_2: '26692500.00',
      far_settlement_date: '2027-12-10',
    },
  ],
  [
    'a value date in German that another language takes for a currency',
    'BANK',
    `Kantonalbank Lisle
  Bestätigung Devisenoption
  An: | Aldersyde Master Fund LP
  Unsere Referenz: | KBL 26-20655
  Abschlussdatum | 3. März 2027
  Käufer | Aldersyde Master Fund LP
  Verkäufer | Kantonalbank Lisle
  Optionsart | EUR Put / CHF Call
  Put-Betrag | EUR 6'000'000.00
  Call-Betrag | CHF 5'568'000.00
  Ausübungspreis | CHF 0.9280 je EUR
  Verfalldatum | 3. September 2027, 10.00 Uhr New York
  Prämie | CHF 71'400.00
  Valuta Prämie | 5. März 2027`,
    { counterparty_name: 'Aldersyde Master Fund LP', premium_date: '2027-03-05', premium_currency: 'CHF' },
  ],
];

test.each(PAGES)('%s', async (_name, source, page, expected) => {
  const { trade } = await readPage(page, source);
  expect(trade).toMatchObject(expected);
});
