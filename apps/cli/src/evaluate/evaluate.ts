import path from 'node:path';
import type { Terminal } from '@trade-matching/command-line';
import { findDocuments } from '../documents/find-documents.ts';
import { type ReadDocument, readDocuments } from '../documents/read-documents.ts';
import { type JudgedFile, judgeFile } from './judge-file.ts';
import { isAccepted, type Manifest, type ManifestDocument, sourceOf } from './manifest.ts';
import { type FieldScore, type ScoredField, scoreDocument, scoreFields, type Totals, totals } from './score-fields.ts';
import { type PairScore, type ScoredPair, scorePair, scorePairs } from './score-pairs.ts';

/** How well the documents of a set are read and compared. */
export interface Evaluation {
  readonly documents: {
    readonly files: number;
    /** Those that have to be read. */
    readonly to_read: number;
    /** Of these: a trade came of it, in full or in part. */
    readonly read: number;
    /** Of those read: flagged INCOMPLETE. */
    readonly partial: number;
    readonly refused: readonly { readonly file: string; readonly reason: string; readonly message: string }[];
    readonly seconds: number;
  };
  readonly fields: readonly FieldScore[];
  readonly totals: Totals;
  /** Every field that was not read right. */
  readonly misread: readonly (ScoredField & { readonly file: string })[];
  readonly pairs: PairScore & { readonly each: readonly ScoredPair[] };
  readonly odd: { readonly files: number; readonly right: number; readonly each: readonly JudgedFile[] };
}

/**
 * Reads every document of the manifest and holds it to its truth: the fields of those to be accepted, the status of
 * each pair, and the outcome of each odd file.
 *
 * @throws {WrongUsageError} naming the documents that are not there
 */
export async function evaluate(
  folder: string,
  manifest: Manifest,
  { stop, progress }: Pick<Terminal, 'stop' | 'progress'>,
): Promise<Evaluation> {
  const started = performance.now();
  const read = await readAll(folder, manifest.documents, { stop, progress });
  const seconds = (performance.now() - started) / 1000;

  const accepted = manifest.documents.filter(isAccepted);
  const scored = accepted.flatMap((document) => scoreOf(document, read).map((s) => ({ file: document.path, ...s })));
  const refused = accepted.flatMap(({ path: file }) => {
    const extraction = read.get(file)?.extraction;
    return extraction?.outcome === 'refused' ? [{ file, ...extraction.refusal }] : [];
  });
  const partial = accepted.filter(({ path: file }) => isPartial(read.get(file)));
  const counterparties = new Map(
    manifest.pairs.flatMap(({ counterparty }) => {
      const document = read.get(counterparty ?? '');
      return counterparty && document ? [[counterparty, document] as const] : [];
    }),
  );
  const pairs = manifest.pairs.flatMap((pair) => scorePair(pair, read, counterparties));
  const odd = manifest.documents.filter(isOdd).flatMap((document) => {
    const found = read.get(document.path);
    return found ? [judgeFile(document, found, scoreOf(document, read))] : [];
  });
  return {
    documents: {
      files: read.size,
      to_read: accepted.length,
      read: accepted.length - refused.length,
      partial: partial.length,
      refused,
      seconds,
    },
    fields: scoreFields(scored),
    totals: totals(scored, new Set(refused.map(({ file }) => file))),
    misread: scored.filter(({ verdict }) => verdict !== 'right'),
    pairs: { ...scorePairs(pairs), each: pairs },
    odd: { files: odd.length, right: odd.filter(({ verdict }) => verdict === 'right').length, each: odd },
  };
}

function isPartial(document: ReadDocument | undefined): boolean {
  if (document?.extraction.outcome !== 'extracted') return false;
  return document.extraction.extracted.flags.some(({ code }) => code === 'INCOMPLETE');
}

function isOdd(document: ManifestDocument): boolean {
  return !isAccepted(document) || /^special\b/.test(document.kind);
}

function scoreOf(document: ManifestDocument, read: ReadonlyMap<string, ReadDocument>): ScoredField[] {
  const found = read.get(document.path);
  return found && document.truth ? scoreDocument(document.truth, found.extraction) : [];
}

/** The documents by the manifest's path. */
async function readAll(
  folder: string,
  documents: readonly ManifestDocument[],
  { stop, progress }: Pick<Terminal, 'stop' | 'progress'>,
): Promise<Map<string, ReadDocument>> {
  const files = await findDocuments(documents.map((document) => path.join(folder, document.path)));
  const toRead = documents.map((document, i) => ({ file: files[i] ?? '', source: sourceOf(document) }));
  const read = new Map<string, ReadDocument>();
  for await (const document of readDocuments(toRead, stop)) {
    read.set(documents[read.size]?.path ?? '', document);
    progress(`${read.size} of ${documents.length} documents${read.size === documents.length ? '\n' : ''}`);
  }
  return read;
}
