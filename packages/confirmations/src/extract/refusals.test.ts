import { LAY_OUT, LAYOUTS, renderConfirmation, samplePair } from '@trade-matching/confirmation-samples';
import { plainPage, writePdf } from '@trade-matching/confirmation-samples/pdf';
import type { Reason } from '@trade-matching/domain';
import { describe, expect, test } from 'vitest';
import { inspectPdf } from '../inspect/inspect-pdf.ts';
import { readConfirmation } from './read-confirmation.ts';

const HEAD = `
  Harbour & Vale Bank plc
  To: | Orion Capital Partners LLC`;
const TERMS = `
  Trade Date: | 3 April 2026
  Effective Date: | 7 April 2026
  Termination Date: | 7 April 2036
  Notional Amount: | USD 20,000,000
  Fixed Rate Payer: | Orion Capital Partners LLC
  Fixed Rate: | 4.01%
  Floating Rate Payer: | Harbour & Vale Bank plc
  Floating Rate Option: | USD-SOFR-OIS Compound`;

const REFUSED: readonly [string, Reason, string][] = [
  [
    'an invoice for a swap',
    'NOT_A_CONFIRMATION',
    `${HEAD}
    INVOICE No. 2026-118
    Arrangement fee for the interest rate swap of 3 April 2026
    Amount: | USD 12,500.00
    Due date: | 30 April 2026`,
  ],
  [
    'a notice that a swap is unwound',
    'NOT_A_CONFIRMATION',
    `${HEAD}
    Notice of Unwind
    Product: | Interest Rate Swap
    ${TERMS}`,
  ],
  ...[
    'Termination Agreement – Interest Rate Swap',
    'Aufhebungsvereinbarung zum Zinsswap',
    'Assignment Agreement',
    'Deed of Novation',
    'Credit Event Notice',
    'Notice of a Corporate Action',
    'Key Information Document',
    'Documento de datos fundamentales',
    'Loan rate lock letter',
  ].map((title): [string, Reason, string] => [
    `a paper about a trade or none, headed ${title}`,
    'NOT_A_CONFIRMATION',
    `${HEAD}\n    ${title}\n    Product: | Interest Rate Swap\n    ${TERMS}`,
  ]),
  [
    'a term sheet in Spanish',
    'NOT_A_CONFIRMATION',
    `${HEAD}
    Hoja de términos
    Producto: | Interest Rate Swap
    ${TERMS}`,
  ],
  [
    'a recap of the day, whose confirmations follow',
    'NOT_A_CONFIRMATION',
    `${HEAD}
    Trade recap of 3 April 2026
    Formal confirmations will follow under separate cover.
    Product: | Interest Rate Swap
    Reference: | HV-2210
    ${TERMS}`,
  ],
  [
    'a master agreement',
    'NOT_A_CONFIRMATION',
    `ISDA 2002 MASTER AGREEMENT
    dated as of 14 May 2018
    Harbour & Vale Bank plc and Orion Capital Partners LLC have entered and/or anticipate entering into one or more
    transactions (each a "Transaction"), such as an interest rate swap, that are or will be governed by this Agreement.
    Effective Date: | 14 May 2018
    Termination Currency: | USD
    Threshold Amount: | USD 45,000,000`,
  ],
  ['a variance swap', 'NOT_A_CONFIRMATION', `${HEAD}\nRe: Variance Swap Transaction\n${TERMS}`],
  ['an inflation swap', 'NOT_A_CONFIRMATION', `${HEAD}\nRe: Inflation-Linked Swap Transaction\n${TERMS}`],
  ['a forward rate agreement', 'NOT_A_CONFIRMATION', `${HEAD}\nProduct: | Forward Rate Agreement\n${TERMS}`],
  ['a draft', 'NOT_A_CONFIRMATION', `DRAFT - SUBJECT TO CREDIT APPROVAL\n${HEAD}\nInterest Rate Swap\n${TERMS}`],
  ['a French draft', 'NOT_A_CONFIRMATION', `PROJET – Confirmation\n${HEAD}\nInterest Rate Swap\n${TERMS}`],
  [
    'a swap subject to contract',
    'NOT_A_CONFIRMATION',
    `${HEAD}\nInterest Rate Swap\n${TERMS}\nThis transaction remains subject to contract.`,
  ],
  [
    'a novation below long addresses',
    'NOT_A_CONFIRMATION',
    `${HEAD}\n${Array.from({ length: 12 }, (_, i) => `Floor ${i + 1}, Harbour Street`).join('\n')}
    NOVATION CONFIRMATION\nInterest Rate Swap Transaction\n${TERMS}`,
  ],
  ['a term sheet', 'NOT_A_CONFIRMATION', `${HEAD}\nINDICATIVE TERM SHEET - Interest Rate Swap\n${TERMS}`],
  [
    'a menu',
    'NOT_A_CONFIRMATION',
    'Canteen menu of the week\nMonday: | Lentil soup and rice\nTuesday: | Fish of the day',
  ],
  [
    'a swap with one term',
    'EXTRACTION_INCOMPLETE',
    `${HEAD}\nRe: Interest Rate Swap Transaction\nTrade Date: | 3 April 2026`,
  ],
  [
    'two swaps under references of their own',
    'MULTIPLE_TRADES',
    `${HEAD}\nInterest Rate Swap\nTrade ID: | A-1001\n${TERMS}\nTrade ID: | A-1002\n${TERMS.replace('20,000,000', '25,000,000')}`,
  ],
  [
    'two forwards in the rows of one table',
    'MULTIPLE_TRADES',
    `${HEAD}
    Confirmation of FX Forward Transactions dealt on 5 February 2026
    Our Ref | Your Ref | Value date
    FP-7701245 | ORB-T-25511 | 7 May 2026
    We buy: | USD 6,000,000.00
    We sell: | JPY 912,300,000.00
    Rate: | 152.05
    Trade date: | 5 February 2026
    Our Ref | Your Ref | Value date
    FP-7701246 | ORB-T-25512 | 8 June 2026`,
  ],
  [
    'two forwards below one row of labels',
    'MULTIPLE_TRADES',
    `${HEAD}
    FX Forward Transactions
    Trade date: | 5 February 2026
    We buy: | USD 6,000,000.00
    We sell: | JPY 912,300,000.00
    Rate: | 152.05
    Our Ref | Your Ref | Value date
    FP-7701245 | ORB-T-25511 | 7 May 2026


    FP-7701246 | ORB-T-25512 | 8 June 2026`,
  ],
  [
    'two swaps without references',
    'MULTIPLE_TRADES',
    `${HEAD}\nInterest Rate Swap\n${TERMS}\n${TERMS.replace('20,000,000', '25,000,000').replace('3 April', '4 April').replace('4.01', '4.09')}`,
  ],
  [
    'glyphs without characters',
    'NO_TEXT',
    Array.from({ length: 12 }, () => 'Wkh Qrwlrqdo Dprxqw lv vwdwhg').join('\n'),
  ],
];

