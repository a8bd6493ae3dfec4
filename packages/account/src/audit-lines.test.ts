import { type CaseEvent, chainEvent, type UnchainedEvent, verifyChain } from '@trade-matching/cases';
import { expect, test } from 'vitest';
import { AUDIT_CSV_HEAD, auditCsv, auditJson, auditLines } from './audit-lines.ts';

const facts = (bank_hash: string) => ({
  ...{ status: 'MISMATCHED', fields: ['notional'], critical: true, severity: 'critical' },
  seen: { bank_hash, counterparty_hash: 'c', differences_hash: 'd' },
});
const common = { case_id: 'case', at: '2026-11-23T09:00:00.000Z', actor: 'ana' };
const events: CaseEvent[] = [];
for (const event of [
  { ...common, event_id: '1', action: 'OPENED', facts: facts('b'), due_at: '2026-11-24T17:00:00.000Z' },
  { ...common, event_id: '2', action: 'COMMENTED', comment: '=1+1, "they said"\nand more' },
  { ...common, event_id: '3', action: 'CHANGED', facts: facts('b2') },
  { ...common, event_id: '4', action: 'CLOSED_AS_MISTAKEN', reason: 'DUPLICATE' },
]) {
  const before = events.at(-1);
  const head = before && { revision: before.sequence, head_hash: before.hash };
  events.push(chainEvent(event as unknown as UnchainedEvent, head));
}

test('each event of an export names the documents that were there when it happened', () => {
  const lines = auditLines(events).map((line) => JSON.parse(auditJson(line)));
  expect(lines.map(({ bank_document_hash }) => bank_document_hash)).toEqual(['b', 'b', 'b2', 'b2']);
  expect(lines.map(({ sequence, action, reason }) => [sequence, action, reason])).toEqual([
    [1, 'OPENED', null],
    [2, 'COMMENTED', null],
    [3, 'CHANGED', null],
    [4, 'CLOSED_AS_MISTAKEN', 'DUPLICATE'],
  ]);
  expect(lines[3].previous_hash).toBe(lines[2].hash);
});

test('an export is enough to check the chain without us', () => {
  const exported = auditLines(events).map((line) => JSON.parse(auditJson(line)).event as CaseEvent);
  const head = { revision: 4, head_hash: events.at(-1)?.hash ?? '' };
  expect(verifyChain(exported, head)).toEqual({ kind: 'intact', events: 4 });
});

test('a comment with quotes, commas and lines is one cell of CSV, and runs no formula', () => {
  const rows = auditLines(events).map(auditCsv);
  expect(AUDIT_CSV_HEAD.split(',')).toHaveLength(13);
  expect(rows[1]).toContain(`,COMMENTED,,"'=1+1, ""they said""\nand more",b,c,d,`);
  expect(rows[3]).toMatch(/^case,4,2026-11-23T09:00:00.000Z,ana,CLOSED_AS_MISTAKEN,DUPLICATE,,b2,c,d,/);
});
