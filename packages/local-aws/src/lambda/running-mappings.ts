import { randomUUID } from 'node:crypto';
import type { EventSourceMappings, MappingFacts, MappingState } from '../aws/index.ts';
import type { Clock } from '../clock/index.ts';
import type { EventSourceMapping } from '../terraform/index.ts';
import type { QueuePoller } from './queue-poller.ts';

/** Real milliseconds that a mapping is on its way at least: AWS takes up to a minute, and nobody may count on less than some. */
const TRANSITION_MS = 200;

interface Running {
  readonly uuid: string;
  readonly mapping: EventSourceMapping;
  readonly poller: QueuePoller;
  state: MappingState;
  /** Milliseconds since the epoch. */
  modified: number;
}

/** The stack's event source mappings with what polls for each: Enabled or Disabled, by way of Enabling and Disabling. */
export class RunningMappings implements EventSourceMappings {
  readonly functionArns: readonly string[];
  private readonly all: Running[] = [];
  private readonly place: { readonly region: string; readonly account: string; readonly clock: Pick<Clock, 'now'> };

  constructor(functions: readonly string[], place: RunningMappings['place']) {
    this.place = place;
    this.functionArns = functions.map((name) => this.functionArn(name));
  }

  add(mapping: EventSourceMapping, poller: QueuePoller): void {
    this.all.push({ uuid: randomUUID(), mapping, poller, state: 'Enabled', modified: this.place.clock.now() });
  }

  list(): readonly MappingFacts[] {
    return this.all.map((each) => this.factsOf(each));
  }

  setEnabled(uuid: string, enabled: boolean): MappingFacts {
    const found = this.all.find((each) => each.uuid === uuid);
    if (!found) throw new Error(`There is no event source mapping ${uuid}.`);
    const isNow = found.state === 'Enabled';
    found.state = isNow === enabled ? 'Updating' : enabled ? 'Enabling' : 'Disabling';
    found.modified = this.place.clock.now();
    void this.arrive(found, enabled);
    return this.factsOf(found);
  }

  private async arrive(found: Running, enabled: boolean): Promise<void> {
    const waited = new Promise((resolve) => setTimeout(resolve, TRANSITION_MS).unref());
    if (enabled) found.poller.resume();
    else await found.poller.pause();
    await waited;
    found.state = enabled ? 'Enabled' : 'Disabled';
  }

  private functionArn(name: string): string {
    return `arn:aws:lambda:${this.place.region}:${this.place.account}:function:${name}`;
  }

  private factsOf({ uuid, mapping, state, modified }: Running): MappingFacts {
    const { region, account } = this.place;
    return {
      UUID: uuid,
      EventSourceMappingArn: `arn:aws:lambda:${region}:${account}:event-source-mapping:${uuid}`,
      EventSourceArn: mapping.queueArn,
      FunctionArn: this.functionArn(mapping.functionName),
      BatchSize: mapping.batchSize,
      MaximumBatchingWindowInSeconds: mapping.batchingWindow,
      FunctionResponseTypes: mapping.reportsBatchItemFailures ? ['ReportBatchItemFailures'] : [],
      ScalingConfig: { MaximumConcurrency: mapping.maximumConcurrency },
      State: state,
      StateTransitionReason: 'USER_INITIATED',
      LastModified: modified / 1000,
    };
  }
}
