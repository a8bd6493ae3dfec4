import { expect, test } from 'vitest';
import { readNotification } from './read-notification.ts';

const sent = (message: unknown) =>
  JSON.stringify({ Type: 'Notification', Timestamp: '2026-11-25T10:00:00.250Z', Message: JSON.stringify(message) });

test('a match is heard with both keys and the time of its notification', () => {
  const body = {
    event_type: 'TradeMismatched',
    match_id: 'm1',
    status: 'MISMATCHED',
    bank: { trade_key: 'a', s3_key: 'BANK/a.pdf' },
    counterparty: { trade_key: 'b', s3_key: 'COUNTERPARTY/b.pdf' },
    differences: [],
  };
  expect(readNotification(sent(body))).toEqual({
    kind: 'match',
    match: {
      matchId: 'm1',
      status: 'MISMATCHED',
      bankKey: 'BANK/a.pdf',
      counterpartyKey: 'COUNTERPARTY/b.pdf',
      at: Date.parse('2026-11-25T10:00:00.250Z'),
    },
  });
});

test('a failure is heard with its original key', () => {
  const body = {
    event_type: 'DocumentFailed',
    document: 'BANK/a.pdf',
    stands_under: 'FAILED/BANK/a.pdf',
    reason: 'NO_TEXT',
  };
  expect(readNotification(sent(body))).toEqual({ kind: 'failure', key: 'BANK/a.pdf' });
});

test.each([
  '',
  'no JSON',
  '{}',
  sent('a poison message'),
  sent({ event_type: 'DocumentDeadLettered', message_id: 'x' }),
])('%j tells nothing of a document or a match', (body) => {
  expect(readNotification(body)).toBeUndefined();
});
