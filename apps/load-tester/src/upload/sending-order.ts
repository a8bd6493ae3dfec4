import type { PlannedDocument } from '../load/planned-document.ts';

/**
 * The plan's order, save that a duplicate waits until its original has its outcome, and whatever comes next goes in its
 * place: two copies at one instant are a race that has no one expected answer, and chaos runs are what they are for, in the
 * runs are for.
 */
export class SendingOrder {
  private readonly plan: Iterator<PlannedDocument>;
  private readonly mayFollow: (original: PlannedDocument) => boolean;
  private readonly waiting: PlannedDocument[] = [];

  /** @param mayFollow whether a document may be sent again */
  constructor(plan: Iterator<PlannedDocument>, mayFollow: (original: PlannedDocument) => boolean) {
    this.plan = plan;
    this.mayFollow = mayFollow;
  }

  /** The next document; `wait` where only duplicates are left that must not be sent yet; `end` where none is. */
  next(): PlannedDocument | 'wait' | 'end' {
    const ready = this.waiting.findIndex((document) => this.isReady(document));
    if (ready !== -1) return this.waiting.splice(ready, 1)[0] ?? 'end';
    for (;;) {
      const planned = this.plan.next();
      if (planned.done) return this.waiting.length > 0 ? 'wait' : 'end';
      if (this.isReady(planned.value)) return planned.value;
      this.waiting.push(planned.value);
    }
  }

  private isReady({ content }: PlannedDocument): boolean {
    return content.kind !== 'duplicate' || this.mayFollow(content.of);
  }
}
