import type { Source } from '@trade-matching/domain';
import { expect, test } from 'vitest';
import type { Reading } from '../values/readers.ts';
import { readBothSidesTrade } from './both-sides-trade.ts';

const NAMES: Readonly<Record<string, Source>> = {
  'the society': 'COUNTERPARTY',
  'the borrower': 'COUNTERPARTY',
  you: 'COUNTERPARTY',
  'the bank': 'BANK',
  'the hedging bank': 'BANK',
  we: 'BANK',
};

function taken(prose: string): [Reading, string][] {
  const all: [Reading, string][] = [];
  readBothSidesTrade(prose, { resolve: (text) => NAMES[text.toLowerCase()] }, (reading, literal) =>
    all.push([reading, literal]),
  );
  return all;
}

test.each([
  ['The Hedging Bank has sold and the Borrower has bought the cap.', 'BANK'],
  ['2. The Society sells, and the Bank buys, the floor.', 'COUNTERPARTY'],
  ['This is a letter. You have bought and we have sold this swaption. It is European.', 'BANK'],
  [
    '1. We record the swaption which the Society bought from the Bank on 16 June 2026. It is governed by English law.',
    'BANK',
  ],
  ['These are the terms of the floor that you have sold to the Bank.', 'COUNTERPARTY'],
  ['We have granted, while you have purchased, the option.', 'BANK'],
])('each side does the opposite of the other: %s', (prose, seller) => {
  const buyer = seller === 'BANK' ? 'COUNTERPARTY' : 'BANK';
  expect(taken(prose).map(([reading]) => reading)).toEqual([
    expect.objectContaining({ kind: 'fields', fields: { seller, buyer } }),
  ]);
});

test.each([
  'The Bank has sold and the Borrower has bought the cap for the first year only.',
  'The Bank has sold and the Borrower has bought the cap and the floor.',
  'The Bank has sold and the Borrower has bought the cap, and the Borrower has sold the floor.',
  'The Bank has sold and the Borrower has bought half of the cap.',
  'We record the swaption which the Society bought from the Bank on 16 June 2026 for half of its loans.',
  'We record the swaption which the Society bought from a third person on 16 June 2026.',
  'We record the swaption which the Society bought to the Bank.',
  'We record the floor that you sold to the Bank. We record the cap that you bought from the Bank.',
  'Subject to a knock-out at 4.5%, we record the swaption which the Society bought from the Bank.',
  'We record half of the swaption which the Society bought from the Bank on 16 June 2026.',
  'If the Bank has sold and the Borrower has bought the cap.',
  'The Bank has not sold and the Borrower has bought the cap.',
  'The Bank has sold and the Borrower has sold the cap.',
  'The Bank has sold and the Bank has bought the cap.',
  'The Bank has sold and a third person has bought the cap.',
  'The Bank has sold and the Borrower has bought the cap. The Borrower has sold and the Bank has bought the floor.',
])('nothing is said by a sentence with more, or by two that disagree: %s', (prose) => {
  expect(taken(prose)).toEqual([]);
});
