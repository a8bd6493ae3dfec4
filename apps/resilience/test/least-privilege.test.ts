import { renderConfirmation, samplePair } from '@trade-matching/confirmation-samples';
import type { AwsCall } from '@trade-matching/local-aws';
import { policiesOfRole, reviewRole } from '@trade-matching/local-aws/iam';
import type { ProvisionedStack } from '@trade-matching/local-aws/terraform';
import {
  changedStack,
  DESK_ACCESS_KEY,
  demonstration,
  SERVICE_ACCESS_KEY,
  type System,
  sendTo,
  settingEvery,
  startSystem,
  untilQueuesAreEmpty,
  uploadUnseen,
  withoutWindow,
} from '@trade-matching/sandbox/system';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aDayAtTheDesk } from './desk-calls.ts';
import { longUnmatched } from './long-unmatched.ts';

let system: System;
const calls: AwsCall[] = [];

/** Permissions that no recorded call needs, and who needs them. */
const USED_BY_AWS: Readonly<Record<string, string>> = {
  'ConsumeQueues sqs:GetQueueAttributes': 'Lambda asks for it when the mapping is created',
  'WriteLogs logs:CreateLogStream': 'Lambda writes what the function prints',
  'WriteLogs logs:PutLogEvents': 'Lambda writes what the function prints',
  'TellMissingFromForbidden s3:ListBucket': 'S3 asks for it where an object is missing, to answer 404 and not 403',
};

// Everything that the two programs call, in one run: every outcome, repetitions, an amendment, a poison message.
beforeAll(async () => {
  system = await startSystem({
    stackFile: changedStack(
      withoutWindow,
      // A message that meets a claim comes again when its lease ends: soon.
      settingEvery('timeout', 30),
      settingEvery('PROCESSING_TIMEOUT', '20'),
      (text) => text.replace('"MAX_RETRIES": "3"', '"MAX_RETRIES": "3", "NOTIFY_ON_START": "true"'),
    ),
  });
  system.aws.addInterceptor((call, next) => {
    calls.push(call);
    return next();
  });
  const upload = async (key: string, bytes: Uint8Array) => {
    await system.upload({ key, source: key.startsWith('BANK') ? 'BANK' : 'COUNTERPARTY', bytes });
    await untilQueuesAreEmpty(system);
  };
  for (const each of await demonstration('2026-11-23')) await system.upload(each);
  await untilQueuesAreEmpty(system);
  const { bank, counterparty } = samplePair(20);
  await upload('BANK/a.pdf', renderConfirmation(bank, 'letter'));
  await upload('COUNTERPARTY/a.pdf', renderConfirmation(counterparty, 'letter'));
  await upload('BANK/a.pdf', renderConfirmation(bank, 'letter'));
  await upload('BANK/a.pdf', renderConfirmation({ ...bank, notional: '1000000.00' }, 'letter'));
  // Refused for a time, then passed.
  system.proxy.setBehaviour(async () => ({ status: 422, body: '{"error":{"code":"NO_TEXT","message":"for now"}}' }));
  const again = renderConfirmation(samplePair(24).bank, 'letter');
  await upload('BANK/again.pdf', again);
  system.proxy.setBehaviour((_call, forward) => forward());
  await upload('BANK/again.pdf', again);
  await upload('BANK/refused-once.pdf', Buffer.from('no PDF'));
  await upload('BANK/refused-twice.pdf', Buffer.from('no PDF'));
  await fetch(new URL('/health/ready', system.service.url));
  await aDayAtTheDesk(system);
  await sendTo(system, system.names.documentQueue.BANK, 'poison');
  // Longer than what the ledger keeps of a message.
  await sendTo(system, system.names.documentQueue.BANK, 'poison'.repeat(1_000));
  // Dead letters: of a document nobody has touched, and of one whose bytes are known under another key.
  for (const [key, bytes] of [
    ['BANK/dead.pdf', renderConfirmation(samplePair(22).bank, 'letter')],
    ['BANK/refused-again.pdf', Buffer.from('no PDF')],
  ] as const) {
    const event = await uploadUnseen(system, key, bytes);
    for (const _delivery of [1, 2]) {
      await sendTo(system, system.names.documentDeadLetterQueue.BANK, event);
      await untilQueuesAreEmpty(system);
    }
  }
  await untilQueuesAreEmpty(system);
  expect((await longUnmatched(system, 20)).length).toBeGreaterThan(0);
  expect(await system.functions.invoke(system.names.sweepFunction, {})).toMatchObject({ kind: 'done' });
});
afterAll(() => system?.close());

