import { expect, test } from 'vitest';
import { readPage } from '../../../test/read-page.ts';

const page = (references: string) => `
  Mistral Quay Bank plc
  CREDIT DEFAULT SWAP CONFIRMATION
  Fixed Rate Payer (Buyer): Mistral Quay Bank plc
  Floating Rate Payer (Seller): Aldersyde Pension Fund
  ${references}
  Trade Date: | 2 October 2027
  Effective Date: | 3 October 2027
  Scheduled Termination Date: | 20 December 2032
  Reference Entity: | Vaudrey Cement plc
  Floating Rate Payer Calculation Amount: | EUR 10,000,000.00
  Fixed Rate: | 1.00%`;

test('a name at the end of the line above is not whose the reference is', async () => {
  const { trade } = await readPage(page('Transaction reference: MQB-CDS-2027-318'));
  expect(trade.trade_id).toBe('MQB-CDS-2027-318');
  expect(trade.other_reference).toBeUndefined();
});

test('a reference of letters and a long number', async () => {
  const { trade } = await readPage(page('Please quote our reference MQ 0018203; your reference CF 0018204.'));
  expect(trade).toMatchObject({ trade_id: 'MQ 0018203', other_reference: 'CF 0018204' });
});
