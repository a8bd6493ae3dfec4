import { otherSide, type Source } from '@trade-matching/domain';
import { type Line, lineText, type PositionedText } from '../../../read/positioned-text.ts';
import type { FoundFields } from '../../found-fields.ts';
import type { Entry } from '../../layout/entry.ts';
import { matchesOf } from '../../matches-of.ts';
import { hasValidLeiCheckDigits } from '../../values/terms.ts';
import { isCompanyName, nameIn } from '../company-names.ts';
import type { Parties } from '../find-parties.ts';
import { LEI_FIELD } from './lei-fields.ts';
import { isOfAnother } from './lei-labels.ts';

const TOKEN = /(?<![A-Z0-9-])[A-Z0-9]{18}\d{2}(?![A-Z0-9-])/g;
/** Right before the first part of an identifier of a trade that was broken behind its LEI. */
const OF_A_TRADE = /\b(?:UTI|USI|(?:trade|transaction|swap) id\w*)\W{0,6}$/i;

interface Printed {
  readonly lei: string;
  readonly line: Line;
  /** What the line, the one above it and the label of its cell say. */
  readonly around: string;
  /** What stands before it in its line. */
  readonly before: string;
}

/** Every LEI that the pages print, with what stands around it; one whose check digits fail (ISO 17442) only where it is called one. */
function printedLeis({ lines }: PositionedText, entries: readonly Entry[]): Printed[] {
  return lines.flatMap((line, at) => {
    const text = lineText(line);
    return matchesOf(text, TOKEN).flatMap(({ 0: lei, index }) => {
      const before = text.slice(0, index);
      if (OF_A_TRADE.test(before) || !(hasValidLeiCheckDigits(lei) || /\bLEI\b/.test(before))) return [];
      const labels = entries
        .filter(({ value }) => value.includes(lei))
        .map(({ label, section = '' }) => `${section} ${label}`);
      const above = lines[at - 1];
      return [{ lei, line, before, around: [above === undefined ? '' : lineText(above), text, ...labels].join(' ') }];
    });
  });
}

/**
 * A trade has two parties. Where a paper prints two LEIs and one of them is known to be a party's, the other is the other
 * party's, unless what stands around it names somebody else: an issuer, an agent, a company that is no party.
 */
export function readRemainingLei(
  found: FoundFields,
  text: PositionedText,
  entries: readonly Entry[],
  parties: Parties,
): void {
  const sides = (['BANK', 'COUNTERPARTY'] as const).filter((side) => found.get(LEI_FIELD[side]) !== undefined);
  const [known] = sides;
  if (sides.length !== 1 || known === undefined || found.unclear.has(LEI_FIELD[known])) return;
  const printed = printedLeis(text, entries);
  const others = printed.filter(({ lei }) => lei !== found.get(LEI_FIELD[known]));
  const [first] = others;
  if (!first || others.some(({ lei }) => lei !== first.lei)) return;
  if (others.some(({ around }) => isOfAnother(around) || namesAnother(around, parties))) return;
  // `Harbour Bank plc (the Bank), LEI …`: then the other one is not Harbour's, and neither is sure.
  if (others.some(({ before }) => namedLast(before, parties) === known)) {
    const message = `${first.lei} stands behind the name of the party that has ${found.get(LEI_FIELD[known])}`;
    found.flag({ code: 'CONTRADICTION', severity: 'review', field: LEI_FIELD[known], message });
    return;
  }
  const { page, number } = first.line;
  found.add(LEI_FIELD[otherSide(known)], first.lei, { page, line: number, label: 'LEI', value: first.lei }, 0.7);
}

/** The side of the name or role that stands last before an LEI: `(the Client), LEI`, `Harbour Bank plc (codice LEI`. */
function namedLast(before: string, parties: Parties): Source | undefined {
  const bare = before.replace(/[\s(,;:–-]*(?:\p{Ll}+\s+)?LEI\W*$|[\s(,;:)]+$/gu, '').replace(/[\s),;]+$/, '');
  const name = /(?:\p{Lu}[\p{L}\p{M}\d&.'’-]*|&|and|of|de|du|des|di|del|der|und|y|et|\s)+$/u.exec(bare)?.[0].trim();
  return name ? parties.resolve(name) : undefined;
}

/** Whether a company stands there that is neither party. */
function namesAnother(around: string, parties: Parties): boolean {
  return around
    .split(/[|;:(),]|\s{2,}|\bLEI\b/)
    .map((part) => nameIn(part.trim()))
    .some((part) => isCompanyName(part) && part.includes(' ') && parties.resolve(part) === undefined);
}
