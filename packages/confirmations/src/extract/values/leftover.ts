import { DATE_LITERAL } from './dates.ts';

/** Figures beside a value that are of another, known kind: a date, a day count, a period, a clause's number, a time. */
const OTHER_FIGURES: readonly RegExp[] = [
  new RegExp(DATE_LITERAL, 'gi'),
  /\b(?:30e?|act(?:ual)?|exact|360|365|bus|1)\s*\/\s*(?:360|365|366|252|act(?:ual)?|1)[fl]?\b(?:\s*\(?[a-z]+\)?)?/gi,
  /\b\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b/gi,
  /\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+\d{1,2}(?:st|nd|rd|th)?\b/gi,
  /\b\d{1,2}(?:st|nd|rd|th)\s+day\b|\bIMM\s+\d{1,2}(?:st|nd|rd|th)s?\b|\b\d{1,2}(?:st|nd|rd|th)s\b/gi,
  /\b\d{1,3}[\s-]*(?:d|w|m|y|days?|weeks?|months?|mths?|years?|yrs?)\b/gi,
  /\(\d{1,2}\)\s+(?:\w+\s+){0,2}(?:days?|months?|years?)\b/gi,
  /\b(?:section|article|paragraph|clause|series|version|note)\s+[\d.()a-z]+/gi,
  /\b\d{1,2}:\d{2}\b(?:\s*[ap]\.?m\.?)?|\b\d{1,2}(?:\.\d{2})?\s*[ap]\.?m\.?(?=\W|$)/gi,
  /\b(?:1992|1998|1999|2000|2002|2003|2005|2006|2008|2014|2021)\s+(?:isda|definitions|fx|equity|commodity|credit)\b/gi,
  /\b[A-Z]{3}[\s-]?0[1-9]\b/g,
];

/** Words beside a value that make it one of several: a step, an amortisation, what a schedule says instead. */
const SEVERAL_VALUES =
  /\bthereafter\b|\bthen\b|\bamorti[sz]|\baccret|\bstep(?:ping|s|ped)?[\s-]*(?:up|down)|\breduc(?:ing|es|ed)\b|\bincreas(?:ing|es|ed)\b|\bsubject to (?:amorti|reduc|increase|the schedule|schedule|the amorti)|\b(?:as )?(?:set out|specified|stated|shown|described) in (?:the )?(?:schedule|annex|appendix|table)|\bin accordance with (?:the )?(?:schedule|annex|appendix|table)|\bfor the (?:first|remaining)\b|\bfrom time to time\b|\bfallend|\bd[ée]gressi|\bamortissement|\bamortizaci|\bammortamento|\btilgung/i;

/** What a literal holds beside its value: nothing that counts, another figure, or words that make the value one of several. */
export type Leftover = 'harmless' | 'figure' | 'several';

/** Judges the text before and after a value. Words are harmless; figures are so only where they are of another known kind. */
export function leftoverOf(rest: string, known: readonly RegExp[] = []): Leftover {
  if (SEVERAL_VALUES.test(rest)) return 'several';
  if (!/\d/.test(rest)) return 'harmless';
  let text = rest;
  for (const pattern of [...known, ...OTHER_FIGURES]) text = text.replace(pattern, ' ');
  return /\d/.test(text) ? 'figure' : 'harmless';
}
