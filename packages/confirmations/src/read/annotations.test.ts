import { expect, test } from 'vitest';
import { mayHaveAnnotations } from './annotations.ts';

const mayHave = (file: string) => mayHaveAnnotations(Buffer.from(file, 'latin1'));

test.each(['<< /Annots [4 0 R] >>', '<< /#41nnots [4 0 R] >>', '<< /Anno#74s [4 0 R] >>', '<< /Type /ObjStm >>'])(
  '%s may have annotations',
  (file) => {
    expect(mayHave(file)).toBe(true);
  },
);

test('a number sign in a compressed stream is none', () => {
  expect(mayHave('<< /Length 9 >> stream x\xda#41/A#01 endstream')).toBe(false);
});
