import { DeleteMessageBatchCommand, type Message, ReceiveMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { EventSourceMapping } from '../terraform/index.ts';
import { succeededMessages } from './batch-answer.ts';
import type { FunctionRunner } from './function-runner.ts';
import { batchesWithinPayload } from './payload-limits.ts';

export interface QueuePollerOptions {
  readonly sqs: SQSClient;
  readonly mapping: EventSourceMapping;
  readonly runner: FunctionRunner;
  readonly region: string;
  readonly log: (line: string) => void;
  /** The function has its reserved concurrency in use: Lambda would refuse another invocation. */
  readonly onThrottled: () => void;
}

/** A message as a function gets it, as far as it is read again here. */
interface SqsRecord {
  readonly messageId: string | undefined;
  readonly receiptHandle: string | undefined;
}

/** Seconds; a stop waits for it at most. */
const LONGEST_POLL = 1;
/** SQS takes and gives ten messages a call. */
const SQS_BATCH = 10;

/**
 * An event source mapping: gathers a batch until it is full or its window has passed, invokes the function, deletes
 * what succeeded. What failed becomes visible again when its visibility timeout ends.
 */
export class QueuePoller {
  private readonly options: QueuePollerOptions;
  private readonly stopping = new AbortController();
  private readonly invocations = new Set<Promise<void>>();
  private readonly loop: Promise<void>;
  /** While it is paused: resolves when it goes on. */
  private paused: PromiseWithResolvers<void> | undefined;
  /** Resolves when nothing is received any more. */
  private atRest: PromiseWithResolvers<void> | undefined;

  constructor(options: QueuePollerOptions) {
    this.options = options;
    this.loop = this.poll();
  }

  /** Invocations that run. */
  get running(): number {
    return this.invocations.size;
  }

  /** Stops receiving. What was received is still given to the function. */
  async pause(): Promise<void> {
    this.paused ??= Promise.withResolvers<void>();
    this.atRest ??= Promise.withResolvers<void>();
    await this.atRest.promise;
  }

  resume(): void {
    this.paused?.resolve();
    this.paused = undefined;
    this.atRest = undefined;
  }

  /** Stops receiving, then waits for the invocations that run. */
  async close(): Promise<void> {
    this.stopping.abort();
    this.resume();
    await this.loop;
    await Promise.all(this.invocations);
  }

  private async poll(): Promise<void> {
    const { mapping, runner, log, onThrottled } = this.options;
    while (!this.stopping.signal.aborted) {
      try {
        if (this.paused) {
          this.atRest?.resolve();
          await this.paused.promise;
          continue;
        }
        const throttled = this.invocations.size < mapping.maximumConcurrency && runner.full;
        if (throttled) onThrottled();
        if (throttled || this.invocations.size >= mapping.maximumConcurrency) {
          await Promise.race(this.invocations.size > 0 ? this.invocations : [sleep(20)]);
          continue;
        }
        const batch = await this.gather();
        if (batch.length === 0) continue;
        const invocation: Promise<void> = this.run(batch)
          .catch((error: unknown) => log(`${mapping.queueArn}: ${error instanceof Error ? error.message : error}`))
          .finally(() => this.invocations.delete(invocation));
        this.invocations.add(invocation);
      } catch (error) {
        if (this.stopping.signal.aborted) return;
        log(`${mapping.queueArn}: ${error instanceof Error ? error.message : error}`);
        await sleep(200);
      }
    }
  }

  private async gather(): Promise<Message[]> {
    const { mapping } = this.options;
    const batch = await this.receive(mapping.batchSize, LONGEST_POLL);
    const windowEnds = Date.now() + mapping.batchingWindow * 1000;
    while (batch.length > 0 && batch.length < mapping.batchSize && !this.paused && !this.stopping.signal.aborted) {
      const left = windowEnds - Date.now();
      if (left <= 0) break;
      batch.push(
        ...(await this.receive(mapping.batchSize - batch.length, Math.min(LONGEST_POLL, Math.ceil(left / 1000)))),
      );
    }
    return batch;
  }

  private async receive(most: number, waitSeconds: number): Promise<Message[]> {
    const { Messages = [] } = await this.options.sqs.send(
      new ReceiveMessageCommand({
        QueueUrl: this.options.mapping.queueUrl,
        MaxNumberOfMessages: Math.min(SQS_BATCH, most),
        WaitTimeSeconds: waitSeconds,
        MessageSystemAttributeNames: ['All'],
        MessageAttributeNames: ['All'],
      }),
    );
    return Messages;
  }

  private async run(messages: readonly Message[]): Promise<void> {
    const { mapping, region } = this.options;
    const records = messages.map((message) => ({
      messageId: message.MessageId,
      receiptHandle: message.ReceiptHandle,
      body: message.Body,
      attributes: message.Attributes ?? {},
      messageAttributes: {},
      md5OfBody: message.MD5OfBody,
      eventSource: 'aws:sqs',
      eventSourceARN: mapping.queueArn,
      awsRegion: region,
    }));
    for (const batch of batchesWithinPayload(records)) await this.invoke(batch);
  }

  private async invoke(Records: readonly SqsRecord[]): Promise<void> {
    const { mapping, runner, sqs, log } = this.options;
    const result = await runner.invoke({ Records });
    if (result.kind === 'failed') log(`invocation failed: ${result.error}`);
    const ids = Records.map(({ messageId = '' }) => messageId);
    const succeeded = new Set(succeededMessages(result, ids, mapping.reportsBatchItemFailures));
    const done = Records.filter(({ messageId = '' }) => succeeded.has(messageId));
    for (let at = 0; at < done.length; at += SQS_BATCH) {
      await sqs.send(
        new DeleteMessageBatchCommand({
          QueueUrl: mapping.queueUrl,
          Entries: done
            .slice(at, at + SQS_BATCH)
            .map(({ receiptHandle: ReceiptHandle }, i) => ({ Id: String(i), ReceiptHandle })),
        }),
      );
    }
  }
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
