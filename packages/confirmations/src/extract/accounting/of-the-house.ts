import { canonicalLabel } from '../labels.ts';
import { dateIn } from '../values/dates.ts';
import { isKnownLabel } from '../vocabulary/index.ts';
import { isEconomic } from './economic.ts';

/**
 * What a paper says of the house that prints it, of its limits and its books: no term of the trade, whatever figures it
 * holds. Sources: the imprints that company law asks for (AktG § 80, GmbHG § 35a, Code de commerce R123-237, Codice civile
 * 2250), the contact and account blocks of confirmations, and what treasury systems print beside a deal.
 */

/** A register, a board, a capital. */
const IMPRINT =
  /\b(?:HRB|Handelsregister|Aufsichtsrat\w*|Vorstand(?:svorsitz\w*)?|Geschäftsführer\w*|(?:Grund|Stamm)kapital|share capital|issued share capital|capital social|capitale sociale|cap\. soc\.|au capital de|RCS|registered in|registered office|companies house|partita IVA|company (?:no|number))\b/i;
/** Where to ask, and where money is sent. */
const CONTACT_OR_ACCOUNT = /\S@\S+\.\w{2,}|\bIBAN\b|\bABA\s+\d|\bBLZ\b|\bKonto\s+\d|\bsort code\b/i;
const CONTACT_LABEL =
  /^(?:coordonnee?s?(?: bancaires?)?|kontakt|contacto|contatti?|riferimenti|contact(?: details)?|account(?: details)?|bankverbindung|wire instruction|wire|inquir(?:y|ie)|enquir(?:y|ie)|(?:bei )?ruckfragen?(?: an| bitte an)?|(?:ihr )?ansprechpartner(?:in)?|(?:votre )?interlocuteur|pour toute question|renseignement|per informazioni|referente|para (?:consulta|cualquier consulta)|persona de contacto|telefon|telephone|phone)\b/;
/** Words of labels for what regulators, accountants and limits ask for. */
const OF_ITS_BOOKS =
  /^(?:regulatory information|regulatory|emir(?: classification)?|mifid(?: classification)?|member \w+|board|management board|vorstand|geschaftsfuhrer|hedge (?:designation|documentation|accounting|reference)|purpose|internal cost center|cost center|en garantie|seuil d exigibilite.*|annexe de remise.*)$/;
/** A label of a term: whatever words its value has, it is kept and compared (R2). */
const OF_A_TERM =
  /\b(?:notional|premium|rates?|amounts?|prices?|barrier|caps?|floors?|strike|spread|break|early|termination|trigger|event|option|quantity|dates?|currency|schedule|fallback|fixing|settlement|upfront)\b/;
