import type { FlagCode } from './flag-codes.ts';
import { SOURCES, type Source } from './source.ts';

/** The products that the service reads (M2). */
export const PRODUCTS = [
  'INTEREST_RATE_SWAP',
  'BASIS_SWAP',
  'CROSS_CURRENCY_SWAP',
  'CAP_FLOOR',
  'SWAPTION',
  'FX_FORWARD',
  'FX_SWAP',
  'NON_DELIVERABLE_FORWARD',
  'FX_OPTION',
  'CREDIT_DEFAULT_SWAP',
  'EQUITY_SWAP',
  'COMMODITY_SWAP',
] as const;

export type Product = (typeof PRODUCTS)[number];

/**
 * What a field's text means, so that every reader agrees on its form:
 * - `date` ISO; `amount`, `decimal`, `quantity` decimal strings in units (an amount keeps two decimals or more);
 * - `percent` 3.75 is 3.75 %; `basis-points` 25 is 0.25 %; `currency` ISO 4217; `lei` ISO 17442; `bic` ISO 9362;
 * - `party` BANK or COUNTERPARTY, whatever the document calls them; `frequency`, `day-count`,
 *   `business-day-convention` the codes listed in this file; `enum` the codes that the field's reader gives
 *   (`packages/confirmations/src/extract/values`); `tenor` 6M, 5Y; `text` as printed.
 */
export type FieldKind =
  | 'reference'
  | 'date'
  | 'amount'
  | 'decimal'
  | 'quantity'
  | 'percent'
  | 'basis-points'
  | 'currency'
  | 'party'
  | 'party-name'
  | 'lei'
  | 'bic'
  | 'frequency'
  | 'day-count'
  | 'business-day-convention'
  | 'index'
  | 'tenor'
  | 'enum'
  | 'list'
  /** Dated steps, `2026-09-17 60000000.00; 2027-09-17 41200000.00`, in date order. */
  | 'schedule'
  | 'text';

/** Every field of the canonical trade, by kind. A document's trade holds those that it prints, no other. */
export const FIELD_KINDS = {
  trade_id: 'reference',
  other_reference: 'reference',
  uti: 'reference',
  bank_name: 'party-name',
  counterparty_name: 'party-name',
  bank_lei: 'lei',
  counterparty_lei: 'lei',
  bank_bic: 'bic',
  counterparty_bic: 'bic',
  confirmation_date: 'date',
  trade_date: 'date',
  effective_date: 'date',
  termination_date: 'date',
  termination_date_literal: 'date',
  tenor: 'tenor',
  currency: 'currency',
  notional: 'amount',
  /** Steps of an amortising or accreting notional. */
  notional_schedule: 'schedule',
  /** Of a confirmation that states one frequency for the whole trade. */
  payment_frequency: 'frequency',
  // Interest rate swap, and the floating leg of an equity swap
  fixed_rate_payer: 'party',
  fixed_rate: 'percent',
  /** Steps of a fixed rate that changes. */
  fixed_rate_schedule: 'schedule',
  fixed_day_count: 'day-count',
  fixed_payment_frequency: 'frequency',
  fixed_first_payment_date: 'date',
  fixed_final_payment_date: 'date',
  floating_rate_payer: 'party',
  floating_rate_index: 'index',
  designated_maturity: 'tenor',
  spread_bps: 'basis-points',
  floating_day_count: 'day-count',
  floating_payment_frequency: 'frequency',
  floating_first_payment_date: 'date',
  floating_final_payment_date: 'date',
  reset_frequency: 'frequency',
  compounding_method: 'enum',
  lookback: 'text',
  rate_cutoff: 'text',
  /** Cap and floor on a floating rate: of a swap's leg, or the strikes of a cap, floor or collar. */
  cap_rate: 'percent',
  floor_rate: 'percent',
  // The second floating leg of a basis swap, or the second leg of a cross-currency swap. The legs are in order of their
  // currency, then index, then designated maturity, whoever prints them first.
  second_rate_payer: 'party',
  second_rate_index: 'index',
  second_designated_maturity: 'tenor',
  second_spread_bps: 'basis-points',
  second_fixed_rate: 'percent',
  second_day_count: 'day-count',
  second_payment_frequency: 'frequency',
  initial_exchange_date: 'date',
  final_exchange_date: 'date',
  business_day_convention: 'business-day-convention',
  business_centers: 'list',
  // FX
  currency_2: 'currency',
  notional_2: 'amount',
  currency_buyer: 'party',
  fx_rate: 'decimal',
  settlement_date: 'date',
  // The far leg of an FX swap, in which the near leg's buyer of `currency` sells it back
  far_notional: 'amount',
  far_notional_2: 'amount',
  far_fx_rate: 'decimal',
  far_settlement_date: 'date',
  reference_currency_seller: 'party',
  reference_currency_buyer: 'party',
  fixing_date: 'date',
  settlement_rate_option: 'text',
  seller: 'party',
  buyer: 'party',
  option_style: 'enum',
  option_type: 'enum',
  call_currency: 'currency',
  call_amount: 'amount',
  put_currency: 'currency',
  put_amount: 'amount',
  strike_price: 'decimal',
  expiry_date: 'date',
  premium_currency: 'currency',
  premium_amount: 'amount',
  premium_date: 'date',
  barrier_type: 'enum',
  barrier_level: 'decimal',
  /** The hour and place until which an option may be exercised. */
  cut_off_time: 'text',
  // Credit default swap
  reference_entity: 'party-name',
  reference_obligation: 'reference',
  index_series: 'text',
  index_version: 'text',
  restructuring: 'text',
  upfront_amount: 'amount',
  upfront_currency: 'currency',
  upfront_payer: 'party',
  upfront_date: 'date',
  // Equity swap
  underlier: 'text',
  number_of_shares: 'quantity',
  equity_amount_payer: 'party',
  initial_price: 'decimal',
  return_type: 'enum',
  // Commodity swap
  commodity: 'text',
  quantity: 'quantity',
  unit_of_measure: 'enum',
  quantity_per_period: 'quantity',
  quantity_schedule: 'schedule',
  fixed_price_payer: 'party',
  fixed_price: 'decimal',
  floating_price_payer: 'party',
  commodity_reference_price: 'index',
  // Settlement and documentation
  settlement_type: 'enum',
  settlement_currency: 'currency',
  payment_currency: 'currency',
  calculation_agent: 'party',
  governing_law: 'text',
  master_agreement: 'text',
  master_agreement_date: 'date',
  csa: 'text',
} as const satisfies Record<string, FieldKind>;

