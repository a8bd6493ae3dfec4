import { FLOATING_INDEX, OVERNIGHT_NAMES, TERM_NAMES } from '../vocabulary/floating-indices.ts';
import { readDayCount, withPeriodsInFigures } from './terms.ts';

/** The page or the agent that publishes a rate: `(Reuters EURIBOR01)`. */
const SOURCE = /\s*\((?:reuters|refinitiv|bloomberg|telerate|page|screen|seite|bildschirmseite|page écran)\b[^)]*\)/gi;
/** Of such brackets what names a page: all else in them is a term of its own. */
const OF_A_PAGE =
  /\b(?:reuters|refinitiv|thomson|lseg|bloomberg|telerate|moneyline|page|screen|seite|bildschirmseite|écran|pantalla|pagina|página|pág|ric|ticker|or|any|successor|pages?|monitor|de|di|der|la|the|on|as|published|displayed)\b|\b[A-Z][A-Z0-9=<>.-]*\d[A-Z0-9=<>.-]*\b|<\w+>|\b[A-Z]{3,}\b|\b\d{3,5}\b|\b(?:at |um |à |a las |alle )?11(?:[:.]00)?\s?(?:a\.?\s?m\.?|h|uhr)?,?\s?(?:\(?(?:brussels|london|cet|target)\)?)?(?: time)?/gi;

/** What a bracket with the publisher of a rate says besides: another hour, an average. */
export function sourceOfRate(text: string): string | undefined {
  const bracket = SOURCE.exec(text)?.[0];
  SOURCE.lastIndex = 0;
  const said = bracket?.replace(OF_A_PAGE, ' ');
  return bracket !== undefined && /[\p{L}\d]{2}/u.test(said ?? '') ? bracket.trim().slice(1, -1) : undefined;
}
/** `USD-SOFR-OIS Compound, floating`: what an index says by being one. */
const IS_FLOATING =
  /^([A-Z]{3}-[A-Za-z].*?|.*(?:IBOR|SOFR|SONIA|SARON|STR).*?)(?:,\s*|\s+\(?)(?:floating|variabel|variable|variabile)(?: rate)?\)?$/i;
const NO_MARGIN =
  /[\s,]+(?:flat(?:\s*\((?:no|zero|nil) (?:spread|margin)\))?|\(flat\)|\(?(?:with )?(?:no|zero|nil) (?:spread|margin)\)?(?:\s*\(flat\))?|without (?:a |any )?(?:spread|margin)|ohne (?:marge|aufschlag|zuschlag)|sans marge|sin (?:margen|diferencial)|senza (?:spread|margine))\s*$/i;
const DESIGNATED =
  /[\s,]+(?:with (?:a )?)?designated maturity(?: of)?[\s:]*((?:\d{1,2}|one|three|six|twelve)[\s-]?(?:months?|m))\b/i;
/** `EURIBOR für Dreimonatsgelder`. */
const IN_MONTHS = /[\s,]+für\s+(ein|drei|sechs|zwölf)monats?(?:gelder?|geld)\b/i;
const MONTHS: ReadonlyMap<string, number> = new Map([
  ['ein', 1],
  ['drei', 3],
  ['sechs', 6],
  ['zwölf', 12],
]);
const COMPOUNDED_WORDS =
  /\b(?:daily|compound(?:ed|ing)?|in arrears|ois|average|kapitalisiert|aufgezinst|composé|capitalizado|capitalizzato|rate|over (?:the|each) (?:(?:calculation|interest) )?period)\b|(?<!\p{L})(?:t[äa]glich|quotidiennement|diariamente|giornalmente)|[-(),]/giu;

const ACCRUAL =
  /^(?:(?:base|basis|basis of|basis:)?\s?(?:act(?:ual)?|exact|exakt|effettivi|a|30e?)\s*\/\s*(?:36[05]\s*[lf]?|act(?:ual)?)(?:\s*\(?fixed\)?)?|\d{1,2}\s?[MY](?:,? on (?:the )?\d{1,2}(?:st|nd|rd|th)?)?|(?:re)?set (?:on|in) .{5,60})\.?$/i;

/** `quarterly`, `semi-annually in arrears`: nothing but how often. */
const isFrequency = (part: string) =>
  /^(?:paid |payable )?(?:monthly|quarterly|(?:semi-?)?annual(?:ly)?)(?: in arrears)?(?: (?:each|every|on)(?: the)? [\w\s/]{3,40})?\.?$/i.test(
    part,
  ) || IS_PAID_ABROAD.test(part);
/** `paiement semestriel`, `pago trimestral`, `vierteljährlich zahlbar`. */
const IS_PAID_ABROAD =
  /^(?:(?:paiements?|pagos?|pagament[io]|zahlung|liquidación|versements?)\s+)?(?:mensuels?|trimestriels?|semestriels?|annuels?|mensual(?:es)?|trimestral(?:es)?|semestral(?:es)?|anual(?:es)?|mensil[ei]|trimestral[ei]|semestral[ei]|annual[ei]|monatlich|vierteljährlich|halbjährlich|jährlich)(?:\s+(?:zahlbar|nachträglich|à terme échu|posticipato))?\.?$/iu;

