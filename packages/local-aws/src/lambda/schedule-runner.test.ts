import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { CreateQueueCommand, GetQueueAttributesCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { type EmbeddedAws, startEmbeddedAws } from '../aws/index.ts';
import { type SimulatedClock, simulatedClock } from '../clock/index.ts';
import type { FunctionPermission, ProvisionedStack } from '../terraform/index.ts';
import { FunctionRunner } from './function-runner.ts';
import { ScheduleRunner } from './schedule-runner.ts';

const RULE = 'arn:aws:events:us-east-1:000000000000:rule/sweep';
const FUNCTION = 'arn:aws:lambda:us-east-1:000000000000:function:sweep';
const MINUTE = 60_000;
const folder = mkdtempSync(path.join(tmpdir(), 'schedule-'));
let aws: EmbeddedAws;
let sqs: SQSClient;
let queue: { arn: string; url: string };
let clock: SimulatedClock;
let lines: string[];
let started: ScheduleRunner | undefined;
let runner: FunctionRunner;

const permission: FunctionPermission = {
  ...{ functionName: 'sweep', action: 'lambda:InvokeFunction', principal: 'events.amazonaws.com' },
  ...{ sourceArn: RULE, sourceAccount: '000000000000' },
};

beforeAll(async () => {
  aws = await startEmbeddedAws();
  sqs = new SQSClient({
    ...{ endpoint: aws.endpoint, region: aws.region, useQueueUrlAsEndpoint: false },
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });
  const handler = `export const handler = async (event) => {
    console.log(JSON.stringify(event));
    if (process.env.FAILS) throw new Error('planned');
  };`;
  writeFileSync(path.join(folder, 'index.mjs'), handler);
});
afterAll(async () => {
  sqs.destroy();
  await aws.close();
});
let queues = 0;
beforeEach(async () => {
  clock = simulatedClock(1);
  lines = [];
  const { QueueUrl: url = '' } = await sqs.send(new CreateQueueCommand({ QueueName: `dead-${++queues}` }));
  const { Attributes } = await sqs.send(new GetQueueAttributesCommand({ QueueUrl: url, AttributeNames: ['QueueArn'] }));
  queue = { url, arn: Attributes?.QueueArn ?? '' };
});
afterEach(async () => {
  await started?.close();
  await runner.close();
});

interface Given {
  readonly permissions?: readonly FunctionPermission[];
  readonly queuePolicy?: object;
  readonly environment?: Readonly<Record<string, string>>;
}

/** A rule of every 15 minutes, with its function. */
function start({ permissions = [permission], queuePolicy, environment = {} }: Given = {}): void {
  const { region, accountId: account } = aws;
  const log = (line: string) => void lines.push(line);
  const definition = {
    ...{ name: 'sweep', archive: '', handler: 'index.handler', timeout: 20, memory: 128, environment },
    reservedConcurrency: 10,
  };
  runner = new FunctionRunner({
    ...{ definition, folder, region, account, endpointEnvironment: aws.environment, log, clock },
    onInvocation: () => {},
  });
  const sends = {
    ...{ Sid: 'Sends', Effect: 'Allow', Principal: { Service: 'events.amazonaws.com' }, Action: 'sqs:SendMessage' },
    ...{ Resource: queue.arn, Condition: { ArnEquals: { 'aws:SourceArn': RULE } } },
  };
  const policy = JSON.stringify({ Version: '2012-10-17', Statement: [queuePolicy ?? sends] });
  const stack = {
    functionPermissions: permissions,
    resources: new Map([['aws_sqs_queue_policy.dead', { queue_url: queue.url, policy }]]),
  } as unknown as ProvisionedStack;
  started = new ScheduleRunner({
    schedule: {
      ...{ ruleArn: RULE, everyMs: 15 * MINUTE, functionName: 'sweep', functionArn: FUNCTION, deadLetters: queue },
    },
    ...{ runner, stack, sqs, region, account, clock, log, onThrottled: () => {} },
  });
}

async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await condition())) await new Promise((resolve) => setTimeout(resolve, 20));
}
const events = () => lines.filter((line) => line.startsWith('{')).map((line) => JSON.parse(line));
const deadLetter = async () => {
  const { Messages = [] } = await sqs.send(
    new ReceiveMessageCommand({ QueueUrl: queue.url, WaitTimeSeconds: 5, MessageAttributeNames: ['All'] }),
  );
  return Messages[0];
};

test('a function is started when its rate has passed on the clock, and again after the next', async () => {
  start();
  clock.skip(15 * MINUTE - 1_000);
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(events()).toEqual([]);
  clock.skip(1_000);
  await until(() => events().length === 1);
  expect(events()[0]).toMatchObject({
    ...{ 'detail-type': 'Scheduled Event', source: 'aws.events', resources: [RULE], detail: {} },
    account: '000000000000',
  });
  clock.skip(15 * MINUTE);
  await until(() => events().length === 2);
});

test('time that the clock skips starts it once', async () => {
  start();
  clock.skip(10 * 24 * 60 * MINUTE);
  await until(() => events().length === 1);
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(events()).toHaveLength(1);
});

test.each([
  ['no permission', []],
  ['that of another rule', [{ ...permission, sourceArn: `${RULE}-2` }]],
  ['that of another account', [{ ...permission, sourceAccount: '111111111111' }]],
  ['that of another service', [{ ...permission, principal: 's3.amazonaws.com' }]],
  ['that for another action', [{ ...permission, action: 'lambda:GetFunction' }]],
])(
  'with %s the rule does not invoke the function, and leaves a dead letter that says so',
  async (_what, permissions) => {
    start({ permissions });
    clock.skip(15 * MINUTE);
    const message = await deadLetter();
    expect(message?.MessageAttributes).toMatchObject({
      ERROR_CODE: { StringValue: 'NO_PERMISSIONS' },
      RULE_ARN: { StringValue: RULE },
    });
    expect(events()).toEqual([]);
  },
);

test('a queue that does not let the rule send gets no dead letter: the start is lost, and the log says so', async () => {
  const other = {
    Sid: 'Other',
    Effect: 'Allow',
    Principal: { Service: 's3.amazonaws.com' },
    Action: 'sqs:SendMessage',
  };
  start({ permissions: [], queuePolicy: { ...other, Resource: queue.arn } });
  clock.skip(15 * MINUTE);
  await until(() => lines.some((line) => line.includes('does not let the rule send')));
});

test('what fails is tried again after one minute and after two, then no more', async () => {
  start({ environment: { FAILS: '1' } });
  clock.skip(15 * MINUTE);
  const failures = () => lines.filter((line) => line.includes('invocation failed')).length;
  for (const [i, wait] of [0, MINUTE, 2 * MINUTE].entries()) {
    clock.skip(wait);
    await until(() => failures() === i + 1);
  }
  clock.skip(5 * MINUTE);
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(failures()).toBe(3);
});
