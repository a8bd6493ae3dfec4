import {
  type Account,
  matchesOfDay,
  readAnew,
  recordsOfDay,
  recordsOfKey,
  tradeHistory,
  tradesByKey,
  tradesOfDay,
} from '@trade-matching/account';
import { counterpartyKey } from '@trade-matching/cases';
import { readByWording, unsureTerm } from '@trade-matching/confirmations/wordings';
import {
  type AcceptedWording,
  type LedgerRecord,
  MATCH_STATUSES,
  type ReadAnewAnswer,
  type ReadAnewRequest,
  type TradeRecord,
  type UnknownLabel,
  type Wording,
} from '@trade-matching/domain';
import type * as z from 'zod';
import type { replayShape } from './request-shapes.ts';

/** What a wording would make of stored documents. */
export interface ReplayView {
  /** Trades and refused documents that were looked at. */
  readonly looked_at: number;
  /** Of them, those whose documents were read anew; of the others what was read when they came. */
  readonly read_anew: number;
  /** Of those that bear the label: what would be read, or why nothing would be. */
  readonly rows: readonly ReplayRow[];
  readonly is_cut: boolean;
}

export interface ReplayRow {
  /** Of a trade. */
  readonly trade_key?: string;
  /** Of a document that was refused: its key. */
  readonly document?: string;
  readonly reference: string;
  readonly counterparty: string;
  /** Of a refused document `FAILED`. */
  readonly match_status: string;
  readonly literal: string;
  readonly value?: string;
  readonly why?: string;
}

/** A refused document's labels that no list has, and the fields that one may state. */
export interface RefusedLabels {
  readonly labels: readonly UnknownLabel[];
  readonly fields: readonly string[];
}

type NewWording = Omit<AcceptedWording, 'wording_id'>;
type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;
type Tried = DistributiveOmit<z.infer<typeof replayShape>, 'days'>;
type Stated =
  | { readonly kind: 'wording'; readonly wording: NewWording; readonly document: Wording['document'] }
  | { readonly kind: 'refused'; readonly why: string };

/** The wording that a document's own term makes: it has to read the field there, or it would read none. */
export async function stated(account: Account, tried: Tried): Promise<Stated> {
  return 'document' in tried ? statedByRefused(account, tried) : statedByTrade(account, tried);
}

async function statedByTrade(
  account: Account,
  { trade_key, key: asked, field, for: whose }: Extract<Tried, { trade_key: string }>,
): Promise<Stated> {
  const trade = (await tradeHistory(account, trade_key))?.current;
  if (!trade) return { kind: 'refused', why: 'There is no such trade.' };
  const { product, counterparty_name } = trade.trade;
  const key = asked ?? unsureTerm(trade, field)?.key;
  if (key === undefined) return { kind: 'refused', why: `The document is sure of ${field}, or does not state it.` };
  const read = readByWording(partsOf(trade), { key, field, product });
  if (!read) return { kind: 'refused', why: `The document has no such label, or states ${field} already.` };
  if (read.kind !== 'read') return { kind: 'refused', why: `Not read: ${read.why}.` };
  const { source, s3_key, document_hash } = trade;
  return ofWhom({ label: read.term.label, key, field, product }, whose, counterparty_name, {
    ...{ source, s3_key, document_hash },
  });
}

async function statedByRefused(
  account: Account,
  { document, key, field, for: whose }: Extract<Tried, { document: string }>,
): Promise<Stated> {
  const record = await refusedOf(account, document);
  if (!record) return { kind: 'refused', why: NOT_REFUSED };
  const [first] = await readAnew(account, [record.request]);
  if (first?.kind !== 'read') return { kind: 'refused', why: notRead(first?.why) };
  const { product, counterparty } = first.answer.read ?? {};
  if (product === undefined) return { kind: 'refused', why: 'The document does not read as a trade of any product.' };
  const [second] = await readAnew(account, [{ ...record.request, wording: { key, field, product } }]);
  if (second?.kind !== 'read') return { kind: 'refused', why: notRead(second?.why) };
  const reading = second.answer.read?.reading;
  if (!reading) return { kind: 'refused', why: `The document has no such label, or states ${field} already.` };
  if (reading.value === undefined) return { kind: 'refused', why: `Not read: ${reading.why}.` };
  const { source_type: source, document_hash } = record.request;
  return ofWhom({ label: reading.label, key, field, product }, whose, counterparty, {
    ...{ source, s3_key: document, document_hash },
  });
}

function ofWhom(
  wording: NewWording,
  whose: Tried['for'],
  counterparty: string | undefined,
  document: Wording['document'],
): Stated {
  if (whose === 'everybody') return { kind: 'wording', wording, document };
  return counterparty === undefined
    ? { kind: 'refused', why: 'The document names no counterparty: propose it for everybody.' }
    : { kind: 'wording', wording: { ...wording, counterparty }, document };
}

const NOT_REFUSED = 'There is no such document that was refused as incomplete.';
const notRead = (why = 'it was not asked') => `The document cannot be read anew now: ${why}.`;

interface Refused {
  readonly key: string;
  readonly request: ReadAnewRequest;
}

/** The newest content of a key, where it was refused as incomplete and can be read. */
async function refusedOf(account: Account, key: string): Promise<Refused | undefined> {
  const [newest] = await recordsOfKey(account, key);
  return newest && asRefused(newest);
}

