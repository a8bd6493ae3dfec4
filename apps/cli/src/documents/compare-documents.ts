import type {
  ComparedField,
  Difference,
  ExtractedTrade,
  Flag,
  MatchStatus,
  PairingRule,
  Refusal,
  Source,
} from '@trade-matching/domain';
import { choosePair, compareTrades, explainPair } from '@trade-matching/matching';
import type { ReadDocument } from './read-documents.ts';

/** What two documents say of each other, or which of them could not be read. */
export type Comparison =
  | { readonly kind: 'refused'; readonly refused: readonly (Refusal & { readonly file: string })[] }
  | {
      readonly kind: 'compared';
      /** UNMATCHED where no rule pairs them, CANCELLED where one calls its trade off: the service would not put them together. */
      readonly status: MatchStatus;
      readonly pairedBy: PairingRule | null;
      /** Not equal after normalisation. */
      readonly differences: readonly Difference[];
      /** Every field that either side prints. */
      readonly fields: readonly ComparedField[];
      readonly flags: readonly SidedFlag[];
    };

/** A flag with the document that raised it; one about the pair has none. */
export interface SidedFlag extends Flag {
  readonly source?: Source;
}

/** Pairs and compares two documents as the service does, save that nothing else stands to be chosen from. */
export function compareDocuments(bank: ReadDocument, counterparty: ReadDocument): Comparison {
  const [ours, theirs] = [bank.extraction, counterparty.extraction];
  if (ours.outcome === 'extracted' && theirs.outcome === 'extracted') {
    return compareExtracted(ours.extracted, theirs.extracted);
  }
  const refused = [bank, counterparty].flatMap(({ file, extraction }) =>
    extraction.outcome === 'refused' ? [{ file, ...extraction.refusal }] : [],
  );
  return { kind: 'refused', refused };
}

function compareExtracted(bank: ExtractedTrade, counterparty: ExtractedTrade): Comparison {
  const choice = choosePair(bank.trade, [{ id: 'counterparty', trade: counterparty.trade }]);
  const isCancelled = [bank, counterparty].some(({ document_kind }) => document_kind === 'CANCELLATION');
  const pairedBy = choice.kind === 'paired' && !isCancelled ? choice.rule : null;
  const result = compareTrades(bank, counterparty, pairedBy === null ? {} : { pairedBy });
  return {
    kind: 'compared',
    status: isCancelled ? 'CANCELLED' : pairedBy === null ? 'UNMATCHED' : result.status,
    pairedBy,
    differences: result.differences,
    fields: explainPair(bank, counterparty, result.differences),
    flags: result.flags.map((flag) => ({ ...flag, ...sourceOf(flag, bank, counterparty) })),
  };
}

function sourceOf(flag: Flag, bank: ExtractedTrade, counterparty: ExtractedTrade): { source?: Source } {
  if (bank.flags.includes(flag)) return { source: 'BANK' };
  return counterparty.flags.includes(flag) ? { source: 'COUNTERPARTY' } : {};
}
