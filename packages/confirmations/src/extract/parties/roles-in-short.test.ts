import { plainPage } from '@trade-matching/confirmation-samples/pdf';
import { expect, test } from 'vitest';
import { readConfirmation } from '../read-confirmation.ts';
import { roleInShort } from './roles-in-short.ts';

test.each([
  ['dlr', 'dealer'],
  ['bnk', 'bank'],
  ['clnt', 'client'],
  ['clt', 'client'],
  ['acct', 'account'],
  ['fnd', 'fund'],
  ['brkr', 'broker'],
  ['cust', 'customer'],
])('%s: %s', (short, role) => {
  expect(roleInShort(short)).toBe(role);
});

test.each(['bk', 'bd', 'fd', 'dollar', 'dealer', 'ct', 'fnb', 'isda', 'bkt', 'cat'])('of nobody: %s', (word) => {
  expect(roleInShort(word)).toBeUndefined();
});

const BANKS = '213800R4UVS2D2JAW589';
const CLIENTS = '529900ZZAQMHR1E8GE46';

async function payersOf(payer: string, other: string, agent = 'DLR') {
  const page = plainPage(`
  Equity Swap Affirmation
  Trade ID | AT-22014
  Fund | Alderholt Income Fund Ltd
  Dealer | Vale & Harbour Securities plc
  Fund LEI | ${CLIENTS}
  Dealer LEI | ${BANKS}
  Trade Date | 3 April 2026
  Effective Date | 7 April 2026
  Termination Date | 7 April 2027
  Underlier | Brae Holdings plc
  Number of Shares | 1,000
  Notional | EUR 38,460.00
  Calc Agt | ${agent}
  Equity Amount Payer | ${payer}
  Return Type | Total Return
  Floating Rate Payer | ${other}
  Floating Rate Option | EUR-EURIBOR
  Designated Maturity | 3M`);
  const extraction = await readConfirmation(page, 'COUNTERPARTY');
  if (extraction.outcome !== 'extracted') throw new Error(extraction.refusal.message);
  const { equity_amount_payer, floating_rate_payer, calculation_agent } = extraction.extracted.trade;
  return { equity_amount_payer, floating_rate_payer, calculation_agent };
}
const DEALER_PAYS = { equity_amount_payer: 'BANK', floating_rate_payer: 'COUNTERPARTY' };

test.each([
  ['DLR (FUND if negative)', 'FUND', 'DLR'],
  ['Dealer (the Fund where the amount is negative)', 'Fund', 'Dealer'],
  ['Dlr (Fund receives)', 'Fnd', 'Dlr'],
])('who pays is who is named first, and not who pays in another case: %s', async (payer, other, agent) => {
  expect(await payersOf(payer, other, agent)).toEqual({ ...DEALER_PAYS, calculation_agent: 'BANK' });
});

test('who pays in one case alone is no payer, where who else pays has a name that nobody has', async () => {
  expect((await payersOf('XQZ (FUND if negative)', 'FUND')).equity_amount_payer).not.toBe('COUNTERPARTY');
  expect((await payersOf('XQZ (FUND receives)', 'FUND')).equity_amount_payer).not.toBe('COUNTERPARTY');
});
