import path from 'node:path';
import { Testing } from 'cdktf';
import { describe, expect, test } from 'vitest';
import { BootstrapStack } from '../src/bootstrap/bootstrap-stack.ts';
import { type Environment, environments } from '../src/environments/index.ts';
import { OUTPUT_FOLDER } from '../src/synthesized-stack.ts';
import type { Attributes } from './synthesized.ts';

interface Bootstrap {
  readonly resource: Record<string, Record<string, Attributes>>;
  readonly data?: Record<string, Record<string, Attributes>>;
  readonly terraform: Attributes;
}

const bootstrap = (environment: Environment): Bootstrap =>
  JSON.parse(Testing.synth(new BootstrapStack(Testing.app(), environment)));

describe.each(['development', 'staging', 'production'] as const)('the bootstrap of %s', (name) => {
  const { resource, terraform } = bootstrap(environments[name]);
  const all = (type: string) => Object.values(resource[type] ?? {});

  test('the state is a file of its own, outside the folder that every synth empties', () => {
    const { path: state } = terraform.backend.local;
    expect(path.isAbsolute(state)).toBe(true);
    expect(path.relative(OUTPUT_FOLDER, state)).toMatch(/^\.\./);
    expect(path.basename(state)).toContain(name);
  });

  test('each role is for one environment of one repository, and names both (A5)', () => {
    const roles = all('aws_iam_role').map((role) => {
      const { Condition } = JSON.parse(role.assume_role_policy).Statement[0];
      return [role.name, Object.keys(Condition), Object.values(Condition.StringEquals)];
    });
    const taken = (role: string, environment: string) => [
      `trade-matching-${role}-${name}`,
      ['StringEquals'],
      ['sts.amazonaws.com', `${environments[name].delivery?.repositorySubject}:environment:${environment}`],
    ];
    const loadTest = name === 'production' ? [] : [taken('load-test', name)];
    expect(roles.sort()).toEqual([taken('plan', `${name}-plan`), taken('deploy', name), ...loadTest].sort());
  });

  test('the load test touches no document but its own, reads none, and has no role in production', () => {
    const role = all('aws_iam_role_policy').find((each) => each.name === 'load-test');
    if (name === 'production') return expect(role).toBeUndefined();
    const statements: Attributes[] = JSON.parse(role?.policy).Statement;
    const ofS3 = statements.filter(({ Action }) => Action.some((action: string) => action.startsWith('s3:')));
    expect(ofS3.flatMap(({ Action }) => Action).sort()).toEqual([
      's3:DeleteObjectVersion',
      's3:ListBucket',
      's3:ListBucketVersions',
      's3:PutObject',
    ]);
    for (const { Resource, Condition } of ofS3) {
      const keys = Condition ? Condition.StringLike['s3:prefix'] : [Resource].flat();
      expect(keys.length).toBeGreaterThan(1);
      expect(keys.every((key: string) => /(BANK|COUNTERPARTY)\/\*\/load-test-\*$/.test(key))).toBe(true);
    }
  });

  test('no wildcard action, and every policy is short enough for IAM', () => {
    for (const { policy } of [...all('aws_iam_policy'), ...all('aws_iam_role_policy')]) {
      expect(policy.length).toBeLessThanOrEqual(10_240);
      for (const { Action } of JSON.parse(policy).Statement) {
        expect([Action].flat().filter((action: string) => action.includes('*'))).toEqual([]);
      }
    }
    for (const { policy } of all('aws_iam_policy')) expect(policy.length).toBeLessThanOrEqual(6_144);
  });

  test('the plan changes nothing but the lock of the state', () => {
    const read = all('aws_iam_role_policy').find((each) => each.name === 'read');
    const actions = JSON.parse(read?.policy).Statement.flatMap(({ Action }: Attributes) => Action);
    expect(actions.filter((action: string) => !/:(Get|List|Describe)/.test(action))).toEqual(['kms:Decrypt']);
    const decrypt = JSON.parse(read?.policy).Statement.find(({ Action }: Attributes) => Action.includes('kms:Decrypt'));
    expect(decrypt.Condition.StringEquals['kms:ViaService']).toMatch(/^lambda\./);

    const state = all('aws_iam_role_policy').find((each) => each.name === 'state' && /plan/.test(each.role));
    const changed = JSON.parse(state?.policy).Statement.filter(({ Action }: Attributes) =>
      Action.some((action: string) => /^s3:(Put|Delete)/.test(action)),
    );
    expect(changed.map(({ Resource }: Attributes) => Resource)).toEqual([
      expect.stringMatching(/\.arn\}\/\*\.tflock$/),
    ]);
  });

  test('nobody who deploys can read a document, a message or a secret', () => {
    const actions = all('aws_iam_policy').flatMap(({ policy }) =>
      JSON.parse(policy).Statement.flatMap(({ Action }: Attributes) => Action),
    );
    for (const forbidden of [
      's3:GetObject',
      'sqs:ReceiveMessage',
      'secretsmanager:GetSecretValue',
      'dynamodb:GetItem',
    ]) {
      expect(actions).not.toContain(forbidden);
    }
  });
});

test("an account that has GitHub's identity provider keeps it, and the roles name it", () => {
  const { delivery, ...development } = environments.development;
  if (!delivery) throw new Error('development is not delivered.');
  const { resource, data } = bootstrap({ ...development, delivery: { ...delivery, githubProvider: 'existing' } });
  expect(resource).not.toHaveProperty('aws_iam_openid_connect_provider');
  expect(data?.aws_iam_openid_connect_provider).toEqual({
    github: { url: 'https://token.actions.githubusercontent.com' },
  });
  for (const role of Object.values(resource.aws_iam_role ?? {})) {
    expect(role.assume_role_policy).toContain('${data.aws_iam_openid_connect_provider.github.arn}');
  }
});
