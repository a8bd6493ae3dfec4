import { expect, test } from 'vitest';
import { readPage } from '../../../test/read-page.ts';

test('a row of labels that have their values with them is none of the columns above it', async () => {
  const { trade } = await readPage(
    `Northfield Water plc
  DEAL CONFIRMATION
  DEAL NO ....: NW004871 | INSTRUMENT ..: INTEREST RATE SWAP
  ENTITY .....: Northfield Water plc | CPTY ....: Port Lisle Bank plc
  DEAL DATE ..: 12 NOV 2026
  START DATE .: 16 NOV 2026 | MATURITY ....: 17 NOV 2031
  NOMINAL ....: GBP 8,000,000.00
  | WE PAY | WE RECEIVE
  TYPE | FIXED | FLOATING
  RATE / INDEX | 3.6425 PCT | GBP-SONIA-OIS COMPOUND
  AGREEMENT ..: ISDA 2002 MASTER DTD 12 JUN 2018 | GOV LAW .....: ENGLISH`,
    'COUNTERPARTY',
    [50, 320, 440],
  );
  expect(trade).toMatchObject({
    fixed_rate_payer: 'COUNTERPARTY',
    master_agreement: 'ISDA 2002',
    master_agreement_date: '2018-06-12',
    governing_law: 'English law',
  });
});
