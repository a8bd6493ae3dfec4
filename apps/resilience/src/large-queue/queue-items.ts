import { createHash } from 'node:crypto';
import { applyEvent, type CaseRecord, chainEvent, decide, caseItems as writesOfCase } from '@trade-matching/cases';
import { samplePair } from '@trade-matching/confirmation-samples';
import {
  CURRENT,
  type Evidence,
  listedMatches,
  listedTrades,
  type MatchRecord,
  matchPartition,
  statusDay,
  type Trade,
  type TradeRecord,
  tradePartition,
} from '@trade-matching/domain';

type Item = Readonly<Record<string, unknown>>;

const DAY_MS = 86_400_000;

/** Whose the cases are, in turn. The first is a person of the desk's demonstration. */
const PEOPLE = 100;
const COUNTERPARTIES = 200;

export const person = (number: number) => (number % PEOPLE === 0 ? 'ana' : `analyst.${number % PEOPLE}`);
/** Of a hundred cases, the few that the desk's narrow tabs show. */
const FEW = { proposed: 96, waiting: 97, alleged: 98, unassigned: 99 } as const;
const isFew = (number: number, which: keyof typeof FEW) => number % 100 === FEW[which];
export const counterparty = (number: number) => `Counterparty ${number % COUNTERPARTIES} LLC`;

/** Of as many cases, one person's: those of `person(1)`. */
export const casesOfOne = (cases: number) => Math.ceil((cases - 1) / PEOPLE);

/**
 * Open cases as the store writes them, without their histories, which no list reads. A tenth of them is overdue, and was
 * told. Of a hundred one is nobody's, one waits, one is to be approved, and one is a trade without a pair.
 *
 * @param now milliseconds since the epoch
 */
export function* caseItems(cases: number, now: number): Generator<Item> {
  const opened = new Map<string, ReturnType<typeof openedCase>>();
  for (let number = 0; number < cases; number++) {
    const isOverdue = number % 10 === 0;
    const at = new Date(now - (isOverdue ? 9 * DAY_MS : 0) - (number % OPENED_AT) * 36_000).toISOString();
    const kind = isFew(number, 'alleged') ? 'TRADE' : 'MATCH';
    const key = `${at} ${kind}`;
    const like = opened.get(key) ?? openedCase(at, kind);
    opened.set(key, like);
    yield caseItem(number, like, isOverdue);
  }
}

/** Times at which they were opened, in an hour. */
const OPENED_AT = 100;

/** A case that was opened then. Others of that time are like it: to hash and to date each anew took longer than to store it. */
function openedCase(at: string, kind: 'MATCH' | 'TRADE') {
  const decided = decide(undefined, {
    ...{ command: 'open', case_id: hash(at).slice(0, 24), event_id: hash(at).slice(0, 32), at, actor: 'system' },
    origin: {
      ...{ subject: { kind, id: hash(at).slice(0, 24) }, product: 'INTEREST_RATE_SWAP' },
      ...{ amount: '25000000.00', currency: 'USD', centres: ['USNY', 'GBLO'] },
    },
    facts: {
      ...{ status: kind === 'TRADE' ? 'UNMATCHED' : 'MISMATCHED', fields: ['fixed_rate', 'maturity_date'] },
      ...{ critical: true, severity: 'critical' },
      seen: { bank_hash: hash('b'), counterparty_hash: hash('c'), differences_hash: hash('d') },
    },
  });
  if (decided.kind === 'refused') throw new Error(decided.message);
  const event = chainEvent(decided.event, undefined);
  return { event, record: applyEvent(undefined, event) };
}

