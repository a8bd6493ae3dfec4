import { FIELD_KINDS, otherSide, type Product, type Source, type Trade, type TradeField } from '@trade-matching/domain';
import { grouped, type Parties, titleCase, type Wording } from './wording.ts';

/** What a product is called on paper. */
export const PRODUCT_TITLES: { readonly [P in Product]: string } = {
  INTEREST_RATE_SWAP: 'Interest Rate Swap',
  FX_FORWARD: 'Foreign Exchange Forward',
  NON_DELIVERABLE_FORWARD: 'Non-Deliverable FX Forward',
  FX_OPTION: 'Currency Option',
  CREDIT_DEFAULT_SWAP: 'Credit Default Swap',
  EQUITY_SWAP: 'Equity Swap',
  COMMODITY_SWAP: 'Commodity Swap',
};

/** A labelled value as printed. */
export interface PrintedTerm {
  readonly label: string;
  readonly value: string;
}

export interface PrintedSection {
  readonly title: string;
  readonly terms: readonly PrintedTerm[];
}

interface Row {
  /** A function where the label depends on who issues the confirmation. */
  readonly label: string | ((trade: Trade) => string);
  readonly fields: readonly TradeField[];
  /** Where it is not the first field's value by its kind. */
  readonly write?: (trade: Trade, wording: Wording) => string | undefined;
}

interface Section {
  readonly title: string;
  readonly rows: readonly Row[];
}

const row = (label: string, field: TradeField): Row => ({ label, fields: [field] });

/** A currency and its amount, `USD 50,000,000.00`. */
const money = (label: Row['label'], currency: TradeField, amount: TradeField): Row => ({
  label,
  fields: [amount, currency],
  write: (trade) => printMoney(trade, currency, amount),
});

function printMoney(trade: Trade, currency: TradeField, amount: TradeField): string | undefined {
  const [code, value] = [trade[currency], trade[amount]];
  if (value === undefined) return code;
  return code === undefined ? grouped(value) : `${code} ${grouped(value)}`;
}

const price = (label: string, field: TradeField, currency: TradeField): Row => ({
  label,
  fields: [field],
  write: (trade) => `${trade[currency] ? `${trade[currency]} ` : ''}${trade[field]}`,
});

const quantity = (label: string, field: TradeField): Row => ({
  label,
  fields: [field],
  write: (trade) => `${grouped(trade[field] ?? '')}${trade.unit_of_measure ? ` ${trade.unit_of_measure}` : ''}`,
});

const pairRate: Row = {
  label: 'Exchange Rate',
  fields: ['fx_rate'],
  write: (trade) => `${trade.currency}/${trade.currency_2} ${trade.fx_rate}`,
};

const boughtBy = (buyer: string | undefined, side: Source) => (buyer === side ? 'We Buy' : 'We Sell');

const DATES: readonly Row[] = [
  row('Trade Date', 'trade_date'),
  row('Effective Date', 'effective_date'),
  {
    label: 'Termination Date',
    fields: ['termination_date'],
    write: ({ termination_date_literal, termination_date = '' }, { date }) =>
      date(termination_date_literal ?? termination_date),
  },
  row('Swap Tenor', 'tenor'),
];

const FLOATING_LEG: Section = {
  title: 'Floating Amounts',
  rows: [
    row('Floating Rate Payer', 'floating_rate_payer'),
    row('Floating Rate Option', 'floating_rate_index'),
    row('Designated Maturity', 'designated_maturity'),
    row('Spread', 'spread_bps'),
    row('Floating Payment Frequency', 'floating_payment_frequency'),
    row('Floating Day Count', 'floating_day_count'),
    row('Floating First Payment Date', 'floating_first_payment_date'),
    row('Floating Final Payment Date', 'floating_final_payment_date'),
    row('Reset Frequency', 'reset_frequency'),
    row('Compounding Method', 'compounding_method'),
    row('Lookback Period', 'lookback'),
    row('Rate Cut-off', 'rate_cutoff'),
  ],
};

const OTHER: Section = {
  title: 'Other Terms',
  rows: [
    row('Business Day Convention', 'business_day_convention'),
    row('Business Days', 'business_centers'),
    row('Calculation Agent', 'calculation_agent'),
    row('Settlement Method', 'settlement_type'),
    row('Settlement Currency', 'settlement_currency'),
    row('Payment Currency', 'payment_currency'),
    row('Governing Law', 'governing_law'),
    {
      label: 'Master Agreement',
      fields: ['master_agreement'],
      write: ({ master_agreement = '', master_agreement_date }, { date }) =>
        `${master_agreement.replace(/^ISDA (\d{4})$/, '$1 ISDA Master Agreement')}${
          master_agreement_date === undefined ? '' : ` dated ${date(master_agreement_date)}`
        }`,
    },
    row('Credit Support Annex', 'csa'),
  ],
};

