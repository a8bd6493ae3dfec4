import { otherSide, type Source, type TradeField } from '@trade-matching/domain';
import { splitIndex } from '../sentences/leg-sentence.ts';
import { readCurrency } from './currencies.ts';
import { readCutOff } from './cut-off.ts';
import { DATE_LITERAL, dateIn } from './dates.ts';
import { limitsOfRate } from './limits-of-a-rate.ts';
import { isCutOff } from './literal.ts';
import {
  certain,
  fields,
  NOTHING,
  type ReadingContext,
  reader,
  simple,
  unread,
  type ValueReader,
  WHY,
} from './reading.ts';
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

export const frequency = simple(readFrequency);
export const dayCount = simple(readDayCount);
/** What a convention itself may say behind a comma or in brackets. */
const NO_PLACE = /\b(?:modif|follow|preced|(?:un)?adj|convention|business|roll|eom|end of month)/i;
/** A convention, with the places that some print beside it: `Modified Following, London`, `modified following (London)`. */
export const convention = (field: TradeField): ValueReader =>
  reader([field, 'business_centers'], (value) => {
    const read = isAbsent(value) && !/none/i.test(value) ? undefined : readBusinessDayConvention(value);
    const [, , places = ''] = /^([^,(/|;]*)[,(/|;]\s*(\p{Lu}[\p{L} ,&]+?)\)?$/u.exec(value) ?? [];
    const arePlaces = places !== '' && !NO_PLACE.test(places);
    const given = fields({
      [field]: read,
      ...(read && arePlaces ? { business_centers: readBusinessCenters(places) } : {}),
    });
    return read === undefined ? given : certain(field, value, given);
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
const LONGEST_CELL = 90;
/** A clause that spells a convention out may end in its name: `… dann der vorhergehende (Modified Following)`. */
const NAMED_AT_END = /\(([^()]{5,40})\)\s*\.?$/;
/** Places, with the convention that some print beside them. */
export const businessCenters = (field: TradeField): ValueReader =>
  reader([field, 'business_day_convention'], (value) => {
    if (isAbsent(value)) return NOTHING;
    const convention = readBusinessDayConvention(
      value.length < LONGEST_CELL ? value : (NAMED_AT_END.exec(value)?.[1] ?? ''),
    );
    const read = fields({
      // `TARGET; fällt ein Zahltag …`: the places, then what happens on other days.
      [field]: readBusinessCenters(value.length < LONGEST_CELL ? value : value.replace(/;.*$/, '')),
      business_day_convention: convention,
    });
    return convention === undefined ? read : certain('business_day_convention', value, read);
  });
/** `Cash Settlement: Applicable`. */
export const applicable = (field: TradeField, means: string): ValueReader =>
  reader([field], (value) => (/^(?:applicable|yes)\b/i.test(value.trim()) ? fields({ [field]: means }) : NOTHING));
/** `Trimestral, base 30/360`: how often a leg is paid, and its days. */
export const frequencyAndDayCount = (frequencyField: TradeField, dayCountField: TradeField): ValueReader =>
  reader([frequencyField, dayCountField], (value) => {
    if (isAbsent(value)) return NOTHING;
    const read = fields({ [frequencyField]: readFrequency(value), [dayCountField]: readDayCount(value) });
    const both = certain(frequencyField, value, read);
    return both.kind === 'unread' ? both : certain(dayCountField, value, read);
  });
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
/** A name of what is traded: no bare figure, not the name of the kind of trade, and none of which the end is missing. */
export const nameOfThing = (field: TradeField): ValueReader =>
  reader([field], (value) => {
    if (isAbsent(value) || /^\W*[\d.,'’ ]+\W*$|\b(?:swap|forward|option|transaction)s?\b/i.test(value)) return NOTHING;
    return isCutOff(value) ? unread(field, 'UNREAD_VALUE', WHY.cut) : fields({ [field]: readText(value) });
  });

/** `Fund pays`, `payable by the Bank`: who does something, and no name of a rate. */
const SAYS_WHO_DOES =
  /^[^\d-]{1,50}\s(?:pays?|receives?|payer|receiver|zahlt|erhält|paie|reçoit|paga|recibe|riceve)\.?$|^(?:pay(?:able|s)?|paid|received?|receivable|due|zahlbar|à payer|a pagar)\s(?:by|from|to|von|durch|par|por|da)\s\D+$/iu;

/** Words of labels and headings, which name no rate: `Amounts` behind `Floating` is the end of a heading. */
const OF_HEADINGS =
  /^(?:(?:amounts?|payments?|legs?|sides?|details?|terms?|dates?|periods?|payers?|floating|variable|interest|rates?|options?|values?|amount|zahlungen|betrag|montants?|importes?|importi)\W*)+$/i;
const mayBeIndex = (value: string): boolean => !OF_HEADINGS.test(value.trim());

/** A floating rate's index, without the tenor and the spread that some print in one cell with it. */
export const index = (field: TradeField): ValueReader =>
  reader([field, 'designated_maturity', 'spread_bps', 'floor_rate', 'cap_rate'], (printed) => {
    const { rest: value, floor, cap } = limitsOfRate(printed);
    // `3.75%` under `Rate` is the fixed leg's.
    if (
      isAbsent(value) ||
      !/[A-Za-z]{3}/.test(value) ||
      SAYS_WHO_DOES.test(value) ||
      /^\s*(?:[A-Z]{3}\s*)?[-+]?\d[\d.,]*\s*(?:%|per|bps|$)/i.test(value)
    )
      return NOTHING;
    if (!mayBeIndex(value)) return NOTHING;
    if (isCutOff(value)) return unread(field, 'UNREAD_VALUE', WHY.cut);
    const { index: name, tenor: period, spread: points } = splitIndex(value);
    return fields({
      ...{ [field]: name, designated_maturity: period, spread_bps: points },
      ...(floor === undefined ? {} : { floor_rate: floor }),
      ...(cap === undefined ? {} : { cap_rate: cap }),
    });
  });

/** `EUR 11,200,000`: money behind `after this deal` is no reference. */
const AN_AMOUNT = /^(?:[A-Z]{3}|US\$|[€£$])\s?\d{1,3}(?:[.,'’ ]\d{3})+(?:[.,]\d{1,2})?\.?$/;

/** `Contract 2027/08/12` is when, and `Trade | Detail` the heading of a form. */
const A_DATE = /^(?:\d{4}[./-]\d{1,2}[./-]\d{1,2}|\d{1,2}[./-]\d{1,2}[./-]\d{2,4})$/;
const A_HEADING = /^(?:details?|particulars|descriptions?|values?|terms?|inhalt|angaben?|detalle|contenido)$/i;

/** `6-month EURIBOR` under a leg’s `Reference` is its rate. */
const A_TENOR = /^\d{1,2}[\s-]?(?:months?|monats?|mois|meses|mesi|m)(?![\p{L}\d])/iu;

/** A reference ends at a space after its digits: `MCB-IRS-017714 (version 2)` and `BM 2026-0394` each to the second space. */
export const reference = simple((value) => {
  const text = value.trim();
  if (AN_AMOUNT.test(text) || A_DATE.test(text) || A_HEADING.test(text) || A_TENOR.test(text)) return undefined;
  const literal = /^(?:[A-Z][A-Z0-9.-]{0,7} ){0,3}[^\s,;()]*\d[^\s,;()]*/.exec(text)?.[0];
  return literal?.replace(/[.:]+$/, '');
});

/** Behind a date, the last day of the period that it begins. */
const SECOND_DATE = new RegExp(
  `^\\s*(?:to|until|till|through|thru|bis(?: zum)?|au|al|hasta(?: el)?|fino al|[-–—/])\\s*(${DATE_LITERAL})`,
  'iu',
);
const IS_START = /^effective_date$/;
const IS_END = /^termination_date$/;

/** A date, and none where its figures go on or the calendar does not have it. */
export const date = (field: TradeField): ValueReader =>
  reader([field], (value, { slashOrder }) => {
    const { reading, before, after, impossible } = dateIn(value, slashOrder);
    if (reading.kind === 'none') {
      return impossible === undefined ? NOTHING : unread(field, 'IMPOSSIBLE_DATE', `${impossible} is no date`);
    }
    const second = SECOND_DATE.exec(after)?.[1];
    const last = second === undefined ? undefined : dateIn(second, slashOrder).reading;
    // `23 March 2026 to 20 June 2031` is a period: its first day is no end, and it is no day of something else.
    if (last?.kind === 'date')
      return IS_START.test(field)
        ? fields({ [field]: reading.kind === 'date' ? reading.date : undefined })
        : IS_END.test(field)
          ? fields({ [field]: last.date })
          : NOTHING;
    if (/\d\s?$/.test(before) || /^\s?\d(?!\d?[:.]\d{2}|\d?\s?[ap]\.?m)/.test(after))
      return unread(field, 'UNREAD_VALUE', WHY.none);
    return reading.kind === 'date' ? fields({ [field]: reading.date }) : { ...reading, kind: 'ambiguous-date', field };
  });

/** A date with no word before it but `and including`. */
export const dateAlone = (field: TradeField): ValueReader =>
  reader([field], (value, context) =>
    /\p{L}/u.test(dateIn(value).before.replace(/\b(?:and|but)?\s*(?:including|excluding)\b/i, ''))
      ? NOTHING
      : date(field)(value, context),
  );

/** `we buy the cap` under `Buyer`: who acts, where the verb is the label's. */
const ACTS: readonly (readonly [RegExp, RegExp])[] = [
  [/buyer/, /^(.{1,40}?)\s+(?:(?:will|shall)\s+)?(?:buys?|purchases?|bought)\b/i],
  [/seller/, /^(.{1,40}?)\s+(?:(?:will|shall)\s+)?(?:sells?|writes?|sold)\b/i],
  [/payer/, /^(.{1,40}?)\s+(?:(?:will|shall)\s+)?pays?\b/i],
];

function actorIn(field: TradeField, value: string): string | undefined {
  return ACTS.find(([of]) => of.test(field))?.[1].exec(value.trim())?.[1];
}

/** Who receives, where the field is who pays. */
export const otherParty = (field: TradeField): ValueReader =>
  reader([field], (value, { party: resolve }) => {
    const side = resolve(value);
    return fields({ [field]: side && otherSide(side) });
  });

const LONGEST_ACTOR = 240;
export const party = (field: TradeField): ValueReader =>
  reader([field], (value, { party: resolve }) => {
    // The clauses that stand behind a heading name both parties.
    if (value.length > LONGEST_ACTOR) return NOTHING;
    const actor = actorIn(field, value);
    return fields({
      [field]: resolve(value) ?? (actor === undefined ? undefined : resolve(actor)) ?? inBothLanguages(value, resolve),
    });
  });

/** `la Banque / the Bank (if negative the Client pays)`: one party in two languages, whatever the bracket behind them says. */
function inBothLanguages(value: string, resolve: ReadingContext['party']): Source | undefined {
  const halves = value.replace(/\s*\([^()]*\)\s*$/, '').split(/\s+\/\s+/);
  const [first, ...others] = halves.map((half) => resolve(half));
  return others.length === 1 && others[0] === first ? first : undefined;
}

/** `XS…, senior`: an identifier with its rank, and nothing beside it that names another bond. */
const ISIN_ALONE = /^((?:ISIN:?\s+)?[A-Z]{2}[A-Z0-9]{9}\d),? (?:senior|subordinated)(?: unsecured)?$/;
const OBLIGATION_BLOCK = /\b(?:obligor|issuer|guarantor|maturity|coupon)\b/i;

/** `Standard Reference Obligation: Applicable` names none. */
export const obligation: ValueReader = reader(['reference_obligation'], (value) =>
  /^(?:not )?applicable$/i.test(value.trim())
    ? NOTHING
    : fields({
        // Of a block, `Primary Obligor: … Maturity: … ISIN: …`, what names the obligation is its identifier.
        reference_obligation:
          (OBLIGATION_BLOCK.test(value) && /\b[A-Z]{2}[A-Z0-9]{9}\d\b/.exec(value)?.[0]) ||
          ISIN_ALONE.exec(value.trim())?.[1] ||
          readText(value.replace(/^(?:the )?obligations? identified as follows:?\s*/i, '')),
      }),
);

/** The annex by its name; what else is said of collateral are amounts of its own. */
export const creditSupport: ValueReader = reader(['csa'], (value) =>
  value.length <= 80 && /annex|\bcsa\b|credit support (?:deed|document)/i.test(value) && !/\d{1,3}[.,]\d{3}/.test(value)
    ? fields({ csa: readText(value) })
    : NOTHING,
);

const RESTRUCTURING: readonly [RegExp, string][] = [
  [
    /\bXR(?:14)?\b|\bno restructuring\b|^(?:not|in)\s?applicable\b|^(?:excluded|not included|no|none|false)$|\bwithout restructuring\b/i,
    'XR',
  ],
  [
    /\bMM(?:14|R)?\b|\bmod(?:ified)?[\s-]+mod(?:ified)?\b|\bmodifiée?[\s-]+modifiée?(?!\p{L})|\bmodificada[\s-]+modificada\b|\bmodificata[\s-]+modificata\b/iu,
    'MM',
  ],
  [/\bMR(?:14)?\b|\bmodified restructuring\b|\bmod[\s-]?r\b/i, 'MR'],
  [/\bCR(?:14)?\b|\bfull restructuring\b|\bold restructuring\b|^applicable\b|^(?:included|yes|true)$/i, 'CR'],
];

/** ISDA's and FpML's code of a document clause, `XR`, `MM`, `MR` or `CR`; undefined where it names none. */
export const restructuringCode = (value: string): string | undefined =>
  RESTRUCTURING.find(([pattern]) => pattern.test(value.trim()))?.[1];

/** The document clause of a credit default swap, by its code. */
export const restructuring: ValueReader = reader(['restructuring'], (value) =>
  fields({ restructuring: restructuringCode(value) ?? readText(value) }),
);

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
/** `Barrière désactivante, franchissement par le bas`: in the other languages that are read. */
const OUT_ABROAD = /désactivant|desactiv|disattiva|extingu|auslösch|erlisch|erlösch|knock[\s-]*out/i;
const IN_ABROAD = /(?<!\p{L})(?:activant|activa|attiva|aktivier)\p{L}*|knock[\s-]*in/iu;
const UPWARDS = /\b(?:par le haut|à la hausse|al alza|al rialzo|verso l['’]alto|nach oben|von unten|upwards?)\b/iu;
const DOWNWARDS = /\b(?:par le bas|à la baisse|a la baja|al ribasso|verso il basso|nach unten|von oben|downwards?)\b/iu;

function barrierAbroad(value: string): string | undefined {
  const [out, into, up, down] = [OUT_ABROAD, IN_ABROAD, UPWARDS, DOWNWARDS].map((words) => words.test(value));
  if (out === into) return undefined;
  const event = out ? 'OUT' : 'IN';
  return up === down ? `KNOCK_${event}` : `${up ? 'UP' : 'DOWN'}_AND_${event}`;
}

export const barrierType = simple((value) => {
  const english = BARRIERS.find(([pattern]) => pattern.test(value))?.[1];
  return english === undefined || english.startsWith('KNOCK_') ? (barrierAbroad(value) ?? english) : english;
});

/** `Series 45`, `45`. */
export const seriesNumber = simple((value) => /\b(\d{1,3})\b/.exec(value)?.[1]);

/** `iTraxx® Europe Series 45 Version 1`: the index in the place of a reference entity, with its series and version. */
export const creditIndex: ValueReader = reader(['reference_entity', 'index_series', 'index_version'], (value) => {
  const series = /\b(?:series\s+|S)(\d{1,3})\b/i.exec(value)?.[1];
  const version = /\b(?:version\s+|V)(\d{1,2})\b/i.exec(value)?.[1];
  // `CDS index – buy protection` says what is done with it.
  return isAbsent(value) || /^\s*(?:buy|sell|bought|sold)\b/i.test(value)
    ? NOTHING
    : fields({ reference_entity: value.trim(), index_series: series, index_version: version });
});

/** The hour and the place until which an option may be exercised. */
export const cutOff = simple((value) => readCutOff(value));

/** `14 October 2026, 10 am New York time`, `15 JUL 2026 / 1000 / USNY`: a day with its hour and place. */
export const expiry: ValueReader = reader(['expiry_date', 'cut_off_time', 'option_style'], (value, context) => {
  const read = date('expiry_date')(value, context);
  // `Exercise: European, cash settled` says how, and not when.
  if (read.kind === 'nothing' || (read.kind === 'fields' && read.fields.expiry_date === undefined))
    return fields({ option_style: readOptionStyle(value) });
  if (read.kind !== 'fields') return read;
  const { before, after } = dateIn(value, context.slashOrder);
  return fields({
    ...read.fields,
    cut_off_time: /\d/.test(after) ? readCutOff(after) : undefined,
    // `European, single expiry 06-Oct-2027`; Central European Time stands behind the date.
    option_style: readOptionStyle(before),
  });
});
