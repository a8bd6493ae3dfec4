import { matchesOf } from '../matches-of.ts';
import { holdsSeveral, saysNotOr } from './not-or.ts';

/** How often, by words of which each is another than the one that is in it: `bi-monthly`, `every other month`, `alle zwei Jahre`. */
const OTHER_RHYTHM =
  /\b(?:bi|semi|half|tri|fort)[\s-]*(?:month|week|night|quarter)\w*|\bbi[\s-]?enni\w+|\bbi[\s-]?yearly|\b(?:every|each) (?:other|second|third|fourth|fifth|two|four|five|eight|nine|ten|2|4|5|8|9|10|18|24|36)(?:nd|rd|th)?\s+(?:calendar )?(?:days?|weeks?|months?|quarters?|years?)\b|\b(?:two|three|four|five|2|3|4|5)\s+times (?:a|per|each) (?:month|week)|\b(?:twice|thrice) (?:a|per|each|every) (?:month|week)|(?<!\p{L})(?:zwei|drei|vier|14)[\s-]?(?:monatlich|wöchentlich|tägig|tägl|jährlich)\w*|(?<!\p{L})alle (?:zwei|vier|2|4) (?:wochen|monate|jahre)|(?<!\p{L})jede[nrs]? (?:zweite|dritte|vierte)[nrs]? (?:woche|monat|jahr|quartal)|(?<!\p{L})bi(?:mensu|mestr|hebdo|semanal|settimanal|annuale\b|ennal)\w*|(?<!\p{L})(?:quinzaine|quincenal\w*|quindicinal\w*|cuatrimestr\w*|quadrimestr\w*)|(?<!\p{L})(?:tous les|toutes les|cada|ogni) (?:deux|quatre|dos|cuatro|due|quattro|2|4|24) (?:semaines|mois|ans|semanas|meses|años|settimane|mesi|anni)/iu;

const severalRhythms = holdsSeveral([
  [
    /\b(?:semi|half)[\s-]*(?:annual|year)\w*|(?<!\p{L})halbj[äa]hr\w*|\bsemestri?[ae]?l\w*|\b(?:por|par|per) semestr\w*|\bbi-?annual\w*|\b6\s*m(?:onths?)?\b|\btwice a year/giu,
    'SEMI_ANNUAL',
  ],
  [
    /\bquarter(?:ly)?\b|\bqtr(?:ly)?\b|\bviertelj[äa]hr\w*|\btrimestr\w*|\b3\s*m(?:onths?)?\b|\bfour times a year/giu,
    'QUARTERLY',
  ],
  [/\bmonthly|\bmthly\b|\bmonatlich\w*|\bmensu[ae]l\w*|\bmensil\w*/giu, 'MONTHLY'],
  [
    /\bannual(?:ly)?\b|\byearly|(?<!\p{L})j[äa]hrlich\w*|\bannuel\w*|\banual\w*|\bannuale\b|\bannualmente|\b12\s*m(?:onths?)?\b|\bonce a year/giu,
    'ANNUAL',
  ],
  [/\bweekly|\bw[öo]chentlich\w*|\bhebdomadaire\w*|\bsemanal\w*|\bsettimanal\w*/giu, 'WEEKLY'],
]);

/** Months in the five languages by how their names begin. */
const MONTHS: readonly RegExp[] = [
  /^(?:jan|ene|gen)/i,
  /^f[ée][bv]/i,
  /^m[aä]r/i,
  /^(?:apr|avr|abr)/i,
  /^ma[yig]/i,
  /^(?:jun|juin|giu)/i,
  /^(?:jul|juil|lug)/i,
  /^(?:aug|ao[uû]|ago)/i,
  /^set?p?/i,
  /^(?:oct|okt|ott)/i,
  /^nov/i,
  /^d[eéi][czc]/i,
];
/** Names of months, as a part of a pattern. */
export const MONTH_NAMES =
  '(?:jan(?:uary|uar|vier)?|enero|gennaio|feb(?:ruary|ruar|rero|braio)?|février|mar(?:ch|s|zo)?|märz|apr(?:il|ile)?|avril|abril|may|mai|mayo|maggio|june?|juni|juin|junio|giugno|july?|juli|juillet|julio|luglio|aug(?:ust)?|août|agosto|sept?(?:ember|embre|tembre|tiembre)?|settembre|oct(?:ober|obre|ubre)?|oktober|ottobre|nov(?:ember|embre|iembre)?|dec(?:ember)?|dez(?:ember)?|décembre|diciembre|dicembre)';
const NAME = new RegExp(`^${MONTH_NAMES}$`, 'iu');
const ANY_NAME = new RegExp(`(?<!\\p{L})${MONTH_NAMES}(?!\\p{L})`, 'giu');

/** January is 0. Undefined where a word is no month's name. */
export function monthNumber(name: string): number | undefined {
  const isName = NAME.test(name);
  const month = MONTHS.findIndex((begin) => begin.test(name));
  return isName && month >= 0 ? month : undefined;
}

/** Names of months, small `may` left out: it is a verb as well. */
export function monthsIn(text: string): number[] {
  const months = matchesOf(text, ANY_NAME).flatMap(([name]) => (name === 'may' ? [] : (monthNumber(name) ?? [])));
  return [...new Set(months)].sort((a, b) => a - b);
}

/** Whether months are as far apart through the year: `March and September`, and not `March and October`. */
export function areEven(months: readonly number[]): boolean {
  const gaps = months.map((month, i) => ((months[(i + 1) % months.length] ?? 0) - month + 12) % 12 || 12);
  return new Set(gaps).size === 1;
}

const TIMES_A_YEAR: readonly (readonly [RegExp, number])[] = [
  [/\b(?:semi|half)[\s-]*(?:annual|year)|(?<!\p{L})halbj[äa]hr|\bsemestr/iu, 2],
  [/\bquarterly|\bqtr(?:ly)?\b|\bviertelj[äa]hr|\btrimestr/i, 4],
  [/\bmonthly|\bmonatlich|\bmensu[ae]l|\bmensil/i, 12],
  [/\bannual|\byearly|(?<!\p{L})j[äa]hrlich|\bannuel|\banual/iu, 1],
];

/** Whether a cell of how often says another rhythm, two of them, one that is not meant, or months that are none. */
export function hasDoubtfulFrequency(text: string): boolean {
  if (OTHER_RHYTHM.test(text) || severalRhythms(text) || saysNotOr(text)) return true;
  const months = monthsIn(text);
  if (months.length < 2) return false;
  const said = TIMES_A_YEAR.find(([words]) => words.test(text))?.[1];
  return !areEven(months) || (said !== undefined && said !== months.length);
}
