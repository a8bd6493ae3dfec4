import { expect, test } from 'vitest';
import { readS3Message } from './s3-event.ts';

const record = (change: Record<string, unknown> = {}, object: Record<string, unknown> = {}) => ({
  eventVersion: '2.1',
  eventSource: 'aws:s3',
  eventName: 'ObjectCreated:Put',
  eventTime: '2026-11-23T10:00:00.000Z',
  s3: {
    bucket: { name: 'trade-documents-local-000000000000' },
    object: { key: 'BANK/a+b.pdf', size: 3, eTag: 'abc', versionId: 'v1', sequencer: '01', ...object },
  },
  ...change,
});

test('takes every record out of a message, with the key decoded', () => {
  const message = readS3Message(JSON.stringify({ Records: [record(), record({}, { key: 'COUNTERPARTY/%2B.pdf' })] }));
  expect(message).toEqual({
    kind: 'objects',
    objects: [
      {
        bucket: 'trade-documents-local-000000000000',
        key: 'BANK/a b.pdf',
        versionId: 'v1',
        size: 3,
        etag: 'abc',
        sequencer: '01',
        eventTime: '2026-11-23T10:00:00.000Z',
      },
      expect.objectContaining({ key: 'COUNTERPARTY/+.pdf' }),
    ],
  });
});

test('a later minor version is read, another major is not', () => {
  expect(readS3Message(JSON.stringify({ Records: [record({ eventVersion: '2.7' })] })).kind).toBe('objects');
  expect(readS3Message(JSON.stringify({ Records: [record({ eventVersion: '3.0' })] })).kind).toBe('poison');
});

test('the test event of a new notification is known', () => {
  expect(readS3Message('{"Service":"Amazon S3","Event":"s3:TestEvent","Bucket":"b"}').kind).toBe('test-event');
});

test.each([
  ['not JSON', 'hello'],
  ['an empty object', '{}'],
  ['no records', '{"Records":[]}'],
  ['another source', JSON.stringify({ Records: [record({ eventSource: 'aws:sns' })] })],
  ['a removal', JSON.stringify({ Records: [record({ eventName: 'ObjectRemoved:Delete' })] })],
  ['an ETag of another form', JSON.stringify({ Records: [record({}, { eTag: '"*"' })] })],
  ['no ETag, so that nothing could be cleared by it', JSON.stringify({ Records: [record({}, { eTag: undefined })] })],
  ['no sequencer', JSON.stringify({ Records: [record({}, { sequencer: '' })] })],
  ['a sequencer of another form', JSON.stringify({ Records: [record({}, { sequencer: '../../BANK/x' })] })],
  ['a sequencer of 1,000 digits', JSON.stringify({ Records: [record({}, { sequencer: '0'.repeat(1000) })] })],
  ['a version of another form', JSON.stringify({ Records: [record({}, { versionId: '' })] })],
  ['a time that is none', JSON.stringify({ Records: [record({ eventTime: 'yesterday' })] })],
  [
    'a time that the calendar does not have',
    JSON.stringify({ Records: [record({ eventTime: '2026-13-01T00:00:00Z' })] }),
  ],
  ['a key that S3 does not take', JSON.stringify({ Records: [record({}, { key: `BANK/${'a'.repeat(1020)}` })] })],
  ['a key that cannot be decoded', JSON.stringify({ Records: [record({}, { key: 'BANK/%ZZ.pdf' })] })],
])('%s is poison, with a reason', (_name, body) => {
  const message = readS3Message(body);
  expect(message.kind).toBe('poison');
  expect(message.kind === 'poison' && message.why.length).toBeGreaterThan(10);
});

test('the reason why a message is poison is short, however long the message is', () => {
  const message = readS3Message(JSON.stringify({ Records: [record({}, { key: `BANK/%ZZ${'a'.repeat(500_000)}` })] }));
  expect(message.kind === 'poison' && message.why.length).toBeLessThanOrEqual(300);
});
