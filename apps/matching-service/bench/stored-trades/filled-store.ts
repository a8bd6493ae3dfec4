import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { preciseTime } from '@trade-matching/benchmarks/programs';
import { dynamoDbBinary, startDynamoDbProcess } from '@trade-matching/local-aws';
import { documentClient, TradeStore } from '@trade-matching/trade-store';
import { exportBook, itemsOf, TABLE } from './export-book.ts';

/** A million trades take minutes to fill in and seven gigabytes: they are kept for the next run. */
const CACHE = path.resolve(import.meta.dirname, '../../../../node_modules/.cache/trade-matching-bench');

/** The embedded DynamoDB with a book in it, on disk, and what was read from it. */
export interface FilledStore {
  readonly trades: number;
  readonly store: TradeStore;
  /** Items that the store's answers have held or passed over so far. */
  readonly itemsRead: () => number;
  /** Milliseconds on processors so far, of this process and the database's. */
  readonly processorTime: () => number;
  close(): Promise<void>;
}

/** Starts a store that holds this many of the bank's trades. */
export async function startFilledStore(trades: number, progress: (text: string) => void): Promise<FilledStore> {
  const database = await filledDatabase(trades, progress);
  const { url, pid = 0, close } = await startDynamoDbProcess(database);
  const client = new DynamoDBClient({
    endpoint: url,
    region: 'us-east-1',
    credentials: { accessKeyId: 'bench', secretAccessKey: 'bench' },
  });
  let items = 0;
  client.middlewareStack.add(
    (next) => async (args) => {
      const answer = await next(args);
      const { Item, ScannedCount } = answer.output as { Item?: unknown; ScannedCount?: number };
      items += ScannedCount ?? (Item === undefined ? 0 : 1);
      return answer;
    },
    { step: 'initialize' },
  );
  return {
    trades,
    store: new TradeStore(documentClient(client), TABLE),
    itemsRead: () => items,
    processorTime: () => preciseTime(process.pid) + preciseTime(pid),
    close: async () => {
      client.destroy();
      await close();
    },
  };
}

/** The file of a filled database, imported unless an earlier run left it. What is stored differently has another name. */
async function filledDatabase(trades: number, progress: (text: string) => void): Promise<string> {
  const written = await Promise.all([0, 1].map(itemsOf));
  const shape = createHash('sha256').update(JSON.stringify(written)).digest('hex').slice(0, 8);
  const file = path.join(CACHE, `${trades}-trades-${shape}.db`);
  if (existsSync(file)) return file;
  mkdirSync(CACHE, { recursive: true });
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-book-'));
  const unfinished = `${file}.${process.pid}.unfinished`;
  try {
    const counted = trades.toLocaleString('en-US');
    await exportBook(folder, trades, (written) => {
      progress(`${written.toLocaleString('en-US')} of ${counted} trades written`);
    });
    progress(`importing ${counted} trades, once; they are kept in node_modules/.cache`);
    await promisify(execFile)(dynamoDbBinary(), [
      'import',
      ...['--source', path.join(folder, 'source')],
      ...['--schema', path.join(folder, 'schema.json')],
      ...['--output', unfinished],
    ]);
    renameSync(unfinished, file);
  } finally {
    rmSync(folder, { recursive: true });
    rmSync(unfinished, { force: true });
  }
  return file;
}
