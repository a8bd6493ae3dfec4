import * as z from 'zod/mini';
import { REASONS } from './reasons.ts';
import { SOURCES } from './source.ts';
import { PRODUCTS, TRADE_FIELDS } from './trade.ts';

const text = (longest: number) => z.string().check(z.minLength(1), z.maxLength(longest));

/** `POST /read-anew`: a document that was filed, read again as one that comes now would be. Nothing is written. */
export const readAnewRequestSchema = z.object({
  /** Where it was filed: what is in quarantine is not opened again. */
  s3_key: z.string().check(z.regex(/^(?:PROCESSED|FAILED)\//, 'a key under PROCESSED/ or FAILED/'), z.maxLength(1_024)),
  source_type: z.enum(SOURCES),
  /** SHA-256, hexadecimal. */
  document_hash: z.string().check(z.regex(/^[0-9a-f]{64}$/, 'a SHA-256, 64 hexadecimal digits')),
  /** A label that would state a field: what it would read is answered. */
  wording: z.optional(z.object({ key: text(300), field: z.enum(TRADE_FIELDS), product: z.enum(PRODUCTS) })),
});

export type ReadAnewRequest = z.infer<typeof readAnewRequestSchema>;

/** A label that no list has, with what is printed there. */
const unknownLabelSchema = z.object({
  label: z.string(),
  key: z.string(),
  literal: z.string(),
  /** That it was taken for, without being sure. */
  field: z.optional(z.enum(TRADE_FIELDS)),
});

export type UnknownLabel = z.infer<typeof unknownLabelSchema>;

export const readAnewAnswerSchema = z.object({
  /** Why it would be refused; absent where it would be a trade. */
  refusal: z.optional(z.object({ reason: z.enum(REASONS), message: z.string() })),
  /** What was read; absent where it is not known to be a trade at all. */
  read: z.optional(
    z.object({
      product: z.enum(PRODUCTS),
      reference: z.optional(z.string()),
      counterparty: z.optional(z.string()),
      labels: z.array(unknownLabelSchema),
      /** Fields that a label may state. */
      fields: z.array(z.string()),
      /** What the asked wording would read; absent where the document has no such label, or is sure of the field. */
      reading: z.optional(
        z.object({
          label: z.string(),
          literal: z.string(),
          value: z.optional(z.string()),
          /** Why there is no value. */
          why: z.optional(z.string()),
        }),
      ),
    }),
  ),
});

export type ReadAnewAnswer = z.infer<typeof readAnewAnswerSchema>;
