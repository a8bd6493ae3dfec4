// Long: one table of wordings a product.
import { otherSide, type Source, type Trade, type TradeField } from '@trade-matching/domain';
import { printed } from './formats.ts';
import type { CorpusProduct } from './trades.ts';

/** A part of a confirmation. */
export type Part = 'general' | 'fixed' | 'floating';

export interface Wording {
  readonly part: Part;
  readonly field: TradeField;
  /** Synonyms of one label. */
  readonly labels: readonly string[];
  readonly print: Printer;
}

/** How a document speaks: which of the formats, and what it calls a party. */
export interface Speech {
  readonly style: number;
  readonly party: (side: Source) => string;
}

type Printer = (value: string, trade: Trade, speech: Speech) => string;

const date: Printer = (value, _, { style }) => printed.date(value, style);
const party: Printer = (value, _, speech) => speech.party(value as Source);
const asIs: Printer = (value) => value;
const rate: Printer = (value, _, { style }) => printed.rate(value, style);
const money =
  (currency: TradeField): Printer =>
  (value, trade, { style }) =>
    printed.amount(trade[currency] ?? '', value, style);

function wording(part: Part, field: TradeField, labels: string, print: Printer = asIs): Wording {
  return { part, field, labels: labels.split('|'), print };
}

const TRADE_DATE = wording(
  'general',
  'trade_date',
  'Trade Date|Date of Trade|Deal Date|Transaction Date|Dealt On|Dealing Date|Date of Transaction|Execution Date',
  date,
);
const EFFECTIVE = wording(
  'general',
  'effective_date',
  'Effective Date|Start Date|Commencement Date|Value Date of Commencement|Effective|Swap Start Date|Accrual Start Date',
  date,
);
const TERMINATION = wording(
  'general',
  'termination_date',
  'Termination Date|Maturity Date|Scheduled Termination Date|End Date|Final Maturity|Maturity|Swap Maturity Date',
  date,
);
const NOTIONAL = wording(
  'general',
  'notional',
  'Notional Amount|Notional|Calculation Amount|Notional Principal|Principal Amount|Nominal Amount|Notional Amt|Currency and Notional Amount',
  money('currency'),
);
const SETTLEMENT = (printType: Printer) =>
  wording(
    'general',
    'settlement_type',
    'Settlement Method|Settlement|Settlement Type|Method of Settlement|Settlement Basis',
    printType,
  );
const cashOrPhysical: Printer = (value, _, { style }) =>
  (value === 'CASH'
    ? ['Cash Settlement', 'Cash', 'Cash Settled']
    : ['Physical Settlement', 'Deliverable', 'Physical Delivery'])[style % 3] ?? '';

