import type { Fault } from './fault.ts';

const PERMISSIONS = 'packages/local-aws/src/iam/required-permissions.test.ts';

export const inTheEmbeddedAws: readonly Fault[] = [
  {
    what: "the embedded AWS is kinder: the index's key is as long as one likes, and a document is stuck for ever",
    file: 'packages/local-aws/src/aws/dynamodb/index-key-limits.ts',
    now: 'RANGE: 1024 } as const',
    fault: 'RANGE: 1_048_576 } as const',
    test: ['packages/local-aws/src/aws/limits/dynamodb-limits.test.ts', 'the key of an index has the same limits'],
  },
  {
    what: 'the embedded AWS is kinder: a subject of any length and script is published',
    file: 'packages/local-aws/src/aws/limits/sns-limits.ts',
    now: "refusedSubject(form.get('Subject')) ?? refusedStructure(form)",
    fault: 'refusedStructure(form)',
    test: [
      'packages/local-aws/src/aws/limits/sns-limits.test.ts',
      'a subject has under 100 characters of printable ASCII, and begins with none that is blank',
    ],
  },
  {
    what: 'the embedded AWS is kinder: a key of S3 is as long as one likes',
    file: 'packages/local-aws/src/aws/s3/s3-limits.ts',
    now: 'const MAX_KEY_BYTES = 1024;',
    fault: 'const MAX_KEY_BYTES = 1_048_576;',
    test: [
      'packages/local-aws/src/aws/s3/s3-limits.test.ts',
      'a key has 1024 bytes of UTF-8 at most, in a write and in a read',
    ],
  },
  {
    what: 'the embedded AWS is kinder: an event of any size reaches the function',
    file: 'packages/local-aws/src/lambda/payload-limits.ts',
    now: 'MAX_REQUEST_BYTES = 6 * 1024 * 1024',
    fault: 'MAX_REQUEST_BYTES = 600 * 1024 * 1024',
    test: ['packages/local-aws/src/lambda/payload-limits.test.ts', 'an event has 6 MB at most'],
  },
  {
    what: 'the embedded AWS is kinder: indexes have a write at once, whatever the lag',
    file: 'packages/local-aws/src/aws/dynamodb/lagging-indexes.ts',
    now: 'if (!this.lags(table)) return table;',
    fault: 'return table;',
    test: [
      'packages/local-aws/src/aws/dynamodb/lagging-indexes.test.ts',
      'an item is listed once its lag has passed, and read by its key at once',
    ],
  },
  {
    what: 'the embedded AWS is kinder: the key is used without the service that it is allowed through',
    file: 'packages/local-aws/src/iam/required-permissions.ts',
    now: "conditions: { 'kms:ViaService': `${service}.${region}.amazonaws.com` },",
    fault: "conditions: { 'kms:ViaService': `${region}.${service}` },",
    test: [PERMISSIONS, 'the key is used through the service that is called, in the name of the caller'],
  },
  {
    what: 'the embedded AWS is kinder: a copy takes tags along without the right to read them',
    file: 'packages/local-aws/src/iam/required-permissions.ts',
    now: "return [need(versioned ? 's3:GetObjectVersionTagging' : 's3:GetObjectTagging', source)];",
    fault: "return source === '' && versioned ? [] : [];",
    test: [PERMISSIONS, 'a copy that takes tags along needs to read and to write them, one that leaves them does not'],
  },
];
