import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { mismatched, renderConfirmation, samplePair } from '@trade-matching/confirmation-samples';
import { processAnswerSchema, processRequestSchema, readS3Message } from '@trade-matching/domain';
import {
  changedStack,
  followDocuments,
  type System,
  startSystem,
  untilQueuesAreEmpty,
  withoutWindow,
} from '@trade-matching/sandbox/system';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { operatorsProgram } from './operators-program.ts';

// Each file in `examples/` is what the system really says: they are captured here and compared with the files.
// UPDATE_EXAMPLES=1 writes them.
const EXAMPLES = path.resolve(import.meta.dirname, '../../../examples');
const pair = mismatched(samplePair(2));
const BANK = { key: 'BANK/2026/11/23/ours.pdf', bytes: renderConfirmation(pair.bank, 'letter') };
const COUNTERPARTY = {
  key: 'COUNTERPARTY/2026/11/23/theirs.pdf',
  bytes: renderConfirmation(pair.counterparty, 'grid'),
};

const captured = new Map<string, string>();
let system: System;
let cli: ReturnType<typeof operatorsProgram>;

beforeAll(async () => {
  system = await startSystem({ stackFile: changedStack(withoutWindow) });
  cli = operatorsProgram(system);
  system.aws.onAnswered((call) => {
    if (call.service === 'sqs' && call.action === 'SendMessage' && !captured.has('s3-event.json')) {
      const { MessageBody = '' } = JSON.parse(call.body.toString('utf8')) as { MessageBody?: string };
      if (MessageBody.includes(BANK.key)) captured.set('s3-event.json', MessageBody);
    }
  });
  system.proxy.setBehaviour(async (call, forward) => {
    const answer = await forward();
    if (call.key === COUNTERPARTY.key) {
      captured.set('process-request.json', call.body.toString('utf8'));
      captured.set('process-answer.json', answer.body);
    }
    return answer;
  });
  for (const [source, { key, bytes }] of [
    ['BANK', BANK],
    ['COUNTERPARTY', COUNTERPARTY],
  ] as const) {
    const following = followDocuments(system, [key], () => {});
    await system.upload({ key, source, bytes });
    await following.finished(120_000);
  }
  await untilQueuesAreEmpty(system);
  const [published] = system.aws.published;
  captured.set(
    'sns-notification.json',
    JSON.stringify({ ...published, message: JSON.parse(published?.message ?? '') }),
  );
  captured.set('comparison.json', (await cli('compare', example('ours.pdf'), example('theirs.pdf'), '--json')).stdout);
});
afterAll(() => system?.close());

const example = (name: string) => path.join(EXAMPLES, name);

/** The same text in every run: times, versions and what S3 counts are replaced. */
function settled(text: string): string {
  const json = JSON.stringify(JSON.parse(text), null, 2)
    .replaceAll(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/g, '2026-11-23T10:00:00.000Z')
    .replaceAll(/("(?:versionId|s3_version_id)": )"[^"]*"/g, '$1"VERSION"')
    .replaceAll(/("sequencer": )"[^"]*"/g, '$1"0055AED6DCD90281E5"')
    .replaceAll(/("unique_identifier": )"[^"]*"/g, '$1"DOCUMENT"');
  return `${json}\n`;
}

function kept(name: string, content: string | Uint8Array): Buffer {
  if (process.env.UPDATE_EXAMPLES || !existsSync(example(name))) writeFileSync(example(name), content);
  return readFileSync(example(name));
}

test.each([
  ['ours.pdf', BANK],
  ['theirs.pdf', COUNTERPARTY],
])('the example %s is the document that the other examples are about', (name, { bytes }) => {
  expect(kept(name, bytes).equals(bytes)).toBe(true);
});

test.each(['s3-event.json', 'process-request.json', 'process-answer.json', 'sns-notification.json', 'comparison.json'])(
  'the example %s is what the system says',
  (name) => {
    const said = settled(captured.get(name) ?? '""');
    expect(said).toBe(kept(name, said).toString('utf8'));
  },
);

test('the example S3 event is one that the processor reads', () => {
  expect(readS3Message(readFileSync(example('s3-event.json'), 'utf8'))).toMatchObject({
    kind: 'objects',
    objects: [{ key: BANK.key, size: BANK.bytes.length }],
  });
});

test('the example request and answer fit the contract', () => {
  expect(
    processRequestSchema.safeParse(JSON.parse(readFileSync(example('process-request.json'), 'utf8'))).success,
  ).toBe(true);
  expect(processAnswerSchema.safeParse(JSON.parse(readFileSync(example('process-answer.json'), 'utf8'))).success).toBe(
    true,
  );
});
