import { setTimeout as sleep } from 'node:timers/promises';
import { type Account, recordsOfDay } from '@trade-matching/account';
import { LEDGER_STATUSES, type LedgerRecord } from '@trade-matching/domain';

/** Milliseconds between two looks. */
const INTERVAL = 1_000;
/** The index is brought up to date a moment after the table, and clocks differ: a look goes back this far. */
const LOOKS_BACK_MS = 3_000;
/** Now and then a look goes back further, for what came later than that. */
const FAR_LOOK_EVERY = 15;
const FAR_LOOK_MS = 60_000;

const OUTCOMES = LEDGER_STATUSES.filter((status) => status !== 'IN_PROGRESS');

/**
 * Hears of every document that comes to an outcome, by asking the ledger's index for what has changed since the last
 * look: four queries a second for all documents, never one for each.
 */
export class LedgerFeed {
  private readonly account: Account;
  private readonly hear: (record: LedgerRecord) => void;
  private readonly failed: (error: unknown) => void;
  private readonly started: Date;
  private readonly stopping = new AbortController();
  private readonly loop: Promise<void>;
  /** ISO 8601, by status. */
  private readonly latest = new Map<string, string>();

  /** @param started nothing before is looked at */
  constructor(account: Account, started: Date, hear: (record: LedgerRecord) => void, failed: (error: unknown) => void) {
    this.account = account;
    this.started = started;
    this.hear = hear;
    this.failed = failed;
    this.loop = this.run();
  }

  async close(): Promise<void> {
    this.stopping.abort();
    await this.loop;
  }

  /** Asks for everything since the start once more. */
  async lookAgain(): Promise<void> {
    await Promise.all(OUTCOMES.map((status) => this.look(status, Number.POSITIVE_INFINITY)));
  }

  private async run(): Promise<void> {
    for (let round = 1; !this.stopping.signal.aborted; round++) {
      try {
        const back = round % FAR_LOOK_EVERY === 0 ? FAR_LOOK_MS : LOOKS_BACK_MS;
        await Promise.all(OUTCOMES.map((status) => this.look(status, back)));
      } catch (error) {
        this.failed(error);
      }
      await sleep(INTERVAL, undefined, { signal: this.stopping.signal }).catch(() => {});
    }
  }

  private async look(status: (typeof OUTCOMES)[number], backMs: number): Promise<void> {
    const start = this.started.getTime();
    const latest = this.latest.get(status);
    const since = new Date(latest === undefined ? start : Math.max(start, Date.parse(latest) - backMs));
    for (const day of daysFrom(since, new Date())) {
      for await (const record of recordsOfDay(this.account, status, day, since.toISOString())) {
        if (record.updated_at > (this.latest.get(status) ?? '')) this.latest.set(status, record.updated_at);
        this.hear(record);
      }
    }
  }
}

/** ISO dates, in UTC: a run may go over midnight. */
export function daysFrom(from: Date, to: Date): string[] {
  const days: string[] = [];
  const day = new Date(from);
  for (let iso = day.toISOString().slice(0, 10); iso <= to.toISOString().slice(0, 10); ) {
    days.push(iso);
    day.setUTCDate(day.getUTCDate() + 1);
    iso = day.toISOString().slice(0, 10);
  }
  return days;
}
