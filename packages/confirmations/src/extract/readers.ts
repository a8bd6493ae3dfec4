import type { Source, TradeField } from '@trade-matching/domain';
import { readCurrency } from './normalise-currencies.ts';
import { readDate, type SlashOrder } from './normalise-dates.ts';
import { asAmount, readAmount, readNumber, readPercent, readSpread } from './normalise-numbers.ts';
import {
  isAbsent,
  readBic,
  readBusinessCenters,
  readBusinessDayConvention,
  readCompounding,
  readDayCount,
  readFrequency,
  readLei,
  readMasterAgreement,
  readOptionStyle,
  readOptionType,
  readReturnType,
  readSettlementType,
  readTenor,
  readText,
} from './normalise-terms.ts';

/** What a reader may ask of the document. */
export interface ReadingContext {
  readonly slashOrder: SlashOrder | undefined;
  readonly party: (text: string) => Source | undefined;
}

/** What a value says: fields, or that it can be read two ways, or nothing. */
export type Reading =
  | { readonly kind: 'fields'; readonly fields: { readonly [F in TradeField]?: string } }
  | {
      readonly kind: 'ambiguous-date';
      readonly field: TradeField;
      readonly dayFirst: string;
      readonly monthFirst: string;
    }
  | { readonly kind: 'nothing' };

export type ValueReader = (value: string, context: ReadingContext) => Reading;

const NOTHING: Reading = { kind: 'nothing' };

export const fields = (found: { readonly [F in TradeField]?: string | undefined }): Reading => {
  const present = Object.entries(found).filter(([, value]) => value !== undefined && value !== '');
  return present.length === 0 ? NOTHING : { kind: 'fields', fields: Object.fromEntries(present) };
};

const simple =
  (read: (text: string) => string | undefined) =>
  (field: TradeField): ValueReader =>
  (value) =>
    isAbsent(value) ? NOTHING : fields({ [field]: read(value) });

export const frequency = simple(readFrequency);
export const dayCount = simple(readDayCount);
export const convention = simple(readBusinessDayConvention);
export const currency = simple(readCurrency);
export const tenor = simple(readTenor);
export const percent = simple(readPercent);
export const lei = simple(readLei);
export const bic = simple(readBic);
export const settlementType = simple(readSettlementType);
export const optionStyle = simple(readOptionStyle);
export const optionType = simple(readOptionType);
export const returnType = simple(readReturnType);
export const compounding = simple(readCompounding);
export const masterAgreement = simple(readMasterAgreement);
export const businessCenters = simple(readBusinessCenters);
export const text = simple(readText);

/** `None` is a spread of zero, so absence is not skipped here; `n/a` still is. */
export const spread =
  (field: TradeField): ValueReader =>
  (value) =>
    /^\s*(?:n\/a|-|–)\s*$/i.test(value) ? NOTHING : fields({ [field]: readSpread(value) });

/** A reference ends at a space: `MCB-IRS-017714 (version 2)` is `MCB-IRS-017714`. */
export const reference = simple(
  (value) => /^[^\s,;()]*\d[^\s,;()]*/.exec(value.trim())?.[0] ?? /^\S{3,}$/.exec(value.trim())?.[0],
);

export const date =
  (field: TradeField): ValueReader =>
  (value, { slashOrder }) => {
    const reading = readDate(value, slashOrder);
    if (reading.kind === 'date') return fields({ [field]: reading.date });
    return reading.kind === 'none' ? NOTHING : { ...reading, kind: 'ambiguous-date', field };
  };

export const party =
  (field: TradeField): ValueReader =>
  (value, { party: resolve }) =>
    fields({ [field]: resolve(value) });

/** A number by itself, currency or unit aside. */
export const decimal = simple((value) => {
  const afterCurrency = readCurrency(value) ? value.replace(/\b[A-Z]{3}(?:\s*\/\s*[A-Z]{3})?\b/, ' ') : value;
  return readNumber(afterCurrency)?.value.toFixed();
});

/** As printed, without grouping: the trailing zeros of a rate of exchange or a strike are kept. */
export const rateAsPrinted = simple((value) =>
  /\d[\d,.' ]*\d|\d/
    .exec(value.replace(/\b[A-Z]{3}(?:\s*\/\s*[A-Z]{3})\b/, ' '))?.[0]
    .replace(/,(?=\d{3}\b)/g, '')
    .replace(/,/g, '.')
    .replace(/['\s]/g, ''),
);

export const amount =
  (amountField: TradeField, currencyField: TradeField): ValueReader =>
  (value) => {
    const read = readAmount(value);
    return read ? fields({ [amountField]: read.amount, [currencyField]: read.currency }) : NOTHING;
  };

const UNITS: readonly [RegExp, string][] = [
  [/\bbarrels?\b|\bbbls?\b/i, 'bbl'],
  [/\bmetric tonn?e?s?\b|\bmts?\b|\btonnes?\b/i, 'mt'],
  [/\bmmbtus?\b/i, 'MMBtu'],
  [/\btherms?\b/i, 'therm'],
  [/\bmwhs?\b|\bmegawatt[\s-]hours?\b/i, 'MWh'],
  [/\b(?:troy )?ounces?\b|\b(?:troy )?oz\b/i, 'oz'],
  [/\bbushels?\b|\bbu\b/i, 'bu'],
  [/\bgallons?\b|\bgal\b/i, 'gal'],
  [/\bpounds?\b|\blbs?\b/i, 'lb'],
];

/** `120,000 bbl`, `10,000 barrels per month`. */
export const quantity =
  (field: TradeField, unitField?: TradeField): ValueReader =>
  (value) => {
    const number = readNumber(value);
    if (!number) return NOTHING;
    const unit = UNITS.find(([pattern]) => pattern.test(value))?.[1];
    return fields({ [field]: number.value.toFixed(), ...(unitField ? { [unitField]: unit } : {}) });
  };

/** `USD 71.85 per Barrel`. */
export const price =
  (field: TradeField, currencyField?: TradeField): ValueReader =>
  (value) => {
    const number = readNumber(value);
    if (!number) return NOTHING;
    return fields({
      [field]: number.value.toFixed(),
      ...(currencyField ? { [currencyField]: readCurrency(value) } : {}),
    });
  };

export { asAmount };
