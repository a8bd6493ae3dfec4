import type { Source } from '@trade-matching/domain';
import { Big } from 'big.js';
import type { FoundFields } from '../found-fields.ts';
import { canonicalLabel, numbered } from '../labels.ts';
import type { Entry } from '../layout/entry.ts';
import type { Parties } from '../parties/find-parties.ts';
import { speaker } from '../parties/speaker.ts';
import { matchesWith } from '../sentences/matches-with.ts';
import { readCurrency } from '../values/currencies.ts';
import { DATE_LITERAL } from '../values/dates.ts';
import { readAmount } from '../values/numbers.ts';
import type { ReadingContext } from '../values/readers.ts';
import { readForwardAbroad } from './forward-abroad.ts';
import { checkBuyers, type ForwardSide, findForwardSides, opposite } from './sides.ts';

/**
 * Puts the two amounts of a forward in order: `currency` is the one that the rate is quoted for one unit of, so that
 * notional × rate = notional_2, and `currency_buyer` is who buys it.
 */
export function readForwardAmounts(
  found: FoundFields,
  entries: readonly Entry[],
  parties: Parties,
  prose: string,
  context: ReadingContext,
): void {
  const sides = findForwardSides(entries, parties, context);
  checkBuyers(found, sides);
  readAmountsOfSides(found, sides, entries, parties, prose, context);
}

/** The same, with the amounts as something else than their labels gave them. */
export function readAmountsOfSides(
  found: FoundFields,
  sides: readonly ForwardSide[],
  entries: readonly Entry[],
  parties: Parties,
  prose: string,
  context: ReadingContext,
): void {
  const spoken = readForwardSentence(prose, parties, context);
  const [first, second] = twoCurrencies(sides) ?? spoken ?? [];
  if (!first || !second) {
    // A summary states one amount.
    const [only] = sides;
    if (only && sides.every(({ currency }) => currency === only.currency)) {
      found.add('currency', only.currency, only.entry);
      found.add('notional', only.amount, only.entry);
    }
    return;
  }
  const buyers = new Set([
    ...sidesOf(sides, first).map(({ buyer }) => buyer),
    ...sidesOf(sides, second).map(({ buyer }) => buyer && opposite(buyer)),
    ...(spoken ?? []).map(({ currency, buyer }) => (currency === first.currency ? buyer : buyer && opposite(buyer))),
  ]);
  buyers.delete(undefined);
  const named = buyers.size === 0 ? namedBuyer(entries, parties, first, second) : undefined;
  if (buyers.size > 1) {
    found.flag({
      code: 'CONTRADICTION',
      severity: 'review',
      field: 'currency_buyer',
      message: `both parties are said to buy ${first.currency}`,
    });
  }
  order(found, first, second, named ?? (buyers.size === 1 ? [...buyers][0] : undefined));
}

function sidesOf(sides: readonly ForwardSide[], { currency }: ForwardSide): ForwardSide[] {
  return sides.filter((side) => side.currency === currency);
}

function twoCurrencies(sides: readonly ForwardSide[]): [ForwardSide, ForwardSide] | undefined {
  const [first] = sides;
  const second = sides.find(({ currency }) => currency !== first?.currency);
  return first && second ? [first, second] : undefined;
}

/** `Buyer: X` and `Direction: we buy EUR` where the amounts' own labels do not say who buys: of the first amount. */
function namedBuyer(
  entries: readonly Entry[],
  parties: Parties,
  first: ForwardSide,
  second: ForwardSide,
): Source | undefined {
  for (const { label, value } of entries) {
    // `EUR buyer / NOK seller` says one thing twice.
    const plain = canonicalLabel(numbered(label.split(/\s+\/\s+/)[0] ?? label));
    const traded =
      /^(?:(\w{3}) )?(buyer|seller|purchaser)(?: (\w{3}))?$|^(buyer|seller) (?:base|dealt|notional) currency$|^(?:base currency|dealt currency|currency 1) (buyer|seller)$/.exec(
        plain,
      );
    if (traded) {
      const currency = (traded[1] ?? traded[3])?.toUpperCase();
      const verb = traded[2] ?? traded[4] ?? traded[5];
      if (currency !== undefined && currency !== first.currency && currency !== second.currency) continue;
      const side = parties.resolve(value);
      if (!side) continue;
      const buysNamed = verb === 'seller' ? opposite(side) : side;
      return currency === second.currency ? opposite(buysNamed) : buysNamed;
    }
    const direction =
      /^(?:direction|side|buy sell|transaction|deal type|trade type|action|buy or sell|bought sold|transaction type|our action|our side)$/.test(
        plain,
      );
    const verb = direction && /^\s*(.{2,40}?\s)?(buy|purchase|bought|sell|sold|sale)\w*\b/i.exec(value);
    if (!verb) continue;
    const who = verb[1]?.trim() ? parties.resolve(verb[1]) : parties.issuer;
    if (!who) continue;
    const buyer = /^(?:buy|purchas|bought)/i.test(verb[2] ?? '') ? who : opposite(who);
    const named = readCurrency(value);
    return named === second.currency ? opposite(buyer) : buyer;
  }
  return undefined;
}

