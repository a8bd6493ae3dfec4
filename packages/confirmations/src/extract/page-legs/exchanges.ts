import { otherSide, type Source, type TradeField } from '@trade-matching/domain';
import type { Line } from '../../read/positioned-text.ts';
import type { FoundFields } from '../found-fields.ts';
import { canonicalLabel } from '../labels.ts';
import type { Parties } from '../parties/find-parties.ts';
import { currencyIn } from '../values/currencies.ts';
import { dateIn } from '../values/dates.ts';
import type { ReadingContext } from '../values/readers.ts';
import { amountsOf, dealerIn, type Traded, tradesOf } from './amounts.ts';
import { type PartOfPage, partsOf, type RowOfPart } from './parts.ts';
import { placeOf, saysMore, useRow } from './rows.ts';

/** What either exchange is called by words that say nothing else. Where a document has them, no other word marks a leg. */
const CLEAR_NEAR = /\bnear\b/;
const CLEAR_FAR = /\bfar\b/;
const OF_A_LEG =
  '(?:leg|exchange|value|settlement|delivery|payment|date|rate|amount|side|part|transaction|seite|bein|jambe|pata|gamba)';
const BEFORE =
  'first|1st|initial|spot|start|opening|kassa\\w*|comptant|contado|corta|cercana|pronti|premi[eè]re|primera?|prima|erste';
const AFTER =
  'second|2nd|final|forward|end|closing|back|termin\\w*|terme|plazo|larga|lejana|termine|deuxi[eè]me|segunda?|seconda|zweite';
const NEAR = markOf(BEFORE, 'now|at start|au comptant|al contado|a pronti', '1|i|a');
const FAR = markOf(AFTER, 'back|at end|[aà] terme|a plazo|a termine', '2|ii|b');

/** A word of either leg beside what it is of, alone, behind a verb, or as the number of a leg. */
function markOf(words: string, behind: string, numbers: string): RegExp {
  return new RegExp(
    `^(?:the )?(?:${words})$|\\b(?:${words}) (?:\\w+ )?${OF_A_LEG}\\b|\\b${OF_A_LEG} (?:\\w+ )?(?:${words})\\b|\\b(?:buys?|sells?|pays?|receives?|returns?)(?: \\w+)? (?:${behind})\\b|\\b(?:${behind})$|\\b(?:leg|jambe|pata|gamba|bein|seite|part) (?:${numbers})\\b`,
  );
}

/** What has one of these words and is of no leg: the rate of the day, the difference of the two, the deal itself. */
const NO_LEG =
  /\b(?:points?|pips|trade|deal|agreement|spot (?:reference|ref)|reference|foreign exchange spot|fx spot|spot or forward|fx forward|effective|(?:and|then) (?:buys?|sells?) back)\b/;
/** So many words of a line say whose it is. */
const MOST_WORDS = 7;

type Leg = 'near' | 'far';

/** A value with the words that state it. */
interface Stated {
  readonly value: string;
  readonly literal: string;
  readonly row: RowOfPart;
}

/** One exchange, as far as its part of the page says: what nothing or two things say is left out. */
interface Exchange {
  readonly date: Stated | undefined;
  readonly rate: Stated | undefined;
  readonly amounts: ReadonlyMap<string, Traded>;
  /** Who buys a currency, where a row says so. */
  readonly buyers: ReadonlyMap<string, { readonly side: Source; readonly row: RowOfPart }>;
}

/**
 * Reads the two exchanges of an FX swap by what stands in each one's part of the page, whatever its labels are: a date, two
 * amounts in two currencies, a rate, who buys which. Fills only what nothing else gave, and nothing unless the two are a
 * swap: each with its own date, the near one's first.
 */
export function readExchangesOnPage(
  found: FoundFields,
  printed: readonly Line[],
  parties: Parties,
  context: ReadingContext,
): void {
  const lines = withWholeAmounts(printed);
  const isClear =
    lines.some(({ segments }) => segments.some(({ text }) => CLEAR_NEAR.test(canonicalLabel(text)))) &&
    lines.some(({ segments }) => segments.some(({ text }) => CLEAR_FAR.test(canonicalLabel(text))));
  const { parts, rest } = partsOf(lines, (text) => legIn(text, isClear), saysSomething);
  const marked = (['near', 'far'] as const).flatMap((leg) => parts.find(({ mark }) => mark === leg) ?? []);
  const [near, far] = marked.length === 2 ? marked : partsByDate(lines, context);
  if (!near || !far) return;
  const perspective = perspectiveOf(rest, parties);
  const [first, second] = [near, far].map((part) => exchangeOf(part, parties, context, perspective));
  if (!first || !second || (first.date && second.date && first.date.value >= second.date.value)) return;
  turnByRate(found, first.rate?.value);
  give(found, parties, withShared(first, second, rest, parties, context), second);
}

