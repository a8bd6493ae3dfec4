import * as z from 'zod/mini';

/** Answers of `GET /health/live` and `GET /health/ready`. */
export const liveSchema = z.object({ status: z.literal('live') });
export const readySchema = z.object({ status: z.literal('ready') });
export const notReadySchema = z.object({ status: z.literal('not ready'), message: z.string() });
