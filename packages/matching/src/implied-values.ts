import { isIsoDate, type OtherTerm, type Product, type Trade, type TradeField } from '@trade-matching/domain';
import { Big } from 'big.js';
import { isRegularDate } from './regular-dates.ts';
import { canonicalTerm } from './same-term.ts';
import type { Side } from './side.ts';

/** What a product's name, or its standard documentation, says of a term that its documents need not print. */
const BY_PRODUCT: { readonly [P in Product]?: { readonly [F in TradeField]?: string } } = {
  // ISDA 1998 FX Definitions, 2.2(b): settled in the settlement currency, never delivered.
  NON_DELIVERABLE_FORWARD: { settlement_type: 'CASH' },
  // ISDA Commodity Definitions: a swap's amounts are cash flows.
  COMMODITY_SWAP: { settlement_type: 'CASH' },
  INTEREST_RATE_SWAP: { settlement_type: 'CASH' },
  // What is exchanged is what is agreed, unless the product or the document says otherwise.
  FX_FORWARD: { settlement_type: 'PHYSICAL' },
  FX_OPTION: { settlement_type: 'PHYSICAL' },
  // An equity swap exchanges amounts; shares are delivered only where a document says so.
  EQUITY_SWAP: { settlement_type: 'CASH' },
  // ISDA Credit Derivatives Physical Settlement Matrix: Following, for all its transaction types.
  CREDIT_DEFAULT_SWAP: { business_day_convention: 'FOLLOWING' },
};

/** A confirmation that states one frequency for the whole trade says it of each leg. */
const LEG_FREQUENCIES: readonly TradeField[] = [
  'fixed_payment_frequency',
  'floating_payment_frequency',
  'second_payment_frequency',
];

/** Who pays a credit default swap's fixed amounts (ISDA 2003 and 2014 Credit Derivatives Definitions, Article II). */
const CREDIT_PAYERS: { readonly [F in TradeField]?: TradeField } = {
  fixed_rate_payer: 'buyer',
  floating_rate_payer: 'seller',
};

/** Products whose payments are all those of their legs. */
const OF_LEGS: ReadonlySet<Product> = new Set<Product>(['INTEREST_RATE_SWAP', 'BASIS_SWAP', 'CROSS_CURRENCY_SWAP']);

/** Currencies of payments: of a trade in one currency, that one. */
const PAYMENT_CURRENCIES: readonly TradeField[] = ['settlement_currency', 'payment_currency'];

/** Currencies that are not delivered abroad (EMTA's and SFEMC's templates). */
export const NOT_DELIVERED: ReadonlySet<string> = new Set(
  'ARS BRL CLP CNY COP EGP IDR INR KES KRW KZT LBP MAD MYR NGN PEN PHP PKR RUB TWD UAH VES VND ZMW'.split(' '),
);

/** Restructuring by the transaction type that a document names (ISDA Credit Derivatives Physical Settlement Matrix). */
const RESTRUCTURING_BY_TYPE: readonly (readonly [RegExp, string])[] = [
  [/north american corporate/, 'XR'],
  [/european (?:financial |insurance )?(?:corporate|co co financial|financial)/, 'Mod Mod R'],
  [/(?:australia|new zealand) (?:financial )?corporate/, 'Mod R'],
  [/(?:japan|asia|singapore) (?:financial )?corporate|sovereign/, 'R'],
];

/**
 * What a document says of a field that it does not print, by its product, its other fields or the market's standard that
 * it names; undefined where it says nothing.
 *
 * @param stated what the other document says
 */
export function impliedValue(
  field: TradeField,
  { trade, other_terms = [] }: Pick<Side, 'trade' | 'other_terms'>,
  stated: Trade,
): string | undefined {
  const byProduct = BY_PRODUCT[trade.product]?.[field];
  if (byProduct !== undefined) return byProduct;
  if (field === 'settlement_type' && trade.product === 'FX_SWAP') return deliveryOfBoth(trade);
  if (LEG_FREQUENCIES.includes(field)) return trade.payment_frequency;
  if (field === 'payment_frequency') return frequencyOfLegs(trade, stated) ?? frequencyOfPeriods(trade, other_terms);
  if (PAYMENT_CURRENCIES.includes(field)) return paymentCurrency(trade, stated);
  if (field === 'option_type' && trade.product === 'SWAPTION') return swaptionType(trade);
  if (trade.product === 'CREDIT_DEFAULT_SWAP') {
    if (field === 'upfront_date') return thirdWeekdayAfter(trade.trade_date);
    if (field === 'restructuring') return restructuringOf(other_terms);
    const payer = CREDIT_PAYERS[field];
    if (payer !== undefined) return trade[payer];
  }
  return undefined;
}

