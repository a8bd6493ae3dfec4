import { catalog, pdf, stream } from './raw-pdf.ts';

/** Pages with what confirmations are marked up with: lines, bars, stamps, turned and grey text, annotations. */

export interface DrawnPage {
  /** `[left, bottom, right, top]` in points; upright A4 where not given. */
  readonly mediaBox?: readonly number[];
  readonly cropBox?: readonly number[];
  /** Degrees to the right by which the page is shown turned. */
  readonly rotate?: 0 | 90 | 180 | 270;
  /** As `annotation` writes them. */
  readonly annotations?: readonly string[];
}

export interface TextStyle {
  readonly size?: number;
  /** `0.8 g`, `1 0 0 rg`: the operators that set its colour. */
  readonly color?: string;
  /** Degrees to the left. */
  readonly angle?: number;
  /** Points between letters, beyond what the font has. */
  readonly spacing?: number;
  readonly font?: 'Helvetica' | 'Courier';
}

const A4 = [0, 0, 595, 842];
/** The picture of every Stamp annotation is this object. */
const APPEARANCE = 7;

/** A PDF of one page with these operators; `stamp` is the text that its Stamp annotations show. */
export function drawnPdf(
  content: readonly string[],
  { mediaBox = A4, cropBox, rotate = 0, annotations = [] }: DrawnPage = {},
  stamp = 'VOID',
): Buffer {
  const fonts = '/Resources<</Font<</F0 5 0 R/F1 6 0 R>>/ExtGState<</Faint<</ca 0.3>>/Multiply<</BM/Multiply>>>>>>';
  const crop = cropBox ? `/CropBox[${cropBox.join(' ')}]` : '';
  return pdf([
    catalog(''),
    '<</Type/Pages/Count 1/Kids[3 0 R]>>',
    `<</Type/Page/Parent 2 0 R/MediaBox[${mediaBox.join(' ')}]${crop}/Rotate ${rotate}${fonts}/Contents 4 0 R/Annots[${annotations.join('')}]>>`,
    stream('', Buffer.from(content.join('\n'), 'latin1')),
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>',
    '<</Type/Font/Subtype/Type1/BaseFont/Courier/Encoding/WinAnsiEncoding>>',
    stream(
      `/Type/XObject/Subtype/Form/BBox[0 0 200 40]${fonts}`,
      Buffer.from(`BT /F0 20 Tf 1 0 0 rg 5 10 Td (${stamp}) Tj ET`),
    ),
  ]);
}

/** Text at a place, in points from the bottom left. */
export function drawnText(text: string, x: number, y: number, style: TextStyle = {}): string {
  const { size = 10, color = '0 g', angle = 0, spacing = 0, font = 'Helvetica' } = style;
  const [cos, sin] = [Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180)];
  const matrix = [cos, sin, -sin, cos, x, y].map((number) => number.toFixed(4)).join(' ');
  const escaped = text.replace(/[()\\]/g, '\\$&');
  return `q ${color} BT /${font === 'Courier' ? 'F1' : 'F0'} ${size} Tf ${spacing} Tc ${matrix} Tm (${escaped}) Tj ET Q`;
}

/** Text whose letters are placed one by one, without spaces: each as far from the one before as `gap` says, in points. */
export function placedLetters(text: string, x: number, y: number, gap: (index: number) => number, size = 10): string {
  let at = x;
  const letters: string[] = [];
  for (const [index, letter] of [...text].entries()) {
    if (letter !== ' ') letters.push(drawnText(letter, at, y, { size, font: 'Courier' }));
    at += size * COURIER_WIDTH + gap(index);
  }
  return letters.join('\n');
}

const COURIER_WIDTH = 0.6;

export function drawnLine(x1: number, y1: number, x2: number, y2: number, width = 0.7): string {
  return `q 0 G ${width} w ${x1} ${y1} m ${x2} ${y2} l S Q`;
}

/** A filled rectangle. */
export function drawnBar(x: number, y: number, width: number, height: number, color = '0 g'): string {
  return `q ${color} ${x} ${y} ${width} ${height} re f Q`;
}

/** An annotation over a rectangle `[left, bottom, right, top]`, with its text. */
export function annotation(subtype: string, rect: readonly number[], contents = '', more = ''): string {
  const [left = 0, bottom = 0, right = 0, top = 0] = rect;
  const quads = /^(?:StrikeOut|Highlight|Underline)$/.test(subtype)
    ? `/QuadPoints[${left} ${top} ${right} ${top} ${left} ${bottom} ${right} ${bottom}]`
    : '';
  const shown = subtype === 'Stamp' ? `/AP<</N ${APPEARANCE} 0 R>>` : '';
  return `<</Type/Annot/Subtype/${subtype}/Rect[${rect.join(' ')}]/F 4/Contents(${contents})${quads}${shown}${more}>>`;
}
