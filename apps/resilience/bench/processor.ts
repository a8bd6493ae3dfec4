// Documents a second through one execution environment of the processor, against the plainest handler for the same calls
// in the same emulator, in front of a service that answers at once: where AWS answers as fast as it ever does, and where it
// answers at once, which measures nothing but the AWS SDK's processor time, the same in both.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { PutObjectCommand } from '@aws-sdk/client-s3';
import { createS3Client } from '@trade-matching/aws-runtime';
import { bench, inTurns } from '@trade-matching/benchmarks';
import { encodeEventKey } from '@trade-matching/domain';
import {
  changedStack,
  clientConfiguration,
  type System,
  startSystem,
  type Upload,
} from '@trade-matching/sandbox/system';
import { build } from 'esbuild';
import { zipSync } from 'fflate';
import { atATime, pairedUploads } from './load.ts';

const BATCH = 5;
const PLAIN = 'plain-handler';
/**
 * Milliseconds. DynamoDB answers "in single-digit milliseconds" (Amazon DynamoDB Developer Guide), S3's small objects "in
 * roughly 100–200 milliseconds" ("Performance design patterns", Amazon S3 User Guide): less than either.
 */
const CALL_LATENCY = 5;

const ANSWER = {
  status: 'PROCESSED',
  trade_id: 'HVB-1',
  trade_key: '0'.repeat(24),
  document_hash: '0'.repeat(64),
  match: { status: 'UNMATCHED', differences: [] },
};

await bench(async function* ({ quick }, progress) {
  const documents = quick ? 100 : 400;
  const system = await startSystem({ stackFile: await withPlainHandler() });
  system.aws.setEventDelivery(async () => {});
  system.proxy.setBehaviour(async () => ({ status: 200, body: JSON.stringify(ANSWER) }));
  let run = 0;
  const rateOf = (functionName: string) => async () => {
    run += 1;
    progress(`run ${run}: ${documents} documents through ${functionName}`);
    const batches = await batchesOf(system, pairedUploads(documents, `run-${run}`, run * documents));
    const started = performance.now();
    for (const Records of batches) {
      const result = await system.functions.invoke(functionName, { Records });
      if (result.kind === 'failed') throw new Error(result.error);
      const failures = (result.answer as { batchItemFailures?: unknown[] } | null)?.batchItemFailures ?? [];
      if (failures.length > 0) throw new Error(`${failures.length} documents were returned to the queue.`);
    }
    return documents / ((performance.now() - started) / 1000);
  };
  const measure = () => inTurns(quick ? 2 : 5, rateOf(system.names.processorFunction), rateOf(PLAIN));
  const row = (what: string, { ours, baseline, ratio }: Awaited<ReturnType<typeof measure>>) => ({
    what,
    ours: { value: ours, unit: '/s' },
    baseline: { what: 'the plainest handler', value: baseline, unit: '/s' },
    ratio,
    details: { documents, batch: BATCH },
  });
  try {
    yield row('processor, one environment, AWS answers at once', await measure());
    const takeOut = system.aws.addInterceptor(async (_call, next) => {
      await sleep(CALL_LATENCY);
      return next();
    });
    const target = { of: 'ratio', is: 'at least', value: 1.5 } as const;
    yield { ...row(`processor, one environment, AWS answers after ${CALL_LATENCY} ms`, await measure()), target };
    takeOut();
  } finally {
    await system.close();
  }
});

/** The `local` stack with one more function, which has the processor's settings. */
async function withPlainHandler(): Promise<string> {
  const file = changedStack((text) => {
    const stack = JSON.parse(text);
    const functions = stack.resource.aws_lambda_function;
    const processor = Object.values(functions as Record<string, { function_name: string }>).find(({ function_name }) =>
      function_name.startsWith('trade-document-processor-'),
    );
    functions.plain = { ...processor, function_name: PLAIN, filename: 'plain.zip' };
    return JSON.stringify(stack);
  });
  const { outputFiles } = await build({
    entryPoints: [path.join(import.meta.dirname, 'processor/plain-handler.ts')],
    ...{ bundle: true, minify: true, write: false, platform: 'node', target: 'node24', format: 'esm' },
    mainFields: ['module', 'main'],
    banner: { js: "import{createRequire}from'module';const require=createRequire(import.meta.url);" },
  });
  const code = outputFiles[0]?.contents ?? new Uint8Array();
  writeFileSync(path.join(path.dirname(file), 'plain.zip'), zipSync({ 'index.mjs': code }));
  return file;
}

/** Uploads them, and answers with the messages that their events would be. */
async function batchesOf(system: System, uploads: readonly Upload[]): Promise<object[][]> {
  const s3 = createS3Client(clientConfiguration(system.aws));
  const Bucket = system.names.documentsBucket;
  const messages: object[] = [];
  await atATime(16, uploads, async ({ key, bytes, source }) => {
    const { VersionId: versionId, ETag = '' } = await s3.send(new PutObjectCommand({ Bucket, Key: key, Body: bytes }));
    const object = {
      key: encodeEventKey(key),
      size: bytes.length,
      eTag: ETag.replaceAll('"', ''),
      versionId,
      sequencer: '0055AED6DCD90281E5',
    };
    const event = {
      ...{ eventVersion: '2.1', eventSource: 'aws:s3', eventName: 'ObjectCreated:Put' },
      eventTime: new Date().toISOString(),
      s3: { bucket: { name: Bucket }, object },
    };
    messages.push({
      messageId: key,
      receiptHandle: key,
      body: JSON.stringify({ Records: [event] }),
      attributes: { ApproximateReceiveCount: '1' },
      messageAttributes: {},
      eventSource: 'aws:sqs',
      eventSourceARN: `arn:aws:sqs:${system.aws.region}:${system.aws.accountId}:${system.names.documentQueue[source]}`,
    });
  });
  s3.destroy();
  return Array.from({ length: Math.ceil(messages.length / BATCH) }, (_, i) =>
    messages.slice(i * BATCH, (i + 1) * BATCH),
  );
}
