import { MATCH_STATUSES } from '@trade-matching/domain';
import * as z from 'zod';
import type { ToldMatch } from '../run-record.ts';

export type HeardNotification =
  | { readonly kind: 'match'; readonly match: ToldMatch }
  | { readonly kind: 'failure'; readonly key: string };

/** What SNS puts into a queue. */
const envelope = z.object({ Message: z.string(), Timestamp: z.iso.datetime() });

const side = z.object({ s3_key: z.string() });
const match = z.object({
  match_id: z.string(),
  status: z.enum(MATCH_STATUSES),
  bank: side,
  counterparty: side,
});
const failure = z.object({ document: z.string(), reason: z.string() });

/** What a message in the queue tells, or undefined for one that tells nothing of documents or matches. */
export function readNotification(body: string): HeardNotification | undefined {
  const sent = envelope.safeParse(parseJson(body)).data;
  if (!sent) return undefined;
  const content = parseJson(sent.Message);
  const matched = match.safeParse(content).data;
  if (matched) {
    const { match_id, status, bank, counterparty } = matched;
    const at = Date.parse(sent.Timestamp);
    return {
      kind: 'match',
      match: { matchId: match_id, status, bankKey: bank.s3_key, counterpartyKey: counterparty.s3_key, at },
    };
  }
  const failed = failure.safeParse(content).data;
  return failed && { kind: 'failure', key: failed.document };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
