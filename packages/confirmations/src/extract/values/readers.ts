import type { Source, TradeField } from '@trade-matching/domain';
import { splitIndex } from '../sentences/leg-sentence.ts';
import { readCurrency } from './currencies.ts';
import { dateIn, readDate, type SlashOrder } from './dates.ts';
import { leftoverOf } from './leftover.ts';
import { joinedNumber, plainFigures } from './literal.ts';
import {
  amountIn,
  type DecimalMark,
  isAmbiguousNumber,
  type NumberKind,
  percentIn,
  plainDecimal,
  readNumber,
  spreadIn,
} from './numbers.ts';
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
  /** The text is a piece of a sentence, of which it is not known where the value ends: other figures may follow it. */
  readonly inSentence?: true;
}

/** Why a literal that states a field has no value (R4). */
export type UnreadCode = 'UNREAD_VALUE' | 'AMBIGUOUS_NUMBER' | 'IMPOSSIBLE_DATE';

/** What a value says: fields, or that it can be read two ways, or not whole, or nothing. */
export type Reading =
  | {
      readonly kind: 'fields';
      readonly fields: { readonly [F in TradeField]?: string };
      /** What the reader did not use of a rate's literal: a day count, a frequency. */
      readonly rest?: string;
      /** The field whose later values the literal refers to: `USD 60,000,000.00, subject to amortisation`. */
      readonly schedule?: TradeField;
    }
  | {
      readonly kind: 'ambiguous-date';
      readonly field: TradeField;
      readonly dayFirst: string;
      readonly monthFirst: string;
    }
  /** The literal states the field, but no one value can be read from the whole of it. */
  | { readonly kind: 'unread'; readonly field: TradeField; readonly code: UnreadCode; readonly why: string }
  | { readonly kind: 'nothing' };

/** Reads a value from a whole literal. `gives` are the fields that it can give, the one it is asked for first. */
export interface ValueReader {
  (value: string, context: ReadingContext): Reading;
  readonly gives: readonly TradeField[];
}

const NOTHING: Reading = { kind: 'nothing' };

/** A reader with the fields that it gives. */
export const reader = (
  gives: readonly TradeField[],
  read: (value: string, context: ReadingContext) => Reading,
): ValueReader => Object.assign((value: string, context: ReadingContext) => read(value, context), { gives });

export const fields = (found: { readonly [F in TradeField]?: string | undefined }, rest?: string): Reading => {
  const present = Object.entries(found).filter(([, value]) => value !== undefined && value !== '');
  if (present.length === 0) return NOTHING;
  return { kind: 'fields', fields: Object.fromEntries(present), ...(rest === undefined ? {} : { rest }) };
};

const unread = (field: TradeField, code: UnreadCode, why: string): Reading => ({ kind: 'unread', field, code, why });

const WHY = {
  figure: 'it holds a second figure',
  several: 'it gives more than one value, or refers to where they are',
  none: 'no one value can be read from it',
} as const;

/** A value that the rest of its literal takes nothing away from, else none. */
function whole(
  field: TradeField,
  { inSentence }: ReadingContext,
  rest: string,
  read: () => Reading,
  known: readonly RegExp[] = [],
): Reading {
  const leftover = leftoverOf(rest, known);
  return leftover === 'harmless' || (inSentence && leftover === 'figure')
    ? read()
    : unread(field, 'UNREAD_VALUE', WHY[leftover]);
}

