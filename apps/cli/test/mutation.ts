import {
  CORPUS_TRADES,
  type CorpusDocument,
  type CorpusProduct,
  corpusDocument,
  PAGE_LAYOUTS,
  type PageLayout,
} from '@trade-matching/confirmation-samples/corpus';
import { strikeOut } from '@trade-matching/confirmation-samples/pdf';
import { readConfirmation } from '@trade-matching/confirmations';
import {
  DAY_COUNTS,
  type ExtractedTrade,
  FIELD_KINDS,
  FREQUENCIES,
  type Product,
  type Trade,
  type TradeField,
} from '@trade-matching/domain';
import { chooseProfile, compareTrades, DEFAULT_PROFILE } from '@trade-matching/matching';

/** One pair of printed confirmations, and every way in which the counterparty's was changed. */
export interface MutatedPair {
  readonly name: string;
  /** Of the pair as it is, both sides stating one trade. */
  readonly status: string;
  readonly mutants: readonly { readonly change: string; readonly status: string; readonly said: readonly string[] }[];
}

type Row = readonly [label: string, value: string];

/** Terms without a field of their own in some products, and another value of each. */
const OTHER_TERMS: readonly (readonly [label: string, value: string, other: string])[] = [
  ['Break Clause', 'Mandatory, on 17 September 2029', 'Mandatory, on 17 September 2030'],
  ['Early Termination Fee', 'USD 75,000.00', 'USD 57,000.00'],
  ['Averaging', 'Five Business Days', 'Ten Business Days'],
  ['Stub Period Rate', '3.10 %', '3.01 %'],
];

const UNKNOWN_LABEL = 'Vereda';

/** Administrative terms: they differ without the trade being another. */
const isEconomic = (field: TradeField) => {
  const { weight, one_sided } = DEFAULT_PROFILE.fields[field];
  return (weight === 'critical' || weight === 'economic') && one_sided === 'review';
};

/**
 * Prints one trade as both sides confirm it, each in its own layout and wording, then changes the counterparty's one
 * term at a time: each economic field to another value, to another value under a label that nobody knows, left out, and
 * struck out by a pen; and terms without a field,
 * changed and left out.
 */
export async function mutate(product: CorpusProduct, number: number): Promise<MutatedPair> {
  const trades = CORPUS_TRADES[product];
  const layouts = Object.keys(PAGE_LAYOUTS) as PageLayout[];
  const trade = trades[number % trades.length];
  const [ours, theirs] = [layouts[number % layouts.length], layouts[(number * 5 + 3) % layouts.length]];
  if (!trade || !ours || !theirs) throw new Error(`no corpus of ${product}`);
  const bank = await read(corpusDocument(trade, ours, number, 'BANK'));
  const print = (changed: Trade, rows: readonly Row[] = []) =>
    corpusDocument(changed, theirs, number + 1, 'COUNTERPARTY', rows);
  const other = (changed: Trade, rows: readonly Row[] = []) => read(print(changed, rows));
  const isPrinted = (changed: Trade) => !Buffer.from(print(changed).bytes).equals(print(trade).bytes);
  const plain = await other(trade);
  const mutants: MutatedPair['mutants'][number][] = [];
  const add = async (change: string, side: ExtractedTrade | string, against = bank) =>
    mutants.push({ change, ...outcome(against, side) });
  for (const field of printedFields(trade, plain)) {
    const { [field]: value = '', ...without } = trade;
    const changed = { ...trade, [field]: otherValue(field, value) ?? value };
    if (isPrinted(changed)) {
      const read = await other(changed);
      await add(`${field} ${value} as ${changed[field]}`, read);
      // The other value under a label that nobody knows. Who does what is said by the counterpart, which is printed still.
      const literal = typeof read === 'string' ? undefined : literalOfItsOwn(read, field);
      if (literal !== undefined && FIELD_KINDS[field] !== 'party')
        await add(
          `${field} ${literal} under an unknown label`,
          await other(without as Trade, [[UNKNOWN_LABEL, literal]]),
        );
    }
    const left = await other(without as Trade);
    if (!isStillSaid(field, left, plain)) await add(`${field} left out`, left);
    const struck = struckOut(print(trade), field, plain);
    if (struck) await add(`${field} ${value} struck out`, await read(struck));
  }
  for (const [label, value, otherTerm] of OTHER_TERMS) {
    await add(`${label} on one side`, await other(trade, [[label, value]]));
    const stated = await read(corpusDocument(trade, ours, number, 'BANK', [[label, value]]));
    await add(`${label} ${value} as ${otherTerm}`, await other(trade, [[label, otherTerm]]), stated);
  }
  return { name: `${product} ${number}: ${ours} and ${theirs}`, ...outcome(bank, plain), mutants };
}