const context = () => ({
  region: system.aws.region,
  account: system.aws.accountId,
  keyArn: String([...system.stack.resources].find(([address]) => address.startsWith('aws_kms_key.'))?.[1].arn),
});
/** A function's own calls, and those of its event source mappings, which are made in its role. */
const byFunction =
  (name: string) =>
  ({ caller = '' }: AwsCall) =>
    caller.startsWith(`${name}.`) || caller === `event-source-mapping.${name}`;
const byProcessor = (call: AwsCall) => byFunction(system.names.processorFunction)(call);
const byFailures = (call: AwsCall) => byFunction(system.names.failuresFunction)(call);
const bySweep = (call: AwsCall) => byFunction(system.names.sweepFunction)(call);
const byDesk = ({ caller }: AwsCall) => caller === DESK_ACCESS_KEY;
const byService = ({ caller }: AwsCall) => caller === SERVICE_ACCESS_KEY;
const reviewProcessor = (stack: ProvisionedStack = system.stack) =>
  reviewRole(stack, system.names.processorFunction, calls.filter(byProcessor), context());

interface Changed {
  readonly Sid: string;
  Action: string[];
  readonly Condition?: { readonly StringEquals?: Record<string, string[]> };
}

/** The stack with one role's policy changed. */
function withPolicy(role: string, change: (statements: Changed[]) => void): ProvisionedStack {
  const resources = new Map(system.stack.resources);
  for (const [address, attributes] of resources) {
    if (!address.startsWith('aws_iam_role_policy.') || attributes.role !== role) continue;
    const policy = JSON.parse(String(attributes.policy));
    change(policy.Statement);
    resources.set(address, { ...attributes, policy: JSON.stringify(policy) });
  }
  return { ...system.stack, resources };
}

describe("the processor's role", () => {
  test("the processor's role allows every call that it made", () => {
    expect(calls.filter(byProcessor).length).toBeGreaterThan(100);
    expect(reviewProcessor().refused).toEqual([]);
  });

  test("the processor's role allows nothing that no call needed", () => {
    expect(reviewProcessor().unused.filter((name) => !(name in USED_BY_AWS))).toEqual([]);
  });

  test("the processor's role with s3:DeleteBucket as well, the list of what is unused says so", () => {
    const stack = withPolicy(system.names.processorFunction, (statements) => {
      statements[0]?.Action.push('s3:DeleteBucket');
    });
    expect(reviewProcessor(stack).unused).toContain('ReadIncoming s3:DeleteBucket');
  });
});

describe("the failure handler's role", () => {
  const review = () => reviewRole(system.stack, system.names.failuresFunction, calls.filter(byFailures), context());

  test("the failure handler's role allows every call that it made", () => {
    expect(calls.filter(byFailures).length).toBeGreaterThan(10);
    expect(review().refused).toEqual([]);
  });

  test("the failure handler's role allows nothing that no call needed", () => {
    expect(review().unused.filter((name) => !(name in USED_BY_AWS))).toEqual([]);
  });
});

describe("the sweep's role", () => {
  const review = () => reviewRole(system.stack, system.names.sweepFunction, calls.filter(bySweep), context());

  test("the sweep's role allows every call that it made", () => {
    expect(calls.filter(bySweep).length).toBeGreaterThan(20);
    expect(review().refused).toEqual([]);
  });

  test("the sweep's role allows nothing that no call needed", () => {
    expect(review().unused.filter((name) => !(name in USED_BY_AWS))).toEqual([]);
  });
});

