import type { Source } from '@trade-matching/domain';
import type { PositionedText } from '../../read/positioned-text.ts';
import type { FoundFields } from '../found-fields.ts';
import { normaliseLabel } from '../labels.ts';
import { matchesOf } from '../matches-of.ts';
import { partWith } from '../sentences/matches-with.ts';
import type { Parties } from './find-parties.ts';

/** `PLB-R-88301`, `HX 26/41`, `NB 2026:11`, `0091847-IRS`, `FGH/26-10-0204`: letters and figures, of which two at least are figures. */
const TOKEN =
  '((?:[A-Z]{2,5}(?:-[A-Z]{2,5})? (?=\\d{1,4}/|\\d{2,4}-\\d{4,6}(?!\\w)|\\d{5,10}(?![\\w/-])|\\d{4}:\\d))?(?=[A-Z0-9&./-]*\\d[A-Z0-9./-]*\\d|[A-Z]{2,}[-/][A-Z0-9/-]*\\d)[A-Z0-9&]+(?:[-/.][A-Z0-9]+|(?<=\\d):\\d+)*)(?![\\w/-])';
/** What a reference is called. */
const CALLED =
  '(?:deal |trade |transaction |contract |internal )?(?:(?:reference|ref\\.?) (?:number|no\\.?)|reference|ref\\.?|number|no\\.?|file|zeichen|aktenzeichen|vorgang|nummer|geschäftsnummer|referenz|référence|réf\\.?|referencia|riferimento|rif\\.?|ticket)';
/** What stands between it and the reference. */
const IS = '(?:\\s*:\\s*|\\s+(?:is|was|ist|lautet|est|es|è)\\s+|\\s+)';
const MINE = 'our|ours|unsere?|notre|nos|nuestr[ao]|nostr[ao]|ns\\.?|n/';
const YOURS = 'your|yours|ihre?|votre|vos|vuestr[ao]|vostr[ao]|vs\\.?|v/';

const CALLED_SO = new RegExp(`${CALLED}${IS}${TOKEN}`, 'giu');
/** More characters than a name of three words before it has. */
const NAME_BEFORE = 200;

const BY_PRONOUN: readonly (readonly [RegExp, 'mine' | 'yours'])[] = [
  [new RegExp(`\\b(?:${MINE})\\s+${CALLED}${IS}${TOKEN}`, 'giu'), 'mine'],
  // `N/ref. TN-2 - S/ref. HT-4`.
  [new RegExp(`(?<![\\w/])n/\\s?${CALLED}${IS}${TOKEN}`, 'giu'), 'mine'],
  [new RegExp(`(?<![\\w/])[vs]/\\s?${CALLED}${IS}${TOKEN}`, 'giu'), 'yours'],
  [new RegExp(`\\b(?:${YOURS})\\s+${CALLED}${IS}${TOKEN}`, 'giu'), 'yours'],
];

/** The same, in other words, of which each text that fits has one of the first. */
const IN_OTHER_WORDS: readonly (readonly [readonly string[], RegExp, 'mine' | 'yours'])[] = [
  // `(ours: HX 26/41)`.
  [['ours'], new RegExp(`\\bours\\s*:?\\s+${TOKEN}`, 'giu'), 'mine'],
  [['yours'], new RegExp(`\\byours\\s*:?\\s+${TOKEN}`, 'giu'), 'yours'],
  // `referencia de ustedes: BM-3`, `con referencia interna MD-2`.
  [
    ['intern'],
    new RegExp(`\\b(?:referencia|riferimento|référence)\\s+(?:interna|interno|interne)${IS}${TOKEN}`, 'giu'),
    'mine',
  ],
  // `Rif. operazione n. BP/1/26`, `Réf. opération n° 88-31`.
  [
    ['operaz', 'opérat', 'operac', 'contrat'],
    new RegExp(
      `(?<!(?:vostro|votre|vuestr[ao]|ihre?)\\s)\\b(?:rif|réf|ref)\\.?\\s+(?:dell['’]|de l['’]|de la )?(?:operazione|opération|operación|contratto|contrat|contrato)(?:\\s+n(?:r|°|º|\\.°)?\\.?)?${IS}${TOKEN}`,
      'giu',
    ),
    'mine',
  ],
  [['ustedes'], new RegExp(`\\breferencia\\s+de\\s+ustedes${IS}${TOKEN}`, 'giu'), 'yours'],
];

