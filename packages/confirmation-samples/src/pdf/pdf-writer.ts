/** Text on a page. Points, origin at the bottom left as in PDF. */
export interface PlacedText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly bold?: boolean;
  readonly monospaced?: boolean;
}

export const PAGE = { width: 595, height: 842 } as const;

// The characters between 0x80 and 0x9F that WinAnsiEncoding places elsewhere than Latin-1 does.
const WIN_ANSI: ReadonlyMap<string, number> = new Map([
  ['€', 0x80],
  ['‘', 0x91],
  ['’', 0x92],
  ['“', 0x93],
  ['”', 0x94],
  ['•', 0x95],
  ['–', 0x96],
  ['—', 0x97],
]);

const FONTS = ['Helvetica', 'Helvetica-Bold', 'Courier'];

export interface PdfOptions {
  /** Bytes of a picture at the foot of the last page; none by default. */
  readonly pictureBytes?: number;
}

/**
 * Writes a PDF 1.4 with one page a list, in the standard fonts, uncompressed. It is written by hand because a load test
 * wants tens of thousands a second; `qpdf --check` holds it to the format.
 */
export function writePdf(pages: readonly (readonly PlacedText[])[], { pictureBytes = 0 }: PdfOptions = {}): Uint8Array {
  const objects: string[] = [];
  const pageNumbers = pages.map((_, index) => 3 + FONTS.length + index * 2);
  const pictureNumber = 3 + FONTS.length + pages.length * 2;
  objects.push('<</Type/Catalog/Pages 2 0 R>>');
  objects.push(`<</Type/Pages/Count ${pages.length}/Kids[${pageNumbers.map((number) => `${number} 0 R`).join(' ')}]>>`);
  for (const font of FONTS) {
    objects.push(`<</Type/Font/Subtype/Type1/BaseFont/${font}/Encoding/WinAnsiEncoding>>`);
  }
  const fonts = FONTS.map((_, index) => `/F${index} ${3 + index} 0 R`).join('');
  pages.forEach((texts, index) => {
    const number = pageNumbers[index] ?? 0;
    const pictured = pictureBytes > 0 && index === pages.length - 1;
    const picture = pictured ? `/XObject<</Picture ${pictureNumber} 0 R>>` : '';
    objects.push(
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${PAGE.width} ${PAGE.height}]/Resources<</Font<<${fonts}>>${picture}>>/Contents ${number + 1} 0 R>>`,
    );
    const content = texts.map(showText).join('') + (pictured ? SHOW_PICTURE : '');
    objects.push(`<</Length ${content.length}>>\nstream\n${content}endstream`);
  });
  if (pictureBytes > 0) objects.push(pictureOf(pictureBytes));
  return Buffer.from(withCrossReferences(objects), 'latin1');
}

function showText({ text, x, y, size, bold, monospaced }: PlacedText): string {
  const font = monospaced ? 2 : bold ? 1 : 0;
  return `BT/F${font} ${size} Tf ${x} ${y} Td(${escapeText(text)})Tj ET\n`;
}

const SHOW_PICTURE = 'q 120 0 0 24 430 20 cm/Picture Do Q\n';
/** Points in a row of a picture: each is a byte. */
const PICTURE_WIDTH = 256;
// Neither text nor long runs of bytes that look compressed, so that readers take it for the picture that it is.
const PICTURE_ROW = '\xFF\xFE\x7F\x7E'.repeat(PICTURE_WIDTH / 4);

/** A grey picture of at least so many bytes. */
function pictureOf(bytes: number): string {
  const height = Math.ceil(bytes / PICTURE_WIDTH);
  return `<</Type/XObject/Subtype/Image/Width ${PICTURE_WIDTH}/Height ${height}/ColorSpace/DeviceGray/BitsPerComponent 8/Length ${height * PICTURE_WIDTH}>>\nstream\n${PICTURE_ROW.repeat(height)}\nendstream`;
}

function withCrossReferences(objects: readonly string[]): string {
  let file = '%PDF-1.4\n%\xE2\xE3\xCF\xD3\n';
  let table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`;
  objects.forEach((object, index) => {
    table += `${String(file.length).padStart(10, '0')} 00000 n \n`;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
  });
  return `${file}${table}trailer\n<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${file.length}\n%%EOF\n`;
}

const NEEDS_ESCAPING = /[^ -'*-[\]-~]/;

function escapeText(text: string): string {
  if (!NEEDS_ESCAPING.test(text)) return text;
  let escaped = '';
  for (const character of text) {
    if (character === '(' || character === ')' || character === '\\') escaped += `\\${character}`;
    else {
      const code = WIN_ANSI.get(character) ?? character.charCodeAt(0);
      escaped += code <= 0xff ? String.fromCharCode(code) : '?';
    }
  }
  return escaped;
}
