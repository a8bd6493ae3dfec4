import { expect, test } from 'vitest';
import { readPage } from '../../../test/read-page.ts';

const partyOf = async (rows: string) =>
  (
    await readPage(
      `ALDER VALE PENSION SCHEME
  Trade record
  Scheme's reference | AV-77
${rows}
  Bank | Port Lisle Bank plc
  FX forward
  Trade date | 22 October 2027
  Scheme buys | EUR 4,000,000.00
  Scheme sells | USD 4,680,000.00
  Forward rate | EUR/USD 1.1700
  Value date | 22 January 2028`,
      'COUNTERPARTY',
    )
  ).trade;

test('the trustee of the scheme in the head is the party', async () => {
  const trade = await partyOf('  Trustee (“Scheme”) | Alder Vale Trustees Limited');
  expect(trade).toMatchObject({ counterparty_name: 'Alder Vale Trustees Limited', currency_buyer: 'COUNTERPARTY' });
});

test('a trustee of another name, or beside a row that names the scheme, is none', async () => {
  expect((await partyOf('  Trustee | Meridian Custody Trustees Limited')).counterparty_name).toMatch(/scheme$/i);
  const both = '  Scheme | Alder Vale Pension Scheme\n  Trustee | Alder Vale Trustees Limited';
  expect((await partyOf(both)).counterparty_name).toMatch(/scheme$/i);
});
