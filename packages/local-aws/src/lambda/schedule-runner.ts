import { randomUUID } from 'node:crypto';
import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { evaluate, readPolicy } from '@trade-matching/policies';
import type { Clock } from '../clock/index.ts';
import type { FunctionPermission, ProvisionedStack, Schedule } from '../terraform/index.ts';
import type { FunctionRunner } from './function-runner.ts';

export interface ScheduleRunnerOptions {
  readonly schedule: Schedule;
  readonly runner: FunctionRunner;
  readonly stack: ProvisionedStack;
  readonly sqs: SQSClient;
  readonly region: string;
  readonly account: string;
  readonly clock: Pick<Clock, 'now'>;
  readonly log: (line: string) => void;
  readonly onThrottled: () => void;
}

const EVENTS = 'events.amazonaws.com';
/** Real milliseconds between two looks at the clock, which may be set forward at any time. */
const LOOK_MS = 50;
/** What Lambda waits before it tries a failed asynchronous invocation again, twice at most (AWS Lambda Developer Guide). */
const RETRY_MS = [60_000, 120_000] as const;

interface Start {
  readonly at: number;
  readonly event: object;
  readonly attempt: number;
}

/**
 * EventBridge with one rule and its target: starts a function by its rate, by the clock of the sandbox. Time that the clock
 * skips starts it once. The function's policy must let the rule invoke it, and the queue's let it leave what it could not
 * deliver.
 */
export class ScheduleRunner {
  private readonly options: ScheduleRunnerOptions;
  private readonly timer: NodeJS.Timeout;
  private readonly runs = new Set<Promise<void>>();
  private next: number;
  private retries: Start[] = [];

  constructor(options: ScheduleRunnerOptions) {
    this.options = options;
    // A rate begins when the rule is made.
    this.next = options.clock.now() + options.schedule.everyMs;
    this.timer = setInterval(() => this.look(), LOOK_MS);
    this.timer.unref();
  }

  /** Invocations that run. */
  get running(): number {
    return this.runs.size;
  }

  /** Starts nothing more, then waits for the invocations that run. */
  async close(): Promise<void> {
    clearInterval(this.timer);
    await Promise.all(this.runs);
  }

  private look(): void {
    const { clock, schedule, runner, onThrottled } = this.options;
    const now = clock.now();
    const due = this.retries.filter(({ at }) => at <= now);
    const isDue = now >= this.next;
    if (due.length === 0 && !isDue) return;
    // Lambda keeps the event until there is room for it.
    if (runner.full) {
      onThrottled();
      return;
    }
    this.retries = this.retries.filter((each) => !due.includes(each));
    for (const each of due) this.begin(each);
    if (!isDue) return;
    while (this.next <= now) this.next += schedule.everyMs;
    this.begin({ at: now, event: this.eventAt(now), attempt: 0 });
  }

  private begin(start: Start): void {
    const { log } = this.options;
    const run: Promise<void> = this.run(start)
      .catch((error: unknown) =>
        log(`${this.options.schedule.ruleArn}: ${error instanceof Error ? error.message : error}`),
      )
      .finally(() => this.runs.delete(run));
    this.runs.add(run);
  }

  private async run({ event, attempt }: Start): Promise<void> {
    const { runner, clock, log, schedule } = this.options;
    if (!this.mayInvoke()) {
      await this.leaveDeadLetter(event, 'NO_PERMISSIONS', `${schedule.functionArn} does not let the rule invoke it.`);
      return;
    }
    const result = await runner.invoke(event);
    if (result.kind === 'done') return;
    log(`invocation failed: ${result.error}`);
    const wait = RETRY_MS[attempt];
    if (wait !== undefined) this.retries.push({ at: clock.now() + wait, event, attempt: attempt + 1 });
  }

  private mayInvoke(): boolean {
    const { stack, schedule } = this.options;
    const own = stack.functionPermissions.filter(({ functionName }) => functionName === this.options.runner.name);
    const statements = own.flatMap((each) => readPolicy(policyOf(each, schedule.functionArn)));
    return this.allows(statements, 'lambda:InvokeFunction', schedule.functionArn);
  }

  private allows(statements: ReturnType<typeof readPolicy>, action: string, resource: string): boolean {
    const { schedule, account } = this.options;
    const context = {
      ...{ 'aws:SourceArn': schedule.ruleArn, 'aws:SourceAccount': account, 'aws:SecureTransport': 'true' },
    };
    return evaluate(statements, { action, resource, principal: { service: EVENTS }, context }).kind === 'allowed';
  }

  /** With the attributes that say why ("Considerations for using a dead-letter queue", Amazon EventBridge User Guide). */
  private async leaveDeadLetter(event: object, code: string, message: string): Promise<void> {
    const { schedule, stack, sqs, log } = this.options;
    const lost = (why: string) => log(`${schedule.ruleArn}: ${message} The event is lost: ${why}.`);
    const { deadLetters } = schedule;
    if (!deadLetters) return lost('the target has no dead-letter queue');
    const policies = [...stack.resources].flatMap(([address, { queue_url, policy }]) =>
      address.startsWith('aws_sqs_queue_policy.') && queue_url === deadLetters.url ? readPolicy(String(policy)) : [],
    );
    if (!this.allows(policies, 'sqs:SendMessage', deadLetters.arn)) return lost('the queue does not let the rule send');
    const attributes = {
      ...{ RULE_ARN: schedule.ruleArn, TARGET_ARN: schedule.functionArn, ERROR_CODE: code, ERROR_MESSAGE: message },
    };
    await sqs.send(
      new SendMessageCommand({
        QueueUrl: deadLetters.url,
        MessageBody: JSON.stringify(event),
        MessageAttributes: Object.fromEntries(
          Object.entries(attributes).map(([name, value]) => [name, { DataType: 'String', StringValue: value }]),
        ),
      }),
    );
  }

  /** "Scheduled events", Amazon EventBridge User Guide. */
  private eventAt(now: number): object {
    const { region, account, schedule } = this.options;
    const time = `${new Date(now).toISOString().slice(0, 19)}Z`;
    return {
      ...{
        version: '0',
        id: randomUUID(),
        'detail-type': 'Scheduled Event',
        source: 'aws.events',
        account,
        time,
        region,
      },
      ...{ resources: [schedule.ruleArn], detail: {} },
    };
  }
}

/** A permission as Lambda keeps it in the function's policy. */
function policyOf({ action, principal, sourceArn, sourceAccount }: FunctionPermission, Resource: string): string {
  const Condition = {
    ...(sourceArn === undefined ? {} : { ArnLike: { 'aws:SourceArn': sourceArn } }),
    ...(sourceAccount === undefined ? {} : { StringEquals: { 'aws:SourceAccount': sourceAccount } }),
  };
  const statement = { Sid: 'Invoke', Effect: 'Allow', Principal: { Service: principal }, Action: action, Resource };
  return JSON.stringify({ Version: '2012-10-17', Statement: [{ ...statement, Condition }] });
}
