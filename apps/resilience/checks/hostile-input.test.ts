import { setTimeout as sleep } from 'node:timers/promises';
import { REFUSED_SAMPLES, renderConfirmation, samplePair } from '@trade-matching/confirmation-samples';
import { fasterTime, seededChoice } from '@trade-matching/local-aws/faults';
import {
  changedStack,
  messagesIn,
  type System,
  sendTo,
  settingEvery,
  startSystem,
  untilQueuesAreEmpty,
  withoutWindow,
} from '@trade-matching/sandbox/system';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { requestOf, ServiceClient } from '../test/ask-service.ts';

const SEED = Number(process.env.HOSTILE_SEED ?? 1);
const choice = seededChoice(SEED);
const pick = <T>(all: readonly T[], ...place: (string | number)[]): T =>
  all[Math.floor(choice(...place) * all.length)] as T;

let system: System;
let client: ServiceClient;
beforeAll(async () => {
  system = await startSystem({ stackFile: changedStack(withoutWindow, settingEvery('visibility_timeout_seconds', 4)) });
  client = new ServiceClient(system);
  system.aws.addInterceptor(fasterTime(300));
});
afterAll(async () => {
  client?.close();
  await system?.close();
});

/** Bytes with some changed, cut out, repeated, or put behind each other. */
function mutated(bytes: Uint8Array, ...place: (string | number)[]): Buffer {
  let out = Buffer.from(bytes);
  const changes = 1 + Math.floor(choice('changes', ...place) * 8);
  for (let i = 0; i < changes; i++) {
    const at = Math.floor(choice('at', i, ...place) * out.length);
    const length = Math.floor(choice('length', i, ...place) ** 4 * 2_000);
    const [before, after] = [out.subarray(0, at), out.subarray(at)];
    out = pick(
      [
        () => Buffer.concat([before, Buffer.from([Math.floor(choice('byte', i, ...place) * 256)]), after.subarray(1)]),
        () => Buffer.concat([before, after.subarray(length)]),
        () => Buffer.concat([before, after.subarray(0, length), after]),
        () => Buffer.concat([before, Buffer.from(pick(TOKENS, 'token', i, ...place)), after]),
        () => Buffer.concat([before, Buffer.from(digits(i, ...place)), after.subarray(4)]),
      ],
      'kind',
      i,
      ...place,
    )();
  }
  // An empty file never gets to the service: the processor refuses it by its event.
  return out.length > 0 ? out : Buffer.from('%');
}
/** What a reader of PDFs, JSON or XML gives a meaning to. */
const TOKENS = [
  'endobj',
  'stream\n',
  '1 0 R',
  '<<',
  '>>',
  '%%EOF',
  '/Kids[1 0 R]',
  '\u0000',
  '{"',
  '\\ud800',
  '"',
  '<?',
];
const digits = (...place: (string | number)[]) => String(Math.floor(choice('digits', ...place) * 1e12));

async function atATime(count: number, work: (i: number) => Promise<void>): Promise<void> {
  const numbers = Array.from({ length: count }, (_, i) => i).values();
  const worker = async () => {
    for (const i of numbers) await work(i);
  };
  await Promise.all(Array.from({ length: 8 }, worker));
}

/** Every ninth carries a sign of risk once it is changed, so that its pages are looked at, which takes seconds. */
const MUTATED_PDFS = Number(process.env.HOSTILE_PDFS ?? 400);

test(`${MUTATED_PDFS} mutated PDFs are each read or refused, and the service lives`, async () => {
  const statuses = new Map<number, number>();
  await atATime(MUTATED_PDFS, async (i) => {
    const plain =
      choice('sample', i) < 0.3
        ? pick(REFUSED_SAMPLES, 'refused', i).bytes(i)
        : renderConfirmation(samplePair(i).bank, pick(['letter', 'grid', 'telex'] as const, 'layout', i));
    const document = {
      source: 'BANK',
      key: `BANK/${i}.pdf`,
      bytes: mutated(plain, 'pdf', i),
      eventTime: '2026-11-23T10:00:00.000Z',
    } as const;
    let { status } = await client.ask(document);
    // A machine so busy that no reader had a processor answers that it is to be asked again (R9), as do the few readers of
    // pages that have to be looked at: however long it takes until it is this one's turn.
    for (let again = 0; status === 429 || (status === 503 && again < 5); again++) {
      if (status === 429) await sleep(500);
      ({ status } = await client.ask(document));
    }
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
  });
  expect([...statuses.keys()].filter((status) => status !== 200 && status !== 422)).toEqual([]);
  expect(statuses.get(200)).toBeGreaterThan(50);
  expect(statuses.get(422)).toBeGreaterThan(50);
  expect((await fetch(new URL('/health/ready', system.service.url))).status).toBe(200);
}, 1_200_000);

