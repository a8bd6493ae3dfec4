import { expect, test } from 'vitest';
import { readPage } from '../../../test/read-page.ts';

const statement = (provider: string) => `CEDAR FALLS HOLDINGS, L.P.
  (an Ohio limited partnership)
  STATEMENT OF HEDGE TERMS
  Interest Rate Swap
  This statement records the terms on which Cedar Falls Holdings, L.P. (the "Borrower"; LEI pending)
  dealt by telephone with ${provider}. The terms are these.
  Trade Date | 3 April 2026
  Effective Date | 7 April 2026
  Termination Date | 7 April 2031
  Notional Amount | USD 20,000,000
  Fixed Rate Payer | Borrower
  Fixed Rate | 3.9 %
  Floating Rate Payer | Hedge Provider
  Floating Rate Option | USD-SOFR-OIS Compound`;

test('two names with their roles in brackets are the parties, of what kind a company is no name', async () => {
  const { trade } = await readPage(
    statement('Port Lisle Bank, National Association (the "Hedge Provider"; a member of the club)'),
    'COUNTERPARTY',
  );
  expect(trade).toMatchObject({
    bank_name: 'Port Lisle Bank, National Association',
    fixed_rate_payer: 'COUNTERPARTY',
    floating_rate_payer: 'BANK',
  });
  expect(trade.counterparty_name?.toLowerCase()).toBe('cedar falls holdings, l.p.');
});

test('of what kind a company is does not become a party where the other one is not named', async () => {
  const read = await readPage(statement('its lender'), 'COUNTERPARTY').catch(() => undefined);
  expect(read?.trade.bank_name).toBeUndefined();
});