describe('a document that is not one confirmation', () => {
  test.each(REFUSED)('%s is %s', async (_name, reason, text) => {
    expect(await readConfirmation(plainPage(text), 'BANK')).toMatchObject({ outcome: 'refused', refusal: { reason } });
  });

  test.each(LAYOUTS)('two confirmations printed as %s in one file are several trades', async (layout) => {
    const file = writePdf([LAY_OUT[layout](samplePair(2).bank), LAY_OUT[layout](samplePair(4).bank)]);
    expect(await readConfirmation(file, 'BANK')).toMatchObject({ refusal: { reason: 'MULTIPLE_TRADES' } });
  });
});

test.each([
  ['a variance swap', 'Variance Swap Transaction', 'confirms a variance swap, which is not read'],
  ['a wind index swap', 'Wind Index Swap Transaction', 'confirms a weather derivative, which is not read'],
  ['a rainfall option', 'Confirmation of a Rainfall Option', 'confirms a weather derivative, which is not read'],
  ['a forward rate agreement', 'Forward Rate Agreement', 'confirms a forward rate agreement, which is not read'],
])('%s is refused by its name', async (_what, title, message) => {
  expect(await readConfirmation(plainPage(`${HEAD}\nRe: ${title}\n${TERMS}`), 'BANK')).toMatchObject({
    refusal: { message: expect.stringContaining(message) },
  });
});

test('a document in another language is refused by its name', async () => {
  const text = `${HEAD}
    Hierbij bevestigen wij het volgende tussen ons gesloten contract voor een renteruil van een bedrag van een miljoen
    voor de periode van het jaar, met een vaste rente voor het bedrag.`;
  expect(await readConfirmation(plainPage(text), 'BANK')).toMatchObject({
    refusal: { reason: 'NOT_A_CONFIRMATION', message: 'The document is in Dutch, which is not read.' },
  });
});

test('a loan in the name of a party refuses nothing', async () => {
  const text = `${HEAD.replace('Orion Capital Partners LLC', 'Quarry Lake Mortgage Loan Trust')}\nInterest Rate Swap\n${TERMS.replace('Orion Capital Partners LLC', 'Quarry Lake Mortgage Loan Trust')}`;
  expect(await readConfirmation(plainPage(text), 'BANK')).toMatchObject({
    outcome: 'extracted',
    extracted: { trade: { counterparty_name: 'Quarry Lake Mortgage Loan Trust', fixed_rate_payer: 'COUNTERPARTY' } },
  });
});

