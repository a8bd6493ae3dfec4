// What stands above the terms: whose paper it is, its references, the day of the trade.
import type { Source, Trade } from '@trade-matching/domain';
import { expect, test } from 'vitest';
import { readPage } from '../../test/read-page.ts';

const TERMS = `
  Effective Date: | 16 September 2027
  Termination Date: | 16 September 2032
  Notional Amount: | EUR 10,000,000.00
  Fixed Rate Payer: | Port Lisle Bank plc
  Fixed Rate: | 2.50%
  Floating Rate Option: | EUR-EURIBOR`;

const HEADS: readonly (readonly [string, Source, string, Partial<Trade>])[] = [
  [
    'a sentence that affirms to somebody; references by owner in brackets; the day behind the trade’s name',
    'COUNTERPARTY',
    `Aldersyde Credit Fund LP
  Interest Rate Swap dated 14 September 2027
  The Fund affirms to Port Lisle Bank plc
  Reference (Aldersyde): | ACF 27-IRS-0041
  Reference (Bank): | PL-7701`,
    {
      ...{ bank_name: 'Port Lisle Bank plc', counterparty_name: 'Aldersyde Credit Fund LP' },
      ...{ trade_id: 'ACF 27-IRS-0041', other_reference: 'PL-7701', trade_date: '2027-09-14' },
    },
  ],
  [
    'a day behind names with full stops; the letter has another',
    'BANK',
    `PORT LISLE BANK, N.A.
  DATE: | September 15, 2027
  TO: | Aldersyde Timber Holdings, Inc.
  SUBJECT: | Interest Rate Swap Transaction
  REFERENCE NUMBER: | 1184022
  The purpose of this letter is to confirm the terms of the Swap entered into between Port Lisle Bank, N.A. and Aldersyde Timber Holdings, Inc. on September 14, 2027.
  The terms are subject to the ISDA Master Agreement dated as of August 9, 2019.`,
    { trade_id: '1184022', trade_date: '2027-09-14' },
  ],
  [
    'a message sent on the day of the trade',
    'COUNTERPARTY',
    `From: | treasury@aldersyde.example
  To: | confirmations@portlisle.example
  Sent: | Tuesday, 14 September 2027 15:42
  Subject: | Interest rate swap - our ref AC-2027-014 / your ref PL/771203
  Please find below our understanding of the swap traded today between Aldersyde Seafood AS and Port Lisle Bank plc.`,
    { trade_date: '2027-09-14', trade_id: 'AC-2027-014', other_reference: 'PL/771203' },
  ],
  [
    'a department before and behind a name, parties in French, a month first that the form says',
    'BANK',
    `[LOGO] Port Lisle Bank plc
  Confirmation d'échange de taux d'intérêt / Interest Rate Swap
  Partie A | Port Lisle Bank plc
  Partie B | Mutuelle des Artisans du Lisle
  Référence Partie A | PL-2027-044
  Référence Partie B | MAL-D-12
  Trade date | 09/08/2027 (MM/DD/YYYY)`,
    {
      ...{ bank_name: 'Port Lisle Bank plc', counterparty_name: 'Mutuelle des Artisans du Lisle' },
      ...{ trade_id: 'PL-2027-044', other_reference: 'MAL-D-12', trade_date: '2027-09-08' },
    },
  ],
];

test.each(HEADS)('%s', async (_name, source, head, trade) => {
  expect((await readPage(`${head}${TERMS}`, source)).trade).toMatchObject(trade);
});

test.each([
  'The premium payment will be made on 16 June 2027.',
  'Interest rate swap from 16 September 2027 to 16 September 2032.',
  'The ISDA Master Agreement executed on 3 March 2019 applies.',
])('a day of something else is no day of the trade: %s', async (sentence) => {
  const page = `Port Lisle Bank plc\n  To: | Aldersyde Credit Fund\n  Interest Rate Swap Confirmation${TERMS}\n  ${sentence}`;
  expect((await readPage(page)).trade.trade_date).toBeUndefined();
});
