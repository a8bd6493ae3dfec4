/** The standard fonts used here; a reader has them, so none is embedded (ISO 32000-1, 9.6.2.2). */
export type StandardFont = 'Helvetica' | 'Helvetica-Bold' | 'Courier';

/** One piece of text. Points from the lower left corner of the page. */
export interface PlacedText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly font: StandardFont;
}

export type Page = readonly PlacedText[];

/** ISO A4, in points. */
export const PAGE_SIZE = { width: 595, height: 842 } as const;

const FONT_NAMES: { readonly [F in StandardFont]: string } = { Helvetica: 'F1', 'Helvetica-Bold': 'F2', Courier: 'F3' };

const RESOURCES = `<</Font<<${Object.entries(FONT_NAMES)
  .map(([font, name]) => `/${name}<</Type/Font/Subtype/Type1/BaseFont/${font}/Encoding/WinAnsiEncoding>>`)
  .join('')}>>>>`;

// The binary comment tells transports that the file is not text (ISO 32000-1, 7.5.2).
const HEADER = '%PDF-1.4\n%\u00e2\u00e3\u00cf\u00d3\n';

/**
 * Writes a PDF of selectable text. The file is put together as one string of byte values, which V8 joins and copies
 * faster than it fills a buffer.
 *
 * @throws {RangeError} without pages
 */
export function writePdf(pages: readonly Page[]): Uint8Array {
  if (pages.length === 0) throw new RangeError('A PDF needs at least one page.');
  let file = HEADER;
  const offsets: number[] = [];
  const add = (body: string) => {
    offsets.push(file.length);
    file += `${offsets.length} 0 obj\n${body}\nendobj\n`;
  };

  let kids = '';
  for (let i = 0; i < pages.length; i++) kids += `${4 + 2 * i} 0 R `;
  add('<</Type/Catalog/Pages 2 0 R>>');
  add(`<</Type/Pages/Kids[${kids}]/Count ${pages.length}/MediaBox[0 0 ${PAGE_SIZE.width} ${PAGE_SIZE.height}]>>`);
  add(RESOURCES);
  for (const page of pages) {
    const content = contentOf(page);
    add(`<</Type/Page/Parent 2 0 R/Resources 3 0 R/Contents ${offsets.length + 2} 0 R>>`);
    add(`<</Length ${content.length}>>stream\n${content}\nendstream`);
  }

  const start = file.length;
  file += `xref\n0 ${offsets.length + 1}\n0000000000 65535 f \n`;
  for (const offset of offsets) file += `${String(offset).padStart(10, '0')} 00000 n \n`;
  file += `trailer\n<</Size ${offsets.length + 1}/Root 1 0 R>>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
}

function contentOf(page: Page): string {
  let content = 'BT\n';
  let current = '';
  for (const { text, x, y, size, font } of page) {
    const selected = `/${FONT_NAMES[font]} ${size} Tf\n`;
    if (selected !== current) content += selected;
    current = selected;
    content += `1 0 0 1 ${x} ${y} Tm(${encode(text)})Tj\n`;
  }
  return `${content}ET`;
}

// What WinAnsi has beyond Latin-1 (ISO 32000-1, annex D.2), as far as confirmations use it.
const WIN_ANSI: { readonly [character: string]: string } = {
  '€': '\x80',
  '‚': '\x82',
  '…': '\x85',
  Š: '\x8a',
  Œ: '\x8c',
  Ž: '\x8e',
  '‘': '\x91',
  '’': '\x92',
  '“': '\x93',
  '”': '\x94',
  '•': '\x95',
  '–': '\x96',
  '—': '\x97',
  '™': '\x99',
  š: '\x9a',
  œ: '\x9c',
  ž: '\x9e',
  Ÿ: '\x9f',
};

/** A literal string's bytes: escaped, in WinAnsi; a character that it lacks becomes its plain letter or `?`. */
function encode(text: string): string {
  const escaped = text.replace(/[\\()]/g, '\\$&');
  return /^[\x20-\x7e]*$/.test(escaped) ? escaped : escaped.replace(/[^\x20-\x7e\u00a0-\u00ff]/gu, toWinAnsi);
}

function toWinAnsi(character: string): string {
  const plain = character.normalize('NFKD').replace(/\p{Mn}/gu, '');
  return WIN_ANSI[character] ?? (/^[\x20-\x7e]+$/.test(plain) ? plain.replace(/[\\()]/g, '\\$&') : '?');
}
