import type { Box } from '@trade-matching/domain';
import { type Line, lineText, type PositionedText, type Segment } from '../../read/positioned-text.ts';
import { boxOf, type LooseLine } from './entry.ts';

/** The function with its answer kept for as long as the document is: several readers ask for the same of one text. */
function oncePerText(answer: (text: PositionedText) => string): (text: PositionedText) => string {
  const known = new WeakMap<PositionedText, string>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const now = answer(text);
    known.set(text, now);
    return now;
  };
}

/** Lines as one run of text. */
const joined = (lines: readonly Line[]): string => inOneSpacing(lines.map(lineText).join(' '));
export const MORE_THAN_A_SPACE = /\s{2,}|[^\S ]/g;

/** In one spacing; the groups of a number that a sentence parts by spaces, `EUR 15 000 000`, by an apostrophe. */
const inOneSpacing = (text: string): string =>
  text.replace(MORE_THAN_A_SPACE, ' ').replace(GROUPS_BY_SPACES, (number) => number.replace(/(\d) (?=\d)/g, "$1'"));
const GROUPS_BY_SPACES =
  /(?<=(?:\b[A-Z]{3}|US\$|[$€£])\s?)\d{1,3}(?: \d{3})+(?![\d'’])|(?<![\d.,+(/-]|\d )\d{1,3}(?: \d{3})+(?=[,.]\d{2}(?!\d)|\s?(?:[A-Z]{3}\b|[€£$]|[Ee]uros?\b|\p{L}{2,6}\/))/gu;
/** How the groups of numbers are parted, for what is sought as it is printed. */
export const inOneGrouping = (text: string): string => text.replace(/(\d)['’ ](?=\d{3}(?!\d))/g, "$1'");

/** The whole text as one run of sentences, for what is said in prose. */
export const proseOf: (text: PositionedText) => string = oncePerText(({ lines }) =>
  inOneSpacing(
    lines.map((line, i) => (endsARow(line, lines[i + 1]) ? `${lineText(line)}.` : lineText(line))).join(' '),
  ),
);

/** A row of a table, below which a sentence begins: its last cell is none of the sentence's words. */
function endsARow(line: Line, next: Line | undefined): boolean {
  if (line.segments.length !== 2 || next?.segments.length !== 1) return false;
  return (
    !/[.,;:–—-]$/.test(lineText(line)) &&
    WHOLE_SENTENCE_BEGINS.test(lineText(next)) &&
    lineText(next).length >= SENTENCE_LENGTH
  );
}

/** `Norwood pays …`, `Die Bank zahlt …`. */
const WHOLE_SENTENCE_BEGINS = /^\p{Lu}[\p{L}’'&-]*\s(?!.*:\s)/u;

const SENTENCE_LENGTH = 50;

/** A sentence on one line, numbered or not: `6. The fixed rate is 2.4475% per annum.` */
const WHOLE_SENTENCE =
  /^\(?(?:\w{1,3}[.)]\s+)?\p{Lu}[\p{Ll}’]*\s(?:[^.:]|\.(?=\d)){0,60}\b(?:is|are|was|will|shall|pays?|receives?|buys?|sells?|starts|ends|begins|acts)\b.*\.\)?$/u;

/** `(b)` set apart from its clause. */
const withoutNumber = (segments: PositionedText['lines'][number]['segments']) =>
  segments.length > 1 && /^\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})[.)]$/i.test(segments[0]?.text ?? '')
    ? segments.slice(1)
    : segments;

/** The paragraphs of a text alone: lines of one long run, and the line that ends each. Rows of a table make no sentence. */
export const sentencesOf: (text: PositionedText) => string = oncePerText(({ lines }) => {
  const isLong = (segments: readonly Segment[] | undefined) =>
    segments?.length === 1 && (segments[0]?.text.length ?? 0) >= SENTENCE_LENGTH;
  const kept = lines.filter(({ segments: all }, i) => {
    const segments = withoutNumber(all);
    if (segments.length === 1 && (isLong(segments) || isLong(withoutNumber(lines[i - 1]?.segments ?? [])))) return true;
    return WHOLE_SENTENCE.test(segments.map(({ text }) => text).join(' '));
  });
  return joined(kept);
});

/** The boxes of the characters of a line from one to another place in its text. */
export function boxesOfCharacters(line: Line, from: number, to: number): Box[] {
  let at = 0;
  return line.segments.flatMap((segment) => {
    const [start, length] = [at, segment.text.length];
    at += length + 1;
    const [begin, end] = [Math.max(0, from - start), Math.min(length, to - start)];
    return end > begin ? [boxOf(line, segment, begin, end)] : [];
  });
}

/** A sentence of a paragraph, with where it stands. */
export interface Sentence {
  readonly text: string;
  readonly page: number;
  readonly line: number;
  /** Every line of the page that it takes. */
  readonly lines: readonly number[];
  readonly boxes: readonly Box[];
  readonly section: string;
}

const WRAP = 1.9;
const ENDS = /(?<=[\p{L})\d%"”’][.;!?]["”’)]?)\s+(?=[\p{Lu}“"(])/u;
const ABBREVIATED = /(?:\b(?:Inc|Ltd|Co|Corp|No|Nos|Ref|St|Mr|Ms|Mrs|Dr|per cent|cf|vs|Art|Sec|approx)|\b\p{L})\.$/u;

/** The sentences of the lines that are part of no entry, each with its place. */
export function sentencesOfLines(loose: readonly LooseLine[]): Sentence[] {
  const sentences: Sentence[] = [];
  let paragraph: LooseLine[] = [];
  const flush = () => {
    if (paragraph.length > 0) sentences.push(...sentencesOfParagraph(paragraph));
    paragraph = [];
  };
  for (const line of loose) {
    const last = paragraph.at(-1);
    const goesOn =
      last &&
      !line.isHeading &&
      last.line.page === line.line.page &&
      line.line.y - last.line.y <= WRAP * Math.max(line.line.height, last.line.height) &&
      line.line.segments.length === 1 &&
      last.line.segments.length === 1 &&
      lineText(last.line).length >= SENTENCE_LENGTH;
    if (!goesOn) flush();
    if (!line.isHeading) paragraph.push(line);
  }
  flush();
  return sentences;
}

function sentencesOfParagraph(lines: readonly LooseLine[]): Sentence[] {
  const pieces: { text: string; from: number; to: number }[] = [];
  let whole = '';
  const starts = lines.map(({ line }) => {
    const at = whole.length;
    whole += `${lineText(line)} `;
    return at;
  });
  let at = 0;
  for (const part of whole.trimEnd().split(ENDS)) {
    const from = whole.indexOf(part, at);
    at = from + part.length;
    const last = pieces.at(-1);
    if (last && ABBREVIATED.test(last.text)) {
      last.text = whole.slice(last.from, at);
      last.to = at;
    } else pieces.push({ text: part, from, to: at });
  }
  return pieces.flatMap(({ text, from, to }) => {
    const covered = lines.filter((_, i) => (starts[i] ?? 0) < to && (starts[i + 1] ?? whole.length) > from);
    const [first] = covered;
    if (!first) return [];
    return {
      // `… 2029. 3.`: the number of the next clause.
      text: text.trim().replace(/(?<=[.;])\s+\(?(?:\d{1,2}|[a-z])[.)]$/, ''),
      page: first.line.page,
      line: first.line.number,
      lines: covered.map(({ line }) => line.number),
      boxes: covered.flatMap(({ line }) => {
        const start = starts[lines.findIndex((other) => other.line === line)] ?? 0;
        return boxesOfCharacters(line, from - start, to - start);
      }),
      section: first.section,
    };
  });
}
