import { Testing } from 'cdktf';
import { describe, expect, test } from 'vitest';
import { BootstrapStack } from '../src/bootstrap/bootstrap-stack.ts';
import { environments } from '../src/environments/index.ts';
import type { Attributes } from './synthesized.ts';

describe.each(['development', 'staging', 'production'] as const)('the bootstrap of %s', (name) => {
  const { resource } = JSON.parse(Testing.synth(new BootstrapStack(Testing.app(), environments[name]))) as {
    resource: Record<string, Record<string, Attributes>>;
  };
  const all = (type: string) => Object.values(resource[type] ?? {});

  test('each role is for one environment of one repository, and names both (A5)', () => {
    const conditions = all('aws_iam_role').map((role) => JSON.parse(role.assume_role_policy).Statement[0].Condition);
    expect(conditions.map(Object.keys)).toEqual([['StringEquals'], ['StringEquals']]);
    expect(conditions.map(({ StringEquals }) => Object.values(StringEquals)).sort()).toEqual(
      [
        ['sts.amazonaws.com', `${environments[name].delivery?.repositorySubject}:environment:${name}-plan`],
        ['sts.amazonaws.com', `${environments[name].delivery?.repositorySubject}:environment:${name}`],
      ].sort(),
    );
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
    expect(actions.every((action: string) => /:(Get|List|Describe)/.test(action))).toBe(true);
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
