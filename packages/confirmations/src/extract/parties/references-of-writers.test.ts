import { expect, test } from 'vitest';
import { readPage } from '../../../test/read-page.ts';

const idOf = async (label: string, writer: string) => {
  const { trade } = await readPage(
    `${writer}
  FX FORWARD AFFIRMATION
  Fund | Norwood Master Fund LP
  Dealer | Vale & Harbour Bank plc
  Trade Date: | 3 April 2026
  Value Date: | 7 May 2026
  Fund buys: | EUR 2,000,000.00
  Fund sells: | USD 2,310,000.00
  Exchange Rate: | 1.1550
  Governing Law: | English law
  Identifiers
  ${label} | BX-41877
  Dealer Ref | VH-88-1207`,
    'COUNTERPARTY',
  );
  return [trade.trade_id, trade.other_reference];
};

test.each([
  ['BAM Trade ID', 'Brightwater Asset Management LLC'],
  ['KTS deal no.', 'KESTREL TREASURY SERVICES LIMITED'],
])('the reference under the letters of who writes is the sender’s: %s', async (label, writer) => {
  expect(await idOf(label, writer)).toEqual(['BX-41877', 'VH-88-1207']);
});

test('the letters of nobody on the letterhead are nobody’s', async () => {
  expect((await idOf('XQW Trade ID', 'Brightwater Asset Management LLC'))[0]).toBeUndefined();
  expect((await idOf('VHB Trade ID', 'Brightwater Asset Management LLC'))[0]).not.toBe('BX-41877');
});
