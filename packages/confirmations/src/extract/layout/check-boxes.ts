import { lineText } from '../../read/positioned-text.ts';
import { remembering } from '../remembering.ts';
import type { Entry, LooseLine } from './entry.ts';

/** `[X]`, `[✓]`, `(x)`, `☒`, `☑`; not a box that a list begins with. */
const CHECKED = '(?:\\[\\s*[xX✓✔✗☒]\\s*\\]|\\(\\s*[xX]\\s*\\)|☒|☑)';
const EMPTY = '(?:\\[\\s*\\]|\\(\\s{1,3}\\)|☐)';
const A_BOX = /[[(☒☑☐]/;
const OPTION = new RegExp(`(${CHECKED})|${EMPTY}`, 'g');

/**
 * A value of boxes of which one is checked, by the words of that one: `[X] Buyer [ ] Seller of protection` is `Buyer of
 * protection` where both stand before the same words. With none or several checked it stays as it is printed.
 */
export function checkedOption(value: string): string {
  if (!A_BOX.test(value)) return value;
  const boxes = [...value.matchAll(OPTION)];
  const [only] = boxes;
  if (boxes.length === 1 && only?.index === 0 && only[1] !== undefined)
    return value.slice(only[0].length).trim() || value;
  if (boxes.length < 2 || boxes.filter(([, checked]) => checked !== undefined).length !== 1) return value;
  const options = boxes.map(({ 0: box, index }, i) => ({
    isChecked: boxes[i]?.[1] !== undefined,
    text: value.slice(index + box.length, boxes[i + 1]?.index ?? value.length).trim(),
  }));
  return options.find(({ isChecked }) => isChecked)?.text || value;
}

/** `X acts as`, `La Agencia actúa como`, `Quill LLC is`: who has the role that stands beside. */
const HAS_A_ROLE =
  /^(.{2,60}?)\s+(?:acts as|is acting as|is|actúa como|agit en qualité de|agit comme|agisce (?:come|in qualità di)|handelt als|ist)\s*:?$/iu;
const whoHasARole: (label: string) => string | undefined = remembering((label) => HAS_A_ROLE.exec(label)?.[1]);
const ROLE =
  /^(?:the |el |la |le |il |der )?(?:option |protection )?(buyer|seller|purchaser|writer|comprador|vendedor|acheteur|vendeur|acquirente|compratore|venditore|käufer|verkäufer)\b/iu;
const IS_BUYER = /^(?:buyer|purchaser|comprador|acheteur|acquirente|compratore|käufer)$/iu;

/** The numbers of the notes below the terms: `(1) The notional amount is …`. */
export const footnotesOf = (loose: readonly LooseLine[]): ReadonlySet<string> =>
  new Set(loose.flatMap(({ line }) => /^\((\d{1,2})\)\s+\p{Lu}/u.exec(lineText(line))?.[1] ?? []));

/** `6.00 (1)`: the number of a footnote behind a figure, where the page has the note. */
export function withoutFootnote(value: string, notes: ReadonlySet<string>): string {
  if (notes.size === 0) return value;
  const [, figure = '', note = ''] = /^(\S.*\d)\s*\((\d{1,2})\)$/.exec(value) ?? [];
  return notes.has(note) ? figure : value;
}

/** The entry with the option that is checked; one whose label says who has a role is that role's. */
export function withChecked(entry: Entry): Entry {
  const value = checkedOption(entry.value);
  const who = whoHasARole(entry.label);
  const role = who === undefined ? undefined : ROLE.exec(value)?.[1];
  if (who !== undefined && role !== undefined)
    return { ...entry, label: IS_BUYER.test(role) ? 'Buyer' : 'Seller', value: who };
  return value === entry.value ? entry : { ...entry, value };
}
