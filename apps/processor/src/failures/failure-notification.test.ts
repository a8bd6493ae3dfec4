import { expect, test } from 'vitest';
import { failureNotification } from './failure-notification.ts';

const failed = {
  outcome: 'FAILED',
  originalKey: "BANK/2026/11/23/l'an.pdf",
  outcomeKey: "FAILED/BANK/2026/11/23/l'an.pdf",
  failedAt: '2026-11-23T10:00:00.000Z',
} as const;

test('a dead letter is of high priority, needs a person, and says how to put it back', () => {
  const { attributes, body, subject } = failureNotification(
    { ...failed, reason: 'DEAD_LETTER', message: 'HTTP_503' },
    'production',
  );
  expect(attributes).toEqual({
    error: 'true',
    event_type: 'DocumentDeadLettered',
    severity: 'high',
    source_type: 'BANK',
  });
  expect(subject).toContain('DEAD_LETTER');
  expect(body).toMatchObject({
    requires_manual_intervention: true,
    document: failed.originalKey,
    reason: 'DEAD_LETTER',
    message: 'HTTP_503',
    failed_at: failed.failedAt,
    how_to_redrive: `npm run -s cli -- redrive --env production 'BANK/2026/11/23/l'\\''an.pdf'`,
  });
});

test.each([
  ['FAILED', 'NO_TEXT', 'DocumentFailed', 'warning'],
  ['QUARANTINE', 'ACTIVE_CONTENT', 'DocumentQuarantined', 'high'],
  ['FAILED', undefined, 'DocumentFailed', 'high'],
] as const)('%s %s is a %s of severity %s', (outcome, reason, event_type, severity) => {
  const { attributes } = failureNotification({ ...failed, outcome, ...(reason ? { reason } : {}) }, 'local');
  expect(attributes).toMatchObject({ event_type, severity, error: 'true' });
});
