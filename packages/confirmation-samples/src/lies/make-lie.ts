import type { Trade } from '@trade-matching/domain';
import { PAGE, type PlacedText } from '../pdf/pdf-writer.ts';
import { catalog, pdf, stream } from '../pdf/raw-pdf.ts';
import { LAY_OUT } from '../render/layouts.ts';
import { samplePair } from '../render/sample-trades.ts';
import { drawnFigures, figureProcedure } from './drawn-figures.ts';
import { pictureOfText } from './picture-of-text.ts';

/**
 * How the text of a document says another figure than its page shows.
 * - `font`: a font draws one digit as another, and maps its code to the first;
 * - `drawings`: the same with a font whose glyphs are drawings;
 * - `picture`: a picture of the figure lies over the text;
 * - `drawn`: the text is painted over with a form that is no rectangle, and the figure is drawn there;
 * - `kerned`: digits are moved back by steps so small that no word ends;
 * - `clipped`: a clip of any form cuts off the first digits.
 */
export const LIE_KINDS = ['font', 'drawings', 'picture', 'drawn', 'kerned', 'clipped'] as const;

export type LieKind = (typeof LIE_KINDS)[number];

/** A document that lies about its notional. */
export interface Lie {
  readonly bytes: Uint8Array;
  readonly trade: Trade;
  /** The figure as its text says it, and as its page shows it. */
  readonly said: string;
  readonly shown: string;
}

const SIZE = 10;
/** Of Helvetica, in font sizes: a digit, and a comma or a point. */
const [DIGIT, MARK] = [0.556, 0.278];
const DIGIT_NAMES = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
/** Digits that stand for one another. */
const EXCHANGED: Readonly<Record<string, string>> = { '1': '7', '7': '1', '2': '5', '5': '2', '3': '4', '4': '3' };
const FURTHER: Readonly<Record<string, string>> = { '6': '2', '8': '4', '9': '3' };

/** The letter of a trade that says one notional and shows another. The same kind and seed give the same file. */
export async function makeLie(kind: LieKind, seed: number): Promise<Lie> {
  const { bank } = samplePair(2 * seed);
  const notional = `${(seed * 7) % 9 || 1}${(seed % 4) + 1}000000.00`;
  const trade = { ...bank, notional };
  const said = Number(notional).toLocaleString('en-US', { minimumFractionDigits: 2 });
  const texts = LAY_OUT.letter(trade);
  const place = texts.find(({ text }) => text.includes(said));
  if (!place) throw new Error(`The letter does not print ${said}.`);
  const before = place.text.slice(0, place.text.indexOf(said));
  const x = place.x + widthOf(before);
  const { content, shown, objects } = await figureBy(kind, said, x, place.y);
  const others = texts.map((text) => (text === place ? { ...text, text: before.trimEnd() } : text));
  const page = [...others.filter(({ text }) => text !== '').map(operatorsOf), content].join('\n');
  return { bytes: fileOf(page, objects), trade, said, shown };
}

interface Figure {
  readonly content: string;
  readonly shown: string;
  /** What stands as the object `/Lie` among the page's fonts or pictures, and the objects after it. */
  readonly objects: readonly (string | Buffer)[];
}

async function figureBy(kind: LieKind, said: string, x: number, y: number): Promise<Figure> {
  const plain = `BT /F0 ${SIZE} Tf ${x} ${y} Td (${said}) Tj ET`;
  const shown = exchanged(said);
  switch (kind) {
    case 'font':
      return { content: plain.replace('/F0', '/Lie'), shown, objects: lyingFont() };
    case 'drawings':
      return { content: plain.replace('/F0', '/Lie'), shown, objects: fontOfDrawings() };
    case 'picture': {
      const [width, height] = [widthOf(said) + 4, SIZE * 1.3];
      const picture = await pictureOfText(shown, width, height, SIZE);
      return {
        content: `${plain}\nq ${width} 0 0 ${height} ${x - 1} ${y - 3} cm /Lie Do Q`,
        shown,
        objects: [picture],
      };
    }
    case 'drawn': {
      const [right, top] = [x + widthOf(said) + 2, y + SIZE];
      const over = `1 g ${x - 1} ${y - 2} m ${right} ${y - 2} l ${right} ${top} l ${x + 20} ${top + 1} l ${x - 1} ${top} l f`;
      return { content: `${plain}\nq ${over} Q\n${drawnFigures(shown, x, y, SIZE)}`, shown, objects: [] };
    }
    case 'kerned': {
      const [first = '', second = ''] = said;
      const steps = (thousandths: number) =>
        Array.from({ length: Math.abs(thousandths) / 100 }, () => Math.sign(thousandths) * 100);
      const back = steps(1100).join(' ');
      const on = steps(-1100).join(' ');
      const gap = 0.556 * SIZE;
      const content = `BT /F0 ${SIZE} Tf ${x + gap} ${y} Td [(${first}) ${back} (${second}) ${on} (${said.slice(2)})] TJ ET`;
      return { content, shown: `${second}${first}${said.slice(2)}`, objects: [] };
    }
    case 'clipped': {
      const [left, right] = [x + DIGIT * SIZE, x + widthOf(said) + 5];
      const clip = `${left} ${y - 3} m ${right} ${y - 3} l ${right + 3} ${y + 4} l ${right} ${y + SIZE} l ${left} ${y + SIZE} l W n`;
      return { content: `q ${clip} ${plain} Q`, shown: said.slice(1), objects: [] };
    }
  }
}

