import { setTimeout as sleep } from 'node:timers/promises';
import { type Account, queueDepth } from '@trade-matching/account';

/** How full the working queues were at a time. */
export interface QueueSample {
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** Messages that wait or are being processed, by queue. */
  readonly depths: Readonly<Record<string, number>>;
}

/** Milliseconds. */
const INTERVAL = 1_000;

/** Samples the depth of the queues that are worked on, until it is stopped. */
export class QueueSampler {
  readonly samples: QueueSample[] = [];
  private readonly stopping = new AbortController();
  private readonly loop: Promise<void>;

  constructor(account: Account, failed: (error: unknown) => void) {
    this.loop = this.run(account, failed);
  }

  async close(): Promise<void> {
    this.stopping.abort();
    await this.loop;
  }

  private async run({ sqs, names }: Account, failed: (error: unknown) => void): Promise<void> {
    const queues = [...Object.values(names.documentQueue), names.failedProcessingQueue];
    while (!this.stopping.signal.aborted) {
      try {
        const depths = await Promise.all(
          queues.map(async (queue) => {
            const { waiting, inFlight } = await queueDepth(sqs, queue);
            return [queue, waiting + inFlight] as const;
          }),
        );
        this.samples.push({ at: Date.now(), depths: Object.fromEntries(depths) });
      } catch (error) {
        failed(error);
      }
      await sleep(INTERVAL, undefined, { signal: this.stopping.signal }).catch(() => {});
    }
  }
}
