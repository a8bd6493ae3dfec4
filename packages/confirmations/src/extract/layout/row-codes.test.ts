import { expect, test } from 'vitest';
import { HEAD, readPage } from '../../../test/read-page.ts';

const FORM = `${HEAD}
  Interest Rate Swap
  A1 Trade date | 3 April 2026
  A2 UTI | 2138005Q4RCDZ1M4MX42IRS0001
  A3 Law | English law
  B1 Start | 7 April 2026
  B2 End | 7 April 2031
  B3 Notional amount | USD 20,000,000
  C1 Fixed rate payer | Port Lisle Bank plc
  C2 Fixed rate | 3.9 %
  C3 Floating rate payer | Aldersyde Credit Fund
  C4 Floating rate option | USD-SOFR-OIS Compound`;

test('the code of a row, a letter for its section and a number that counts on, is no part of its label', async () => {
  const { trade } = await readPage(FORM);
  expect(trade).toMatchObject({
    uti: '2138005Q4RCDZ1M4MX42IRS0001',
    governing_law: 'English law',
    effective_date: '2026-04-07',
    termination_date: '2031-04-07',
    fixed_rate: '3.9',
  });
});

test('rows that do not count on keep what they begin with', async () => {
  const { other_terms } = await readPage(`${FORM.replace('A2 UTI', 'A7 UTI')}`);
  expect(other_terms.map(({ label }) => label)).toContain('A7 UTI');
});
