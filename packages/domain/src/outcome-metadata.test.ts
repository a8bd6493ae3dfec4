import { expect, test } from 'vitest';
import { decodeMetadataKey, outcomeMetadata } from './outcome-metadata.ts';

const bytes = (metadata: Record<string, string>) =>
  Object.entries(metadata).reduce((sum, [name, value]) => sum + name.length + value.length, 0);

test('everything is ASCII and the original key comes back exactly', () => {
  const key = 'BANK/確認書 2024年9月.pdf';
  const metadata = outcomeMetadata({
    originalKey: key,
    processedAt: '2026-11-23T10:00:00.000Z',
    upload: { time: '2026-11-23T09:59:00.000Z', sequencer: '0055AED6DCD90281E5' },
    documentHash: 'ab'.repeat(32),
    reason: 'NOT_A_PDF',
    message: 'l’Étoile is not a PDF',
  });
  expect(Object.values(metadata).join('')).toMatch(/^[\x20-\x7e]*$/);
  expect(decodeMetadataKey(metadata['original-key'] ?? '')).toBe(key);
  expect(metadata.message).toBe("l'Etoile is not a PDF");
});

test('a key of 1,024 bytes fits, whatever its script', () => {
  const key = `BANK/${'書'.repeat(338)}.pdf`;
  const metadata = outcomeMetadata({
    originalKey: key,
    processedAt: '2026-11-23T10:00:00.000Z',
    upload: { time: '2026-11-23T09:59:00.000Z', sequencer: '0055AED6DCD90281E5' },
    documentHash: 'ab'.repeat(32),
    reason: 'EXTRACTION_INCOMPLETE',
    message: 'x'.repeat(500),
    duplicateOf: key,
  });
  expect(bytes(metadata)).toBeLessThanOrEqual(2048);
  expect(decodeMetadataKey(metadata['original-key'] ?? '')).toBe(key);
});
