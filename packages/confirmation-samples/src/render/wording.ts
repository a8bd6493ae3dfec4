import { otherSide, type Product, type Source, type Trade, type TradeField } from '@trade-matching/domain';

/** A line of a confirmation: its label, what is printed beside it, and the part of the document it stands in. */
export interface Term {
  readonly part: 'general' | 'fixed' | 'floating';
  readonly label: string;
  readonly value: string;
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

export const PRODUCT_NAMES: { readonly [P in Product]: string } = {
  INTEREST_RATE_SWAP: 'Interest Rate Swap',
  BASIS_SWAP: 'Basis Swap',
  CROSS_CURRENCY_SWAP: 'Cross-Currency Swap',
  CAP_FLOOR: 'Interest Rate Cap',
  SWAPTION: 'Swaption',
  FX_SWAP: 'Foreign Exchange Swap',
  FX_FORWARD: 'Foreign Exchange Forward',
  NON_DELIVERABLE_FORWARD: 'Non-Deliverable FX Forward',
  FX_OPTION: 'Currency Option',
  CREDIT_DEFAULT_SWAP: 'Credit Default Swap',
  EQUITY_SWAP: 'Equity Swap',
  COMMODITY_SWAP: 'Commodity Swap',
};

const FREQUENCY_WORDS: Readonly<Record<string, string>> = {
  MONTHLY: 'Monthly',
  QUARTERLY: 'Quarterly',
  SEMI_ANNUAL: 'Semi-Annually',
  ANNUAL: 'Annually',
};

interface Wording {
  readonly part: Term['part'];
  readonly label: string;
  readonly field: TradeField;
  readonly print: (trade: Trade, value: string) => string;
}

const asIs = (_: Trade, value: string) => value;
const date = (_: Trade, value: string) => longDate(value);
const partyName = (trade: Trade, value: string) => nameOf(trade, value as Source);

function term(part: Term['part'], label: string, field: TradeField, print: Wording['print'] = asIs): Wording {
  return { part, label, field, print };
}

// What each product's confirmation prints, in this order. Only what the trade holds is printed.
const WORDINGS: { readonly [P in Product]?: readonly Wording[] } = {
  INTEREST_RATE_SWAP: [
    term('general', 'Notional Amount', 'notional', (trade, value) => money(trade.currency, value)),
    term('general', 'Trade Date', 'trade_date', date),
    term('general', 'Effective Date', 'effective_date', date),
    term('general', 'Termination Date', 'termination_date', date),
    term('fixed', 'Fixed Rate Payer', 'fixed_rate_payer', partyName),
    term(
      'fixed',
      'Fixed Rate Payer Payment Dates',
      'fixed_payment_frequency',
      (_, value) => FREQUENCY_WORDS[value] ?? value,
    ),
    term('fixed', 'Fixed Rate', 'fixed_rate', (_, value) => `${value}% per annum`),
    term('fixed', 'Fixed Rate Day Count Fraction', 'fixed_day_count'),
    term('floating', 'Floating Rate Payer', 'floating_rate_payer', partyName),
    term(
      'floating',
      'Floating Rate Payer Payment Dates',
      'floating_payment_frequency',
      (_, value) => FREQUENCY_WORDS[value] ?? value,
    ),
    term('floating', 'Floating Rate Option', 'floating_rate_index'),
    term('floating', 'Designated Maturity', 'designated_maturity'),
    term('floating', 'Spread', 'spread_bps', (_, value) =>
      value === '0' ? 'None' : `${value.startsWith('-') ? 'minus' : 'plus'} ${value.replace('-', '')} basis points`,
    ),
    term('floating', 'Floating Rate Day Count Fraction', 'floating_day_count'),
    term('floating', 'Business Day Convention', 'business_day_convention', (_, value) =>
      value === 'MODIFIED_FOLLOWING' ? 'Modified Following' : 'Following',
    ),
  ],
  FX_FORWARD: [
    term('general', 'Trade Date', 'trade_date', date),
    term('general', 'We Buy', 'currency_buyer', (trade) => boughtBy(trade, trade.source_type)),
    term('general', 'We Sell', 'currency_buyer', (trade) => boughtBy(trade, otherSide(trade.source_type))),
    term('general', 'Exchange Rate', 'fx_rate', (trade, value) => `${trade.currency}/${trade.currency_2} ${value}`),
    term('general', 'Value Date', 'settlement_date', date),
  ],
};

/** A trade that no layout can print. */
export class UnprintableTradeError extends Error {
  override readonly name = 'UnprintableTradeError';
}

/**
 * The lines that a confirmation of this trade prints.
 *
 * @throws {UnprintableTradeError} for a product without a wording
 */
export function termsOf(trade: Trade): Term[] {
  const wording = WORDINGS[trade.product];
  if (!wording) throw new UnprintableTradeError(`Confirmations of ${trade.product} cannot be rendered yet.`);
  return wording.flatMap(({ part, label, field, print }) => {
    const value = trade[field];
    return value === undefined ? [] : [{ part, label, value: print(trade, value) }];
  });
}

export function nameOf(trade: Trade, side: Source): string {
  return (side === 'BANK' ? trade.bank_name : trade.counterparty_name) ?? side;
}

export function leiOf(trade: Trade, side: Source): string | undefined {
  return side === 'BANK' ? trade.bank_lei : trade.counterparty_lei;
}

export function longDate(isoDate: string): string {
  const [year, month, day] = isoDate.split('-').map(Number);
  return `${day} ${MONTHS[(month ?? 1) - 1]} ${year}`;
}

function boughtBy(trade: Trade, side: Source): string {
  const buysFirst = trade.currency_buyer === side;
  return buysFirst ? money(trade.currency, trade.notional) : money(trade.currency_2, trade.notional_2);
}

function money(currency = '', amount = ''): string {
  const [whole = '', fraction = '00'] = amount.split('.');
  return `${currency} ${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${fraction}`;
}
