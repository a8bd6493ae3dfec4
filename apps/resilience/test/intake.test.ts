import { readFileSync } from 'node:fs';
import path from 'node:path';
import { renderConfirmation, samplePair } from '@trade-matching/confirmation-samples';
import { type AwsCall, requiredPermissions, reviewRole } from '@trade-matching/local-aws/iam';
import { changedStack, type System, startSystem, withoutWindow } from '@trade-matching/sandbox/system';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { operatorsProgram } from './operators-program.ts';

let system: System;
let cli: ReturnType<typeof operatorsProgram>;
const calls: AwsCall[] = [];
const filed = new Set<string>();
beforeAll(async () => {
  system = await startSystem({ stackFile: changedStack(withoutWindow) });
  cli = operatorsProgram(system);
  system.onFiled((key) => filed.add(key));
  system.aws.addInterceptor((call, next) => {
    calls.push(call);
    return next();
  });
});
afterAll(() => system?.close());

const { bank, counterparty } = samplePair(900);
const ours = 'BANK/2026/11/23/paused.pdf';
const theirs = 'COUNTERPARTY/2026/11/23/paused.pdf';

const until = async (isSo: () => boolean) => {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 50));
};
/** Receives from the bank's queue so far. */
const receives = () =>
  calls.filter(({ action, resource }) => action === 'ReceiveMessage' && resource.includes('bank-documents-local'))
    .length;
const intakes = async () => {
  const lines = (await cli('queues', '--json')).stdout.trim().split('\n');
  return lines.map((line) => JSON.parse(line)).flatMap(({ queue, intake }) => (intake ? [`${queue} ${intake}`] : []));
};

interface Content {
  readonly State: string;
  readonly EventSourceMappings: readonly [{ readonly UUID: string }];
}

/** Lambda's API as a program without our client asks it. */
async function lambda(method: string, route: string, body?: object) {
  const authorization = 'AWS4-HMAC-SHA256 Credential=x/20260101/us-east-1/lambda/aws4_request, Signature=0';
  const answer = await fetch(`${system.aws.endpoint}/2015-03-31/event-source-mappings/${route}`, {
    ...{ method, headers: { authorization } },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return {
    status: answer.status,
    code: answer.headers.get('x-amzn-errortype'),
    content: (await answer.json()) as Content,
  };
}

test('a paused source is not taken from its queue, the other one is, and what waits is processed when it is resumed', async () => {
  expect(await intakes()).toEqual(['bank-documents-local Enabled', 'counterparty-documents-local Enabled']);
  expect((await cli('pause', 'BANK')).stdout).toContain('The intake of BANK is paused.');
  expect(await intakes()).toEqual(['bank-documents-local Disabled', 'counterparty-documents-local Enabled']);
  expect((await cli('queues')).stdout).toContain('paused: resume it when its cause is over');

  const before = receives();
  await system.upload({ key: ours, source: 'BANK', bytes: await renderConfirmation(bank, 'letter') });
  await system.upload({ key: theirs, source: 'COUNTERPARTY', bytes: await renderConfirmation(counterparty, 'letter') });
  await until(() => filed.has(theirs));
  // Longer than a poller waits for messages.
  await new Promise((resolve) => setTimeout(resolve, 2_000));
  expect({ receives: receives() - before, filed: filed.has(ours) }).toEqual({ receives: 0, filed: false });
  const again = await cli('pause', 'BANK', '--json');
  expect(JSON.parse(again.stdout)).toEqual({
    ...{ source: 'BANK', queue: 'bank-documents-local', intake: 'Disabled', changed: false, waiting: 1 },
  });

  expect((await cli('resume', 'BANK')).stdout).toContain('The intake of BANK is running.');
  await until(() => filed.has(ours));
  expect(await intakes()).toEqual(['bank-documents-local Enabled', 'counterparty-documents-local Enabled']);
});

test('a mapping on its way is Disabling, cannot be changed, and then is Disabled', async () => {
  const { content } = await lambda('GET', '?FunctionName=trade-document-failures-local');
  const [mapping] = content.EventSourceMappings;
  expect(content.EventSourceMappings).toHaveLength(3);
  expect(mapping).toMatchObject({ State: 'Enabled', FunctionResponseTypes: ['ReportBatchItemFailures'] });
  const { UUID } = mapping;
  expect(await lambda('PUT', UUID, { Enabled: false })).toMatchObject({ status: 202, content: { State: 'Disabling' } });
  expect(await lambda('PUT', UUID, { Enabled: true })).toMatchObject({ status: 400, code: 'ResourceInUseException' });
  let state = '';
  while (state !== 'Disabled') state = (await lambda('GET', UUID)).content.State;
  expect(await lambda('PUT', UUID, { Enabled: true })).toMatchObject({ status: 202, content: { State: 'Enabling' } });
  while (state !== 'Enabled') state = (await lambda('GET', UUID)).content.State;
});

test.each([
  ['GET', '11111111-0000-4000-8000-000000000000', undefined, 404, 'ResourceNotFoundException'],
  ['PUT', '11111111-0000-4000-8000-000000000000', { Enabled: true }, 404, 'ResourceNotFoundException'],
  ['GET', '?FunctionName=nothing', undefined, 404, 'ResourceNotFoundException'],
  ['GET', '?MaxItems=0', undefined, 400, 'ValidationException'],
  ['GET', '?EventSourceArn=bank', undefined, 400, 'ValidationException'],
] as const)('Lambda refuses %s %s %j', async (method, route, body, status, code) => {
  expect(await lambda(method, route, body)).toMatchObject({ status, code });
});

test('what is not known of a mapping is not changed in silence', async () => {
  const { content } = await lambda('GET', '');
  const { UUID } = content.EventSourceMappings[0];
  for (const body of [{ BatchSize: 1 }, { Enabled: 'no' }]) {
    expect(await lambda('PUT', UUID, body)).toMatchObject({ status: 400, code: 'InvalidRequestContentException' });
  }
});

test("the runbook's policy allows what pause, resume and queues call, of this function alone, and no more", async () => {
  const page = readFileSync(path.resolve(import.meta.dirname, '../../../docs/runbook.md'), 'utf8');
  const text = /```json\n(\{[^`]*EventSourceMapping[^`]*)```/.exec(page)?.[1] ?? '';
  const { region, accountId: account } = system.aws;
  const policy = text.replaceAll('REGION', region).replaceAll('ACCOUNT', account).replaceAll('$ENV', 'local');
  const made = calls.filter(({ caller, service }) => caller === 'operator' && service === 'lambda');
  const stack = {
    ...system.stack,
    resources: new Map([['aws_iam_role_policy.operator', { role: 'operator', policy }]]),
  };
  const functionOf = (name: string) => `arn:aws:lambda:${region}:${account}:function:${name}`;
  const context = (name: string) => ({ region, account, keyArn: '', functionOfMapping: () => functionOf(name) });
  expect(reviewRole(stack, 'operator', made, context('trade-document-processor-local'))).toEqual({
    ...{ refused: [], unused: [] },
  });
  const { refused } = reviewRole(stack, 'operator', made, context('another'));
  expect(refused.map((each) => each.split(' ')[0])).toEqual([
    ...['lambda:GetEventSourceMapping', 'lambda:UpdateEventSourceMapping'],
  ]);
  expect(made.flatMap((call) => requiredPermissions(call, context('x'))).map(({ action }) => action)).toContain(
    'lambda:ListEventSourceMappings',
  );
});
