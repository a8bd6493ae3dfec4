import { otherSide, type Source } from '@trade-matching/domain';
import { Big } from 'big.js';
import type { Entry } from './entries.ts';
import type { FoundFields } from './found-fields.ts';
import type { Parties } from './parties.ts';
import { type ForwardSide, readForwardSide } from './vocabulary/fx.ts';

/**
 * Puts the two amounts of a forward in order: `currency` is the one that the rate is quoted for one unit of, so that
 * notional × rate = notional_2, and `currency_buyer` is who buys it.
 */
export function readForwardAmounts(
  found: FoundFields,
  entries: readonly Entry[],
  parties: Parties,
  prose: string,
): void {
  const sides: { side: ForwardSide; entry: Entry }[] = [];
  for (const entry of entries) {
    const side = readForwardSide(entry.label.replace(/:$/, ''), entry.value);
    if (side) sides.push({ side, entry });
  }
  const [first] = sides;
  const second = sides.find(({ side }) => side.currency !== first?.side.currency);
  if (first && second) {
    const who = parties.resolve(first.side.who);
    const buyerOfFirst = who && (first.side.verb === 'buys' ? who : otherSide(who));
    order(found, first.side, second.side, buyerOfFirst, first.entry);
    return;
  }
  const spoken = readForwardSentence(prose, parties);
  if (spoken)
    order(found, spoken.bought, spoken.sold, spoken.buyer, { page: 1, line: 1, label: 'text', value: spoken.literal });
}

interface Money {
  readonly currency: string;
  readonly amount: string;
}

function order(
  found: FoundFields,
  a: Money,
  b: Money,
  buyerOfA: Source | undefined,
  entry: Pick<Entry, 'page' | 'line' | 'label' | 'value'>,
): void {
  const rate = found.get('fx_rate');
  const straight = rate === undefined || fits(a, b, rate) || !fits(b, a, rate);
  const [base, quote] = straight ? [a, b] : [b, a];
  found.add('currency', base.currency, entry);
  found.add('notional', base.amount, entry);
  found.add('currency_2', quote.currency, entry);
  found.add('notional_2', quote.amount, entry);
  if (buyerOfA) found.add('currency_buyer', straight ? buyerOfA : otherSide(buyerOfA), entry);
}

function fits(base: Money, quote: Money, rate: string): boolean {
  const expected = new Big(base.amount).times(rate);
  return expected.minus(quote.amount).abs().lte(expected.times('0.005'));
}

const AMOUNT = "([A-Z]{3})\\s*([\\d][\\d.,'’ ]*\\d)";
const SENTENCE = new RegExp(
  `\\b(we|you|party a|party b)\\s+(?:have\\s+|has\\s+|had\\s+)?(purchased?|bought|buy|sold|sell)s?\\s+(?:(?:from|to)\\s+(?:you|us|party [ab])\\s+)?${AMOUNT}\\s+(?:against|versus|vs\\.?|for|in exchange for)\\s+${AMOUNT}`,
  'i',
);

/** `we purchased from you USD 10,000,000.00 against JPY 1,497,500,000.00`. */
function readForwardSentence(
  prose: string,
  parties: Parties,
): { bought: Money; sold: Money; buyer: Source | undefined; literal: string } | undefined {
  const match = SENTENCE.exec(prose);
  if (!match) return undefined;
  const [literal, who = '', verb = '', firstCurrency = '', firstAmount = '', secondCurrency = '', secondAmount = ''] =
    match;
  const [first, second] = [money(firstCurrency, firstAmount), money(secondCurrency, secondAmount)];
  if (!first || !second) return undefined;
  const side = parties.resolve(who);
  const buys = /^(?:purchas|bought|buy)/i.test(verb);
  return { bought: first, sold: second, buyer: side && (buys ? side : otherSide(side)), literal };
}

function money(currency: string, literal: string): Money | undefined {
  const side = readForwardSide('buy', `${currency} ${literal}`);
  return side && { currency: side.currency, amount: side.amount };
}
