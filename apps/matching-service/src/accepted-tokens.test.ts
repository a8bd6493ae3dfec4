import { CreateSecretCommand, PutSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { type EmbeddedAws, startEmbeddedAws } from '@trade-matching/local-aws';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { AcceptedTokens } from './accepted-tokens.ts';

const FIRST = 'the first token, long enough';
const SECOND = 'the second token, long enough';
let aws: EmbeddedAws;
let secrets: SecretsManagerClient;
let questions = 0;
let answer: 'as asked' | 'outage' | 'AccessDeniedException' | 'ThrottlingException' = 'as asked';
let name = 0;
let now = 0;

beforeAll(async () => {
  aws = await startEmbeddedAws();
  secrets = new SecretsManagerClient({
    endpoint: aws.endpoint,
    region: aws.region,
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    maxAttempts: 1,
  });
  aws.addInterceptor(async (call, next) => {
    if (call.action !== 'GetSecretValue') return next();
    // One of the secret before may still be under way.
    if (call.body.includes(`token-${name}-`)) questions += 1;
    if (answer === 'as asked') return next();
    const status = answer === 'outage' ? 500 : 400;
    const __type = answer === 'outage' ? 'InternalServiceError' : answer;
    return { status, headers: {}, body: Buffer.from(JSON.stringify({ __type, message: 'no' })) };
  });
});
afterAll(async () => {
  secrets.destroy();
  await aws.close();
});
beforeEach(() => {
  answer = 'as asked';
  questions = 0;
  now = 1_000_000;
});

/** The tokens of a new secret, whose first question takes one call for each of two versions. */
async function tokens() {
  const Name = `token-${++name}`;
  const { ARN = '' } = await secrets.send(new CreateSecretCommand({ Name, SecretString: FIRST }));
  return {
    accepted: new AcceptedTokens(secrets, ARN, () => now),
    put: (SecretString: string) => secrets.send(new PutSecretValueCommand({ SecretId: ARN, SecretString })),
  };
}
const bearer = (token: string) => `Bearer ${token}`;

test.each(['outage', 'ThrottlingException'] as const)(
  'tokens outlive their minute while Secrets Manager answers %s',
  async (trouble) => {
    const { accepted, put } = await tokens();
    expect(await accepted.accept(bearer(FIRST))).toBe(true);
    answer = trouble;
    now += 3 * 60 * 60_000;
    expect(await accepted.accept(bearer(FIRST))).toBe(true);
    expect(await accepted.accept(bearer('wrong, and long enough'))).toBe(false);
    answer = 'as asked';
    await put(SECOND);
    now += 5_000;
    expect(await accepted.accept(bearer(SECOND))).toBe(true);
  },
);

test('tokens do not outlive an outage of more than a day', async () => {
  const { accepted } = await tokens();
  await accepted.read();
  answer = 'outage';
  now += 25 * 60 * 60_000;
  await expect(accepted.accept(bearer(FIRST))).rejects.toThrow();
});

test('tokens do not outlive the right to read them', async () => {
  const { accepted } = await tokens();
  await accepted.read();
  now += 61_000;
  answer = 'AccessDeniedException';
  await expect(accepted.accept(bearer(FIRST))).rejects.toThrow();
  answer = 'outage';
  now += 5_000;
  await expect(accepted.accept(bearer(FIRST))).rejects.toThrow();
});

test('a hundred callers at once are one question', async () => {
  const { accepted } = await tokens();
  await Promise.all(Array.from({ length: 100 }, () => accepted.accept(bearer(FIRST))));
  expect(questions).toBe(2);
  now += 61_000;
  await Promise.all(Array.from({ length: 100 }, () => accepted.accept(bearer(FIRST))));
  expect(questions).toBe(4);
});

test('callers without a token, and callers in an outage, are no question each', async () => {
  const { accepted } = await tokens();
  for (const given of [undefined, '', 'Basic abc', FIRST]) expect(await accepted.accept(given)).toBe(false);
  expect(questions).toBe(0);
  answer = 'outage';
  for (let call = 0; call < 20; call++)
    await expect(accepted.accept(bearer('guessed, and long enough'))).rejects.toThrow();
  expect(questions).toBe(2);
});
