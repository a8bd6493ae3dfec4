import {
  CASE_KINDS,
  CASE_REASONS,
  CASE_SEVERITIES,
  CASE_STATES,
  type CaseReason,
  OPEN_CAUSES,
  RESOLUTIONS,
} from '@trade-matching/cases';
import { MATCH_STATUSES } from '@trade-matching/domain';
import * as z from 'zod';
import { correction, count, decimal, id, product, sha256, time } from './common.ts';

const status = z.enum([...MATCH_STATUSES, 'ENDED', 'PAIRED']);
const reasons = [...new Set(Object.values(CASE_REASONS).flatMap((each) => Object.keys(each)))] as CaseReason[];

/** `cases --json`, a line; `case --json`, in `case`. */
export const caseLine = z.strictObject({
  case_id: id,
  kind: z.enum(CASE_KINDS),
  subject_id: z.string().describe("the match's id, the trade's key, or the document's SHA-256"),
  state: z.enum(CASE_STATES),
  resolution: z.enum(RESOLUTIONS).nullable(),
  open_cause: z.enum(OPEN_CAUSES),
  status,
  severity: z.enum(CASE_SEVERITIES),
  critical: z.boolean().describe('accepting it takes a second person'),
  fields: z.array(z.string()).describe('fields and other terms that differ'),
  product: product.nullable(),
  counterparty: z.string().nullable(),
  amount: decimal.nullable(),
  currency: z.string().nullable(),
  bank_reference: z.string().nullable(),
  counterparty_reference: z.string().nullable(),
  assignee: z.string().nullable(),
  opened_at: time,
  due_at: time,
  overdue: z.boolean().describe('as of the answer'),
  updated_at: time,
  revision: z.int().min(1).describe('for --revision'),
});

const seen = z.strictObject({
  bank_hash: sha256.optional(),
  counterparty_hash: sha256.optional(),
  differences_hash: sha256,
});

const facts = z.strictObject({
  status,
  seen,
  fields: z.array(z.string()),
  values: z
    .array(z.strictObject({ field: z.string(), bank: z.string().optional(), counterparty: z.string().optional() }))
    .optional()
    .describe('what each side says of the first that differ'),
  critical: z.boolean(),
  severity: z.enum(CASE_SEVERITIES),
});

const origin = z.strictObject({
  subject: z.strictObject({ kind: z.enum(CASE_KINDS), id: z.string() }),
  product: product.optional(),
  counterparty: z.string().optional(),
  amount: decimal.optional(),
  currency: z.string().optional(),
  bank_reference: z.string().optional(),
  counterparty_reference: z.string().optional(),
  bank_trade_key: id.optional(),
  counterparty_trade_key: id.optional(),
  centres: z.array(z.string()),
});

const pair = z.strictObject({ bank_trade_key: id, counterparty_trade_key: id });

const base = {
  case_id: id,
  event_id: z.string(),
  at: time,
  actor: z.string(),
  reason: z.enum(reasons).optional(),
  comment: z.string().optional(),
  sequence: z.int().min(1),
  previous_hash: sha256,
  hash: sha256.describe('SHA-256 of everything else in the event, as canonical JSON'),
};
const event = <const A extends string, S extends z.ZodRawShape>(action: A, shape: S) =>
  z.strictObject({ ...base, action: z.literal(action), ...shape });

/** One event of a case, as it is stored. */
export const caseEvent = z.discriminatedUnion('action', [
  event('OPENED', { origin, facts, due_at: time }),
  event('CHANGED', { facts, due_at: time.optional() }),
  event('ASSIGNED', { assignee: z.string().optional() }),
  event('COMMENTED', {}),
  event('ACCEPTED', { seen }),
  event('ACCEPTANCE_PROPOSED', { seen, expires_at: time }),
  event('ACCEPTANCE_APPROVED', { seen, proposal: z.string() }),
  event('ACCEPTANCE_REFUSED', { proposal: z.string() }),
  event('ACCEPTANCE_EXPIRED', { proposal: z.string() }),
  event('REJECTED', { seen }),
  event('PAIR_FORCED', { pair }),
  event('PAIR_FORBIDDEN', { pair }),
  event('VALUE_CORRECTED', { correction }),
  event('CLOSED_AS_MISTAKEN', {}),
  event('REOPENED', { due_at: time }),
  event('BREACHED', { due_at: time }),
]);

export const caseAnswer = z.strictObject({ case: caseLine.nullable(), events: z.array(caseEvent) });

export const auditVerifyLine = z.union([
  z.strictObject({ case_id: z.string(), kind: z.literal('intact'), events: count }),
  z.strictObject({
    case_id: z.string(),
    kind: z.literal('broken'),
    sequence: count.describe('of the first event that is not as it was written'),
    problem: z.enum(['changed', 'missing', 'reordered', 'replaced']),
  }),
  z.strictObject({ case_id: z.string(), kind: z.literal('not found') }),
]);

export const auditExportLine = z.strictObject({
  case_id: id,
  sequence: z.int().min(1),
  at: time,
  actor: z.string(),
  action: z.string(),
  reason: z.string().nullable(),
  comment: z.string().nullable(),
  bank_document_hash: sha256.nullable(),
  counterparty_document_hash: sha256.nullable(),
  differences_hash: sha256.nullable(),
  previous_hash: sha256,
  hash: sha256,
  event: caseEvent,
});
