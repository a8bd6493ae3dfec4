import { alarmDefinitions, dashboardDefinition } from '@trade-matching/local-aws/cloudwatch';
import { changedStack, sendTo, untilQueuesAreEmpty, withoutWindow } from '@trade-matching/sandbox/system';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ServedPage, servePage } from '../src/page/serve-page.ts';
import { demonstration } from '../src/system/demonstration.ts';
import { type System, startSystem } from '../src/system/start-system.ts';

let system: System;
let served: ServedPage;
let browser: Browser;
let page: Page;
const said: string[] = [];
const asked: string[] = [];

beforeAll(async () => {
  system = await startSystem({ stackFile: changedStack(withoutWindow) });
  served = await servePage(system, 'http://127.0.0.1:1/');
  for (const upload of await demonstration('2026-11-23')) await system.upload(upload);
  await system.upload({ key: 'BANK/<img src=x onerror=alert(1)>.pdf', source: 'BANK', bytes: Buffer.from('no PDF') });
  await untilQueuesAreEmpty(system);
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox'],
  });
  page = await browser.newPage({ viewport: { width: 1440, height: 1000 } });
  page.on('console', (message) => said.push(message.text()));
  page.on('pageerror', (error) => said.push(error.message));
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(served.url);
  await page.locator('#documents table').waitFor();
}, 150_000);
afterAll(async () => {
  await browser?.close();
  await served?.close();
  await system?.close();
});

const widgets = () => dashboardDefinition(system.stack.resources);

/** For the browser: how many colours each chart has been drawn with. */
const COLOURS_OF_EACH_CANVAS = `[...document.querySelectorAll('canvas')].map((canvas) => {
  const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
  return new Set(new Uint32Array(data.buffer)).size;
})`;

describe('the page of a running system', () => {
  test('the page of a running system asks the questions of the dashboard in their order, and has each of its widgets', async () => {
    expect(await page.locator('#dashboard h2').allTextContents()).toEqual([
      'Is it healthy?',
      'Where is it stuck?',
      'Why?',
    ]);
    const titles = widgets().flatMap(({ properties }) => ('title' in properties ? [properties.title] : []));
    expect(await page.locator('#dashboard h3').allTextContents()).toEqual(titles);
  });

  test('the page of a running system draws what was measured, with the unit on the axis, and says where there is nothing', async () => {
    const charts = widgets().filter(({ type }) => type === 'metric').length;
    expect(await page.locator('canvas').count()).toBe(charts);
    const inked = await page.evaluate<number[]>(COLOURS_OF_EACH_CANVAS);
    expect(Math.min(...inked)).toBeGreaterThan(1);
    const [quiet, busy] = ['Tables: throttling', 'Documents by outcome'].map((title) =>
      page.locator('section.chart', { hasText: title }),
    );
    expect(await quiet?.getByText('No data in this time.').isVisible()).toBe(true);
    expect(await busy?.getByText('No data in this time.').isVisible()).toBe(false);
  });

  test('the page of a running system shows the state of every alarm that notifies somebody, in words', async () => {
    const telling = alarmDefinitions(system.stack.resources).filter((alarm) => alarm.kind === 'metric' || alarm.acts);
    const shown = await page.locator('.alarm-list li').allTextContents();
    expect(shown).toHaveLength(telling.length);
    expect(shown.filter((text) => !text.startsWith('OK'))).toEqual([]);
    expect(await page.locator('#health').textContent()).toMatch(/^Healthy/);
  });

  test('the latest documents stand above the charts, and each leads to the desk', async () => {
    const top = async (selector: string) => (await page.locator(selector).first().boundingBox())?.y ?? -1;
    expect(await top('#documents')).toBeLessThan(await top('#dashboard'));
    const link = page.locator('#documents td a').first();
    const href = new URL((await link.getAttribute('href')) ?? '');
    expect(`${href.origin}${href.pathname}`).toBe('http://127.0.0.1:1/documents');
    expect(href.searchParams.get('key')).toBe(await link.textContent());
    expect(await page.getByRole('link', { name: 'Open the desk' }).getAttribute('href')).toBe('http://127.0.0.1:1/');
  });

  test('the page of a running system shows the latest documents, their outcome and reason', async () => {
    const text = await page.locator('#documents').textContent();
    expect(text).toContain('BANK/2026/11/23/swap-mismatched.pdf');
    expect(text).toMatch(/MISMATCHED\s*fixed_rate: \S+ against \S+/);
    expect(text).toMatch(/not-a-confirmation\.pdf\s*QUARANTINE\s*NOT_A_PDF/);
  });

  test('the page of a running system takes the name of a file for text', async () => {
    expect(await page.locator('#documents').textContent()).toContain('BANK/<img src=x onerror=alert(1)>.pdf');
    expect(await page.locator('#documents img').count()).toBe(0);
  });

  test('the page of a running system links an alarm to its section of the runbook', async () => {
    const href = await page.locator('.alarm-list a', { hasText: 'bank-dead-letters' }).getAttribute('href');
    const runbook = await (await fetch(new URL(href ?? '', served.url))).text();
    expect(runbook).toContain('<strong id="dead-letters">');
    expect(href).toBe('/runbook#dead-letters');
  });

  test('an alarm that goes on is red, says so, and stands first', async () => {
    await sendTo(system, system.names.documentQueue.BANK, 'poison');
    await page.locator('#health.alarm').waitFor({ timeout: 30_000 });
    expect(await page.locator('#health').textContent()).toContain('page-dead-letters');
    const first = page.locator('.alarm-list li').first();
    expect(await first.textContent()).toMatch(/^ALARM\s*page-dead-letters/);
    expect(await first.locator('.state').getAttribute('class')).toContain('alarm');
  });

  test('the page of a running system looks back further when asked', async () => {
    const answered = page.waitForResponse((response) => response.url().includes('range=3'));
    await page.getByRole('button', { name: '3 h' }).click();
    expect((await (await answered).json()).period).toBe(300);
    expect(await page.getByRole('button', { name: '3 h' }).getAttribute('aria-pressed')).toBe('true');
  });

  test('the page of a running system fits a telephone', async () => {
    await page.setViewportSize({ width: 400, height: 800 });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(400);
    await page.setViewportSize({ width: 1440, height: 1000 });
  });

  test('the page of a running system has no errors, and fetches nothing from elsewhere', () => {
    expect(said).toEqual([]);
    expect(asked.filter((url) => !url.startsWith(served.url) && !url.startsWith('data:'))).toEqual([]);
  });
});
