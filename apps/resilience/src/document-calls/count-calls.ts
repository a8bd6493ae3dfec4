import { renderConfirmation, samplePair } from '@trade-matching/confirmation-samples';
import { TRADES_TABLE } from '@trade-matching/domain';
import type { AwsCall, AwsResponse } from '@trade-matching/local-aws';
import {
  changedStack,
  followDocuments,
  SERVICE_ACCESS_KEY,
  type System,
  startSystem,
  type Upload,
  withoutWindow,
} from '@trade-matching/sandbox/system';

/** Who makes calls for a document. The event source mapping's are made for a batch, whatever is in it. */
export const CALLERS = ['processor', 'matching-service'] as const;

export type Caller = (typeof CALLERS)[number];

/** What one document costs, in calls and in what DynamoDB charges. */
export interface DocumentCalls {
  /** By caller and call: `s3:GetObject`, `http:POST`. */
  readonly calls: Readonly<Record<Caller, Readonly<Record<string, number>>>>;
  /** DynamoDB's write request units, indexes and transactions included. */
  readonly writeUnits: Readonly<Record<Caller, number>>;
  readonly readUnits: Readonly<Record<Caller, number>>;
  /** Of the write units, those of the indexes by status and day, where all documents of a day meet. */
  readonly statusDayUnits: Readonly<Record<Caller, number>>;
  /** Bytes that are printed to its log, embedded metrics included. */
  readonly logBytes: Readonly<Record<Caller, number>>;
}

/** A good document that finds no other side, and the one that comes after it and matches. */
export interface PairCalls {
  readonly first: DocumentCalls;
  readonly second: DocumentCalls;
}

/** Counts what a pair of good documents costs in the running system, once its programs are warm. */
export async function countPairCalls(): Promise<PairCalls> {
  const count = new Counter();
  const system = await startSystem({
    stackFile: changedStack(withoutWindow),
    log: (from, line) => count.logged(from, line),
  });
  try {
    system.aws.addInterceptor((call, next) => count.called(system, call, next));
    system.proxy.setBehaviour((_call, forward) => {
      count.posted();
      return forward();
    });
    const [warm, measured] = [pairOf(2), pairOf(4)];
    // The token is read and every client connects with the first documents.
    for (const upload of warm) await uploadAndSettle(system, upload, count);
    const [bank, counterparty] = measured;
    return {
      first: await uploadAndSettle(system, bank, count),
      second: await uploadAndSettle(system, counterparty, count),
    };
  } finally {
    await system.close();
  }
}

function pairOf(number: number): [Upload, Upload] {
  const { bank, counterparty } = samplePair(number);
  const upload = (source: Upload['source'], trade: typeof bank): Upload => ({
    key: `${source}/2026/11/23/swap-${number}.pdf`,
    source,
    bytes: renderConfirmation(trade, 'letter'),
  });
  return [upload('BANK', bank), upload('COUNTERPARTY', counterparty)];
}

/** Milliseconds without any call of the two programs: the document is done with. */
const QUIET_MS = 300;

async function uploadAndSettle(system: System, upload: Upload, count: Counter): Promise<DocumentCalls> {
  count.clear();
  const following = followDocuments(system, [upload.key], () => {});
  await system.upload(upload);
  if (!(await following.finished(30_000))) throw new Error(`${upload.key} got no outcome in 30 s.`);
  while (Date.now() - count.last < QUIET_MS) await new Promise((resolve) => setTimeout(resolve, 50));
  return count.taken();
}

class Counter {
  last = 0;
  private counts = empty();

  clear(): void {
    this.counts = empty();
  }

  taken(): DocumentCalls {
    return this.counts;
  }

  posted(): void {
    this.add('processor', 'http:POST');
  }

  logged(from: string, line: string): void {
    const caller =
      from === 'matching-service' ? from : from.startsWith('trade-document-processor') ? 'processor' : undefined;
    if (caller) this.counts.logBytes[caller] += Buffer.byteLength(line) + 1;
  }

  async called(
    { names }: System,
    call: AwsCall,
    next: (instead?: AwsCall) => Promise<AwsResponse>,
  ): Promise<AwsResponse> {
    const caller = callerOf(call, names.processorFunction);
    if (caller === undefined) return next();
    this.add(caller, `${call.service}:${call.action}`);
    if (call.service !== 'dynamodb') return next();
    const answer = await next(askingForCapacity(call));
    const { total, statusDay } = capacityOf(answer);
    if (/^(?:Get|Query|BatchGet|TransactGet)/.test(call.action)) this.counts.readUnits[caller] += total;
    else {
      this.counts.writeUnits[caller] += total;
      this.counts.statusDayUnits[caller] += statusDay;
    }
    return answer;
  }

  private add(caller: Caller, call: string): void {
    this.last = Date.now();
    const calls = this.counts.calls[caller];
    calls[call] = (calls[call] ?? 0) + 1;
  }
}

function empty() {
  return {
    calls: { processor: {}, 'matching-service': {} } as Record<Caller, Record<string, number>>,
    writeUnits: { processor: 0, 'matching-service': 0 },
    readUnits: { processor: 0, 'matching-service': 0 },
    statusDayUnits: { processor: 0, 'matching-service': 0 },
    logBytes: { processor: 0, 'matching-service': 0 },
  };
}

function callerOf({ caller = '' }: AwsCall, processorFunction: string): Caller | undefined {
  if (caller === SERVICE_ACCESS_KEY) return 'matching-service';
  return caller.startsWith(`${processorFunction}.`) ? 'processor' : undefined;
}

/** DynamoDB says what a call consumed only where it is asked to. */
function askingForCapacity(call: AwsCall): AwsCall {
  const body = JSON.stringify({ ...JSON.parse(call.body.toString('utf8')), ReturnConsumedCapacity: 'INDEXES' });
  return { ...call, body: Buffer.from(body) };
}

interface Consumed {
  readonly CapacityUnits?: number;
  readonly GlobalSecondaryIndexes?: Readonly<Record<string, { readonly CapacityUnits?: number }>>;
}

function capacityOf({ body }: AwsResponse): { total: number; statusDay: number } {
  const { ConsumedCapacity } = JSON.parse(body.toString('utf8')) as { ConsumedCapacity?: Consumed | Consumed[] };
  const index = TRADES_TABLE.indexes.byStatusDay.name;
  let [total, statusDay] = [0, 0];
  for (const consumed of [ConsumedCapacity ?? []].flat()) {
    total += consumed.CapacityUnits ?? 0;
    statusDay += consumed.GlobalSecondaryIndexes?.[index]?.CapacityUnits ?? 0;
  }
  return { total, statusDay };
}
