import * as z from 'zod/mini';
import { MATCH_STATUSES } from './match.ts';

const differenceSchema = z.object({
  field: z.string(),
  bank: z.optional(z.string()),
  counterparty: z.optional(z.string()),
  tolerance: z.string(),
  verdict: z.enum(['WITHIN_TOLERANCE', 'DIFFERENT', 'NOT_COMPARED']),
  delta: z.optional(z.string()),
});

const otherTermSchema = z.object({
  key: z.string(),
  label: z.string(),
  bank: z.optional(z.string()),
  counterparty: z.optional(z.string()),
  verdict: z.enum(['DIFFERENT', 'ONE_SIDED']),
});

/** The answer of `POST /process` to a document that was read (M7, status 200). */
export const processAnswerSchema = z.object({
  status: z.enum(['PROCESSED', 'ALREADY_PROCESSED']),
  /** The sender's own reference; the trade's key where the document has none. */
  trade_id: z.string(),
  /** The key of our record of the trade. */
  trade_key: z.optional(z.string()),
  document_hash: z.string(),
  match: z.object({
    status: z.enum(MATCH_STATUSES),
    match_id: z.optional(z.string()),
    counterpart_trade_id: z.optional(z.string()),
    counterpart_trade_key: z.optional(z.string()),
    differences: z.array(differenceSchema),
    /** Terms without a field that differ, or that one document alone prints. */
    other_terms: z.optional(z.array(otherTermSchema)),
  }),
});

export type ProcessAnswer = z.infer<typeof processAnswerSchema>;

/** The body of every answer that is not 200. `code` is one of F4's reasons where the document is refused (422). */
export const processErrorSchema = processErrorWith(z.string());

export function processErrorWith<C extends z.ZodMiniType<string>>(code: C) {
  return z.object({ error: z.object({ code, message: z.string() }) });
}

export type ProcessError = z.infer<typeof processErrorSchema>;
