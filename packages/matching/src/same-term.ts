import {
  FIELD_KINDS,
  type FieldKind,
  jurisdictionNamed,
  jurisdictionOfLaw,
  type TradeField,
} from '@trade-matching/domain';
import { centerOf, places } from './business-centers.ts';
import { commodityName, isSameCommodity } from './commodity-names.ts';
import { normaliseText } from './normalise-text.ts';
import { printedValue } from './printed-value.ts';
import { rateOption } from './rate-options.ts';
import { securityIdentifier } from './security-identifier.ts';
import { settlementRate } from './settlement-rates.ts';
import { isSameShare, shareName } from './share-name.ts';

const IDENTIFIER_KINDS: ReadonlySet<FieldKind> = new Set<FieldKind>(['reference', 'lei', 'bic']);

/** Whether two documents say one term in two ways: numbers, dates and names within tolerance are not asked here. */
export function isSameTerm(field: TradeField, ours: string, theirs: string): boolean {
  if (field === 'underlier') return isSameShare(ours, theirs);
  if (field === 'commodity') return isSameCommodity(ours, theirs);
  if (field === 'barrier_type') return isSameBarrier(ours, theirs);
  if (field === 'master_agreement') return isSameAgreement(ours, theirs);
  return canonicalTerm(field, ours) === canonicalTerm(field, theirs);
}

/** Fields with a vocabulary or a form of their own. */
const BY_FIELD: { readonly [F in TradeField]?: (value: string) => string } = {
  reference_obligation: securityIdentifier,
  governing_law: jurisdiction,
  floating_rate_index: rateOption,
  second_rate_index: rateOption,
  settlement_rate_option: settlementRate,
  commodity: commodityName,
  commodity_reference_price: commodityPrice,
  underlier: shareKey,
  option_type: optionType,
  index_series: ordinal,
  index_version: ordinal,
  restructuring,
  cut_off_time: cutOffTime,
  lookback,
  reference_entity: indexName,
  rate_cutoff: printedValue,
};

/** A term's text in the form in which every way to write it is the same. */
export function canonicalTerm(field: TradeField, value: string): string {
  const canonical = BY_FIELD[field];
  if (canonical) return canonical(value);
  const kind: FieldKind = FIELD_KINDS[field];
  if (kind === 'list') return places(value);
  if (kind === 'tenor') return tenor(value);
  const text = normaliseText(value);
  // ISO 9362: a BIC without a branch is the head office's, `XXX`.
  if (kind === 'bic') return text.replaceAll(' ', '').replace(/^(.{8})xxx$/, '$1');
  return IDENTIFIER_KINDS.has(kind) ? text.replaceAll(' ', '') : text;
}

/** `1Y` is `12M`; `2W` is `14D`. */
function tenor(value: string): string {
  const [, count, unit = ''] = /^(\d{1,4})([DWMY])$/.exec(value) ?? [];
  if (count === undefined) return normaliseText(value);
  if (unit === 'Y') return `${Number(count) * 12}m`;
  return unit === 'W' ? `${Number(count) * 7}d` : `${Number(count)}${unit.toLowerCase()}`;
}

/** `Series 42`, `S42`, `42`. */
function ordinal(value: string): string {
  const plain = normaliseText(value);
  return /^(?:series|version|s|v)? ?(\d+)$/.exec(plain)?.[1]?.replace(/^0+(?=\d)/, '') ?? plain;
}

/** A lookback is one without a shift of the observation period: that is another method (ISDA 2021 Definitions, 6.7 and 7.4). */
function lookback(value: string): string {
  return printedValue(
    value.replace(/[,(;]?\s*(?:without|no|excluding|with no)\s+(?:an?\s+)?observation\s+(?:period\s+)?shift\)?/gi, ' '),
  );
}

/** `CDX.NA.IG Series 46 Version 1`: series and version are fields of their own. */
function indexName(value: string): string {
  const bare = /\b(?:cdx|itraxx)\b/i.test(value)
    ? value.replace(/[,\s-]+(?:series|s\.?)\s?\d+\b(?:[,\s-]+(?:version|v\.?)\s?\d+\b)?/gi, ' ')
    : value;
  return normaliseText(bare);
}

/** `1000 / USNY` is `10:00 a.m. (New York)`: SWIFT prints hours without a colon, and places by their codes. */
function cutOffTime(value: string): string {
  const withColon = /\d:\d|[ap]\.?m/i.test(value) ? value : value.replace(/\b([01]\d|2[0-3])([0-5]\d)\b/, '$1:$2');
  const words = printedValue(withColon).split(' ');
  return words.map((word) => centerOf(word)).join(' ');
}

