import type { Notification, TradeSummary } from '@trade-matching/domain';
import { CASE_STATES, type CaseRecord, type CaseState } from './case-record.ts';
import { summaryText } from './notification-texts.ts';

/** The queue of open cases at one time, as it is told once a day. */
export interface CasesDigest {
  /** ISO 8601. */
  readonly at: string;
  readonly open: number;
  readonly by_state: Readonly<Partial<Record<CaseState, number>>>;
  readonly by_status: Readonly<Record<string, number>>;
  /** The first due first. */
  readonly overdue: readonly CaseRecord[];
  /** Not due yet, the first due first. */
  readonly due: readonly CaseRecord[];
  /** Of the case that is open for the longest; 0 of none. */
  readonly oldest_age_seconds: number;
}

/** What to say of open cases. Resolved ones among them are left out. */
export function digestOf(records: readonly CaseRecord[], at: string): CasesDigest {
  const open = records
    .filter(({ state }) => state !== 'RESOLVED')
    .sort((a, b) => compare(a.due_at, b.due_at) || compare(a.case_id, b.case_id));
  const oldest = open.reduce((first, { opened_at }) => Math.min(first, Date.parse(opened_at)), Date.parse(at));
  const states = CASE_STATES.filter((state) => state !== 'RESOLVED');
  return {
    at,
    open: open.length,
    by_state: Object.fromEntries(states.map((state) => [state, open.filter((each) => each.state === state).length])),
    by_status: counted(open.map(({ facts }) => facts.status)),
    overdue: open.filter(({ due_at }) => due_at <= at),
    due: open.filter(({ due_at }) => due_at > at),
    oldest_age_seconds: Math.round((Date.parse(at) - oldest) / 1_000),
  };
}

/** Cases that a message shows one by one; of more it says how many, and where they are. */
const SHOWN = { overdue: 40, due: 20 } as const;

/** The daily message: how many there are, then the overdue ones, then those that are due next. */
export function digestNotification(digest: CasesDigest): Notification {
  const { at, open, overdue, due, by_state, by_status } = digest;
  const whole = 'npm run -s cli -- cases';
  const counts = Object.entries(by_state).map(([state, count]) => `${count} ${state}`);
  const breaks = Object.entries(by_status).map(([status, count]) => `${count} ${status}`);
  return {
    subject: `Cases on ${at.slice(0, 10)}: ${open} open, ${overdue.length} overdue`,
    attributes: { error: 'false', event_type: 'CasesDigest', severity: 'info', source_type: 'UNKNOWN' },
    whole,
    text: [
      `${inPlain(open, 'case is', 'cases are')} open at ${when(at)} UTC, ${overdue.length} of them overdue.`,
      ...(open === 0 ? [] : [`By state: ${counts.join(', ')}.\nBy break: ${breaks.join(', ')}.`]),
      ...section('OVERDUE', overdue, SHOWN.overdue, `${whole} --overdue`),
      ...section('DUE NEXT', due, SHOWN.due, whole),
    ].join('\n\n'),
    body: {
      ...{ event_type: 'CasesDigest', at, open, overdue: overdue.length, by_state, by_status },
      oldest_age_seconds: digest.oldest_age_seconds,
      cases: [...overdue, ...due].map((record) => machineLine(record, at)),
    },
  };
}

/** Of cases whose due time has passed, each told once for that due time. */
export function overdueNotification(records: readonly CaseRecord[], at: string): Notification {
  const whole = 'npm run -s cli -- cases --overdue';
  const [only] = records;
  const what =
    records.length === 1 && only
      ? `OVERDUE ${referencesOf(only)}: due ${when(only.due_at)} UTC`
      : `${records.length} cases are overdue`;
  return {
    subject: what,
    attributes: {
      ...{ error: 'true', event_type: 'CasesOverdue', source_type: 'UNKNOWN' },
      severity: records.some(({ facts }) => facts.severity === 'critical') ? 'high' : 'warning',
    },
    whole,
    text: [
      `${inPlain(records.length, 'case has', 'cases have')} passed the due time without a decision.`,
      ...section('OVERDUE', records, SHOWN.overdue, whole),
    ].join('\n\n'),
    body: { event_type: 'CasesOverdue', at, cases: records.map((record) => machineLine(record, at)) },
  };
}

function section(title: string, records: readonly CaseRecord[], most: number, rest: string): string[] {
  if (records.length === 0) return [];
  const left = records.length - most;
  return [title, ...records.slice(0, most).map(paragraph), ...(left > 0 ? [`${left} more: ${rest}`] : [])];
}

/** Five lines: which trade, what it is, what differs, until when and whose, and how to open it. */
function paragraph(record: CaseRecord): string {
  const { case_id, facts, state, due_at, assignee } = record;
  const differs = facts.fields.length === 0 ? 'no field differs' : `differs: ${facts.fields.join(', ')}`;
  return [
    referencesOf(record),
    summaryText(summaryOfCase(record)),
    `${facts.status}, ${differs}`,
    `due ${when(due_at)} UTC, ${state}, owner ${assignee ?? 'nobody'}`,
    `npm run -s cli -- case ${case_id}`,
  ]
    .filter((line) => line !== '')
    .map((line, i) => (i === 0 ? line : `  ${line}`))
    .join('\n');
}

function machineLine(record: CaseRecord, at: string) {
  const { case_id, origin, facts, state, assignee, due_at, opened_at } = record;
  const { bank_reference = null, counterparty_reference = null } = origin;
  const { product = null, counterparty = null, amount = null, currency = null } = origin;
  return {
    ...{ case_id, bank_reference, counterparty_reference, counterparty, product, amount, currency },
    ...{ status: facts.status, state, fields: facts.fields, due_at, opened_at, overdue: due_at <= at },
    owner: assignee ?? null,
  };
}

function summaryOfCase({ origin: { product, counterparty, amount, currency } }: CaseRecord): TradeSummary {
  return {
    ...(product === undefined ? {} : { product }),
    ...(counterparty === undefined ? {} : { counterparty_name: counterparty }),
    ...(amount === undefined ? {} : { notional: amount }),
    ...(currency === undefined ? {} : { currency }),
  };
}

/** `OURS-1 / THEIRS-1`; one alone where the other side has none. */
function referencesOf({ case_id, origin: { bank_reference, counterparty_reference } }: CaseRecord): string {
  const known = [bank_reference, counterparty_reference].filter((each) => each !== undefined);
  return known.length === 0 ? `case ${case_id}, without a reference` : known.join(' / ');
}

/** `2026-11-24 17:00`, in UTC. */
function when(at: string): string {
  return at.slice(0, 16).replace('T', ' ');
}

function inPlain(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

function counted(values: readonly string[]): Record<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return Object.fromEntries([...counts].sort());
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
