const BEGINNINGS: readonly [string, readonly (string | readonly number[])[]][] = [
  ['a program', ['MZ', [0x7f, 0x45, 0x4c, 0x46], '#!']],
  ['an archive', [[0x50, 0x4b, 0x03, 0x04], 'Rar!', [0x37, 0x7a, 0xbc, 0xaf]]],
  ['a picture', [[0x89, 0x50, 0x4e, 0x47], 'GIF8', [0xff, 0xd8, 0xff]]],
  ['an Office document', [[0xd0, 0xcf, 0x11, 0xe0], '{\\rtf']],
];
const WEB_PAGE = /^\s*<(?:!doctype|html|head|body|script|svg|\?xml|\?php)/i;

/**
 * What else a file is to a program that goes by how a file starts. Readers look for a PDF in the first 1,024 bytes, so
 * that one file may be a PDF to one program and an archive or a program to the next.
 */
export function startsLikeAnother(file: Uint8Array): string | undefined {
  const start = Buffer.from(file.subarray(0, 64));
  const begins = (beginning: string | readonly number[]) =>
    start.indexOf(typeof beginning === 'string' ? beginning : Buffer.from(beginning)) === 0;
  const known = BEGINNINGS.find(([, beginnings]) => beginnings.some(begins));
  return known?.[0] ?? (WEB_PAGE.test(start.toString('utf8').replace(/^\ufeff/, '')) ? 'a web page' : undefined);
}
