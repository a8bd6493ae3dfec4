import { renderConfirmation, samplePair } from '@trade-matching/confirmation-samples';
import {
  changedStack,
  followDocuments,
  type StackChange,
  type System,
  startSystem,
  untilQueuesAreEmpty,
  withoutWindow,
} from '@trade-matching/sandbox/system';
import { afterEach, describe, expect, test } from 'vitest';

let system: System | undefined;
afterEach(async () => {
  await system?.close();
  system = undefined;
});

/** Milliseconds in which a sound stack has filed a document ten times over. */
const LONG_ENOUGH = 5_000;

/** Uploads a document to this stack; true when it was filed and its queue is empty. */
async function works(...changes: StackChange[]): Promise<boolean> {
  return worksWithin(LONG_ENOUGH, ...changes);
}

async function worksWithin(milliseconds: number, ...changes: StackChange[]): Promise<boolean> {
  system = await startSystem({ stackFile: changedStack(withoutWindow, ...changes) });
  const upload = {
    key: 'BANK/2026/11/23/a.pdf',
    source: 'BANK',
    bytes: renderConfirmation(samplePair(2).bank, 'letter'),
  } as const;
  const following = followDocuments(system, [upload.key], () => {});
  await system.upload(upload);
  const filed = await following.finished(milliseconds);
  await untilQueuesAreEmpty(system, milliseconds);
  return filed;
}

const replacing =
  (before: string | RegExp, after: string): StackChange =>
  (text) =>
    text.replace(before, after);

// What the whole path's tests rest on: that a mistake in the infrastructure is seen here, not in a deployment.
describe('a mistake in infra', () => {
  test('the unchanged stack works', async () => {
    expect(await worksWithin(120_000)).toBe(true);
  });

  test('a renamed queue is reported as missing', async () => {
    await expect(works(replacing('"name": "bank-documents-local"', '"name": "bank-docs-local"'))).rejects.toThrow(
      /queue/i,
    );
  });

  test('a changed prefix leaves documents without an outcome', async () => {
    expect(await works(replacing('"filter_prefix": "BANK/"', '"filter_prefix": "BANKS/"'))).toBe(false);
  });

  test('a suffix in the filter leaves .PDF files without an outcome', async () => {
    expect(
      await works(replacing('"filter_prefix": "BANK/"', '"filter_prefix": "BANK/", "filter_suffix": ".PDF"')),
    ).toBe(false);
  });

  test.each(['EKS_SERVICE_ENDPOINT', 'SNS_TOPIC_ARN', 'DOCUMENTS_TABLE', 'BANK_QUEUE_URL', 'SERVICE_TOKEN_SECRET_ARN'])(
    'without %s the function does not start, and says so',
    async (variable) => {
      await expect(works(without(variable))).rejects.toThrow(variable);
    },
  );

  test('an unknown reference in the stack is an error', async () => {
    await expect(works(replacing(/\$\{aws_sns_topic\.[\w-]+\.arn\}/, '${aws_sns_topic.gone.arn}'))).rejects.toThrow(
      'aws_sns_topic.gone',
    );
  });

  test('an unknown resource type in the stack is an error', async () => {
    await expect(
      works(replacing('"aws_s3_bucket_cors_configuration"', '"aws_s3_bucket_website_configuration"')),
    ).rejects.toThrow('aws_s3_bucket_website_configuration');
  });
});

/** Takes a variable out of the function's environment. */
function without(variable: string): StackChange {
  return (text) => {
    const stack = JSON.parse(text);
    for (const definition of Object.values<{ environment: { variables: Record<string, string> } }>(
      stack.resource.aws_lambda_function,
    )) {
      const { variables } = definition.environment;
      if ('EKS_SERVICE_ENDPOINT' in variables) delete variables[variable];
    }
    return JSON.stringify(stack, null, 2);
  };
}
