import type { MatchRecord } from '@trade-matching/domain';
import { expect, test } from 'vitest';
import { notificationOfMatch } from './notifications.ts';

const match: MatchRecord = {
  match_id: 'm',
  bank_trade_key: '0f0f',
  bank_trade_id: 'HVB-0000523',
  bank_version: 1,
  bank_key: 'BANK/ours.pdf',
  counterparty_trade_key: 'f0f0',
  counterparty_trade_id: 'CP2-3674',
  counterparty_version: 1,
  counterparty_key: 'COUNTERPARTY/theirs.pdf',
  about: {
    product: 'INTEREST_RATE_SWAP',
    counterparty_name: 'Alder Ridge Trust Company, N.A.',
    currency: 'USD',
    notional: '35000000.00',
    trade_date: '2026-10-19',
  },
  status: 'MISMATCHED',
  paired_by: 'reference',
  differences: [
    { field: 'fixed_rate', bank: '2.4', counterparty: '2.67', tolerance: '1 bp', verdict: 'DIFFERENT', delta: '0.27' },
  ],
  flags: [],
  other_terms: [{ key: 'break', label: 'Break clause', bank: 'on 21 October 2031', verdict: 'ONE_SIDED' }],
  updated_at: '2026-11-23T10:00:00.000Z',
};

test('a mail says which trade it is, what differs and where to open it', () => {
  const { subject, text } = notificationOfMatch(match);
  expect(subject).toMatchInlineSnapshot(
    `"MISMATCHED HVB-0000523 / CP2-3674: fixed_rate, Break clause, Alder Ridge Trust Company, ..."`,
  );
  expect(text).toMatchInlineSnapshot(`
    "The two confirmations do not agree: HVB-0000523 (ours) and CP2-3674 (theirs).

    interest rate swap, USD 35,000,000.00, with Alder Ridge Trust Company, N.A., of 2026-10-19

    term                          ours                          theirs                        apart by
    fixed_rate                    2.4                           2.67                          0.27, tolerance 1 bp
    Break clause                  on 21 October 2031            -

    Ours: BANK/ours.pdf
    Theirs: COUNTERPARTY/theirs.pdf

    Open it: npm run -s cli -- trade 0f0f"
  `);
});

test('a subject that is too long loses the product before the references', () => {
  const { subject } = notificationOfMatch({
    ...match,
    counterparty_trade_id: 'A REFERENCE OF FORTY CHARACTERS, OR MORE',
  });
  expect(subject.length).toBeLessThan(100);
  expect(subject).toContain('MISMATCHED HVB-0000523 / A REFERENCE OF FORTY CHARACTERS, OR MORE');
});

test('a match from before the summary was kept is told of by its files', () => {
  const { about: _about, bank_trade_id: _reference, ...old } = match;
  expect(notificationOfMatch(old).subject).toContain('MISMATCHED ours.pdf / CP2-3674');
});