test('a swap without its rate and its end is a short confirmation that names them', async () => {
  const text = `${HEAD}\nRe: Interest Rate Swap Transaction\n${TERMS.replace(/\n.*Termination.*/, '').replace(/\n.*Fixed Rate:.*/, '')}`;
  const extraction = await readConfirmation(plainPage(text), 'BANK', { tellUnread: true });
  expect(extraction).toMatchObject({
    outcome: 'extracted',
    unread: { fields: ['termination_date', 'fixed_rate'] },
    extracted: {
      flags: [
        { code: 'INCOMPLETE', severity: 'review', message: expect.stringContaining('termination_date, fixed_rate') },
      ],
    },
  });
});

test('a date that nothing settles is left out and flagged, not guessed', async () => {
  const text = `${HEAD}\nRe: Interest Rate Swap Transaction\n${TERMS.replace('3 April 2026', '03/04/2026')
    .replace('7 April 2026', '05/04/2026')
    .replace('7 April 2036', '05/04/2036')}`;
  const extraction = await readConfirmation(plainPage(text), 'BANK');
  if (extraction.outcome !== 'extracted') throw new Error(extraction.refusal.message);
  const { trade, flags } = extraction.extracted;
  expect(trade.trade_date).toBeUndefined();
  expect(flags.map(({ code, field }) => `${code} ${field}`)).toEqual([
    'AMBIGUOUS_DATE trade_date',
    'AMBIGUOUS_DATE effective_date',
    'AMBIGUOUS_DATE termination_date',
  ]);
});

test('a date that only one order of the trade allows is inferred from it', async () => {
  const text = `${HEAD}\nRe: Interest Rate Swap Transaction\n${TERMS.replace('3 April 2026', '04/05/2026')}`;
  const extraction = await readConfirmation(plainPage(text), 'BANK');
  if (extraction.outcome !== 'extracted') throw new Error(extraction.refusal.message);
  expect(extraction.extracted.trade.trade_date).toBe('2026-04-05');
  expect(extraction.extracted.inferred.trade_date).toContain('out of order');
});

test('a party that pays both legs contradicts itself', async () => {
  const text = `${HEAD}\nRe: Interest Rate Swap Transaction\n${TERMS.replace('Payer: | Orion Capital Partners LLC', 'Payer: | Harbour & Vale Bank plc')}`;
  const extraction = await readConfirmation(plainPage(text), 'BANK');
  if (extraction.outcome !== 'extracted') throw new Error(extraction.refusal.message);
  expect(extraction.extracted.flags).toMatchObject([{ code: 'CONTRADICTION', field: 'fixed_rate_payer' }]);
});

test('two references of one trade are no two trades', async () => {
  const text = `${HEAD}\nRe: Interest Rate Swap Transaction\nOur Reference: | HV-12\nTrade ID: | 5518821\n${TERMS}`;
  const extraction = await readConfirmation(plainPage(text), 'BANK');
  expect(extraction).toMatchObject({ outcome: 'extracted', extracted: { trade: { trade_id: 'HV-12' }, flags: [] } });
});

test('a damaged file is read or refused, and breaks nothing', async () => {
  const whole = Buffer.from(renderConfirmation(samplePair(2).bank, 'letter'));
  let seed = 7;
  const random = (below: number) => {
    seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
    return seed % below;
  };
  for (let i = 0; i < 150; i++) {
    const damaged = Buffer.from(i % 5 === 0 ? whole.subarray(0, random(whole.length)) : whole);
    for (let k = 0; k < 12 && damaged.length > 0; k++) damaged[random(damaged.length)] = random(256);
    const inspection = await inspectPdf(damaged);
    if (!inspection.ok) continue;
    // Looking at each that damage has given a sign takes seconds; src/verify tests looks at damaged pages.
    const { outcome } = await readConfirmation(damaged, 'BANK', {}, { verify: 'off' });
    expect(['extracted', 'refused']).toContain(outcome);
  }
});

test.each([
  'Document de travail, sans valeur contractuelle.',
  'Les conditions ci-dessous sont indicatives.',
  'Las condiciones indicadas son meramente indicativas.',
  'Documento a titolo puramente indicativo.',
  'Dies ist eine unverbindliche Indikation.',
])('a page that says that nothing is agreed: %s', async (line) => {
  const page = `${HEAD}\nInterest Rate Swap\n${TERMS}\n${line}`;
  expect(await readConfirmation(plainPage(page), 'BANK')).toMatchObject({ refusal: { reason: 'NOT_A_CONFIRMATION' } });
});
