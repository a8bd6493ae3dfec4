import { lineText, type PositionedText } from '../../read/positioned-text.ts';

/** The whole text as one run of sentences, for what is said in prose. */
export function proseOf(text: PositionedText): string {
  return text.lines.map(lineText).join(' ').replace(/\s+/g, ' ');
}

const SENTENCE_LENGTH = 50;

/** The paragraphs of a text alone: lines of one long run, and the line that ends each. Rows of a table make no sentence. */
export function sentencesOf(text: PositionedText): string {
  const kept = text.lines.filter(({ segments }, i) => {
    const before = text.lines[i - 1]?.segments;
    const long = (line: typeof segments | undefined) =>
      line?.length === 1 && (line[0]?.text.length ?? 0) >= SENTENCE_LENGTH;
    return segments.length === 1 && (long(segments) || long(before));
  });
  return kept.map(lineText).join(' ').replace(/\s+/g, ' ');
}
