import { expect, test } from 'vitest';
import { HEAD, readPage } from '../../../test/read-page.ts';

const agent = async (...lines: string[]) =>
  (
    await readPage(`${HEAD}
    Interest Rate Swap Confirmation
    Port Lisle Bank plc ("the Bank") and Aldersyde Credit Fund ("the Fund")
    Trade Date: | 4 May 2027
    Notional: | EUR 3,000,000.00
    ${lines.join('\n    ')}`)
  ).trade.calculation_agent;

test.each([
  ['The Bank is calculation agent.'],
  ['It is so agreed. You (the bank) act as calculation agent.', 'COUNTERPARTY'],
  ['Calculations: | by the Bank'],
  ['Determination and calculations by: | Port Lisle Bank plc'],
])('who calculates: %s', async (line, who = 'BANK') => {
  expect(await agent('Calculations', line)).toBe(who);
});

test('who would calculate says nothing', async () => {
  expect(await agent('If the Bank is calculation agent, it acts in good faith.')).toBeUndefined();
});

test('one party that makes all calculations is the agent, two together are none', async () => {
  const made = (by: string) => agent(`All calculations and determinations under this contract are made by ${by}.`);
  expect(await made('Port Lisle')).toBe('BANK');
  expect(await made('the Fund')).toBe('COUNTERPARTY');
  expect(await made('Port Lisle and Aldersyde')).toBeUndefined();
  expect(await made('the Bank unless it is in default')).toBeUndefined();
});