/** Whether what a document implies is what the other one prints. */
export function isImplied(field: TradeField, leavesOut: Side, stated: Trade): boolean {
  if (field === 'number_of_shares') return isNotionalOverPrice(stated.number_of_shares, leavesOut.trade);
  if (isRegularDate(field, leavesOut.trade, stated)) return true;
  if (isSameEachPeriod(field, leavesOut.trade, stated)) return true;
  if (isFirstStep(field, leavesOut.trade, stated)) return true;
  if (isNoSpread(field, leavesOut.trade, stated)) return true;
  const implied = impliedValue(field, leavesOut, stated);
  if (implied === undefined) return false;
  return implied === stated[field] || canonicalTerm(field, implied) === canonicalTerm(field, stated[field] ?? '');
}

/** A floating leg that prints no spread has none: `flat` says no more. */
function isNoSpread(field: TradeField, leavesOut: Trade, stated: Trade): boolean {
  const index =
    field === 'spread_bps' ? 'floating_rate_index' : field === 'second_spread_bps' ? 'second_rate_index' : undefined;
  const spread = stated[field] ?? '';
  return index !== undefined && leavesOut[index] !== undefined && NUMBER.test(spread) && new Big(spread).eq(0);
}

/** A document that prints the steps alone says what the trade begins with. */
function isFirstStep(field: TradeField, leavesOut: Trade, stated: Trade): boolean {
  if (field !== 'notional' && field !== 'fixed_rate') return false;
  const [, first = ''] = (leavesOut[`${field}_schedule`] ?? '').split('; ')[0]?.split(' ') ?? [];
  return NUMBER.test(first) && NUMBER.test(stated[field] ?? '') && new Big(first).eq(stated[field] ?? '0');
}

/**
 * The same quantity in each period, printed once as `3,000 per month` and once as a table of the months: the table's steps are
 * all that quantity, and the total is their sum.
 */
function isSameEachPeriod(field: TradeField, leavesOut: Trade, stated: Trade): boolean {
  const [schedule, each, total] =
    field === 'quantity_schedule'
      ? [stated.quantity_schedule, leavesOut.quantity_per_period, leavesOut.quantity]
      : [leavesOut.quantity_schedule, stated.quantity_per_period, leavesOut.quantity ?? stated.quantity];
  if (field !== 'quantity_schedule' && field !== 'quantity_per_period' && field !== 'quantity') return false;
  const steps = (schedule ?? '').split('; ').map((step) => step.split(' ')[1] ?? '');
  if (schedule === undefined || !steps.every((step) => NUMBER.test(step))) return false;
  const sum = steps.reduce((all, step) => all.plus(step), new Big(0));
  if (field === 'quantity')
    return stated.quantity !== undefined && NUMBER.test(stated.quantity) && sum.eq(stated.quantity);
  const isEven = each !== undefined && NUMBER.test(each) && steps.every((step) => new Big(step).eq(each));
  // Without a total nobody says how many periods there are.
  return isEven && total !== undefined && NUMBER.test(total) && sum.eq(total);
}
const NUMBER = /^\d+(?:\.\d+)?$/;

/** A document that states the notional and the price says the number of shares, to the cent of the notional. */
function isNotionalOverPrice(shares = '', { notional = '', initial_price = '' }: Trade): boolean {
  if (![shares, notional, initial_price].every((value) => /^\d+(\.\d+)?$/.test(value))) return false;
  return new Big(shares).times(initial_price).minus(notional).abs().lt('0.01');
}

