import { expect, test } from 'vitest';
import { mayHavePictures } from './pictures-of-pages.ts';

test.each([
  ['/Type /XObject /Subtype /Image /Width 1', true],
  ['/Subtype/Image/Width 1', true],
  ['<< /Subtype /Image>>', true],
  ['/ProcSet [/PDF /Text /ImageB /ImageC /ImageI] /Image', true],
  ['/ProcSet [/PDF /Text /ImageB /ImageC /ImageI]', false],
  ['/XObject << /Image1 4 0 R >>', false],
  ['', false],
])('%s: may have pictures is %s', (file, answer) => {
  expect(mayHavePictures(Buffer.from(file))).toBe(answer);
});
