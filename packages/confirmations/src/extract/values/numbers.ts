import { Big } from 'big.js';
import { matchesOf } from '../matches-of.ts';
import { currencyIn } from './currencies.ts';
import { joinedNumber, plainFigures, withDecimalFractions } from './literal.ts';

/** A sign, then digits grouped by commas, points, apostrophes or spaces; a space only before three digits. */
const NUMBER = /(?:[-+−–]\s?|\(\s?)?\d+(?:[.,'’`]\d+|[ \u00a0\u202f\u2009]\d{3}(?!\d))*/;
const MULTIPLES: readonly [RegExp, number][] = [
  [/^\s*(?:thousand|k|tsd)\b/i, 1e3],
  [/^\s*(?:lakhs?|lacs?)\b/i, 1e5],
  [/^\s*crores?\b/i, 1e7],
  [/^\s*(?:mill?ion(?:s|es|i|en)?|mill[oó]n|mill?one[si]|mio|mln|mn|mm|m)\b\.?(?:\s+(?:de|di|d['’])\s?)?/iu, 1e6],
  [
    /^\s*(?:billions?|bio|bln|bn|b(?!\.\s?p\b)|milliarde?n?s?|miliard[oi]|mrd|mld|yards?)\b\.?(?:\s+(?:de|di|d['’])\s?)?/i,
    1e9,
  ],
];

/** The mark that parts whole numbers from decimals. */
export type DecimalMark = '.' | ',';

/** What a number counts, which says how `1,234` and `1.234` are read where nothing else does. */
export type NumberKind = 'amount' | 'rate' | 'price' | 'exchange-rate' | 'multiple';

/** A decimal number with its place in the text. */
export interface NumberReading {
  readonly value: Big;
  /** What follows the number in the text. */
  readonly rest: string;
  /** What stands before it. */
  readonly before: string;
}

/** The mark that the numbers of a document agree on, from those that can be read one way only. */
export function decimalMarkOf(text: string): DecimalMark | undefined {
  const marks = new Set<DecimalMark>();
  for (const [, group, mark] of matchesOf(text, /\b\d{1,3}(?:([.,])\d{3})+(?:([.,])\d{1,6})\b(?![.,]?\d)/g)) {
    if (group !== mark) marks.add(mark === ',' ? ',' : '.');
  }
  // Two thousands marks, `75.000.000`, or decimals that are no group of three beside a per cent sign.
  // A company's number is none: `CHE-309.418.772`.
  for (const [, mark] of matchesOf(text, /(?<![\p{L}\d./-])\d{1,3}([.,])\d{3}\1\d{3}\b/gu))
    marks.add(mark === '.' ? ',' : '.');
  for (const [, mark] of matchesOf(text, /\b\d{1,3}([.,])(?:\d{1,2}|\d{4,6})\s*(?:%|per ?cent)/gi))
    marks.add(mark === ',' ? ',' : '.');
  // Money and prices have two decimals, not a group of two: `EUR 742,50`.
  for (const [, mark] of matchesOf(text, /(?:\b[A-Z]{3}|[$€£])\s?\d{1,3}([.,])\d{1,2}(?![\d.,]*\d)/g))
    marks.add(mark === ',' ? ',' : '.');
  for (const [, mark, code = ''] of matchesOf(text, /(?<![\d.,])\d{1,3}([.,])\d{1,2}\s?([A-Z]{3}\b|€|£)/g))
    if (currencyIn(code)) marks.add(mark === ',' ? ',' : '.');
  // SWIFT ends every amount with its comma: `USD 3000000,`. `JAN 2027,` is a month.
  for (const [, code = ''] of matchesOf(text, /\b([A-Z]{3})\s?\d{4,},(?=\s|$)/g)) if (currencyIn(code)) return ',';
  // Who groups by apostrophes, `1'080'000`, parts decimals by a point.
  if (marks.size === 0 && /(?<![\p{L}\d])\d{1,3}(?:['’]\d{3})+(?!\d)/u.test(text)) return '.';
  // Rates of exchange, where nothing surer says it: `1377.00`, `1,1640`.
  if (marks.size === 0) {
    for (const [, mark] of matchesOf(text, /(?<![\d.,])(?!(?:19|20)\d\d[.,])\d{4,}([.,])\d{2}(?![.,]?\d)/g))
      marks.add(mark === ',' ? ',' : '.');
    for (const [, mark] of matchesOf(text, /(?<![\d.,])\d{1,3}([.,])\d{4}(?![.,]?\d)/g))
      marks.add(mark === ',' ? ',' : '.');
  }
  return marks.size === 1 ? [...marks][0] : undefined;
}

/**
 * The first number of a text, in whatever grouping: `50,000,000.00`, `50.000.000,00`, `25'000'000`, `43,40,00,000`,
 * `12.5 million`, `1.5 bn`. Undefined where it can be read two ways and neither the document's other numbers nor the
 * kind say which.
 */
export function readNumber(given: string, kind: NumberKind = 'amount', mark?: DecimalMark): NumberReading | undefined {
  const text = plainFigures(given);
  const match = NUMBER.exec(text);
  if (!match) return undefined;
  const before = text.slice(0, match.index);
  const rest = text.slice(match.index + match[0].length);
  // `5O,000,000.00`, `50, 000`: what goes on is of the number, and was not read.
  if (GOES_ON.test(rest) || GOES_BEFORE.test(before)) return undefined;
  const multiple = MULTIPLES.find(([pattern]) => pattern.test(rest));
  const literal = match[0].startsWith('(') ? match[0].slice(1) : match[0];
  const plain = plainDecimal(literal, multiple ? 'multiple' : kind, mark);
  if (plain === undefined) return undefined;
  // `(1.75)` is less than nothing; `one and three quarters percent (1.75%)` says the same again.
  const inBrackets =
    match[0].startsWith('(') && !/\p{Ll}/u.test(before) && /^\s*(?:%|bps?|basis points?)?\s*\)/i.test(rest);
  const after = inBrackets ? rest.replace(/\)/, ' ') : rest;
  const value = new Big(plain).times(multiple?.[1] ?? 1).times(inBrackets ? -1 : 1);
  return { value, rest: multiple ? after.replace(multiple[0], '') : after, before };
}

/** A letter that looks like a digit, a group of three after a space, or decimals after one: the number goes on. */
const GOES_ON =
  /^[A-Za-z]{1,2}[.,]?\d|^\s*[.,]\s+\d{3}(?!\d)|^\s+[.,]\d|^[.,][A-Za-z]\d|^[.,]\s\d+\s*(?:%|per ?cent)|^ \d{1,2}[.,]\d{3}(?:[.,]|(?!\d))|^'|^[.,][OIl]/;
const GOES_BEFORE = /(?:^|[^A-Za-z$])[OIlSB][.,]?$|\d\s*[.,]\s*$/;

/** Whether the first number of a text can be read two ways: `1.500` alone. */
export function isAmbiguousNumber(text: string, kind: NumberKind, mark?: DecimalMark): boolean {
  const literal = NUMBER.exec(plainFigures(text))?.[0] ?? '';
  return /^\d{1,3}[.,]\d{3}$/.test(literal) && plainDecimal(literal, kind, mark) === undefined;
}

/** A number's digits with a point for the decimals and no grouping, or undefined where it is no number or unclear. */
export function plainDecimal(literal: string, kind: NumberKind = 'amount', mark?: DecimalMark): string | undefined {
  const compact = literal.replace(/[\s\u00a0\u202f\u2009'’`]/g, '').replace(/[−–]/g, '-');
  const sign = compact.startsWith('-') ? '-' : '';
  const digits = compact.replace(/^[-+]/, '').replace(/[.,]+$/, '');
  const point = pointOf(digits, kind, mark);
  if (point === undefined) return undefined;
  const [whole, fraction] = point === -1 ? [digits, ''] : [digits.slice(0, point), digits.slice(point + 1)];
  const plain = `${whole.replace(/[.,]/g, '')}${fraction === '' ? '' : `.${fraction}`}`;
  return /^\d+(\.\d+)?$/.test(plain) ? sign + plain : undefined;
}

/** Where the decimals begin, -1 where there are none, undefined where the number can be read two ways. */
function pointOf(digits: string, kind: NumberKind, documentsMark: DecimalMark | undefined): number | undefined {
  const [comma, dot] = [digits.lastIndexOf(','), digits.lastIndexOf('.')];
  if (comma !== -1 && dot !== -1) return Math.max(comma, dot);
  const last = Math.max(comma, dot);
  if (last === -1) return -1;
  const mark = digits[last] ?? '';
  // Groups end in three digits: `1,770,246,3` was cut off.
  if (digits.indexOf(mark) !== last) return digits.length - last - 1 === 3 ? -1 : undefined;
  const unclear = digits.length - last - 1 === 3 && last <= 3 && !digits.startsWith('0');
  if (!unclear) return last;
  // A rate of interest or of exchange is no thousands: 2,125 % is two and an eighth.
  if (kind === 'rate') return last;
  if (documentsMark !== undefined && mark !== documentsMark) return -1;
  // `1,500 million` is one and a half thousand millions; `1.500 million` is that in German, and one and a half in English.
  if (kind === 'multiple') return documentsMark === undefined ? (mark === ',' ? -1 : undefined) : last;
  // No money has three decimals, but a price or a rate of exchange may.
  if (documentsMark !== undefined) return kind === 'amount' ? undefined : last;
  if (mark === '.') return kind === 'amount' ? undefined : last;
  return kind === 'exchange-rate' ? undefined : -1;
}

/** An amount of money with what stands beside it. */
export interface AmountReading {
  readonly currency?: string;
  readonly amount: string;
  readonly rest: string;
}

/** An amount of money: `USD 50,000,000.00`, `EUR 75 million`, `50,000,000 USD`, `US$ 5m`. */
export function readAmount(text: string, mark?: DecimalMark): { currency?: string; amount: string } | undefined {
  const read = amountIn(text, mark);
  return read && { ...(read.currency === undefined ? {} : { currency: read.currency }), amount: read.amount };
}

/** `1O,OOO,OOO.OO`, `2l0,000`: letters in the place of digits. What is left without them is another number. */
const LETTERS_FOR_DIGITS =
  /(?<![\w.,]|\p{L})(?:[A-Z]{3})?(?=[\dOIl.,'’]*\d)(?=[\dOIl.,'’]*[OIl])[\dOIl][\dOIl.,'’]{2,}(?![\w])/u;

/** `EUR k 25,000`, `25,000 (in thousands)`, `TEUR 25`: what the figure counts stands elsewhere than right behind it. */
const COUNTS =
  "(?:thousands?|millions?|hundreds|lakhs?|crores?|[’']?000s?|tausend|tsd\\.?|millionen|mio\\.?|milliers|miles|millones|migliaia|milioni)";
const COUNTED_ELSEWHERE = new RegExp(
  `(?:\\b[A-Z]{3}\\s|[$€£¥]\\s?)(?:k|m|mn|mm|mio|mln|bn|tsd|t)\\.?\\s?\\d|\\b(?:[kmt][A-Z]{3}|[A-Z]{3}(?:k|m|mn|bn))\\s?\\d|\\d\\s*(?:[A-Z]{3}\\s*)?\\(\\s*(?:(?:figures?|amounts?|expressed|all) )*(?:in )?(?:[A-Z]{3} )?${COUNTS}\\s*\\)|\\d[^\\d]{0,12}\\b(?:in|en) (?:[A-Z]{3} )?${COUNTS}(?!\\p{L})`,
  'iu',
);
/** `$ 25,000,000.00 (Canadian)`, `¥ … (renminbi)`: a sign that several currencies have, and words for another one. */
const OTHERS_OF_A_SIGN: readonly (readonly [RegExp, RegExp, string])[] = [
  [
    /\$/,
    /\b(?:canad\w+|austral\w+|new zealand|neuseel\w+|néo-zéland\w+|neozeland\w+|hong[\s-]?kong\w*|singap\w+|taiwan\w*|jamaic\w+|mexic\w+|chile\w*|colomb\w+|bermud\w+|fiji\w*|namibi\w+)\b/iu,
    'USD',
  ],
  [/[¥￥]/, /\b(?:renminbi|yuan|rmb|chin\w+|offshore)\b/iu, 'JPY'],
  [/£/, /\b(?:egypt\w+|leban\w+|syri\w+|sudan\w*|turk\w+|lira|lire)\b/iu, 'GBP'],
];

/** Whether an amount is of another size or another currency than its figure and its sign alone say. */
export function isOtherAmount(text: string): boolean {
  if (COUNTED_ELSEWHERE.test(text)) return true;
  const read = currencyIn(text)?.code;
  return OTHERS_OF_A_SIGN.some(([sign, words, code]) => read === code && sign.test(text) && words.test(text));
}

/** The same, with what the literal holds besides. */
export function amountIn(given: string, mark?: DecimalMark): AmountReading | undefined {
  if (LETTERS_FOR_DIGITS.test(given) || isOtherAmount(given)) return undefined;
  const text = joinedNumber(plainFigures(given));
  const currency = currencyIn(text);
  const after = currency ? readNumber(text.slice(currency.end), 'amount', mark) : undefined;
  // The number next to the currency, not one in a name or a date before it.
  const beforeIt = currency
    ? /(\d[\d.,'’`\u00a0\u202f\u2009 ]*(?:\s*(?:millions?|millionen|millones|mill[oó]n|milioni?|mio|mln|mn|mm|m|billions?|bn|bio|milliarden?|milliards?|mrd))?\.?)\s*(?:(?:de|di|d['’])\s*)?$/iu.exec(
        text.slice(0, currency.index),
      )?.[1]
    : undefined;
  // `6.400.000,00 dólares de los EE. UU. (USD)`: the code behind the currency's name.
  const named = /(\d[\d.,'’\u00a0 ]*\d)(?:\s+[\p{L}. ]{3,40}|\s*)\(\s*$/u.exec(
    text.slice(0, currency?.index ?? 0),
  )?.[1];
  const before = beforeIt ?? (currency ? named : undefined);
  const next = /^[\s:.]*[\d('+-]/.test(text.slice(currency?.end ?? 0)) ? after : undefined;
  const beside = next ?? (before === undefined ? undefined : readNumber(before, 'amount', mark));
  const number = currency ? (beside ?? after) : readNumber(text, 'amount', mark);
  if (!number || number.value.lte(0)) return undefined;
  const outside = currency
    ? beside !== undefined && next === undefined
      ? `${text.slice(0, text.lastIndexOf(before ?? '', currency.index))} ${number.before} ${number.rest} ${text.slice(currency.end)}`
      : `${text.slice(0, currency.index)} ${number.before} ${number.rest}`
    : `${number.before} ${number.rest}`;
  return { ...(currency ? { currency: currency.code } : {}), amount: asAmount(number.value), rest: outside };
}

/** Two decimals at least, as the canonical trade writes amounts. */
export function asAmount(value: Big): string {
  const plain = value.toFixed();
  const decimals = plain.includes('.') ? plain.length - plain.indexOf('.') - 1 : 0;
  return decimals < 2 ? value.toFixed(2) : plain;
}

const BASIS_POINTS =
  /^\s*(?:bps?\b|b\.\s?p\b\.?|p\.\s?b\b\.?|pb\b|basis\s+points?|basispunkte?n?|points? de base|puntos? básicos?|punt[oi] base)/i;
const PER_CENT =
  /^\s*(?:%|per\s?cento?|percentage points?|pct|p\.?c\.?\b|prozent(?:punkte?n?)?\b|v\.?\s?h\.?(?=\W|$)|pour\s?cent|points? de pourcentage|por\s?ciento|puntos? porcentual|punt[oi] percentual)/i;

/** A rate or a spread with what its literal holds besides. */
export interface RateReading {
  readonly value: string;
  readonly rest: string;
}

/** A rate in percent: `3.75%`, `3.75 per cent. per annum`, `3 3/4 per cent.`, `375 bps`, `413.5 basis points`, `3.75`. */
export function readPercent(text: string): string | undefined {
  return percentIn(text)?.value;
}

/** The same, with what the literal holds besides. */
export function percentIn(given: string): RateReading | undefined {
  const text = withDecimalFractions(joinedNumber(plainFigures(given)));
  const number = readNumber(text, 'rate');
  if (!number) return undefined;
  const value = isNegative(text, number.rest) ? number.value.abs().times(-1) : number.value;
  const rest = `${number.before} ${number.rest}`;
  if (BASIS_POINTS.test(number.rest)) return { value: value.div(100).toFixed(), rest };
  if (PER_CENT.test(number.rest)) return { value: value.toFixed(), rest };
  // `0.0375` without a sign may be a fraction; `1992 ISDA` is a year, `HFM-D-2` a reference, no rate.
  const alone = !/[A-Za-z]$/.test(number.before) && /^\s*(?:p\.?a\.?|per annum|\(.*\))?\.?\s*$/i.test(number.rest);
  return alone && value.abs().gte('0.1') && value.abs().lt(50) ? { value: value.toFixed(), rest } : undefined;
}

/** `minus 0.35`, `less 5`, said before the number; `15- basis points`, `15 bps -`, behind it. */
function isNegative(text: string, rest: string): boolean {
  return SAYS_MINUS.test(text.slice(0, text.search(/\d/))) || SIGN_BEHIND.test(rest);
}
const SAYS_MINUS = /\b(?:minus|less|negative|moins|menos|meno|abzüglich)\b/i;
const SIGN_BEHIND =
  /^\s*[-−–](?:\s*$|\s+(?:%|bps?\b|basis points?|per\s?cent|pct\b))|^\s*(?:%|bps?|basis points?)\s?[-−–]\s*$/i;

const UNIT =
  '(?:%|bps?\\b|b\\.p\\.|basis points?|per\\s?cent\\.?|basispunkte?n?|prozentpunkte?n?|points? de base|puntos? básicos?|punt[oi] base)';
/** Words right behind a margin that take it off the rate: `15 basis points below`, `15 bp (to be deducted)`. */
const DEDUCTED = new RegExp(
  `^\\s*${UNIT}?(?:\\s*(?:per annum|p\\.\\s?a\\.?))?[\\s,;(]*(?:below|negative|minus|(?:to be )?(?:deducted|subtracted)|negativ[oae]?|abzuziehen|à (?:déduire|soustraire|retrancher)|(?:en|au-)dessous|por debajo|a (?:deducir|restar)|al di sotto|da (?:dedurre|sottrarre))(?!\\p{L})`,
  'iu',
);
/** Words that may do so: what they mean is for a person. */
const MAY_DEDUCT =
  /(?<!\p{L})(?:below|negative|under|less|minus|discount|rebate|reduc\w+|deduct\w*|subtract\w*|abschlag|abzug|abzüglich|abzuziehen|unter|rabatt|nachlass|d[ée]cote|rabais|moins|sous|déduire|inf[ée]rieure?|descuento|rebaja|menos|debajo|bajo|inferior|sconto|riduzione|meno|sotto|inferiore|dedurre)(?!\p{L})/iu;
const SAYS_PLUS = /[+]|(?<!\p{L})(?:plus|zuzüglich|più|más|majoré|aumentad[oa])(?!\p{L})/iu;

/** Words that may stand behind a margin: that it is a year's, over which rate, of which periods. */
const BEHIND_A_MARGIN: ReadonlySet<string> = new Set(
  (
    'per annum p a pa bp bps basis point points percent percentage cent pct over above on top to of the and spread margin flat plus index rate ' +
    'rates benchmark reference floating option equity notional amount each every all calculation period periods payable added constant applicable leg ' +
    'year yearly annual annually marge aufschlag zuschlag basispunkt basispunkte basispunkten basispunten prozent prozentpunkt prozentpunkte pro jahr jährlich über ' +
    'auf dem den der die das referenzzins referenzzinssatz zinssatz pb pour par an l sur au dessus de du le la base taux référence puntos punto básicos ' +
    'basicos porcentuales porcentual por ciento año anual sobre el tipo diferencial margen punti punto base percentuali percentuale annuo all anno sopra ' +
    'sul il tasso margine'
  ).split(' '),
);

/** Whether words behind a margin are none that are known there: \`12 bps (to be taken off the rate)\`. */
export function saysMoreBehind(text: string): boolean {
  const number = readNumber(withDecimalFractions(joinedNumber(plainFigures(text))), 'rate');
  if (number === undefined || DEDUCTED.test(number.rest)) return false;
  return (number.rest.match(/\p{L}+/gu) ?? []).some(
    (word) => !BEHIND_A_MARGIN.has(word.toLowerCase()) && !/^\p{Lu}{2,}$/u.test(word),
  );
}

/** Whether a margin says plus and less at once, or by words of which it is not known whether they take it off the rate. */
export function hasDoubtfulSign(text: string): boolean {
  const number = readNumber(text, 'rate');
  if (number === undefined || !MAY_DEDUCT.test(number.rest)) return false;
  return !DEDUCTED.test(number.rest) || SAYS_PLUS.test(text.slice(0, text.search(/\d/)));
}

const NO_SPREAD =
  /^\s*(?:none|nil|flat|zero|no spread|no margin|without|not applicable|inapplicable|keine?r?|ohne|entfällt|aucune?|sans|n[ée]ant|sin|ninguno|nessuno|nessuna|senza|zéro|cero|null)\b/i;

/** A spread in basis points: `plus 25 basis points`, `+0.25% per annum`, `1/4 of 1%`, `minus 12.5 bps`, `None`. */
export function readSpread(text: string): string | undefined {
  return spreadIn(text)?.value;
}

/** The same, with what the literal holds besides. */
export function spreadIn(given: string): RateReading | undefined {
  // `None for the first year, 25 basis points afterwards` is not none.
  if (NO_SPREAD.test(given)) return /\d/.test(given) ? undefined : { value: '0', rest: '' };
  const text = withDecimalFractions(joinedNumber(plainFigures(given)));
  const number = readNumber(text, 'rate');
  if (!number) return undefined;
  const [inPercent, inPoints] = [PER_CENT.test(number.rest), BASIS_POINTS.test(number.rest)];
  // Without a unit, 25 is basis points, 0.25 may be a per cent: not said, not read.
  if (!inPercent && !inPoints && !number.value.eq(0) && number.value.abs().lt(5)) return undefined;
  const size = inPercent ? number.value.times(100) : number.value;
  return {
    value: (isNegative(text, number.rest) || DEDUCTED.test(number.rest) ? size.abs().times(-1) : size).toFixed(),
    rest: `${number.before} ${number.rest}`,
  };
}

/** A bare decimal of a form that gives rates as decimals, in per cent: `0.0065` is `0.65 %`. */
export const inPercent = (value: string, ratesAreDecimals: true | undefined): string =>
  ratesAreDecimals && /^\s*[-+]?\d*\.\d+\s*$/.test(value) ? `${new Big(value.trim()).times(100).toFixed()} %` : value;
