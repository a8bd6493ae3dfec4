import { LAY_OUT, renderConfirmation, samplePair } from '@trade-matching/confirmation-samples';
import { writePdf } from '@trade-matching/confirmation-samples/pdf';
import { makeScan, SCAN_KINDS } from '@trade-matching/confirmation-samples/scans';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { untilQueuesAreEmpty } from '../src/system/inspect-system.ts';
import { startDeskBrowser, violations } from './desk-browser.ts';

const { bank, counterparty } = samplePair(2);
/** The rate stands under a label that never has a term: the scan is read without it. */
const incomplete = writePdf([
  LAY_OUT.grid(counterparty).map((each) => (each.text === 'Fixed Rate' ? { ...each, text: 'Remarks' } : each)),
]);
let on: Awaited<ReturnType<typeof startDeskBrowser>>;
beforeAll(async () => {
  on = await startDeskBrowser();
  const { system, page, desk } = on;
  await system.upload({ key: 'BANK/2026/11/29/ours.pdf', source: 'BANK', bytes: renderConfirmation(bank, 'letter') });
  const bytes = await makeScan(incomplete, SCAN_KINDS.skewed, 11);
  await system.upload({ key: 'COUNTERPARTY/2026/11/29/theirs.pdf', source: 'COUNTERPARTY', bytes });
  await untilQueuesAreEmpty(system);
  await page.goto(desk.url);
  await page.locator('a.open').first().click();
  await page.locator('.paper canvas').nth(1).waitFor();
}, 200_000);
afterAll(() => on?.close());
const theirs = () => on.page.locator('.pane').nth(1);
const word = (text: string) => theirs().getByRole('option', { name: text, exact: true });
const rate = `${counterparty.fixed_rate}%`;
/** Until a page that is a picture is read, on a busy machine too. */
const SOON = { timeout: 120_000 };

test('who wants to point at a scan is told that it is read, and its words then come', async () => {
  const { page } = on;
  const flags = await page.locator('.flags').textContent();
  expect(flags).toContain('read from a picture');
  expect(flags).toContain('does not state what this product needs: fixed_rate');
  await page.keyboard.press('v');
  await theirs().getByRole('status').filter({ hasText: 'Reading the scan…' }).waitFor();
  expect(await theirs().getByRole('listbox').getAttribute('aria-busy')).toBe('true');
  expect(await violations(page)).toEqual([]);
  await word(rate).waitFor({ ...SOON, state: 'attached' });
  await theirs().getByText('Click the words on the page').waitFor();
  expect(await theirs().getByRole('listbox').getAttribute('aria-busy')).toBe('false');
  expect(await violations(page)).toEqual([]);
}, 150_000);

test('by keys alone words are chosen on a scan', async () => {
  const { page } = on;
  await theirs().getByLabel('Field').selectOption('fixed_rate');
  await theirs().getByRole('listbox').focus();
  const current = async () => theirs().locator('.words .current').getAttribute('aria-label');
  const go = async (key: string, to: string) => {
    for (let steps = 0; steps < 80 && (await current()) !== to; steps++) await page.keyboard.press(key);
    expect(await current()).toBe(to);
  };
  // The sheet lies askew: its lines are those of the sheet, not of the page.
  await go('ArrowDown', 'Remarks');
  await go('ArrowRight', rate);
  await page.keyboard.press('Enter');
  for (const _ of ['per', 'annum']) await page.keyboard.press('Shift+ArrowRight');
  await theirs().getByText(`“${rate} per annum” on page 1, read from a picture`).waitFor();
  await theirs().locator('.read strong').waitFor();
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('Escape');
}, 60_000);

test('the words under a pointer on a scan become the value, with how sure the reader is of them', async () => {
  const { page } = on;
  await page.locator('h1').click();
  await page.keyboard.press('v');
  await theirs().getByLabel('Field').selectOption('fixed_rate');
  // The page was read before: nobody waits for it again.
  await word(rate).click();
  await theirs().locator('.read strong').waitFor();
  expect(await theirs().locator('.read strong').textContent()).toBe(counterparty.fixed_rate);
  const said = await theirs().locator('.read').textContent();
  expect(said).toMatch(/read from a picture, \d+ % sure/);
  const words = await word(rate).boundingBox();
  await page.keyboard.press('Control+Enter');
  await page.getByText('by your correction').waitFor();
  const flags = await page.locator('.flags').textContent();
  expect(flags).not.toContain('does not state');
  expect(flags).toMatch(/ana read it from “[\d.]+%” on page 1, read from a picture \(\d+ % sure\)/);
  // It is for review still: a person's look at a picture is no agreement of two documents.
  expect(flags).toContain('read from a picture');
  await page.getByLabel('Show the other terms').check();
  await page.getByRole('button', { name: 'Fixed rate', exact: true }).click();
  await theirs()
    .getByText(/Fixed rate: “[\d.]+%” on page 1, read from a picture, \d+ % sure/)
    .waitFor();
  const box = await theirs().locator('.box').first().boundingBox();
  if (!box || !words) throw new Error('There is no box.');
  expect(Math.abs(box.x - words.x) + Math.abs(box.width - words.width)).toBeLessThan(2);
  expect(await violations(page)).toEqual([]);
  expect(on.said.filter((text) => !/Failed to load resource/.test(text))).toEqual([]);
}, 60_000);
