import { renderConfirmation, samplePair } from '@trade-matching/confirmation-samples';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { untilQueuesAreEmpty } from '../src/system/inspect-system.ts';
import { startDeskBrowser, violations } from './desk-browser.ts';

const { bank, counterparty } = samplePair(640);
/** Other than the bank's: a value under an unknown label that the bank states alike needs nobody. */
const RATE = '3.8725';
const theirTrade = { ...counterparty, fixed_rate: RATE };
let on: Awaited<ReturnType<typeof startDeskBrowser>>;
beforeAll(async () => {
  on = await startDeskBrowser();
  const { system, page, desk } = on;
  // Letters for letters, so that the file stays whole.
  const printed = Buffer.from(renderConfirmation(theirTrade, 'grid')).toString('latin1');
  const theirs = Buffer.from(printed.replace(/Fixed Rate(?! [PD])/g, 'Quux Yield'), 'latin1');
  await system.upload({ key: 'BANK/ours.pdf', source: 'BANK', bytes: renderConfirmation(bank, 'letter') });
  await system.upload({ key: 'COUNTERPARTY/t.pdf', source: 'COUNTERPARTY', bytes: theirs });
  await untilQueuesAreEmpty(system);
  await page.goto(desk.url);
}, 150_000);
afterAll(() => on?.close());

test('pointing at a value whose label no list knows offers to say what the label means', async () => {
  const { page } = on;
  await page.locator('a.open').first().click();
  await page.getByRole('button', { name: 'Say what a label means' }).waitFor();
  await page.keyboard.press('v');
  const form = page.getByRole('form', { name: 'Correct a value' });
  await form.getByLabel('Field').selectOption('fixed_rate');
  await page.locator('.pane').nth(1).locator(`.words [aria-label^="${RATE}"]`).first().click();
  const offers = page.getByRole('button', { name: 'Say what a label means' });
  await expect.poll(() => offers.count()).toBe(2);
  await offers.last().click();
  expect(await page.getByLabel('The label').textContent()).toContain('Theirs: Quux Yield');
  expect(await page.getByLabel('States the field').inputValue()).toBe('fixed_rate');
  expect(await violations(page)).toEqual([]);
  // Its Escape closes it, and not the correction.
  await page.keyboard.press('Escape');
  await expect.poll(() => page.getByLabel('The label').count()).toBe(0);
  await form.waitFor();
  await page.keyboard.press('Escape');
  await page.goto(on.desk.url);
});

test('an analyst says what a label means, sees what it would read, and another person accepts it', async () => {
  const { page } = on;
  await page.locator('a.open').first().click();
  await page.getByRole('button', { name: 'Say what a label means' }).click();
  expect(await page.getByLabel('The label').textContent()).toContain('Theirs: Quux Yield');
  // What it was taken for is proposed, and another choice is open.
  expect(await page.getByLabel('States the field').inputValue()).toBe('fixed_rate');
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Try on stored documents' }).click();
  await page.getByText(/^1 of \d+ trades.* [1-9]\d* were read anew/).waitFor();
  expect(await page.locator('[aria-label="On stored documents"] tbody tr').textContent()).toContain(RATE);
  expect(await violations(page)).toEqual([]);
  await page.getByLabel('Why; it stays on the record').fill('how they call it');
  await page.getByRole('button', { name: 'Propose', exact: true }).click();
  await page.getByText('The wording is proposed.').waitFor();
  await page.getByRole('link', { name: 'Wordings' }).click();
  await page.getByText('Another person decides').waitFor();
  expect(await violations(page)).toEqual([]);
  await page.getByLabel('You are').selectOption('ben');
  await page.getByRole('button', { name: 'Accept Quux Yield' }).click();
  await page.getByText(/Accepted by ben/).waitFor();
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await violations(page)).toEqual([]);
});
