import { FIELD_KINDS, type FieldKind, type Product, type TradeField } from '@trade-matching/domain';
import { lineText, type PositionedText } from '../read/positioned-text.ts';
import type { FoundFields } from './found-fields.ts';
import { matchesOf } from './matches-of.ts';
import { currencyIn } from './values/currencies.ts';
import { NUMBER_WORD, numbersInWords } from './values/number-words.ts';
import { readBusinessDayConvention } from './values/terms.ts';

/**
 * Holds what stands beside the values that were read against the trade: a cell is read for one term, and what it says of
 * another, such as the currencies of a rate, has to be the trade's (M2). What is not is a contradiction, for a person.
 */
export function checkLiterals(
  found: FoundFields,
  product: Product,
  { title, prose }: { readonly title: string; readonly prose: string },
): void {
  const flag = (field: TradeField, message: string) => found.flagBeside(field, message);
  checkCurrencies(found, product, title, flag);
  checkHalves(found, flag);
  checkRoles(found, product, flag);
  checkPayers(found, flag);
  if (product === 'FX_OPTION') checkRights(found, `${title} ${prose}`, flag);
  if (product === 'FX_OPTION') checkRightsOfLabels(found, flag);
  checkPremiumRate(found, flag);
  if (OF_RATES.has(product)) checkConventions(found, prose, flag);
}

type Flagging = (field: TradeField, message: string) => void;

