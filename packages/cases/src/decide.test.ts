import { describe, expect, test } from 'vitest';
import type { CaseCommand } from './case-command.ts';
import type { BreakFacts, BreakOrigin } from './case-event.ts';
import type { CaseRecord } from './case-record.ts';
import { chainEvent } from './chain.ts';
import { decide } from './decide.ts';
import { differencesHash } from './differences-hash.ts';
import { applyEvent } from './fold.ts';

const pair = { bank_trade_key: 'ours', counterparty_trade_key: 'theirs' };
const origin: BreakOrigin = {
  ...{ subject: { kind: 'MATCH', id: 'm' }, ...pair, product: 'INTEREST_RATE_SWAP', centres: ['GBLO'] },
};
const alleged: BreakOrigin = { subject: { kind: 'TRADE', id: 'ours' }, bank_trade_key: 'ours', centres: ['GBLO'] };
const seen = { bank_hash: 'b', counterparty_hash: 'c', differences_hash: 'd' };
const critical: BreakFacts = {
  ...{ status: 'MISMATCHED', seen, fields: ['notional'], critical: true, severity: 'critical' },
};
const minor: BreakFacts = { ...critical, fields: ['lookback'], critical: false, severity: 'minor' };

type Told = Pick<CaseCommand, 'command'> & Readonly<Record<string, unknown>>;
let next = 0;

/** What one person after another did, in hours from the opening; the refusal of the last, or the case. */
function tell(facts: BreakFacts, steps: readonly Told[], of: BreakOrigin = origin): CaseRecord | string {
  let record: CaseRecord | undefined;
  for (const step of [{ command: 'open', actor: 'system', origin: of, facts }, ...steps]) {
    const { hours = 0, ...rest } = step as Told & { hours?: number };
    const at = new Date(Date.parse('2026-11-23T09:00:00.000Z') + hours * 3_600_000).toISOString();
    const common = { case_id: 'case', event_id: `e${++next}`, at, actor: 'ana', reason: 'OTHER', comment: 'why' };
    const proposal = record?.proposal?.id ?? 'none';
    const decided = decide(record, {
      ...common,
      seen: record?.facts.seen,
      proposal,
      ...rest,
    } as unknown as CaseCommand);
    if (decided.kind === 'refused') return decided.code;
    record = applyEvent(record, chainEvent(decided.event, record));
  }
  return record ?? 'none';
}

const ANA = { actor: 'ana' };
const BEN = { actor: 'ben' };
const amended = { ...critical, seen: { ...seen, bank_hash: 'b2' } };

describe('an acceptance', () => {
  test('of what is not critical takes one person', () => {
    expect(tell(minor, [{ command: 'accept' }])).toMatchObject({
      ...{ state: 'RESOLVED', resolution: 'ACCEPTED', acceptance: { by: 'ana', seen } },
    });
  });

  test('of what is critical takes a second person', () => {
    expect(tell(critical, [{ command: 'accept' }])).toMatchObject({ state: 'PROPOSED', proposal: { by: 'ana' } });
    expect(tell(critical, [{ command: 'accept' }, { command: 'approve', ...BEN }])).toMatchObject({
      ...{ state: 'RESOLVED', resolution: 'ACCEPTED', acceptance: { by: 'ana', approved_by: 'ben' } },
    });
    expect(tell(critical, [{ command: 'accept' }, { command: 'approve', ...ANA }])).toBe('own_proposal');
  });

  test('is of what the person saw, and of nothing newer', () => {
    expect(tell(minor, [{ command: 'accept', seen: { ...seen, differences_hash: 'older' } }])).toBe('case_changed');
    const between = [{ command: 'accept' }, { command: 'change', facts: amended, actor: 'system' }] as const;
    expect(tell(critical, [...between, { command: 'approve', ...BEN, proposal: 'e1' }])).toBe('case_changed');
  });

  test('of a revision that is not the last is refused, like any other command', () => {
    for (const command of ['accept', 'reject', 'close'] as const) {
      expect(tell(minor, [{ command: 'comment' }, { command, revision: 1 }]), command).toBe('case_changed');
      expect(tell(minor, [{ command: 'comment' }, { command, revision: 2 }]), command).toMatchObject({ revision: 3 });
    }
  });

  test('ends with either document, or the differences, and the case says why it is open again', () => {
    const decided = [{ command: 'accept' }, { command: 'approve', ...BEN }] as const;
    const after = (facts: BreakFacts) => tell(critical, [...decided, { command: 'change', actor: 'system', facts }]);
    for (const change of [{ bank_hash: 'b2' }, { counterparty_hash: 'c2' }]) {
      expect(after({ ...critical, seen: { ...seen, ...change } })).toMatchObject({
        ...{ state: 'OPEN', open_cause: 'DOCUMENTS_CHANGED', breached: false },
      });
    }
    const differs = after({ ...critical, seen: { ...seen, differences_hash: 'd2' } });
    expect(differs).toMatchObject({ state: 'OPEN', open_cause: 'DIFFERENCES_CHANGED' });
    expect(differs).not.toHaveProperty('acceptance');
  });

  test('by one person ends where the difference becomes critical', () => {
    const facts = { ...minor, critical: true };
    expect(tell(minor, [{ command: 'accept' }, { command: 'change', actor: 'system', facts }])).toMatchObject({
      ...{ state: 'OPEN', open_cause: 'DIFFERENCES_CHANGED' },
    });
  });

  test('that nobody approves in time ends, and cannot be approved later', () => {
    const late = { hours: 24 * 7 };
    expect(tell(critical, [{ command: 'accept' }, { command: 'approve', ...BEN, ...late }])).toBe('proposal_expired');
    expect(tell(critical, [{ command: 'accept' }, { command: 'expire', actor: 'system' }])).toBe('not_due');
    expect(tell(critical, [{ command: 'accept' }, { command: 'expire', actor: 'system', ...late }])).toMatchObject({
      ...{ state: 'OPEN', open_cause: 'APPROVAL_EXPIRED' },
    });
  });

  test('that is refused opens the case again', () => {
    expect(tell(critical, [{ command: 'accept' }, { command: 'refuse', ...BEN }])).toMatchObject({
      ...{ state: 'OPEN', open_cause: 'APPROVAL_REFUSED' },
    });
  });
});

