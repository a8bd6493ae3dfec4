import { renderConfirmation, samplePair } from '@trade-matching/confirmation-samples';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startDeskBrowser, violations } from './desk-browser.ts';

const pair = samplePair(6);
let on: Awaited<ReturnType<typeof startDeskBrowser>>;
beforeAll(async () => {
  on = await startDeskBrowser();
  await on.page.goto(`${on.desk.url}/documents`);
  await on.page.locator('.drop').waitFor();
}, 150_000);
afterAll(() => on?.close());
const uploads = () => on.page.locator('.drop li');

/** Drops files as a person does: what the page gets is an event with them. */
async function drop(name: string, bytes: Uint8Array) {
  const { page } = on;
  const [given, text] = [JSON.stringify(name), JSON.stringify(Buffer.from(bytes).toString('base64'))];
  const files = await page.evaluateHandle(`(() => {
    const transfer = new DataTransfer();
    const content = Uint8Array.from(atob(${text}), (each) => each.charCodeAt(0));
    transfer.items.add(new File([content], ${given}, { type: 'application/pdf' }));
    return transfer;
  })()`);
  await page.locator('.drop').dispatchEvent('drop', { dataTransfer: files });
}

test('a document is chosen by keys, uploaded to the bucket itself, and followed to its outcome', async () => {
  const { page } = on;
  expect(await violations(page)).toEqual([]);
  await page.getByLabel('Confirmation').selectOption('BANK');
  const input = page.getByLabel('Drop PDFs here');
  await input.focus();
  expect(await page.evaluate("document.activeElement.getAttribute('type')")).toBe('file');
  const buffer = Buffer.from(renderConfirmation(pair.bank, 'letter'));
  await input.setInputFiles({ name: 'ours <b>.pdf', mimeType: 'application/pdf', buffer });
  await uploads().getByText('Unmatched').waitFor();
  expect(await uploads().first().textContent()).toContain('ours <b>.pdf');
  expect(await violations(page)).toEqual([]);
});

test('an upload by drop ends as a match on the screen', async () => {
  const { page, system } = on;
  await page.getByLabel('Confirmation').selectOption('COUNTERPARTY');
  await drop('theirs.pdf', renderConfirmation(pair.counterparty, 'grid'));
  await uploads().first().getByText('Matched', { exact: true }).waitFor();
  await page.locator('tbody tr', { hasText: 'theirs.pdf' }).getByText('Matched', { exact: true }).waitFor();
  expect(await violations(page)).toEqual([]);
  await uploads().first().getByRole('link', { name: 'Its trade' }).click();
  await page.locator('table.story').waitFor();
  expect(await page.locator('table.story').textContent()).toContain('Match: Matched');
  expect(system.aws.published.length).toBeGreaterThan(0);
});

test('what is refused says why, by the desk, by the bucket and by the processor; who may look only cannot upload', async () => {
  const { page, desk } = on;
  await page.goto(`${desk.url}/documents`);
  await page.locator('.drop').waitFor();
  await drop('letter.docx', Buffer.from('PK'));
  await uploads().first().getByText('does not end in .pdf').waitFor();
  await drop('nothing.pdf', new Uint8Array());
  await uploads().first().getByText('The file is empty.').waitFor();
  await drop('page.pdf', Buffer.from('<html>'));
  await uploads().first().getByText('Quarantined').waitFor();
  // The bucket refuses what its policy does not say.
  await page.route('**/api/uploads', async (route) => {
    const answer = await route.fetch();
    const body = (await answer.json()) as { fields: Record<string, string> };
    await route.fulfill({ response: answer, json: { ...body, fields: { ...body.fields, key: 'FAILED/x.pdf' } } });
  });
  await drop('moved.pdf', Buffer.from('%PDF-1.7'));
  await uploads().first().getByText('The bucket refused it: Invalid according to Policy').waitFor();
  await page.unroute('**/api/uploads');
  expect(await violations(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await violations(page)).toEqual([]);
  await page.getByLabel('You are').selectOption('vera');
  await page.locator('.drop').waitFor({ state: 'detached' });
  expect(on.said.filter((text) => !/Failed to load resource|status of 40[03]/.test(text))).toEqual([]);
});
