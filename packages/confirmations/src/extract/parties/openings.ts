import { lineText, type PositionedText } from '../../read/positioned-text.ts';
import { matchesWith } from '../sentences/matches-with.ts';
import { isCompanyName, nameIn } from './company-names.ts';

/** Forms that end a company's name. What begins with one of these words goes on: `Bank AG`, `Company, N.A.` */
const FORM =
  '(?:plc|Inc\\.?|LLC|LLP|L\\.?P\\.?|Ltd\\.?|Limited|Corporation|Corp\\.?|Company|Co\\.|AG|SE|KGaA|KG|GmbH|SCA|S\\.C\\.A\\.|SNC|SARL|ApS|Oy|AöR|eG|e\\.V\\.|S\\.A\\.U?\\.?|S\\.p\\.A\\.|S\\.r\\.l\\.|S\\.L\\.|N\\.A\\.|N\\.V\\.|B\\.V\\.|A/S|A\\.S\\.|ASA|AS|AB|Oyj|PJSC|SAS|Bank|Fund|Trust|Partnership|Authority|Society|Council|PLC|INC\\.?|LTD\\.?|LIMITED|CORPORATION|CORP\\.?|COMPANY|CO\\.|GMBH|BANK|FUND|TRUST)';
const WORD = "(?:(?:[ld]['’])?\\p{Lu}[\\p{L}\\d&.'’-]*|&|and|of|de|du|des|la|le|di|del|der|für|und|y|et)";
const NAME = `(\\p{Lu}[\\p{L}\\d&.'’-]*(?:,?\\s+${WORD}){0,7}?,?\\s+${FORM}(?:,?\\s+${FORM})*)`;
/** What stands in brackets behind a name: its short name, its role. */
const BRACKETS = '(?:\\s*\\([^()]{2,70}\\))?';

/** What stands between the names of the two parties; in these the first is who writes. */
const ADDRESSES =
  '(?:(?:hereby\\s+)?(?:confirms?|bestätigt|confirme|confirma|conferma)\\s+)?(?:to|with|an|mit|à|avec|con)';
/** A sentence that says who buys from whom may be either's. */
const TRADES =
  '(?:has\\s+|have\\s+)?(?:bought|buys|purchased|purchases|sold|sells|granted|grants)\\b[^.;:()]{0,60}?\\s(?:from|to)|kauft\\s+von(?:\\s+der)?|verkauft\\s+an(?:\\s+die)?';
const JOINS = `${TRADES}|/|and|und|et|y|e|ed`;

const BETWEEN = `${BRACKETS}\\s*,?\\s*(?:(${ADDRESSES})|(?:${JOINS}))\\s+`;
const NAMES_TWO = new RegExp(`${FORM}${BETWEEN}\\p{Lu}`, 'u');
const OPENING = new RegExp(`(?:^|[\\s(])${NAME}${BETWEEN}${NAME}(?=\\s*(?:[(.,;:]|$|\\s\\p{Ll}))`, 'gu');

/** Two parties that a sentence names together. */
export interface Opening {
  readonly first: string;
  readonly second: string;
  /** The first writes to the second: `X to Y`, `X confirms with Y`; without it the two are only named together. */
  readonly addresses: boolean;
}

/** Of the longest line; a shorter one ends there, and a name does not run on into the next. */
const FULL_LINE = 0.7;

/** The lines as one run of text in which a heading is parted from the sentence below it. */
export function brokenProseOf({ lines }: PositionedText): string {
  const texts = lines.map((line) =>
    lineText(line)
      .replace(/\s{2,}|[^\S ]/g, ' ')
      .trim(),
  );
  const longest = Math.max(...texts.map(({ length }) => length));
  return texts.map((text) => (text.length >= longest * FULL_LINE ? text : `${text} ;`)).join(' ');
}

/** Pairs of names in one breath: `X ("the Bank") and Y ("the Client")`, `X to Y`, `X / Y`, `X bought from Y`. */
export function openingsIn(prose: string): Opening[] {
  const found: Opening[] = [];
  for (const [, one = '', verb, other = ''] of matchesWith(prose, NAMES_TWO, OPENING)) {
    const [first, second] = [lastName(one), nameIn(withoutPreposition(other))];
    if (first === '' || !isCompanyName(second) || first === second) continue;
    found.push({ first, second, addresses: verb !== undefined });
  }
  return found;
}

/** The name that a run of capitals ends with: a title or a street may stand before it. */
function lastName(capitals: string): string {
  const words = withoutPreposition(capitals).split(/\s+/);
  return words.map((_, from) => nameIn(words.slice(from).join(' '))).find((some) => isCompanyName(some)) ?? '';
}

/** `An Nordbuse Werke AG`, `Entre Banque du Port S.A.`: a word before the name that is none of it. */
export function withoutPreposition(name: string): string {
  return name.replace(PREPOSITION, '');
}
const PREPOSITION =
  /^(?:parties|parteien|partes|parti|an|zwischen|von|mit|gegenüber|entre|avec|par|con|tra|fra|between|with|from|to|by|e|und|and|we|us)\s+(?=\p{Lu})/iu;
