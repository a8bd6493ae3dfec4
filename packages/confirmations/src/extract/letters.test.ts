import {
  EXCHANGE_LETTERS,
  FORMS,
  PLAIN_LETTERS,
  ROLES,
  SWAP_LETTERS,
} from '@trade-matching/confirmation-samples/corpus';
import { plainPage } from '@trade-matching/confirmation-samples/pdf';
import type { Trade } from '@trade-matching/domain';
import { describe, expect, test } from 'vitest';
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
