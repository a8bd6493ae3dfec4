import { expect, test } from 'vitest';
import { HEAD, readPage } from '../../../test/read-page.ts';
import type { Entry } from '../layout/entry.ts';
import type { Parties } from '../parties/find-parties.ts';
import { readDirection } from './direction.ts';

const option = async (said: string) =>
  (
    await readPage(`${HEAD}
  FX Option Confirmation
  Trade Date: | 7 June 2027
  B/S: | ${said}
  Option: | EUR put / USD call
  Put amount: | EUR 5,000,000.00
  Call amount: | USD 5,850,000.00
  Strike: | 1.1700
  Style: | European
  Expiry date: | 7 September 2027
  Settlement date: | 9 September 2027
  Premium: | USD 41,000.00`)
  ).trade;

test('what each of the two does says who buys the option', async () => {
  const other = { buyer: 'COUNTERPARTY', seller: 'BANK' };
  expect(await option('Aldersyde buys / Port Lisle sells')).toMatchObject(other);
  expect(await option('Port Lisle sells, Aldersyde buys')).toMatchObject(other);
});

const parties = {
  resolve: (text: string) => (/^elm$/i.test(text) ? 'COUNTERPARTY' : /^harbour$/i.test(text) ? 'BANK' : undefined),
} as Parties;
const buyerOf = (label: string, value: string) => {
  const read = readDirection([{ label, value } as Entry], parties);
  return read && `${read.buyer} ${read.currency}`;
};

test.each([
  ['B/S:', 'Elm buys USD, sells KRW (Harbour buys KRW)', 'COUNTERPARTY USD'],
  ['Buy/Sell', 'Elm sells USD / buys KRW (Harbour buys USD)', 'BANK USD'],
  ['Direction', 'Elm buys USD', 'COUNTERPARTY USD'],
  // The two parts do not fit, or a name is nobody's.
  ['B/S:', 'Elm buys USD, sells KRW (Harbour buys USD)', undefined],
  ['B/S:', 'Elm buys USD, sells KRW (Oak buys KRW)', undefined],
])('%s %s: %s', (label, value, said) => expect(buyerOf(label, value)).toBe(said));
