import { holdsSeveral } from './not-or.ts';

const ACTUAL = '(?:act(?:ual)?|exact|exakt|eff\\.?|a|r[ée]els?|real(?:es)?|effettivi)';
const severalDayCounts = holdsSeveral([
  [/30e\s*\/\s*360\s*[.(]?\s*isda\)?/gi, '30E/360.ISDA'],
  [/30\s*e\s*\/\s*360|eurobond basis/gi, '30E/360'],
  [/(?:30|360)\s*\/\s*360|bond basis/gi, '30/360'],
  [new RegExp(`(?<![a-z])${ACTUAL}\\s*\\/\\s*365\\s*l`, 'gi'), 'ACT/365L'],
  [new RegExp(`(?<![a-z])${ACTUAL}\\s*\\/\\s*365`, 'gi'), 'ACT/365F'],
  [new RegExp(`(?<![a-z])${ACTUAL}\\s*\\/\\s*360|money market basis`, 'gi'), 'ACT/360'],
  [/act(?:ual)?\s*\/\s*act(?:ual)?\s*[.(-]?\s*(?:icma|isma)/gi, 'ACT/ACT.ICMA'],
  [/act(?:ual)?\s*\/\s*act(?:ual)?/gi, 'ACT/ACT.ISDA'],
  // `Bond basis Actual`.
  [/(?<![\p{L}/])(?:actual|exact)(?!\s*(?:\/|days|number))(?!\p{L})/giu, 'actual'],
]);

/** What makes a variant of a day count, or another number of it: `(AFB)`, `NL`, `× 2`, `365.25`. */
const VARIANT =
  /\b(?:afb|fbf|nl|no[\s-]?leap|japanese|italian|german|deutsche[rn]?|leap years?)\b|(?:36[056]|act(?:ual)?)\)?\s*(?:[x×*]|times)\s*\d|36[056][.,]\d/i;

/** Whether a cell holds two day counts, or a variant of one. */
export const hasDoubtfulDayCount = (text: string): boolean => VARIANT.test(text) || severalDayCounts(text);
