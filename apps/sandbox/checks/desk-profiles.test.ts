import { renderConfirmation, samplePair } from '@trade-matching/confirmation-samples';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { untilQueuesAreEmpty } from '../src/system/inspect-system.ts';
import { startDeskBrowser, violations } from './desk-browser.ts';

const { bank, counterparty } = samplePair(8);
const PROFILES = JSON.stringify({ default: { fields: { trade_date: { tolerance: { kind: 'days', days: 20 } } } } });
let on: Awaited<ReturnType<typeof startDeskBrowser>>;
beforeAll(async () => {
  on = await startDeskBrowser();
  const { system, page, desk } = on;
  const theirs = { ...counterparty, trade_date: '2026-11-12' };
  const ours = { ...bank, trade_date: '2026-11-02' };
  await system.upload({ key: 'BANK/ours.pdf', source: 'BANK', bytes: renderConfirmation(ours, 'letter') });
  await system.upload({ key: 'COUNTERPARTY/t.pdf', source: 'COUNTERPARTY', bytes: renderConfirmation(theirs, 'grid') });
  await untilQueuesAreEmpty(system);
  await page.goto(desk.url);
  await page.getByRole('link', { name: 'Profiles' }).click();
  await page.getByText('the built-in profiles hold').waitFor();
}, 150_000);
afterAll(() => on?.close());

test('a dry run shows as a table which pairs other profiles would change', async () => {
  const { page } = on;
  expect(await violations(page)).toEqual([]);
  await page.getByLabel('Profiles, as JSON').fill('{');
  await page.getByRole('button', { name: 'Dry run' }).click();
  await page.locator('[role=alert]').waitFor();
  expect(await violations(page)).toEqual([]);
  await page.getByLabel('Profiles, as JSON').fill(PROFILES);
  await page.getByRole('button', { name: 'Compare with' }).click();
  await page.locator('tr', { hasText: 'trade_date' }).waitFor();
  await page.getByRole('button', { name: 'Dry run' }).click();
  await page.getByText('1 pair compared; 1 would have another status.').waitFor();
  expect(await page.locator('[aria-label="Dry run"] tbody tr').textContent()).toMatch(/Mismatched.*tolerance/);
  expect(await violations(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await violations(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: 'light' });
});

test('profiles are proposed by one and approved by another, and an earlier version is restored likewise', async () => {
  const { page } = on;
  const row = (version: number) => page.locator('tr', { has: page.getByRole('rowheader', { name: `${version}` }) });
  const propose = async (json: string) => {
    await page.getByLabel('Profiles, as JSON').fill(json);
    await page.getByLabel('Why', { exact: true }).fill('They confirm late');
    await page.getByRole('button', { name: 'Propose' }).click();
    await page.getByText('Proposed. Another person approves.').waitFor();
  };
  const be = async (who: string) => {
    await page.getByLabel('You are').selectOption(who);
    await page.locator('tbody tr').first().waitFor();
  };
  await propose(PROFILES);
  expect(await page.getByRole('button', { name: 'Approve' }).count()).toBe(0);
  await be('ben');
  await page.getByRole('button', { name: 'Approve version 1' }).click();
  await page.getByText('Version 1 is active.').waitFor();
  await be('ana');
  await propose(PROFILES.replace('20', '3'));
  await be('ben');
  await page.getByRole('button', { name: 'Approve version 2' }).click();
  await page.getByText('Version 2 is active.').waitFor();
  expect(await row(1).first().textContent()).toContain('Replaced');
  await page.getByLabel('Why', { exact: true }).fill('Too narrow');
  await page.getByRole('button', { name: 'Restore version 1' }).click();
  await page.getByText('What version 1 said is proposed.').waitFor();
  expect(await row(3).first().textContent()).toContain('As version 1.');
  expect(await violations(page)).toEqual([]);
  await be('vera');
  await page.getByRole('button', { name: 'Propose' }).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Look at version 3' }).waitFor();
  expect(await violations(page)).toEqual([]);
  expect(on.said.filter((text) => !/Failed to load resource/.test(text))).toEqual([]);
});
