import type { Clock } from '../../clock/index.ts';
import { type Item, type ItemWrite, type TableDefinitions, writesOf } from './table-definitions.ts';

/** Asks the embedded DynamoDB, and answers with the parsed body. */
export type Ask = (action: string, request: object) => Promise<{ readonly Item?: Item }>;

export interface LaggingIndexesOptions {
  readonly tables: TableDefinitions;
  readonly ask: Ask;
  readonly clock: Pick<Clock, 'now'>;
  /** Milliseconds from a write until the indexes have it, asked once for each write. */
  readonly lag: (item: string) => number;
}

/** What an item became by a write, which the indexes do not have yet. */
interface Pending {
  readonly visibleFrom: number;
  readonly key: Item;
  /** Undefined where it was deleted. */
  readonly item: Item | undefined;
}

/** Where an item is written again and again, the indexes would have these first. */
interface Queue {
  readonly table: string;
  pending: Pending[];
  /** The reads of what a write has made of it, one after the other: a later one never sees less. */
  reading: Promise<void>;
}

/**
 * Secondary indexes that get each write after its lag: "global secondary indexes are updated asynchronously, using an
 * eventually consistent model" (Amazon DynamoDB Developer Guide). A table with indexes has a copy beside it that queries
 * of an index are sent to. A write is copied at the first query after its lag has passed by the clock, an item's writes
 * in their order.
 */
export class LaggingIndexes {
  private readonly options: LaggingIndexesOptions;
  private readonly queues = new Map<string, Queue>();
  private copying: Promise<void> = Promise.resolve();

  constructor(options: LaggingIndexesOptions) {
    this.options = options;
  }

  /** Gives a table with indexes its copy. */
  async created(request: { readonly TableName: string }): Promise<void> {
    if (!this.lags(request.TableName)) return;
    await this.options.ask('CreateTable', { ...request, TableName: copyOf(request.TableName) });
  }

  /** Notes what a request has written, once it is done. */
  async wrote(action: string, request: unknown): Promise<void> {
    const writes = writesOf(action, request).filter(({ table }) => this.lags(table));
    await Promise.all(writes.map((write) => this.note(write)));
  }

  /** The table that a query of an index reads: the copy, with all that the indexes have by now. */
  async tableToRead(table: string): Promise<string> {
    if (!this.lags(table)) return table;
    this.copying = this.copying.then(() => this.copyWhatIsDue(table));
    await this.copying;
    return copyOf(table);
  }

  private lags(table: string): boolean {
    return this.options.tables.indexKeys(table).length > 0;
  }

  private note({ table, item }: ItemWrite): Promise<void> {
    const { tables, ask, clock, lag } = this.options;
    const key = tables.keyOf(table, item);
    const name = JSON.stringify([table, Object.entries(key)]);
    const queue = this.queues.get(name) ?? { table, pending: [], reading: Promise.resolve() };
    this.queues.set(name, queue);
    const due = clock.now() + lag(name);
    queue.reading = queue.reading.then(async () => {
      const read = await ask('GetItem', { TableName: table, Key: key, ConsistentRead: true });
      const visibleFrom = Math.max(due, queue.pending.at(-1)?.visibleFrom ?? 0);
      // Of what is due already, the next query sees the last alone.
      const kept = queue.pending.filter((each) => each.visibleFrom > clock.now());
      const last = queue.pending.filter((each) => each.visibleFrom <= clock.now()).slice(-1);
      queue.pending = [...last, ...kept, { visibleFrom, key, item: read.Item }];
    });
    return queue.reading;
  }

  private async copyWhatIsDue(table: string): Promise<void> {
    const now = this.options.clock.now();
    const TableName = copyOf(table);
    for (const [name, queue] of this.queues) {
      if (queue.table !== table) continue;
      const due = queue.pending.filter(({ visibleFrom }) => visibleFrom <= now);
      const last = due.at(-1);
      if (!last) continue;
      if (last.item) await this.options.ask('PutItem', { TableName, Item: last.item });
      else await this.options.ask('DeleteItem', { TableName, Key: last.key });
      queue.pending = queue.pending.filter((each) => !due.includes(each));
      const { reading } = queue;
      // Nothing more is known of it; a write that is being noted keeps it.
      if (queue.pending.length === 0)
        reading.then(() => {
          if (queue.pending.length === 0 && queue.reading === reading) this.queues.delete(name);
        });
    }
  }
}

function copyOf(table: string): string {
  return `${table}.indexes`;
}
