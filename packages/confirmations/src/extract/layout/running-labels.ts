import { type Line, lineText } from '../../read/positioned-text.ts';

/** Of the longest line; a line that is shorter ends its paragraph. */
const FULL_LINE = 0.7;
/** A paragraph with fewer labels is a sentence with a colon in it. */
const FEWEST_LABELS = 3;
/** Where a sentence ends and the next begins with a label and its colon. */
const BEFORE_A_LABEL = /(?:(?<=[^\s.]{2}|\d)(?<!(?:^|\s)\d{1,2})\.|(?<=\.\p{L}\.))\s+(?=\p{Lu}[^.:;]{1,48}:\s)/gu;
/** Terms that are parted by semicolons, each label with its colon: `Trade date: 4 May 2027; Roll : following`. */
const SEMICOLON_BEFORE_A_LABEL = /;\s+(?=\p{Lu}[^.:;]{1,48}:\s)/gu;
/** Where a value ends and a sentence begins that has no label. */
const SENTENCE = /(?<=[\p{L}\d]{2})\.\s+(?=\p{Lu}\p{Ll}+)/u;

/**
 * Parts a paragraph in which terms run on, `Trade date: 4 May 2027. Holder: Molino. Writer: Banco Peñalba.`, into a line
 * a term. Where the lines of the paragraph break says nothing there. Other lines stay as they are.
 */
export function partRunningLabels(lines: readonly Line[], isLabel: (text: string) => boolean): readonly Line[] {
  const paragraphs = paragraphsOf(lines);
  // Where one paragraph is written so, others with as many labels are, though fewer of them are known.
  const isUsual = paragraphs.some((paragraph) => linesOf(paragraph, isLabel, FEWEST_LABELS) !== undefined);
  const fewestKnown = isUsual ? 1 : FEWEST_LABELS;
  return paragraphs.flatMap((paragraph) => linesOf(paragraph, isLabel, fewestKnown) ?? paragraph);
}

/** Lines of full width that follow one another, up to one that is shorter; a row of cells stands by itself. */
function paragraphsOf(lines: readonly Line[]): Line[][] {
  const longest = Math.max(0, ...lines.map((line) => lineText(line).length));
  const parted: Line[][] = [];
  let paragraph: Line[] = [];
  const close = () => {
    if (paragraph.length > 0) parted.push(paragraph);
    paragraph = [];
  };
  for (const line of lines) {
    const before = paragraph.at(-1);
    if (line.segments.length !== 1 || (before && (before.page !== line.page || line.y < before.y))) close();
    if (line.segments.length !== 1) {
      parted.push([line]);
      continue;
    }
    paragraph.push(line);
    if (lineText(line).length < longest * FULL_LINE) close();
  }
  close();
  return parted;
}

function linesOf(
  paragraph: readonly Line[],
  isLabel: (text: string) => boolean,
  fewestKnown: number,
): Line[] | undefined {
  const [first] = paragraph;
  if (!first || paragraph.length < 2) return undefined;
  const text = paragraph
    .map(lineText)
    .join(' ')
    .replace(/\s{2,}|[^\S ]/g, ' ');
  // Each label has a colon of its own.
  if (text.split(':').length <= FEWEST_LABELS) return undefined;
  const chunks = text
    .split(SEMICOLON_BEFORE_A_LABEL)
    .flatMap((part) => part.split(BEFORE_A_LABEL))
    .flatMap(withoutSentence);
  const labels = chunks.flatMap((chunk) => /^([^:]{2,50}):\s/.exec(chunk)?.[1] ?? []);
  if (labels.length < FEWEST_LABELS || labels.filter(isLabel).length < fewestKnown) return undefined;
  let at = 0;
  return chunks.map((chunk, i) => {
    const line = lineAt(paragraph, at) ?? first;
    at += chunk.length + 2;
    const [{ x = 0 } = {}] = first.segments;
    return {
      ...line,
      y: first.y + i * first.height * ROW,
      segments: [{ text: chunk, x, right: x + first.height }],
    };
  });
}
/** Rows this far apart, in font sizes, are rows of their own. */
const ROW = 1.2;

/** A value and the sentence behind it, which is no part of it. */
function withoutSentence(chunk: string): string[] {
  const colon = /^[^:]{2,50}:\s/.exec(chunk)?.[0];
  if (colon === undefined) return [chunk];
  const end = SENTENCE.exec(chunk.slice(colon.length));
  if (!end) return [chunk.replace(/(?<=[\p{L}\d]{2})\.$/u, '')];
  const at = colon.length + end.index;
  return [chunk.slice(0, at), chunk.slice(at + end[0].length)];
}

/** The printed line in which a character of the paragraph stands. */
function lineAt(paragraph: readonly Line[], at: number): Line | undefined {
  let end = 0;
  return paragraph.find((line) => {
    end += lineText(line).length + 1;
    return at < end;
  });
}
