import { expect, test } from 'vitest';
import { readPage } from '../../../test/read-page.ts';

const SWAP = (status: (of: string) => string) => `
  Trade affirmation - Interest Rate Swap
  Bank: | Mistral Quay Bank plc | ${status('bank')}
  Counterparty: | Elmsworth Pension Fund | ${status('fund')}
  Attribute | Fund record | Status
  Trade Date | 4 May 2027 | ${status('traded')}
  Effective Date | 6 May 2027 | ${status('start')}
  Maturity Date | 6 May 2032 | ${status('end')}
  Notional | USD 8,000,000.00 | ${status('notional')}
  Fixed Rate | 3.25% | ${status('rate')}
  Floating Index | USD-SOFR-OIS Compound | ${status('index')}
  Calculation Agent | Broker | ${status('agent')}`;

test.each(['Affirmed', 'Agreed', 'OK', 'Matched'])('%s in a column of its own is no value', async (status) => {
  const { trade } = await readPage(SWAP(() => status));
  expect(trade).toMatchObject({ floating_rate_index: 'USD-SOFR-OIS Compound', calculation_agent: 'BANK' });
  expect(Object.values(trade)).not.toContain(status);
});
