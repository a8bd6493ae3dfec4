import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  compareSequencers,
  copySource,
  decodeEventKey,
  encodeEventKey,
  hasPdfSuffix,
  isFolderMarker,
  outcomeKey,
  parseIncomingKey,
  parseOutcomeKey,
  supersededKey,
} from './document-key.ts';

describe('keys in S3 events', () => {
  test.each([
    ['BANK/FAB 26933659 (final).pdf', 'BANK/FAB+26933659+%28final%29.pdf'],
    ['BANK/a+b=c.pdf', 'BANK/a%2Bb%3Dc.pdf'],
    ['BANK/100%25 done.pdf', 'BANK/100%2525+done.pdf'],
    ['BANK/Générale de l’Étoile.pdf', 'BANK/G%C3%A9n%C3%A9rale+de+l%E2%80%99%C3%89toile.pdf'],
    ['BANK/Ge\u0301ne\u0301rale.pdf', 'BANK/Ge%CC%81ne%CC%81rale.pdf'],
    ['COUNTERPARTY/📄 swap.pdf', 'COUNTERPARTY/%F0%9F%93%84+swap.pdf'],
  ])('%s is written as S3 writes it, and read back', (key, encoded) => {
    expect(encodeEventKey(key)).toBe(encoded);
    expect(decodeEventKey(encoded)).toBe(key);
  });

  test.each([
    ['BANK/a.PDF', 'PROCESSED/BANK/a~0055.PDF'],
    ['BANK/a.b/c', 'PROCESSED/BANK/a.b/c~0055'],
    ['BANK/a\nb.pdf', 'PROCESSED/BANK/a\nb~0055.pdf'],
  ])('older bytes of %j have a key of their own, of the same kind', (key, expected) => {
    expect(supersededKey('PROCESSED', key, '0055')).toBe(expected);
  });

  test('any key survives the encoding of S3 events', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (key) => {
        expect(decodeEventKey(encodeEventKey(key))).toBe(key);
      }),
    );
  });

  test('a broken escape in an S3 event is an error, not another key', () => {
    expect(() => decodeEventKey('BANK/%E0%A4%A.pdf')).toThrow(URIError);
  });
});

describe('an incoming key', () => {
  test('an incoming key has its source, filename and the trade date of its path', () => {
    expect(parseIncomingKey('BANK/2024/09/15/FAB 1.pdf')).toEqual({
      key: 'BANK/2024/09/15/FAB 1.pdf',
      source: 'BANK',
      filename: 'FAB 1.pdf',
      tradeDate: '2024-09-15',
    });
  });

  test.each(['BANK/2024/02/30/x.pdf', 'BANK/2024/13/01/x.pdf', 'BANK/2024/09/x.pdf', 'BANK/x.pdf'])(
    '%s has no trade date',
    (key) => {
      expect(parseIncomingKey(key)?.source).toBe('BANK');
      expect(parseIncomingKey(key)).not.toHaveProperty('tradeDate');
    },
  );

  test.each(['bank/x.pdf', 'PROCESSED/BANK/x.pdf', 'BANK', 'x.pdf'])('%s has no source', (key) => {
    expect(parseIncomingKey(key)).toBeUndefined();
  });

  test('only an empty object whose key ends in a slash is a folder marker', () => {
    expect(isFolderMarker('BANK/2024/', 0)).toBe(true);
    expect(isFolderMarker('BANK/2024/', 1)).toBe(false);
    expect(isFolderMarker('BANK/2024', 0)).toBe(false);
  });

  test('a .pdf suffix counts in either case', () => {
    expect(hasPdfSuffix('BANK/UPPER.PDF')).toBe(true);
    expect(hasPdfSuffix('BANK/noextension')).toBe(false);
  });
});

test('an outcome key gives back its original', () => {
  const key = outcomeKey('QUARANTINE', 'BANK/a//b.pdf');
  expect(key).toBe('QUARANTINE/BANK/a//b.pdf');
  expect(parseOutcomeKey(key)).toEqual({ outcome: 'QUARANTINE', originalKey: 'BANK/a//b.pdf' });
  expect(parseOutcomeKey('BANK/a.pdf')).toBeUndefined();
});

test('a copy names the version it copies', () => {
  expect(copySource('b', 'BANK/a b+c.pdf', 'v/1')).toBe('b/BANK/a%20b%2Bc.pdf?versionId=v%2F1');
  expect(copySource('b', 'BANK/x.pdf')).toBe('b/BANK/x.pdf');
});

test('sequencers of different lengths are padded on the right', () => {
  expect(compareSequencers('0055AED6DCD90281E5', '0055AED6DCD90281E5')).toBe(0);
  expect(compareSequencers('0055AED6DC', '0055AED6DCD90281E5')).toBe(-1);
  expect(compareSequencers('0056', '0055AED6DCD90281E5')).toBe(1);
});

test('an outcome key over 1,024 bytes is cut between characters, and differs for keys that begin alike', () => {
  const long = (end: string) => outcomeKey('QUARANTINE', `BANK/${'書'.repeat(338)}${end}`);
  expect(Buffer.byteLength(long('.pdf'))).toBeLessThanOrEqual(1024);
  expect(long('.pdf')).toMatch(/^QUARANTINE\/BANK\/書+~[0-9a-f]{16}$/);
  expect(long('.pdf')).not.toBe(long('.PDF'));
});
