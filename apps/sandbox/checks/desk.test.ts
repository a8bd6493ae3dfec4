import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { mismatched, renderConfirmation, samplePair } from '@trade-matching/confirmation-samples';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { untilQueuesAreEmpty } from '../src/system/inspect-system.ts';
import type { ServiceProcess } from '../src/system/service-process.ts';
import type { System } from '../src/system/start-system.ts';
import { startDeskBrowser, violations as violationsOf } from './desk-browser.ts';

const pair = mismatched(samplePair(2));
let on: Awaited<ReturnType<typeof startDeskBrowser>>;
let system: System;
let desk: ServiceProcess;
let page: Page;
let said: string[] = [];
const asked: string[] = [];

const upload = (name: string, trade: (typeof pair)['bank'], kind: 'NEW' | 'AMENDMENT' = 'NEW') =>
  system.upload({
    key: `${trade.source_type}/2026/11/29/${name}.pdf`,
    source: trade.source_type,
    bytes: renderConfirmation(trade, trade.source_type === 'BANK' ? 'letter' : 'grid', kind),
  });

beforeAll(async () => {
  on = await startDeskBrowser();
  ({ system, desk, page, said } = on);
  page.on('request', (request) => asked.push(request.url()));
  await upload('ours', pair.bank);
  await upload('<img src=x onerror=alert(1)>', pair.counterparty);
  await untilQueuesAreEmpty(system);
  await page.goto(desk.url);
  await page.locator('a.open').waitFor();
}, 150_000);
afterAll(() => on?.close());

const violations = () => violationsOf(page);
const story = () => page.locator('.timeline').textContent();

describe('the desk in a browser', () => {
  test('the queue shows the break, and is accessible, light, dark and at twice the size', async () => {
    expect(await page.locator('tbody tr').count()).toBe(1);
    expect(await page.locator('tbody tr').textContent()).toContain('Fixed rate');
    expect(await violations()).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await violations()).toEqual([]);
    await page.emulateMedia({ colorScheme: 'light' });
    await page.setViewportSize({ width: 720, height: 500 });
    expect(await violations()).toEqual([]);
    await page.setViewportSize({ width: 1440, height: 1000 });
  });

  test('by keys alone a break is opened, proposed by one, approved by another, and both terms are boxed', async () => {
    const keys: string[] = [];
    const press = async (key: string) => {
      keys.push(key);
      await page.keyboard.press(key);
    };
    await press('j');
    await press('Enter');
    await page.locator('.paper .box').nth(1).waitFor();
    expect(await page.locator('.pane').nth(0).textContent()).toContain('Fixed rate: “');
    expect(await violations()).toEqual([]);
    await press('1');
    await page.locator('dialog[open]').waitFor();
    expect(await violations()).toEqual([]);
    await press('Control+Enter');
    await page.getByText('proposes to accept it').waitFor();
    // Who proposed sees no way to approve.
    expect(await page.getByRole('button', { name: 'Approve' }).count()).toBe(0);
    await page.getByLabel('You are').selectOption('ben');
    await page.getByRole('button', { name: 'Approve' }).waitFor();
    await page.locator('h1').click();
    await press('3');
    await page.locator('dialog[open]').waitFor();
    await press('Control+Enter');
    await page.getByText('Resolved: Accepted').waitFor();
    expect(keys.length).toBeLessThanOrEqual(20);
    expect(await story()).toMatch(/Acceptance approved by ben[\s\S]*Acceptance proposed by ana[\s\S]*Opened by system/);
  });

  test('boxes bear the number of the term on both sides, and are a list for who does not see them', async () => {
    for (const pane of [0, 1]) {
      const side = page.locator('.pane').nth(pane);
      expect(await side.locator('.box').first().getAttribute('data-number')).toBe('1');
      expect(await side.getByRole('list', { name: /boxes of/ }).textContent()).toMatch(
        /^Box 1: “.+”, page \d+, \d+ % down/,
      );
    }
  });

  test('boxes stand within their pages, on both sides', async () => {
    for (const pane of [0, 1]) {
      const box = await page.locator('.pane').nth(pane).locator('.box').first().boundingBox();
      const paper = await page.locator('.pane').nth(pane).locator('.paper').boundingBox();
      if (!box || !paper) throw new Error('There is no box.');
      expect(box.x).toBeGreaterThan(paper.x);
      expect(box.x + box.width).toBeLessThan(paper.x + paper.width);
      expect(box.y + box.height).toBeLessThan(paper.y + paper.height);
    }
  });

  test('an amendment opens the decided break again, and the screen says why', async () => {
    await upload('theirs-amended', { ...pair.counterparty, fixed_rate: '9.25' }, 'AMENDMENT');
    await untilQueuesAreEmpty(system);
    await page.reload();
    await page.getByText(/Open again: (Documents|Differences) changed/).waitFor();
    expect(await story()).toContain('Acceptance approved by ben');
  });

  test('what was typed stays where the break has changed under the eyes', async () => {
    await page.keyboard.press('2');
    await page.getByLabel('Comment').fill('They are to send another.');
    await upload('theirs-again', { ...pair.counterparty, fixed_rate: '8.25' }, 'AMENDMENT');
    await untilQueuesAreEmpty(system);
    await page.locator('dialog button.main').click();
    await page.locator('dialog [role=alert]').waitFor();
    expect(await page.getByLabel('Comment').inputValue()).toBe('They are to send another.');
    await page.keyboard.press('Escape');
  });

  test('an empty queue, a desk that does not answer, and the list of keys are accessible', async () => {
    await page.goto(`${desk.url}/?tab=waiting`);
    await page.getByText('Nothing here').waitFor();
    expect(await violations()).toEqual([]);
    await page.keyboard.press('?');
    await page.locator('dialog[open]').waitFor();
    expect(await violations()).toEqual([]);
    await page.keyboard.press('Escape');
    await page.route('**/api/cases?**', (route) => route.abort());
    await page.goto(`${desk.url}/?tab=all`);
    await page.locator('[role=alert]').waitFor();
    expect(await violations()).toEqual([]);
    await page.unroute('**/api/cases?**');
  });
});