/** `… and sells USD` over `5,437,500.00 at a rate of …`: an amount that the end of its line parted is the upper line's. */
function withWholeAmounts(lines: readonly Line[]): readonly Line[] {
  const whole = [...lines];
  for (let i = 0; i + 1 < whole.length; i++) {
    const [line, next] = [whole[i], whole[i + 1]];
    const [last, first] = [line?.segments.at(-1), next?.segments[0]];
    const code = last && /\s([A-Z]{3})$/.exec(last.text)?.[1];
    const [, amount = '', rest = ''] = /^(\d[\d.,'’]*\d)(?:\s+(.*))?$/.exec(first?.text ?? '') ?? [];
    if (
      !line ||
      !next ||
      !last ||
      !first ||
      code === undefined ||
      amount === '' ||
      currencyIn(`${code} 1`)?.code !== code
    )
      continue;
    whole[i] = { ...line, segments: [...line.segments.slice(0, -1), { ...last, text: `${last.text} ${amount}` }] };
    whole[i + 1] = {
      ...next,
      segments: [{ ...first, text: rest }, ...next.segments.slice(1)].filter(({ text }) => text !== ''),
    };
  }
  return whole;
}

function legIn(text: string, isClear: boolean): Leg | undefined {
  const head = /^(.{3,60}?)\s*:(?:\s|$)/.exec(text)?.[1] ?? text.split(/\s+/).slice(0, MOST_WORDS).join(' ');
  const plain = canonicalLabel(head.replace(/[(),:/]/g, ' ').replace(/\s+/g, ' '));
  if (NO_LEG.test(plain) && !CLEAR_NEAR.test(plain) && !CLEAR_FAR.test(plain)) return undefined;
  const [near, far] = isClear ? [CLEAR_NEAR.test(plain), CLEAR_FAR.test(plain)] : [NEAR.test(plain), FAR.test(plain)];
  return near === far ? undefined : near ? 'near' : 'far';
}

const saysSomething = (text: string): boolean =>
  dateIn(text).reading.kind === 'date' || amountsOf(text).length > 0 || RATE.test(text) || BARE_RATE.test(text);

const A_RATE = '\\d{1,6}[.,]\\d{2,8}';
const RATE = new RegExp(
  `(?:@|\\b(?:at|rate|price|cours|taux|kurs|zu|cambio|a|tipo)\\b)(?:\\s+(?:of|de|di|von|an?|le|exchange|the))*\\s*:?\\s*(?:[A-Z]{3}\\/[A-Z]{3}\\s+)?(${A_RATE})(?![\\d.,]*\\d|\\s?%)`,
  'i',
);
const BARE_RATE = new RegExp(`^\\s*(${A_RATE})(?=\\s*(?:$|,\\s))`);
/** A cell that holds nothing but a rate. */
const bareRateIn = (text: string): string | undefined =>
  text.split(/\s{2,}/).flatMap((cell) => BARE_RATE.exec(cell)?.[1] ?? [])[0];
const LABEL_OF_RATE = /\b(?:rate|price|kurs|cours|cambio|taux)\b/;

function exchangeOf(part: PartOfPage, parties: Parties, context: ReadingContext, view: Source | undefined): Exchange {
  const [dates, rates] = [new Map<string, Stated>(), new Map<string, Stated>()];
  const amounts = new Map<string, Traded>();
  const doubtful = new Set<string>();
  const buyers = new Map<string, { side: Source; row: RowOfPart }>();
  let dealer: Source | undefined;
  for (const row of part.rows) {
    const label = canonicalLabel(row.label);
    if (/\b(?:points?|pips|trade date|deal date|fixing|reference|spot rate)\b/.test(label)) continue;
    const said = `${row.label} ${row.text}`;
    for (const { date, literal } of datesOf(said, context)) dates.set(date, { value: date, literal, row });
    const read = amountsOf(row.text, context.decimalMark, currencyOf(row.label));
    for (const amount of read) {
      const before = amounts.get(amount.currency);
      if (before && before.amount !== amount.amount) doubtful.add(amount.currency);
      if (!before) amounts.set(amount.currency, { ...amount, row });
    }
    const rate =
      RATE.exec(said)?.[1] ?? (read.length === 0 || LABEL_OF_RATE.test(label) ? bareRateIn(row.text) : undefined);
    const plain = rate?.replace(',', '.');
    if (rate !== undefined && plain !== undefined) rates.set(plain, { value: plain, literal: rate, row });
    dealer ??= read.length === 0 ? dealerIn(row.text, parties) : undefined;
    for (const { currency, side } of tradesOf(row, parties, view)) {
      const before = buyers.get(currency);
      if (before && before.side !== side) doubtful.add(`buyer of ${currency}`);
      else buyers.set(currency, { side, row });
    }
  }
  // `Harbour buys` over a column: the currency that is dealt, which stands first.
  const [dealt] = amounts.values();
  if (dealer && dealt && buyers.size === 0) buyers.set(dealt.currency, { side: dealer, row: dealt.row });
  for (const each of doubtful) {
    amounts.delete(each);
    buyers.delete(each.replace('buyer of ', ''));
  }
  return { date: onlyOne(dates), rate: onlyOne(rates), amounts, buyers };
}

/** The rows of a table of flows, `Norwood to Harbour | EUR | 6,000,000.00 | 11-Sep-2026`, by their two dates. */
function partsByDate(lines: readonly Line[], context: ReadingContext): PartOfPage[] {
  const dateIn = (text: string) => (amountsOf(text).length === 1 ? datesOf(text, context) : []);
  const { parts } = partsOf(
    lines.map((line) => ({ ...line, segments: [asOne(line)] })),
    (text) => {
      const [first, ...more] = dateIn(text);
      return more.length === 0 ? first?.date : undefined;
    },
    () => false,
  );
  return parts.length === 2 ? parts.toSorted((a, b) => a.mark.localeCompare(b.mark)) : [];
}

/** The cells of a line as one run of text. */
function asOne({ segments }: Line): Line['segments'][number] {
  const [first] = segments;
  const text = segments.map((each) => each.text).join('  ');
  return { text, x: first?.x ?? 0, right: segments.at(-1)?.right ?? 0 };
}

function datesOf(text: string, context: ReadingContext): { date: string; literal: string }[] {
  const dates: { date: string; literal: string }[] = [];
  let left = text;
  for (let i = 0; i < 4; i++) {
    const { reading, before, after } = dateIn(left, context.slashOrder);
    if (reading.kind !== 'date') break;
    dates.push({ date: reading.date, literal: left.slice(before.length, left.length - after.length).trim() });
    left = after;
  }
  return dates;
}

function onlyOne(values: ReadonlyMap<string, Stated>): Stated | undefined {
  return values.size === 1 ? [...values.values()][0] : undefined;
}

/** `EUR amount`, `PLN`: the one currency that a row's label names. */
function currencyOf(label: string): string | undefined {
  const code = currencyIn(label)?.code;
  return code !== undefined && currencyIn(label.replace(code, ''))?.code === undefined ? code : undefined;
}

/** `PARTY (BOT/SLD): Harbour Bank plc`, `buy and sell are Harbour's`: from whose side verbs without a subject speak. */
function perspectiveOf(rest: readonly RowOfPart[], parties: Parties): Source | undefined {
  for (const { label, text } of rest) {
    const said = `${label} ${text}`;
    const who =
      /\((?:bot\s*\/\s*sld|b\s*\/\s*s|buys?\s*\/\s*sells?|pays?\s*\/\s*receives?)\)\s*:?\s*(.{2,60})$/i.exec(
        said,
      )?.[1] ?? /\b(?:perspective|point of view|standpoint|view) of (?:the )?(.{2,60}?)\)?\.?$/i.exec(said)?.[1];
    const side = who && parties.resolve(who.trim());
    if (side) return side;
  }
  return undefined;
}

const BUYS_NEAR =
  /(?:^|[(:,.]\s*)(?:the )?([\p{L}][\p{L}.&' -]{1,40}?)\s+(?:(buys?|bought)|sells?|sold)\s+(?:near\b|(?:and|\/) (?:sells?|buys?) back\b)/iu;
/** `SELL/BUY EUR (AHB)`. */
const SELL_BUY = /\b(?:(buy)|sell)\s*\/\s*(?:buy|sell)\s+([A-Z]{3})\s*\(([^()]{2,40})\)/i;
/** The near exchange with what is said of both apart from them: `Dealt amount: EUR 900,000.00`, `We sell and buy back GBP`. */
function withShared(
  near: Exchange,
  far: Exchange,
  rest: readonly RowOfPart[],
  parties: Parties,
  context: ReadingContext,
): Exchange {
  const amounts = new Map(near.amounts);
  const buyers = new Map(near.buyers);
  const known = new Set([...near.amounts.keys(), ...far.amounts.keys()]);
  for (const row of rest) {
    const said = `${row.label} ${row.text}`.trim();
    const [one, ...more] = amountsOf(row.text, context.decimalMark);
    if (one && more.length === 0 && known.size < 2 && !known.has(one.currency) && AN_AMOUNT.test(said))
      amounts.set(one.currency, { ...one, row });
    const [, buys, code = '', of = ''] = SELL_BUY.exec(said) ?? [];
    const [, who = '', buysNear] = BUYS_NEAR.exec(said) ?? [];
    const side = parties.resolve((code === '' ? who : of).trim());
    const currency = code === '' ? one?.currency : code.toUpperCase();
    const base = currency ?? (who === '' ? undefined : [...amounts.keys()][0]);
    if (side && base !== undefined && buyers.size === 0) {
      const isBuyer = code === '' ? buysNear !== undefined : buys !== undefined;
      buyers.set(base, { side: isBuyer ? side : otherSide(side), row });
    }
  }
  return { ...near, amounts, buyers };
}

const AN_AMOUNT = /\b(?:dealt|amount|notional|nominal|principal|betrag|montant|importe|importo|against|swap)\b/i;

function give(found: FoundFields, parties: Parties, near: Exchange, far: Exchange): void {
  const currencies = [...new Set([...near.amounts.keys(), ...far.amounts.keys()])];
  if (currencies.length > 2) return;
  const [base, quote] = inOrderOfRate(currencies, near, far);
  const known = found.get('currency');
  // What labels gave has to be the same trade's.
  if (known !== undefined && base !== undefined && known !== base && known !== quote) return;
  const [first, second] = known === quote && known !== undefined ? [quote, base] : [base, quote];
  const add = (field: TradeField, stated: Stated | undefined) => {
    if (!stated) return;
    const { value, literal, row } = stated;
    if (found.get(field) === undefined) found.add(field, value, placeOf(row, literal), 0.9);
    if (!saysMore(row, parties)) useRow(found, row);
  };
  for (const [code, ofCurrency, ofNear, ofFar] of [
    [first, 'currency', 'notional', 'far_notional'],
    [second, 'currency_2', 'notional_2', 'far_notional_2'],
  ] as const) {
    if (code === undefined) continue;
    const [now, later] = [near.amounts.get(code), far.amounts.get(code)].map(
      (traded) => traded && { value: traded.amount, literal: traded.literal, row: traded.row },
    );
    const either = now ?? later;
    add(ofCurrency, either && { ...either, value: code });
    add(ofNear, now);
    add(ofFar, later);
  }
  add('settlement_date', near.date);
  add('far_settlement_date', far.date);
  add('fx_rate', near.rate);
  add('far_fx_rate', far.rate);
  const [now, later] = [buyerOf(first, second, near), buyerOf(first, second, far)];
  const buyer = now?.side ?? (later && otherSide(later.side));
  if (now && later && now.side === later.side) {
    const message = `${first} is bought by the same party in both legs`;
    found.flag({ code: 'CONTRADICTION', severity: 'review', field: 'currency_buyer', message });
  }
  for (const each of buyer === undefined ? [] : [now, later])
    if (each) add('currency_buyer', { value: buyer ?? '', literal: each.row.text, row: each.row });
}

/** Labels that gave both amounts of the near exchange and no rate, which says that the second is the first currency. */
function turnByRate(found: FoundFields, rate: string | undefined): void {
  const [one, other] = [found.get('notional'), found.get('notional_2')].map(Number);
  const at = Number(found.get('fx_rate') ?? rate);
  if (one === undefined || other === undefined || !Number.isFinite(one * other * at)) return;
  const fits = (from: number, to: number) => Math.abs(from * at - to) <= to * 0.005;
  if (fits(one, other) || !fits(other, one)) return;
  found.swap('currency', 'currency_2');
  found.swap('notional', 'notional_2');
  found.swap('far_notional', 'far_notional_2');
  const buyer = found.get('currency_buyer');
  if (buyer !== undefined) found.values.currency_buyer = otherSide(buyer as Source);
}

/** The currencies so that the first at the rate is the second; as they stand where the rate does not say. */
function inOrderOfRate(currencies: readonly string[], near: Exchange, far: Exchange): readonly (string | undefined)[] {
  const [one, other] = currencies;
  if (one === undefined || other === undefined) return currencies;
  for (const { amounts, rate } of [near, far]) {
    const [a, b] = [Number(amounts.get(one)?.amount), Number(amounts.get(other)?.amount)];
    const at = Number(rate?.value);
    const fits = (from: number, to: number) => Math.abs(from * at - to) <= to * 0.005;
    if (!Number.isFinite(a * b * at)) continue;
    if (fits(a, b)) return [one, other];
    if (fits(b, a)) return [other, one];
  }
  return currencies;
}

function buyerOf(first: string | undefined, second: string | undefined, { buyers }: Exchange) {
  const own = first === undefined ? undefined : buyers.get(first);
  const other = second === undefined ? undefined : buyers.get(second);
  if (own && other && own.side === other.side) return undefined;
  return own ?? (other && { side: otherSide(other.side), row: other.row });
}
