import type { Source } from '@trade-matching/domain';
import type { PositionedText, Segment } from '../../../read/positioned-text.ts';
import type { FoundFields } from '../../found-fields.ts';
import { boxOf } from '../../layout/entry.ts';
import { nameIn } from '../company-names.ts';
import type { Parties } from '../find-parties.ts';
import { LEI_FIELD } from './lei-fields.ts';

const LINES_ABOVE = 4;
const SAME_EDGE = 6;

/** `party), LEI …`, `France (the Counterparty), LEI …`: the end of a sentence, in which the name stands further in front. */
const GOES_ON_FROM_ABOVE = /\)\s*[,;]?\s*$|^\s*\p{Ll}+\)/u;

/** At their left or right edges, or centred as a letterhead is. */
const areAligned = (a: Segment, b: Segment): boolean =>
  Math.abs(a.x - b.x) < SAME_EDGE ||
  Math.abs(a.right - b.right) < SAME_EDGE ||
  Math.abs(a.x + a.right - b.x - b.right) < 2 * SAME_EDGE;

const A_TITLE = /^(?:confirmation|trade confirmation|bestätigung|conferma|confirmación)\b(?!.*:)/i;

/** `…, 61000 Lisle, France (the Client),`: the party of a line that ends with what it is called. */
function calledAtEnd(text: string, parties: Parties): Source | undefined {
  const called = /\(([^()]{3,40})\)\s*[,;]?$/.exec(text)?.[1];
  return called === undefined ? undefined : parties.resolve(called.replace(/["“”„«»]/g, '').trim());
}

/** `LEI 5493…` on a line of its own below a name, in a letterhead or an address: the nearest name above is meant. */
export function readLeisBelowNames(
  found: FoundFields,
  { lines }: PositionedText,
  parties: Parties,
  source: Source,
): void {
  for (const [at, line] of lines.entries()) {
    for (const segment of line.segments) {
      const [, before = '', lei] = /^(.*?)\bLEI\b\W{0,3}([A-Z0-9]{18}\d{2})\b/.exec(segment.text) ?? [];
      // `To: X (LEI …)` says itself whose it is.
      if (
        lei === undefined ||
        parties.resolve(nameIn(before.replace(/^.*?:|\($/g, ''))) !== undefined ||
        GOES_ON_FROM_ABOVE.test(before) ||
        (['bank_lei', 'counterparty_lei'] as const).some((field) => found.get(field) === lei)
      )
        continue;
      const above = lines
        .slice(Math.max(0, at - LINES_ABOVE), at)
        .filter(({ page }) => page === line.page)
        .toReversed();
      // Behind the title the sender's own data begin: the names above it are of the address.
      const isBehindTitle = before.trim() === '' && above.some(({ segments }) => A_TITLE.test(segments[0]?.text ?? ''));
      // `X SA, 4 rue Basse, Lyon (the Client),`: the line goes on here, wherever it begins.
      const goesOn = above.slice(0, 1).filter(({ segments }) => /,$/.test(segments.at(-1)?.text ?? ''));
      const named = (goesOn.length > 0 ? goesOn : above)
        .flatMap(({ segments }) => segments.filter((other) => goesOn.length > 0 || areAligned(other, segment)))
        .map(({ text }) => calledAtEnd(text, parties) ?? parties.resolve(nameIn(text)))
        .find((each) => each !== undefined);
      const side = isBehindTitle && goesOn.length === 0 ? source : named;
      if (!side || found.get(LEI_FIELD[side]) !== undefined) continue;
      const place = {
        page: line.page,
        line: line.number,
        label: 'LEI',
        value: segment.text,
        boxes: [boxOf(line, segment)],
      };
      found.add(LEI_FIELD[side], lei, place, 0.8);
    }
  }
}
