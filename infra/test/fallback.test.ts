import { expect, test } from 'vitest';
import { environments } from '../src/environments/index.ts';
import { type SynthesizedStack, synthesize } from './synthesized.ts';

const { development } = environments;
const fallbackModelId = 'amazon.nova-lite-v1:0';
const matchingService = { endpoint: 'http://service.internal/process', clusterName: 'cluster' };

const policies = ({ resource }: SynthesizedStack) => JSON.stringify(resource.aws_iam_role_policy);
const configured = ({ output }: SynthesizedStack) => output.matching_service_environment?.value;

test('where an environment names a model, the service gets its id and may ask that one, and no other', () => {
  const stack = synthesize({ ...development, matchingService: { ...matchingService, fallbackModelId } });
  expect(configured(stack)).toMatchObject({ FALLBACK_MODEL_ID: fallbackModelId });
  const statements = Object.values(stack.resource.aws_iam_role_policy ?? {}).flatMap(
    ({ policy }) => JSON.parse(policy).Statement,
  );
  expect(statements.filter(({ Action }) => JSON.stringify(Action).includes('bedrock'))).toEqual([
    {
      Sid: 'AskModel',
      Effect: 'Allow',
      Action: ['bedrock:InvokeModel'],
      Resource: `arn:aws:bedrock:${development.region}::foundation-model/${fallbackModelId}`,
    },
  ]);
});

test('no environment of ours does, and none has the permission', () => {
  for (const environment of Object.values(environments)) {
    const stack = synthesize(environment);
    expect(configured(stack)).not.toHaveProperty('FALLBACK_MODEL_ID');
    expect(policies(stack)).not.toContain('bedrock');
  }
});
