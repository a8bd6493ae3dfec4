import type { PageWords } from '@trade-matching/domain';
import { expect, test, vi } from 'vitest';
import type { OpenDocument } from './viewer.ts';

vi.stubGlobal('sessionStorage', { getItem: () => null, setItem: () => {} });
const { ApiError } = await import('./api.ts');
const { withScannedWords } = await import('./scanned-words.ts');

const word = { text: '2.40%', line: 0, ...{ x: 1, y: 2, width: 3, height: 4 } };
const read: PageWords = { kind: 'picture', words: [{ ...word, confidence: 0.9 }] };
const opened: OpenDocument = {
  pages: 2,
  draw: () => {
    throw new Error('nobody draws');
  },
  words: async () => [word],
  close: () => {},
};

function listening() {
  const told: string[] = [];
  const gone = new AbortController();
  return { told, gone, tell: (waiting: string) => told.push(waiting) };
}

test('a page is read once while the document is open', async () => {
  const ask = vi.fn(async () => read);
  const { told, gone, tell } = listening();
  const scanned = withScannedWords(opened, 'key', ask);
  expect(await scanned.words(2, tell, gone.signal)).toEqual(read.words);
  expect(await scanned.words(2, tell, gone.signal)).toEqual(read.words);
  expect(ask.mock.calls).toEqual([['key', 2]]);
  expect(told).toEqual(['Reading the scan…']);
});

test('the words of a page with text of its own are those of its text', async () => {
  const { gone, tell } = listening();
  const scanned = withScannedWords(opened, 'key', async () => ({ kind: 'text' }));
  expect(await scanned.words(1, tell, gone.signal)).toEqual([word]);
});

test('while other scans are read, the page is asked for again, and the person is told', async () => {
  const ask = vi
    .fn(async () => read)
    .mockRejectedValueOnce(new ApiError(429, 'BUSY', 'Other scans are being read.', 20));
  const { told, gone, tell } = listening();
  expect(await withScannedWords(opened, 'key', ask).words(1, tell, gone.signal)).toEqual(read.words);
  expect(told).toEqual([
    'Reading the scan…',
    'Other scans are being read. The page is asked for again in 1 s.',
    'Reading the scan…',
  ]);
});

test('nobody asks again for who has gone', async () => {
  const ask = vi.fn(async () => Promise.reject(new ApiError(429, 'BUSY', 'Other scans are being read.', 60_000)));
  const { gone, tell } = listening();
  const words = withScannedWords(opened, 'key', ask).words(1, tell, gone.signal);
  await new Promise(setImmediate);
  gone.abort(new Error('gone'));
  await expect(words).rejects.toThrow('gone');
  expect(ask).toHaveBeenCalledTimes(1);
});

test('what cannot be read says why', async () => {
  const refusal = { reason: 'TOO_COMPLEX', message: 'It took over 30 s.' } as const;
  const { gone, tell } = listening();
  const scanned = withScannedWords(opened, 'key', async () => ({ kind: 'refused', refusal }));
  await expect(scanned.words(1, tell, gone.signal)).rejects.toThrow('The page cannot be read: It took over 30 s.');
  const down = withScannedWords(opened, 'key', async () =>
    Promise.reject(new ApiError(503, 'UNAVAILABLE', 'No token.')),
  );
  await expect(down.words(1, tell, gone.signal)).rejects.toThrow('No token.');
});
