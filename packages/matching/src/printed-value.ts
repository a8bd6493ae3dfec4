import { isIsoDate } from '@trade-matching/domain';
import { withLongWords } from './abbreviations.ts';
import { monthNumber } from './month-names.ts';

/**
 * A printed literal in the form in which equal values are equal text, whatever their shape (R2): dates as `2026-09-17`,
 * times as `15:00`, amounts as `USD 128350`, rates as `1.5 %`, and the rest as words. What can be read two ways
 * (`03/04/2026`, `1.500`) stays as it is printed, so that it is equal to nothing but itself.
 */
export function printedValue(literal: string): string {
  const plain = withLongWords(literal)
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[‘’ʼ´`]/g, "'")
    .replace(/[−‐‑‒–—―]/g, '-')
    .replace(/\u00a0|\u202f|\u2009/g, ' ')
    .toLowerCase()
    // `five Business Days following the end` are five after it.
    .replace(/\bdays? following(?= (?:the|each|such|that|any)\b)/g, 'days after')
    .replace(/\bday after\b/g, 'days after')
    // A swap's calculation periods are months of the calendar between its two ends.
    .replace(
      /\b(?:each calendar month(?: from and including the effective date to (?:and including|but excluding) the termination date)?|calendar monthly)\b/g,
      'calendar month',
    )
    .trim();
  const tokens: string[] = [];
  const rest = [datesAsTokens, timesAsTokens, amountsAsTokens].reduce((text, read) => read(text, tokens), plain);
  const words = withComparisons(rest)
    .replace(/[^\p{L}\p{M}\p{N}\uE000]+/gu, ' ')
    .trim()
    .split(' ')
    .filter((word) => word !== '' && !SKIPPED.has(word))
    .map((word) => tokens[indexOf(word)] ?? NUMBER_WORDS[word] ?? word);
  // `10:00 New York` and `10:00 New York time`.
  const isTime = words.some((word) => CLOCK.test(word));
  return currencyFirst(isTime ? words.filter((word) => !TIME_WORDS.has(word)) : words).join(' ');
}

/** Signs that say which side of a level, or who to whom: `< 3 %` is not `> 3 %`. One that opens a line of words is a bullet. */
const COMPARISONS: readonly (readonly [RegExp, string])[] = [
  [/≠|<>|!=/g, ' other than '],
  // `<EURIBOR01>`, a page of a screen.
  [/<(\w[^<>=]*)>/g, ' $1 '],
  [/->|[→⇒]/g, ' towards '],
  [/<-(?!\uE000)|[←⇐]/g, ' away from '],
  [/<\s?=|=\s?<|[≤⩽]/g, ' at most '],
  [/>\s?=|=\s?>|[≥⩾]/g, ' at least '],
  [/</g, ' less than '],
  [/>/g, ' more than '],
];

function withComparisons(text: string): string {
  if (!/[<>→⇒←⇐≤⩽≥⩾≠]|!=/.test(text)) return text;
  const unlisted = text.replace(/^[<>→⇒]+\s*(?=\p{L})/u, '');
  return COMPARISONS.reduce((said, [sign, words]) => said.replace(sign, words), unlisted);
}

/** The literal says that there is no such term: as good as not printing it. */
export function isNone(literal: string): boolean {
  return NONE.has(printedValue(literal)) || NONE.has(printedValue(literal.replace(IS_CONSTANT, '')));
}
/** `None (constant notional)`: what there is without a reset or an amortisation. */
const IS_CONSTANT =
  /\s*[(,;–-]\s*(?:constant|level|bullet|konstant|gleichbleibend|endfällig|constante?|costante)(?: (?:notionals?|principal|amount|nominal|throughout))?\s*\)?\.?\s*$/i;

const NONE: ReadonlySet<string> = new Set([
  ...['', 'none', 'nil', 'no', 'na', 'n', 'not applicable', 'inapplicable', 'does not apply', 'not elected'],
  ...['keine', 'keiner', 'entfallt', 'nicht anwendbar', 'nicht zutreffend', 'sans objet', 'non applicable', 'aucun'],
  ...['aucune', 'neant', 'no aplica', 'ninguno', 'ninguna', 'no aplicable', 'non applicabile', 'nessuno', 'nessuna'],
]);

// Not `to`, `by`, `in`, `up`: payable to the bank is not payable by it.
const SKIPPED: ReadonlySet<string> = new Set(['the', 'a', 'an', 'of', 'on', 'at', 'and']);

const CLOCK = /^\d\d:\d\d$/;
const TIME_WORDS: ReadonlySet<string> = new Set(['time', 'local', 'hours', 'hrs', 'city', 'cut', 'off', 'cutoff']);

const NUMBER_WORDS: Readonly<Record<string, string>> = Object.fromEntries(
  'zero one two three four five six seven eight nine ten eleven twelve'.split(' ').map((word, n) => [word, String(n)]),
);

// Found values leave the text and stand for themselves by their place in a list, out of reach of the next reader.
const MARK = '\uE000';
const keep = (tokens: string[], value: string) => ` ${MARK}${tokens.push(value) - 1}${MARK} `;
const indexOf = (word: string) => (word.startsWith(MARK) ? Number(word.slice(1, -1)) : -1);

const YEAR = '(\\d{4}|\\d{2})';
const DATES: readonly [RegExp, (...parts: string[]) => string | undefined][] = [
  [/\b(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})\b/g, (y, m, d) => isoDate(y, Number(m), d)],
  [
    new RegExp(
      `\\b(\\d{1,2})(?:st|nd|rd|th|er|\\.)?[\\s-]*(?:of |de |d'|day of )?([a-z]{3,10})\\.?,?(?: de| del)?[\\s-]*${YEAR}\\b`,
      'g',
    ),
    (d, month = '', y) => isoDate(y, monthNumber(month), d),
  ],
  [
    new RegExp(`\\b([a-z]{3,10})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+${YEAR}\\b`, 'g'),
    (month = '', d, y) => isoDate(y, monthNumber(month), d),
  ],
  [/\b(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\b/g, (a, b, y) => dayAndMonth(Number(a), Number(b), y)],
];

function datesAsTokens(text: string, tokens: string[]): string {
  return DATES.reduce(
    (left, [pattern, read]) =>
      left.replace(pattern, (printed: string, ...parts: string[]) => {
        const date = read(...parts);
        return date === undefined ? printed : keep(tokens, date);
      }),
    text,
  );
}

function dayAndMonth(a: number, b: number, year: string | undefined): string | undefined {
  if (a > 12) return isoDate(year, b, String(a));
  if (b > 12 || a === b) return isoDate(year, a, String(b));
  // 03/04/2026: either may be the month.
  return `${a}/${b}/${year}`;
}

function isoDate(year = '', month: number | undefined, day = ''): string | undefined {
  if (month === undefined) return undefined;
  const full = year.length === 2 ? `20${year}` : year;
  const iso = `${full}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isIsoDate(iso) ? iso : undefined;
}

const TIME = /\b(\d{1,2})(?:(?::|h| ?uhr ?)(\d{2}))?(?::\d{2})?\s*([ap]\.?\s?m\b\.?|noon\b|hrs\b|hours\b|uhr\b)?/g;

function timesAsTokens(text: string, tokens: string[]): string {
  return text.replace(TIME, (printed: string, hour = '', minute?: string, half = '') => {
    if (minute === undefined && !/^[apn]|uhr/.test(half)) return printed;
    const h =
      (Number(hour) % (half.startsWith('p') || half.startsWith('a') ? 12 : 24)) + (half.startsWith('p') ? 12 : 0);
    return keep(tokens, `${String(h).padStart(2, '0')}:${minute ?? '00'}`);
  });
}

const NUMBER =
  /(?<![\p{L}\p{N}\uE000])(\(?)([-+]?\s?)(\d{1,3}(?:[ ',.]\d{3})+(?:[.,]\d+)?|\d+(?:[.,]\d+)?)(?![\p{N}\uE000])(\)?)/gu;
const UNIT =
  /^\s*(%|per ?cent\b\.?|pct\b\.?|percent\b|v\. ?h\.|bps?\b\.?|basis points?\b|million\b|mio\b\.?|mn\b|mm\b|billion\b|bn\b)?/;
const SIGNS: Readonly<Record<string, string>> = { '€': ' eur ', '£': ' gbp ', '¥': ' jpy ', '₹': ' inr ', $: ' usd ' };

function amountsAsTokens(text: string, tokens: string[]): string {
  const coded = text.replace(/us\$/g, ' usd ').replace(/[€£¥₹$]/g, (sign) => SIGNS[sign] ?? sign);
  // `USD128,350`: the code ends where the figure begins.
  const apart = coded.replace(/\b([a-z]{3})(?=\d)/g, '$1 ').replace(/(?<=\d)([a-z]{3})\b/g, ' $1');
  const signed = signsBeforeFigures(apart);
  let out = '';
  let at = 0;
  for (const match of signed.matchAll(NUMBER)) {
    const [all, open = '', sign = '', figure = '', close = ''] = match;
    const [before, after] = [signed.slice(0, match.index), signed.slice(match.index + all.length)];
    const isBracketed = open !== '' && close !== '';
    const unit = (UNIT.exec(after)?.[0] ?? '').trimEnd();
    const isLess = sign.startsWith('-') || (isBracketed && isLoss(before, figure, unit));
    // `(5) %` keeps its unit apart where the bracket only repeats a word.
    const isUnit = !isBracketed || isLess;
    const value = figureOf(figure, isLess, isUnit ? unit.trim() : '');
    out += `${before.slice(at)}${keep(tokens, value)}`;
    at = match.index + all.length + (isUnit ? unit.length : 0);
  }
  // `five (5)`: the figure repeats the word.
  return (out + signed.slice(at)).replace(REPEATED, (all, word: string, mark: string) =>
    NUMBER_WORDS[word] === tokens[Number(mark)] ? ` ${MARK}${mark}${MARK}` : all,
  );
}

/**
 * Accountants write -0.50 as (0.50): in the brackets of the whole literal, behind a currency, before a unit, or with a
 * fraction. A footnote's `(1)`, the year of `ISDA (2006)` and what repeats a word, `five (5) per cent`, are not less than zero.
 */
function isLoss(before: string, figure: string, unit: string): boolean {
  const last = /([a-z]+)\s*$/.exec(before)?.[1] ?? '';
  if (NUMBER_WORDS[last] !== undefined) return false;
  const isFirst = before.trim() === '';
  return isFirst || CURRENCY.test(last) || (unit !== '' && !/\p{L}\s*$/u.test(before)) || /[.,]\d{1,2}$/.test(figure);
}

const REPEATED = new RegExp(`\\b(${Object.keys(NUMBER_WORDS).join('|')})\\s+${MARK}(\\d+)${MARK}`, 'g');

function figureOf(figure: string, isNegative: boolean, unit: string): string {
  const isRate = /^(?:%|per|pct|v)/.test(unit);
  const decimal = decimalOf(figure, isRate);
  const sign = isNegative ? '-' : '';
  if (decimal === undefined) return `${sign}${figure} ${unit}`.trim();
  if (isRate) return `${sign}${shifted(decimal, 0)} %`;
  if (/^(?:bp|basis)/.test(unit)) return `${sign}${shifted(decimal, -2)} %`;
  if (/^(?:mi|mn|mm)/.test(unit)) return `${sign}${shifted(decimal, 6)}`;
  if (/^b(?:i|n)/.test(unit)) return `${sign}${shifted(decimal, 9)}`;
  return `${sign}${shifted(decimal, 0)}`;
}

/** The figure with a decimal point, or undefined where its separators may be read two ways. */
function decimalOf(figure: string, isRate: boolean): string | undefined {
  const separators = figure.replace(/\d/g, '');
  if (separators === '') return figure;
  const last = separators.at(-1) ?? '';
  const [whole = '', ...others] = figure.split(last);
  const isOneKind = new Set(separators).size === 1;
  const after = others.at(-1) ?? '';
  if (!isOneKind) return `${figure.slice(0, figure.lastIndexOf(last)).replace(/\D/g, '')}.${after}`;
  if (last === ' ' || last === "'" || others.length > 1) return figure.replace(/\D/g, '');
  if (after.length !== 3 || whole.length > 3 || /^0/.test(whole)) return `${whole}.${after}`;
  // 128,350 is thousands wherever confirmations are English; 1.500 and 1,500 % may be either.
  return last === ',' && !isRate ? whole + after : undefined;
}

/** A decimal text times a power of ten, without needless zeros. */
function shifted(decimal: string, places: number): string {
  const [whole = '', fraction = ''] = decimal.split('.');
  const digits = `${'0'.repeat(12)}${whole}${fraction}${'0'.repeat(12)}`;
  const point = 12 + whole.length + places;
  const integer = digits.slice(0, point).replace(/^0+(?=\d)/, '');
  const rest = digits.slice(point).replace(/0+$/, '');
  return rest === '' ? integer : `${integer}.${rest}`;
}

const CURRENCY =
  /^(?:usd|eur|gbp|jpy|chf|cad|aud|nzd|sek|nok|dkk|czk|pln|huf|ron|try|zar|ils|aed|sar|qar|hkd|sgd|cnh|cny|inr|krw|twd|thb|myr|idr|php|vnd|brl|mxn|clp|cop|pen|ars)$/;

/** `-EUR 10,000` and `EUR 10,000-` are `EUR -10,000`. A dash between words and figures, with a space on both its sides, is none. */
function signsBeforeFigures(text: string): string {
  if (!text.includes('-')) return text;
  return text
    .replace(/(?<![\p{L}\p{N}\uE000])-\s?([a-z]{3})\s?(?=\d)/gu, (all, code: string) =>
      CURRENCY.test(code) ? `${code} -` : all,
    )
    .replace(/(?<![\p{L}\p{N}\uE000.,'/-])(\d[\d.,']*)-(?=$|[\s;:)])/gu, '-$1');
}

/** `EUR 128,350` and `128,350 EUR` are one. */
function currencyFirst(words: readonly string[]): string[] {
  const ordered = [...words];
  for (let i = 1; i < ordered.length; i++) {
    const [number = '', code = ''] = [ordered[i - 1], ordered[i]];
    if (!/^-?\d/.test(number) || !CURRENCY.test(code) || CURRENCY.test(ordered[i - 2] ?? '')) continue;
    ordered[i - 1] = code;
    ordered[i] = number;
  }
  return ordered;
}
