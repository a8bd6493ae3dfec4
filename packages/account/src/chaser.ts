import { printable } from '@trade-matching/command-line/printable';
import type { ComparedField, MatchRecord, TradeField, TradeRecord } from '@trade-matching/domain';

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

/** By what the other side finds a trade in its books, in the order of a letter. */
const FINDING: readonly TradeField[] = [
  ...([
    'uti',
    'trade_date',
    'effective_date',
    'termination_date',
    'settlement_date',
    'far_settlement_date',
    'expiry_date',
  ] as const),
  ...(['notional', 'currency', 'notional_2', 'currency_2', 'number_of_shares', 'quantity'] as const),
];

/**
 * A letter to the counterparty about a trade of which one confirmation alone is here: ours, and they are asked for theirs; or
 * theirs, and they are asked what it is. By what they find it, as the document prints it, and nothing else of ours.
 */
export function allegedChaser({ source, trade, evidence }: Pick<TradeRecord, 'source' | 'trade' | 'evidence'>): string {
  const reference = trade.trade_id === undefined ? 'not stated' : printable(trade.trade_id);
  const other = trade.other_reference === undefined ? [] : [printable(trade.other_reference)];
  const product = trade.product.toLowerCase().replaceAll('_', ' ');
  const terms = FINDING.flatMap((field) => {
    const value = evidence[field]?.literal ?? trade[field];
    return value === undefined ? [] : [`  ${field.replaceAll('_', ' ')}: ${printable(value)}`];
  });
  if (source === 'BANK') {
    return [
      `Subject: Your confirmation of our reference ${reference} is missing`,
      '',
      `We have the ${product} below with you, and no confirmation of yours. Have you this trade?`,
      '',
      `Our reference: ${reference}`,
      ...other.map((each) => `Your reference, as far as we know: ${each}`),
      ...terms,
      '',
      'Please send your confirmation, or tell us that you do not know this trade.',
    ].join('\n');
  }
  return [
    `Subject: We do not find the trade of your reference ${reference}`,
    '',
    `You confirmed the ${product} below, and we find no such trade of ours.`,
    '',
    `Your reference: ${reference}`,
    ...other.map((each) => `Our reference, as you state it: ${each}`),
    ...terms,
    '',
    'Please tell us our reference and with whom you agreed it, or withdraw your confirmation.',
  ].join('\n');
}
