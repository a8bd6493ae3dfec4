import { daysBetween, type Evidence, type Product, type TradeField } from '@trade-matching/domain';
import type { PositionedText } from '../read/positioned-text.ts';
import { checkFiguresInWords, checkLiterals } from './check-literals.ts';
import { checkFeatures } from './features-of-titles.ts';
import type { FoundFields } from './found-fields.ts';
import { checkMaturity } from './maturity.ts';
import { checkSaidNotional } from './sentences/second-values.ts';
import { checkTitle } from './title-terms.ts';
import { currencyIn } from './values/currencies.ts';
import { isDoubtful, type ReadingContext, unitIn, WHY } from './values/readers.ts';

/** Amounts of an exchange are rounded, and a rate is printed to a few decimals. */
const ROUNDING = 0.005;
/** A backdated start and a trade that is booked late are usual within this. */
const BACKDATED_DAYS = 366;

const IS_EXCHANGE: ReadonlySet<Product> = new Set(['FX_FORWARD', 'FX_SWAP', 'NON_DELIVERABLE_FORWARD']);

/** Holds the trade's values against each other and against what sentences and the title say of them. */
export function checkTrade(
  found: FoundFields,
  {
    product,
    prose,
    title,
    text,
  }: { readonly product: Product; readonly prose: string; readonly title: string; readonly text: PositionedText },
  context: ReadingContext,
): void {
  leaveDoubtful(found);
  checkMaturity(found, product);
  checkConsistency(found, product);
  checkLiterals(found, product, { title, prose });
  checkFiguresInWords(found, text);
  checkSaidNotional(found, prose, context);
  checkTitle(found, title);
  checkFeatures(found, product, text, title);
}

/** A page of legs reads its cells by its own rules: what makes another value of a word is looked for there as well. */
function leaveDoubtful(found: FoundFields): void {
  const all = Object.entries(found.evidence) as [TradeField, Evidence][];
  for (const [field, { label, literal, line, page }] of all) {
    // A cell of several terms says of one of them what a negation is about.
    const isAlone = !all.some(
      ([other, its]) => other !== field && its.literal === literal && its.line === line && its.page === page,
    );
    if (label === 'text' || !isAlone || !isDoubtful(field, literal)) continue;
    found.drop(field);
    found.leaveUnread({ kind: 'unread', field, code: 'UNREAD_VALUE', why: WHY.not }, { label, value: literal });
  }
}

/**
 * Holds values against each other that were read each for itself: what cannot be together was read from a wrong place, or is
 * printed wrong, and a person has to look. Nothing is changed.
 */
export function checkConsistency(found: FoundFields, product: Product): void {
  const flag = (field: TradeField, message: string) => {
    if (found.flags.some((other) => other.code === 'CONTRADICTION' && other.field === field)) return;
    found.flag({ code: 'CONTRADICTION', severity: 'review', field, message });
  };
  const [one, other] = [found.get('currency'), found.get('currency_2')];
  if (one !== undefined && one === other) flag('currency_2', `both amounts of the exchange are in ${one}`);
  if (IS_EXCHANGE.has(product)) {
    checkRate(found, flag, ['notional', 'notional_2', 'fx_rate']);
    checkRate(found, flag, ['far_notional', 'far_notional_2', 'far_fx_rate']);
  }
  checkUnit(found, flag);
  checkDirectionOfRate(found, flag);
  for (const [earlier, later] of ORDER) {
    const [from, to] = [found.get(earlier), found.get(later)];
    if (from === undefined || to === undefined || daysBetween(from, to) >= leeway(earlier, later)) continue;
    flag(later, `${spoken(later)} is ${to}, before ${spoken(earlier)}, ${from}`);
  }
}

type Flagging = (field: TradeField, message: string) => void;

/** A price per tonne of a quantity in barrels. */
function checkUnit(found: FoundFields, flag: Flagging): void {
  const unit = found.get('unit_of_measure');
  const priced = unitIn(found.evidence.fixed_price?.literal ?? '');
  if (unit !== undefined && priced !== undefined && unit !== priced)
    flag('fixed_price', `the price is per ${priced}, the quantity in ${unit}`);
}

const PER = '(?:per|je|pro|pour|por|par|für|a|à)';
/** `1.0900 USD per EUR`, `BRL 5.45 per USD 1`. */
const OF_ONE_PER_OTHER = new RegExp(`\\b([A-Z]{3})(?:\\s*[\\d.,'’]+)?\\s+${PER}\\s+(?:one |1 |\\(1\\) )*([A-Z]{3})\\b`);

/** A rate that says how much of which currency one of the other is: the two amounts have to be so. */
function checkDirectionOfRate(found: FoundFields, flag: Flagging): void {
  for (const [rate, one, other] of RATES) {
    const { literal = '', label = '' } = found.evidence[rate] ?? {};
    const [, of, per] = OF_ONE_PER_OTHER.exec(literal) ?? OF_ONE_PER_OTHER.exec(label) ?? [];
    const amounts = new Map(
      [one, other].map(([currency, amount]) => [found.get(currency), Number(found.get(amount))] as const),
    );
    // `5.45 BRL per EUR` of a trade in USD and BRL: a rate of something else.
    const isForeign = [of, per].some((code) => code !== undefined && isCurrency(code) && !amounts.has(code));
    if (isForeign && !amounts.has(undefined))
      flag(rate, `the rate says ${of} per ${per}, which are not the trade’s currencies`);
    const [mine, base, price] = [amounts.get(of), amounts.get(per), Number(found.get(rate))];
    if (!mine || !base || !price) continue;
    const isAt = (from: number, to: number) => Math.abs(from * price - to) <= to * ROUNDING;
    if (!isAt(base, mine) && isAt(mine, base))
      flag(rate, `the amounts are ${price} ${per} per ${of}, and the rate says ${of} per ${per}`);
  }
}
const isCurrency = (code: string) => currencyIn(`${code} 1`)?.code === code;

type Money = readonly [currency: TradeField, amount: TradeField];
const RATES: readonly (readonly [TradeField, Money, Money])[] = [
  ['fx_rate', ['currency', 'notional'], ['currency_2', 'notional_2']],
  ['strike_price', ['call_currency', 'call_amount'], ['put_currency', 'put_amount']],
];

/** Dates of which the second cannot be before the first. */
const ORDER: readonly (readonly [TradeField, TradeField])[] = [
  ['trade_date', 'settlement_date'],
  ['trade_date', 'termination_date'],
  ['trade_date', 'expiry_date'],
  ['trade_date', 'fixing_date'],
  ['trade_date', 'effective_date'],
  ['fixing_date', 'settlement_date'],
  ['expiry_date', 'settlement_date'],
  ['settlement_date', 'far_settlement_date'],
];

const leeway = (earlier: TradeField, later: TradeField) =>
  earlier === 'trade_date' && later === 'effective_date' ? -BACKDATED_DAYS : 0;

const spoken = (field: TradeField) => `the ${field.replaceAll('_', ' ')}`;

function checkRate(
  found: FoundFields,
  flag: (field: TradeField, message: string) => void,
  [base, quote, rate]: readonly [TradeField, TradeField, TradeField],
): void {
  const [amount, counter, price] = [base, quote, rate].map((field) => Number(found.get(field)));
  if (!amount || !counter || !price) return;
  const fits = (from: number, to: number) => Math.abs(from * price - to) <= to * ROUNDING;
  if (fits(amount, counter) || fits(counter, amount)) return;
  flag(rate, `${spoken(base)} of ${amount} and ${spoken(quote)} of ${counter} are not at a rate of ${price}`);
}
