import {
  type Difference,
  type ExtractedTrade,
  type Flag,
  type MatchResult,
  type MatchStatus,
  type PairingRule,
  type Refusal,
  type Source,
  TRADE_FIELDS,
  type TradeField,
  type Verdict,
} from '@trade-matching/domain';
import { choosePair, compareTrades, DEFAULT_PROFILE, describeTolerance } from '@trade-matching/matching';
import type { ReadDocument } from './read-documents.ts';

/** What two documents say of each other, or which of them could not be read. */
export type Comparison =
  | { readonly kind: 'refused'; readonly refused: readonly (Refusal & { readonly file: string })[] }
  | {
      readonly kind: 'compared';
      /** UNMATCHED where no rule pairs them, whatever the fields say: the service would not put them together. */
      readonly status: MatchStatus;
      readonly pairedBy: PairingRule | null;
      /** Not equal after normalisation. */
      readonly differences: readonly Difference[];
      /** Every field that either side prints. */
      readonly fields: readonly ComparedField[];
      readonly flags: readonly SidedFlag[];
    };

export interface ComparedField {
  readonly field: TradeField | 'product';
  readonly bank?: string;
  readonly counterparty?: string;
  readonly tolerance: string;
  readonly verdict: Verdict;
  readonly delta?: string;
}

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
  const pairedBy = choice.kind === 'paired' ? choice.rule : null;
  const result = compareTrades(bank, counterparty, pairedBy === null ? {} : { pairedBy });
  return {
    kind: 'compared',
    status: pairedBy === null ? 'UNMATCHED' : result.status,
    pairedBy,
    differences: result.differences,
    fields: comparedFields(bank, counterparty, result),
    flags: result.flags.map((flag) => ({ ...flag, ...sourceOf(flag, bank, counterparty) })),
  };
}

function comparedFields(bank: ExtractedTrade, counterparty: ExtractedTrade, result: MatchResult): ComparedField[] {
  const differences = new Map(result.differences.map((difference) => [difference.field, difference]));
  const fields: ComparedField[] = [];
  for (const field of ['product', ...TRADE_FIELDS] as const) {
    const [ours, theirs] = [bank.trade[field], counterparty.trade[field]];
    const difference = differences.get(field);
    if (difference) fields.push(difference);
    else if (ours !== undefined || theirs !== undefined) {
      const isCompared = ours !== undefined && theirs !== undefined && !isInformational(field);
      fields.push({
        field,
        ...(ours === undefined ? {} : { bank: ours }),
        ...(theirs === undefined ? {} : { counterparty: theirs }),
        tolerance: field === 'product' ? 'exact' : describeTolerance(DEFAULT_PROFILE[field].tolerance),
        verdict: isCompared ? 'EQUAL' : 'NOT_COMPARED',
      });
    }
  }
  return fields;
}

function isInformational(field: TradeField | 'product'): boolean {
  return field !== 'product' && DEFAULT_PROFILE[field].weight === 'informational';
}

function sourceOf(flag: Flag, bank: ExtractedTrade, counterparty: ExtractedTrade): { source?: Source } {
  if (bank.flags.includes(flag)) return { source: 'BANK' };
  return counterparty.flags.includes(flag) ? { source: 'COUNTERPARTY' } : {};
}