const MONTH_WORD = '(?:months?|monate?n?|mois|meses|mesi|m)';
/** `6 Monate / 6 months`, `3 mesi / months`: one tenor in two languages. */
const TENOR_TWICE = new RegExp(`\\b(\\d{1,2})[\\s-]?${MONTH_WORD}\\s*/\\s*(?:\\1[\\s-]?)?${MONTH_WORD}(?![\\w-])`, 'i');
const TENOR = new RegExp(`\\b\\d{1,2}[\\s-]?(?:${MONTH_WORD}(?![\\w])|monats(?=-))`, 'i');
/** `EUR-EURIBOR, Laufzeit 3 Monate`: a word that says no more than the tenor behind it. */
const TENOR_WORD =
  /,?\s+(?:laufzeit|tenor|durée|plazo|durata|scadenza)(?: (?:von|of|de|di))?\s*:?\s+(?=\d{1,2}[\s-]?m)/i;

/** `EURIBOR 3 mois (EUR-EURIBOR)`, `SOFR compounded in arrears (USD-SOFR-OIS Compound)`: a short name and ISDA's for it. */
function withOfficialName(literal: string): string {
  const [, short = '', official = '', margin = ''] =
    /^([^()]+?)\s*\(\s*([A-Z]{3}-[A-Za-z][^()]*?)\s*\)((?:,?\s*(?:\+|[-–]|plus|minus|zuzüglich|abzüglich|più|meno|más|menos|moins|majoré|flat)(?=[\s\d]|$).*)?)$/i.exec(
      literal,
    ) ?? [];
  const [benchmark] = FLOATING_INDEX.exec(short) ?? [];
  const tenor = TENOR.exec(short)?.[0];
  const said = short
    .replace(benchmark ?? '', ' ')
    .replace(tenor ?? '', ' ')
    .replace(COMPOUNDED_WORDS, ' ')
    .trim();
  const isSame = benchmark !== undefined && official.toUpperCase().includes(benchmark.toUpperCase()) && said === '';
  const months = tenor === undefined ? '' : ` ${tenor.replace(/-?monats$/i, ' months')}`;
  return isSame ? `${official}${months}${margin}` : literal;
}

/** An ISDA name with everything behind it: `EUR-EURIBOR-REUTERS 6M FLAT SEMIANNUAL ACT/360`. */
const NAME_AND_REST =
  /^([A-Z]{3}-[A-Z][A-Za-z]+(?:-[A-Z0-9][\w.]*)*(?:\s(?:compound(?:ed)?|ois|average|cme|term|index|swap|rate)\b)*)[\s,]+(.+)$/i;
const HOW_OFTEN =
  /\b(?:paid |payable )?(?:monthly|quarterly|(?:semi-?)?annual(?:ly)?|half-?yearly)(?: in arrears)?\b/gi;
const DAY_COUNTS =
  /(?<![\w/])(?:act(?:ual)?|a|30e?)\s*\/\s*(?:36[05]\s*[lf]?|act(?:ual)?)(?:\s*\(?fixed\)?)?(?![\w/])/gi;
/** What of the rest is of the rate itself: its tenor, its margin. */
const OF_THE_RATE =
  /^(?:\d{1,2}[\s-]?(?:m|y|months?))?[\s,]*(?:flat|no (?:spread|margin)|(?:\+|-|plus|minus)\s*\d[\d.,]*\s*(?:%|bps?|basis points?))?$/i;

/** Without how often and by which days the leg is paid, if nothing else stands behind the index's name. */
function withoutAccrual(literal: string): string {
  const [, name = '', rest = ''] = NAME_AND_REST.exec(literal) ?? [];
  const ofRate = rest
    .replace(DAY_COUNTS, ' ')
    .replace(HOW_OFTEN, ' ')
    .replace(/[\s,]+/g, ' ')
    .trim();
  return rest !== '' && OF_THE_RATE.test(ofRate) ? `${name} ${ofRate}`.trim() : literal;
}

/** `USD-SOFR CME Term a 1 mes`, `EURIBOR à 3 mois`. */
const TENOR_ABROAD =
  /\s+(?:à|a|de|con|mit|für|zu|per|por|pour|sur)\s+(\d{1,2})[\s-]?(?:monate?n?|mois|mes(?:es|i|e)?)(?![\p{L}])/iu;