function asRefused({ status, reason, hash, source, key, outcome_key }: LedgerRecord): Refused | undefined {
  if (status !== 'FAILED' || reason !== 'EXTRACTION_INCOMPLETE') return undefined;
  if (hash === undefined || source === 'UNKNOWN' || outcome_key === undefined) return undefined;
  return { key, request: { s3_key: outcome_key, source_type: source, document_hash: hash } };
}

/** The labels of a refused document. `later`: the service that reads it cannot be asked now. */
export async function labelsOfRefused(
  account: Account,
  key: string,
): Promise<
  { readonly kind: 'labels'; readonly view: RefusedLabels } | { readonly kind: 'none' | 'later'; readonly why: string }
> {
  const record = await refusedOf(account, key);
  if (!record) return { kind: 'none', why: NOT_REFUSED };
  const [again] = await readAnew(account, [record.request]);
  if (again?.kind !== 'read') return { kind: 'later', why: notRead(again?.why) };
  const { labels = [], fields = [] } = again.answer.read ?? {};
  return { kind: 'labels', view: { labels, fields } };
}

const partsOf = ({ trade, flags, evidence, other_terms }: TradeRecord) => ({
  ...{ trade, flags, evidence, other_terms: other_terms ?? [] },
});

const MAX_ROWS = 200;
/** Documents that are read anew: each takes a reader some hundredths of a second, and documents that come wait as well. */
const MAX_READ_ANEW = 200;
const DAY_MS = 86_400_000;

interface Candidate {
  readonly request: ReadAnewRequest;
  readonly record: TradeRecord | Refused;
}

/** What the wording would read of the trades and of the refused documents of the last days: their documents, read anew. */
export async function replay(
  account: Account,
  wording: NewWording,
  period: { readonly now: string; readonly days: number },
): Promise<ReplayView> {
  const { trades, refused } = await storedOf(account, period);
  const all: Candidate[] = [
    ...refused.map((record) => ({ record, request: record.request })),
    ...trades.filter((record) => mayBear(record, wording)).map((record) => ({ record, request: requestOf(record) })),
  ];
  const { key, field, product } = wording;
  const read = all.slice(0, MAX_READ_ANEW);
  const answers = await readAnew(
    account,
    read.map(({ request }) => ({ ...request, wording: { key, field, product } })),
  );
  const rows = all.flatMap(({ record }, at) => {
    const answer = answers[at];
    const anew = answer?.kind === 'read' ? answer.answer.read : undefined;
    const row = 'key' in record ? anew && rowOfRefused(record, anew, wording) : rowOfTrade(record, anew, wording);
    return row ? [row] : [];
  });
  return {
    looked_at: trades.length + refused.length,
    read_anew: answers.filter((each) => each.kind === 'read' && each.answer.read).length,
    rows: rows.slice(0, MAX_ROWS),
    is_cut: rows.length > MAX_ROWS || all.length > read.length,
  };
}

/** Every trade of the days, each once, and every document that was refused as incomplete. */
async function storedOf(account: Account, { now, days }: { readonly now: string; readonly days: number }) {
  const trades = new Map<string, TradeRecord>();
  const refused = new Map<string, Refused>();
  for (let back = 0; back <= days; back++) {
    const day = new Date(Date.parse(now) - back * DAY_MS).toISOString().slice(0, 10);
    for (const status of MATCH_STATUSES) {
      for await (const record of tradesOfDay(account, status, day)) trades.set(record.trade_key, record);
      const keys: string[] = [];
      for await (const match of matchesOfDay(account, status, day))
        keys.push(match.bank_trade_key, match.counterparty_trade_key);
      for (const record of (await tradesByKey(account, keys)).values()) trades.set(record.trade_key, record);
    }
    for await (const record of recordsOfDay(account, 'FAILED', day)) {
      const each = asRefused(record);
      if (each) refused.set(each.request.document_hash, each);
    }
  }
  return { trades: [...trades.values()], refused: [...refused.values()] };
}

function mayBear({ trade }: TradeRecord, { product, counterparty }: NewWording): boolean {
  return trade.product === product && isOf(counterparty, trade.counterparty_name);
}

const isOf = (wanted: string | undefined, name = '') =>
  wanted === undefined || counterpartyKey(wanted) === counterpartyKey(name);

const requestOf = ({ s3_key, source, document_hash }: TradeRecord): ReadAnewRequest => ({
  ...{ s3_key: `PROCESSED/${s3_key}`, source_type: source, document_hash },
});

type ReadDocument = NonNullable<ReadAnewAnswer['read']>;

function rowOfTrade(record: TradeRecord, anew: ReadDocument | undefined, wording: NewWording): ReplayRow | undefined {
  const { trade, trade_key, match_status } = record;
  const reading = anew ? anew.reading : readByWording(partsOf(record), wording);
  if (!reading) return undefined;
  return {
    ...{ trade_key, match_status, literal: reading.literal },
    ...{ reference: trade.trade_id ?? '', counterparty: trade.counterparty_name ?? '' },
    ...('value' in reading && reading.value !== undefined ? { value: reading.value } : {}),
    ...('why' in reading && reading.why !== undefined ? { why: reading.why } : {}),
  };
}

function rowOfRefused(
  { key }: Refused,
  { reading, reference = '', counterparty = '' }: ReadDocument,
  wording: NewWording,
): ReplayRow | undefined {
  if (!reading || !isOf(wording.counterparty, counterparty)) return undefined;
  const { literal, value, why } = reading;
  return {
    ...{ document: key, match_status: 'FAILED', reference, counterparty, literal },
    ...(value !== undefined && { value }),
    ...(why !== undefined && { why }),
  };
}