test('a thousand hostile bodies are each answered by what is wrong with them, and none by an error of the service', async () => {
  const bytes = renderConfirmation(samplePair(1).bank, 'letter');
  const good = JSON.stringify(
    requestOf(
      { source: 'BANK', key: 'BANK/a.pdf', bytes, eventTime: '2026-11-23T10:00:00.000Z' },
      system.names.documentsBucket,
      undefined,
    ),
  );
  const statuses = new Map<number, number>();
  await atATime(1_000, async (i) => {
    const response = await fetch(new URL('/process', system.service.url), {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${system.serviceToken}` },
      body: mutated(Buffer.from(good), 'body', i),
    });
    const answer = (await response.json()) as {
      readonly error?: { readonly code?: string; readonly message?: string };
    };
    if (response.status !== 200) expect(answer.error).toMatchObject({ code: /./, message: expect.stringMatching(/./) });
    statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1);
  });
  expect([...statuses.keys()].filter((status) => status >= 500)).toEqual([]);
  expect(statuses.get(400)).toBeGreaterThan(500);
}, 600_000);

test('five hundred hostile messages each leave their queue, and no function dies of one', async () => {
  const { documentQueue, documentDeadLetterQueue, failedProcessingQueue, failedProcessingDeadLetterQueue } =
    system.names;
  const queues = [...Object.values(documentQueue), ...Object.values(documentDeadLetterQueue), failedProcessingQueue];
  const event = (i: number) => ({
    Records: [
      {
        ...{ eventVersion: '2.1', eventSource: 'aws:s3', eventName: 'ObjectCreated:Put' },
        eventTime: pick(['2026-11-23T10:00:00.000Z', 'yesterday', '', '+275760-09-13T00:00:00.000Z'], 'time', i),
        s3: {
          bucket: { name: pick([system.names.documentsBucket, 'another', ''], 'bucket', i) },
          object: {
            key: pick(
              ['BANK/a.pdf', 'FAILED/BANK/a.pdf', '%', `BANK/${'x'.repeat(1_020)}`, '../a', 'BANK/%00'],
              'key',
              i,
            ),
            size: pick([5, 0, -1, 1e18, Number.NaN], 'size', i),
            eTag: pick(['d41d8cd98f00b204e9800998ecf8427e', '"', '', 'x'.repeat(2_000)], 'etag', i),
            versionId: pick(['v', '', '\n', 'y'.repeat(2_000)], 'version', i),
            sequencer: pick(['0055AED6DCD90281E5', 'Z', '', '0'.repeat(2_000)], 'sequencer', i),
          },
        },
      },
    ],
  });
  await atATime(500, async (i) => {
    const text = JSON.stringify(event(i));
    // SQS takes no message that is empty, or has what XML does not: the tests of the queue hold that.
    const body = choice('mutate', i) < 0.5 ? text : mutated(Buffer.from(text), 'message', i).toString('utf8');
    const clean = body.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd]/g, '?') || ' ';
    await sendTo(system, pick(queues, 'queue', i), clean);
  });
  await untilQueuesAreEmpty(system, 1_200_000);
  const sum = (namespace: string, name: string) =>
    system.metrics.store.statistics({ namespace, name, dimensions: {} }, 'Sum', [{ from: 0, to: Date.now() }])[0] ?? 0;
  expect(sum('TradeMatching/Lambda', 'LambdaFatalError')).toBe(0);
  expect(await messagesIn(system, failedProcessingDeadLetterQueue)).toBe(0);
}, 1_800_000);
