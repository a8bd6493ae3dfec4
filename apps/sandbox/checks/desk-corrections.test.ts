import { LAY_OUT, renderConfirmation, samplePair } from '@trade-matching/confirmation-samples';
import { writePdf } from '@trade-matching/confirmation-samples/pdf';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { untilQueuesAreEmpty } from '../src/system/inspect-system.ts';
import { startDeskBrowser, violations } from './desk-browser.ts';

const { bank, counterparty } = samplePair(2);
/** The rate stands under a label that never has a term: the document is read without it. */
const incomplete = writePdf([
  LAY_OUT.grid(counterparty).map((each) => (each.text === 'Fixed Rate' ? { ...each, text: 'Remarks' } : each)),
]);
let on: Awaited<ReturnType<typeof startDeskBrowser>>;
beforeAll(async () => {
  on = await startDeskBrowser();
  const { system, page, desk } = on;
  await system.upload({ key: 'BANK/2026/11/29/ours.pdf', source: 'BANK', bytes: renderConfirmation(bank, 'letter') });
  await system.upload({ key: 'COUNTERPARTY/2026/11/29/theirs.pdf', source: 'COUNTERPARTY', bytes: incomplete });
  await untilQueuesAreEmpty(system);
  await page.goto(desk.url);
  await page.locator('a.open').first().click();
  await page.locator('.paper canvas').nth(1).waitFor();
}, 150_000);
afterAll(() => on?.close());
const theirs = () => on.page.locator('.pane').nth(1);
const word = (text: string) => theirs().getByRole('option', { name: text, exact: true });
const rate = `${counterparty.fixed_rate}%`;

test('a value that nobody can read from the chosen words is not saved, and the form says why', async () => {
  const { page } = on;
  expect(await page.locator('.flags').textContent()).toContain('does not state what this product needs: fixed_rate');
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('v');
  await theirs().getByLabel('Field').selectOption('fixed_rate');
  await word('Remarks').click();
  await theirs().getByText('Not read:').waitFor();
  expect(await theirs().getByRole('button', { name: 'Correct it' }).isDisabled()).toBe(true);
  expect(await violations(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await violations(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: 'light' });
  await page.keyboard.press('Escape');
  await theirs().locator('form').waitFor({ state: 'detached' });
});

test('by keys alone words are chosen on the page, and read', async () => {
  const { page } = on;
  await page.locator('h1').click();
  await page.keyboard.press('v');
  await theirs().getByLabel('Field').selectOption('fixed_rate');
  const list = theirs().getByRole('listbox');
  await list.focus();
  // Down the page to the line that states it, and along it.
  const current = async () => theirs().locator('.words .current').getAttribute('aria-label');
  const go = async (key: string, to: string) => {
    for (let steps = 0; steps < 80 && (await current()) !== to; steps++) await page.keyboard.press(key);
    expect(await current()).toBe(to);
  };
  await go('ArrowDown', 'Remarks');
  await go('ArrowRight', rate);
  await page.keyboard.press('Enter');
  for (const _ of ['per', 'annum']) await page.keyboard.press('Shift+ArrowRight');
  await theirs().getByText(`“${rate} per annum”`).waitFor();
  await theirs().getByText('is read as').waitFor();
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('Escape');
});

test('a correction by pointing makes an incomplete trade match, once another person approves', async () => {
  const { page } = on;
  await page.locator('h1').click();
  await page.keyboard.press('v');
  await theirs().getByLabel('Field').selectOption('fixed_rate');
  await word(rate).click();
  await theirs().getByText(`“${rate}” on page 1`).waitFor();
  await theirs().locator('.read strong').waitFor();
  expect(await theirs().locator('.read strong').textContent()).toBe(counterparty.fixed_rate);
  const words = await word(rate).boundingBox();
  await page.keyboard.press('Control+Enter');
  await page.getByText('by your correction').waitFor();
  expect(await page.locator('.flags').textContent()).not.toContain('does not state');
  expect(await page.locator('.flags').textContent()).toContain(`ana read it from “${rate}” on page 1`);
  expect(await page.locator('.timeline').textContent()).toContain('Value corrected by ana');
  expect(await violations(page)).toEqual([]);
  // The evidence is the words that were pointed at.
  await page.getByLabel('Show the other terms').check();
  await page.getByRole('button', { name: 'Fixed rate', exact: true }).click();
  const box = await theirs().locator('.box').first().boundingBox();
  if (!box || !words) throw new Error('There is no box.');
  expect(Math.abs(box.x - words.x) + Math.abs(box.width - words.width)).toBeLessThan(2);

  await page.locator('h1').click();
  await page.keyboard.press('1');
  await page.locator('dialog[open]').waitFor();
  await page.keyboard.press('Control+Enter');
  await page.getByText('proposes to accept it').waitFor();
  expect(await page.getByRole('button', { name: 'Approve' }).count()).toBe(0);
  await page.getByLabel('You are').selectOption('ben');
  await page.getByRole('button', { name: 'Approve' }).click();
  await page.locator('dialog[open]').waitFor();
  await page.keyboard.press('Control+Enter');
  await page.getByText('Resolved: Accepted').waitFor();
  expect(on.said.filter((text) => !/Failed to load resource/.test(text))).toEqual([]);
});
