import { LEDGER_STATUSES, MATCH_STATUSES, OUTCOMES, REASONS, SOURCES } from '@trade-matching/domain';
import * as z from 'zod';
import { count, id, sha256, source, time } from './common.ts';

const result = z.strictObject({
  status: z.enum(['PROCESSED', 'ALREADY_PROCESSED']),
  trade_id: z.string(),
  trade_key: id.optional(),
  document_hash: sha256,
  match: z.strictObject({
    status: z.enum(MATCH_STATUSES),
    match_id: id.optional(),
    counterpart_trade_id: z.string().optional(),
    counterpart_trade_key: id.optional(),
    differences: z.array(
      z.strictObject({
        field: z.string(),
        bank: z.string().optional(),
        counterparty: z.string().optional(),
        tolerance: z.string(),
        verdict: z.enum(['WITHIN_TOLERANCE', 'DIFFERENT', 'NOT_COMPARED']),
        delta: z.string().optional(),
      }),
    ),
    other_terms: z
      .array(
        z.strictObject({
          key: z.string(),
          label: z.string(),
          bank: z.string().optional(),
          counterparty: z.string().optional(),
          verdict: z.enum(['DIFFERENT', 'ONE_SIDED']),
        }),
      )
      .optional(),
  }),
});

const event = z.strictObject({ at: time, what: z.string(), by: z.string(), detail: z.string().optional() });

/** `documents --json`, a line; with `--history` its events. */
export const documentLine = z.strictObject({
  status: z.enum(LEDGER_STATUSES),
  source: z.enum([...SOURCES, 'UNKNOWN']),
  key: z.string(),
  version_id: z.string().optional(),
  etag: z.string(),
  sequencer: z.string(),
  size: count.describe('bytes'),
  hash: sha256.optional(),
  first_seen: time,
  updated_at: time,
  attempts: count,
  lease_owner: z.string().optional(),
  lease_until: time.optional(),
  outcome: z.enum(OUTCOMES).optional(),
  outcome_key: z.string().optional(),
  refused_as: z.string().optional(),
  reason: z.enum(REASONS).optional(),
  message: z.string().optional(),
  result: result.optional().describe("the matching service's answer"),
  duplicate_of: z.string().optional(),
  history: z.array(event).optional(),
});

/** `document --json`. */
export const documentAnswer = z.strictObject({
  key: z.string(),
  stands_under: z.array(z.string()),
  contents: z.array(documentLine),
});

/** `queues --json`, a line. */
export const queueLine = z.strictObject({
  queue: z.string(),
  dead_letters: z.boolean(),
  waiting: count,
  in_flight: count,
  oldest_seconds: z.number().optional(),
  intake: z.string().optional().describe('of a queue of documents: Enabled, Disabled, or on the way'),
});

/** `pause --json`, `resume --json`. */
export const intakeAnswer = z.strictObject({
  source,
  queue: z.string(),
  intake: z.enum(['Enabled', 'Disabled']),
  changed: z.boolean(),
  waiting: count,
});
