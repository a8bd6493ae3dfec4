import type { Source, TradeField } from '@trade-matching/domain';
import { splitIndex } from '../sentences/leg-sentence.ts';
import { readCurrency } from './currencies.ts';
import { readDate, type SlashOrder } from './dates.ts';
import { type DecimalMark, plainDecimal, readAmount, readNumber, readPercent, readSpread } from './numbers.ts';
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
} from './terms.ts';

/** What a reader may ask of the document. */
export interface ReadingContext {
  readonly slashOrder: SlashOrder | undefined;
  readonly decimalMark: DecimalMark | undefined;
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

/** A floating rate's index, without the tenor and the spread that some print in one cell with it. */
export const index =
  (field: TradeField): ValueReader =>
  (value) => {
    // `3.75%` under Rate / Index is the fixed leg's.
    if (
      isAbsent(value) ||
      !/[A-Za-z]{3}/.test(value) ||
      /^\s*(?:[A-Z]{3}\s*)?[-+]?\d[\d.,]*\s*(?:%|per|bps|$)/i.test(value)
    )
      return NOTHING;
    const { index: name, tenor: period, spread: points } = splitIndex(value);
    return fields({ [field]: name, designated_maturity: period, spread_bps: points });
  };

/** `None` is a spread of zero, so absence is not skipped here; `n/a` still is. */
export const spread =
  (field: TradeField): ValueReader =>
  (value) =>
    /^\s*(?:n\/a|n\.a\.|not applicable|-|–)\s*$/i.test(value) ? NOTHING : fields({ [field]: readSpread(value) });

/** A reference ends at a space after its digits: `MCB-IRS-017714 (version 2)` and `BM 2026-0394` each to the second space. */
export const reference = simple((value) => {
  const text = value.trim();
  const literal = /^(?:[A-Z]{1,6} )?[^\s,;()]*\d[^\s,;()]*/.exec(text)?.[0] ?? /^\S{3,}$/.exec(text)?.[0];
  return literal?.replace(/[.:]+$/, '');
});

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

/** As printed, without grouping: the trailing zeros of a rate of exchange or a strike are kept. */
export const rateAsPrinted =
  (field: TradeField): ValueReader =>
  (value, { decimalMark }) => {
    // `1 EUR = 1.0845 USD`, `USD/JPY 149.75`, `43.40 INR per USD 1`: the number that is not the one unit.
    const numbers = [
      ...value.replace(/\b[A-Z]{3}\s*\/\s*[A-Z]{3}\b/g, ' ').matchAll(/\d+(?:[.,'’]\d+|[ \u00a0\u202f]\d{3}(?!\d))*/g),
    ]
      .map(([literal]) => literal)
      .filter((literal, _, all) => all.length === 1 || !/^1(?:\.0*)?$/.test(literal));
    const [literal] = numbers;
    return literal === undefined ? NOTHING : fields({ [field]: plainDecimal(literal, 'exchange-rate', decimalMark) });
  };

export const amount =
  (amountField: TradeField, currencyField: TradeField): ValueReader =>
  (value, { decimalMark }) => {
    const read = isDateAlone(value) ? undefined : readAmount(value, decimalMark);
    return read ? fields({ [amountField]: read.amount, [currencyField]: read.currency }) : NOTHING;
  };

/** `Standard Reference Obligation: Applicable` names none. */
export const obligation: ValueReader = (value) =>
  /^(?:not )?applicable$/i.test(value.trim()) ? NOTHING : fields({ reference_obligation: readText(value) });

/** The annex by its name; what else is said of collateral are amounts of its own. */
export const creditSupport: ValueReader = (value) =>
  value.length <= 80 && /annex|\bcsa\b|credit support (?:deed|document)/i.test(value) && !/\d{1,3}[.,]\d{3}/.test(value)
    ? fields({ csa: readText(value) })
    : NOTHING;

/** `USD 98,500.00`, and when it is paid where that stands beside it: `USD 98,500.00 on 29 January 2026`. */
export const premium: ValueReader = (value, context) => {
  const read = amount('premium_amount', 'premium_currency')(value, context);
  const when = /\b(?:on|value|due|payable)\b(.*\d.*)$/i.exec(value)?.[1];
  const paid = when === undefined ? NOTHING : date('premium_date')(when, context);
  return read.kind === 'fields' && paid.kind === 'fields' ? fields({ ...read.fields, ...paid.fields }) : read;
};

/** `USD 5,400,000.00` under `Call Currency and Call Currency Amount`, or the currency alone under `Call Currency`. */
export const currencyOrAmount =
  (amountField: TradeField, currencyField: TradeField): ValueReader =>
  (value, context) => {
    const read = amount(amountField, currencyField)(value, context);
    return read.kind === 'fields' || /\d/.test(value) ? read : fields({ [currencyField]: readCurrency(value) });
  };

/** `Premium due: Mar 19, 2026` is no amount of 19. */
function isDateAlone(value: string): boolean {
  return readCurrency(value) === undefined && readDate(value).kind !== 'none';
}

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
  (value, { decimalMark }) => {
    const number = isDateAlone(value) ? undefined : readNumber(value, 'amount', decimalMark);
    if (!number) return NOTHING;
    const unit = UNITS.find(([pattern]) => pattern.test(value))?.[1];
    // `8,000 bbl per month` is what one period has, whatever its label says.
    if (
      field === 'quantity' &&
      /\b(?:per|each|every|a) (?:calendar |calculation )?(?:month|period|day|week|quarter)\b/i.test(value)
    ) {
      return fields({ quantity_per_period: number.value.toFixed(), ...(unitField ? { [unitField]: unit } : {}) });
    }
    return fields({ [field]: number.value.toFixed(), ...(unitField ? { [unitField]: unit } : {}) });
  };

/** `USD 71.85 per Barrel`. */
export const price =
  (field: TradeField, currencyField?: TradeField): ValueReader =>
  (value, { decimalMark }) => {
    const number = isDateAlone(value) ? undefined : readNumber(value, 'price', decimalMark);
    if (!number) return NOTHING;
    return fields({
      [field]: number.value.toFixed(),
      ...(currencyField ? { [currencyField]: readCurrency(value) } : {}),
    });
  };
