import { MAX_UPLOAD_BYTES } from '@trade-matching/account';
import { MAX_COMMENT, MAX_PAGE, MAX_VIEW_NAME } from '@trade-matching/cases';
import { LEDGER_STATUSES, LONGEST_CORRECTION, SOURCES, TRADE_FIELDS } from '@trade-matching/domain';
import * as z from 'zod';
import { filterShape } from './case-filters.ts';
import { TABS } from './case-list.ts';

// What the routes take, beside the commands of a case: each is held to its shape, and published as it is.

export const caseId = z.string().regex(/^[0-9a-f-]{8,64}$/);
const comment = z.string().trim().max(MAX_COMMENT);
const why = comment.min(1, 'say why: it stays on the record');

export const queueShape = z.object({
  tab: z.enum(TABS).default('all'),
  ...filterShape,
  cursor: z.string().max(4_000).optional(),
  limit: z.coerce.number().int().min(1).max(MAX_PAGE).default(50),
});

/** Cases of one request: each is a transaction of its own. */
export const MAX_CASES = 100;
const items = z
  .array(z.object({ case_id: caseId, event_id: z.uuid() }))
  .min(1)
  .max(MAX_CASES);
export const bulkShape = z.discriminatedUnion('command', [
  z.object({ command: z.literal('assign'), cases: items, assignee: z.string().min(1).max(200).optional() }),
  z.object({ command: z.literal('comment'), cases: items, comment: z.string().min(1).max(MAX_COMMENT) }),
]);

/** `cases`: their ids, with commas between. */
export const chasersShape = z.object({
  cases: z
    .string()
    .transform((ids) => ids.split(','))
    .pipe(z.array(caseId).min(1).max(MAX_CASES)),
});
export const findShape = z.object({ q: z.string().trim().max(1_024).default('') });

export const viewName = z.string().trim().min(1).max(MAX_VIEW_NAME);
export const viewShape = z.object({ query: z.string().max(1_500) });

const pointed = {
  side: z.enum(SOURCES),
  field: z.string().min(1).max(100),
  literal: z.string().min(1).max(LONGEST_CORRECTION),
  dates: z.enum(['day-first', 'month-first']).optional(),
};
export const readingShape = z.object(pointed);
const points = z.number().min(0).max(20_000);
export const correctionShape = z.object({
  ...pointed,
  event_id: z.uuid(),
  reason: z.string().max(100),
  comment: z.string().max(MAX_COMMENT).optional(),
  document_hash: z.string().max(64),
  page: z.int().min(1).max(10_000),
  box: z.object({ x: points, y: points, width: points, height: points }).optional(),
  /** Of words that were read from a picture. */
  confidence: z.number().min(0).max(1).optional(),
});

/** A page of a document, by the words on it. */
export const pageShape = z.object({ page: z.coerce.number().int().min(1).max(50) });

export const documentsShape = z.object({ status: z.enum(LEDGER_STATUSES).optional(), day: z.iso.date().optional() });
export const documentShape = z.object({ key: z.string().min(1).max(1_024) });
export const uploadShape = z.object({
  upload_id: z.uuid(),
  source: z.enum(SOURCES),
  name: z.string().min(1).max(255),
  size: z
    .int()
    .min(1, 'The file is empty.')
    .max(MAX_UPLOAD_BYTES, `The file is larger than ${MAX_UPLOAD_BYTES / 1024 ** 2} MB.`),
});

/** Profiles, as they are in a file. */
const json = z
  .string()
  .min(2)
  .max(256 * 1024);
const days = z.int().min(1).max(90);
export const profilesShape = z.object({ json });
export const profilesProposalShape = z.object({ json, proposal_id: z.uuid(), comment: why });
export const dryRunShape = z.object({ json, days });
export const profilesApprovalShape = z.object({ comment });
export const profilesRestorationShape = z.object({ comment: why, proposal_id: z.uuid() });

/** A label of a trade's document, or of one that was refused, and what it states. */
const labelKey = z.string().min(1).max(300);
const means = { field: z.enum(TRADE_FIELDS), for: z.enum(['counterparty', 'everybody']) };
/** Without `key`: of the term that the field was taken from without being sure. */
const ofTrade = { trade_key: z.string().regex(/^[0-9a-f]{24}$/), key: labelKey.optional(), ...means };
const ofRefused = { document: z.string().min(1).max(1_024), key: labelKey, ...means };
const tried = { days };
const proposed = { wording_id: z.uuid(), comment: why };
export const replayShape = z.union([
  z.strictObject({ ...ofTrade, ...tried }),
  z.strictObject({ ...ofRefused, ...tried }),
]);
export const wordingProposalShape = z.union([
  z.strictObject({ ...ofTrade, ...proposed }),
  z.strictObject({ ...ofRefused, ...proposed }),
]);
export const wordingDecisionShape = z.object({ comment: comment.default('') });
