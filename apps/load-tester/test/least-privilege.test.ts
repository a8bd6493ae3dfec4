import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { connect } from '@trade-matching/account';
import { environments, loadTestPermissions } from '@trade-matching/infra';
import { type AwsCall, classify, type RequiredPermission, requiredPermissions } from '@trade-matching/local-aws/iam';
import { evaluate, readPolicy } from '@trade-matching/policies';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cleanUp } from '../src/clean-up/clean-up.ts';
import { answers, type StartedSandbox, startSandbox } from '../src/environment/start-sandbox.ts';
import { readOptions } from '../src/options.ts';
import { newRun, runLoad } from '../src/run-load.ts';

const calls: AwsCall[] = [];
let sandbox: StartedSandbox;
let recorder: Server;

/** Permissions that no call to the sandbox needs, and who needs them. */
const USED_ELSEWHERE: Readonly<Record<string, string>> = {
  'ReadFigures cloudwatch:GetMetricData': 'the sandbox has no CloudWatch',
};

/** The tester's own queue is encrypted by SQS itself, with no key of ours. */
const OWN_QUEUE_ENCRYPTION = 'sqs.us-east-1.amazonaws.com';

/** Hands each call on to the sandbox, and keeps it. */
async function record(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  const body = Buffer.concat(chunks);
  const { method = 'GET', url = '/', headers } = request;
  calls.push(classify(method, url, headers, body));
  const kept = Object.entries(headers).filter(
    ([name]) => !/^(host|connection|content-length|transfer-encoding|expect)$/.test(name),
  );
  const answer = await fetch(`${sandbox.running.endpoint}${url}`, {
    method,
    headers: Object.fromEntries(kept.map(([name, value]) => [name, String(value)])),
    ...(method === 'GET' || method === 'HEAD' ? {} : { body }),
  });
  const content = Buffer.from(await answer.arrayBuffer());
  const back = [...answer.headers].filter(([name]) => !/^(content-length|transfer-encoding|connection)$/.test(name));
  response.writeHead(answer.status, { ...Object.fromEntries(back), 'content-length': content.length });
  response.end(content);
}

// Everything that the tester calls in one run, its clean-up included.
beforeAll(async () => {
  const { signal } = new AbortController();
  sandbox = await startSandbox(signal);
  recorder = createServer((request, response) => void record(request, response));
  await new Promise<void>((resolve) => recorder.listen(0, '127.0.0.1', resolve));
  const { port } = recorder.address() as AddressInfo;
  const account = await connect('local', { ...sandbox.running, endpoint: `http://127.0.0.1:${port}` });
  const run = newRun(1);
  const ran = await runLoad({
    account,
    options: readOptions(['--documents', '20', '--bad', '0.2']),
    run,
    say: () => {},
    watch: () => () => {},
    stop: signal,
  });
  expect(ran.report).toMatchObject({ lost: { count: 0 }, wrong: { count: 0 }, errors: {} });
  await cleanUp(account, run, ran.record);
  account.close();
}, 180_000);

afterAll(async () => {
  recorder?.closeAllConnections();
  recorder?.close();
  await sandbox?.close();
  if (sandbox) expect(await answers(sandbox.running), 'a closed sandbox has ended').toBe(false);
});

const key = 'arn:aws:kms:us-east-1:000000000000:key/1';
const statements = readPolicy(
  JSON.stringify({ Version: '2012-10-17', Statement: loadTestPermissions(environments.local) }),
);

function needed(): RequiredPermission[] {
  const context = { region: 'us-east-1', account: '000000000000', keyArn: key };
  return calls
    .flatMap((call) => requiredPermissions(call, context))
    .filter(({ conditions }) => conditions?.['kms:ViaService'] !== OWN_QUEUE_ENCRYPTION);
}

const decide = (of: typeof statements, { action, resource, conditions = {} }: RequiredPermission) =>
  evaluate(of, { action, resource, context: { ...conditions, 'kms:ResourceAliases': 'alias/trade-matching-local' } });

test("the load test's role allows every call that it made", () => {
  expect(calls.length).toBeGreaterThan(100);
  const refused = needed().filter((permission) => decide(statements, permission).kind !== 'allowed');
  expect([...new Set(refused.map(({ action, resource }) => `${action} ${resource}`))]).toEqual([]);
});

test("the load test's role allows nothing that no call needed", () => {
  const used = new Set(
    needed().flatMap((permission) =>
      statements
        .filter((statement) => decide([statement], permission).kind === 'allowed')
        .map(({ Sid }) => `${Sid} ${permission.action}`),
    ),
  );
  const granted = statements.flatMap(({ Sid, Action }) => Action.map((action) => `${Sid} ${action}`));
  expect(granted.filter((name) => !used.has(name) && !(name in USED_ELSEWHERE))).toEqual([]);
});
