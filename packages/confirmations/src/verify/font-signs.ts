import { PDFArray, PDFDict, PDFName, PDFNumber, PDFRawStream } from '@cantoo/pdf-lib';
import { decodedByLook } from '../inspect/expansion.ts';
import { openPdf } from '../inspect/open-pdf.ts';
import { walkPages } from '../inspect/page-tree.ts';
import { glyphsOfTrueType } from './true-type.ts';

const MAX_PAGES = 50;
const DEEPEST_FORM = 6;
const MAX_FONT_BYTES = 16 * 1024 * 1024;
/** Codes of a map that are looked at; a subset has some hundred. */
const MAX_CODES = 20_000;

/** The figures as fonts name their glyphs; letters are named by themselves. Source: Adobe Glyph List. */
const DIGIT_NAMES = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
const COMPARED = /^[0-9A-Za-z]$/;

/** Whether a font of the file may say what its glyphs are; fonts of a file with packed objects cannot be known without opening it. */
export function mayMapGlyphs(file: Buffer): boolean {
  return ['/ToUnicode', '/Type3', '/ObjStm'].some((name) => file.includes(name));
}

/** The numbers of the pages with a font whose map contradicts its own names or tables, or whose glyphs are drawings. */
export async function pagesWithLyingFonts(bytes: Uint8Array): Promise<number[]> {
  const opened = await openPdf(bytes);
  if ('reason' in opened) return [];
  const tree = walkPages(opened.document, MAX_PAGES);
  if (tree.kind !== 'pages') return [];
  const known = new Map<PDFDict, boolean>();
  const lies = (font: PDFDict) => {
    const before = known.get(font);
    if (before !== undefined) return before;
    const its = isLying(font);
    known.set(font, its);
    return its;
  };
  return tree.pages.flatMap((page, index) => (fontsOf(page).some(lies) ? [index + 1] : []));
}

function fontsOf(page: PDFDict): PDFDict[] {
  const fonts: PDFDict[] = [];
  const seen = new Set<unknown>();
  const visit = (resources: unknown, depth: number) => {
    if (!(resources instanceof PDFDict) || depth > DEEPEST_FORM || seen.has(resources)) return;
    seen.add(resources);
    fonts.push(...dictionariesOf(resources.lookup(PDFName.of('Font'))));
    const objects = resources.lookup(PDFName.of('XObject'));
    if (!(objects instanceof PDFDict)) return;
    for (const name of objects.keys()) {
      const object = objects.lookup(name);
      if (object instanceof PDFRawStream) visit(object.dict.lookup(PDFName.of('Resources')), depth + 1);
    }
  };
  let node: PDFDict | undefined = page;
  for (let level = 0; level < 100 && node; level++) {
    visit(node.lookup(PDFName.of('Resources')), 0);
    const parent: unknown = node.lookup(PDFName.of('Parent'));
    node = parent instanceof PDFDict ? parent : undefined;
  }
  return fonts;
}

function dictionariesOf(resources: unknown): PDFDict[] {
  if (!(resources instanceof PDFDict)) return [];
  return resources.keys().flatMap((name) => {
    const font = resources.lookup(name);
    return font instanceof PDFDict ? [font] : [];
  });
}

function isLying(font: PDFDict): boolean {
  const subtype = nameOf(font, 'Subtype');
  // Its glyphs are drawings: what they look like, no name says.
  if (subtype === 'Type3') return true;
  const map = font.lookup(PDFName.of('ToUnicode'));
  if (!(map instanceof PDFRawStream)) return false;
  const said = mappedTexts(map);
  if (subtype !== 'Type0') {
    const names = namesOfCodes(font);
    return [...said].some(([code, text]) => differs(text, names(code)));
  }
  const glyphs = glyphsOf(font);
  return glyphs !== undefined && [...said].some(([code, text]) => differs(text, glyphs(code)));
}

/** Of characters that a value could be of, whether the font itself knows the glyph as others only. */
function differs(said: string, known: readonly string[]): boolean {
  const plain = said.normalize('NFKC');
  const others = known.filter((each) => COMPARED.test(each));
  return COMPARED.test(plain) && others.length > 0 && !others.includes(plain);
}

