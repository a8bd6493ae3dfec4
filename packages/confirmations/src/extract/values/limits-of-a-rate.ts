import { percentIn } from './numbers.ts';

/** No less, and no more, than a floating rate is: in percent, as the fields write it. */
export interface LimitsOfRate {
  /** The text without what says so. */
  readonly rest: string;
  readonly floor?: string;
  readonly cap?: string;
}

const BEFORE =
  '(?:(?:with|subject to|and|avec|et|con|mit|und|soumis à|sujeto a|soggetto a)\\s+)?(?:(?:a|an|un|une|uno|una|einem|einer|eine)\\s+)?';
const NAMES_FLOOR =
  'floor(?:ed)?|flooré|plancher|suelo|(?:zins)?untergrenze|mindest(?:zins)?satz|minimum(?: rate)?|tasso minimo|tipo mínimo|taux minimum';
const NAMES_CAP =
  'cap(?:ped)?|cappé|plafond|plafonné|techo|(?:zins)?obergrenze|höchst(?:zins)?satz|maximum(?: rate)?|tasso massimo|tipo máximo|taux maximum';
const ZERO = 'zero|zéro|null|cero|nil|0';
const BETWEEN = '\\s*(?:rate|zinssatz)?\\s*(?:of|at|à|de|del|von|bei|auf|di|a|al|:)?\\s*';
/** The limit in per cent, or none at all; some print zero in words and in figures. */
const limit = (names: string): RegExp =>
  new RegExp(
    `[\\s,;(–-]*${BEFORE}(?:(?:(?:${ZERO})[\\s-]+(?:${names}))(?![\\p{L}])|(?<![\\p{L}])(?:${names})(?![\\p{L}])${BETWEEN}(?:(-?\\d[\\d.,]*\\s*(?:%|per\\s?cent|prozent))|(?:${ZERO})(?:\\s*(?:per cent|percent|prozent|%))?(?:\\s*\\(\\s*0(?:[.,]0+)?\\s*%\\s*\\))?(?![\\p{L}\\d.,])))(?:\\s*(?:p\\.\\s?a\\.|per annum|l['’]an))?\\)?`,
    'iu',
  );
const FLOOR = limit(NAMES_FLOOR);
const CAP = limit(NAMES_CAP);
/** One look first: most cells have none. */
const MAY_SAY = new RegExp(`${NAMES_FLOOR}|${NAMES_CAP}|\\bprovided\\b`, 'i');

const PERCENT = '(-?\\d[\\d.,]*\\s*(?:%|per\\s?cent\\.?))(?:\\s*(?:p\\.\\s?a\\.|per annum))?';
/** `provided that, if the Floating Rate would be less than 0.50% per annum, it shall be deemed to be 0.50% per annum`. */
const PROVISO = new RegExp(
  `[\\s,;(–-]*provided(?:,? however,?)?,? that,? if (?:the|such) (?:[\\w-]+ ){1,12}?(?:would be|is|were) (?:less|lower) than ${PERCENT},? (?:then )?(?:it|(?:the|such) (?:[\\w-]+ ){1,12}?)(?: )?(?:shall|will) be (?:deemed to be )?${PERCENT}\\s*\\)?[.\\s]*$`,
  'iu',
);

/** A proviso that holds the rate at the very figure below which it falls. */
function heldAt(text: string): { readonly rest: string; readonly value: string } | undefined {
  const match = PROVISO.exec(text);
  const [least, held] = [match?.[1], match?.[2]].map((each) =>
    each === undefined ? undefined : percentIn(each)?.value,
  );
  if (!match || least === undefined || held === undefined || Number(least) !== Number(held)) return undefined;
  return { rest: text.slice(0, match.index).trim(), value: least };
}

function taken(text: string, pattern: RegExp): { readonly rest: string; readonly value: string | undefined } {
  const match = pattern.exec(text);
  if (!match) return { rest: text, value: undefined };
  const value = match[1] === undefined ? '0' : percentIn(match[1])?.value;
  return value === undefined ? { rest: text, value } : { rest: text.replace(match[0], ' ').trim(), value };
}

/** `EURIBOR 3 mois, avec un plancher à 0,00 %`, `SOFR, floored at zero`: the rate without its floor and its cap. */
export function limitsOfRate(text: string): LimitsOfRate {
  if (!MAY_SAY.test(text)) return { rest: text };
  const floor = heldAt(text) ?? taken(text, FLOOR);
  const cap = taken(floor.rest, CAP);
  return {
    rest: cap.rest.replace(/[\s,;]+(?:and|und|et|y|e)?\s*$/i, ''),
    ...(floor.value === undefined ? {} : { floor: floor.value }),
    ...(cap.value === undefined ? {} : { cap: cap.value }),
  };
}
