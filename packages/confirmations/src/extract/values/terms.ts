import { matchesOf } from '../matches-of.ts';
import { readDate } from './dates.ts';
import { areEven, monthsIn } from './frequencies.ts';

/** A vocabulary: the first pattern that the text fits says what it means. */
type Vocabulary = readonly (readonly [RegExp, string])[];

function lookUp(vocabulary: Vocabulary): (text: string) => string | undefined {
  return (text) => vocabulary.find(([pattern]) => pattern.test(text))?.[1];
}

/** How often, in a word of the five languages, whatever its form: `semestrielles`. */
export const frequencyInWords = lookUp([
  [
    /\b(?:semi|half)[\s-]*(?:ann\b|annual|year)|\bhalbj[äa]hr|\bsemestri?[ae]?l|\bsemestral|\b(?:por|par|per) semestr|\bbi-?annual|\b6\s*m(?:onths?)?\b|\bsix[\s-]month|\bevery 6|\btwice a year|(?<![\w/])s\/a(?![\w/])/i,
    'SEMI_ANNUAL',
  ],
  [
    /\bquarter|\b(?:qtr|qtrly|qrtly|qtly)\b|\bviertelj[äa]hr|\btrimestr|\b3\s*m(?:onths?)?\b|\bthree[\s-]month|\bevery 3|\bfour times a year/i,
    'QUARTERLY',
  ],
  [
    /\bmonthly|\bmthly\b|\bmonatlich|\bmensu[ae]l|\bmensil|\bpor mes(?:es)?\b|\b1\s*m(?:onth)?\b|\b(?:every|each|per) (?:calendar )?month\b|\bcalendar months?\b/i,
    'MONTHLY',
  ],
  [
    /\bannual|\byearly|(?<![a-z])j[äa]hrlich|\bannuel|\banual|\bannuale|\bannuo|\b12\s*m(?:onths?)?\b|\b1\s*y(?:ear)?\b|\bp\.?a\.?$|\bevery (?:12|year)|\bonce (?:a|each|every) year|\b(?:einmal (?:im|pro) jahr|une fois par an|una vez al año|una volta all['’]anno)/i,
    'ANNUAL',
  ],
  [/\bweekly|\bw[öo]chentlich|\bhebdomadaire|\bsemanal|\bsettimanal|\b7\s*d(?:ays?)?\b|\b1\s*w(?:eek)?\b/i, 'WEEKLY'],
  [
    /\bdaily|(?<![a-z])t[äa]glich|\bquotidien|\bdiari[oa]|\bgiornalier|\b1\s*d(?:ay)?\b|\beach (?:[\w-]+ ){0,4}day\b/i,
    'DAILY',
  ],
  [
    /(?<!\b(?:to|including|until|the|up to the) )\b(?:at )?(?:maturity|term|bullet|zero coupon)\b(?! date| dt\b|\s+(?:sofr|sonia|rate|€str|estr|\w*ibor))|\bat (?:the )?maturity\b|\b1\s*t\b/i,
    'TERM',
  ],
]);

const MONTH_NAME =
  /(?<![\p{L}])(january|february|march|april|may|june|july|august|september|october|november|december|januar|februar|märz|mai|juni|juli|oktober|dezember|janvier|février|mars|avril|juin|juillet|août|septembre|octobre|novembre|décembre|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|gennaio|febbraio|aprile|maggio|giugno|luglio|settembre|ottobre|dicembre)(?![\p{L}])/giu;
const WHOLE_DATE =
  /\b(?:\d{1,2}(?:st|nd|rd|th|\.)?\s+[A-Z]\p{L}+,?\s+\d{4}|[A-Z][a-z]+\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4})\b/gu;
const BY_MONTHS_A_YEAR: Readonly<Record<number, string>> = {
  1: 'ANNUAL',
  2: 'SEMI_ANNUAL',
  4: 'QUARTERLY',
  12: 'MONTHLY',
};

/** `5 May 2026, 5 August 2026, 5 November 2026`: dates that are as many months apart. */
function frequencyOfDates(text: string): string | undefined {
  const dates = (text.match(WHOLE_DATE) ?? []).flatMap((literal) => {
    const read = readDate(literal);
    return read.kind === 'date' ? [read.date] : [];
  });
  if (dates.length < 3) return undefined;
  const months = dates.map((date) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)));
  const gaps = new Set(months.slice(1).map((month, i) => month - (months[i] ?? 0)));
  const [gap] = gaps;
  return gaps.size === 1 && gap !== undefined ? BY_MONTHS_A_YEAR[12 / gap] : undefined;
}

