import type { CaseRecord } from '@trade-matching/cases';
import { expect, test } from 'vitest';
import { caseLine, caseStory, casesTable } from './cases.ts';

const record: CaseRecord = {
  case_id: '0f3a61c1f0e94d55a3f1c2b7',
  origin: {
    ...{
      subject: { kind: 'MATCH', id: 'm' },
      product: 'NON_DELIVERABLE_FORWARD',
      counterparty: 'Northgate Capital LLC',
    },
    ...{ amount: '10000000.00', currency: 'USD', bank_reference: 'MCB-1', centres: ['GBLO'] },
  },
  facts: {
    ...{ status: 'MATCHED_WITHIN_TOLERANCE', fields: ['notional', 'fx_rate'], critical: true, severity: 'critical' },
    seen: { differences_hash: 'd' },
  },
  ...{
    state: 'PROPOSED',
    open_cause: 'NEW',
    assignee: 'ana.maria',
    corrections: 0,
  },
  proposal: { id: 'p', by: 'ana\u202e', seen: { differences_hash: 'd' }, expires_at: '2026-11-26T17:00:00.000Z' },
  ...{
    opened_at: '2026-11-23T09:00:00.000Z',
    due_at: '2026-11-24T17:00:00.000Z',
    updated_at: '2026-11-23T09:00:00.000Z',
  },
  ...{ breached: false, revision: 2, head_hash: 'h' },
};
const NOW = '2026-11-25T09:00:00.000Z';

test.each([80, 140])('a table of cases is %i columns wide at most, ids and statuses whole', (columns) => {
  const table = casesTable([record, { ...record, state: 'RESOLVED', resolution: 'ACCEPTED' }], NOW, columns);
  expect(Math.max(...table.split('\n').map((line) => line.length))).toBeLessThanOrEqual(columns);
  for (const whole of [
    record.case_id,
    'MATCHED_WITHIN_TOLERANCE',
    'PROPOSED',
    'OVERDUE',
    '2 days',
    '2026-11-24 17:00',
  ]) {
    expect(table).toContain(whole);
  }
});

test('a case that is resolved is not overdue, and one that is open is once its due time has passed', () => {
  expect(caseLine(record, NOW).overdue).toBe(true);
  expect(caseLine(record, '2026-11-24T16:00:00.000Z').overdue).toBe(false);
  expect(caseLine({ ...record, state: 'RESOLVED' }, NOW).overdue).toBe(false);
});

test('a line for programs has no hashes or keys of the table, and says of everything whether it is there', () => {
  const line = caseLine(record, NOW);
  expect(line).toMatchObject({ case_id: record.case_id, counterparty_reference: null, resolution: null, revision: 2 });
  for (const name of ['pk', 'sk', 'head_hash', 'open_shard']) expect(line).not.toHaveProperty(name);
});

test('a story says what is next, and writes no control characters', () => {
  const story = caseStory(record, [], NOW);
  expect(story).toContain('another person: approve 0f3a61c1f0e94d55a3f1c2b7');
  expect(story).not.toContain('\u202e');
});