/** Helvetica under an encoding that draws digits as others, with a map that takes them back. */
function lyingFont(): Buffer[] {
  const names = [...'0123456789'].map((digit) => `/${DIGIT_NAMES[Number(exchanged(digit))]}`).join('');
  const font = `<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding<</BaseEncoding/WinAnsiEncoding/Differences[48${names}]>>/ToUnicode 7 0 R>>`;
  return [Buffer.from(font), toUnicode()];
}

/** A font whose digits are drawn as others than its names say. */
function fontOfDrawings(): Buffer[] {
  const named = [...'0123456789'].map((digit) => [DIGIT_NAMES[Number(digit)] ?? '', exchanged(digit)] as const);
  const glyphs = [...named, ['comma', ','] as const, ['period', '.'] as const];
  const procedures = glyphs.map(([name], i) => `/${name} ${8 + i} 0 R`).join('');
  const widths = Array.from({ length: 14 }, (_, i) => (i === 0 || i === 2 ? 1000 * MARK : 1000 * DIGIT)).join(' ');
  const font = `<</Type/Font/Subtype/Type3/FontBBox[0 -200 1000 1000]/FontMatrix[0.001 0 0 0.001 0 0]/FirstChar 44/LastChar 57/Widths[${widths}]/Resources<<>>/CharProcs<<${procedures}>>/Encoding<</Differences[44/comma 46/period 48${named.map(([name]) => `/${name}`).join('')}]>>/ToUnicode 7 0 R>>`;
  const drawings = glyphs.map(([, figure]) =>
    stream('', Buffer.from(figureProcedure(figure, (1000 * widthOf(figure)) / SIZE))),
  );
  return [Buffer.from(font), toUnicode(), ...drawings];
}

function toUnicode(): Buffer {
  const map = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Lie def 1 begincodespacerange <00> <FF> endcodespacerange 1 beginbfrange <20> <7E> <0020> endbfrange endcmap end end`;
  return stream('', Buffer.from(map));
}

function fileOf(content: string, objects: readonly (string | Buffer)[]): Uint8Array {
  const [first = ''] = objects;
  const isPicture = first.toString('latin1').includes('/Image');
  const lie = objects.length === 0 ? '' : '/Lie 6 0 R';
  const named = isPicture ? `>>/XObject<<${lie}` : lie;
  return pdf([
    catalog(''),
    '<</Type/Pages/Count 1/Kids[3 0 R]>>',
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${PAGE.width} ${PAGE.height}]/Resources<</Font<</F0 5 0 R${named}>>>>/Contents 4 0 R>>`,
    stream('', Buffer.from(content, 'latin1')),
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>',
    ...objects,
  ]);
}

function operatorsOf({ text, x, y, size }: PlacedText): string {
  return `BT /F0 ${size} Tf ${x} ${y} Td (${text.replace(/[()\\]/g, '\\$&')}) Tj ET`;
}

function exchanged(figure: string): string {
  return figure.replace(/\d/g, (digit) => EXCHANGED[digit] ?? FURTHER[digit] ?? digit);
}

/** Of figures, their marks, spaces, and a currency's three capitals, in Helvetica. Points. */
function widthOf(text: string): number {
  let width = 0;
  for (const character of text) {
    if (/\d/.test(character)) width += DIGIT;
    else if (/[A-Z]/.test(character)) width += CAPITAL;
    else width += MARK;
  }
  return width * SIZE;
}

/** Of the widest capital of a currency's code, near enough. */
const CAPITAL = 0.722;