function order(found: FoundFields, a: ForwardSide, b: ForwardSide, buyerOfA: Source | undefined): void {
  const rate = found.get('fx_rate');
  const [asIs, turned] = rate === undefined ? [false, false] : [fits(a, b, rate), fits(b, a, rate)];
  if (rate !== undefined && !asIs && !turned) {
    found.flag({
      code: 'CONTRADICTION',
      severity: 'review',
      field: 'fx_rate',
      message: `${a.currency} ${a.amount} and ${b.currency} ${b.amount} are not at a rate of ${rate}`,
    });
  }
  const straight = asIs || !turned;
  const [base, quote] = straight ? [a, b] : [b, a];
  found.add('currency', base.currency, base.entry);
  found.add('notional', base.amount, base.entry);
  found.add('currency_2', quote.currency, quote.entry);
  found.add('notional_2', quote.amount, quote.entry);
  for (const [field, { computed }] of [
    ['notional', base],
    ['notional_2', quote],
  ] as const) {
    if (computed !== undefined) found.inferred[field] = `not printed: ${computed}`;
  }
  if (buyerOfA) found.add('currency_buyer', straight ? buyerOfA : opposite(buyerOfA), base.entry);
}

function fits(base: ForwardSide, quote: ForwardSide, rate: string): boolean {
  const expected = new Big(base.amount).times(rate);
  return expected.minus(quote.amount).abs().lte(expected.times('0.005'));
}

const AMOUNT =
  "((?:[A-Z]{3}|US\\$|€|£)\\s*\\d(?:[\\d.,'’\u00a0\u202f ]*\\d)?(?:\\s*(?:million|mio|mn|mm|m|billion|bn))?|\\d(?:[\\d.,'’\u00a0\u202f ]*\\d)?\\s*(?:(?:million|mio|mn|mm|m|billion|bn)\\s*)?[A-Z]{3})";
const VERB = '(purchased?|bought|buy|sold|sell|purchas(?:es|ing)|buying|selling|sale|purchase)s?';
/** Whom one deals with, when, and how much of it: what may stand between the verb and the amount. */
const BETWEEN = `(?:(?:by|from|to|with|on|of)\\s+(?:${DATE_LITERAL}|the sum|an amount|[^.;]{1,60}?)\\s*,?\\s+){0,4}?(?:the sum of\\s+|an amount of\\s+|of\\s+)?`;
const AGAINST = `${VERB}\\s+(?:and (?:you|we) (?:have )?(?:sold|bought|purchased) )?${BETWEEN}${AMOUNT}\\s*,?\\s+(?:\\([^)]{1,60}\\)\\s*)?(?:(?:from|to)\\s+.{1,60}?\\s+)?(?:against|versus|vs\\.?|for|in exchange for|in return for|against payment of|and (?:to )?sells?|and (?:to )?buys?|and (?:has |have )?(?:sold|bought|purchased)|forward against)\\s+${BETWEEN}(?:(?:the|a|an) (?:\\w+ )?(?:sum|amount) of\\s+)?${AMOUNT}`;
const TRADES = new RegExp(`\\s${AGAINST}`, 'i');
const SENTENCE = new RegExp(
  `\\b(\\S+(?:\\s+\\S+){0,5}?)\\s+(?:(?:have|has|had|having|shall|will|hereby|agrees?|agreed|to|is|are|today|the)\\s+)*${AGAINST}`,
  'gi',
);

/** `You shall deliver GBP 40 million to us, and we shall deliver USD 50.86 million in exchange`: who delivers sells. */
const DELIVERIES = new RegExp(
  `(\\S+(?:\\s+\\S+){0,5}?)\\s+(?:shall|will|is to|must)\\s+(?:deliver|pay)\\s+${AMOUNT}[^.;]{0,60}?,?\\s+(?:and|against which|while|whereas)\\s+\\S+(?:\\s+\\S+){0,5}?\\s+(?:(?:shall|will|is to|must)\\s+)?(?:delivers?|pays?)\\s+${AMOUNT}`,
  'gi',
);