/** Of a trade whose legs all say theirs: the one they share, or the one of a leg that the other document repeats. */
function frequencyOfLegs(trade: Trade, stated: Trade): string | undefined {
  const legs = LEG_FREQUENCIES.filter((leg) => trade[leg] !== undefined);
  const values = legs.map((leg) => trade[leg]);
  if (new Set(values).size === 1) return values[0];
  const isRepeated = OF_LEGS.has(trade.product) && legs.length > 1 && legs.every((leg) => stated[leg] === trade[leg]);
  return isRepeated ? values.find((value) => value === stated.payment_frequency) : undefined;
}

/** A commodity swap is paid for each of its calculation periods (ISDA 2005 Commodity Definitions, 5.1). */
function frequencyOfPeriods(
  { product, quantity_schedule = '' }: Trade,
  terms: readonly OtherTerm[],
): string | undefined {
  if (product !== 'COMMODITY_SWAP') return undefined;
  if (isOfEachMonth(quantity_schedule)) return 'MONTHLY';
  const periods = terms.find(({ key }) => /^(?:calculation|settlement|pricing) periods?$/.test(key));
  return periods && /^(?:(?:each|every) )?calendar months?\b|^monthly\b/i.test(periods.literal.trim())
    ? 'MONTHLY'
    : undefined;
}

/** `2027-01-01 15000; 2027-02-01 20000`: a step on the first of each month, and at least two of them. */
function isOfEachMonth(schedule: string): boolean {
  const months = schedule.split('; ').map((step) => /^(\d{4})-(\d{2})-01 /.exec(step));
  const at = months.map((found) => (found ? Number(found[1]) * 12 + Number(found[2]) : Number.NaN));
  return at.length > 1 && at.every((month, i) => i === 0 || month === (at[i - 1] ?? 0) + 1);
}

/** A payer swaption is its buyer's right to pay the fixed rate (ISDA 2021 Definitions, swaptions). */
function swaptionType({ buyer, fixed_rate_payer }: Trade): string | undefined {
  if (buyer === undefined || fixed_rate_payer === undefined) return undefined;
  return buyer === fixed_rate_payer ? 'PAYER' : 'RECEIVER';
}

function paymentCurrency(trade: Trade, stated: Trade): string | undefined {
  if (trade.currency_2 === undefined && stated.currency_2 === undefined) {
    return trade.settlement_currency ?? trade.payment_currency ?? trade.currency;
  }
  if (trade.product !== 'NON_DELIVERABLE_FORWARD') return undefined;
  const deliverable = [trade.currency, trade.currency_2].filter(
    (currency) => currency !== undefined && !NOT_DELIVERED.has(currency),
  );
  return deliverable.length === 1 ? deliverable[0] : undefined;
}

// ISDA's standard terms since 2009: the upfront is paid three business days after the trade.
function thirdWeekdayAfter(date: string | undefined): string | undefined {
  if (date === undefined || !isIsoDate(date)) return undefined;
  const day = new Date(`${date}T00:00:00Z`);
  for (let weekdays = 0; weekdays < 3; ) {
    day.setUTCDate(day.getUTCDate() + 1);
    if (day.getUTCDay() % 6 !== 0) weekdays++;
  }
  return day.toISOString().slice(0, 10);
}

/**
 * Both currencies of an FX swap are delivered, on both of its days (by the 1998 FX and Currency Option Definitions one is
 * deliverable unless it is specified to be non-deliverable). Of a currency that is not delivered abroad nobody can say.
 */
function deliveryOfBoth({ currency, currency_2 }: Trade): string | undefined {
  const areDelivered = [currency, currency_2].every((code) => code !== undefined && !NOT_DELIVERED.has(code));
  return areDelivered ? 'PHYSICAL' : undefined;
}

const FAILS = /bankruptcy|insolven|fallimento|quiebra|concurso|faillite/i;
const RESTRUCTURES = /restr|ristr|reestr|umschuld|standard|matrix/i;

function restructuringOf(terms: readonly OtherTerm[]): string | undefined {
  const type = terms.find(({ key }) => key === 'transaction type')?.literal.toLowerCase();
  // Bankruptcy and failure to pay, listed as all that there is: without restructuring.
  const events = terms.find(({ key }) => /^(?:applicable )?credit events?$/.test(key))?.literal ?? '';
  if (type === undefined && FAILS.test(events) && !RESTRUCTURES.test(events)) return 'XR';
  return type === undefined ? undefined : RESTRUCTURING_BY_TYPE.find(([words]) => words.test(type))?.[1];
}