/** `2.4875 pct p.a.` under a frequency: the rate's cell, where the changed document prints no other. */
function isRateAlone(field: TradeField, literal: string): boolean {
  return FIELD_KINDS[field] === 'frequency' && /\d\s*(?:%|pct|per ?cent)/i.test(literal);
}

/** What a document prints of a field in a cell that gives no other: `3.75 % p.a.` is a rate's, though it says how often. */
function literalOfItsOwn({ evidence }: ExtractedTrade, field: TradeField): string | undefined {
  const literal = evidence[field]?.literal;
  const others = Object.entries(evidence).filter(
    ([other, each]) => other !== field && literal !== undefined && each?.literal.includes(literal),
  );
  return others.length === 0 && !(literal !== undefined && isRateAlone(field, literal)) ? literal : undefined;
}

/** Economic fields that the counterparty's document states in its own words: a change of the trade changes the print. */
function printedFields(trade: Trade, read: ExtractedTrade | string): TradeField[] {
  if (typeof read === 'string') return [];
  return (Object.keys(trade) as TradeField[]).filter(
    (field) => field in FIELD_KINDS && isEconomic(field) && read.evidence[field] !== undefined,
  );
}

/** Terms that a document need not print, since its product says them (docs/matching.md). */
const SAID_BY_PRODUCT: { readonly [P in Product]?: readonly TradeField[] } = {
  INTEREST_RATE_SWAP: ['settlement_type'],
  FX_FORWARD: ['settlement_type'],
  FX_OPTION: ['settlement_type'],
  EQUITY_SWAP: ['settlement_type'],
  NON_DELIVERABLE_FORWARD: ['settlement_type', 'settlement_currency'],
  CREDIT_DEFAULT_SWAP: ['business_day_convention'],
  COMMODITY_SWAP: ['settlement_type'],
};

/** Terms that other terms of the document say where they have one value, and no other (docs/matching.md). */
const SAID_BY_TERMS: { readonly [F in TradeField]?: (left: Trade, value: string | undefined) => boolean } = {
  fixed_rate_payer: ({ product, buyer }, value) => product === 'CREDIT_DEFAULT_SWAP' && buyer === value,
};

/** A document that names the buyer says who the seller is. */
function isStillSaid(field: TradeField, left: ExtractedTrade | string, plain: ExtractedTrade | string): boolean {
  if (typeof left === 'string' || typeof plain === 'string') return false;
  if (SAID_BY_PRODUCT[left.trade.product]?.includes(field)) return true;
  if (left.trade[field] === undefined) return SAID_BY_TERMS[field]?.(left.trade, plain.trade[field]) === true;
  if (field === 'option_type') return rightsOf(left.trade) === rightsOf(plain.trade);
  return left.trade[field] === plain.trade[field];
}

/** `EUR_PUT_USD_CALL` and `USD_CALL_EUR_PUT` are one option: what its amounts are called says it where the type is left out. */
const rightsOf = ({ option_type = '' }: Trade): string =>
  [...option_type.matchAll(/[A-Z]{3}_(?:CALL|PUT)/g)]
    .map(([right]) => right)
    .sort()
    .join() || option_type;

