import { printable } from '@trade-matching/command-line/printable';
import type { ComparedField, MatchRecord } from '@trade-matching/domain';

interface Term {
  readonly term: string;
  readonly ours: string | undefined;
  readonly theirs: string | undefined;
}

/**
 * A letter to the counterparty about a pair: both references, the terms that differ, and both values as each document
 * prints them. Nothing else of ours: no keys, tolerances, names or comments. Undefined where nothing differs.
 */
export function chaser(match: MatchRecord, fields: readonly ComparedField[]): string | undefined {
  const terms = termsOf(match, fields);
  if (terms.length === 0) return undefined;
  const [ours, theirs] = [match.bank_trade_id, match.counterparty_trade_id].map((each) =>
    each === undefined ? 'not stated' : printable(each),
  );
  return [
    `Subject: Confirmations that differ: your reference ${theirs}, our reference ${ours}`,
    '',
    'Our confirmation and yours of this trade do not agree.',
    '',
    `Your reference: ${theirs}`,
    `Our reference: ${ours}`,
    ...terms.flatMap(({ term, ...values }) => [
      ...['', printable(term)],
      `  yours: ${printable(values.theirs ?? 'not stated')}`,
      `  ours:  ${printable(values.ours ?? 'not stated')}`,
    ]),
    '',
    'Please confirm our values, send an amended confirmation, or tell us what is wrong in ours.',
  ].join('\n');
}

function termsOf({ other_terms = [] }: MatchRecord, fields: readonly ComparedField[]): Term[] {
  const different = fields.filter(({ verdict }) => verdict === 'DIFFERENT');
  return [
    ...different.map(({ field, bank, counterparty, bank_literal, counterparty_literal }) => ({
      ...{ term: field.replaceAll('_', ' '), ours: bank_literal ?? bank, theirs: counterparty_literal ?? counterparty },
    })),
    ...other_terms.map(({ label, bank, counterparty }) => ({ term: label, ours: bank, theirs: counterparty })),
  ];
}
