import { drawnPdf, drawnText } from '@trade-matching/confirmation-samples/pdf';
import { afterEach, expect, test, vi } from 'vitest';
import { readText } from './read-text.ts';
import { SameThreadPort } from './same-thread-port.ts';

afterEach(() => vi.restoreAllMocks());

test('PDF.js sends the operators of a page through the port of one thread', async () => {
  const sent = vi.spyOn(SameThreadPort.prototype, 'postMessage');
  const { lines } = await readText(drawnPdf([drawnText('Notional Amount', 50, 700)]));
  expect(lines.map(({ segments }) => segments.map(({ text }) => text))).toEqual([['Notional Amount']]);
  expect(sent.mock.calls.filter(([{ chunk }]) => chunk?.fnArray !== undefined)).not.toEqual([]);
});

test('documents that are read at the same time keep apart', async () => {
  const texts = ['Trade Date', 'Effective Date', 'Termination Date'];
  const read = await Promise.all(texts.map((text) => readText(drawnPdf([drawnText(text, 50, 700)]))));
  expect(read.map(({ lines }) => lines[0]?.segments[0]?.text)).toEqual(texts);
});