/** Restructuring by ISDA's short names, and nothing said besides (2003 and 2014 Credit Derivatives Definitions, FpML's restructuring scheme). */
const REST =
  '(?: r| restructuring| mmr| mr| mm(?: ?\\d\\d)?| maturity limitation(?: and (?:fully|conditionally) transferable obligations?)?| 2003| 2014| applicable| applies)*$';
const RESTRUCTURING: readonly (readonly [RegExp, string])[] = [
  [
    /^(?:xr(?: ?(?:03|14))?|no restructuring|not applicable|without restructuring|not a credit event|excluded|no r|nr)$/,
    'xr',
  ],
  [new RegExp(`^(?:modmod|mod mod|mm(?: ?(?:03|14))?|mmr|modmodr|modified modified)${REST}`), 'mod mod r'],
  [new RegExp(`^(?:mod|mr(?: ?(?:03|14))?|modr|modified)${REST}`), 'mod r'],
  [/^(?:r|cr(?: ?(?:03|14))?|full|full restructuring|old restructuring|old r)$/, 'r'],
];

function restructuring(value: string): string {
  const plain = normaliseText(value);
  return RESTRUCTURING.find(([words]) => words.test(plain))?.[1] ?? plain;
}

/**
 * A commodity reference price: by its exchange's present name, and its publisher last, as ISDA's names have it (Commodity
 * Definitions, Sub-Annex A): `Platts Marine Fuel 0.5% FOB Rotterdam Barge`.
 */
function commodityPrice(value: string): string {
  const plain = normaliseText(value);
  return plain
    .replace(/\b(oil brent|gas oil|gasoil) ipe\b/, (_all, what: string) => `${what.replace('gas oil', 'gasoil')} ice`)
    .replace(/^(platts|argus|icis|nymex|ice|lme|comex) (.+)$/, '$2 $1');
}

function shareKey(value: string): string {
  const { name, isin, ric } = shareName(value);
  return name || isin || ric || normaliseText(value);
}

/** The kinds of framework agreement, by the words that their names share in every language. */
const AGREEMENT_FAMILIES: readonly (readonly [RegExp, string])[] = [
  [/\bisda\b/, 'isda'],
  [/\bfbf\b|\bconvention cadre\b/, 'fbf'],
  [/\brahmenvertrag\b/, 'rahmenvertrag'],
  [/\bcmof\b|\bcontrato marco\b/, 'cmof'],
];

/** `2002 ISDA Master Agreement` and `ISDA Master Agreement` are one form; 1992 and 2002 are two. */
function isSameAgreement(ours: string, theirs: string): boolean {
  const [a, b] = [normaliseText(ours), normaliseText(theirs)];
  const family = (plain: string) => AGREEMENT_FAMILIES.find(([name]) => name.test(plain))?.[1] ?? plain;
  const form = (plain: string) => /\b(?:19|20)\d\d\b/.exec(plain)?.[0];
  // `Accordo Quadro` is what every framework agreement is called in Italian, whoever publishes it.
  if (
    [a, b].some((plain) =>
      /^(?:accordo quadro|contrato marco|rahmenvertrag|convention cadre|master agreement)$/.test(plain),
    )
  )
    return true;
  const [formA, formB] = [form(a), form(b)];
  return family(a) === family(b) && (formA === undefined || formB === undefined || formA === formB);
}

/** A knock-out without its direction is the other's: on which side of the rate it stands its level says. */
function isSameBarrier(ours: string, theirs: string): boolean {
  if (ours === theirs) return true;
  const [plain, directed] = /^KNOCK_/.test(ours) ? [ours, theirs] : [theirs, ours];
  return /^(?:UP|DOWN)_AND_/.test(directed) && plain === `KNOCK_${directed.replace(/^\w+_AND_/, '')}`;
}

/** Either currency may come first: `EUR_PUT_USD_CALL`, `USD_CALL_EUR_PUT`. */
function optionType(value: string): string {
  return (value.match(/[A-Z]{3}_(?:PUT|CALL)/g) ?? [value]).sort().join('_');
}

/** `English law`, `the laws of England and Wales`, `State of New York`, `droit anglais`. */
function jurisdiction(value: string): string {
  const known = jurisdictionOfLaw(value) ?? jurisdictionNamed(value);
  return known?.toLowerCase() ?? normaliseText(value).replace(/\b(?:the|laws?|of|state|governed|by)\b ?/g, '');
}