describe('the queue in a browser', () => {
  test('breaks are filtered by the address, kept as a view, selected by keys, given away at once, and chased', async () => {
    await page.goto(`${desk.url}/?tab=all&field=fixed+rate`);
    await page.locator('a.open').waitFor();
    await page.getByLabel('Keep this view as').fill('<b>Rates</b>');
    await page.getByRole('button', { name: 'Keep', exact: true }).click();
    await page.getByRole('link', { name: '<b>Rates</b>' }).waitFor();
    expect(await violations()).toEqual([]);
    await page.locator('h1').click();
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    await page.getByText('1 selected').waitFor();
    await page.keyboard.press('e');
    await page.locator('#drafts').waitFor();
    expect(await page.locator('#drafts').inputValue()).toContain('fixed rate');
    expect(await violations()).toEqual([]);
    // Typed fast, while the page is busy: no key is lost.
    await page.evaluate(() => {
      setTimeout(() => {
        for (const until = performance.now() + 300; performance.now() < until; );
      });
    });
    await Promise.all([page.keyboard.press('Escape'), page.keyboard.press('a')]);
    await page.getByLabel('To whom').fill('vera');
    expect(await violations()).toEqual([]);
    await page.keyboard.press('Enter');
    await page.locator('tbody td', { hasText: 'vera' }).waitFor();
    const saving = page.waitForEvent('download');
    await page.getByRole('button', { name: 'CSV' }).click();
    const csv = readFileSync(String(await (await saving).path()), 'utf8');
    expect(csv.trim().split('\r\n')).toHaveLength(2);
    expect(csv).toContain(',vera,');
  });

  test('the queue follows what happens without being asked, and says where it cannot', async () => {
    await page.goto(`${desk.url}/?tab=unassigned`);
    await page.getByText('Nothing here').waitFor();
    const another = mismatched(samplePair(3));
    await upload('another-ours', another.bank);
    await upload('another-theirs', another.counterparty);
    await page.locator('a.open').waitFor({ timeout: 20_000 });
    await page.route('**/api/queue/changes**', (route) => route.abort());
    await page.goto(`${desk.url}/?tab=all`);
    await page.getByText('Not live').waitFor();
    expect(await violations()).toEqual([]);
    await page.unroute('**/api/queue/changes**');
    await page.getByText('Not live').waitFor({ state: 'detached', timeout: 20_000 });
  });

  test('n and p go through the breaks as the queue showed them, and every key is in the list of keys', async () => {
    await page.goto(`${desk.url}/?tab=all`);
    await page.locator('a.open').nth(1).waitFor();
    const links = await page.locator('a.open').all();
    const shown = await Promise.all(links.map(async (link) => (await link.getAttribute('href'))?.split('?')[0]));
    await page.locator('h1').click();
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.waitForURL(`**${shown[0]}*`);
    await page.keyboard.press('n');
    await page.waitForURL(`**${shown[1]}*`);
    await page.keyboard.press('p');
    await page.waitForURL(`**${shown[0]}*`);
    await page.keyboard.press('?');
    const keys = await page.locator('dialog kbd').allTextContents();
    expect(keys.join(' ')).toMatch(/j, k.*Enter.*n, p.*\/.*x.*\[, \].*a.*m.*e.*c.*1.*2.*3.*4.*\?/);
    expect(await violations()).toEqual([]);
    await page.keyboard.press('Escape');
  });
});