/** What each product's confirmation prints, in this order. */
export const CORPUS_WORDINGS: { readonly [P in CorpusProduct]: readonly Wording[] } = {
  INTEREST_RATE_SWAP: [
    NOTIONAL,
    TRADE_DATE,
    EFFECTIVE,
    TERMINATION,
    wording(
      'general',
      'business_day_convention',
      'Business Day Convention|Bus. Day Conv.|BDC|Payment Business Day Convention|Roll Convention|Day Roll',
      (v, _, s) => printed.convention(v, s.style),
    ),
    wording('general', 'calculation_agent', 'Calculation Agent|Calc. Agent|Calculation Agent', party),
    wording(
      'fixed',
      'fixed_rate_payer',
      'Fixed Rate Payer|Fixed Payer|Party Paying Fixed|Payer of Fixed Rate|Fixed Leg Payer|Fixed Amount Payer',
      party,
    ),
    wording(
      'fixed',
      'fixed_rate',
      'Fixed Rate|Fixed Coupon|Swap Rate|Fixed Rate p.a.|Fixed Leg Rate|Fixed Interest Rate',
      rate,
    ),
    wording(
      'fixed',
      'fixed_payment_frequency',
      'Fixed Rate Payer Payment Dates|Fixed Payment Frequency|Fix Freq|Fixed Rate Payment Frequency|Fixed Leg Pay Frequency|Fixed Rate Payer Period End Dates',
      (v, _, s) => printed.frequency(v, s.style),
    ),
    wording(
      'fixed',
      'fixed_day_count',
      'Fixed Rate Day Count Fraction|Fixed Day Count|Fix Basis|Fixed Rate Day Count|Fixed Leg Day Count Basis|Fixed Rate Payer Day Count Fraction',
      (v, _, s) => printed.dayCount(v, s.style),
    ),
    wording(
      'floating',
      'floating_rate_payer',
      'Floating Rate Payer|Floating Payer|Party Paying Floating|Payer of Floating Rate|Float Payer|Floating Amount Payer',
      party,
    ),
    wording(
      'floating',
      'floating_rate_index',
      'Floating Rate Option|Floating Rate Index|Reference Rate|Float Index|Floating Reference Rate|Floating Rate',
      asIs,
    ),
    wording(
      'floating',
      'designated_maturity',
      'Designated Maturity|Index Tenor|Tenor|Floating Rate Tenor|Rate Tenor|Index Maturity',
      (v, _, s) => printed.tenor(v, s.style),
    ),
    wording(
      'floating',
      'spread_bps',
      'Spread|Margin|Floating Spread|Floating Rate Spread|Spread/Margin|Floating Leg Spread',
      (v, _, s) => printed.spread(v, s.style),
    ),
    wording(
      'floating',
      'floating_payment_frequency',
      'Floating Rate Payer Payment Dates|Floating Payment Frequency|Flt Freq|Floating Rate Payment Frequency|Floating Leg Pay Frequency|Floating Rate Payer Period End Dates',
      (v, _, s) => printed.frequency(v, s.style),
    ),
    wording(
      'floating',
      'floating_day_count',
      'Floating Rate Day Count Fraction|Floating Day Count|Flt Basis|Floating Rate Day Count|Floating Leg Day Count Basis|Floating Rate Payer Day Count Fraction',
      (v, _, s) => printed.dayCount(v, s.style),
    ),
  ],
  FX_FORWARD: [
    TRADE_DATE,
    wording(
      'general',
      'currency_buyer',
      'We Buy|Amount Bought by Us|Currency Amount Bought|Bought|Buy Amount|Buy',
      (_, t, s) => bought(t, t.source_type, s),
    ),
    wording(
      'general',
      'currency_buyer',
      'We Sell|Amount Sold by Us|Currency Amount Sold|Sold|Sell Amount|Sell',
      (_, t, s) => bought(t, otherSide(t.source_type), s),
    ),
    wording(
      'general',
      'fx_rate',
      'Exchange Rate|Forward Rate|Contract Rate|All-in Rate|FX Rate|Outright Rate|Deal Rate',
      (v, t, s) =>
        [
          `${v}`,
          `${t.currency}/${t.currency_2} ${v}`,
          `${v} ${t.currency_2} per ${t.currency}`,
          `${v} (${t.currency}/${t.currency_2})`,
          `1 ${t.currency} = ${v} ${t.currency_2}`,
        ][s.style % 5] ?? v,
    ),
    wording(
      'general',
      'settlement_date',
      'Value Date|Settlement Date|Delivery Date|Maturity Date|Forward Value Date|Payment Date',
      date,
    ),
  ],
  NON_DELIVERABLE_FORWARD: [
    TRADE_DATE,
    wording('general', 'currency_2', 'Reference Currency|Non-Deliverable Currency|Reference Currency', asIs),
    wording(
      'general',
      'notional_2',
      'Reference Currency Notional Amount|Reference Currency Amount|Reference Currency Notional|Reference Currency Notional Amt',
      money('currency_2'),
    ),
    wording(
      'general',
      'notional',
      'Notional Amount|Settlement Currency Notional Amount|Notional|Settlement Currency Amount',
      money('currency'),
    ),
    wording(
      'general',
      'reference_currency_seller',
      'Reference Currency Seller|Seller of Reference Currency|Reference Currency Seller',
      party,
    ),
    wording(
      'general',
      'reference_currency_buyer',
      'Reference Currency Buyer|Buyer of Reference Currency|Reference Currency Buyer',
      party,
    ),
    wording(
      'general',
      'fx_rate',
      'Forward Rate|Exchange Rate|NDF Rate|Contract Rate|Forward FX Rate',
      (v, t, s) =>
        [`${v} ${t.currency_2} per ${t.currency}`, `${t.currency}/${t.currency_2} ${v}`, v][s.style % 3] ?? v,
    ),
    wording(
      'general',
      'settlement_date',
      'Settlement Date|Value Date|Maturity Date|Payment Date|Cash Settlement Date',
      date,
    ),
    wording(
      'general',
      'fixing_date',
      'Valuation Date|Fixing Date|Rate Fixing Date|FX Fixing Date|Determination Date|Rate Calculation Date',
      date,
    ),
    wording(
      'general',
      'settlement_rate_option',
      'Settlement Rate Option|Fixing Source|Settlement Rate|Rate Source|Fixing Reference|Settlement Rate Source',
    ),
    wording('general', 'settlement_currency', 'Settlement Currency|Settlement Ccy'),
    SETTLEMENT((_, __, { style }) => ['Non-Deliverable', 'Cash (non-deliverable)', 'Cash Settlement'][style % 3] ?? ''),
  ],
  FX_OPTION: [
    TRADE_DATE,
    wording('general', 'seller', 'Seller|Option Seller|Option Writer|Writer|Seller of Option|Grantor', party),
    wording('general', 'buyer', 'Buyer|Option Buyer|Option Holder|Holder|Buyer of Option|Option Purchaser', party),
    wording(
      'general',
      'option_style',
      'Currency Option Style|Option Style|Style|Exercise Style',
      (v, _, s) => [titled(v), `${titled(v)} Style`][s.style % 2] ?? v,
    ),
    wording(
      'general',
      'option_type',
      'Currency Option Type|Option Type|Type|Put/Call',
      (_, t, s) =>
        [
          `${t.put_currency} Put / ${t.call_currency} Call`,
          `${t.call_currency} Call/${t.put_currency} Put`,
          `Put on ${t.put_currency} / Call on ${t.call_currency}`,
        ][s.style % 3] ?? '',
    ),
    wording(
      'general',
      'call_amount',
      'Call Currency and Call Currency Amount|Call Currency Amount|Call Amount|Call Currency and Amount|Call Currency / Amount|Call Ccy Amount',
      money('call_currency'),
    ),
    wording(
      'general',
      'put_amount',
      'Put Currency and Put Currency Amount|Put Currency Amount|Put Amount|Put Currency and Amount|Put Currency / Amount|Put Ccy Amount',
      money('put_currency'),
    ),
    wording(
      'general',
      'strike_price',
      'Strike Price|Strike|Strike Rate|Exercise Price|Option Strike|Exercise Rate',
      (v, t, s) =>
        [`${v} ${t.call_currency} per ${t.put_currency}`, v, `${t.put_currency}/${t.call_currency} ${v}`][
          s.style % 3
        ] ?? v,
    ),
    wording(
      'general',
      'expiry_date',
      'Expiration Date|Expiry Date|Expiry|Option Expiry Date|Exercise Date|Date of Expiry',
      date,
    ),
    wording('general', 'settlement_date', 'Settlement Date|Delivery Date|Value Date|Delivery Value Date', date),
    wording(
      'general',
      'premium_amount',
      'Premium|Premium Amount|Option Premium|Total Premium|Premium Payable',
      money('premium_currency'),
    ),
    wording(
      'general',
      'premium_date',
      'Premium Payment Date|Premium Date|Premium Value Date|Premium Settlement Date|Premium Due Date',
      date,
    ),
    SETTLEMENT(cashOrPhysical),
  ],
  CREDIT_DEFAULT_SWAP: [
    TRADE_DATE,
    EFFECTIVE,
    TERMINATION,
    wording(
      'general',
      'seller',
      'Floating Rate Payer|Protection Seller|Seller|Seller of Protection|Floating Rate Payer (Seller)|Credit Protection Seller',
      party,
    ),
    wording(
      'general',
      'buyer',
      'Fixed Rate Payer|Protection Buyer|Buyer|Buyer of Protection|Fixed Rate Payer (Buyer)|Credit Protection Buyer',
      party,
    ),
    wording('general', 'reference_entity', 'Reference Entity|Ref. Entity|Reference Credit|Reference Entity Name'),
    wording(
      'general',
      'reference_obligation',
      'Reference Obligation|Reference Obligation(s)|Ref. Obligation|Reference Obligation',
    ),
    wording(
      'fixed',
      'notional',
      'Fixed Rate Payer Calculation Amount|Notional Amount|Notional|Calculation Amount|Floating Rate Payer Calculation Amount',
      money('currency'),
    ),
    wording(
      'fixed',
      'fixed_rate',
      'Fixed Rate|Coupon|Deal Spread|Running Coupon|Running Spread|Fixed Coupon|Premium Rate',
      rate,
    ),
    wording(
      'fixed',
      'fixed_payment_frequency',
      'Fixed Rate Payer Payment Dates|Payment Frequency|Premium Payment Frequency|Coupon Frequency',
      (v, _, s) => printed.frequency(v, s.style),
    ),
    wording(
      'fixed',
      'fixed_day_count',
      'Fixed Rate Day Count Fraction|Day Count|Day Count Fraction|Accrual Basis',
      (v, _, s) => printed.dayCount(v, s.style),
    ),
    SETTLEMENT(cashOrPhysical),
  ],
  EQUITY_SWAP: [
    TRADE_DATE,
    EFFECTIVE,
    TERMINATION,
    wording(
      'general',
      'underlier',
      'Index|Underlying Index|Underlier|Underlying|Reference Asset|Shares|Underlying Equity',
    ),
    wording(
      'fixed',
      'equity_amount_payer',
      'Equity Amount Payer|Equity Payer|Equity Leg Payer|Payer of Equity Amount|Equity Amounts Payer',
      party,
    ),
    wording(
      'fixed',
      'notional',
      'Equity Notional Amount|Equity Notional|Notional Amount|Initial Equity Notional Amount',
      money('currency'),
    ),
    wording(
      'fixed',
      'initial_price',
      'Initial Price|Initial Level|Initial Index Level|Initial Reference Price|Initial Share Price',
      (v, t, s) => [v, `${t.currency} ${v}`][s.style % 2] ?? v,
    ),
    wording(
      'fixed',
      'return_type',
      'Type of Return|Return Type|Equity Return|Return',
      (v, _, s) => [titled(v.replace('_', ' ')), titled(v.replace('_', ' '))][s.style % 2] ?? v,
    ),
    wording(
      'floating',
      'floating_rate_payer',
      'Floating Amount Payer|Floating Rate Payer|Floating Payer|Party Paying Floating',
      party,
    ),
    wording('floating', 'floating_rate_index', 'Floating Rate Option|Floating Rate Index|Reference Rate|Float Index'),
    wording('floating', 'designated_maturity', 'Designated Maturity|Index Tenor|Tenor|Rate Tenor', (v, _, s) =>
      printed.tenor(v, s.style),
    ),
    wording('floating', 'spread_bps', 'Spread|Margin|Floating Spread|Spread/Margin', (v, _, s) =>
      printed.spread(v, s.style),
    ),
    wording(
      'floating',
      'floating_day_count',
      'Floating Rate Day Count Fraction|Floating Day Count|Flt Basis|Floating Rate Day Count',
      (v, _, s) => printed.dayCount(v, s.style),
    ),
    SETTLEMENT(cashOrPhysical),
  ],
  COMMODITY_SWAP: [
    TRADE_DATE,
    EFFECTIVE,
    TERMINATION,
    wording('general', 'commodity', 'Commodity|Underlying Commodity|Commodity Type|Underlying'),
    wording(
      'general',
      'quantity',
      'Total Notional Quantity|Total Volume|Total Quantity|Aggregate Notional Quantity|Total Contract Quantity',
      (v, t, s) => quantity(v, t, s),
    ),
    wording(
      'general',
      'quantity_per_period',
      'Notional Quantity per Calculation Period|Quantity per Period|Monthly Quantity|Quantity per Month|Units per Period',
      (v, t, s) => `${quantity(v, t, s)}${['', ' per month', ' per calendar month'][s.style % 3]}`,
    ),
    wording(
      'fixed',
      'fixed_price_payer',
      'Fixed Price Payer|Fixed Payer|Payer of Fixed Price|Fixed Amount Payer|Party Paying Fixed',
      party,
    ),
    wording(
      'fixed',
      'fixed_price',
      'Fixed Price|Contract Price|Swap Price|Fixed Contract Price',
      (v, t, s) =>
        [`${t.currency} ${v} per Barrel`, `${t.currency} ${v}/bbl`, `${v} ${t.currency} per barrel`][s.style % 3] ?? v,
    ),
    wording(
      'floating',
      'floating_price_payer',
      'Floating Price Payer|Floating Payer|Payer of Floating Price|Floating Amount Payer|Party Paying Floating',
      party,
    ),
    wording(
      'floating',
      'commodity_reference_price',
      'Commodity Reference Price|Reference Price|Pricing Source|Floating Price Reference|Floating Reference Price',
    ),
    SETTLEMENT(cashOrPhysical),
  ],
};

function bought(trade: Trade, side: Source, { style }: Speech): string {
  const buysFirst = trade.currency_buyer === side;
  return buysFirst
    ? printed.amount(trade.currency ?? '', trade.notional ?? '', style)
    : printed.amount(trade.currency_2 ?? '', trade.notional_2 ?? '', style);
}

function quantity(value: string, trade: Trade, { style }: Speech): string {
  const grouped = value.replace(/\B(?=(\d{3})+$)/g, style % 4 === 3 ? ' ' : ',');
  return `${grouped} ${trade.unit_of_measure === 'bbl' ? (['bbl', 'Barrels', 'bbls'][style % 3] ?? 'bbl') : trade.unit_of_measure}`;
}

function titled(code: string): string {
  return code.toLowerCase().replace(/\b[a-z]/g, (letter) => letter.toUpperCase());
}
