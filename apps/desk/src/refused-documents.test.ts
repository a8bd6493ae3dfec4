import { REASONS } from '@trade-matching/domain';
import { expect, test } from 'vitest';
import { newCopyLetter, REASON_TEXTS } from './refused-documents.ts';

test('every reason is said in a sentence that names no code', () => {
  for (const reason of REASONS) expect(REASON_TEXTS[reason]).toMatch(/^[A-Z][^_]+\.$/);
});

test('a letter for a new copy says the name and the cause, without the folder and what disguises a name', () => {
  const letter = newCopyLetter({ key: 'COUNTERPARTY/2026/x\u202efdp.pdf', reason: 'ENCRYPTED_PDF' });
  expect(letter).toContain('x?fdp.pdf');
  expect(letter).not.toContain('COUNTERPARTY');
  expect(letter).toContain('takes a password');
});
