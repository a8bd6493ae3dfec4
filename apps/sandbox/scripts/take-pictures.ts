// Takes the pictures of docs/images in a browser, from a running system: look at each before it is committed.
// `node_modules/.bin/node apps/sandbox/scripts/take-pictures.ts` after `npm run build && npm run synth`.
import path from 'node:path';
import { mismatched, renderConfirmation, samplePair } from '@trade-matching/confirmation-samples';
import type { Page } from 'playwright-core';
import { startDeskBrowser } from '../checks/desk-browser.ts';
import { servePage } from '../src/page/serve-page.ts';
import { demonstration } from '../src/system/demonstration.ts';
import { untilQueuesAreEmpty } from '../src/system/inspect-system.ts';
import { incomingKey } from '../src/system/uploads.ts';

const IMAGES = path.resolve(import.meta.dirname, '../../../docs/images');
const WIDTHS = [
  { width: 1280, height: 900 },
  { width: 1920, height: 1080 },
  { width: 2560, height: 1440 },
];
/** Mismatches beside the demonstration's: some products, counterparties and fields that differ. */
const MORE_BREAKS = [2, 3, 4, 5, 8, 9, 11];
/** Milliseconds in which charts get their points and pictures their last stroke. */
const SETTLING_MS = 8_000;

const { system, desk, page, close } = await startDeskBrowser();
const dashboard = await servePage(system, desk.url);
try {
  const today = new Date().toISOString().slice(0, 10);
  // One after the other: a document that meets its duplicate at work waits for its lease to end.
  for (const upload of await demonstration(today)) {
    await system.upload(upload);
    await untilQueuesAreEmpty(system);
  }
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(dashboard.url);
  await page.locator('#documents table').waitFor();
  await page.waitForTimeout(SETTLING_MS);
  await page.screenshot({ path: path.join(IMAGES, 'dashboard.png') });

  for (const number of MORE_BREAKS) {
    const { bank, counterparty } = mismatched(samplePair(number));
    for (const [trade, layout] of [
      [bank, 'letter'],
      [counterparty, 'grid'],
    ] as const) {
      const key = incomingKey(trade.source_type, today, `${trade.trade_id}.pdf`);
      await system.upload({ key, source: trade.source_type, bytes: renderConfirmation(trade, layout) });
    }
  }
  await untilQueuesAreEmpty(system);
  await page.goto(desk.url);
  await page.locator('a.open').first().waitFor();
  await take(page, 'desk-queue', async () => {});

  await page.getByRole('link', { name: `${mismatched(samplePair(6)).bank.trade_id} /` }).click();
  await take(page, 'desk-break', async () => {
    // The term is scrolled to as it would be at this size.
    await page.reload();
    await page.locator('.paper .box').nth(1).waitFor();
  });
  await page.getByRole('link', { name: 'Our trade’s history' }).click();
  await page.getByRole('heading', { name: 'What happened' }).waitFor();
  await take(page, 'desk-trade', async () => {});
} finally {
  await dashboard.close();
  await close();
}

async function take(of: Page, name: string, settle: () => Promise<void>): Promise<void> {
  for (const size of WIDTHS) {
    await of.setViewportSize(size);
    await settle();
    await of.waitForTimeout(1_000);
    await of.screenshot({ path: path.join(IMAGES, `${name}-${size.width}.png`) });
  }
}
