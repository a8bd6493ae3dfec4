import type { LedgerStatus, MatchStatus, Reason, Source } from '@trade-matching/domain';
import type { PlannedDocument, PlannedPair } from './load/planned-document.ts';
import { Latencies } from './measure/latencies.ts';

/** A document that was sent, and what is known of it. Times are milliseconds since the epoch. */
export interface SentDocument {
  readonly planned: PlannedDocument;
  /** When it was meant to be sent: latencies count from here, however late it really was (no coordinated omission). */
  readonly intendedAt: number;
  readonly startedAt: number;
  uploadedAt?: number;
  /** Why the upload failed for good. It may have been stored nevertheless. */
  uploadError?: string;
  outcome?: DocumentOutcome;
  /** Notifications that it failed. */
  notified: number;
}

/** As the ledger has it. */
export interface DocumentOutcome {
  readonly status: Exclude<LedgerStatus, 'IN_PROGRESS'>;
  readonly reason?: Reason;
  readonly at: number;
  /** Where the ledger and the trades table hold it: for the clean-up. */
  readonly ledgerKey: { readonly pk: string; readonly sk: string };
  readonly outcomeKey?: string;
  readonly hash?: string;
  readonly tradeKey?: string;
}

/** A match, as its notification says. */
export interface ToldMatch {
  readonly matchId: string;
  readonly status: MatchStatus;
  readonly bankKey: string;
  readonly counterpartyKey: string;
  /** When it was first notified. */
  readonly at: number;
}

/** What was sent of a pair. */
export interface SentPair {
  readonly planned: PlannedPair;
  readonly sides: Partial<Record<Source, SentDocument>>;
  /** By match id: more than one is a pair that was matched twice. */
  readonly matches: Map<string, ToldMatch>;
}

/** Everything that happens in a run, as it happens. */
export class RunRecord {
  readonly documents = new Map<string, SentDocument>();
  readonly pairs = new Map<number, SentPair>();
  /** Calls that failed by kind: uploads that were abandoned, and looks at the system. */
  readonly errors = new Map<string, number>();
  readonly endToEnd = new Latencies();
  readonly uploads = new Latencies();
  readonly toMatch = new Latencies();
  /** Of everything that moved the run on. */
  lastProgressAt = Date.now();
  private counts = { uploaded: 0, uploadsFailed: 0, withOutcome: 0 };

  get counted(): Readonly<{ uploaded: number; uploadsFailed: number; withOutcome: number }> {
    return this.counts;
  }

  started(planned: PlannedDocument, intendedAt: number): SentDocument {
    const document: SentDocument = { planned, intendedAt, startedAt: now(), notified: 0 };
    this.documents.set(planned.key, document);
    if (planned.content.kind === 'confirmation') {
      const { pair } = planned.content;
      const sent: SentPair = this.pairs.get(pair.number) ?? { planned: pair, sides: {}, matches: new Map() };
      sent.sides[planned.source] = document;
      this.pairs.set(pair.number, sent);
    }
    return document;
  }

  uploaded(document: SentDocument): void {
    document.uploadedAt = now();
    this.counts.uploaded += 1;
    this.uploads.record(document.uploadedAt - document.intendedAt);
    this.lastProgressAt = Date.now();
  }

  uploadFailed(document: SentDocument, error: string): void {
    document.uploadError = error;
    this.counts.uploadsFailed += 1;
    this.failed(`upload: ${error}`);
  }

  failed(kind: string): void {
    this.errors.set(kind, (this.errors.get(kind) ?? 0) + 1);
  }

  /** The first time counts; what the ledger says later of the same key is judged at the end. */
  cameTo(key: string, outcome: DocumentOutcome): void {
    const document = this.documents.get(key);
    if (!document) return;
    if (document.outcome === undefined) {
      this.counts.withOutcome += 1;
      this.endToEnd.record(outcome.at - document.intendedAt);
      this.lastProgressAt = Date.now();
    }
    document.outcome = outcome;
  }

  toldFailure(key: string): void {
    const document = this.documents.get(key);
    if (document) document.notified += 1;
  }

  toldMatch(match: ToldMatch): void {
    const pair = this.pairOf(match.bankKey) ?? this.pairOf(match.counterpartyKey);
    if (!pair || pair.matches.has(match.matchId)) return;
    pair.matches.set(match.matchId, match);
    const { BANK, COUNTERPARTY } = pair.sides;
    if (BANK && COUNTERPARTY) this.toMatch.record(match.at - Math.max(BANK.intendedAt, COUNTERPARTY.intendedAt));
    this.lastProgressAt = Date.now();
  }

  /** The pair of a key, or of what the key is a duplicate of. */
  pairOf(key: string): SentPair | undefined {
    let content = this.documents.get(key)?.planned.content;
    while (content?.kind === 'duplicate') content = content.of.content;
    return content?.kind === 'confirmation' ? this.pairs.get(content.pair.number) : undefined;
  }
}

/** Milliseconds since the epoch, with their fraction. */
export function now(): number {
  return performance.timeOrigin + performance.now();
}
