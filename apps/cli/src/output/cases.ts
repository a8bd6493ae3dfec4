import { type CaseEvent, type CaseRecord, isOpen } from '@trade-matching/cases';
import { printable, renderTable } from '@trade-matching/command-line';

const DAY_MS = 86_400_000;

/** A case as programs read it. `overdue` is as of `now`, ISO 8601. */
export function caseLine(record: CaseRecord, now: string) {
  const { case_id, origin, facts, state, resolution, open_cause, assignee, revision } = record;
  return {
    ...{ case_id, kind: origin.subject.kind, subject_id: origin.subject.id, state, resolution: resolution ?? null },
    ...{ open_cause, status: facts.status, severity: facts.severity, critical: facts.critical, fields: facts.fields },
    product: origin.product ?? null,
    counterparty: origin.counterparty ?? null,
    amount: origin.amount ?? null,
    currency: origin.currency ?? null,
    bank_reference: origin.bank_reference ?? null,
    counterparty_reference: origin.counterparty_reference ?? null,
    assignee: assignee ?? null,
    ...{
      opened_at: record.opened_at,
      due_at: record.due_at,
      overdue: isOverdue(record, now),
      updated_at: record.updated_at,
    },
    revision,
  };
}

/** Of {@link caseLine}, for spreadsheets. */
export const CASE_COLUMNS = [
  ...(['case_id', 'kind', 'status', 'state', 'severity', 'counterparty', 'product', 'amount', 'currency'] as const),
  ...(['fields', 'bank_reference', 'counterparty_reference', 'assignee', 'opened_at', 'due_at', 'overdue'] as const),
] as const;

/** One row a case, the first due first. Whole ids and statuses fit into 80 columns. */
export function casesTable(records: readonly CaseRecord[], now: string, columns: number): string {
  return renderTable(
    [{ head: 'case' }, { head: 'break', share: 3 }, { head: 'due (UTC), age' }, { head: 'owner', share: 1 }],
    records.map((record) => {
      const { case_id, origin, facts, state, assignee } = record;
      const trade = [origin.counterparty, origin.product, amountOf(record), facts.fields.join(', ')];
      return [
        [case_id, facts.status, state].join('\n'),
        trade
          .filter((each) => each !== undefined && each !== '')
          .map((each) => printable(each ?? ''))
          .join('\n'),
        [when(record.due_at), ageOf(record, now), ...(isOverdue(record, now) ? ['OVERDUE'] : [])].join('\n'),
        printable(assignee ?? '-'),
      ];
    }),
    columns,
  );
}

/** A case with all that happened to it, and what may be done next. */
export function caseStory(record: CaseRecord, events: readonly CaseEvent[], now: string): string {
  const { case_id, origin, facts, state, resolution, assignee, proposal, acceptance, due_at } = record;
  const references = [origin.bank_reference, origin.counterparty_reference].map((each) => each ?? 'no reference');
  return [
    `${case_id}  ${origin.subject.kind} ${origin.subject.id}`,
    printable(
      `${references.join(' and ')}  ${origin.counterparty ?? ''}  ${origin.product ?? ''}  ${amountOf(record)}`,
    ),
    `${facts.status}: ${facts.fields.map(printable).join(', ') || 'no field differs'}${facts.critical ? ' (critical: two people)' : ''}`,
    `${state}${resolution ? ` ${resolution}` : ''}, ${causeText(record)}; owner ${printable(assignee ?? '-')}`,
    `due ${when(due_at)}${isOverdue(record, now) ? ', OVERDUE' : ''}, open for ${ageOf(record, now)}`,
    ...(proposal ? [`proposed by ${printable(proposal.by)}, to be approved by ${when(proposal.expires_at)}`] : []),
    ...(acceptance
      ? [
          `accepted by ${[acceptance.by, acceptance.approved_by].filter(Boolean).map(String).map(printable).join(' and ')}`,
        ]
      : []),
    '',
    'what happened, the first first',
    ...events.map(eventLine),
    ...next(record),
  ].join('\n');
}

function eventLine(event: CaseEvent): string {
  const { sequence, at, action, actor, reason, comment } = event;
  const said = [reason, comment].filter((each) => each !== undefined).map(printable);
  const whom = event.action === 'ASSIGNED' ? ` to ${printable(event.assignee ?? 'nobody')}` : '';
  const stands = event.action === 'OPENED' || event.action === 'CHANGED' ? ` ${event.facts.status}` : '';
  return `  ${sequence}. ${when(at)}  ${action}${whom}${stands}  by ${printable(actor)}${said.length > 0 ? `: ${said.join(': ')}` : ''}`;
}

function next({ case_id, state }: CaseRecord): string[] {
  if (state === 'PROPOSED') return ['', `another person: approve ${case_id}, or refuse ${case_id}`];
  return state === 'RESOLVED' ? [] : ['', `next: assign ${case_id} --to PERSON, or accept ${case_id} --reason REASON`];
}

const CAUSES: { readonly [C in CaseRecord['open_cause']]: string } = {
  NEW: 'new',
  DOCUMENTS_CHANGED: 'opened again because a document changed',
  DIFFERENCES_CHANGED: 'opened again because the differences changed',
  PAIRED_AGAIN: 'opened again because the two are a pair again',
  PAIR_ENDED: 'opened again because its pair has ended',
  APPROVAL_REFUSED: 'opened again because the approval was refused',
  APPROVAL_EXPIRED: 'opened again because nobody approved in time',
  REOPENED: 'opened again by a person',
};

const causeText = ({ open_cause }: CaseRecord) => CAUSES[open_cause];

function amountOf({ origin: { currency, amount } }: CaseRecord): string {
  return [currency, amount].filter((each) => each !== undefined).join(' ') || '-';
}

function isOverdue(record: CaseRecord, now: string): boolean {
  return isOpen(record) && record.due_at <= now;
}

function ageOf({ opened_at }: CaseRecord, now: string): string {
  const days = Math.floor((Date.parse(now) - Date.parse(opened_at)) / DAY_MS);
  return days < 1 ? 'less than a day' : days === 1 ? '1 day' : `${days} days`;
}

/** `2026-11-24 17:00`, in UTC. */
function when(at: string): string {
  return at.slice(0, 16).replace('T', ' ');
}
