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
  ['The Bank is calculation agent and English law governs.'],
  ['The Calculation Agent is the Bank; English law governs.'],
  ['The Bank is the Calculation Agent; its figures bind unless they are wrong.'],
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

test.each([
  ['Please check this. Calculation agent is the Bank.'],
  ['Subject to the agreement. Calculation agent: Port Lisle Bank plc. Please sign and return one copy.'],
  ['Berechnungsstelle ist die Bank.'],
  ['Als Berechnungsstelle handelt die Bank.'],
  ['Die Berechnungen nimmt die Bank vor.'],
  ['Actúa como agente de cálculo el Banco.'],
  ['Calculation agent will be the Fund.', 'COUNTERPARTY'],
  ['L’agent de calcul est la Banque.'],
])('who calculates stands behind what it is: %s', async (line, who = 'BANK') => {
  expect(await agent(line)).toBe(who);
});

test.each([
  'Berechnungsstelle ist die Bank oder ein Dritter.',
  'Actúa como agente de cálculo el Banco, salvo incumplimiento.',
  'Die Berechnungen nimmt die Bank und der Kunde vor.',
  'Calculation agent: a leading dealer in the market.',
  'Where the Calculation Agent is the Bank, the Fund may dispute what it determines.',
  'Calculation agent is the Bank or a third party.',
  'The Calculation Agent is the Bank, unless it is in default.',
  'The Calculation Agent shall be the Bank, failing which a third party.',
  'The Calculation Agent will be Port Lisle Bank plc so long as it is not in default.',
  'The Calculation Agent is the Bank; in default, the Fund.',
  'The Bank is calculation agent or appoints a third party.',
  'The Bank acts as Calculation Agent jointly with the Fund.',
  'The Bank is the Calculation Agent unless it is in default.',
  'So long as the Bank is Calculation Agent, it acts in good faith.',
  'To the extent that the Bank is Calculation Agent, it acts in good faith.',
])('who may calculate is nobody: %s', async (line) => {
  expect(await agent(line)).toBeUndefined();
});
