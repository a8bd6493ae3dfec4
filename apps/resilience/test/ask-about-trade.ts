import { renderConfirmation } from '@trade-matching/confirmation-samples';
import type { DocumentKind, Source, Trade } from '@trade-matching/domain';
import { expect } from 'vitest';
import type { AskedDocument, ServiceClient } from './ask-service.ts';

/** The service's answer to a document that it has read. */
export interface Answer {
  readonly status: string;
  readonly trade_id: string;
  readonly trade_key: string;
  readonly match: {
    readonly status: string;
    readonly match_id?: string;
    readonly counterpart_trade_key?: string;
    readonly differences: readonly { readonly field: string }[];
  };
}

/** Asks the service to process a confirmation of this trade, uploaded this many minutes after the first. */
export function askAbout(client: ServiceClient) {
  return async (trade: Trade, minute: number, kind: DocumentKind = 'NEW'): Promise<Answer> => {
    const { status, body } = await client.ask(document(trade, minute, kind));
    expect(status, JSON.stringify(body)).toBe(200);
    return body as unknown as Answer;
  };
}

function document(trade: Trade, minute: number, kind: DocumentKind): AskedDocument {
  const source: Source = trade.source_type;
  const eventTime = new Date(Date.parse('2026-11-23T08:00:00Z') + minute * 60_000).toISOString();
  return {
    source,
    key: `${source}/${trade.trade_id}.pdf`,
    bytes: renderConfirmation(trade, 'letter', kind),
    eventTime,
  };
}
