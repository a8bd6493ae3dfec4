import type { Box, Flag } from '@trade-matching/domain';
import { maySayATerm } from './pictures.ts';
import { harmlessStamp, stampWords } from './stamp-words.ts';

/** Something on a page that changes what its text says, or how it may be taken. */
export interface DocumentMark {
  /**
   * - `stamp`: text across the page or behind it, or a Stamp or Watermark annotation;
   * - `struck`: text that a line goes through;
   * - `crossed`: lines across text, which may void it;
   * - `annotation`: what somebody wrote or drew on the page with a PDF editor;
   * - `turned`: text along the margin;
   * - `picture`: a picture on a page of text, in which terms may stand.
   */
  readonly kind: 'stamp' | 'struck' | 'crossed' | 'annotation' | 'turned' | 'picture';
  /** 1-based. */
  readonly page: number;
  readonly box: Box;
  /** What it says, or what it strikes out. */
  readonly text: string;
  /** Of an annotation: `FreeText`, `Highlight`, …; of turned text, `repeated` where the page says it level as well. */
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
      if (severity) return { code: 'STAMPED', severity, message: `The document is stamped ${where}${quoted}` };
      if (mark.type === 'repeated' || harmlessStamp(mark.text) || !maySayATerm(mark.text)) return undefined;
      return {
        code: 'UNREAD_VALUE',
        severity: 'review',
        message: `Text along the margin was not read ${where}${quoted}`,
      };
    }
    case 'picture':
      return {
        code: 'UNREAD_VALUE',
        severity: 'review',
        message: `A picture was not read ${where}, ${placed(mark.box)}: terms may stand in it`,
      };
  }
}

/** Where somebody has to look, in points. */
const placed = ({ x, y, width, height }: Box): string =>
  `${Math.round(x)} from the left and ${Math.round(y)} from the top, ${Math.round(width)} by ${Math.round(height)} points`;

function shortened(text: string): string {
  return text.length <= LONGEST_QUOTE ? text : `${text.slice(0, LONGEST_QUOTE - 1)}…`;
}
