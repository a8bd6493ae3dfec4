import { expect, test } from 'vitest';
import { MAX_DOCUMENT_BYTES, refusalFromEvent, refusalFromStart } from './validate.ts';

const object = (key: string, size: number) => ({
  bucket: 'documents',
  key,
  size,
  etag: 'e',
  sequencer: '01',
  eventTime: '2026-11-23T10:00:00.000Z',
});

test.each([
  ['BANK/2026/11/23/a.pdf', 1, undefined],
  ['BANK/a.PDF', MAX_DOCUMENT_BYTES, undefined],
  ['BANK/a.pdf', 0, 'EMPTY_FILE'],
  ['BANK/a.pdf', MAX_DOCUMENT_BYTES + 1, 'FILE_TOO_LARGE'],
  ['BANK/a.docx', 10, 'NOT_A_PDF'],
  ['BANK/a', 10, 'NOT_A_PDF'],
  ['BROKER/a.pdf', 10, 'UNKNOWN_SOURCE'],
  ['bank/a.pdf', 10, 'UNKNOWN_SOURCE'],
])('%s of %i bytes: %s, before any download', (key, size, reason) => {
  expect(refusalFromEvent(object(key, size))?.reason).toBe(reason);
});

test('a picture named .pdf is known by its first bytes', () => {
  expect(refusalFromStart(Buffer.from('\x89PNG\r\n\x1a\n'))?.reason).toBe('NOT_A_PDF');
  expect(refusalFromStart(Buffer.from('%PDF-1.7'))).toBeUndefined();
  expect(refusalFromStart(Buffer.concat([Buffer.alloc(1000), Buffer.from('%PDF-1.7')]))).toBeUndefined();
  expect(refusalFromStart(Buffer.concat([Buffer.alloc(1024), Buffer.from('%PDF-1.7')]))?.reason).toBe('NOT_A_PDF');
});
