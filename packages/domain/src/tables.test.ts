import { expect, test } from 'vitest';
import { cancellationOf, duplicateKey, earlierKey } from './tables.ts';

test('a sort key that names a document has 1,024 bytes at most, and is another for another document', () => {
  const longest = `BANK/${'書'.repeat(338)}.pdf`;
  for (const sortKey of [duplicateKey, earlierKey]) {
    expect(Buffer.byteLength(sortKey(longest))).toBeLessThanOrEqual(1024);
    expect(sortKey(longest)).not.toBe(sortKey(`${longest.slice(0, -1)}g`));
  }
  expect(duplicateKey('BANK/a.pdf')).toBe('DUPLICATE#BANK/a.pdf');
});

test.each([
  [['None', 'ConditionalCheckFailed'], 'conflict'],
  [['TransactionConflict'], 'conflict'],
  [['ConditionalCheckFailed', 'ThrottlingError'], 'throttled'],
  [['ProvisionedThroughputExceeded'], 'throttled'],
  [['ConditionalCheckFailed', 'ValidationError'], 'refused'],
  [['ItemCollectionSizeLimitExceeded'], 'refused'],
  [['AccessDenied'], 'refused'],
  [['None'], 'refused'],
  [[], 'refused'],
])('a transaction with the reasons %s is cancelled as %s', (codes, cancellation) => {
  expect(cancellationOf(codes.map((Code) => ({ Code })))).toBe(cancellation);
});
