import type { Box, Flag } from '@trade-matching/domain';
import { harmlessStamp, stampWords } from './stamp-words.ts';

/** Something on a page that changes what its text says, or how it may be taken. */
export interface DocumentMark {
  /**
   * - `stamp`: text across the page or behind it, or a Stamp or Watermark annotation;
   * - `struck`: text that a line goes through;
   * - `crossed`: lines across text, which may void it;
   * - `annotation`: what somebody wrote or drew on the page with a PDF editor;
   * - `turned`: text along the margin.
   */
  readonly kind: 'stamp' | 'struck' | 'crossed' | 'annotation' | 'turned';
  /** 1-based. */
  readonly page: number;
  readonly box: Box;
  /** What it says, or what it strikes out. */
  readonly text: string;
  /** Of an annotation: `FreeText`, `Highlight`, … */
  readonly type?: string;
}

/** Flags are for people: they say the first few and how many more there are. */
const MAX_FLAGS_A_KIND = 5;
const LONGEST_QUOTE = 120;

/** What a person has to know of a document's marks. */
export function flagsOfMarks(marks: readonly DocumentMark[]): Flag[] {
  const flags: Flag[] = [];
  const counts = new Map<string, number>();
  for (const mark of marks) {
    const flag = flagOf(mark);
    if (!flag || flags.some(({ message }) => message === flag.message)) continue;
    const count = (counts.get(mark.kind) ?? 0) + 1;
    counts.set(mark.kind, count);
    if (count <= MAX_FLAGS_A_KIND) flags.push(flag);
  }
  return flags;
}

function flagOf(mark: DocumentMark): Flag | undefined {
  const where = `on page ${mark.page}`;
  const quoted = mark.text === '' ? '' : `: "${shortened(mark.text)}"`;
  switch (mark.kind) {
    case 'stamp': {
      const { severity } = stampWords(mark.text);
      if (severity === undefined && harmlessStamp(mark.text)) return undefined;
      return { code: 'STAMPED', severity: severity ?? 'review', message: `The document is stamped ${where}${quoted}` };
    }
    case 'struck':
      return { code: 'MARKED_UP', severity: 'review', message: `Text is struck through ${where}${quoted}` };
    case 'crossed':
      return { code: 'MARKED_UP', severity: 'review', message: `Lines are drawn across text ${where}${quoted}` };
    case 'annotation':
      return {
        code: 'MARKED_UP',
        severity: 'review',
        message: `The document has a ${mark.type} annotation ${where}${quoted}`,
      };
    case 'turned': {
      const { severity } = stampWords(mark.text);
      return severity && { code: 'STAMPED', severity, message: `The document is stamped ${where}${quoted}` };
    }
  }
}

function shortened(text: string): string {
  return text.length <= LONGEST_QUOTE ? text : `${text.slice(0, LONGEST_QUOTE - 1)}…`;
}
