import { inEnglish } from './languages/translate.ts';
import type { Entry } from './layout/entry.ts';
import type { SlashOrder } from './values/dates.ts';
import { isListedLabel } from './vocabulary/index.ts';

/** Fewer labels of another language are words that English has too. */
const FEWEST_LABELS = 3;
/** An account, a postcode of the United Kingdom or a telephone outside North America: there nobody writes the month first. */
const ELSEWHERE =
  /\bIBAN\s+[A-Z]{2}\d{2}|,? [A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b|(?<![\w+])\+(?!1[\s(-])[2-9]\d{0,2}[\s(-]\d/;
const NORTH_AMERICA =
  /\+1[\s(-]|\bABA\b|\bFed(?:wire)?\b|\bN\.A\.|\b(?:NY|New York,? NY|IL|CT|NJ|CA|TX|MA|NC) \d{5}\b|\bMM\/DD\b/;

/**
 * How slash dates are written where the document comes from, for one whose dates nothing else settles: a form in German,
 * French, Spanish or Italian, or whose sender has its account or telephone in a country that writes the day first.
 */
/** As many labels in another language, and none says otherwise. */
const LEAST_FOREIGN = 4;

/**
 * A form in German, French, Spanish or Italian writes decimals with a comma (Unicode CLDR, number symbols; Switzerland groups
 * by apostrophes, which settles its mark), where no figure of the document says it.
 */
export function decimalMarkOfLanguage(entries: readonly Entry[]): ',' | undefined {
  if (entries.some(({ value }) => /\d['’]\d{3}/.test(value))) return undefined;
  const foreign = entries.filter(({ label }) => !isListedLabel(label) && inEnglish(label) !== undefined);
  return foreign.length >= LEAST_FOREIGN ? ',' : undefined;
}

export function slashOrderOfPlace(prose: string, entries: readonly Entry[]): SlashOrder | undefined {
  if (NORTH_AMERICA.test(prose)) return undefined;
  const foreign = entries.filter(({ label }) => !isListedLabel(label) && inEnglish(label) !== undefined).length;
  return foreign >= FEWEST_LABELS || ELSEWHERE.test(prose) ? 'day-first' : undefined;
}