function caseItem(number: number, { event, record: opened }: ReturnType<typeof openedCase>, breached: boolean): Item {
  const case_id = hash(`case ${number}`).slice(0, 24);
  const { kind } = opened.origin.subject;
  const record: CaseRecord = {
    ...{ ...opened, case_id, breached },
    origin: {
      ...opened.origin,
      ...{ subject: { kind, id: hash(`match ${number}`).slice(0, 24) }, counterparty: counterparty(number) },
      ...{ bank_reference: `MCB-IRS-${number}`, counterparty_reference: `CPTY-${number}` },
      ...{ bank_trade_key: keyOf('ours', number), counterparty_trade_key: keyOf('theirs', number) },
    },
    ...(isFew(number, 'unassigned') ? {} : { assignee: person(number) }),
    ...(isFew(number, 'waiting') ? { state: 'WAITING' } : {}),
    ...(isFew(number, 'proposed') ? proposed(opened, person(number)) : {}),
  };
  const current = writesOfCase('', undefined, { ...event, case_id }, record)[1]?.Put?.Item;
  if (!current) throw new Error('A case has no current item.');
  return current;
}

function proposed({ facts: { seen }, head_hash, due_at }: CaseRecord, by: string): Partial<CaseRecord> {
  const expires_at = new Date(Date.parse(due_at) + 30 * DAY_MS).toISOString();
  return { state: 'PROPOSED', proposal: { id: head_hash.slice(0, 32), by, seen, expires_at } };
}

/** Of ten pairs, one has trade dates that are a day apart: within the built-in tolerance, and out of a stricter one. */
export const isDayApart = (number: number) => number % 10 === 0;

/** Pairs of the trades table: both trades, each with evidence of every value, and their match. */
export function* pairItems(pairs: number, now: number): Generator<Item> {
  const at = new Date(now).toISOString();
  for (let number = 0; number < pairs; number++) {
    const { bank, counterparty } = samplePair(number);
    const other = isDayApart(number) ? { ...counterparty, trade_date: dayAfter(bank.trade_date) } : counterparty;
    const status = isDayApart(number) ? 'MATCHED_WITHIN_TOLERANCE' : 'MATCHED';
    const match_id = hash(`match ${number}`).slice(0, 24);
    const tradeOf = (trade: Trade) => tradeRecord(trade, number, { match_id, match_status: status, updated_at: at });
    const [ours, theirs] = [tradeOf(bank), tradeOf(other)];
    const match: MatchRecord = {
      ...{ match_id, status, paired_by: 'reference', updated_at: at, differences: [], flags: [], other_terms: [] },
      ...{ bank_trade_key: ours.trade_key, bank_version: 1, bank_key: ours.s3_key },
      ...{ counterparty_trade_key: theirs.trade_key, counterparty_version: 1, counterparty_key: theirs.s3_key },
    };
    const listed = [statusDay(listedTrades(status), at), statusDay(listedMatches(status), at)] as const;
    const item = (trade: TradeRecord) => ({ ...trade, pk: tradePartition(trade.trade_key), sk: CURRENT });
    yield { ...item(ours), status_day: listed[0] };
    yield { ...item(theirs), status_day: listed[0] };
    yield { ...match, pk: matchPartition(match_id), sk: CURRENT, status_day: listed[1] };
  }
}

function dayAfter(date = '2026-11-02'): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + DAY_MS).toISOString().slice(0, 10);
}

function tradeRecord(
  trade: Trade,
  number: number,
  stands: Pick<TradeRecord, 'match_id' | 'match_status' | 'updated_at'>,
): TradeRecord {
  const { source_type: source } = trade;
  const evidence = Object.entries(trade).map(([field, value], i): [string, Evidence] => [
    field,
    { page: 1, line: i + 4, label: field.replaceAll('_', ' '), literal: String(value), confidence: 0.98 },
  ]);
  return {
    ...{ trade_key: keyOf(source, number), version: 1, revision: 2, source, document_kind: 'NEW', trade },
    ...{ flags: [], inferred: {}, evidence: Object.fromEntries(evidence), other_terms: [] },
    ...{ accounting: { lines: 40, accounted: 40 }, document_hash: hash(`${source} ${number}`) },
    ...{ s3_key: `${source}/2026/11/23/${number}.pdf`, event_time: stands.updated_at, ...stands },
  };
}

const hash = (text: string) => createHash('sha256').update(text).digest('hex');
const keyOf = (side: string, number: number) => hash(`${side} trade ${number}`).slice(0, 24);