const SHORT_MONTH =
  /\b\d{1,2}(?:st|nd|rd|th|\.)?[\s-]?(jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)\b(?![\s.-]*\d{2}(?:\d{2})?(?!(?:st|nd|rd|th|\.)?[\s-]?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))|,\s*(?:19|20)\d{2})/gi;

/** `20 MAR/JUN/SEP/DEC`, `15 Feb / Aug`: one day, of several months. */
const MONTHS_BY_BARS =
  /(?<=\d\s?)(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)(?:\s?[/,&+]\s?(?:and\s)?(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)\b)+(?![\s.-]*\d{2})/gi;

/** `tous les trois mois`, `alle 6 Monate`, `cada año`: so many months, or a year of them. */
const EVERY_SO_MANY =
  /(?<!\p{L})(?:every|each|tous les|toutes les|alle|cada|ogni)\s+(\d{1,2})[\s-]+(?:months?|monate?|mois|mes(?:es)?|mes[ei])(?!\p{L})/iu;
const EVERY_YEAR =
  /(?<!\p{L})(?:tous les ans|chaque année|jedes jahr|alle jahre|cada año|todos los años|ogni anno)(?!\p{L})/iu;
const EVERY_MONTH = /(?<!\p{L})(?:tous les mois|chaque mois|jeden monat|cada mes|todos los meses|ogni mese)(?!\p{L})/iu;

function frequencyOfPeriods(text: string): string | undefined {
  const months = Number(EVERY_SO_MANY.exec(withPeriodsInFigures(text))?.[1] ?? 0);
  if (months > 0) return BY_MONTHS_A_YEAR[12 / months];
  if (EVERY_YEAR.test(text)) return 'ANNUAL';
  return EVERY_MONTH.test(text) ? 'MONTHLY' : undefined;
}

/** How often, in words, or by the months that are named: `17 March and 17 September`. */
export function readFrequency(text: string): string | undefined {
  const listed = frequencyOfDates(text);
  if (listed !== undefined) return listed;
  const days = text.replace(WHOLE_DATE, ' ');
  const short = matchesOf(days, SHORT_MONTH)
    .flatMap(([, month]) => month ?? [])
    .concat(matchesOf(days, MONTHS_BY_BARS).flatMap(([listed]) => listed.match(/\p{L}+/gu) ?? []));
  const named = days.match(MONTH_NAME) ?? [];
  // `28 Feb, 31 May`: a month that has no shorter name stands among short ones.
  const months = short.length > named.length ? short : named;
  const named_ = monthsIn(months.join(' '));
  const byMonths = areEven(named_) ? BY_MONTHS_A_YEAR[named_.length] : undefined;
  // `20 mars, 20 juin, 20 septembre et 20 décembre de chaque année`: the months, of each year.
  return frequencyInWords(text) ?? (named_.length > 1 ? byMonths : undefined) ?? frequencyOfPeriods(text) ?? byMonths;
}

/** `the actual number of days elapsed and a year of 365 days`, `the actual number of days over 360`: a day count in words. */
const inWords = (year: 360 | 365): RegExp =>
  new RegExp(
    `\\bactual number of (?:calendar )?days(?: (?:elapsed|passed|in (?:the|each|that) (?:\\w+ )?period))*(?:,? (?:over|divided by|(?:and|in|on|to)(?: the basis of)?)) (?:a )?(?:year of )?${year}(?![\\d.,]*\\d|(?:[- ]days?)?[ ,(/]{1,3}(?:or|and|in) [^.;]{0,30}366)`,
    'i',
  );