/** No imprint says these. */
const SPEAKS_OF_A_TERM = /\b(?:barrier|knock\w*|terminat\w*|strike|floor|exercis\w*|notional|premium|swap rate)\b/i;
/** `ZCZC LCC0914 100926 0811`, `NNNN`: how a telegram begins and ends (ITU-T F.31). */
const TELEGRAM = /^(?:ZCZC(?: [A-Z]{0,4}\d{2,8})*|NNNN)$/;
/** Sentences of the same kind. */
const SENTENCES: readonly RegExp[] = [
  /\b(?:limit utili[sz]ation|lines? of credit|credit lines?)\b/i,
  /\bnet asset value of\b(?!.*\b(?:below|falls?|declin\w*|trigger\w*|less than|reduc\w*|event|terminat\w*)\b)/i,
  /\b(?:Konto|BLZ|compte|cuenta|conto corrente)\s+\d/i,
  // A fee that is not charged is none.
  /\b(?:fees?|entgelt|gebühr|frais|comisi[oó]n|commission[ei]?)\b.{0,60}\b(?:(?:is|are|will) not (?:be )?(?:charged|payable|due)|nicht (?:erhoben|berechnet)|n['’]est pas (?:facturée?|due?)|no se cobra|non è dovut[ao])\b/i,
  /\bmargin of the bank included in the rate\b|\bex-ante cost\b|\bcosti impliciti\b/i,
];

/** `CPTY COPY`, `Copy 2 of 3`, `DUPLICATE`: for whom the sheet is printed. */
const SHEET =
  /^(?:(?:cpty|counterparty|client|customer|bank|dealer|broker|file|office|your|our) copy|copy \d+ of \d+|duplicate|original)$/i;
/** `This ticket is sent to the client in lieu of a letter confirmation.`: what the paper stands for, and nothing besides. */
const STANDS_FOR_A_LETTER =
  /^(?:this|the) (?:[a-z]+ ){1,3}(?:is|are) (?:sent|issued|provided|supplied)(?: to [a-z ]{3,40})? (?:in lieu|in place|instead) of an? (?:[a-z]+ ){0,2}confirmation\.?$/i;

/** Whether a sentence is of the house that prints the paper. */
export const isOfTheHouse = (sentence: string): boolean =>
  SHEET.test(sentence.trim()) ||
  STANDS_FOR_A_LETTER.test(sentence.trim()) ||
  TELEGRAM.test(sentence.trim()) ||
  (IMPRINT.test(sentence) && !SPEAKS_OF_A_TERM.test(sentence)) ||
  SENTENCES.some((pattern) => pattern.test(sentence));

/**
 * Whether an entry is so: its label, canonically written, is of the house, or its value is an imprint, a contact, an account.
 *
 * @param label as `canonicalLabel` writes it
 */
export function isHouseEntry(label: string, value: string): boolean {
  if (OF_ITS_BOOKS.test(label)) return true;
  if (IMPRINT.test(value) && !OF_A_TERM.test(label)) return true;
  return CONTACT_LABEL.test(label) && (CONTACT_OR_ACCOUNT.test(value) || /\+?\d[\d ()]{6,}/.test(value));
}

/** `none. Lines of credit available …: USD 4,000,000.00`: nothing, then what is of the house. */
export function isNoneAndMore(value: string): boolean {
  const [, rest = ''] = /^(?:none|nil|keine|aucune?|ninguna?|nessuna?)\.\s+(.+)$/i.exec(value.trim()) ?? [];
  return rest !== '' && isOfTheHouse(rest);
}

/** `our reference HX 26/44, your reference AB-2`, or a reference alone beside a name: nothing besides what was read. */
export function holdsOnlyReferences(value: string, references: readonly (string | undefined)[]): boolean {
  let rest = value;
  for (const reference of references) if (reference !== undefined) rest = rest.replaceAll(reference, ' ');
  if (rest === value) return false;
  return (
    rest
      .replace(
        /\b(?:our|your|ours|yours|unsere?|ihre?|notre|votre|nuestra|su|nostro|vostro|ref(?:erence)?|referenz|référence|referencia|riferimento|no|number|nummer|zeichen|file|confirmation|bestätigung|confirmación|conferma|and|und|et|y|e)\b/gi,
        ' ',
      )
      .replace(/[\s.,;:/|·-]+/g, '') === ''
  );
}

const OF_A_NAME =
  /^(?:[\p{Lu}\d&(].*|of|and|the|in|for|de|du|des|del|della|delle|dei|di|la|le|les|el|il|los|van|von|der|den|und|für|et|y|e|plc|mbh|\(publ\))$/u;

/** A text without the names of the parties: a word in somebody's name, `Halvard Lines AS`, states nothing of the trade. */
export function withoutNames(text: string, names: readonly (string | undefined)[]): string {
  return names.reduce<string>((left, name) => {
    // What was taken for a name and has a verb in it is a statement.
    const words = name?.split(/\s+/) ?? [];
    if (words.length === 0 || !words.every((word) => OF_A_NAME.test(word))) return left;
    const spelled = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
    return left.replace(new RegExp(`(?<![\\p{L}\\d-])${spelled.join('\\s+')}(?![\\p{L}\\d-])`, 'giu'), ' ');
  }, text);
}

/**
 * Whether a line is a party's name, or a place with the day of the paper and its references: how a letter begins and ends,
 * `Lucca, 12 marzo 2027 – Ns. rif. TM 044/27`. A word that is none of these is left to be judged.
 */
export function isOfTheLetter(
  text: string,
  names: readonly string[],
  references: readonly (string | undefined)[],
  traded: string | undefined,
): boolean {
  const plain = plainOf(text);
  if (plain !== '' && names.some((name) => plainOf(name) === plain)) return true;
  const [, place = '', rest = ''] = PLACE.exec(text.trim()) ?? [];
  const { reading, before, after } = dateIn(rest);
  if (reading.kind !== 'date' || traded === undefined || !/^(?:the|le|den|lì|il|a)?\s*$/i.test(before)) return false;
  // A letter is of the day of the trade or of one soon after; a term's day is named by a word of one.
  const days = (Date.parse(reading.date) - Date.parse(traded)) / A_DAY;
  if (days < 0 || days > MOST_DAYS_OF_A_LETTER || isKnownLabel(place) || isEconomic(canonicalLabel(place), place))
    return false;
  return after.trim() === '' || holdsOnlyReferences(after.replace(OF_WHOM, ' '), references);
}
const A_DAY = 86_400_000;
const MOST_DAYS_OF_A_LETTER = 10;
const plainOf = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim();
const PLACE = /^(\p{Lu}[\p{L}.'’-]{2,20}(?:[ -]\p{L}[\p{L}.'’-]{1,20}){0,3}),\s+(.+)$/u;
const OF_WHOM = /(?<!\p{L})(?:n\/|s\/|v\/|ns|vs|rif|rf|réf|az|gz|u|i)\.?(?!\p{L})/giu;

/** `Nom :` beside another `Name:`: a label in the place of a value, which somebody is to fill in. */
export const isBlank = (value: string): boolean => /^\p{L}[\p{L} .’'/-]{0,30}\s?:[\s_.]*$/u.test(value);

/** What runs along the pages without the number of the page, or undefined where it has none: `CAP 0226/121 – pag. 1 di 2`. */
export function withoutPageNumber(text: string): string | undefined {
  if (text.length > LONGEST_RUNNING_LINE) return undefined;
  const rest = text.replace(PAGE_NUMBER, ' ');
  return rest === text ? undefined : rest;
}
const LONGEST_RUNNING_LINE = 80;
const PAGE_NUMBER =
  /[\s–—|·-]*\b(?:page|pag\.?|p[aá]gina|pág\.?|seite|blatt|p\.)\s*\d{1,3}\s*(?:of|de|di|du|von|sur|su|\/)\s*\d{1,3}\b/iu;

/** What who signs writes beside these. */
const OF_A_SIGNATURE =
  /^(?:name|nom|nome|nombre|title|titre|titel|capacity|qualité|funktion|date|datum|data|fecha|signature|unterschrift|firma|place|lieu|ort|luogo|cargo|carica|ruolo)(?!\p{L})/iu;

/** `Nom / Qualité | Nom / Qualité`: the same label of two signatures side by side, which two people are to fill in. */
export const isSignaturesLabel = (label: string, value: string): boolean =>
  value.trim() === label.trim() && !/\d/.test(value) && OF_A_SIGNATURE.test(value.trim());
