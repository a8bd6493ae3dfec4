import { expect, test } from 'vitest';
import { readPage } from '../../../test/read-page.ts';
import { nameIn } from './company-names.ts';

test.each([
  ['Port Lisle Bank plc — Treasury Sales', 'Port Lisle Bank plc'],
  ['Port Lisle Bank — Corporate Dealing', 'Port Lisle Bank'],
  ['Aldersyde et Fils SAS — Direction financière', 'Aldersyde et Fils SAS'],
  ['Aldersyde et Fils SAS — LEI', 'Aldersyde et Fils SAS'],
  ['Port Lisle Bank — BIC PLISGB2L', 'Port Lisle Bank'],
  // As with any other dash, a branch is none of the name; a hyphen within it is.
  ['Bank of Lisle – Paris Branch', 'Bank of Lisle'],
  ['Bank of Lisle — Paris Branch', 'Bank of Lisle'],
  ['Crédit Lisle-Paris S.A.', 'Crédit Lisle-Paris S.A.'],
])('%s: %s', (printed, name) => {
  expect(nameIn(printed)).toBe(name);
});

test('an LEI that goes on beside its label in the other language is of the name before it', async () => {
  const { trade } = await readPage(
    `Aldersyde et Fils
  FX FORWARD CONFIRMATION
  À / To : Port Lisle Bank — Treasury Sales
  Société | Aldersyde et Fils SAS — LEI
  Company | 529900ZZAQMHR1E8GE46
  Banque | Port Lisle Bank — BIC PLISGB2L
  Trade Date: | 3 April 2026
  Value Date: | 7 May 2026
  We buy: | EUR 2,000,000.00
  We sell: | USD 2,310,000.00`,
    'COUNTERPARTY',
  );
  expect(trade).toMatchObject({
    bank_name: 'Port Lisle Bank',
    counterparty_name: 'Aldersyde et Fils SAS',
    counterparty_lei: '529900ZZAQMHR1E8GE46',
  });
});
