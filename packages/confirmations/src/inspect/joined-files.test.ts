import { renderConfirmation, samplePair } from '@trade-matching/confirmation-samples';
import { expect, test } from 'vitest';
import { inspectPdf } from './inspect-pdf.ts';
import { holdsAnotherPdf } from './joined-files.ts';

const one = Buffer.from(renderConfirmation(samplePair(2).bank, 'letter'));
const other = Buffer.from(renderConfirmation(samplePair(4).bank, 'letter'));

test.each([
  ['one behind the other', [one, other]],
  ['with a line between them', [one, Buffer.from('\r\n\r\n'), other]],
  ['with junk between them', [one, Buffer.alloc(5000, 0x41), other]],
  ['the first without its end', [one.subarray(0, one.lastIndexOf('startxref')), other]],
  ['behind a word that would hide it', [one, Buffer.from('% stream\n'), other]],
])('two PDFs joined into one file, %s, are several trades', async (_how, parts) => {
  expect(await inspectPdf(Buffer.concat(parts))).toMatchObject({ refusal: { reason: 'MULTIPLE_TRADES' } });
});

test('a file that was changed after it was made is one PDF', async () => {
  const changed = Buffer.concat([one, Buffer.from('\n9 0 obj\n<<>>\nendobj\n'), one.subarray(one.lastIndexOf('xref'))]);
  expect(holdsAnotherPdf(changed)).toBe(false);
  expect(holdsAnotherPdf(Buffer.concat([Buffer.from('junk\n%PDF-1.4\n'), one]))).toBe(false);
});