/** `Dealer ref AB-2`, `Aldersyde reference AC-1`: a short name or a role before it. */
const BY_NAME = new RegExp(
  `(?:^|[\\s(])((?:\\p{L}[\\p{L}&'’]*\\s+){0,2}\\p{L}[\\p{L}&'’]*)\\s+(?:${CALLED})${IS}${TOKEN}`,
  'giu',
);
/** `Refs AC-1 / AB-2`: two at once, the sender's first. */
const TWO = new RegExp(`\\b(?:refs?\\.?|references)\\s*:?\\s*${TOKEN}\\s+/\\s+${TOKEN}`, 'iu');

/**
 * References that a subject line or a sentence gives: `our reference HX 26/44, your reference AB-2`, `Dealer ref AB-2`.
 * The sender's own is the trade's, the other side's is its other one. A word that names neither side gives none.
 */
export function readReferencesInText(found: FoundFields, text: PositionedText, parties: Parties, source: Source): void {
  const prose = joined(text);
  const give = (whose: 'mine' | 'yours', reference: string | undefined, literal: string) => {
    const field = whose === 'mine' ? 'trade_id' : 'other_reference';
    if (reference === undefined || found.get(field) !== undefined || !isReference(reference)) return;
    // `Seller: Elm Fund` over `Transaction reference: …`: a line's end is no name of the next one's label.
    if (reference === found.get('trade_id') || reference === found.get('other_reference')) return;
    found.add(field, reference, { page: 0, line: 0, label: 'text', value: literal.trim() }, 0.9);
  };
  const called = partWith(prose, CALLED_SO, NAME_BEFORE);
  for (const [pattern, whose] of BY_PRONOUN)
    for (const { 0: literal, 1: reference } of matchesOf(called, pattern)) give(whose, reference, literal);
  const lower = prose.toLowerCase();
  for (const [words, pattern, whose] of IN_OTHER_WORDS) {
    if (!words.some((word) => lower.includes(word))) continue;
    for (const { 0: literal, 1: reference } of matchesOf(prose, pattern)) give(whose, reference, literal);
  }
  for (const { 0: literal, 1: name = '', 2: reference } of matchesOf(called, BY_NAME)) {
    const side = sideOfWords(name, parties);
    if (side) give(side === source ? 'mine' : 'yours', reference, literal);
  }
  readTogether(text, source, give);
  readBesideLetterhead(found, text, parties, source);
  const own = OF_NOBODY.exec(text.lines.slice(0, TITLE_LINES).map(textOf).join(' \n'));
  if (own) give('mine', own[1], own[0]);
  const [literal = '', mine, yours] = TWO.exec(prose) ?? [];
  give('mine', mine, literal);
  give('yours', yours, literal);
}

/** `Index swap confirmation, ref AB-12`: right behind what the paper calls itself it is the sender's. */
const OF_NOBODY = new RegExp(
  `(?:[Cc]onfirmation|CONFIRMATION|[Aa]dvice|ADVICE)\\s*[,;(–-]\\s*(?:[Rr]ef\\.?|[Rr]eference)\\s*:?\\s+${TOKEN}`,
);
const TITLE_LINES = 8;
const textOf = ({ segments }: PositionedText['lines'][number]): string =>
  segments.map((segment) => segment.text).join(' ¦ ');

const OF_A_PRONOUN = '(?:\\p{L}+\\.?\\s+){0,2}(?:[:=–-]\\s*)?';
const AFTER_PRONOUN: readonly (readonly ['mine' | 'yours', RegExp])[] = [
  ['mine', new RegExp(`(?<![\\p{L}])(?:${MINE})\\s+${OF_A_PRONOUN}$`, 'iu')],
  ['yours', new RegExp(`(?<![\\p{L}])(?:${YOURS})\\s+${OF_A_PRONOUN}$`, 'iu')],
];
/** On a client's paper a number of the bank's is the other side's. */
const OF_THE_BANK = /(?<!\p{L})bank no\.?\s+$/iu;
const LINES_OF_A_HEAD = 14;
const EACH_TOKEN = new RegExp(`(?<![\\w/.-])${TOKEN}`, 'gu');
/** A token of these is a register's, an account's or a definition's. */
const OF_SOMETHING_ELSE =
  /\b(?:account|IBAN|BIC|SWIFT|LEI|ISIN|tel|phone|fax|box|register\w*|VAT|konto|definitions|agreement)\b/i;

