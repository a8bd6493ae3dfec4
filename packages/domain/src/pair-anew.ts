import * as z from 'zod/mini';
import { processAnswerSchema } from './process-answer.ts';

/** Trades of one request: a decision is about two. */
const MAX_TRADES = 20;

/** `POST /pair-anew`: trades whose pairing and comparison is to be what it is by now, without another document. */
export const pairAnewRequestSchema = z.object({
  trade_keys: z
    .array(z.string().check(z.regex(/^[0-9a-f]{24}$/, 'the key of a trade, 24 hexadecimal digits')))
    .check(z.minLength(1, 'at least one trade'), z.maxLength(MAX_TRADES, `at most ${MAX_TRADES} trades`)),
});

export type PairAnewRequest = z.infer<typeof pairAnewRequestSchema>;

/** Where each trade is now, in the order of the request. */
export const pairAnewAnswerSchema = z.object({
  trades: z.array(
    z.object({
      trade_key: z.string(),
      /** The sender's own reference; the trade's key where the document has none. */
      trade_id: z.string(),
      match: processAnswerSchema.shape.match,
    }),
  ),
});

export type PairAnewAnswer = z.infer<typeof pairAnewAnswerSchema>;
