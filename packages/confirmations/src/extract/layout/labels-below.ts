import { joinSegments, type Line, type Segment } from '../../read/positioned-text.ts';
import { inEnglish } from '../languages/translate.ts';
import { isListedLabel, isWordOfLabels } from '../vocabulary/index.ts';
import { SAME_X } from './entry.ts';

/** Labels with one in English below them, from which on a form prints each label twice. */
const LEAST_LABELS = 4;
/** The second label stands this near below the first, in sizes of the larger print. */
const NEAREST = 1.75;
const NUMBER = /^(?:[A-Z]\.?)?\d{1,2}(?:\.\d{1,2})*[.)]?$/;

/** Where the label of a row begins, behind the number of its clause. */
const placeOfLabel = ({ segments: [first] }: Line): 0 | 1 => (first && NUMBER.test(first.text) ? 1 : 0);

interface Twice {
  readonly above: Line;
  readonly below: Line;
  readonly label: Segment;
  /** What stands beside the label in English: the value goes on there. */
  readonly rest: readonly Segment[];
  /** The label above is one that is known in its language. */
  readonly isSure: boolean;
}

/**
 * Rows of a form that prints below each label the same one in English: `Mode de règlement | Règlement en espèces, sans` over
 * `Settlement | livraison`. The row has the label in English, and what stands beside that goes on with the value: it is no row
 * of its own. A form is one where several of its labels are known in their language, and have a listed one right below.
 */
export function withLabelsBelow(lines: readonly Line[]): readonly Line[] {
  const twice = lines.flatMap((line, i) => twiceOf(lines[i - 1], line) ?? []);
  if (twice.filter(({ isSure }) => isSure).length < LEAST_LABELS) return lines;
  const aboves = new Map(twice.map((each) => [each.above, each]));
  const belows = new Map(twice.map((each) => [each.below, each]));
  return lines.flatMap((line) => {
    const [label, second] = [aboves.get(line), belows.get(line)];
    if (label) {
      const at = placeOfLabel(line);
      return [{ ...line, segments: line.segments.map((segment, i) => (i === at ? named(segment, label) : segment)) }];
    }
    if (!second) return [line];
    return second.rest.length === 0 ? [] : [{ ...line, segments: second.rest }];
  });
}

const named = (segment: Segment, { label }: Twice): Segment => ({ ...segment, text: label.text });

function twiceOf(above: Line | undefined, below: Line): Twice | undefined {
  if (!above || above.page !== below.page) return undefined;
  const size = Math.max(above.height, below.height);
  if (below.y <= above.y || below.y - above.y > NEAREST * size) return undefined;
  const at = placeOfLabel(above);
  const foreign = above.segments[at];
  const value = above.segments[at + 1];
  const [first] = below.segments;
  if (!foreign || !value || !first || Math.abs(first.x - foreign.x) > SAME_X) return undefined;
  // The words of the small print may stand apart; the value's own begin in its column.
  const end = below.segments.findIndex(({ x }) => x > value.x - SAME_X);
  const words = end < 0 ? below.segments : below.segments.slice(0, end);
  const rest = end < 0 ? [] : below.segments.slice(end);
  if (rest.length > 1 || (rest[0] && Math.abs(rest[0].x - value.x) > SAME_X)) return undefined;
  const label = words.slice(1).reduce((whole, segment) => joinSegments(whole, segment), first);
  const meant = inEnglish(foreign.text);
  if (!isListedLabel(label.text) || (isListedLabel(foreign.text) && meant === undefined)) return undefined;
  if (meant === undefined && !isForeign(foreign.text)) return undefined;
  // `Zinssatz | 2 %` over `Spread | 0,5 %` are two rows: beside a second label stands the rest of a value only if it is the same.
  const isSame = meant === undefined ? at === 1 && GOES_ON.test(rest[0]?.text ?? '') : shareWord(meant, label.text);
  if (rest.length > 0 && !isSame) return undefined;
  return { above, below, label, rest, isSure: meant !== undefined && rest.length === 0 };
}

/** The rest of a sentence or of a name, and no value of its own. */
const GOES_ON = /^\p{Ll}/u;
const STEM = 4;
const stemsOf = (text: string): string[] =>
  (text.toLowerCase().match(/\p{L}{4,}/gu) ?? []).map((w) => w.slice(0, STEM));

function shareWord(one: string, other: string): boolean {
  const stems = stemsOf(one);
  return stemsOf(other).some((stem) => stems.includes(stem));
}

/** Some of its words are in no label in English. */
const isForeign = (text: string): boolean => (text.match(/\p{L}{3,}/gu) ?? []).some((word) => !isWordOfLabels(word));
