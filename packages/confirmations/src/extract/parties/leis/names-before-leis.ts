import type { PositionedText } from '../../../read/positioned-text.ts';
import { normaliseLabel } from '../../labels.ts';
import type { Entry } from '../../layout/entry.ts';
import { matchesOf } from '../../matches-of.ts';
import type { Note } from '../candidates.ts';
import { isCompanyName, likeness, nameIn } from '../company-names.ts';
import { isOfAnother, ownersOfLei } from './lei-labels.ts';

const LEI = /(?<![A-Z0-9-])[A-Z0-9]{18}\d{2}(?![A-Z0-9-])/g;
/** A cell that begins with a name and goes on with its LEI, with what it is called in brackets between. */
const NAME_AND_LEI =
  /^(\p{Lu}[^()]{3,70}?)\s*(?:\([^()\d]{2,25}\))?[\s,;·–-]*\(?(?:LEI)(?:[ -]code)?\s*:?\s*[A-Z0-9]{18}\d{2}\b/u;
/** How far before an LEI the name of its owner begins, with an address and what it is called between. */
const LONGEST_BEFORE = 200;
/** Words of a name, as they are printed in a sentence. */
const SMALL =
  '(?:&|and|of|the|de|du|des|la|le|les|di|del|della|dei|der|für|und|y|et|à|plc|mbh|eG|r\\.l\\.)(?![\\p{L}])';
const CAPITAL = "\\(?\\p{Lu}[\\p{L}\\p{M}\\d&.'’-]*\\)?";
const CAPITALS = new RegExp(`${CAPITAL}(?:,?\\s+(?:${CAPITAL}|${SMALL}))*`, 'gu');
const ENDS_A_CLAUSE = /[;:]\s|(?<=\p{Ll}{3}|\d)\.\s+(?=\p{Lu})/u;

/** The company's name that a text about an LEI's owner names first, whole to its legal form. */
function companyIn(text: string): string | undefined {
  for (const [run] of matchesOf(text, CAPITALS)) {
    const words = run.trim().split(/\s+/);
    for (let from = 0; from < words.length - 1; from++) {
      for (let to = words.length; to > from + 1; to--) {
        const name = nameIn(words.slice(from, to).join(' ').replace(/,$/, ''));
        if (isCompanyName(name) && (ENDS_IN_FORM.test(name) || (to === words.length && ENDS_IN_WORD.test(name))))
          return name;
      }
    }
  }
  return undefined;
}
const ENDS_IN_FORM =
  /(?:\b(?:plc|inc|llc|llp|lp|ltd|limited|corporation|corp|company|co|ag|se|gmbh|sa|spa|na|nv|bv|asa|as|ab|oyj?|sas|dac|icav|sarl|r\.l|kgaa|kg|eg|mbh)|A\/S|S\.A|S\.p\.A|S\.r\.l|N\.A|N\.V|B\.V|L\.P|\(publ\))\.?$/i;

/** Words that end some names, and stand inside of others. */
const ENDS_IN_WORD = /\b(?:bank|trust|fund|association|society|group|authority|council|girozentrale|\p{L}+kasse)$/iu;
/** A line of a paragraph that goes on in the next one. */
const FULL_LINE = 45;

/** The lines as one run of text, in which the cells of a row are parted: a label before a name is none of it. */
function cellsApart({ lines }: PositionedText): string {
  return lines
    .map(({ segments }) => segments.map((segment) => segment.text).join(' ; '))
    .map((line) => (line.length >= FULL_LINE ? line : `${line} ;`))
    .join(' ')
    .replace(/\s{2,}|[^\S ]/g, ' ')
    .replace(/^(?:\d{1,2}(?:\.\d{1,2})?|[a-z])[.)]? ; /gim, '');
}

/**
 * Notes the companies whose LEI a paper prints: only a party to a trade is told by it, but for those that a paper calls issuer,
 * broker, agent and the like. `Airport: Elm Airport Pty Ltd` beside `Airport LEI`, and `Elm SA, 4 rue Basse, Lyon (the Client), LEI …`.
 */
export function fromLeis(entries: readonly Entry[], text: PositionedText, note: Note): void {
  const prose = cellsApart(text);
  const names = new Set<string>();
  const owners = new Set(
    entries.flatMap(({ label, value }) => (value.match(LEI) ? ownersOfLei(label).map(normaliseLabel) : [])),
  );
  for (const { label, value } of entries) {
    const plain = normaliseLabel(label);
    if (owners.has(plain) && !isOfAnother(plain) && isCompanyName(nameIn(value))) names.add(nameIn(value));
  }
  for (const name of namesInCells(entries, text)) names.add(name);
  let from = 0;
  for (const { 0: lei, index } of matchesOf(prose, LEI)) {
    const before = prose.slice(Math.max(from, index - LONGEST_BEFORE), index);
    from = index + lei.length;
    if (!/\bLEI\b[^\p{Lu}]{0,12}$/u.test(before) || isOfAnother(before)) continue;
    const name = companyIn(before.split(ENDS_A_CLAUSE).at(-1) ?? '');
    if (name !== undefined) names.add(name);
  }
  const noted = [...names].map((name) => note(name, 3)).filter((candidate) => candidate !== undefined);
  const each = [...new Set(noted)];
  // Two that have an LEI are the two parties: a manager or a platform named beside them is none.
  if (each.length === 2) for (const candidate of each) candidate.paired = true;
}

/** Two spellings of one name. */
const SAME_NAME = 0.95;
/** The lines of a letterhead. */
const HEAD_LINES = 3;

/** `Ext entity: Harbour Bank plc (HARBOUR) LEI …`: two cells with a name and its LEI, whatever their labels are. */
function namesInCells(entries: readonly Entry[], { lines }: PositionedText): readonly string[] {
  const names = entries.flatMap(({ label, section = '', value }) => {
    const name = nameIn(NAME_AND_LEI.exec(value)?.[1] ?? '');
    return isCompanyName(name) && !isOfAnother(`${section} ${label}`) ? [name] : [];
  });
  // A third company that writes may be a party whose LEI is not printed.
  const head = lines.slice(0, HEAD_LINES).flatMap(({ segments }) => segments.map((segment) => nameIn(segment.text)));
  const isOfTwo = head.every((line) => !isCompanyName(line) || names.some((name) => likeness(name, line) >= SAME_NAME));
  return names.length === 2 && isOfTwo ? names : [];
}
