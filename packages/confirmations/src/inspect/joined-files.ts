/** Behind the first object, a file that only starts late (junk in front, a header twice) has begun. */
const FIRST_OBJECT = 'endobj';
const HEADER = /^%PDF-\d/;

/**
 * Whether another PDF begins in the file. A reader goes by the last cross-reference table, and so shows one of two
 * joined files and never the first. A file that was changed since has several ends but one beginning (ISO 32000-1,
 * 7.5.6), and a compressed stream does not hold these six bytes by chance.
 */
export function holdsAnotherPdf(file: Uint8Array): boolean {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  const begun = bytes.indexOf(FIRST_OBJECT);
  if (begun === -1) return false;
  for (let at = bytes.indexOf('%PDF-', begun); at !== -1; at = bytes.indexOf('%PDF-', at + 1)) {
    if (HEADER.test(bytes.toString('latin1', at, at + 6))) return true;
  }
  return false;
}
