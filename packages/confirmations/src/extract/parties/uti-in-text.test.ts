import { expect, test } from 'vitest';
import { HEAD, readPage } from '../../../test/read-page.ts';

const LEI = '5493001KJTIIGC8Y1R12';
const forward = async (head: string, foot = '') =>
  (
    await readPage(`${HEAD}
  FX Forward Confirmation
${head}
  Trade Date: | 7 June 2027
  We sell: | GBP 3,000,000.00
  We buy: | USD 3,900,000.00
  Rate: | 1.3000
  Value Date: | 9 June 2027
${foot}`)
  ).trade;

test('a UTI that is broken behind its LEI is whole, and an LEI alone is none', async () => {
  expect((await forward(`  UTI: | ${LEI} FX7701`)).uti).toBe(`${LEI}FX7701`);
  expect((await forward(`  UTI: | ${LEI}`)).uti).toBeUndefined();
  expect((await forward('  UTI: | PL7701-A')).uti).toBe('PL7701-A');
});

test('a UTI in a line or a sentence of its own', async () => {
  expect((await forward(`  UTI ${LEI}FX7701`)).uti).toBe(`${LEI}FX7701`);
  for (const words of [
    'The UTI of the trade is',
    'Die UTI lautet',
    'Die UTI des Geschäfts ist',
    'UTI de l’opération :',
  ])
    expect((await forward('', `  ${words} ${LEI}FX7701.`)).uti).toBe(`${LEI}FX7701`);
  expect((await forward('', `  The UTI of the predecessor is ${LEI}FX7701.`)).uti).toBeUndefined();
  expect((await forward('', `  The trade is reported under UTI ${LEI}FX7701.`)).uti).toBe(`${LEI}FX7701`);
});

test('the UTI of another trade is not the trade’s', async () => {
  expect((await forward('', `  It replaces the trade of prior UTI ${LEI}FX7701.`)).uti).toBeUndefined();
  const two = `  UTI ${LEI}FX7701 and UTI ${LEI}FX7702 are reported.`;
  expect((await forward('', two)).uti).toBeUndefined();
});

test('a number of a year is a reference, an hour is none', async () => {
  const refs = async (line: string) =>
    (
      await readPage(`Port Lisle Bank plc
  To: | Aldersyde Credit Fund
  ${line}
  FX Forward Confirmation
  Trade Date: | 7 June 2027
  We sell: | GBP 3,000,000.00
  We buy: | USD 3,900,000.00
  Rate: | 1.3000
  Value Date: | 9 June 2027`)
    ).trade;
  expect(await refs('Our number PL 2027:14. Your number AC/77/014.')).toMatchObject({
    trade_id: 'PL 2027:14',
    other_reference: 'AC/77/014',
  });
  expect((await refs('Our reference 14:30, London.')).trade_id).not.toBe('14:30');
});
