import type { Product } from '@trade-matching/domain';
import { canonicalLabel } from './labels.ts';
import type { Entry } from './layout/entry.ts';

const PER_UNIT =
  /\bper (?:mmbtu|barrel|bbl|mt|(?:metric )?ton(?:ne)?|mwh|therm|(?:troy )?ounce|oz|gallon|bushel|pound|lb)\b/i;
const QUANTITY =
  /\d\s?(?:mmbtu|barrels?|bbls?|mt|(?:metric )?ton(?:ne)?s?|mwh|therms?|(?:troy )?ounces?|oz|gallons?|bushels?|lbs?)\b/i;
/** `GBP 800,000.00`, or the figure alone under `Amount bought`. */
const AMOUNT = /^[A-Z]{3}\s?\d|\d\s?[A-Z]{3}$|^\d{1,3}(?:[.,'’ ]\d{3})+(?:[.,]\d{2})?$/;

/** Each product by terms that together no other product has. */
const BY_CONTENT: readonly { readonly product: Product; readonly is: (entries: readonly Entry[]) => boolean }[] = [
  {
    product: 'COMMODITY_SWAP',
    is: (entries) =>
      labelled(entries, /^commodity\b|^underlying commodity$/) &&
      entries.some(({ value }) => PER_UNIT.test(value)) &&
      entries.some(({ value }) => QUANTITY.test(value)),
  },
  {
    product: 'CREDIT_DEFAULT_SWAP',
    is: (entries) =>
      labelled(entries, /^reference entity$/) && labelled(entries, /protection|\bcredit event|^(?:coupon|fixed rate)$/),
  },
  {
    product: 'FX_OPTION',
    is: (entries) =>
      labelled(entries, /^(?:strike|exercise)\b/) &&
      labelled(entries, /^premium\b/) &&
      labelled(entries, /^(?:expiry|expiration)\b/) &&
      labelled(entries, /\b(?:put|call)\b.*\bamount\b|\bamount\b.*\b(?:put|call)\b/),
  },
  {
    product: 'FX_FORWARD',
    is: (entries) =>
      amount(entries, /\b(?:buy|bought|purchased?)\b/) &&
      amount(entries, /\b(?:sell|sold)\b/) &&
      labelled(entries, /\brate$/) &&
      labelled(entries, /^(?:value|settle\w*|settlement|delivery|maturity)\b/),
  },
];

function labelled(entries: readonly Entry[], pattern: RegExp): boolean {
  return entries.some(({ label }) => pattern.test(canonicalLabel(label)));
}

function amount(entries: readonly Entry[], pattern: RegExp): boolean {
  return entries.some(({ label, value }) => pattern.test(canonicalLabel(label)) && AMOUNT.test(value.trim()));
}

/** The one product whose own terms the document states, where it names none; undefined where two would do. */
export function productByContent(entries: readonly Entry[]): Product | undefined {
  const found = BY_CONTENT.filter(({ is }) => is(entries));
  return found.length === 1 ? found[0]?.product : undefined;
}
