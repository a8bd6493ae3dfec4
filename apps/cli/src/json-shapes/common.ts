import { FLAG_CODES, MATCH_STATUSES, PAIRING_RULES, PRODUCTS, SOURCES, TRADE_FIELDS } from '@trade-matching/domain';
import * as z from 'zod';

/** What several answers have in common. Every object is whole: what is not named here is not answered. */
export const time = z.iso.datetime().describe('ISO 8601, UTC');
export const id = z.string().regex(/^[\da-f]{24}$/);
export const sha256 = z.string().regex(/^[\da-f]{64}$/);
export const count = z.int().min(0);
export const source = z.enum(SOURCES);
export const product = z.enum(PRODUCTS);
export const matchStatus = z.enum(MATCH_STATUSES);
export const pairingRule = z.enum(PAIRING_RULES);
/** Decimal, without separators. */
export const decimal = z.string().regex(/^-?\d+(?:\.\d+)?$/);
export const tradeField = z.enum(TRADE_FIELDS);

/** Points from the page's top left. */
export const box = z.strictObject({ x: z.number(), y: z.number(), width: z.number(), height: z.number() });

export const flag = z.strictObject({
  code: z.enum(FLAG_CODES),
  severity: z.enum(['review', 'warning']),
  missing: z.array(tradeField).optional().describe('of INCOMPLETE: what the document does not state'),
  days: z.tuple([z.string(), z.string()]).optional().describe('of AMBIGUOUS_DATE: the day first, the month first'),
  field: tradeField.optional(),
  message: z.string(),
});

export const correction = z.strictObject({
  source,
  document_hash: sha256,
  field: z.string(),
  literal: z.string().describe('as printed'),
  page: z.int().min(1),
  box: box.optional(),
  confidence: z.number().min(0).max(1).optional().describe('of words that were read from a picture'),
  slash_order: z.enum(['day-first', 'month-first']).optional(),
  in_text: z.enum(['yes', 'no', 'no text']).optional().describe('whether the text of the page has the literal'),
});
