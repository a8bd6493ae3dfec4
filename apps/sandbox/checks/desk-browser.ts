import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium, type Page } from 'playwright-core';
import { changedStack, withoutWindow } from '../src/system/changed-stack.ts';
import { startDesk } from '../src/system/start-desk.ts';
import { startSystem } from '../src/system/start-system.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** A running system with its desk, and a browser before it. */
export async function startDeskBrowser() {
  const system = await startSystem({ stackFile: changedStack(withoutWindow) });
  const desk = await startDesk(system);
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox'],
  });
  const page = await browser.newPage({ viewport: { width: 1440, height: 1000 } });
  const said: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  page.on('pageerror', (error) => said.push(error.message));
  const close = async () => {
    await browser.close();
    await desk.close();
    await system.close();
  };
  return { system, desk, page, said, close };
}

/** What axe finds wrong with the screen as it is. */
export async function violations(page: Page): Promise<string[]> {
  // By evaluation, which the page's policy does not concern: the page itself may load no such script.
  await page.evaluate(AXE);
  const found = (await page.evaluate(
    "axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })",
  )) as { violations: { id: string; nodes: { html: string }[] }[] };
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}
