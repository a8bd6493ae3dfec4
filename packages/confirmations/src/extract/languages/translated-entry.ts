import type { Entry } from '../layout/entry.ts';
import { isKnownLabel, isListedLabel } from '../vocabulary/index.ts';
import { composedInEnglish } from './composed-labels.ts';
import { labelOfParty } from './fpml.ts';
import { labelOfPremium } from './premium-section.ts';
import { inEnglish } from './translate.ts';

const HOW_OFTEN =
  /^(?:(?:viertel|halb)?jährlich|monatlich|trimestr|semestr|mensu|mensil|annuel|anual|annual|quarterly|monthly|semi)/i;

/** `Article 2 – Montants fixes`, `Abschnitt 3: Variable Beträge`. */
const NUMBERED =
  /^(?:article|art\.?|abschnitt|artículo|articolo|sezione|sección|section|§|partie|parte|teil)\s*\d{1,2}\s*[–—.:-]?\s*/i;

/** `Coupon / Taux fixe`: the English part of a label that says the same in another language behind the bar. */
function englishPart(label: string): string | undefined {
  if (!label.includes('/')) return undefined;
  const [english = '', foreign = '', ...more] = label.replace(/\s*:$/, '').split(/\s+\/\s+/);
  // An element's path, `initialPayment / paymentDate`, is in one language.
  if (more.length > 0 || /[a-z][A-Z]/.test(label) || !isListedLabel(english) || isListedLabel(foreign))
    return undefined;
  return (inEnglish(foreign) ?? composedInEnglish(foreign)) === undefined ? undefined : english;
}

/** Of a label that is not known as it stands. */
const composedLabel = (label: string) => (isKnownLabel(label) ? undefined : composedInEnglish(label));

/** `Kurs GBP/USD`: of which currencies a label says that it is, kept so that it is held against the trade. */
const PAIR = /(?<![A-Z])[A-Z]{3}\/[A-Z]{3}(?![A-Z])/;
const withPair = (english: string, printed: string): string => {
  const pair = PAIR.exec(printed)?.[0];
  return pair === undefined || english.includes(pair) ? english : `${english} (${pair})`;
};

/** The entry with its label and headings in English where they are in another language that is read (R8). */
export function translated(entry: Entry): Entry {
  const english =
    labelOfPremium(entry.section, entry.label) ??
    labelOfParty(entry.section, entry.label) ??
    englishPart(entry.label) ??
    (isListedLabel(entry.label) ? undefined : (inEnglish(entry.label) ?? composedLabel(entry.label)));
  // `Fälligkeit: vierteljährlich, erstmals am …`, `Échéance: trimestrielle`: how often, not when it ends.
  const label = english === 'termination date' && HOW_OFTEN.test(entry.value) ? 'payment dates' : english;
  const [section, column] = [
    inEnglish(entry.section) ?? inEnglish(entry.section.replace(NUMBERED, '')),
    entry.column === undefined ? undefined : inEnglish(entry.column),
  ];
  if (label === undefined && section === undefined && column === undefined) return entry;
  return {
    ...entry,
    label: label === undefined ? entry.label : withPair(label, entry.label),
    section: section ?? entry.section,
    ...(column === undefined ? {} : { column }),
  };
}
