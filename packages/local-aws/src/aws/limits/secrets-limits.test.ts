import {
  CreateSecretCommand,
  GetSecretValueCommand,
  PutSecretValueCommand,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type EmbeddedAws, startEmbeddedAws } from '../index.ts';

// What AWS answers: "AWS Secrets Manager quotas" and CreateSecret in the API reference.
let aws: EmbeddedAws;
let secrets: SecretsManagerClient;

beforeAll(async () => {
  aws = await startEmbeddedAws();
  secrets = new SecretsManagerClient({
    endpoint: aws.endpoint,
    region: aws.region,
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    maxAttempts: 1,
  });
  await secrets.send(new CreateSecretCommand({ Name: 'token' }));
});
afterAll(() => aws.close());

const put = (SecretString: string, SecretId = 'token') =>
  secrets.send(new PutSecretValueCommand({ SecretId, SecretString }));
const get = (VersionStage?: string) =>
  secrets.send(new GetSecretValueCommand({ SecretId: 'token', ...(VersionStage && { VersionStage }) }));
const refused = (name: string) => ({ name, $metadata: expect.objectContaining({ httpStatusCode: 400 }) });

test('a secret without a value is not found, nor is one that does not exist', async () => {
  await expect(get()).rejects.toMatchObject(refused('ResourceNotFoundException'));
  await expect(put('v', 'other')).rejects.toMatchObject(refused('ResourceNotFoundException'));
});

test('a value has 64 KB at most, and one character at least', async () => {
  await put('é'.repeat(32_768));
  await expect(put(`${'é'.repeat(32_768)}x`)).rejects.toMatchObject(refused('ValidationException'));
  await expect(put('')).rejects.toMatchObject(refused('ValidationException'));
  expect((await get()).SecretString).toHaveLength(32_768);
});

test('a stage that no version has is not found', async () => {
  await put('next');
  expect((await get('AWSPREVIOUS')).SecretString).toHaveLength(32_768);
  await expect(get('AWSPENDING')).rejects.toMatchObject(refused('ResourceNotFoundException'));
});

test('a name is taken once, and has letters, digits and /_+=.@- only', async () => {
  const create = (Name: string) => secrets.send(new CreateSecretCommand({ Name, SecretString: 's' }));
  await expect(create('token')).rejects.toMatchObject(refused('ResourceExistsException'));
  await expect(create('a token')).rejects.toMatchObject(refused('ValidationException'));
  await expect(create('t'.repeat(513))).rejects.toMatchObject(refused('ValidationException'));
});
