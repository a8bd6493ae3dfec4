import type { EventQueue } from './event-queue.ts';
import type { Capacity } from './simulate.ts';

/** A batch that is being gathered; it goes when it is full or its window has passed. */
interface Gathering {
  readonly documents: number[];
  gone: boolean;
}

/**
 * A queue with its event source mapping, as Lambda does it: a poller gathers only while another invocation may start;
 * what is more waits in the queue.
 */
export class DeliveryQueue {
  mostWaiting = 0;
  mostInvocations = 0;
  largestBatch = 0;
  batches = 0;
  /** Sum over the documents of the time that each waited to be taken. */
  waitingSeconds = 0;
  /** Sum over the invocations of the time that each took. */
  invocationSeconds = 0;
  private readonly waiting: { document: number; since: number }[] = [];
  private taken = 0;
  private readonly gathering: Gathering[] = [];
  private invocations = 0;
  private readonly events: EventQueue;
  private readonly capacity: Capacity;
  private readonly process: (document: number, done: () => void) => void;
  private readonly random: () => number;

  constructor(
    events: EventQueue,
    capacity: Capacity,
    process: (document: number, done: () => void) => void,
    random: () => number,
  ) {
    this.events = events;
    this.capacity = capacity;
    this.process = process;
    this.random = random;
  }

  arrive(document: number): void {
    this.waiting.push({ document, since: this.events.now });
    this.poll();
    this.mostWaiting = Math.max(this.mostWaiting, this.waiting.length - this.taken);
  }

  private poll(): void {
    const { batchSize, batchingWindow, concurrencyPerQueue, pollers } = this.capacity;
    while (this.taken < this.waiting.length) {
      const free = Math.min(pollers, concurrencyPerQueue - this.invocations);
      if (free <= 0) return;
      // Whichever poller gets it: one that gathers already, or one that had nothing.
      const which = Math.floor(this.random() * free);
      let batch = this.gathering[which];
      if (batch === undefined) {
        batch = { documents: [], gone: false };
        this.gathering.push(batch);
        const begun = batch;
        this.events.after(batchingWindow, () => this.invoke(begun));
      }
      // A receive takes all that there are.
      while (batch.documents.length < batchSize && this.taken < this.waiting.length) batch.documents.push(this.next());
      if (batch.documents.length === batchSize) this.invoke(batch);
    }
  }

  private next(): number {
    const first = this.waiting[this.taken];
    if (first === undefined) throw new Error('Nothing waits.');
    this.taken += 1;
    this.waitingSeconds += this.events.now - first.since;
    return first.document;
  }

  private invoke(batch: Gathering): void {
    if (batch.gone) return;
    batch.gone = true;
    this.gathering.splice(this.gathering.indexOf(batch), 1);
    this.batches += 1;
    this.largestBatch = Math.max(this.largestBatch, batch.documents.length);
    this.invocations += 1;
    this.mostInvocations = Math.max(this.mostInvocations, this.invocations);
    const started = this.events.now;
    let left = batch.documents.length;
    for (const document of batch.documents) {
      this.process(document, () => {
        left -= 1;
        if (left > 0) return;
        this.invocations -= 1;
        this.invocationSeconds += this.events.now - started;
        this.poll();
      });
    }
  }
}
