import { describe, expect, test } from 'vitest';
import {
  hasValidIsin,
  isLikeIdentifier,
  isLikeIsin,
  settledByCheckDigits,
  settledByForm,
  settledCurrency,
  settledTag,
} from './check-digits.ts';

// A valid LEI and ISIN, made for the test: their sums were computed.
const LEI = '529900T8BM49AURSDO55';
const ISIN = 'US0378331005';

describe('check digits', () => {
  test('choose between two readings', () => {
    expect(settledByCheckDigits(LEI, LEI.replace('O', '0'))).toBe(LEI);
    expect(settledByCheckDigits(LEI.replace('O', '0'), LEI)).toBe(LEI);
    expect(settledByCheckDigits(ISIN, ISIN.replace('8', 'B'))).toBe(ISIN);
  });

  test('choose character by character, where each engine took another for its lookalike', () => {
    expect(settledByCheckDigits(LEI.replace('O', '0'), LEI.replace('B', '8'))).toBe(LEI);
  });

  test('change no character that both engines read alike', () => {
    const other = LEI.replace('O', '0');
    expect(settledByCheckDigits(other, other)).toBeUndefined();
    const isin = ISIN.replace('8', 'B');
    expect(settledByCheckDigits(isin, isin)).toBeUndefined();
    expect(settledByCheckDigits('50,000,000.00', '5O,000,000.00')).toBeUndefined();
  });

  test('know an identifier by its form alone, even with a character too many', () => {
    expect(isLikeIdentifier(`${LEI},`)).toBe(true);
    expect(isLikeIdentifier(LEI.replace('O', 'O0'))).toBe(true);
    expect(isLikeIdentifier('INTERNATIONAL')).toBe(false);
    expect(isLikeIdentifier('2026-11-02')).toBe(false);
  });

  test('of an ISIN are its Luhn sum', () => {
    expect(hasValidIsin(ISIN)).toBe(true);
    expect(hasValidIsin('US0378331006')).toBe(false);
  });
});

test('a BIC begins with six letters', () => {
  expect(settledByForm('MRDCGB2L')).toBe('MRDCGB2L');
  expect(settledByForm('N0RDN0KKXXX')).toBe('NORDNOKKXXX');
  expect(settledByForm('12345678')).toBeUndefined();
});

test('an identifier that both engines read with the same lookalike is settled by its ink, if its check digits agree', () => {
  const read = '549300NORDVIKBANKO90';
  expect(settledByCheckDigits(read, read)).toBeUndefined();
  expect(settledByCheckDigits(read, read, ['549300NORDVIKBANK090'])).toBe('549300NORDVIKBANK090');
  expect(settledByCheckDigits(read, read, ['549300NORDVIKBANKOO0'])).toBeUndefined();
});

test.each([
  ['120:', ':20:', ':20:'],
  ['132B;', ':32B:', ':32B:'],
  ['182A:', '82A:', ':82A:'],
  ['120:', '120:', undefined],
  ['120:', ':21:', undefined],
])('a tag read as %s, and as %s by the other engine, is %s', (first, second, tag) => {
  expect(settledTag(first, second)).toBe(tag);
});

test.each([
  ['US3874IGA877', true],
  ['(US38741GAB77)', true],
  ['549300NORDVIKBANK090', false],
  ['CONFIRMATION', false],
])('%s is like an ISIN: %s', (read, isLike) => {
  expect(isLikeIsin(read)).toBe(isLike);
});

test.each([
  ['Usb', 'USD', 'USD'],
  ['EUB', 'EUR', 'EUR'],
  ['USD', 'AUD', undefined],
  ['the', 'THB', undefined],
  ['Usb', 'USB', undefined],
  ['Esb', 'USD', undefined],
])('a currency read as %s, and as %s by the other engine, is %s', (first, second, code) => {
  expect(settledCurrency(first, second)).toBe(code);
});