const SECTIONS: { readonly [P in Product]: readonly Section[] } = {
  INTEREST_RATE_SWAP: [
    { title: 'General Terms', rows: [...DATES, money('Notional Amount', 'currency', 'notional')] },
    {
      title: 'Fixed Amounts',
      rows: [
        row('Fixed Rate Payer', 'fixed_rate_payer'),
        row('Fixed Rate', 'fixed_rate'),
        row('Fixed Payment Frequency', 'fixed_payment_frequency'),
        row('Fixed Day Count', 'fixed_day_count'),
        row('Fixed First Payment Date', 'fixed_first_payment_date'),
        row('Fixed Final Payment Date', 'fixed_final_payment_date'),
      ],
    },
    FLOATING_LEG,
    OTHER,
  ],
  FX_FORWARD: [
    {
      title: 'Economic Terms',
      rows: [
        row('Trade Date', 'trade_date'),
        money((trade) => boughtBy(trade.currency_buyer, trade.source_type), 'currency', 'notional'),
        money((trade) => boughtBy(trade.currency_buyer, otherSide(trade.source_type)), 'currency_2', 'notional_2'),
        pairRate,
        row('Value Date', 'settlement_date'),
      ],
    },
    OTHER,
  ],
  NON_DELIVERABLE_FORWARD: [
    {
      title: 'Economic Terms',
      rows: [
        row('Trade Date', 'trade_date'),
        money('Notional Amount', 'currency', 'notional'),
        row('Reference Currency', 'currency_2'),
        {
          ...money('Reference Currency Notional Amount', 'currency_2', 'notional_2'),
          write: (trade) =>
            trade.notional_2 === undefined ? undefined : printMoney(trade, 'currency_2', 'notional_2'),
        },
        row('Reference Currency Seller', 'reference_currency_seller'),
        row('Reference Currency Buyer', 'reference_currency_buyer'),
        pairRate,
        row('Value Date', 'settlement_date'),
        row('Fixing Date', 'fixing_date'),
        row('Settlement Rate Option', 'settlement_rate_option'),
      ],
    },
    OTHER,
  ],
  FX_OPTION: [
    {
      title: 'Economic Terms',
      rows: [
        row('Trade Date', 'trade_date'),
        row('Buyer', 'buyer'),
        row('Seller', 'seller'),
        row('Option Style', 'option_style'),
        {
          label: 'Option Type',
          fields: ['option_type'],
          write: ({ option_type = '' }) => option_type.replace(/^([A-Z]{3})_PUT_([A-Z]{3})_CALL$/, '$1 Put / $2 Call'),
        },
        money('Call Currency Amount', 'call_currency', 'call_amount'),
        money('Put Currency Amount', 'put_currency', 'put_amount'),
        row('Strike Price', 'strike_price'),
        row('Expiration Date', 'expiry_date'),
        row('Settlement Date', 'settlement_date'),
        money('Premium', 'premium_currency', 'premium_amount'),
        row('Premium Payment Date', 'premium_date'),
      ],
    },
    OTHER,
  ],
  CREDIT_DEFAULT_SWAP: [
    {
      title: 'General Terms',
      rows: [
        ...DATES,
        row('Protection Seller', 'seller'),
        row('Protection Buyer', 'buyer'),
        row('Reference Entity', 'reference_entity'),
        row('Reference Obligation', 'reference_obligation'),
        money('Notional Amount', 'currency', 'notional'),
        row('Fixed Rate', 'fixed_rate'),
        row('Fixed Payment Frequency', 'fixed_payment_frequency'),
        row('Fixed Day Count', 'fixed_day_count'),
      ],
    },
    OTHER,
  ],
  EQUITY_SWAP: [
    {
      title: 'General Terms',
      rows: [
        ...DATES,
        money('Equity Notional Amount', 'currency', 'notional'),
        row('Underlier', 'underlier'),
        row('Equity Amount Payer', 'equity_amount_payer'),
        price('Initial Price', 'initial_price', 'currency'),
        row('Type of Return', 'return_type'),
      ],
    },
    FLOATING_LEG,
    OTHER,
  ],
  COMMODITY_SWAP: [
    {
      title: 'General Terms',
      rows: [
        ...DATES,
        row('Commodity', 'commodity'),
        quantity('Total Notional Quantity', 'quantity'),
        quantity('Quantity per Calculation Period', 'quantity_per_period'),
        row('Fixed Price Payer', 'fixed_price_payer'),
        price('Fixed Price', 'fixed_price', 'currency'),
        row('Floating Price Payer', 'floating_price_payer'),
        row('Commodity Reference Price', 'commodity_reference_price'),
      ],
    },
    OTHER,
  ],
};

/** What a trade's confirmation prints, section by section. What the trade does not hold is not printed. */
export function sectionsOf(trade: Trade, wording: Wording, parties: Parties): PrintedSection[] {
  const printed: PrintedSection[] = [];
  for (const { title, rows } of SECTIONS[trade.product]) {
    const terms: PrintedTerm[] = [];
    for (const { label, fields, write } of rows) {
      const [field] = fields;
      if (field === undefined || !fields.some((name) => trade[name] !== undefined)) continue;
      const value = write ? write(trade, wording) : printValue(field, trade[field] ?? '', wording, parties);
      if (value) terms.push({ label: typeof label === 'string' ? label : label(trade), value });
    }
    if (terms.length > 0) printed.push({ title, terms });
  }
  return printed;
}

function printValue(field: TradeField, value: string, wording: Wording, parties: Parties): string {
  switch (FIELD_KINDS[field]) {
    case 'date':
      return wording.date(value);
    case 'percent':
      return wording.percent(value);
    case 'basis-points':
      return wording.basisPoints(value);
    case 'party':
      return wording.party(value, parties);
    case 'frequency':
      return wording.frequency(value);
    case 'day-count':
      return wording.dayCount(value);
    case 'business-day-convention':
      return wording.convention(value);
    case 'amount':
    case 'quantity':
      return grouped(value);
    case 'enum':
      return value === 'OIS_COMPOUND' ? 'OIS Compound' : titleCase(value);
    default:
      return value;
  }
}
