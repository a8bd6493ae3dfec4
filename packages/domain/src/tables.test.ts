import { expect, test } from 'vitest';
import { cancelledByOthers, duplicateKey, earlierKey } from './tables.ts';

test('a sort key that names a document has 1,024 bytes at most, and is another for another document', () => {
  const longest = `BANK/${'書'.repeat(338)}.pdf`;
  for (const sortKey of [duplicateKey, earlierKey]) {
    expect(Buffer.byteLength(sortKey(longest))).toBeLessThanOrEqual(1024);
    expect(sortKey(longest)).not.toBe(sortKey(`${longest.slice(0, -1)}g`));
  }
  expect(duplicateKey('BANK/a.pdf')).toBe('DUPLICATE#BANK/a.pdf');
});

test.each([
  [['None', 'ConditionalCheckFailed'], true],
  [['TransactionConflict'], true],
  [['ConditionalCheckFailed', 'ValidationError'], false],
  [['ThrottlingError'], false],
])('a transaction with the reasons %s was cancelled by others alone: %s', (codes, byOthers) => {
  expect(cancelledByOthers(codes.map((Code) => ({ Code })))).toBe(byOthers);
});