/** Why a literal with figures has no number: it reads two ways, or it is not one number. */
function unreadNumber(field: TradeField, value: string, kind: NumberKind, mark: DecimalMark | undefined): Reading {
  if (!/\d/.test(plainFigures(value)) || isAbsent(value)) return NOTHING;
  if (isAmbiguousNumber(value, kind, mark)) {
    return unread(field, 'AMBIGUOUS_NUMBER', 'nothing in the document says which mark parts the decimals');
  }
  return LOOKS_LIKE_NUMBER.test(plainFigures(value)) ? unread(field, 'UNREAD_VALUE', WHY.none) : NOTHING;
}
/** A cell that is mostly figures: a sentence with a number in it is none. */
const LOOKS_LIKE_NUMBER = /^\W*(?:[A-Z]{3}|US\$|plus|minus|ca\.?)?\W*[OIlSB]?\d[\dOIl.,'’\s]*(?:[\s.,]|$|[%A-Za-z])/;

const simple =
  (read: (text: string) => string | undefined) =>
  (field: TradeField): ValueReader =>
    reader([field], (value) => (isAbsent(value) ? NOTHING : fields({ [field]: read(value) })));

export const frequency = simple(readFrequency);
export const dayCount = simple(readDayCount);
/** A convention, with the places that some print beside it: `Modified Following, London`. */
export const convention = (field: TradeField): ValueReader =>
  reader([field, 'business_centers'], (value) => {
    const read = isAbsent(value) && !/none/i.test(value) ? undefined : readBusinessDayConvention(value);
    const places = /^[^,(]*,\s*(\p{Lu}[\p{L} ,&]+)$/u.exec(value)?.[1];
    return fields({ [field]: read, ...(read && places ? { business_centers: readBusinessCenters(places) } : {}) });
  });
export const currency = simple(readCurrency);
export const tenor = simple(readTenor);
export const lei = simple(readLei);
export const bic = simple(readBic);
export const settlementType = simple(readSettlementType);
export const optionStyle = simple(readOptionStyle);
export const optionType = simple(readOptionType);
export const swaptionType = simple((text) =>
  /\bpayer/i.test(text) ? 'PAYER' : /\breceiver/i.test(text) ? 'RECEIVER' : undefined,
);
export const returnType = simple(readReturnType);
export const compounding = simple(readCompounding);
export const masterAgreement = simple(readMasterAgreement);
/** Places, with the convention that some print beside them. */
export const businessCenters = (field: TradeField): ValueReader =>
  reader([field, 'business_day_convention'], (value) =>
    isAbsent(value)
      ? NOTHING
      : fields({
          [field]: readBusinessCenters(value),
          business_day_convention: value.length < 90 ? readBusinessDayConvention(value) : undefined,
        }),
  );
/** `Cash Settlement: Applicable`. */
export const applicable = (field: TradeField, means: string): ValueReader =>
  reader([field], (value) => (/^(?:applicable|yes)\b/i.test(value.trim()) ? fields({ [field]: means }) : NOTHING));
/** `Net, in USD`. */
export const currencyAfterIn = (field: TradeField): ValueReader =>
  reader([field], (value) => {
    const code = /\bin ([A-Z]{3})\b/.exec(value)?.[1];
    return fields({ [field]: code && readCurrency(`${code} 1`) });
  });
/** `11/1/2026 through 3/31/2027`: from when to when, where a label stands for both. */
export const period: ValueReader = reader(['effective_date', 'termination_date'], (value, { slashOrder }) => {
  const first = dateIn(value, slashOrder);
  const second = first.reading.kind === 'none' ? undefined : dateIn(first.after, slashOrder);
  if (first.reading.kind !== 'date' || second?.reading.kind !== 'date') return NOTHING;
  return second.reading.date > first.reading.date
    ? fields({ effective_date: first.reading.date, termination_date: second.reading.date })
    : NOTHING;
});
export const text = simple(readText);
/** A name of what is traded: no bare figure, and not the name of the kind of trade. */
export const nameOfThing = simple((value) =>
  /^\W*[\d.,'’ ]+\W*$|\b(?:swap|forward|option|transaction)s?\b/i.test(value) ? undefined : readText(value),
);

/** A rate in percent, with nothing beside it that changes it. */
export const percent = (field: TradeField): ValueReader =>
  reader([field], (value, context) => {
    const { decimalMark } = context;
    if (isAbsent(value)) return NOTHING;
    const read = percentIn(value);
    if (!read) return /%|per\s?cent|\bbps?\b/i.test(value) ? unreadNumber(field, value, 'rate', decimalMark) : NOTHING;
    const again = percentIn(read.rest);
    const rest = again?.value === read.value && /%|per ?cent|bps?|basis/i.test(read.rest) ? again.rest : read.rest;
    return whole(field, context, rest, () => fields({ [field]: read.value }, read.rest));
  });

/** A floating rate's index, without the tenor and the spread that some print in one cell with it. */
export const index = (field: TradeField): ValueReader =>
  reader([field, 'designated_maturity', 'spread_bps'], (value) => {
    // `3.75%` under `Rate` is the fixed leg's.
    if (
      isAbsent(value) ||
      !/[A-Za-z]{3}/.test(value) ||
      /^\s*(?:[A-Z]{3}\s*)?[-+]?\d[\d.,]*\s*(?:%|per|bps|$)/i.test(value)
    )
      return NOTHING;
    // `OIL-WTI-NYMEX, average of daily settlement prices`: the name ends where the words begin.
    const bare = /^([A-Z0-9][A-Z0-9 /().-]*-[A-Z0-9 /().-]*[A-Z0-9)]),\s+[a-z]/.exec(value)?.[1] ?? value;
    const { index: name, tenor: period, spread: points } = splitIndex(field === 'floating_rate_index' ? value : bare);
    return fields({ [field]: name, designated_maturity: period, spread_bps: points });
  });

/** `None` is a spread of zero, so absence is not skipped here; `n/a` still is. */
export const spread = (field: TradeField): ValueReader =>
  reader([field], (value, context) => {
    const { decimalMark } = context;
    if (/^\s*(?:n\/a|n\.a\.|not applicable|-|–)\s*$/i.test(value)) return NOTHING;
    const read = spreadIn(value);
    if (!read) return unreadNumber(field, value, 'rate', decimalMark);
    // The same again in the other unit adds nothing: `+25 basis points (+0.25%)`.
    const again = spreadIn(read.rest);
    const rest = again?.value === read.value ? again.rest : read.rest;
    return whole(field, context, rest, () => fields({ [field]: read.value }, read.rest));
  });

/** A reference ends at a space after its digits: `MCB-IRS-017714 (version 2)` and `BM 2026-0394` each to the second space. */
export const reference = simple((value) => {
  const text = value.trim();
  const literal = /^(?:[A-Z]{1,6} )?[^\s,;()]*\d[^\s,;()]*/.exec(text)?.[0] ?? /^\S{3,}$/.exec(text)?.[0];
  return literal?.replace(/[.:]+$/, '');
});

/** A date, and none where its figures go on or the calendar does not have it. */
export const date = (field: TradeField): ValueReader =>
  reader([field], (value, { slashOrder }) => {
    const { reading, before, after, impossible } = dateIn(value, slashOrder);
    if (reading.kind === 'none') {
      return impossible === undefined ? NOTHING : unread(field, 'IMPOSSIBLE_DATE', `${impossible} is no date`);
    }
    if (/\d\s?$/.test(before) || /^\s?\d(?!\d?[:.]\d{2}|\d?\s?[ap]\.?m)/.test(after))
      return unread(field, 'UNREAD_VALUE', WHY.none);
    return reading.kind === 'date' ? fields({ [field]: reading.date }) : { ...reading, kind: 'ambiguous-date', field };
  });

export const party = (field: TradeField): ValueReader =>
  reader([field], (value, { party: resolve }) => fields({ [field]: resolve(value) }));

const PAIR_OR_ONE = /\b[A-Z]{3}\s*\/\s*[A-Z]{3}\b/g;

/** As printed, without grouping: the trailing zeros of a rate of exchange or a strike are kept. */
export const rateAsPrinted = (field: TradeField): ValueReader =>
  reader([field], (value, context) => {
    const { decimalMark } = context;
    // `1 EUR = 1.0845 USD`, `USD/JPY 149.75`, `43.40 INR per USD 1`: the number that is not the one unit.
    const text = joinedNumber(plainFigures(value)).replace(PAIR_OR_ONE, ' ');
    const numbers = [...text.matchAll(/\d+(?:[.,'’]\d+|[ \u00a0\u202f]\d{3}(?!\d))*/g)].filter(
      ([literal], _, all) => all.length === 1 || !/^1(?:\.0*)?$/.test(literal),
    );
    const [match] = numbers;
    if (!match) return NOTHING;
    const rest = `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`.replace(
      /\b1(?:\.0*)?\b/g,
      ' ',
    );
    if (/^\s*[.,]\s*\d|^\s\d|^[A-Za-z]\d/.test(text.slice(match.index + match[0].length)))
      return unread(field, 'UNREAD_VALUE', WHY.none);
    const value_ = plainDecimal(match[0], 'exchange-rate', decimalMark);
    if (value_ === undefined) return unreadNumber(field, value, 'exchange-rate', decimalMark);
    return whole(field, context, rest, () => fields({ [field]: value_ }));
  });

/** What may stand beside an amount: its share of the notional in brackets, when and by whom it is paid. */
const BESIDE_AN_AMOUNT = [
  /\d[\d.,]*\s*(?:%|per ?cent\.?|bps?)\s+of\s+(?:the\s+)?[A-Za-z\s]+/gi,
  /\(\s*(?:=\s*)?\d[\d.,]*\s*(?:%|per ?cent|bps?)[^)]*\)/gi,
];

export const amount = (amountField: TradeField, currencyField: TradeField): ValueReader =>
  reader([amountField, currencyField], (value, context) => {
    const { decimalMark } = context;
    if (isDateAlone(value)) return NOTHING;
    const read = amountIn(value, decimalMark);
    if (!read) return unreadNumber(amountField, value, 'amount', decimalMark);
    // `USD 71.40 per barrel` is a price.
    if (/^\W*per\s+(?!annum|cent|year)[a-z]/i.test(read.rest) || /^\s*\/\s?[A-Za-z]/.test(read.rest)) return NOTHING;
    // The same amount again, in words or with its currency's name, adds nothing.
    const again = amountIn(read.rest, decimalMark);
    const rest = again?.currency !== undefined && again.amount === read.amount ? again.rest : read.rest;
    if (amountField === 'notional' && leftoverOf(rest, BESIDE_AN_AMOUNT) === 'several' && !/\d/.test(rest)) {
      const initial = fields({ notional: read.amount, [currencyField]: read.currency });
      return initial.kind === 'fields' ? { ...initial, schedule: 'notional_schedule' } : initial;
    }
    return whole(
      amountField,
      context,
      rest,
      () => fields({ [amountField]: read.amount, [currencyField]: read.currency }),
      BESIDE_AN_AMOUNT,
    );
  });

const OBLIGATION_BLOCK = /\b(?:obligor|issuer|guarantor|maturity|coupon)\b/i;

/** `Standard Reference Obligation: Applicable` names none. */
export const obligation: ValueReader = reader(['reference_obligation'], (value) =>
  /^(?:not )?applicable$/i.test(value.trim())
    ? NOTHING
    : fields({
        // Of a block, `Primary Obligor: … Maturity: … ISIN: …`, what names the obligation is its identifier.
        reference_obligation:
          (OBLIGATION_BLOCK.test(value) && /\b[A-Z]{2}[A-Z0-9]{9}\d\b/.exec(value)?.[0]) || readText(value),
      }),
);

/** The annex by its name; what else is said of collateral are amounts of its own. */
export const creditSupport: ValueReader = reader(['csa'], (value) =>
  value.length <= 80 && /annex|\bcsa\b|credit support (?:deed|document)/i.test(value) && !/\d{1,3}[.,]\d{3}/.test(value)
    ? fields({ csa: readText(value) })
    : NOTHING,
);

/** `USD 98,500.00`, and when it is paid where that stands beside it: `USD 98,500.00 on 29 January 2026`. */
export const premium: ValueReader = reader(['premium_amount', 'premium_currency', 'premium_date'], (value, context) => {
  const read = amount('premium_amount', 'premium_currency')(value, context);
  const when = /\b(?:on|value|due|payable)\b(.*\d.*)$/i.exec(value)?.[1] ?? value;
  const paid = read.kind === 'fields' ? date('premium_date')(when, context) : NOTHING;
  return read.kind === 'fields' && paid.kind === 'fields' ? fields({ ...read.fields, ...paid.fields }) : read;
});

/** `USD 312,400.00 on 8 October 2026`, `USD 141,360.27 paid by Seller`: an upfront with its day and its payer. */
export const upfront: ValueReader = reader(
  ['upfront_amount', 'upfront_currency', 'upfront_date', 'upfront_payer'],
  (value, context) => {
    const read = amount('upfront_amount', 'upfront_currency')(value, context);
    if (read.kind !== 'fields') return read;
    const paid = date('upfront_date')(value, context);
    const payer = /\b(?:paid|payable) by (?:the )?(.{2,60}?)(?:\s+to\b|\s+on\b|[,.;:(]|$)/i.exec(value)?.[1];
    return fields({
      ...read.fields,
      ...(paid.kind === 'fields' ? paid.fields : {}),
      upfront_payer: payer === undefined ? undefined : context.party(payer),
    });
  },
);

/** Shares are counted whole: `150,000` and `150.000` are thousands. */
export const shares = (field: TradeField): ValueReader =>
  reader([field], (value, context) => {
    const [, digits] =
      /^\W*(?:approximately )?(\d{1,3}(?:[.,'’ ]\d{3})+|\d+)(?![\d.,]*\d)\s*(.*)$/.exec(plainFigures(value)) ?? [];
    if (digits === undefined) return unreadNumber(field, value, 'amount', context.decimalMark);
    const rest = plainFigures(value).replace(digits, ' ');
    return whole(field, context, rest, () => fields({ [field]: digits.replace(/\D/g, '') }));
  });

const BARRIERS: readonly [RegExp, string][] = [
  [/\bdouble[\s-]*(?:knock[\s-]*out|no[\s-]*touch)/i, 'DOUBLE_KNOCK_OUT'],
  [/\bdouble[\s-]*knock[\s-]*in/i, 'DOUBLE_KNOCK_IN'],
  [/\bup[\s-]*(?:and|&)?[\s-]*out\b/i, 'UP_AND_OUT'],
  [/\bdown[\s-]*(?:and|&)?[\s-]*out\b/i, 'DOWN_AND_OUT'],
  [/\bup[\s-]*(?:and|&)?[\s-]*in\b/i, 'UP_AND_IN'],
  [/\bdown[\s-]*(?:and|&)?[\s-]*in\b/i, 'DOWN_AND_IN'],
  [/\bknock[\s-]*out|\bKO\b/i, 'KNOCK_OUT'],
  [/\bknock[\s-]*in|\bKI\b/i, 'KNOCK_IN'],
  [/\bno[\s-]*touch/i, 'NO_TOUCH'],
  [/\bone[\s-]*touch/i, 'ONE_TOUCH'],
];
export const barrierType = simple((value) => BARRIERS.find(([pattern]) => pattern.test(value))?.[1]);

/** `Series 45`, `45`. */
export const seriesNumber = simple((value) => /\b(\d{1,3})\b/.exec(value)?.[1]);

/** `iTraxx® Europe Series 45 Version 1`: the index in the place of a reference entity, with its series and version. */
export const creditIndex: ValueReader = reader(['reference_entity', 'index_series', 'index_version'], (value) => {
  const [, series] = /\bseries\s+(\d{1,3})\b|\bS(\d{1,2})\b/i.exec(value) ?? [];
  const [, version] = /\bversion\s+(\d{1,2})\b|\bV(\d{1,2})\b/i.exec(value) ?? [];
  return isAbsent(value)
    ? NOTHING
    : fields({ reference_entity: value.trim(), index_series: series, index_version: version });
});

/** The cities that SWIFT's codes for cuts stand for (MT305, field 31G), and ECB's. */
const CUT_PLACES: Readonly<Record<string, string>> = {
  USNY: 'New York',
  JPTO: 'Tokyo',
  GBLO: 'London',
  DEFR: 'Frankfurt',
  AUSY: 'Sydney',
  SGSI: 'Singapore',
  HKHK: 'Hong Kong',
};

/** `10:00 a.m. (local time in New York)`, `10 am New York time`, `1000 / USNY` → `10:00 New York`. */
export function readCutOff(text: string): string | undefined {
  const match = /(?<![\d.,])(\d{1,2})(?:[:.h]?(\d{2}))?\s*(?:h(?:rs|ours)?\b)?\s*([ap])?\.?\s?m?\.?(?![\d,])/i.exec(
    text,
  );
  if (!match) return undefined;
  const [literal, hour = '', minutes = '00', half] = match;
  const of24 = (Number(hour) % 12) + (/p/i.test(half ?? '') ? 12 : 0);
  const hours = half === undefined ? Number(hour) : of24;
  if (hours > 24 || Number(minutes) > 59) return undefined;
  const place = `${text.slice(0, match.index)} ${text.slice(match.index + literal.length)}`
    .replace(/\b(?:local|time|in|at|cut(?:[\s-]?off)?|hours?|hrs|noon)\b|[()/.,]/gi, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return `${String(hours).padStart(2, '0')}:${minutes} ${CUT_PLACES[place] ?? place}`.trim();
}

/** The hour and the place until which an option may be exercised. */
export const cutOff = simple((value) => readCutOff(value));

/** `14 October 2026, 10 am New York time`, `15 JUL 2026 / 1000 / USNY`: a day with its hour and place. */
export const expiry: ValueReader = reader(['expiry_date', 'cut_off_time'], (value, context) => {
  const read = date('expiry_date')(value, context);
  if (read.kind !== 'fields') return read;
  const { after } = dateIn(value, context.slashOrder);
  return fields({ ...read.fields, cut_off_time: /\d/.test(after) ? readCutOff(after) : undefined });
});

/** `USD 5,400,000.00` under `Call Currency and Call Currency Amount`, or the currency alone under `Call Currency`. */
export const currencyOrAmount = (amountField: TradeField, currencyField: TradeField): ValueReader =>
  reader([amountField, currencyField], (value, context) => {
    const read = amount(amountField, currencyField)(value, context);
    return read.kind === 'fields' || /\d/.test(value) ? read : fields({ [currencyField]: readCurrency(value) });
  });

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
export const unitIn = (text: string): string | undefined => UNITS.find(([pattern]) => pattern.test(text))?.[1];
/** `(250 metric tonnes in each month)`, `(62,667 MMBtu per month for 6 months)`: the same quantity by its periods. */
const BY_PERIOD = [
  /[([][^)\]]*\b(?:per|each|every|a|in)\s+(?:calendar |calculation )?(?:month|period|day|week|quarter)[^)\]]*[)\]]/gi,
];

/** `10,000 barrels per month (60,000 barrels in total)`. */
const IN_TOTAL = /[([][^)\]]*\b(?:total|aggregate)\b[^)\]]*[)\]]/i;

/** `120,000 bbl`, `10,000 barrels per month`. */
export const quantity = (field: TradeField, unitField?: TradeField): ValueReader =>
  reader([field, ...(unitField ? [unitField] : []), 'quantity_per_period'], (value, context) => {
    const { decimalMark } = context;
    if (isDateAlone(value)) return NOTHING;
    const text = joinedNumber(plainFigures(value));
    const number = readNumber(text, 'amount', decimalMark);
    if (!number) return unreadNumber(field, value, 'amount', decimalMark);
    const unit = unitIn(text);
    const units = unitField && unit ? { [unitField]: unit } : {};
    const inTotal = IN_TOTAL.exec(text)?.[0];
    const total = inTotal === undefined ? undefined : readNumber(inTotal.slice(1), 'amount', decimalMark);
    const outside = BY_PERIOD.reduce((left, pattern) => left.replace(pattern, ' '), text);
    const each = outside !== text && readNumber(text.slice(text.search(/[([]/)), 'amount', decimalMark);
    // `8,000 bbl per month` is what one period has, whatever its label says.
    const own =
      field === 'quantity' &&
      /\b(?:per|each|every|a) (?:calendar |calculation )?(?:month|period|day|week|quarter)\b|\/\s?(?:day|d|month|mth)\b/i.test(
        outside,
      )
        ? 'quantity_per_period'
        : field;
    return whole(
      field,
      context,
      `${number.before} ${number.rest}`,
      () =>
        fields({
          [own]: number.value.toFixed(),
          ...(each && own !== 'quantity_per_period' ? { quantity_per_period: each.value.toFixed() } : {}),
          ...(total && own === 'quantity_per_period' ? { quantity: total.value.toFixed() } : {}),
          ...units,
        }),
      [...BY_PERIOD, /[([][^)\]]*\b(?:total|aggregate)\b[^)\]]*[)\]]/gi],
    );
  });

/** `US cents 412.50 per bushel` is 4.125 dollars. */
const CENTS = /\b(?:u\.?s\.? )?cents?\b|¢|\bc\/(?:lb|bu)/i;

/** `USD 71.85 per Barrel`. */
export const price = (field: TradeField, currencyField?: TradeField): ValueReader =>
  reader([field, ...(currencyField ? [currencyField] : [])], (value, context) => {
    const { decimalMark } = context;
    if (isDateAlone(value)) return NOTHING;
    const text = joinedNumber(plainFigures(value));
    const number = readNumber(text, 'price', decimalMark);
    if (!number) return unreadNumber(field, value, 'price', decimalMark);
    const inCents = CENTS.test(text);
    return whole(
      field,
      context,
      `${number.before} ${number.rest}`,
      () =>
        fields({
          [field]: (inCents ? number.value.div(100) : number.value).toFixed(),
          ...(currencyField ? { [currencyField]: readCurrency(text) ?? (inCents ? 'USD' : undefined) } : {}),
        }),
      [/\bper\s+(?:[A-Z]{3}\s*)?1\b/g],
    );
  });