describe('documents and trades in a browser', () => {
  test('documents show their outcome, a refused one why, and how to ask for another', async () => {
    await system.upload({ key: 'BANK/2026/11/29/<i>empty.pdf', source: 'BANK', bytes: Buffer.alloc(0) });
    await page.goto(`${desk.url}/documents`);
    await page.getByText('The file has no bytes.').waitFor({ timeout: 20_000 });
    expect(await violations()).toEqual([]);
    await page.getByRole('button', { name: '<i>empty.pdf' }).click();
    await page.locator('#letter').waitFor();
    expect(await page.locator('#letter').inputValue()).toContain('Please send again: <i>empty.pdf');
    expect(await violations()).toEqual([]);
    await page.getByRole('button', { name: 'Redrive' }).click();
    await page.locator('dialog').waitFor({ state: 'detached' });
    await page.goto(`${desk.url}/documents?status=DUPLICATE`);
    await page.getByText('No document changed').waitFor();
    expect(await violations()).toEqual([]);
    await page.route('**/api/documents**', (route) => route.abort());
    await page.goto(`${desk.url}/documents`);
    await page.locator('[role=alert]').waitFor();
    expect(await violations()).toEqual([]);
    await page.unroute('**/api/documents**');
  });

  test('a trade shows both sides and all that happened, from the bucket to the decision, and that it is whole', async () => {
    await page.goto(`${desk.url}/?tab=all&assignee=vera`);
    await page.locator('a.open').first().click();
    await page.locator('h1 .status').waitFor();
    for (const [key, shown] of [
      ['a', '#assignee'],
      ['e', '#drafts'],
    ] as const) {
      await page.keyboard.press(key);
      await page.locator(shown).waitFor();
      expect(await violations()).toEqual([]);
      await page.keyboard.press('Escape');
      await page.locator('dialog').waitFor({ state: 'detached' });
    }
    await page.getByRole('link', { name: 'Our trade’s history' }).click();
    await page.getByText('intact, every event').waitFor();
    const told = await page.locator('table.story').textContent();
    for (const what of ['Document:', 'Version: Amendment', 'Match: Mismatched', 'Case: Acceptance approved'])
      expect(told).toContain(what);
    expect(told).toContain('<img src=x onerror=alert(1)>');
    expect(await violations()).toEqual([]);
    const key = page.url().split('/').at(-1) ?? '';
    await page.goto(`${desk.url}/`);
    await page.locator('a.open').first().waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type(key);
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/trade/${key}`);
    await page.goto(`${desk.url}/trade/${'0'.repeat(24)}`);
    await page.getByText('There is no such trade.').waitFor();
    expect(await violations()).toEqual([]);
  });
});

describe('the page of the desk', () => {
  test('the first load is small: 40 KB of our own script at most, gzipped, and the viewer only with a break', async () => {
    const sizes = await Promise.all(
      ['/desk.js', '/desk.css'].map(
        async (file) => gzipSync(Buffer.from(await (await fetch(new URL(file, desk.url))).arrayBuffer())).length,
      ),
    );
    expect(sizes[0]).toBeLessThan(40 * 1024);
    expect((sizes[0] ?? 0) + (sizes[1] ?? 0)).toBeLessThan(250 * 1024);
    expect(asked.findIndex((url) => url.includes('viewer-'))).toBeGreaterThan(
      asked.findIndex((url) => url.includes('/api/cases/')),
    );
  });

  test('a name with HTML is text, nothing is fetched from elsewhere, and nothing went wrong in the page', async () => {
    expect(
      asked.filter((url) => !url.startsWith(desk.url) && !url.startsWith('blob:') && !url.startsWith('data:')),
    ).toEqual([]);
    expect(said.filter((text) => !/Failed to load resource|status of 40[39]/.test(text))).toEqual([]);
  });
});
