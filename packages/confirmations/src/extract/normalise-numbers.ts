import { Big } from 'big.js';
import { currencyIn } from './normalise-currencies.ts';

const NUMBER = /[-+−–]?\s?\d[\d.,'’\u00a0\u202f ]*\d|[-+−–]?\s?\d/;
const MULTIPLES: readonly [RegExp, number][] = [
  [/^\s*(?:thousand|k)\b/i, 1e3],
  [/^\s*(?:million|mio|mln|mm|m)\b/i, 1e6],
  [/^\s*(?:billion|bio|bln|bn|b|milliard)\b/i, 1e9],
];

/** A decimal number with its place in the text. */
export interface NumberReading {
  readonly value: Big;
  /** What follows the number in the text. */
  readonly rest: string;
}

/**
 * The first number of a text, in whatever grouping: `50,000,000.00`, `50.000.000,00`, `25'000'000`, `43,40,00,000`,
 * `12.5 million`, `1.5 bn`.
 */
export function readNumber(text: string): NumberReading | undefined {
  const match = NUMBER.exec(text);
  if (!match) return undefined;
  const plain = plainDecimal(match[0]);
  if (plain === undefined) return undefined;
  const rest = text.slice(match.index + match[0].length);
  const multiple = MULTIPLES.find(([pattern]) => pattern.test(rest));
  const value = new Big(plain).times(multiple?.[1] ?? 1);
  return { value, rest: multiple ? rest.replace(multiple[0], '') : rest };
}

/** A number's digits with a point for the decimals and no grouping, or undefined where it is no number. */
export function plainDecimal(literal: string): string | undefined {
  const compact = literal.replace(/[\s\u00a0\u202f'’]/g, '').replace(/[−–]/g, '-');
  const sign = compact.startsWith('-') ? '-' : '';
  const digits = compact.replace(/^[-+]/, '').replace(/[.,]+$/, '');
  const point = decimalMark(digits);
  const [whole, fraction] = point === -1 ? [digits, ''] : [digits.slice(0, point), digits.slice(point + 1)];
  const plain = `${whole.replace(/[.,]/g, '')}${fraction === '' ? '' : `.${fraction}`}`;
  return /^\d+(\.\d+)?$/.test(plain) ? sign + plain : undefined;
}

// Where the decimals begin: the last of two kinds of mark, or a single mark that does not group by threes.
function decimalMark(digits: string): number {
  const [comma, dot] = [digits.lastIndexOf(','), digits.lastIndexOf('.')];
  if (comma !== -1 && dot !== -1) return Math.max(comma, dot);
  const last = Math.max(comma, dot);
  if (last === -1) return -1;
  const mark = digits[last] ?? '';
  if (digits.indexOf(mark) !== last) return -1;
  const after = digits.length - last - 1;
  // 1,234 groups; 71.585 is a price: a single dot before three digits is read as decimals, a single comma as grouping.
  return after === 3 && mark === ',' && last <= 3 && !digits.startsWith('0') ? -1 : last;
}

/** An amount of money: `USD 50,000,000.00`, `EUR 75 million`, `50,000,000 USD`, `US$ 5m`. */
export function readAmount(text: string): { currency?: string; amount: string } | undefined {
  const currency = currencyIn(text);
  // The number next to the currency, not one in a name or a date before it.
  const from = currency ? Math.max(0, currency.index - 40) : 0;
  const after = currency ? readNumber(text.slice(currency.end)) : undefined;
  const before = currency ? readNumber(text.slice(from, currency.index)) : undefined;
  const near = after && /^\s*[\d('+-]/.test(text.slice(currency?.end ?? 0)) ? after : (before ?? after);
  const number = currency ? near : readNumber(text);
  if (!number) return undefined;
  return { ...(currency ? { currency: currency.code } : {}), amount: asAmount(number.value) };
}

/** Two decimals at least, as the canonical trade writes amounts. */
export function asAmount(value: Big): string {
  const plain = value.toFixed();
  const decimals = plain.includes('.') ? plain.length - plain.indexOf('.') - 1 : 0;
  return decimals < 2 ? value.toFixed(2) : plain;
}

/** A rate in percent: `3.75%`, `3.75 per cent. per annum`, `375 bps`, `413.5 basis points`. */
export function readPercent(text: string): string | undefined {
  const number = readNumber(text);
  if (!number) return undefined;
  return (/^\s*(?:bps?\b|basis\s+points?)/i.test(number.rest) ? number.value.div(100) : number.value).toFixed();
}

/** A spread in basis points: `plus 25 basis points`, `+0.25% per annum`, `minus 12.5 bps`, `None`. */
export function readSpread(text: string): string | undefined {
  if (/^\s*(?:none|nil|flat|zero|not applicable)\b/i.test(text)) return '0';
  const number = readNumber(text);
  if (!number) return undefined;
  const inPercent = /^\s*(?:%|per\s?cent|pct)/i.test(number.rest);
  const size = inPercent ? number.value.times(100) : number.value;
  const negative = /\b(?:minus|less)\b/i.test(text.slice(0, text.search(/\d/)));
  return (negative ? size.abs().times(-1) : size).toFixed();
}
