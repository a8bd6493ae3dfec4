import type { PairingRule } from '@trade-matching/domain';
import { BUILT_IN_PROFILES, choosePair, normaliseText, type Profiles, parseProfiles } from '@trade-matching/matching';
import { type Comparison, compareDocuments } from '../documents/compare-documents.ts';
import type { ReadDocument } from '../documents/read-documents.ts';
import type { ManifestPair } from './manifest.ts';

/** How one pair was compared, against what it may be called. */
export interface ScoredPair {
  readonly id: string;
  /** What it may be called; the first is what it should be. */
  readonly allowed: readonly string[];
  /** A match status, or REFUSED. */
  readonly status: string;
  /** The status is allowed, or is a REVIEW that names the term by which a pair to be mismatched differs. */
  readonly right: boolean;
  /** Called a match, though it may not be: the worst that can happen. */
  readonly false_green: boolean;
  /** It may be called a match. */
  readonly true_match: boolean;
  readonly paired_by: PairingRule | null;
  /** Chosen among all counterparty documents of the set: this one, another, several alike, or none. */
  readonly chosen: 'this' | 'another' | 'ambiguous' | 'none';
  readonly differences: readonly string[];
  /** Fields that should differ and do not, and the reverse. */
  readonly differences_missing: readonly string[];
  readonly differences_surplus: readonly string[];
  /** Why it is for review: the flags that say so, with their field. */
  readonly review: readonly string[];
  /** Why a side was refused. */
  readonly refused: readonly string[];
}

export interface PairScore {
  readonly pairs: number;
  readonly right: number;
  readonly false_green: number;
  readonly true_matches: number;
  readonly true_matches_green: number;
  readonly differences_right: number;
  /** Expected status → ours → how many. */
  readonly confusion: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

const GREEN: ReadonlySet<string> = new Set(['MATCHED', 'MATCHED_WITHIN_TOLERANCE']);

/** Profiles of a desk that confirms by summary. */
const AS_STATED: Profiles = parseProfiles('{"default":{"completeness":"as-stated"}}');

/**
 * A pair under the built-in profiles, and under those of a desk that confirms by summary where the manifest says what is
 * allowed then.
 *
 * @param read the documents by the manifest's path
 */
export function scorePair(
  pair: ManifestPair,
  read: ReadonlyMap<string, ReadDocument>,
  counterparties: ReadonlyMap<string, ReadDocument>,
): ScoredPair[] {
  const { allowed_as_stated: allowed, expected: _expected, ...rest } = pair;
  const byDefault = scoreUnder(BUILT_IN_PROFILES, pair, read, counterparties);
  if (allowed === undefined) return [byDefault];
  const asStated = { ...rest, id: `${pair.id} (as stated)`, allowed };
  return [byDefault, scoreUnder(AS_STATED, asStated, read, counterparties)];
}

function scoreUnder(
  profiles: Profiles,
  pair: ManifestPair,
  read: ReadonlyMap<string, ReadDocument>,
  counterparties: ReadonlyMap<string, ReadDocument>,
): ScoredPair {
  const [bank, counterparty] = [read.get(pair.bank ?? ''), read.get(pair.counterparty ?? '')];
  const comparison =
    bank && counterparty ? compareDocuments(bank, counterparty, profiles) : oneSided(bank ?? counterparty);
  const chosen = chooseAmong(bank, pair.counterparty ?? undefined, counterparties);
  const allowed = [...new Set([...(pair.expected === undefined ? [] : [pair.expected]), ...(pair.allowed ?? [])])];
  return { id: pair.id, allowed, chosen, ...outcomeOf(comparison, pair, allowed) };
}

function outcomeOf(comparison: Comparison, pair: ManifestPair, allowed: readonly string[]) {
  const true_match = allowed.some((status) => GREEN.has(status));
  if (comparison.kind === 'refused') {
    const refused = comparison.refused.map(({ file, reason, message }) => `${file}: ${reason}: ${message}`);
    const right = allowed.includes('REFUSED');
    return {
      ...{ status: 'REFUSED', right, false_green: false, true_match, paired_by: null, review: [], refused },
      ...differencesAgainst(pair, []),
    };
  }
  const { status, pairedBy, differences } = comparison;
  const fields = differences.filter(({ verdict }) => verdict !== 'NOT_COMPARED').map(({ field }) => field);
  return {
    status,
    right: allowed.includes(status) || isNamedReview(comparison, pair, allowed),
    false_green: GREEN.has(status) && !true_match,
    true_match,
    paired_by: pairedBy,
    review: reviewFlags(comparison).map(({ code, field }) => (field === undefined ? code : `${code} ${field}`)),
    refused: [],
    ...differencesAgainst(pair, fields),
  };
}

type Compared = Extract<Comparison, { kind: 'compared' }>;

function reviewFlags({ flags }: Compared) {
  return flags.filter(({ severity }) => severity === 'review');
}

/** Of a pair that differs: for review, with one of the terms named by which it differs. */
function isNamedReview(comparison: Compared, { diffs }: ManifestPair, allowed: readonly string[]): boolean {
  if (comparison.status !== 'REVIEW' || !allowed.includes('MISMATCHED')) return false;
  return diffs.some(({ field: term }) => {
    const words = normaliseText(term).split(' ');
    return reviewFlags(comparison).some(({ field, message }) => {
      const said = normaliseText(message).split(' ');
      return field === term || words.every((word) => said.includes(word));
    });
  });
}

/** A trade whose other side is not here is unmatched, if it can be read at all. */
function oneSided(document: ReadDocument | undefined): Comparison {
  if (document?.extraction.outcome === 'refused') {
    return { kind: 'refused', refused: [{ file: document.file, ...document.extraction.refusal }] };
  }
  return {
    kind: 'compared',
    status: 'UNMATCHED',
    pairedBy: null,
    differences: [],
    fields: [],
    otherTerms: [],
    flags: [],
  };
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
  for (const { allowed, status } of scored) {
    const expected = allowed.join(' or ');
    const row = confusion[expected] ?? {};
    row[status] = (row[status] ?? 0) + 1;
    confusion[expected] = row;
  }
  const count = (is: (pair: ScoredPair) => boolean) => scored.filter(is).length;
  return {
    pairs: scored.length,
    right: count(({ right }) => right),
    false_green: count(({ false_green }) => false_green),
    true_matches: count(({ true_match }) => true_match),
    true_matches_green: count(({ true_match, status }) => true_match && GREEN.has(status)),
    differences_right: count(
      ({ differences_missing, differences_surplus }) => differences_missing.length + differences_surplus.length === 0,
    ),
    confusion,
  };
}
