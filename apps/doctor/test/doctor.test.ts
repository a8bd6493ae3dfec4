import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { run } from '@trade-matching/command-line';
import { recordingTerminal } from '@trade-matching/command-line/testing';
import { type EmbeddedAws, startEmbeddedAws } from '@trade-matching/local-aws';
import { expect, onTestFinished, test } from 'vitest';
import { doctorCommand } from '../src/doctor-command.ts';
import { STEPS } from '../src/steps.ts';
import { prepared, runDoctor } from './prepared-account.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');

test('every step that a check sends to is a heading of docs/deploy.md', () => {
  const headings = readFileSync(path.join(ROOT, 'docs/deploy.md'), 'utf8').split('\n');
  const missing = Object.entries(STEPS).filter(([step, heading]) => !headings.includes(`## ${step}. ${heading}`));
  expect(missing).toEqual([]);
});

test('an account that has everything is said to be ready, with exit code 0', async () => {
  const { code, text } = await runDoctor(prepared(), ['--env', 'staging']);
  expect(text).toMatch(/All 38 prerequisites of staging are there\.$/);
  expect(code).toBe(0);
});

test('the table names what is wrong, what to do and the step, and the last line counts', async () => {
  const account = prepared();
  account.facts.prefixLists = [];
  account.token = 'missing';
  const { code, text } = await runDoctor(account, ['--env', 'staging']);
  expect(text).toMatch(/failed.*com\.amazonaws\.us-east-1\.s3 is not there\./);
  expect(text).toContain('Correct network.s3PrefixListId in infra/src/environments/staging.ts.');
  expect(text).toContain('docs/deploy.md, step 2. Say what the environment is');
  expect(text).toMatch(/staging: 35 of 38 prerequisites are there, 3 failed\. See docs\/deploy\.md, steps 2, 6\.$/);
  expect(code).toBe(1);
});

test('an account that nobody has prepared: all is looked at, nothing ends the run', async () => {
  const account = prepared();
  const { denied, ...empty } = { ...account.facts };
  for (const key of Object.keys(empty)) {
    if (Array.isArray(account.facts[key as keyof typeof empty])) Object.assign(account.facts, { [key]: [] });
  }
  Object.assign(account, { buckets: [], token: 'missing' });
  const { code, findings } = await runDoctor(account);
  const count = (result: string) => findings.filter((each) => each.result === result).length;
  expect({ code, failed: count('failed'), unknown: count('unknown') }).toEqual({ code: 1, failed: 12, unknown: 0 });
  expect(denied).toEqual([]);
});

test('--through leaves the later steps out', async () => {
  const account = prepared();
  account.facts.roles = [];
  account.facts.hostedZones = [];
  account.token = 'missing';
  const { code, findings } = await runDoctor(account, ['--env', 'staging', '--json', '--through', '2']);
  expect(Math.max(...findings.map(({ step }) => step))).toBe(2);
  expect(code).toBe(0);
});

test.each([
  ['ec2:DescribeVpcs', 'vpc'],
  ['ec2:DescribeManagedPrefixLists', 'prefix-list-s3'],
  ['eks:DescribeCluster', 'cluster'],
  ['lambda:GetAccountSettings', 'lambda-concurrency'],
  ['acm:DescribeCertificate', 'certificate'],
  ['iam:GetRole', 'role-plan'],
  ['route53:ListHostedZonesByVPC', 'private-name'],
])('without permission for %s, %s is unknown and never missing', async (action, check) => {
  const account = prepared();
  account.facts.denied = [action];
  const { code, findings } = await runDoctor(account);
  expect(findings.find((each) => each.check === check)).toMatchObject({
    result: 'unknown',
    reason: expect.stringMatching(new RegExp(`^Permission denied: .*${action}`)),
  });
  expect(findings.filter(({ result }) => result === 'failed')).toEqual([]);
  expect(code).toBe(1);
});

test("another account's state bucket is unknown, and not missing", async () => {
  const { findings } = await runDoctor(prepared(), undefined, (aws) => {
    aws.addInterceptor(async (call, next) =>
      call.action === 'HeadBucket' ? { status: 403, headers: {}, body: Buffer.alloc(0) } : next(),
    );
  });
  expect(findings.find(({ check }) => check === 'state-bucket')?.result).toBe('unknown');
});

test('AWS that cannot be reached is unknown, in a sentence', async () => {
  const account = prepared();
  account.shell.AWS_ENDPOINT_URL_LAMBDA = 'http://127.0.0.1:1';
  const { findings } = await runDoctor(account);
  expect(findings.find(({ check }) => check === 'lambda-concurrency')).toMatchObject({
    result: 'unknown',
    reason: expect.stringMatching(/^AWS gave no answer \(ECONNREFUSED/),
  });
});

test('control characters of an answer do not reach the terminal', async () => {
  const account = prepared();
  account.facts.certificates = account.facts.certificates.map((each) => ({
    ...each,
    DomainName: 'a\u001b[2Jb\u202e',
    SubjectAlternativeNames: [],
  }));
  const { text } = await runDoctor(account, ['--env', 'staging']);
  expect(text).toMatch(/a\\u001b\[2Jb\\u202e/);
});

test.each([
  [[], /--env/],
  [['--env', 'local'], /--env is one of development, staging, production, not "local"/],
  [['--env', 'staging', '--through', '9'], /--through is a whole number from 2 to 6, not "9"/],
])('%j is wrong usage', async (args, complaint) => {
  const { terminal, complaints } = recordingTerminal();
  const repository = { environments: async () => ({}), file: () => '' };
  expect(await run(doctorCommand(repository), args, terminal)).toBe(2);
  expect(complaints.join()).toMatch(complaint);
});

test('Ctrl-C ends the run in one line', async () => {
  const stopping = new AbortController();
  const stopAtFirstCall = (aws: EmbeddedAws) => {
    aws.addInterceptor(async (_call, next) => {
      stopping.abort();
      await new Promise((resolve) => setTimeout(resolve, 500));
      return next();
    });
  };
  const { code, text, complaints } = await runDoctor(
    prepared(),
    ['--env', 'staging'],
    stopAtFirstCall,
    stopping.signal,
  );
  expect({ code, text, complaints }).toEqual({
    code: 1,
    text: '',
    complaints: [expect.stringMatching(/^Stopped after \d+ of 37 checks\. Nothing was changed\.$/)],
  });
});

test('the process reads the repository, and says that the credentials are of another account', async () => {
  const aws = await startEmbeddedAws();
  onTestFinished(() => aws.close());
  const main = path.join(ROOT, 'apps/doctor/src/main.ts');
  const ran = promisify(execFile)(process.execPath, [main, '--env', 'development', '--json'], {
    env: { ...process.env, ...aws.environment },
  });
  const { code, stdout, stderr } = await ran.then(
    (answer) => ({ code: 0, ...answer }),
    (error: { code: number; stdout: string; stderr: string }) => error,
  );
  expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
  const findings = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(findings.find(({ check }) => check === 'values')).toMatchObject({ result: 'ok' });
  expect(findings.find(({ check }) => check === 'credentials')).toMatchObject({
    result: 'failed',
    reason: expect.stringContaining('000000000000, not 111111111111'),
  });
});
