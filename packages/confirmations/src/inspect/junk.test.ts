import { catalog, PAGE_OBJECT, PAGES, pdf, stream } from '@trade-matching/confirmation-samples/pdf';
import { describe, expect, test } from 'vitest';
import { withoutJunk } from './junk.ts';

const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');
const junk = Buffer.alloc(10_000, 'A');
const whole = pdf([catalog(''), PAGES, PAGE_OBJECT]);

describe('junk in a file', () => {
  test('behind its end is blank, and what stands before is as it was', () => {
    const cleaned = withoutJunk(Buffer.concat([whole, junk]));
    expect(text(cleaned).trimEnd()).toBe(text(whole).trimEnd());
    expect(cleaned.length).toBe(whole.length + junk.length);
  });

  test('between two objects is blank, and the second object stands where it stood', () => {
    const at = whole.indexOf('2 0 obj');
    const cleaned = withoutJunk(Buffer.concat([whole.subarray(0, at), junk, Buffer.from('\n'), whole.subarray(at)]));
    expect(text(cleaned)).not.toContain('A'.repeat(100));
    expect(Buffer.from(cleaned).indexOf('2 0 obj')).toBe(at + junk.length + 1);
  });

  test('with an object in it is blank on both sides of the object', () => {
    const object = Buffer.from('\n9 0 obj\n<</S/Launch>>\nendobj\n');
    const cleaned = text(withoutJunk(Buffer.concat([whole, junk, object, junk])));
    expect(cleaned).toContain(text(object).trim());
    expect(cleaned).not.toContain('A'.repeat(100));
  });
});

test.each([
  ['a file without junk', whole],
  ['a long table of cross-references', Buffer.concat([whole, Buffer.from(`xref\n0 999\n${'0 0 n \n'.repeat(999)}`)])],
  [
    'the data of a stream that speaks of endobj',
    pdf([catalog(''), PAGES, PAGE_OBJECT, stream('', Buffer.concat([Buffer.from('endobj'), junk]))]),
  ],
])('%s is left alone', (_name, bytes) => {
  expect(text(withoutJunk(bytes))).toBe(text(bytes));
});