function readDeliveries(
  prose: string,
  parties: Parties,
  context: ReadingContext,
): [ForwardSide, ForwardSide] | undefined {
  // The pattern begins with anything: it is not tried where nothing is delivered.
  if (!/\b(?:shall|will|is to|must) (?:deliver|pay)\b/i.test(prose)) return undefined;
  for (const [literal, who = '', ...amounts] of prose.matchAll(DELIVERIES)) {
    const [first, second] = amounts.map((amount) => readAmount(amount, context.decimalMark));
    if (!first?.currency || !second?.currency || first.currency === second.currency) continue;
    const seller = speaker(who, parties);
    const entry = { page: 0, line: 0, label: 'text', value: literal };
    return [
      { currency: first.currency, amount: first.amount, buyer: seller && opposite(seller), entry },
      { currency: second.currency, amount: second.amount, buyer: seller, entry },
    ];
  }
  return undefined;
}

/** `we purchased from you USD 10,000,000.00 against JPY 1,497,500,000.00`. */
export function readForwardSentence(
  prose: string,
  parties: Parties,
  context: ReadingContext,
): [ForwardSide, ForwardSide] | undefined {
  for (const match of matchesWith(prose, TRADES, SENTENCE)) {
    const [literal, who = '', verb = '', firstAmount = '', secondAmount = ''] = match;
    const entry = { page: 0, line: 0, label: 'text', value: literal };
    const [first, second] = [
      readAmount(firstAmount, context.decimalMark),
      readAmount(secondAmount, context.decimalMark),
    ];
    if (!first?.currency || !second?.currency || first.currency === second.currency) continue;
    const side = speaker(who, parties);
    const buyer = side && (/^(?:purchas|bought|buy)/i.test(verb) ? side : opposite(side));
    return [
      { currency: first.currency, amount: first.amount, buyer, entry },
      { currency: second.currency, amount: second.amount, buyer: buyer && opposite(buyer), entry },
    ];
  }
  return (
    readTelex(prose, parties, context) ??
    readDeliveries(prose, parties, context) ??
    readForwardAbroad(prose, parties, context)
  );
}

const TELEX = new RegExp(
  `\\b(we|you|\\S+(?:\\s+\\S+){0,4}?)\\s+(?:have\\s+|has\\s+)?(sold|bought|purchased|sell|buy)\\s+(?:to\\s+|from\\s+)?(?:you|us)?\\s*${AMOUNT}\\s+against\\s+(?:${AMOUNT}|([A-Z]{3})\\b)\\s*(?:,|\\bat\\b|\\brate\\b)\\s*(?:\\w+\\s+){0,2}?(\\d+[.,]\\d+)?`,
  'gi',
);

/** `WE SOLD YOU 5,000,000.00 USD AGAINST CHF AT 0.8845`: the second amount follows from the rate where it is not printed. */
function readTelex(prose: string, parties: Parties, context: ReadingContext): [ForwardSide, ForwardSide] | undefined {
  if (!/\bagainst\b/i.test(prose)) return undefined;
  for (const match of prose.matchAll(TELEX)) {
    const [literal, who = '', verb = '', firstAmount = '', secondAmount, currency, rate] = match;
    const first = readAmount(firstAmount, context.decimalMark);
    const code = currency?.toUpperCase();
    const printed = secondAmount === undefined ? undefined : readAmount(secondAmount, context.decimalMark);
    const plainRate = rate?.replace(',', '.');
    const second =
      printed ??
      (first && code && plainRate
        ? { currency: code, amount: new Big(first.amount).times(plainRate).toFixed(2), computed: true }
        : undefined);
    if (!first?.currency || !second?.currency) continue;
    const side = /^we$/i.test(who) ? parties.issuer : speaker(who, parties);
    const buyer = side && (/^(?:purchas|bought|buy)/i.test(verb) ? side : opposite(side));
    const entry = { page: 0, line: 0, label: 'text', value: literal };
    return [
      { currency: first.currency, amount: first.amount, buyer, entry },
      {
        currency: second.currency,
        amount: second.amount,
        buyer: buyer && opposite(buyer),
        entry,
        ...(printed ? {} : { computed: `${first.currency} ${first.amount} at the rate of ${plainRate}` }),
      },
    ];
  }
  return undefined;
}