export type TradeField = keyof typeof FIELD_KINDS;

export const TRADE_FIELDS = Object.keys(FIELD_KINDS) as TradeField[];

/** The canonical trade: what one confirmation says, each value normalised by its field's kind. */
export type Trade = { readonly product: Product; readonly source_type: Source } & {
  readonly [F in TradeField]?: string;
};

export const FREQUENCIES = ['DAILY', 'WEEKLY', 'MONTHLY', 'QUARTERLY', 'SEMI_ANNUAL', 'ANNUAL', 'TERM'] as const;

export const DAY_COUNTS = [
  '30/360',
  '30E/360',
  '30E/360.ISDA',
  'ACT/360',
  'ACT/365F',
  'ACT/365L',
  'ACT/ACT.ISDA',
  'ACT/ACT.ICMA',
  'BUS/252',
  '1/1',
] as const;

export const BUSINESS_DAY_CONVENTIONS = [
  'FOLLOWING',
  'MODIFIED_FOLLOWING',
  'PRECEDING',
  'MODIFIED_PRECEDING',
  'NONE',
] as const;

export const PARTIES = SOURCES;

/**
 * What a reader should know about a document or a pair. `review` means that a person must look before anyone relies
 * on it; `warning` is only shown.
 */
export interface Flag {
  readonly code: FlagCode;
  readonly severity: 'review' | 'warning';
  readonly field?: TradeField;
  /** For a person; quotes the literal that it is about. */
  readonly message: string;
  /** Of `INCOMPLETE`: what the product needs and the document does not state. */
  readonly missing?: readonly TradeField[];
  /** Of `AMBIGUOUS_DATE`: the two days that it may be, read the day first and the month first. */
  readonly days?: readonly [dayFirst: string, monthFirst: string];
}

/** A rectangle on a page as it is shown: points (1/72 inch) from the page's top left corner. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where a value was found and how it was printed. */
export interface Evidence {
  /** 1-based. */
  readonly page: number;
  /** 1-based line on the page, top to bottom. */
  readonly line: number;
  readonly label: string;
  readonly literal: string;
  /** Of the literal, one a printed line. */
  readonly boxes?: readonly Box[];
  /** 0 to 1; of a scanned value, no more than that of its characters. */
  readonly confidence: number;
  /** Read from a picture (R12). */
  readonly ocr?: true;
}

/** A printed term that no field of the trade holds (R1). Two documents' are compared by their key (R2). */
export interface OtherTerm {
  /** As printed. */
  readonly label: string;
  /** The label normalised, so that two houses' spellings of one label are equal. */
  readonly key: string;
  readonly literal: string;
  readonly page: number;
  readonly line: number;
  readonly boxes?: readonly Box[];
  /** By its shape or its words: an amount, rate, date, price, quantity; a barrier, cap, schedule, break, … */
  readonly economic: boolean;
  /** The cell gave a field, and it or its label says more than the field holds: what the other side's field does not say. */
  readonly says_more?: true;
  /**
   * What the literal would state of the fields that the document states nowhere else, by each field's own reader, where
   * the label is in no list. It is no reading: the other side's document may show which of them it is (R2).
   */
  readonly may_be?: readonly { readonly [F in TradeField]?: string }[];
}

/** How many of a document's printed lines ended as a field, an other term, or a known non-economic item. */
export interface Accounting {
  readonly lines: number;
  readonly accounted: number;
}

/** What a document does to the trade that it names: confirm it, confirm it anew with other terms, or call it off. */
export const DOCUMENT_KINDS = ['NEW', 'AMENDMENT', 'CANCELLATION'] as const;

export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** A trade with where each value comes from. */
export interface ExtractedTrade {
  /** By the document's own words. It is no term of the trade. */
  readonly document_kind: DocumentKind;
  readonly trade: Trade;
  readonly evidence: { readonly [F in TradeField | 'product']?: Evidence };
  /** Fields not printed but computed, with the reason. */
  readonly inferred: { readonly [F in TradeField]?: string };
  readonly flags: readonly Flag[];
  readonly other_terms: readonly OtherTerm[];
  readonly accounting: Accounting;
}

/** What a confirmation must state and could not be read, with all that a reader of it sees. */
export interface UnreadFields {
  readonly product: Product;
  readonly fields: readonly TradeField[];
  readonly text: string;
}

/** The outcome of reading a file: a trade, or a reason why not. */
export type Extraction =
  /** `unread` only where it was asked for: of a short confirmation, what its product needs besides (R3). */
  | { readonly outcome: 'extracted'; readonly extracted: ExtractedTrade; readonly unread?: UnreadFields }
  | {
      readonly outcome: 'refused';
      readonly refusal: import('./reasons.ts').Refusal;
      /** Only where it was asked for, and where nothing else stands against the document. */
      readonly unread?: UnreadFields;
      /** Of one that is incomplete, what was read: with a wording more it may be a trade. */
      readonly partial?: ExtractedTrade;
    };
