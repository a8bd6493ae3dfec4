import { expect, test } from 'vitest';
import { HEAD, readPage } from '../../../test/read-page.ts';

test('the law by its name, and none from the name of a form', async () => {
  const letter = (law: string) =>
    readPage(`${HEAD}
      FX Forward Confirmation
      Trade Date: | 7 June 2027
      We sell: | GBP 3,000,000.00
      We buy: | USD 3,900,000.00
      Rate: | 1.3000
      Value Date: | 9 June 2027
      Governing Law: | ${law}`);
  const lawOf = async (law: string) => (await letter(law)).trade.governing_law;
  expect(await lawOf('GENERAL TERMS')).toBeUndefined();
  expect(await lawOf('LAWS OF THE STATE OF NEW YORK')).toBe('New York law');
  expect(await lawOf('English law')).toBe('English law');
});

test('the law that a sentence gives after its label', async () => {
  const { trade } = await readPage(`${HEAD}
    FX Forward Confirmation
    Trade Date: | 7 June 2027
    We sell: | GBP 3,000,000.00
    We buy: | USD 3,900,000.00
    Rate: | 1.3000
    Value Date: | 9 June 2027
    This form is governed by the terms of the master documentation. Governing law: New York law. Please sign and return.`);
  expect(trade.governing_law).toBe('New York law');
});

test('the law of a sentence in French', async () => {
  const { trade } = await readPage(`${HEAD}
    FX Forward Confirmation
    Trade Date: | 7 June 2027
    We sell: | GBP 3,000,000.00
    We buy: | USD 3,900,000.00
    Rate: | 1.3000
    Value Date: | 9 June 2027
    Cette opération est régie par une convention-cadre. Elle est soumise au droit français.`);
  expect(trade.governing_law).toBe('French law');
});
