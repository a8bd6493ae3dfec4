import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DeleteCommand } from '@aws-sdk/lib-dynamodb';
import type { System } from '@trade-matching/sandbox/system';
import { type Filled, fillTables } from './filled-database.ts';
import { caseItems, counterparty, pairItems, person } from './queue-items.ts';

/** What a command or a run took: its calls by action, and how long. */
export interface Took {
  readonly calls: Readonly<Record<string, number>>;
  readonly milliseconds: number;
  readonly stdout: string;
}

type Cli = (...args: string[]) => Promise<{ readonly code: number; readonly stdout: string; readonly stderr: string }>;

/** The lists of the queue that people ask for all day. */
export const LISTS = {
  '--mine': ['cases', '--mine', '--as', person(1)],
  '--overdue': ['cases', '--overdue'],
  'by counterparty': ['cases', '--counterparty', counterparty(1).toUpperCase()],
} as const;

/** The same of nobody: an empty queue, in the same table. */
export const EMPTY_LIST = ['cases', '--assignee', 'nobody.at.all'] as const;

/** Calls that write, by what DynamoDB names them. */
const WRITES = /^(?:Put|Update|Delete|TransactWrite|BatchWrite)/;

export const sumOf = (calls: Took['calls'], which: RegExp) =>
  Object.entries(calls).reduce((sum, [action, times]) => sum + (which.test(action) ? times : 0), 0);
export const queriesOf = ({ calls }: Took) => sumOf(calls, /^Query$/);
export const scansOf = ({ calls }: Took) => sumOf(calls, /^Scan$/);
export const writesOf = ({ calls }: Took) => sumOf(calls, WRITES);

/** A system with a long queue in it, in which every call to DynamoDB is counted. */
export class LargeQueue {
  private readonly system: System;
  private readonly cli: Cli;
  private calls: Record<string, number> = {};
  /** Profiles by which trade dates have to be the same. */
  private readonly strict: string;
  private filled: Filled | undefined;
  private removeCount: () => void;

  constructor(system: System, cli: Cli) {
    this.system = system;
    this.cli = cli;
    this.strict = path.join(mkdtempSync(path.join(tmpdir(), 'profiles-')), 'strict.json');
    const tolerance = { kind: 'days', days: 0 };
    writeFileSync(this.strict, JSON.stringify({ default: { fields: { trade_date: { tolerance } } } }));
    this.removeCount = this.count();
  }

  async fill(cases: number, pairs: number): Promise<void> {
    const now = this.system.clock.now();
    this.filled = await fillTables(this.system, caseItems(cases, now), pairItems(pairs, now));
    // Counts see a call first.
    this.removeCount();
    this.removeCount = this.count();
  }

  async close(): Promise<void> {
    await this.filled?.close();
  }

  private count(): () => void {
    return this.system.aws.addInterceptor((call, next) => {
      if (call.service === 'dynamodb') this.calls[call.action] = (this.calls[call.action] ?? 0) + 1;
      return next();
    });
  }

  /** @throws {Error} where the command fails, with what it said */
  async ask(...args: readonly string[]): Promise<Took> {
    return this.timed(async () => {
      const { code, stdout, stderr } = await this.cli(...args);
      if (code !== 0) throw new Error(`${args.join(' ')} ended with exit code ${code}: ${stderr}`);
      return stdout;
    });
  }

  dryRun(): Promise<Took> {
    return this.ask('profiles', 'dry-run', this.strict, '--since', '1d');
  }

  /**
   * A run of the sweep that knows of none before it: it sends the digest too, from 06:00 UTC.
   *
   * @throws {Error} where it fails
   */
  async sweep(): Promise<Took> {
    const { tables, names, functions } = this.system;
    await tables.dynamodb.send(new DeleteCommand({ TableName: names.casesTable, Key: { pk: 'SWEEP', sk: 'STATE' } }));
    return this.timed(async () => {
      const result = await functions.invoke(names.sweepFunction, {});
      if (result.kind === 'failed') throw new Error(`The sweep failed: ${result.error}`);
      return JSON.stringify(result.answer);
    });
  }

  private async timed(run: () => Promise<string>): Promise<Took> {
    this.calls = {};
    const started = performance.now();
    const stdout = await run();
    return { calls: this.calls, milliseconds: performance.now() - started, stdout };
  }
}