const OF_RATES: ReadonlySet<Product> = new Set<Product>([
  'INTEREST_RATE_SWAP',
  'BASIS_SWAP',
  'CROSS_CURRENCY_SWAP',
  'CAP_FLOOR',
]);
const OF_EXCHANGES: ReadonlySet<Product> = new Set<Product>([
  'FX_FORWARD',
  'FX_SWAP',
  'NON_DELIVERABLE_FORWARD',
  'FX_OPTION',
]);
/** Of a published rate, or of what the trade is only paid in. */
const NAMES_OTHERS: ReadonlySet<TradeField> = new Set<TradeField>(['settlement_rate_option', 'settlement_currency']);
/** `USD/GBP`, `USD per 1 EUR`, `USD je EUR`. */
const PAIR = /(?<![A-Z])([A-Z]{3})(?:\s?\/\s?|\s+(?:per|je|pro|par|pour|por)\s+(?:1\s+)?)([A-Z]{3})(?![A-Z])/g;
/** `1 EUR = 1,6187 CAD`. */
const ONE_OF = /(?<![\w.,])1\s?([A-Z]{3})\s*=\s*\d[\d.,]*\s?([A-Z]{3})(?![A-Z])/g;
/** `GBP put`, `USD call` in the name of an option. */
const OF_AN_OPTION = /(?<![A-Z])([A-Z]{3})[\s-](?:put|call)(?!\p{L})/giu;
const AMOUNT_BEHIND_CODE = /(?<![A-Z])([A-Z]{3})\s?\d[\d.,'’]*/g;

const isCurrency = (code: string): boolean => currencyIn(`${code} 1`)?.code === code;
const entriesOf = (found: FoundFields) => Object.keys(found.evidence) as TradeField[];

/** `1.2520 CAD/GBP` of a trade in US dollars and pounds; `GBP 25,000,000` in the title of a trade in euros. */
function checkCurrencies(found: FoundFields, product: Product, title: string, flag: Flagging): void {
  const own = new Set(
    entriesOf(found)
      .filter((field) => FIELD_KINDS[field] === 'currency')
      .map((field) => found.get(field)),
  );
  if (own.size === 0 || (OF_EXCHANGES.has(product) && own.size < 2)) return;
  const texts = entriesOf(found).flatMap((field): [TradeField, string][] => {
    const { label = '', literal = '' } = found.evidence[field] ?? {};
    const isOfMoney = ['amount', 'decimal'].includes(FIELD_KINDS[field]) && !NAMES_OTHERS.has(field);
    return isOfMoney ? [[field, `${label === 'text' ? '' : label} ${literal}`]] : [];
  });
  for (const [field, text] of [...texts, ['currency', title] as const]) {
    const twice = OF_EXCHANGES.has(product) ? matchesOf(text, PAIR).find(([, a, b]) => a === b) : undefined;
    if (twice !== undefined && isCurrency(twice[1] ?? ''))
      flag(field, `“${text.trim()}” is a rate of ${twice[1]} in itself`);
    const codes = [
      ...(OF_EXCHANGES.has(product) ? matchesOf(text, ONE_OF).flatMap(([, a = '', b = '']) => [a, b]) : []),
      ...(OF_EXCHANGES.has(product) ? matchesOf(text, PAIR).flatMap(([, a = '', b = '']) => [a, b]) : []),
      ...(product === 'FX_OPTION' ? matchesOf(text, OF_AN_OPTION).map(([, code = '']) => code) : []),
      ...matchesOf(text, AMOUNT_BEHIND_CODE).map(([, code = '']) => code),
    ];
    const other = codes.find((code) => isCurrency(code) && !own.has(code));
    if (other !== undefined) flag(field, `“${text.trim()}” names ${other}, which is no currency of the trade`);
  }
}

/** Kinds of which a cell says one value, and each half of it. */
const OF_ONE_FIGURE: ReadonlySet<FieldKind> = new Set<FieldKind>([
  'tenor',
  'day-count',
  'percent',
  'amount',
  'decimal',
  'quantity',
]);

/** `6 mois / 7 months`: a cell in two languages says one thing, with the same figures, and its label too. */
function checkHalves(found: FoundFields, flag: Flagging): void {
  for (const field of entriesOf(found)) {
    const { label = '', literal = '' } = found.evidence[field] ?? {};
    if (!/\p{L}\s+[/–|]\s+\p{L}/u.test(label)) continue;
    const deeds = label.split(/\s+[/–|]\s+/).map((half) => [BUYS.test(half), SELLS.test(half)]);
    if (deeds.length === 2 && deeds.every(([buys, sells]) => buys !== sells) && deeds[0]?.[0] !== deeds[1]?.[0])
      if (!saysBothSides(label)) flag(field, `the halves of “${label}” say that one buys and that one sells`);
    if (bothDoTheSame(label)) flag(field, `the halves of “${label}” say the same of both parties`);
    const halves = literal.split(/\s+[/–|]\s+/);
    if (!OF_ONE_FIGURE.has(FIELD_KINDS[field]) && field !== 'cut_off_time') continue;
    const [one = [], other = []] = halves.map(figuresOf);
    if (halves.length !== 2 || one.length === 0 || other.length === 0) continue;
    const [fewer, more] = one.length < other.length ? [one, [...other]] : [other, [...one]];
    // One half may say more than the other, a first date; none may say another figure.
    const isOther = fewer.some((figure) => {
      const at = more.indexOf(figure);
      if (at >= 0) more.splice(at, 1);
      return at < 0;
    });
    if (isOther) flag(field, `the halves of “${literal}” have other figures`);
  }
}

/** `We sell / you sell`: of an exchange one party buys what the other sells. Of two languages both halves do the same. */
function bothDoTheSame(label: string): boolean {
  const [, one = '', first = '', other = '', second = ''] = BOTH_ACT.exec(label) ?? [];
  return one !== '' && one.toLowerCase() !== other.toLowerCase() && BUYS.test(first) === BUYS.test(second);
}
const BOTH_ACT =
  /^(?:the )?(we|you|bank|client|customer|fund|counterparty|party [ab])\s+(buys?|sells?|bought|sold)\s+[/–|]\s+(?:the )?(we|you|bank|client|customer|fund|counterparty|party [ab])\s+(buys?|sells?|bought|sold)\s*:?$/i;

/** `Put-Betrag / Call amount` over an amount that was taken as called. */
function checkRightsOfLabels(found: FoundFields, flag: Flagging): void {
  for (const field of entriesOf(found)) {
    const { label = '' } = found.evidence[field] ?? {};
    if (
      !/^(?:call|put)_(?:amount|currency)$/.test(field) ||
      /\b[A-Z]{3}\b|\b(?:call|put)\s*(?:\/|and|&)\s*(?:call|put)\b/.test(label)
    )
      continue;
    if (/\bput\b/i.test(label) && /\bcall\b/i.test(label)) flag(field, `“${label}” says put and call of one amount`);
  }
}

/** The figures of a text; hours of the afternoon as those of a clock with 24. */
const figuresOf = (text: string): number[] =>
  (text.match(/\d+(?:[:.]\d\d)?\s?p\.?m\b|\d+/gi) ?? []).flatMap((figure) => {
    const [hour = 0, ...rest] = (figure.match(/\d+/g) ?? []).map(Number);
    return [/p/i.test(figure) && hour < 12 ? hour + 12 : hour, ...rest];
  });

/** A seller of protection whom its own cell calls the buyer. */
function checkRoles(found: FoundFields, product: Product, flag: Flagging): void {
  if (product !== 'CREDIT_DEFAULT_SWAP') return;
  for (const [field, other] of [
    ['buyer', /\bseller\b/i],
    ['seller', /\bbuyer\b/i],
  ] as const) {
    const { label = '', literal = '' } = found.evidence[field] ?? {};
    const own = new RegExp(`\\b${field}\\b`, 'i');
    const inBrackets = /\(([^()]*)\)\s*:?$/;
    for (const text of [label, literal].map((each) => inBrackets.exec(each)?.[1] ?? ''))
      if (other.test(text) && !own.test(text)) flag(field, `the ${field} is called “${text}”`);
  }
}

/** `Twenty-Five (26) days`: a figure in brackets that is another than its words. A list's numbers stand before their clause. */
export function checkFiguresInWords(found: FoundFields, { lines }: PositionedText): void {
  const printed = lines.map(lineText).join(' ');
  for (const [text, words = '', figure = ''] of matchesOf(printed, FIGURE_IN_WORDS)) {
    const said = numbersInWords(words).at(-1)?.value;
    if (said === undefined || said === Number(figure)) continue;
    found.flag({ code: 'CONTRADICTION', severity: 'review', message: `“${text.trim()}” says two figures` });
  }
}
const FIGURE_IN_WORDS = new RegExp(
  `(?<!\\p{L})((?:(?:${NUMBER_WORD})[\\s-]+){0,4}(?:${NUMBER_WORD}))\\s*\\((\\d{1,3})\\)\\s+(?=\\p{L})`,
  'giu',
);

/** `Buyer (receives fixed)`: what a label says in brackets of who pays which leg. */
const DEED_ON_A_LEG = /\(([^()]*)\b(pay(?:s|er)?|receive[sr]?)\b[^()]{0,20}\b(fixed|floating)\b[^()]*\)/i;

/** A payer of one leg whom its own label calls the payer of the other. */
function checkPayers(found: FoundFields, flag: Flagging): void {
  for (const field of entriesOf(found)) {
    const [, own] = /^(fixed|floating)_(?:rate|price)_payer$/.exec(field) ?? [];
    const { label = '', literal = '' } = found.evidence[field] ?? {};
    const [said, before = '', deed = '', leg = ''] = DEED_ON_A_LEG.exec(`${label} ${literal}`) ?? [];
    if (own === undefined || said === undefined || /\bnot\b/i.test(before)) continue;
    const pays = /^pay/i.test(deed) ? leg.toLowerCase() : leg.toLowerCase() === 'fixed' ? 'floating' : 'fixed';
    if (pays !== own) flag(field, `the payer of the ${own} leg is called “${said}”`);
  }
}

/** `EUR put / USD call`, `call EUR, put USD`: which right each of two currencies has. */
const RIGHTS =
  /(?<![A-Z])([A-Z]{3})[\s-]+(put|call)\b[\s,/|&]{1,4}(?:and\s+)?([A-Z]{3})[\s-]+(put|call)\b|\b(put|call)[\s-]+(?:on\s+)?([A-Z]{3})[\s,/|&]{1,4}(?:and\s+)?(put|call)[\s-]+(?:on\s+)?([A-Z]{3})(?![A-Z])/gi;

/** An option on two currencies calls one and puts the other, wherever it says so. */
function checkRights(found: FoundFields, text: string, flag: Flagging): void {
  const type = found.get('option_type') ?? '';
  for (const [said, a, ofA, b, ofB, rightC, c, rightD, d] of matchesOf(text, RIGHTS)) {
    const rights = [
      [a ?? c ?? '', ofA ?? rightC ?? ''],
      [b ?? d ?? '', ofB ?? rightD ?? ''],
    ].map(([code = '', right = '']) => `${code}_${right}`.toUpperCase());
    const isOne = rights[0]?.slice(3) === rights[1]?.slice(3);
    const isOfTrade = rights.every((right) => type.includes(right.slice(0, 3)));
    if (isOne || (isOfTrade && !rights.every((right) => type.includes(right))))
      flag('option_type', `“${said}” is not the option that the document states elsewhere, or none at all`);
  }
}

const BUYS = /(?<!\p{L})(?:buys?|bought|kauft|kaufen|ach[eè]te|compra|acquista)(?!\p{L})/iu;
const SELLS = /(?<!\p{L})(?:sells?|sold|verkauft|verkaufen|vend|vende)(?!\p{L})/iu;
/** `We sell / you buy`, `Client buys / Bank sells`: who sells is not who buys. */
const saysBothSides = (label: string): boolean => {
  const [one, other] = label
    .split(/\s+[/–|]\s+/)
    .map((half) => (half.match(/\p{L}{3,}/gu) ?? []).map((w) => w.toLowerCase()));
  const own = (words: readonly string[] = []) =>
    words.filter((word) => !BUYS.test(word) && !SELLS.test(word) && word !== 'the');
  // `La Banque achète / the Bank sells` names one party: four letters in common.
  const stems = new Set(own(one).map((word) => word.slice(0, 3)));
  return !own(other).some((word) => stems.has(word.slice(0, 3)));
};

const PERCENT_IN_BRACKETS = /\((\d+(?:[.,]\d+)?)\s?(?:%|per ?cent|pct)[^()]*\)/i;

/** `EUR 148,000.00 (1.86 %)` of EUR 8,000,000.00: what it is of the amount has to be so, to the digits that are printed. */
function checkPremiumRate(found: FoundFields, flag: Flagging): void {
  const literal = found.evidence.premium_amount?.literal ?? '';
  const [, printed] = PERCENT_IN_BRACKETS.exec(literal) ?? [];
  if (printed === undefined) return;
  const rate = printed.replace(',', '.');
  const decimals = rate.split('.')[1]?.length ?? 0;
  const premium = Number(found.get('premium_amount'));
  const of = (['notional', 'call_amount', 'put_amount'] as const).map((field) => Number(found.get(field)));
  const isSo = of.some((amount) => amount > 0 && ((premium / amount) * 100).toFixed(decimals) === rate);
  if (!isSo && of.some((amount) => amount > 0))
    flag('premium_amount', `“${literal}” is not ${printed} % of the amount`);
}

const CONVENTION =
  /\b(?:adjust\w*|subject to|accordance with|by)\b[^.;]{0,40}?\b((?:modified\s+)?(?:following|preceding)\s+business day convention)\b/gi;

/** A sentence that moves the trade's days by another convention than the one that its cell names. */
function checkConventions(found: FoundFields, prose: string, flag: Flagging): void {
  const own = found.get('business_day_convention');
  if (own === undefined) return;
  for (const [text, name = ''] of matchesOf(prose, CONVENTION)) {
    const said = readBusinessDayConvention(name);
    if (said !== undefined && said !== own)
      flag('business_day_convention', `business_day_convention is ${own}, and “${text}” says ${said}`);
  }
}
