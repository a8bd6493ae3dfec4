import type { Product, TradeField } from '@trade-matching/domain';
import { DATE_LITERAL } from '../values/dates.ts';
import type { ValueReader } from '../values/readers.ts';
import * as read from '../values/readers.ts';

const SWAPS: readonly Product[] = ['INTEREST_RATE_SWAP', 'CREDIT_DEFAULT_SWAP', 'EQUITY_SWAP', 'COMMODITY_SWAP'];

export interface Phrase {
  /** The field that it fills, where nothing else has. */
  readonly gives: TradeField;
  readonly products?: readonly Product[];
  readonly pattern: RegExp;
  readonly read: ValueReader;
}

const REFERENCE = '(?:\\.|\\s*no\\.?|\\s*number|\\s*:)*\\s+([A-Z0-9][\\w./-]*\\d[\\w./-]*)';
const TRADED = '(?:purchased?|bought|sold|agreed|entered|concluded|dealt|granted|transacted|traded|struck|executed)';

/** What letters say in sentences. The first group is the value. Only fields that no label gave are read here. */
export const PHRASES: readonly Phrase[] = [
  {
    pattern: new RegExp(`\\bour (?:deal |trade )?ref(?:erence)?${REFERENCE}`, 'i'),
    gives: 'trade_id',
    read: read.reference('trade_id'),
  },
  {
    pattern: new RegExp(`\\byour (?:deal |trade )?ref(?:erence)?${REFERENCE}`, 'i'),
    gives: 'other_reference',
    read: read.reference('other_reference'),
  },
  {
    pattern: new RegExp(`\\bour (?:trade|deal)${REFERENCE}`, 'i'),
    gives: 'trade_id',
    read: read.reference('trade_id'),
  },
  {
    pattern: new RegExp(`\\byour (?:trade|deal)${REFERENCE}`, 'i'),
    gives: 'other_reference',
    read: read.reference('other_reference'),
  },
  {
    pattern: new RegExp(`\\bconversation [^.;]{0,40}?(?:of|on) (${DATE_LITERAL})`, 'i'),
    gives: 'trade_date',
    read: read.date('trade_date'),
  },
  {
    pattern: /\bconfirmation (?:no\.?|number)\s+([A-Z0-9][\w./-]*\d[\w./-]*)/i,
    gives: 'trade_id',
    read: read.reference('trade_id'),
  },
  {
    pattern: /\(ref(?:erence)?\.?(?: no\.?)?:?\s+([A-Z0-9][\w./-]*\d[\w./-]*)\)/i,
    gives: 'trade_id',
    read: read.reference('trade_id'),
  },
  {
    pattern: /\(yours:?\s+([A-Z0-9][\w./-]*\d[\w./-]*)\)/i,
    gives: 'other_reference',
    read: read.reference('other_reference'),
  },
  {
    pattern: new RegExp(
      `(?<!greement )(?<!as )\\b(?:on|dated|traded on|of)\\s+(${DATE_LITERAL})\\s*,?\\s+(?:we|you|\\S+(?: \\S+){0,7}?)\\s+(?:have\\s+|has\\s+)?${TRADED}\\b`,
      'i',
    ),
    gives: 'trade_date',
    read: read.date('trade_date'),
  },
  {
    pattern: new RegExp(
      `\\b${TRADED}\\b(?:(?: into)? (?:to|from|with|by|between|an?) [^.;]{1,60}?)?,? on (${DATE_LITERAL})`,
      'i',
    ),
    gives: 'trade_date',
    read: read.date('trade_date'),
  },
  {
    pattern: new RegExp(`\\b(?:sale|purchase|grant) (?:by|to|from) [^.;]{1,90}?,? on (${DATE_LITERAL})`, 'i'),
    gives: 'trade_date',
    read: read.date('trade_date'),
  },
  { pattern: /\btrade date (?:of|is|being)\s+(.{6,40})/i, gives: 'trade_date', read: read.date('trade_date') },
  {
    pattern: new RegExp(`\\bon (${DATE_LITERAL}) \\((?:the )?["“]?trade date`, 'i'),
    gives: 'trade_date',
    read: read.date('trade_date'),
  },
  {
    pattern:
      /\b(?:transaction|trade|swap|option|deal) (?:was )?(?:entered into|concluded|agreed|dealt|executed)\b[^.]{0,160}?\bon\s+(.{6,40})/i,
    gives: 'trade_date',
    read: read.date('trade_date'),
  },
  {
    pattern: new RegExp(`\\b(?:entered into|concluded|agreed)\\b[^.;]{0,160}?\\bon (${DATE_LITERAL})`, 'i'),
    gives: 'trade_date',
    read: read.date('trade_date'),
  },
  {
    products: SWAPS,
    pattern: new RegExp(
      `\\b(?:becomes? effective|takes? effect|with effect|effective|starts?|begins?|commences?|commencing|runs from|from and including|(?:term|period) from)(?: on| from)? (${DATE_LITERAL})`,
      'i',
    ),
    gives: 'effective_date',
    read: read.date('effective_date'),
  },
  {
    products: SWAPS,
    pattern: new RegExp(
      `\\b(?:terminates?|ends?|matures?|expires?|terminating|ending|to but excluding|until|up to)(?: on| in)? (${DATE_LITERAL})`,
      'i',
    ),
    gives: 'termination_date',
    read: read.date('termination_date'),
  },
  {
    products: SWAPS,
    pattern: new RegExp(`\\bfrom (${DATE_LITERAL}) (?:to|until|through) ${DATE_LITERAL}`, 'i'),
    gives: 'effective_date',
    read: read.date('effective_date'),
  },
  {
    products: SWAPS,
    pattern: new RegExp(`\\bfrom ${DATE_LITERAL} (?:to|until|through) (${DATE_LITERAL})`, 'i'),
    gives: 'termination_date',
    read: read.date('termination_date'),
  },
  {
    products: ['CREDIT_DEFAULT_SWAP', 'INTEREST_RATE_SWAP', 'EQUITY_SWAP'],
    pattern: /\b(?:in|for) an (?:notional |principal )?amount of ((?:[A-Z]{3}|US\$|€|£) ?\d.{0,30})/,
    gives: 'notional',
    read: read.amount('notional', 'currency'),
  },
  {
    products: ['CREDIT_DEFAULT_SWAP'],
    pattern:
      /\b[Pp]rotection\b(?:[^.;]{0,80}?),? (?:on|in respect of) (\p{Lu}[^;(,]{2,60}?(?:\b(?:Inc|Ltd|Co|Corp)\.(?=\s)|(?=\s*[;(,]|\.\s)))/u,
    gives: 'reference_entity',
    read: read.text('reference_entity'),
  },
  {
    products: SWAPS,
    pattern: /\bthe ((?:Modified )?(?:Following|Preceding) Business Day Convention)/i,
    gives: 'business_day_convention',
    read: read.convention('business_day_convention'),
  },
  {
    products: ['FX_OPTION'],
    pattern: new RegExp(`\\bpremium of [A-Z]{3} ?[\\d.,]+,? on (${DATE_LITERAL})`, 'i'),
    gives: 'premium_date',
    read: read.date('premium_date'),
  },
  {
    products: ['INTEREST_RATE_SWAP'],
    pattern:
      /\bfixed (?:rate|amounts?)\b(?:(?!\.\s[A-Z])[^;]){0,70}?\b(?:payable|paid) (quarterly|semi-annually|annually|monthly)\b/i,
    gives: 'fixed_payment_frequency',
    read: read.frequency('fixed_payment_frequency'),
  },
  {
    products: ['INTEREST_RATE_SWAP'],
    pattern:
      /\bfloating (?:rate|amounts?)\b(?:(?!\.\s[A-Z])[^;]){0,70}?\b(?:payable|paid) (quarterly|semi-annually|annually|monthly)\b/i,
    gives: 'floating_payment_frequency',
    read: read.frequency('floating_payment_frequency'),
  },
  {
    products: ['CREDIT_DEFAULT_SWAP'],
    pattern: /\b(?:payable|paid) (quarterly|semi-annually|annually|monthly)\b/i,
    gives: 'fixed_payment_frequency',
    read: read.frequency('fixed_payment_frequency'),
  },
  {
    products: SWAPS,
    pattern: /\b((?:cash|physical(?:ly)?)[ -]settle(?:ment|d))\b(?: applies| will apply| shall apply|\.|;)/i,
    gives: 'settlement_type',
    read: read.settlementType('settlement_type'),
  },
  {
    products: SWAPS,
    pattern: /\bsettlement is (?:in |by )?(cash|physical)/i,
    gives: 'settlement_type',
    read: read.settlementType('settlement_type'),
  },
  {
    products: ['COMMODITY_SWAP'],
    pattern: /\bin total,? (\d[\d.,'’ ]*\s?\w+)/i,
    gives: 'quantity',
    read: read.quantity('quantity', 'unit_of_measure'),
  },
  {
    products: ['COMMODITY_SWAP'],
    pattern: /\b(\d[\d.,'’]*\s?\w+(?: \w+)?) in (?:aggregate|total)\b/i,
    gives: 'quantity',
    read: read.quantity('quantity', 'unit_of_measure'),
  },
  {
    products: ['COMMODITY_SWAP'],
    pattern: /\bcovers ([A-Z][^.;,(]{2,50}?)\s*[.;,(]/,
    gives: 'commodity',
    read: read.text('commodity'),
  },
  {
    products: ['COMMODITY_SWAP'],
    pattern:
      /\bcommodity swap (?:transaction )?(?:on|over|in respect of) ([A-Z](?:[^.;,(]|\.(?=\d)){2,50}?)(?:\s*(?:[;,(]|\.(?!\d))|\s+for\s)/,
    gives: 'commodity',
    read: read.text('commodity'),
  },
  {
    products: ['COMMODITY_SWAP'],
    pattern: /\bin respect of ([A-Z][^.;,(]{2,50}?)\s*[.;,(]/,
    gives: 'commodity',
    read: read.text('commodity'),
  },
  {
    products: ['COMMODITY_SWAP'],
    pattern:
      /\b(?:mean of|average of|by reference to) (?:the )?((?:[A-Z0-9][A-Z0-9/#.]*[ -])*[A-Z0-9/.]*[A-Z0-9/]-[A-Z0-9/]+(?:\.\d+)?(?:[ -][A-Z0-9/]+)*)/,
    gives: 'commodity_reference_price',
    read: read.text('commodity_reference_price'),
  },
  {
    products: ['COMMODITY_SWAP'],
    pattern: /\b(\d[\d.,'’ ]*\s?\w+ (?:per|in each|each) (?:calendar |calculation )?(?:month|period|day|quarter))/i,
    gives: 'quantity_per_period',
    read: read.quantity('quantity_per_period'),
  },
  {
    products: ['EQUITY_SWAP'],
    pattern:
      /\b(?:equity swap\b[^.;]{0,90}? (?:on|over|referencing|linked to)|underl(?:ying|ier)(?: index| shares?)? (?:is|being)) (?:the )?([A-Z][\p{L}\d&'’. -]{2,60}?(?:Index|[Ss]hares? of [A-Z][\p{L}\d&'’. -]{2,40}|AG|plc|Inc\.?|SA|SE|ASA|NV|Corporation)(?: \((?!the )[^)]{2,20}\))?)(?=[.,;]|\s)/u,
    gives: 'underlier',
    read: read.text('underlier'),
  },
  {
    products: ['EQUITY_SWAP'],
    pattern: /\b((?:total|price) return) (?:basis|of)\b/i,
    gives: 'return_type',
    read: read.returnType('return_type'),
  },
  {
    products: ['COMMODITY_SWAP'],
    pattern: /\b[Rr]eference [Pp]rice (?:is |of |being |for )?((?:[A-Z][A-Z0-9]*[ -])+[A-Z0-9]+)/,
    gives: 'commodity_reference_price',
    read: read.text('commodity_reference_price'),
  },
  {
    products: ['CREDIT_DEFAULT_SWAP'],
    pattern: /\breference obligation (?:is |being )?(?:the )?((?:ISIN|CUSIP):?\s+[A-Z0-9]{9,12})/i,
    gives: 'reference_obligation',
    read: read.text('reference_obligation'),
  },
  {
    products: ['FX_FORWARD', 'NON_DELIVERABLE_FORWARD'],
    pattern: /\bat (?:a|an|the) (?:\w+ ){0,2}?(?:rate|price) of\s+((?:(?:exchange )?[A-Z]{3}\/[A-Z]{3}\s+)?[\d.,]+\d)/i,
    gives: 'fx_rate',
    read: read.rateAsPrinted('fx_rate'),
  },
  {
    products: ['FX_FORWARD', 'NON_DELIVERABLE_FORWARD'],
    pattern: /\bat ((?:[A-Z]{3}\/[A-Z]{3}\s+)?\d{1,5}[.,]\d{2,8})(?!\s*(?:%|per ?cent|[ap]\.?m))/,
    gives: 'fx_rate',
    read: read.rateAsPrinted('fx_rate'),
  },
  {
    products: ['NON_DELIVERABLE_FORWARD'],
    pattern: new RegExp(
      `\\b(?:fixed|fixes|fixing|valued|valuation|observed|determined)(?: date)? (?:on|is|of|for) (${DATE_LITERAL})`,
      'i',
    ),
    gives: 'fixing_date',
    read: read.date('fixing_date'),
  },
  {
    products: ['NON_DELIVERABLE_FORWARD'],
    pattern: new RegExp(
      `\\b(?:fixed|determined|fixing) on ${DATE_LITERAL}(?: \\([^)]*\\))? (?:against|by reference to|at|using) (\\S*[A-Z]\\S*[A-Z0-9])`,
    ),
    gives: 'settlement_rate_option',
    read: read.text('settlement_rate_option'),
  },
  {
    products: ['FX_FORWARD'],
    pattern:
      /\b(?:for value|value date(?: of| is)?|for settlement on|settling on|settles on|settlement on|for delivery on|value)\s+(.{6,40})/i,
    gives: 'settlement_date',
    read: read.date('settlement_date'),
  },
  {
    products: ['FX_FORWARD'],
    pattern: new RegExp(`\\bon (${DATE_LITERAL}),? \\S+(?: \\S+){0,6}? (?:shall|will) (?:deliver|pay)\\b`, 'i'),
    gives: 'settlement_date',
    read: read.date('settlement_date'),
  },
  {
    products: ['NON_DELIVERABLE_FORWARD', 'FX_OPTION'],
    pattern: /\b(?:settles|settling|for settlement|for value) (?:on )?(.{6,40})/i,
    gives: 'settlement_date',
    read: read.date('settlement_date'),
  },
  {
    products: ['FX_FORWARD', 'NON_DELIVERABLE_FORWARD', 'FX_OPTION'],
    pattern: new RegExp(
      `\\b(?:settled|delivered|settlement|delivery|paid in cash)\\b(?: (?!rate|price)[^.;]{0,40}?)? on (${DATE_LITERAL})`,
      'i',
    ),
    gives: 'settlement_date',
    read: read.date('settlement_date'),
  },
  {
    products: ['FX_OPTION'],
    pattern: /\b(?:expires|expiring|expiry) (?:on |of )?(.{6,40})/i,
    gives: 'expiry_date',
    read: read.date('expiry_date'),
  },
  {
    products: ['FX_OPTION'],
    pattern: /\b(?:strike|exercise) (?:price |rate )?(?:of|at|is)\s+(.{2,30})/i,
    gives: 'strike_price',
    read: read.rateAsPrinted('strike_price'),
  },
  {
    products: ['FX_OPTION'],
    pattern: /\bpremium (?:of|is|amounts to)\s+(.{4,40})/i,
    gives: 'premium_amount',
    read: read.amount('premium_amount', 'premium_currency'),
  },
  {
    products: ['FX_OPTION'],
    pattern: new RegExp(
      `\\bpremium\\b[^.;]{0,40}[\\d.,]*[^.;]{0,60}? (?:payable|due|paid|value)\\b[^.;]{0,40}? (?:on )?(${DATE_LITERAL})`,
      'i',
    ),
    gives: 'premium_date',
    read: read.date('premium_date'),
  },
];