export const readDayCount = lookUp([
  [inWords(365), 'ACT/365F'],
  [inWords(360), 'ACT/360'],
  [/30e\s*\/\s*360\s*[.(]?\s*isda/i, '30E/360.ISDA'],
  [/30\s*e\s*\/\s*360|eurobond basis|30\/360 \(?european/i, '30E/360'],
  [/30\s*\/\s*360|360\s*\/\s*360|bond basis/i, '30/360'],
  [
    /(?:act(?:ual)?(?: days)?|giorni effettivi|jours exacts|días reales|exact|exakt|r[ée]els?|real(?:es)?|tats[äa]chliche? tage|effettivi|eff\.?)\s*\/\s*365\s*l/i,
    'ACT/365L',
  ],
  [
    /(?:act(?:ual)?(?: days)?|giorni effettivi|jours exacts|días reales|exact|exakt|r[ée]els?|real(?:es)?|tats[äa]chliche? tage|effettivi|eff\.?)\s*\/\s*365|a\s*\/\s*365|\bactual days over 365\b/i,
    'ACT/365F',
  ],
  [
    /(?:act(?:ual)?(?: days)?|giorni effettivi|jours exacts|días reales|exact|exakt|r[ée]els?|real(?:es)?|tats[äa]chliche? tage|effettivi|eff\.?)\s*\/\s*360|a\s*\/\s*360|money market basis|\bactual days over 360\b/i,
    'ACT/360',
  ],
  [/act(?:ual)?\s*\/\s*act(?:ual)?\s*[.(-]?\s*(?:icma|isma)/i, 'ACT/ACT.ICMA'],
  [/act(?:ual)?\s*\/\s*act(?:ual)?/i, 'ACT/ACT.ISDA'],
  [/(?:bus(?:iness)?|bu)\s*\/\s*252/i, 'BUS/252'],
  [/^\s*1\s*\/\s*1\s*$/, '1/1'],
]);

const conventionIn = lookUp([
  [
    /\bmod(?:ified|\.)?\s*-?\s*fol|\bfollowing\s+modifi?(?:ed|cat[oa]|cad[oa]|é|ziert)|modifizierte[rn]?\s+folge(?:geschäfts|bankarbeits)?tag|modifi(?:ziert|é|cad[oa]|cato)\S*\s*(?:folgend|suivant|siguiente|successiv)|(?:folgend\S*|suivant|siguiente|successiv[oa])\s+(?:\S+\s+){0,2}modifi|\bmf(?:bdc)?\b|\bmodfol|\bmod\.?\s*f\b/i,
    'MODIFIED_FOLLOWING',
  ],
  [/\bmod(?:ified|\.)?\s*-?\s*prec|\bmp\b|\bmodprec/i, 'MODIFIED_PRECEDING'],
  [
    /\bfol|\bnext business day|\bfolgender|\bfolge(?:geschäfts|bankarbeits)?tag|\bsuivant|\bsiguiente|\bsuccessivo|^\s*F\s*$/i,
    'FOLLOWING',
  ],
  [/\bprec|\bprevious business day|^\s*P\s*$/i, 'PRECEDING'],
  [/\bno adjustment|\bunadjusted|\bnot adjusted|^\s*none/i, 'NONE'],
]);

/** The convention that a text names; of the end of a cell, `Following)`, whose beginning may mean its contrary, none. */
export const readBusinessDayConvention = (text: string): string | undefined =>
  /^[^(]*\)/.test(text) ? undefined : conventionIn(text);

const settlementIn = lookUp([
  [
    /(?:sin|ohne|sans|senza|no|not|without|keine?|pas de|aucune|ninguna|nessuna) (?:physical |physische |effektive |physique |f[íi]sic[ao] )?(?:delivery|entrega|lieferung|livraison|consegna)(?: (?:physique|effective|f[íi]sica|efectiva|effettiva))?|non[\s-]*deliver|cash|differenz in bar|barausgleich|barabrechnung|bar(?:e|er)? |differenzausgleich|esp[èe]ces|num[ée]raire|efectivo|contanti|diferencias|differenziale/i,
    'CASH',
  ],
  [/physical|deliver|effektiv|lieferung|livraison|entrega|consegna|physique|f[íi]sic[ao]|physisch/i, 'PHYSICAL'],
]);

/** How a trade settles; what it falls back to, `auction, fallback physical`, is another way. */
export const readSettlementType = (text: string): string | undefined =>
  settlementIn(text.replace(/[,;(]?\s*\bfall-?back\b.*$/i, ' '));

export const readOptionStyle = lookUp([
  [/europ(?:ean|[äa]isch|[ée]en|e[ao])|^E$/i, 'EUROPEAN'],
  [/ameri[ck]an|am[ée]ricain|^A$/i, 'AMERICAN'],
  [/bermuda/i, 'BERMUDA'],
]);

export const readReturnType = lookUp([
  [/total|gesamt(?:ertrag|rendite)|^TR$/i, 'TOTAL_RETURN'],
  [
    /price|^PR$|kurs(?:ertrag|rendite)|(?:rendement|performance) (?:de |du )?(?:prix|cours)|rent?abilidad (?:de|del) precio|rendimento (?:di|del) prezzo/i,
    'PRICE_RETURN',
  ],
]);

export const readCompounding = lookUp([
  [/ois|in arrears|daily compound/i, 'OIS_COMPOUND'],
  [/straight/i, 'STRAIGHT'],
  [/flat/i, 'FLAT'],
]);

export const readMasterAgreement = lookUp([
  [/2002\s+isda|isda\s+2002|isda\s+master\s+agreement\s+\(?2002\b/i, 'ISDA 2002'],
  [/1992\s+isda|isda\s+1992|isda\s+master\s+agreement\s+\(?1992\b/i, 'ISDA 1992'],
]);

/** Small numbers in the five languages that are read, in their order from one. */
const NUMBER_WORDS: readonly string[] = [
  'one|eine?n?|une?|uno|una',
  'two|zwei|deux|dos|due',
  'three|drei|trois|tres|tre',
  'four|vier|quatre|cuatro|quattro',
  'five|fünf|cinq|cinco|cinque',
  'six|sechs|seis|sei',
  'seven|sieben|sept|siete|sette',
  'eight|acht|huit|ocho|otto',
  'nine|neun|neuf|nueve|nove',
  'ten|zehn|dix|diez|dieci',
  'eleven|elf|onze|once|undici',
  'twelve|zwölf|douze|doce|dodici',
];
const UNITS_OF_TIME =
  '(?:days?|weeks?|months?|years?|tage?n?|wochen?|monate?n?|jahre?n?|jours?|semaines?|mois|ans?|années?|días?|semanas?|mes(?:es)?|años?|giorn[oi]|settiman[ae]|mes[ei]|ann[oi])';
const SPELLED_PERIOD = new RegExp(
  `(?<![\\p{L}\\d-])(${NUMBER_WORDS.join('|')})(?=[\\s-]+${UNITS_OF_TIME}(?![\\p{L}]))`,
  'giu',
);
const EACH_NUMBER = NUMBER_WORDS.map((words) => new RegExp(`^(?:${words})$`, 'iu'));

/** A text with the numbers of its periods in figures: `sechs Monate` → `6 Monate`. */
export const withPeriodsInFigures = (text: string): string =>
  text.replace(SPELLED_PERIOD, (word) => String(EACH_NUMBER.findIndex((number) => number.test(word)) + 1));

/** A period: `6M`, `Six months`, `sechs Monate`, `3-month`, `5 Years` → 6M, 6M, 6M, 3M, 5Y. */
export function readTenor(text: string): string | undefined {
  const match =
    /\b(\d{1,2})[\s-]*(d|w|m|y|day|week|month|mth|year|yr|monat|mois|mese?|jahr|année|an|año|ann[oi])(?:s|e|i|en)?\b/i.exec(
      withPeriodsInFigures(text),
    );
  if (!match) return undefined;
  const [, count = '', unit = ''] = match;
  return `${Number(count)}${/^[ja]/i.test(unit) ? 'Y' : unit[0]?.toUpperCase()}`;
}

/** A currency option's type, in the order in which it is printed: `EUR Put / USD Call`. */
export function readOptionType(text: string): string | undefined {
  const plain = text.replace(/\b(?:kauf|verkaufs)option\s*\((call|put)\)\s*auf\s+/gi, '$1 ');
  const parts = matchesOf(plain, /\b([A-Z]{3})[\s-]+(put|call)\b|\b(put|call)[\s-]+(?:on\s+)?([A-Z]{3})\b/gi).map(
    (match) => ({
      currency: (match[1] ?? match[4] ?? '').toUpperCase(),
      side: (match[2] ?? match[3] ?? '').toUpperCase(),
    }),
  );
  const [first, second] = [parts[0], parts.find(({ side }) => side !== parts[0]?.side)];
  return first && second ? `${first.currency}_${first.side}_${second.currency}_${second.side}` : undefined;
}

const LONGEST_PLACES = 120;
/** `London, using the Modified Following Business Day Convention`, `New York, Modified Following`. */
const CONVENTION =
  /[,(;]?\s*(?:using |with |and )?(?:the )?(?:mod(?:ified|\.)?\s*-?\s*(?:fol\w*|prec\w*)|following|preceding)(?: business day)?(?: convention)?\)?/gi;

/** Places, in order and spelled alike: `London and New York` and `New York, London` agree. */
export function readBusinessCenters(text: string): string | undefined {
  // A number of days is no place.
  if (/\d/.test(text) || text.length > LONGEST_PLACES) return undefined;
  const places = text
    .replace(CONVENTION, ' ')
    // `TARGET, Modified Following (adjusted)`: that periods are adjusted is no place.
    .replace(/[,;]?\s*\(?\b(?:un)?adjusted\b\)?/gi, ' ')
    .replace(/[()]/g, ' ')
    // `TARGET y/and Nueva York`.
    .replace(/\s(?:[eyo]|ed|et|und)\s?\/\s?(?:and|or)\s/gi, ' and ')
    .split(/,|;|\/|\b(?:and|und|sowie|et|plus|as well as)\b|\s[ey]\s|&|\+/i)
    .map((place) => place.trim())
    .filter(
      (place) =>
        !/[«»]|\bgeschäftstag|\bfolgemonat|\bvorhergehend/i.test(place) &&
        readBusinessDayConvention(place) === undefined,
    );
  return places.filter(Boolean).join(', ') || undefined;
}

export const readText = (text: string): string | undefined => (isAbsent(text) ? undefined : text.trim());

/** What stands where nothing is said. */
export function isAbsent(text: string): boolean {
  return /^\s*(?:n\/?\.?a\.?|not applicable|inapplicable|none(?: \((?:zero|nil|no)[- ]?\p{L}+\))?|nil|-+|–|tbd|tba)?\.?\s*$/iu.test(
    text,
  );
}

/** ISO 17442: 18 letters or digits and two check digits, mod 97. */
export function hasValidLeiCheckDigits(lei: string): boolean {
  const digits = [...lei].map((c) => Number.parseInt(c, 36)).join('');
  let remainder = 0;
  for (const digit of digits) remainder = (remainder * 10 + Number(digit)) % 97;
  return remainder === 1;
}

export function readLei(text: string): string | undefined {
  return /\b[A-Z0-9]{18}\d{2}\b/.exec(text.toUpperCase())?.[0];
}

export function readBic(text: string): string | undefined {
  return /\b[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?\b/.exec(text)?.[0];
}
