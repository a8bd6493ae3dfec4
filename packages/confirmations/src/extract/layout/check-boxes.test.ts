import { expect, test } from 'vitest';
import { HEAD, readPage } from '../../../test/read-page.ts';
import { checkedOption } from './check-boxes.ts';

test.each([
  ['[X] Buyer [ ] Seller', 'Buyer'],
  ['[ ] Quill & Tanner [X] Cormorant', 'Cormorant'],
  ['☐ Cash ☒ Physical', 'Physical'],
  ['[ ] Cash [ ] Physical', '[ ] Cash [ ] Physical'],
  ['[X] Cash [X] Physical', '[X] Cash [X] Physical'],
  ['Cash', 'Cash'],
])('%s says %s', (value, says) => {
  expect(checkedOption(value)).toBe(says);
});

test('who has a role by a box that is checked', async () => {
  const { trade } = await readPage(`${HEAD}
    Credit Default Swap
    Trade Date: | 4 May 2027
    Reference Entity: | Harrowdale Chemicals Corp.
    Notional: | USD 4,000,000
    Port Lisle Bank plc is | [ ] Buyer [X] Seller of protection`);
  expect(trade).toMatchObject({ seller: 'BANK', buyer: 'COUNTERPARTY' });
});