/** Splits what a literal says of an index's rate from what it says besides: no margin, a day count, a frequency. */
export function indexLiteral(text: string): {
  readonly literal: string;
  readonly tenor?: string;
  readonly isFlat: boolean;
} {
  const given = withPeriodsInFigures(text)
    .replace(SOURCE, ' ')
    .replace(TENOR_TWICE, '$1 months')
    .replace(TENOR_ABROAD, ' $1 months')
    .replace(TENOR_WORD, ' ')
    .replace(IS_FLOATING, '$1')
    .replace(/(?<=\d\s?[MY]|months?)\s+tenor\s*$/i, '')
    .replace(/\s+/g, ' ')
    .trim();
  let literal = withOfficialName(withoutAccrual(given));
  const months = IN_MONTHS.exec(literal);
  const tenor = DESIGNATED.exec(literal)?.[1] ?? (months && `${MONTHS.get((months[1] ?? '').toLowerCase())} months`);
  literal = literal.replace(DESIGNATED, '').replace(IN_MONTHS, '');
  // `compounded SOFR + 45 bp, Act/360, 3M`: the rate, then how it accrues and when it is paid.
  const parts = literal.split(/,\s+/);
  const accrual = parts.findIndex((part, i) => i > 0 && (readDayCount(part) !== undefined || isFrequency(part)));
  const saysOnlyHow = parts.slice(Math.max(accrual, 0)).every((part) => ACCRUAL.test(part) || isFrequency(part));
  if (accrual > 0 && saysOnlyHow && FLOATING_INDEX.test(parts.slice(0, accrual).join(', '))) {
    literal = parts.slice(0, accrual).join(', ');
  }
  // `…, no spread, annually each 3 May`: how often stands last.
  const said = literal.split(/,\s+/);
  while (said.length > 1 && isFrequency(said.at(-1) ?? '') && FLOATING_INDEX.test(said[0] ?? '')) said.pop();
  // ISDA's name behind the short one may have stood before all that.
  literal = withOfficialName(said.join(', '));
  const isFlat = NO_MARGIN.test(literal);
  // `6-Monats-EURIBOR (EUR-EURIBOR), ohne Aufschlag`: nothing stands behind the official name now.
  return { literal: withOfficialName(literal.replace(NO_MARGIN, '').trim()), isFlat, ...(tenor ? { tenor } : {}) };
}

/**
 * An index in ISDA's name where a short name says which it is: an overnight rate that is compounded, a term rate by its
 * own name. Anything else stays as printed.
 */
export function standardIndex(name: string, hasTenor: boolean): string {
  // `Euríbor`.
  const plain = name
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .trim();
  if (/^[A-Z]{3}-/.test(plain)) return /[a-z]/.test(plain) ? plain : inSmallLetters(plain);
  if (/^(?:USD[\s-])?(?:CME )?term SOFR(?: \(?CME\)?)?$/i.test(plain)) return 'USD-SOFR CME Term';
  const short = plain.replace(COMPOUNDED_WORDS, ' ').replace(/\s+/g, ' ').trim().toUpperCase();
  const overnight = OVERNIGHT_NAMES.get(short) ?? sameCurrency(short);
  if (overnight !== undefined && /compound|\bois\b/i.test(plain) && !/average/i.test(plain)) {
    return `${overnight}-OIS Compound`;
  }
  return (hasTenor && TERM_NAMES.get(plain.toUpperCase())) || plain;
}

/** `USD SOFR`: a short name behind the currency that it is of. */
function sameCurrency(short: string): string | undefined {
  const [, currency = '', name = ''] = /^([A-Z]{3}) (\S+)$/.exec(short) ?? [];
  const official = OVERNIGHT_NAMES.get(name);
  return official?.startsWith(`${currency}-`) ? official : undefined;
}

/** `USD-SOFR-OIS COMPOUND`, of a system that prints capitals alone: ISDA writes these words in small letters. */
function inSmallLetters(name: string): string {
  return name.replace(
    /\b(?:COMPOUND|AVERAGE|REUTERS|BLOOMBERG)\b/g,
    (word) => `${word[0]}${word.slice(1).toLowerCase()}`,
  );
}

/** How often a leg is paid where it stands last behind the day count: `…, Act/360, 3M`. */
export function frequencyBehindAccrual(text: string): string | undefined {
  const [, accrual = '', period] =
    /,\s+([^,]+),\s+(\d{1,2}\s?[MY])(?:,? on (?:the )?\d{1,2}(?:st|nd|rd|th)?)?\s*$/i.exec(text) ?? [];
  return readDayCount(accrual) === undefined ? undefined : period;
}

/** `Euríbor a 3 meses`: the tenor behind a small word. */
const OF_A_TENOR = /\s(?:a|à|de|di|zu)\s\d/;
const TENOR_WORDS =
  /\d{1,2}[\s-]*(?:months?|monats?\p{Ll}*|mois|meses|mesi|m)(?!\p{L})|\b(?:one|three|six|twelve)[\s-]months?\b/iu;

/** `Euríbor a 3 meses (EUR-EURIBOR) más 1,28 %`: the name that ISDA gives it, then its tenor and what is added. */
export function withNameFirst(text: string): string {
  const [, before = '', name, behind = ''] = /^(.*?)\s*\(([A-Z]{3}-[A-Z][\w -]{3,40})\)(.*)$/u.exec(text) ?? [];
  const [benchmark] = FLOATING_INDEX.exec(before.normalize('NFD').replace(/\p{Mn}/gu, '')) ?? [];
  // Another benchmark in brackets is no name of the first.
  if (name === undefined || benchmark === undefined || !name.includes(benchmark.toUpperCase())) return text;
  if (!OF_A_TENOR.test(before)) return text;
  return `${name} ${TENOR_WORDS.exec(before)?.[0] ?? ''}${behind}`.replace(/\s{2,}/g, ' ').trim();
}
