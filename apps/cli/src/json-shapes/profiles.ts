import * as z from 'zod';
import { id, matchStatus, product, sha256, time } from './common.ts';

const version = z.int().min(1);

/** `profiles list --json`, a line. */
export const profileLine = z.strictObject({
  state: z.enum(['ACTIVE', 'REPLACED', 'PROPOSED', 'OUTDATED']),
  version,
  json: z.string().describe('as it was given'),
  hash: sha256,
  proposed_by: z.string(),
  proposed_at: time,
  comment: z.string(),
  based_on: z.int().min(0).describe('the version that was active then; 0 for none'),
  restores: version.optional(),
  approved_by: z.string().optional(),
  approved_at: time.optional(),
});

/** `profiles diff --json`, a line. */
export const profileDifference = z.strictObject({
  place: z.string(),
  before: z.string().optional(),
  after: z.string().optional(),
});

/** `profiles dry-run --json`, a line. */
export const profileChange = z.strictObject({
  match_id: id,
  bank_reference: z.string().nullable(),
  counterparty_reference: z.string().nullable(),
  counterparty: z.string().nullable(),
  product: product.nullable(),
  from: matchStatus,
  to: matchStatus,
  by_active: matchStatus.describe('what the active profiles make of it now'),
});