/** `Forward MT-09-02/A (your no. FWD/0044/26)`: of two in one line of the head, one is called yours, and the other is whose paper it is. */
function readTogether(
  { lines }: PositionedText,
  source: Source,
  give: (whose: 'mine' | 'yours', reference: string | undefined, literal: string) => void,
): void {
  for (const line of lines.slice(0, LINES_OF_A_HEAD)) {
    const printed = textOf(line);
    if (OF_SOMETHING_ELSE.test(printed)) continue;
    const all = matchesOf(printed, EACH_TOKEN)
      .map(({ 0: literal, index }) => ({ literal, before: printed.slice(0, index) }))
      .filter(({ literal }) => isReference(literal) && /\d{2}|[A-Z][-/]/.test(literal));
    if (all.length !== 2) continue;
    const whose = all.map(
      ({ before }) =>
        AFTER_PRONOUN.find(([, pattern]) => pattern.test(before))?.[0] ??
        (OF_THE_BANK.test(before) ? (source === 'BANK' ? 'mine' : 'yours') : undefined),
    );
    if (whose.every((each) => each === undefined) || whose[0] === whose[1]) continue;
    for (const [i, { literal }] of all.entries()) {
      const other = whose[1 - i];
      give(whose[i] ?? (other === 'mine' ? 'yours' : 'mine'), literal, printed);
    }
    return;
  }
}

const HEAD_LINES = 3;
const ALONE = new RegExp(`^${TOKEN}$`);

/** `ALDERSYDE CREDIT FUND LP | ACF-27-0708`: the sender's name and its reference across the head of the page. */
function readBesideLetterhead(found: FoundFields, { lines }: PositionedText, parties: Parties, source: Source): void {
  if (found.get('trade_id') !== undefined) return;
  for (const line of lines.slice(0, HEAD_LINES)) {
    const [name, ...others] = line.segments;
    const reference = others.find(
      ({ text }) => ALONE.test(text.trim()) && /\d{3}/.test(text) && isReference(text.trim()),
    );
    if (!name || !reference || parties.resolve(name.text) !== source) continue;
    const value = reference.text.trim();
    if (value === found.get('other_reference')) continue;
    found.add('trade_id', value, { page: line.page, line: line.number, label: name.text, value }, 0.8);
    return;
  }
}

/** The last words that name a side: `and the dealer`. */
function sideOfWords(words: string, parties: Parties): Source | undefined {
  const all = words.trim().split(/\s+/);
  if (/^(?:our|your|ours|yours|master|agreement)$/i.test(all.at(-1) ?? '')) return undefined;
  for (let from = 0; from < all.length; from++) {
    const some = all
      .slice(from)
      .join(' ')
      .replace(/['’]s$/, '');
    if (normaliseLabel(some).length < 2) continue;
    const side = parties.resolve(some);
    if (side) return side;
  }
  return undefined;
}

/** Capitals and figures; a date or an amount is none. */
function isReference(text: string): boolean {
  if (/\p{Ll}/u.test(text)) return false;
  // The hour of a call.
  if (/^\d{1,2}:\d{2}(?::\d{2})?$/.test(text)) return false;
  return !/^\d{1,4}[./-]\d{1,2}[./-]\d{2,4}$|^[\d.,]+$/.test(text) || /^\d{5,}$/.test(text);
}

/** The lines as running text, where a reference that was broken at its hyphen is whole again. */
function joined({ lines }: PositionedText): string {
  return lines
    .map(({ segments }) => segments.map((segment) => segment.text).join(' ¦ '))
    .join(' \n')
    .replace(/(?<=[A-Z0-9]-) \n(?=[A-Z0-9]*\d)/g, '')
    .replace(/\s{2,}|[^\S ]/g, ' ');
}
