import { expect, test } from 'vitest';
import { readPage } from '../../../test/read-page.ts';

const page = (...lines: readonly string[]) => `Alder & Pike Bank plc
  CONFIRMATION OF INTEREST RATE SWAP
  Our reference: | AP-5512
  Party A: | Alder & Pike Bank plc
  Party B: | Norgate Water plc
  Trade Date: | 4 May 2027
  Effective Date: | 6 May 2027
  Termination Date: | 6 May 2032
  Fixed Rate Payer: | Party B
  Fixed Rate: | 3.25%
  Fixed Rate Day Count Fraction: | 30/360
  Floating Rate Option: | EUR-EURIBOR-Reuters
  ${lines.join('\n  ')}`;

async function possible(label: string, ...lines: readonly string[]) {
  const { other_terms } = await readPage(page(...lines), 'BANK');
  return other_terms.find((term) => term.label.startsWith(label))?.may_be;
}

test('an amount under an unknown label may be each amount that the document states nowhere else', async () => {
  expect(await possible('Summe I', 'Summe I: | EUR 20,000,000.00', 'Summe II: | EUR 300,000.00')).toContainEqual({
    currency: 'EUR',
    notional: '20000000.00',
  });
});

test('a frequency without a heading may be either leg’s', async () => {
  expect(await possible('Rhythm', 'Rhythm: | quarterly', 'Rhythm two: | annually')).toEqual(
    expect.arrayContaining([{ fixed_payment_frequency: 'QUARTERLY' }, { floating_payment_frequency: 'QUARTERLY' }]),
  );
});

test('words that make it another term, and what is one of two, are never possible fields', async () => {
  expect(await possible('Break', 'Break Date: | 6 May 2029')).toBeUndefined();
  expect(
    await possible('Threshold', 'Threshold: | EUR 20,000,000.00', 'Threshold two: | EUR 10,000,000.00'),
  ).toBeUndefined();
  expect(await possible('Arranged', 'Arranged by: | Party A')).toBeUndefined();
});
