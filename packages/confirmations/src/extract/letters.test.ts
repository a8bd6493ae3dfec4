import type { Trade } from '@trade-matching/domain';
import { describe, expect, test } from 'vitest';
import { EXCHANGE_LETTERS } from '../corpus/exchange-letters.ts';
import { FORMS } from '../corpus/forms.ts';
import { ROLES } from '../corpus/forms-by-role.ts';
import { PLAIN_LETTERS } from '../corpus/plain-letters.ts';
import { plainPage } from '../corpus/plain-page.ts';
import { SWAP_LETTERS } from '../corpus/swap-letters.ts';
import { readConfirmation } from './read-confirmation.ts';

describe('a confirmation of another bank', () => {
  test.each([...EXCHANGE_LETTERS, ...SWAP_LETTERS, ...PLAIN_LETTERS, ...FORMS, ...ROLES])(
    '$name',
    async ({ source, text, says, saysNot = [] }) => {
      const extraction = await readConfirmation(plainPage(text), source);
      if (extraction.outcome !== 'extracted') throw new Error(extraction.refusal.message);
      const { trade, flags } = extraction.extracted;
      const read = Object.fromEntries(Object.keys(says).map((field) => [field, trade[field as keyof Trade]]));
      expect(read).toEqual(says);
      expect(flags.filter(({ code }) => code !== 'INVALID_LEI')).toEqual([]);
      for (const field of saysNot) expect(trade[field]).toBeUndefined();
    },
  );
});
