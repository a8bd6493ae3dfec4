import type { Line, Piece, Segment } from './positioned-text.ts';

/** A wrapped line follows within this many font sizes. */
const WRAP = 1.75;
/** A column's lines begin this near each other. Points. */
const SAME_X = 3;
/** A word that a line breaks, and its rest on the next line. */
const BROKEN = /(?:^|\s)((?:[\p{L}\p{N}.&]+-)*\p{L}{2,})-$/u;
const REST = /^(\p{Ll}{2,}[^\s]*)\s*/u;
const ENDS_BROKEN = /[\p{L}\p{N}]-$/u;
/** What stands before a hyphen that is always written, in the languages that are read. */
const HYPHENATED =
  /^(?:semi|non|mid|pre|post|sub|self|cross|ex|anti|bi|half|quarter|year|day|month|two|three|six|twelve|over-the|knock|roll|buy|sell|call|put|up|cut|cash|co|inter|multi|long|short|fixed|floating|first|second|mark-to|at|in|out|pay|swap|break|step|spot|net|re|so|sous|mi|vice|quasi|anglo|franco|e)$/i;
/** `Zins- und Währungsswap`: the hyphen stands for a part that follows. */
const JOINS_PARTS = /^(?:und|oder|bzw|and|or|to|et|ou|y|o|e|bis)\b/i;
/** Codes keep their hyphens: `USD-SOFR-OIS`, `LT7X-B17`. */
const CODE = /^(?:[\p{Lu}\p{N}]+-)*(?=[\p{Lu}\p{N}]*[\p{Lu}\p{N}])[\p{Lu}\p{N}]{2,}$/u;
const REST_OF_CODE = /^([\p{Lu}\p{N}][\p{L}\p{N}-]*)\s*/u;

/** Rejoins the words that line ends break, in columns and paragraphs alike; hyphens that belong to a word stay. */
export function withoutBrokenWords(lines: readonly Line[]): readonly Line[] {
  if (!lines.some(({ segments }) => segments.some(({ text }) => ENDS_BROKEN.test(text)))) return lines;
  const words = wordsOf(lines);
  const joined = [...lines];
  for (let index = 0; index < joined.length; index++) {
    const { segments = [] } = joined[index] ?? {};
    for (let at = 0; at < segments.length; at++) joinWordOf(joined, index, at, words);
  }
  return joined.filter(({ segments }) => segments.length > 0);
}

/** Moves the rest of the word that a segment ends in up from the line where it stands. */
function joinWordOf(lines: Line[], index: number, at: number, words: ReadonlySet<string>): void {
  const line = lines[index];
  const segment = line?.segments[at];
  if (!line || !segment?.text.endsWith('-')) return;
  const below = continuationOf(lines, index, segment);
  const next = below && lines[below.line];
  const rest = below && next?.segments[below.segment];
  if (!next || !rest) return;
  const join = joinOf(segment.text, rest.text, words);
  if (!join) return;
  const [upper, lower] = moved(segment, rest, join.length, join.hyphen);
  lines[index] = { ...line, segments: line.segments.with(at, upper) };
  lines[below.line] = {
    ...next,
    segments: next.segments.flatMap((each) => (each !== rest ? [each] : lower ? [lower] : [])),
  };
}

/** The segment below one that goes on with it: the next that begins at the same place. */
function continuationOf(lines: readonly Line[], index: number, { x }: Segment) {
  const line = lines[index];
  if (!line) return undefined;
  for (let below = index + 1; below < lines.length; below++) {
    const next = lines[below];
    if (!next || next.page !== line.page || next.y - line.y > WRAP * line.height) return undefined;
    const segment = next.segments.findIndex((candidate) => Math.abs(candidate.x - x) < SAME_X);
    if (segment !== -1) return { line: below, segment };
    // The first line of a paragraph may be indented.
    if (line.segments.length === 1 && next.segments.length === 1) return { line: below, segment: 0 };
  }
  return undefined;
}

/** How many characters of the rest belong to the word, and whether its hyphen stays. */
function joinOf(
  text: string,
  rest: string,
  words: ReadonlySet<string>,
): { length: number; hyphen: boolean } | undefined {
  if (JOINS_PARTS.test(rest)) return undefined;
  const [, start] = BROKEN.exec(text) ?? [];
  const [, end] = REST.exec(rest) ?? [];
  if (start !== undefined && end !== undefined) return { length: end.length, hyphen: keepsHyphen(start, end, words) };
  const code = /(\S+)-$/.exec(text)?.[1] ?? '';
  const [, more] = REST_OF_CODE.exec(rest) ?? [];
  const isCode = CODE.test(code) && (code.includes('-') || /\d/.test(code));
  return isCode && more !== undefined ? { length: more.length, hyphen: true } : undefined;
}

function keepsHyphen(start: string, end: string, words: ReadonlySet<string>): boolean {
  const [first, last] = [start.toLowerCase(), end.toLowerCase().replace(/[^\p{L}\p{N}-]+$/u, '')];
  if (words.has(`${first}-${last}`)) return true;
  if (words.has(first + last)) return false;
  if (HYPHENATED.test(first)) return true;
  return first.length > 2 && words.has(first) && words.has(last);
}

/** Every word that the document prints on one line. */
function wordsOf(lines: readonly Line[]): ReadonlySet<string> {
  const words = new Set<string>();
  for (const { segments } of lines) {
    for (const { text } of segments) {
      const whole = text.replace(/\S+-$/, '').toLowerCase();
      for (const [word] of whole.matchAll(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu)) words.add(word);
    }
  }
  return words;
}

function moved(upper: Segment, lower: Segment, length: number, hyphen: boolean): [Segment, Segment | undefined] {
  const kept = hyphen ? upper.text : upper.text.slice(0, -1);
  const upperPieces = (upper.pieces ?? []).map((piece) => cut(piece, 0, kept.length - piece.at));
  const word = (lower.pieces ?? []).filter(({ at }) => at < length);
  const joined = {
    ...upper,
    text: kept + lower.text.slice(0, length),
    printed: kept + lower.text.slice(0, length),
    pieces: [
      ...upperPieces,
      ...word.map((piece) => ({ ...cut(piece, 0, length - piece.at), at: piece.at + kept.length })),
    ],
  };
  const after = lower.text.slice(length);
  const rest = after.trimStart();
  if (rest === '') return [joined, undefined];
  const from = lower.text.length - rest.length;
  const pieces = (lower.pieces ?? [])
    .filter(({ at, edges }) => at + edges.length - 1 > from)
    .map((piece) => ({
      ...cut(piece, Math.max(0, from - piece.at), piece.edges.length),
      at: Math.max(0, piece.at - from),
    }));
  // It still begins its line of the column.
  return [joined, { ...lower, text: rest, printed: rest, pieces }];
}

/** The characters of a piece from one to before another. */
function cut(piece: Piece, from: number, to: number): Piece {
  return { ...piece, edges: piece.edges.slice(from, to + 1) };
}
