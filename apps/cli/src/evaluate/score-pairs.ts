import type { PairingRule } from '@trade-matching/domain';
import { choosePair } from '@trade-matching/matching';
import { compareDocuments } from '../documents/compare-documents.ts';
import type { ReadDocument } from '../documents/read-documents.ts';
import type { ManifestPair } from './manifest.ts';

/** How one pair was compared, against what was expected. */
export interface ScoredPair {
  readonly id: string;
  readonly expected: string;
  /** A match status, or REFUSED. */
  readonly status: string;
  readonly right: boolean;
  readonly paired_by: PairingRule | null;
  /** Chosen among all counterparty documents of the set: this one, another, several alike, or none. */
  readonly chosen: 'this' | 'another' | 'ambiguous' | 'none';
  readonly differences: readonly string[];
  /** Fields that should differ and do not, and the reverse. */
  readonly differences_missing: readonly string[];
  readonly differences_surplus: readonly string[];
  /** Why a side was refused. */
  readonly refused: readonly string[];
}

export interface PairScore {
  readonly pairs: number;
  readonly right: number;
  readonly differences_right: number;
  /** Expected status → ours → how many. */
  readonly confusion: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** The manifest's word for a status, as ours. */
export function expectedStatus(expected: string): string {
  const word = expected.trim().toUpperCase().replace(/\W+/g, '_');
  return word === 'MATCHED_WITH_REVIEW' ? 'REVIEW' : word;
}

/** @param read the documents by the manifest's path */
export function scorePair(
  pair: ManifestPair,
  read: ReadonlyMap<string, ReadDocument>,
  counterparties: ReadonlyMap<string, ReadDocument>,
): ScoredPair {
  const expected = expectedStatus(pair.expected);
  const [bank, counterparty] = [read.get(pair.bank ?? ''), read.get(pair.counterparty ?? '')];
  const comparison = bank && counterparty ? compareDocuments(bank, counterparty) : oneSided(bank ?? counterparty);
  const chosen = chooseAmong(bank, pair.counterparty ?? undefined, counterparties);
  if (comparison.kind === 'refused') {
    const refused = comparison.refused.map(({ file, reason, message }) => `${file}: ${reason}: ${message}`);
    return {
      ...{ id: pair.id, expected, status: 'REFUSED', right: expected === 'REFUSED', paired_by: null, chosen, refused },
      ...differencesAgainst(pair, []),
    };
  }
  const { status, pairedBy, differences } = comparison;
  const fields = differences.filter(({ verdict }) => verdict !== 'NOT_COMPARED').map(({ field }) => field);
  return {
    ...{ id: pair.id, expected, status, right: status === expected, paired_by: pairedBy, chosen, refused: [] },
    ...differencesAgainst(pair, fields),
  };
}

/** A trade whose other side is not here is unmatched, if it can be read at all. */
function oneSided(document: ReadDocument | undefined): ReturnType<typeof compareDocuments> {
  if (document?.extraction.outcome === 'refused') {
    return { kind: 'refused', refused: [{ file: document.file, ...document.extraction.refusal }] };
  }
  return { kind: 'compared', status: 'UNMATCHED', pairedBy: null, differences: [], fields: [], flags: [] };
}

function chooseAmong(
  bank: ReadDocument | undefined,
  counterpartyPath: string | undefined,
  counterparties: ReadonlyMap<string, ReadDocument>,
): ScoredPair['chosen'] {
  if (bank?.extraction.outcome !== 'extracted') return 'none';
  const candidates = [...counterparties].flatMap(([id, { extraction }]) =>
    extraction.outcome === 'extracted' ? [{ id, trade: extraction.extracted.trade }] : [],
  );
  const choice = choosePair(bank.extraction.extracted.trade, candidates);
  if (choice.kind !== 'paired') return choice.kind;
  return choice.candidate.id === counterpartyPath ? 'this' : 'another';
}

function differencesAgainst({ diffs }: ManifestPair, fields: readonly string[]) {
  const expected = diffs.map(({ field }) => field);
  return {
    differences: fields,
    differences_missing: expected.filter((field) => !fields.includes(field)),
    differences_surplus: fields.filter((field) => !expected.includes(field)),
  };
}

export function scorePairs(scored: readonly ScoredPair[]): PairScore {
  const confusion: Record<string, Record<string, number>> = {};
  for (const { expected, status } of scored) {
    const row = confusion[expected] ?? {};
    row[status] = (row[status] ?? 0) + 1;
    confusion[expected] = row;
  }
  return {
    pairs: scored.length,
    right: scored.filter(({ right }) => right).length,
    differences_right: scored.filter(
      ({ differences_missing, differences_surplus }) => differences_missing.length + differences_surplus.length === 0,
    ).length,
    confusion,
  };
}