/** What a font's encoding names the glyph of a code. Of one that is in the font alone, nothing is known. */
function namesOfCodes(font: PDFDict): (code: number) => readonly string[] {
  const encoding = font.lookup(PDFName.of('Encoding'));
  const named = new Map<number, string>();
  const differences = encoding instanceof PDFDict ? encoding.lookup(PDFName.of('Differences')) : undefined;
  if (differences instanceof PDFArray) {
    let code = 0;
    for (const each of differences.asArray()) {
      if (each instanceof PDFNumber) code = each.asNumber();
      else if (each instanceof PDFName) named.set(code++, characterOf(each.decodeText()));
    }
  }
  const descriptor = font.lookup(PDFName.of('FontDescriptor'));
  const embedded =
    descriptor instanceof PDFDict &&
    ['FontFile', 'FontFile2', 'FontFile3'].some((key) => descriptor.has(PDFName.of(key)));
  const base = encoding instanceof PDFDict ? encoding.lookup(PDFName.of('BaseEncoding')) : encoding;
  const isKnown = base instanceof PDFName || !embedded;
  const isSymbols = /Symbol|Dingbats|Wingdings/i.test(nameOf(font, 'BaseFont'));
  return (code) => {
    const own = named.get(code);
    if (own !== undefined) return own === '' ? [] : [own];
    // In every encoding that PDF knows, figures and letters have the codes of ASCII.
    return isKnown && !isSymbols && code < 0x7f ? [String.fromCharCode(code)] : [];
  };
}

function characterOf(glyph: string): string {
  const digit = DIGIT_NAMES.indexOf(glyph.replace(/\..*$/, ''));
  if (digit !== -1) return String(digit);
  const [, hex] = /^(?:uni|u)([0-9A-F]{4,6})(?:\.|$)/.exec(glyph) ?? [];
  if (hex !== undefined) return String.fromCodePoint(Math.min(0x10ffff, Number.parseInt(hex, 16)));
  // `A`, and `G`, `a` and so on of subsets whose glyphs are numbered are letters by themselves.
  return /^[A-Za-z](?:\.|$)/.test(glyph) ? glyph.charAt(0) : '';
}

/** What the embedded font's own table says of the glyph of a code; undefined where it has none. */
function glyphsOf(font: PDFDict): ((code: number) => readonly string[]) | undefined {
  // Of another encoding, a code is no glyph's number.
  if (!/^Identity-[HV]$/.test(nameOf(font, 'Encoding'))) return undefined;
  const descendants = font.lookup(PDFName.of('DescendantFonts'));
  const descendant = descendants instanceof PDFArray ? descendants.lookup(0) : undefined;
  if (!(descendant instanceof PDFDict) || nameOf(descendant, 'Subtype') !== 'CIDFontType2') return undefined;
  const map = descendant.lookup(PDFName.of('CIDToGIDMap'));
  const numbers = map instanceof PDFRawStream ? decoded(map) : undefined;
  const descriptor = descendant.lookup(PDFName.of('FontDescriptor'));
  const program = descriptor instanceof PDFDict ? descriptor.lookup(PDFName.of('FontFile2')) : undefined;
  const data = program instanceof PDFRawStream ? decoded(program) : undefined;
  const glyphs = data && glyphsOfTrueType(data);
  if (!glyphs) return undefined;
  return (code) => {
    const glyph = !numbers ? code : 2 * code + 1 < numbers.length ? numbers.readUInt16BE(2 * code) : 0;
    return glyphs.get(glyph) ?? [];
  };
}

/** The codes that a map gives one character each, with it. */
function mappedTexts(map: PDFRawStream): Map<number, string> {
  const texts = new Map<number, string>();
  const text = decoded(map)?.toString('latin1') ?? '';
  const set = (code: number, hex: string, more = 0) => {
    if (texts.size < MAX_CODES && hex.length === 4) {
      texts.set(code, String.fromCharCode(Number.parseInt(hex, 16) + more));
    }
  };
  for (const [, body = ''] of text.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
    for (const [, code = '', to = ''] of body.matchAll(/<([\da-f]+)>\s*<([\da-f]+)>/gi))
      set(Number.parseInt(code, 16), to);
  }
  for (const [, body = ''] of text.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
    const ranges = body.matchAll(/<([\da-f]+)>\s*<([\da-f]+)>\s*(?:<([\da-f]+)>|\[([^\]]*)\])/gi);
    for (const [, low = '', high = '', to, list = ''] of ranges) {
      const [first, last] = [Number.parseInt(low, 16), Number.parseInt(high, 16)];
      const each = [...list.matchAll(/<([\da-f]+)>/gi)].map(([, hex = '']) => hex);
      for (let code = first; code <= last && code - first < MAX_CODES; code++) {
        if (to === undefined) set(code, each[code - first] ?? '');
        else set(code, to, code - first);
      }
    }
  }
  return texts;
}

function decoded({ contents }: PDFRawStream): Buffer | undefined {
  const data = decodedByLook(Buffer.from(contents.buffer, contents.byteOffset, contents.byteLength), MAX_FONT_BYTES);
  return data instanceof Buffer ? data : undefined;
}

function nameOf(dictionary: PDFDict, key: string): string {
  const name = dictionary.lookup(PDFName.of(key));
  return name instanceof PDFName ? name.decodeText() : '';
}
