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

test('a number of two words, and one that is the other side’s by its pronoun', async () => {
  const { trade } = await readPage(page('Trieste, 4 maggio 2027 | Ns. rif. MQ-FIN 031/27'));
  expect(trade.trade_id).toBe('MQ-FIN 031/27');
  const theirs = (await readPage(page('Ihre Geschäfts-Nr. ZD-27-071144'))).trade;
  expect(theirs).toMatchObject({ other_reference: 'ZD-27-071144' });
  expect(theirs.trade_id).toBeUndefined();
});

test('the file of a hedge above its title is the sender’s, the provider’s the other side’s', async () => {
  const { trade } = await readPage(`
  Hedge File EL4-H-011
  Hedge Provider File HV-D-260922
  ${page('')}`);
  expect(trade.trade_id).toBe('EL4-H-011');
});
