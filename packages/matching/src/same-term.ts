import { FIELD_KINDS, type FieldKind, type TradeField } from '@trade-matching/domain';
import { normaliseText } from './normalise-text.ts';
import { rateOption } from './rate-options.ts';
import { securityIdentifier } from './security-identifier.ts';

const IDENTIFIER_KINDS: ReadonlySet<FieldKind> = new Set<FieldKind>(['reference', 'lei', 'bic']);

/** Whether two documents say one term in two ways: numbers, dates and names within tolerance are not asked here. */
export function isSameTerm(field: TradeField, ours: string, theirs: string): boolean {
  return canonicalTerm(field, ours) === canonicalTerm(field, theirs);
}

/** A term's text in the form in which every way to write it is the same. */
export function canonicalTerm(field: TradeField, value: string): string {
  const kind: FieldKind = FIELD_KINDS[field];
  if (field === 'reference_obligation') return securityIdentifier(value);
  if (field === 'governing_law') return jurisdiction(value);
  if (field === 'floating_rate_index') return rateOption(value);
  if (field === 'option_type') return optionType(value);
  if (kind === 'list') return places(value);
  const text = normaliseText(value);
  return IDENTIFIER_KINDS.has(kind) ? text.replaceAll(' ', '') : text;
}

/** Either currency may come first: `EUR_PUT_USD_CALL`, `USD_CALL_EUR_PUT`. */
function optionType(value: string): string {
  return (value.match(/[A-Z]{3}_(?:PUT|CALL)/g) ?? [value]).sort().join('_');
}

/** `English law`, `the laws of England and Wales`, `State of New York`. */
function jurisdiction(value: string): string {
  const words = normaliseText(value)
    .split(' ')
    .filter((word) => !/^(?:the|laws?|of|state|and|wales|governed|by)$/.test(word));
  return words.join(' ').replace(/^england$/, 'english');
}

/** Business centers by FpML's codes and by how confirmations name their cities. */
const CENTERS: ReadonlyMap<string, string> = new Map([
  ['gblo', 'london'],
  ['usny', 'new york'],
  ['nyc', 'new york'],
  ['new york city', 'new york'],
  ['euta', 'target'],
  ['target2', 'target'],
  ['target 2', 'target'],
  ['t2', 'target'],
  ['jpto', 'tokyo'],
  ['chzu', 'zurich'],
  ['frpa', 'paris'],
  ['defr', 'frankfurt'],
  ['hkhk', 'hong kong'],
  ['sgsi', 'singapore'],
  ['ausy', 'sydney'],
  ['cato', 'toronto'],
  ['usgs', 'u s government securities'],
]);

// Whichever city comes first.
function places(value: string): string {
  const cities = value.split(/[,;/]|\band\b|&/i).map((place) => normaliseText(place));
  return [...new Set(cities.filter(Boolean).map((city) => CENTERS.get(city) ?? city))].sort().join(', ');
}
