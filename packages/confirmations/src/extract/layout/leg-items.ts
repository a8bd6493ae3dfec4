import { lineText } from '../../read/positioned-text.ts';
import { percentIn } from '../values/numbers.ts';
import { readDayCount, readFrequency } from '../values/terms.ts';
import { FLOATING_INDEX } from '../vocabulary/floating-indices.ts';
import { legOf } from '../vocabulary/term.ts';
import { boxOf, type Entry, type LooseLine } from './entry.ts';
import type { Row } from './row-bands.ts';

/** A longer part is a sentence. */
const LONGEST_PART = 90;

/** What a part of an item is, by its kind alone; undefined where it is none of these. */
function labelOf(part: string): string | undefined {
  if (FLOATING_INDEX.test(part) || /^[A-Z]{3}-[A-Z]/.test(part)) return 'Floating Rate Option';
  if (percentIn(part) !== undefined && /^\d/.test(part)) return 'Rate';
  if (readDayCount(part) !== undefined && !/\s\p{L}{4,}\s/u.test(part)) return 'Day Count Fraction';
  if (/^(?:quarter|month|annual|semi|half|year|every|each)/i.test(part) && readFrequency(part) !== undefined)
    return 'Payment Dates';
  return undefined;
}

/**
 * The terms of a leg that the items of a list state without labels, `(a) USD-SOFR-OIS Compound`, `(c) Quarterly; Act/360`
 * under `First floating leg, paid by the Dealer`: each under the label of its kind. None unless every part has a kind.
 */
export function entriesOfItem({ line, section }: LooseLine): Entry[] {
  const [segment] = line.segments;
  if ((line as Row).isItem !== true || legOf(section) === undefined || !segment || line.segments.length > 1) return [];
  const parts = lineText(line).split(/\s*;\s*/);
  const entries = parts.flatMap((part): Entry[] => {
    const label = part.length > LONGEST_PART ? undefined : labelOf(part);
    const from = segment.text.indexOf(part);
    if (label === undefined) return [];
    return [
      {
        ...{ label, value: part, section, page: line.page, line: line.number, lines: [line.number] },
        boxes: [from === -1 ? boxOf(line, segment) : boxOf(line, segment, from, from + part.length)],
      },
    ];
  });
  return entries.length === parts.length ? entries : [];
}
