import type { TradeMatch } from '@trade-matching/domain';
import { BUILT_IN_PROFILES, profileIdentity } from '@trade-matching/matching';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Book, type Books, ours, startBooks, theirs, tied } from './books.ts';

let books: Books;
beforeAll(async () => {
  books = await startBooks();
});
afterAll(() => books?.close());

async function matchesOf(book: Book, key: string): Promise<TradeMatch[]> {
  const matches: TradeMatch[] = [];
  for await (const match of book.store.matches(key)) matches.push(match);
  return matches;
}

/** What both sides must say alike of their matches. */
const common = ({ match_id, status, paired_by, basis, from, until, ended_by }: TradeMatch) => ({
  ...{ match_id, status, paired_by, basis, from, until, ended_by },
});

describe('a pair that the bank amends and then cancels', () => {
  test('is listed by both sides alike: from, until, cause, profile, and both documents', async () => {
    const book = await books.open();
    const a = await book.arrive(ours, 0);
    const b = await book.arrive(tied, 1);
    const [standing, ...others] = await matchesOf(book, a);
    expect(others).toEqual([]);
    const first = await book.store.match((await book.existing(a)).match_id ?? '');
    expect(standing).toMatchObject({ match_id: first?.match_id, from: first?.updated_at, other_reference: 'THEIRS-2' });
    expect(standing).not.toHaveProperty('until');
    await book.arrive({ ...ours, notional: '5.00' }, 2, 'AMENDMENT');
    await book.arrive({ ...ours, notional: '5.00' }, 3, 'CANCELLATION');
    const [bank, counterparty] = [await matchesOf(book, a), await matchesOf(book, b)];
    expect(bank).toHaveLength(2);
    expect(bank.map(common)).toEqual(counterparty.map(common));
    const identity = profileIdentity([ours, tied], BUILT_IN_PROFILES);
    expect(bank).toMatchObject([
      {
        status: expect.stringMatching(/^MATCHED/),
        ended_by: { cause: 'AMENDED', source: 'BANK', document_hash: expect.stringMatching(/^OURS-1-2/) },
        basis: {
          profile: identity,
          bank: {
            version: 1,
            document_hash: expect.stringMatching(/^OURS-1-0/),
            read_by: expect.stringMatching(/^\d/),
          },
          counterparty: { version: 1, document_hash: expect.stringMatching(/^THEIRS-2-1/) },
        },
      },
      {
        status: 'MISMATCHED',
        fields: ['notional'],
        ended_by: { cause: 'CANCELLED', source: 'BANK', document_hash: expect.stringMatching(/^OURS-1-3/) },
        basis: { bank: { version: 2 }, counterparty: { version: 1 } },
      },
    ]);
    // One follows the other: no two of a trade stand at one time.
    expect(bank[0]?.until && bank[1] && bank[0].until <= bank[1].from).toBe(true);
    for (const { from, until = '' } of bank) expect(from < until).toBe(true);
  });

  test('says that a person parted it, and that a better pair came', async () => {
    const book = await books.open();
    const [a, b] = [await book.arrive(ours, 0), await book.arrive(tied, 1)];
    await book.decide('never', a, b);
    expect(await matchesOf(book, b)).toMatchObject([{ ended_by: { cause: 'DECISION' } }]);
    const other = await books.open();
    const [c, d] = [await other.arrive(ours, 0), await other.arrive(theirs, 1)];
    await other.decide('forced', c, d);
    await other.arrive(tied, 2);
    await other.decide('by_rules', c, d);
    expect((await matchesOf(other, d)).map(({ ended_by }) => ended_by)).toEqual([{ cause: 'PAIRED_OTHERWISE' }]);
    expect(await matchesOf(other, c)).toHaveLength(2);
  });
});

test('the hash of a profile is the same for the same rules, and another for any other rule', () => {
  const { hash, name } = profileIdentity([ours, tied], BUILT_IN_PROFILES);
  expect(hash).toMatch(/^[\da-f]{64}$/);
  expect(name).toMatch(/default$/);
  expect(profileIdentity([tied, ours], structuredClone(BUILT_IN_PROFILES))).toEqual({ name, hash });
  const layer = { name: ours.counterparty_name ?? '', fields: { notional: { weight: 'economic' as const } } };
  const changed = profileIdentity([ours, tied], { ...BUILT_IN_PROFILES, counterparties: [layer] });
  expect(changed.hash).not.toBe(hash);
  expect(changed.name).toBe(`${layer.name} over ${name}`);
});
