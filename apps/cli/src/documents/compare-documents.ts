import type {
  ComparedField,
  Difference,
  ExtractedTrade,
  Flag,
  MatchStatus,
  OtherTermDifference,
  PairingRule,
  Refusal,
  Source,
} from '@trade-matching/domain';
import {
  BUILT_IN_PROFILES,
  choosePair,
  chooseProfile,
  compareTrades,
  explainPair,
  type Profiles,
} from '@trade-matching/matching';
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
      /** Terms without a field on which they do not agree. */
      readonly otherTerms: readonly OtherTermDifference[];
      readonly flags: readonly SidedFlag[];
    };

/** A flag with the document that raised it; one about the pair has none. */
export interface SidedFlag extends Flag {
  readonly source?: Source;
}

/** Pairs and compares two documents as the service does, save that nothing else stands to be chosen from. */
export function compareDocuments(
  bank: ReadDocument,
  counterparty: ReadDocument,
  profiles: Profiles = BUILT_IN_PROFILES,
): Comparison {
  const [ours, theirs] = [bank.extraction, counterparty.extraction];
  if (ours.outcome === 'extracted' && theirs.outcome === 'extracted') {
    return compareExtracted(ours.extracted, theirs.extracted, profiles);
  }
  const refused = [bank, counterparty].flatMap(({ file, extraction }) =>
    extraction.outcome === 'refused' ? [{ file, ...extraction.refusal }] : [],
  );
  return { kind: 'refused', refused };
}

function compareExtracted(bank: ExtractedTrade, counterparty: ExtractedTrade, profiles: Profiles): Comparison {
  const choice = choosePair(bank.trade, [{ id: 'counterparty', trade: counterparty.trade }]);
  const isCancelled = [bank, counterparty].some(({ document_kind }) => document_kind === 'CANCELLATION');
  const pairedBy = choice.kind === 'paired' && !isCancelled ? choice.rule : null;
  const profile = chooseProfile([bank.trade, counterparty.trade], profiles);
  const result = compareTrades(bank, counterparty, { profile, ...(pairedBy === null ? {} : { pairedBy }) });
  return {
    kind: 'compared',
    status: isCancelled ? 'CANCELLED' : pairedBy === null ? 'UNMATCHED' : result.status,
    pairedBy,
    differences: result.differences,
    fields: explainPair(bank, counterparty, result.differences, profile),
    otherTerms: result.other_terms,
    // The bank's own come first, then the counterparty's, then those of the pair.
    flags: result.flags.map((flag, at) => {
      if (at < bank.flags.length) return { ...flag, source: 'BANK' };
      return at < bank.flags.length + counterparty.flags.length ? { ...flag, source: 'COUNTERPARTY' } : flag;
    }),
  };
}
