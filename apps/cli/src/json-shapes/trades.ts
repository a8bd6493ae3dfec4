import { DOCUMENT_KINDS, EVENT_TYPES, MATCH_ENDS, TRADE_FIELDS } from '@trade-matching/domain';
import * as z from 'zod';
import {
  box,
  correction,
  count,
  flag,
  id,
  matchStatus,
  pairingRule,
  product,
  sha256,
  source,
  time,
  tradeField,
} from './common.ts';

/** `trades --json`, a line. */
export const tradeLine = z.strictObject({
  trade_key: id,
  source,
  match_status: matchStatus,
  match_id: id.nullable(),
  product,
  reference: z.string().nullable(),
  s3_key: z.string(),
  updated_at: time,
  flags: z.array(flag),
});

const fieldOrProduct = z.enum(['product', ...TRADE_FIELDS]);
const value = z.string();

const sent = z.strictObject({ at: time, event_type: z.enum(EVENT_TYPES) });

const evidence = z.strictObject({
  page: z.int().min(1),
  line: count,
  label: z.string(),
  literal: z.string(),
  boxes: z.array(box).optional(),
  confidence: z.number().min(0).max(1),
  ocr: z.literal(true).optional(),
});

const otherTerm = z.strictObject({
  label: z.string(),
  key: z.string(),
  literal: z.string(),
  page: z.int().min(1),
  line: count,
  boxes: z.array(box).optional(),
  economic: z.boolean(),
  says_more: z.literal(true).optional().describe('the cell gave a field, and says more than the field holds'),
  may_be: z
    .array(z.partialRecord(tradeField, z.string()))
    .optional()
    .describe('what the literal would state of fields that the document states nowhere else'),
});

const tradeCorrection = correction.extend({ event_id: z.string(), by: z.string(), at: time });

const values = z
  .partialRecord(z.enum(['product', 'source_type', ...TRADE_FIELDS]), value)
  .describe('canonical values, each as its field writes them (docs/reading.md)');

/** A trade as one of its documents made it. */
const tradeVersion = z.strictObject({
  trade_key: id,
  version: z.int().min(1),
  revision: count,
  source,
  document_kind: z.enum(DOCUMENT_KINDS),
  trade: values,
  flags: z.array(flag),
  inferred: z.partialRecord(tradeField, z.string()),
  evidence: z.partialRecord(fieldOrProduct, evidence),
  other_terms: z.array(otherTerm),
  accounting: z.strictObject({ lines: count, accounted: count }),
  read_by: z.string().optional(),
  document_hash: sha256,
  s3_key: z.string(),
  s3_version_id: z.string().optional(),
  event_time: time,
  updated_at: time,
  match_status: matchStatus,
  corrections: z.array(tradeCorrection).optional(),
  corrections_applied: count.optional(),
  pair_decisions: z.strictObject({ forced_with: id.optional(), never_with: z.array(id).optional() }).optional(),
  has_cases: z.literal(true).optional(),
  alleged: z.literal(true).optional(),
  match_id: id.optional(),
  ambiguous_by: pairingRule.optional(),
  cancelled_match_id: id.optional(),
  pending_notification: z.literal(true).optional(),
  notifications: z.array(sent).optional(),
});

const matchedDocument = z.strictObject({
  document_hash: sha256,
  s3_key: z.string(),
  s3_version_id: z.string().optional(),
  version: z.int().min(1),
  read_by: z.string().optional(),
});

const basis = z.strictObject({
  profile: z.strictObject({ name: z.string(), hash: sha256 }),
  matching_version: z.string(),
  bank: matchedDocument,
  counterparty: matchedDocument,
});

/** A match that the trade is or was in. */
const tradeMatch = z.strictObject({
  match_id: id,
  trade_key: id,
  other_trade_key: id,
  other_reference: z.string().optional(),
  status: matchStatus,
  paired_by: pairingRule,
  fields: z.array(z.string()),
  basis: basis.optional(),
  from: time,
  until: time.optional(),
  ended_by: z
    .strictObject({ cause: z.enum(MATCH_ENDS), source: source.optional(), document_hash: sha256.optional() })
    .optional(),
});

const difference = z.strictObject({
  field: fieldOrProduct,
  bank: value.optional(),
  counterparty: value.optional(),
  tolerance: z.string(),
  verdict: z.enum(['WITHIN_TOLERANCE', 'DIFFERENT', 'NOT_COMPARED']),
  delta: z.string().optional(),
});

const otherTermDifference = z.strictObject({
  key: z.string(),
  label: z.string(),
  bank: value.optional(),
  counterparty: value.optional(),
  verdict: z.enum(['DIFFERENT', 'ONE_SIDED']),
});

const match = z.strictObject({
  match_id: id,
  revision: count.optional().describe('of the record, once it was changed'),
  bank_trade_key: id,
  bank_trade_id: z.string().optional(),
  bank_version: z.int().min(1),
  bank_key: z.string(),
  counterparty_trade_key: id,
  counterparty_trade_id: z.string().optional(),
  counterparty_version: z.int().min(1),
  counterparty_key: z.string(),
  about: z
    .strictObject({
      product: product.optional(),
      counterparty_name: z.string().optional(),
      trade_date: z.string().optional(),
      currency: z.string().optional(),
      notional: z.string().optional(),
    })
    .optional(),
  status: matchStatus,
  paired_by: pairingRule,
  differences: z.array(difference),
  flags: z.array(flag),
  other_terms: z.array(otherTermDifference).optional(),
  basis: basis.optional(),
  updated_at: time,
  pending_notification: z.literal(true).optional(),
  notification: sent.optional(),
});

const comparedField = z.strictObject({
  field: fieldOrProduct,
  bank: value.optional(),
  counterparty: value.optional(),
  bank_literal: value.optional(),
  counterparty_literal: value.optional(),
  bank_inferred: z.string().optional(),
  counterparty_inferred: z.string().optional(),
  bank_scan_confidence: z.number().min(0).max(1).optional(),
  counterparty_scan_confidence: z.number().min(0).max(1).optional(),
  tolerance: z.string(),
  verdict: z.enum(['EQUAL', 'WITHIN_TOLERANCE', 'DIFFERENT', 'NOT_COMPARED']),
  delta: z.string().optional(),
});

/** `trade --json`. */
export const tradeAnswer = z.strictObject({
  trade_key: z.string(),
  trade: z
    .strictObject({ current: tradeVersion, versions: z.array(tradeVersion), matches: z.array(tradeMatch) })
    .nullable(),
  match: z
    .strictObject({
      current: match.optional(),
      reasons: z.strictObject({ match_id: id, updated_at: time, fields: z.array(comparedField) }).optional(),
      ended: z.array(match),
    })
    .nullable(),
});
