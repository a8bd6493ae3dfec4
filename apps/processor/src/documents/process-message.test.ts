import type { SQSRecord } from 'aws-lambda';
import { describe, expect, test } from 'vitest';
import { type MessageDependencies, processMessage } from './process-message.ts';

const event = (...keys: string[]) =>
  JSON.stringify({
    Records: keys.map((key) => ({
      eventVersion: '2.1',
      eventSource: 'aws:s3',
      eventName: 'ObjectCreated:Put',
      eventTime: '2026-11-23T10:00:00.000Z',
      s3: { bucket: { name: 'documents' }, object: { key, size: 1, eTag: 'e', versionId: 'v', sequencer: '01' } },
    })),
  });

const message = (body: string, receives = 1) =>
  ({
    messageId: 'm',
    receiptHandle: 'r',
    body,
    attributes: { ApproximateReceiveCount: String(receives) },
    eventSourceARN: 'arn:aws:sqs:eu-west-1:123456789012:bank',
  }) as SQSRecord;

function run(body: string, process: MessageDependencies['process'], receives = 1) {
  const processed: string[] = [];
  const visibility: number[] = [];
  const dependencies: MessageDependencies = {
    bucket: 'documents',
    setVisibility: async (_record, seconds) => {
      visibility.push(seconds);
    },
    emit: () => {},
    log: () => {},
    process: (object, log) => {
      processed.push(object.key);
      return process(object, log);
    },
  };
  const done = processMessage(dependencies, message(body, receives)).then(
    () => 'done',
    (error: Error) => error.message,
  );
  return done.then((outcome) => ({ outcome, processed, visibility }));
}

const filed = async () => ({ kind: 'filed', outcome: 'PROCESSED' }) as const;

describe('a message', () => {
  test('a message with several records has each of them processed', async () => {
    expect(await run(event('BANK/a.pdf', 'BANK/b.pdf'), filed)).toEqual({
      outcome: 'done',
      processed: ['BANK/a.pdf', 'BANK/b.pdf'],
      visibility: [],
    });
  });

  test('a message that is a test event is done', async () => {
    expect((await run('{"Service":"Amazon S3","Event":"s3:TestEvent"}', filed)).outcome).toBe('done');
  });

  test.each(['hello', '{}', '{"Records":[]}', event('BANK/a.pdf').replace('documents', 'other-bucket')])(
    'that is no event of this bucket is never success: %s',
    async (body) => {
      const { outcome, processed, visibility } = await run(body, filed);
      expect(outcome).toMatch(/poison message/);
      expect(processed).toEqual([]);
      expect(visibility).toEqual([0]);
    },
  );

  test('a message of which one document must come again is returned to the queue, after the others were processed', async () => {
    const { outcome, processed, visibility } = await run(event('BANK/a.pdf', 'BANK/b.pdf'), async ({ key }) =>
      key === 'BANK/a.pdf' ? { kind: 'later', why: 'busy' } : { kind: 'filed', outcome: 'PROCESSED' },
    );
    expect({ outcome, processed }).toEqual({ outcome: 'busy', processed: ['BANK/a.pdf', 'BANK/b.pdf'] });
    expect(visibility[0]).toBeGreaterThanOrEqual(60);
  });

  test('a message whose document breaks the function is returned to the queue for longer each time', async () => {
    const breaks = async () => {
      throw new Error('no table');
    };
    const [first, third] = [await run(event('BANK/a.pdf'), breaks, 1), await run(event('BANK/a.pdf'), breaks, 3)];
    expect(first.outcome).toBe('Error: no table');
    expect(third.visibility[0]).toBeGreaterThan(first.visibility[0] ?? 0);
  });
});