/** The document with a line through what it prints of a field; undefined where it prints nothing of it. */
function struckOut(
  document: CorpusDocument,
  field: TradeField,
  plain: ExtractedTrade | string,
): CorpusDocument | undefined {
  const evidence = typeof plain === 'string' ? undefined : plain.evidence[field];
  if (!evidence?.boxes?.length) return undefined;
  const { page, boxes } = evidence;
  return {
    ...document,
    bytes: strikeOut(
      document.bytes,
      boxes.map((box) => ({ ...box, page })),
    ),
  };
}

/** The trade that was read, or why none was. */
async function read({ bytes, source }: CorpusDocument): Promise<ExtractedTrade | string> {
  // A struck line is a sign at which values are looked at: what is tested here is found without that.
  const extraction = await readConfirmation(bytes, source, {}, { verify: 'off' });
  return extraction.outcome === 'extracted' ? extraction.extracted : `REFUSED: ${extraction.refusal.message}`;
}

function outcome(bank: ExtractedTrade | string, counterparty: ExtractedTrade | string) {
  if (typeof bank === 'string' || typeof counterparty === 'string') {
    return { status: 'REFUSED', said: [bank, counterparty].filter((side) => typeof side === 'string') };
  }
  const profile = chooseProfile([bank.trade, counterparty.trade]);
  const { status, differences, flags } = compareTrades(bank, counterparty, { profile });
  return {
    status,
    said: [...differences.map(({ field }) => field), ...flags.map(({ code, message }) => `${code} ${message}`)],
  };
}

/** Two values of fields that take words or codes: the one that a trade does not have is another trade's. */
const EITHER: { readonly [F in TradeField]?: readonly [string, string] } = {
  floating_rate_index: ['GBP-SONIA-OIS Compound', 'USD-SOFR-OIS Compound'],
  business_day_convention: ['PRECEDING', 'FOLLOWING'],
  settlement_type: ['CASH', 'PHYSICAL'],
  settlement_rate_option: ['KRW KFTC18 (KRW02)', 'BRL PTAX (BRL09)'],
  option_style: ['AMERICAN', 'EUROPEAN'],
  reference_entity: ['Northwind Rail Corporation', 'Tamarack Rail Corporation'],
  reference_obligation: ['US345370CA64', 'US38741GAB77'],
  underlier: ['Nikkei 225 Index (.N225)', 'OMX Stockholm 30 Index (.OMXS30)'],
  return_type: ['TOTAL_RETURN', 'PRICE_RETURN'],
  commodity: ['Natural Gas', 'Corn'],
  commodity_reference_price: ['NATURAL GAS-NYMEX', 'CORN-CBOT'],
};

/** Another value of the same kind, as another trade would have it; undefined where the field has one value alone. */
function otherValue(field: TradeField, value: string): string | undefined {
  const either = EITHER[field]?.find((one) => one !== value);
  if (either !== undefined) return either;
  switch (FIELD_KINDS[field]) {
    case 'date':
      return new Date(Date.parse(`${value}T00:00:00Z`) + 3 * 86_400_000).toISOString().slice(0, 10);
    case 'amount':
      return (Number(value) + 1_000_000).toFixed(2);
    case 'decimal':
    case 'quantity':
    case 'percent':
      return String(Math.round(Number(value) * 1.25 * 10_000) / 10_000);
    case 'basis-points':
      return String(Number(value) + 5);
    case 'party':
      return value === 'BANK' ? 'COUNTERPARTY' : 'BANK';
    case 'currency':
      return value === 'CHF' ? 'SEK' : 'CHF';
    case 'frequency':
      return FREQUENCIES.find((one) => one !== value && one !== 'TERM' && one !== 'DAILY' && one !== 'WEEKLY');
    case 'day-count':
      return DAY_COUNTS.find((one) => one !== value);
    case 'tenor':
      return value === '3M' ? '6M' : '3M';
    default:
      return undefined;
  }
}