test('a rejected case waits for the counterparty, and is open again with its new document', () => {
  const rejected = { command: 'reject' } as const;
  expect(tell(critical, [rejected])).toMatchObject({ state: 'WAITING' });
  expect(tell(critical, [rejected, { command: 'change', actor: 'system', facts: amended }])).toMatchObject({
    ...{ state: 'OPEN', open_cause: 'DOCUMENTS_CHANGED' },
  });
});

test('a case whose documents agree is resolved, and keeps no acceptance', () => {
  const facts: BreakFacts = { ...minor, status: 'MATCHED', seen: { ...seen, differences_hash: 'none' }, fields: [] };
  const agreed = tell(minor, [{ command: 'accept' }, { command: 'change', actor: 'system', facts }]);
  expect(agreed).toMatchObject({ state: 'RESOLVED', resolution: 'AGREED' });
  expect(agreed).not.toHaveProperty('acceptance');
});

test('two trades are paired or parted by the case that they are of', () => {
  expect(tell(minor, [{ command: 'forbid_pair', pair }])).toMatchObject({ resolution: 'PAIR_FORBIDDEN', pair });
  expect(tell(minor, [{ command: 'forbid_pair', pair: { ...pair, bank_trade_key: 'another' } }])).toBe('not_possible');
  const unmatched: BreakFacts = { ...minor, status: 'UNMATCHED' };
  expect(tell(unmatched, [{ command: 'force_pair', pair }], alleged)).toMatchObject({ resolution: 'PAIR_FORCED' });
  const others = { bank_trade_key: 'x', counterparty_trade_key: 'y' };
  expect(tell(unmatched, [{ command: 'force_pair', pair: others }], alleged)).toBe('not_possible');
  expect(tell(unmatched, [{ command: 'accept' }], alleged)).toBe('not_possible');
});

test('a person gives a reason, and OTHER needs a comment', () => {
  expect(tell(minor, [{ command: 'accept', reason: undefined }])).toBe('reason_missing');
  expect(tell(minor, [{ command: 'accept', reason: 'WITHDRAWN' }])).toBe('reason_missing');
  expect(tell(minor, [{ command: 'accept', comment: ' ' }])).toBe('comment_missing');
  expect(tell(minor, [{ command: 'comment', comment: 'x'.repeat(4_001) }])).toBe('comment_too_long');
});

test('the system decides nothing', () => {
  for (const command of ['accept', 'approve', 'close', 'reopen', 'reject'] as const) {
    expect(tell(minor, [{ command, actor: 'system' }])).toBe('person_needed');
  }
});

test('a breach is told once for a due time, and not of a case that is resolved', () => {
  const breach = { command: 'breach', actor: 'system', hours: 24 * 30 } as const;
  expect(tell(minor, [{ ...breach, hours: 1 }])).toBe('not_due');
  expect(tell(minor, [breach])).toMatchObject({ breached: true });
  expect(tell(minor, [breach, breach])).toBe('unchanged');
  expect(tell(minor, [{ command: 'close' }, breach])).toBe('unchanged');
  expect(tell(minor, [breach, { command: 'close' }, { command: 'reopen' }, breach])).toMatchObject({ breached: true });
});

test('the hash of the differences is the same in whatever order they are listed, and another for any other value', () => {
  const rate = {
    field: 'fixed_rate',
    bank: '3.75',
    counterparty: '3.57',
    tolerance: 'exact',
    verdict: 'DIFFERENT',
  } as const;
  const name = { field: 'lookback', bank: 'a', counterparty: 'b', tolerance: 'exact', verdict: 'DIFFERENT' } as const;
  const hash = (...differences: (typeof rate | typeof name)[]) =>
    differencesHash({ status: 'MISMATCHED', differences: differences.map((each) => ({ ...each })) });
  expect(hash(rate, name)).toBe(hash(name, rate));
  expect(hash(rate)).not.toBe(hash(rate, name));
  const other = { ...rate, counterparty: '3.58' };
  expect(differencesHash({ status: 'MISMATCHED', differences: [other] })).not.toBe(hash(rate));
  expect(differencesHash({ status: 'REVIEW', differences: [rate] })).not.toBe(hash(rate));
});