describe("the matching service's role", () => {
  const review = () => reviewRole(system.stack, system.names.matchingService, calls.filter(byService), context());

  test("the matching service's role allows every call that it made", () => {
    expect(calls.filter(byService).length).toBeGreaterThan(50);
    expect(review().refused).toEqual([]);
  });

  test("the matching service's role allows nothing that no call needed", () => {
    expect(review().unused).toEqual([]);
  });
});

describe("the desk's role", () => {
  const review = (made = calls.filter(byDesk)) => reviewRole(system.stack, system.names.desk, made, context());

  test("the desk's role allows every call that it made", () => {
    expect(calls.filter(byDesk).length).toBeGreaterThan(100);
    expect(review().refused).toEqual([]);
  });

  test("the desk's role allows nothing that no call needed", () => {
    expect(review().unused.filter((name) => !(name in USED_BY_AWS))).toEqual([]);
  });

  test("the desk's role reads nothing in quarantine, and deletes nothing of a case", () => {
    const [filed] = calls.filter((call) => byDesk(call) && call.action === 'GetObject');
    const [forgotten] = calls.filter((call) => byDesk(call) && call.action === 'DeleteItem');
    if (!filed || !forgotten) throw new Error('The desk read no document, or forgot no view.');
    const quarantined = { ...filed, resource: filed.resource.replace('/PROCESSED/', '/QUARANTINE/') };
    const body = Buffer.from(forgotten.body.toString('utf8').replace('USER#ana', 'CASE#00000000'));
    expect(review([quarantined, { ...forgotten, body }]).refused).toEqual([
      expect.stringMatching(/^dynamodb:DeleteItem on .* of CASE: not-allowed$/),
      expect.stringMatching(/^s3:GetObject on .*\/QUARANTINE\/.*: not-allowed$/),
    ]);
  });
});

describe('every action of every role', () => {
  const roles = () =>
    [
      [system.names.processorFunction, byProcessor],
      [system.names.failuresFunction, byFailures],
      [system.names.sweepFunction, bySweep],
      [system.names.matchingService, byService],
      [system.names.desk, byDesk],
    ] as const;

  test('without any single action of a role, a call of the system would be refused', () => {
    const notMissed: string[] = [];
    let removed = 0;
    for (const [role, isOf] of roles()) {
      const made = calls.filter(isOf);
      for (const { Sid, Action } of policiesOfRole(system.stack, role)) {
        for (const action of Action.filter((each) => !(`${Sid} ${each}` in USED_BY_AWS))) {
          removed += 1;
          const stack = withPolicy(role, (statements) => {
            for (const statement of statements) {
              if (statement.Sid === Sid) statement.Action = statement.Action.filter((each) => each !== action);
            }
          });
          const { refused } = reviewRole(stack, role, made, context());
          if (!refused.some((call) => call.startsWith(action))) notMissed.push(`${role} ${Sid} ${action}`);
        }
      }
    }
    expect(removed).toBeGreaterThan(20);
    expect(notMissed).toEqual([]);
  });

  test('every role uses the key through the services that it calls, and misses each that is taken away', () => {
    const notMissed: string[] = [];
    let removed = 0;
    for (const [role, isOf] of roles()) {
      const made = calls.filter(isOf);
      const [useKey] = policiesOfRole(system.stack, role).filter(({ Sid }) => Sid === 'UseKey');
      for (const service of useKey?.Condition?.StringEquals?.['kms:ViaService'] ?? []) {
        removed += 1;
        const stack = withPolicy(role, (statements) => {
          for (const { Sid, Condition } of statements) {
            const keys = Condition?.StringEquals;
            if (Sid === 'UseKey' && keys)
              keys['kms:ViaService'] = keys['kms:ViaService']?.filter((each) => each !== service) ?? [];
          }
        });
        const { refused } = reviewRole(stack, role, made, context());
        if (!refused.some((call) => call.includes(`through ${service}`))) notMissed.push(`${role} ${service}`);
      }
    }
    expect(notMissed).toEqual([]);
    expect(removed).toBe(18);
  });
});
