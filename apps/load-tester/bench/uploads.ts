// The uploader alone against the plainest loop of the SDK: the same printed documents, endpoint and concurrency, in
// turns within one run. Design's target: at least 90 % of it. And with the planning and printing that a load needs, on
// the same core. The bucket notifies nobody: S3 alone.
import { CreateBucketCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { connect } from '@trade-matching/account';
import { bench, inTurns, type Measurement } from '@trade-matching/benchmarks';
import { startSandbox } from '../src/environment/start-sandbox.ts';
import { planLoad } from '../src/load/plan-load.ts';
import { type PlannedDocument, printDocument } from '../src/load/planned-document.ts';
import { newRun } from '../src/run-load.ts';
import { RunRecord } from '../src/run-record.ts';
import { documentUploads } from '../src/upload/put-document.ts';
import { uploadLoad } from '../src/upload/upload-load.ts';

const DOCUMENTS = 500;
const CONCURRENCY = 32;
const BUCKET = 'bench-uploads';
const MIX = { mismatch: 0.05, withinTolerance: 0.05, duplicate: 0, bad: 0 };

await bench(async function* ({ quick }, progress) {
  const stop = new AbortController().signal;
  const sandbox = await startSandbox(stop);
  try {
    const account = await connect('local', sandbox.running);
    const s3 = new S3Client({ ...account.client, forcePathStyle: true });
    await s3.send(new CreateBucketCommand({ Bucket: BUCKET }));
    const run = newRun(1);
    const plan = () => planLoad(run, DOCUMENTS, MIX);
    const printed = new Map([...plan()].map((document) => [document, printDocument(run, document)]));
    const uploads = documentUploads(account, BUCKET, CONCURRENCY);

    const plain = async () => {
      const left = printed.entries();
      const worker = async () => {
        for (const [{ key: Key }, Body] of left) await s3.send(new PutObjectCommand({ Bucket: BUCKET, Key, Body }));
      };
      await Promise.all(Array.from({ length: CONCURRENCY }, worker));
    };
    const load = async (documents: Iterator<PlannedDocument>, print: (document: PlannedDocument) => Uint8Array) => {
      const record = new RunRecord();
      await uploadLoad({
        documents,
        model: { kind: 'closed', concurrency: CONCURRENCY, rampSeconds: 0 },
        print,
        put: uploads.put,
        record,
        durationMs: Number.POSITIVE_INFINITY,
        patienceMs: Number.POSITIVE_INFINITY,
        stop,
      });
      if (record.counted.uploaded !== DOCUMENTS) throw new Error(`${record.counted.uploadsFailed} uploads failed.`);
    };
    const ways = {
      plain,
      uploader: () => load(printed.keys(), (document) => printed.get(document) ?? new Uint8Array()),
      printing: () => load(plan(), (document) => printDocument(run, document)),
    };
    const perSecond = async (upload: () => Promise<void>) => {
      const started = performance.now();
      await upload();
      return DOCUMENTS / ((performance.now() - started) / 1000);
    };

    // Connections and compiled code first.
    for (const way of Object.values(ways)) await way();
    for (const [way, what] of [
      ['uploader', 'documents uploaded'],
      ['printing', 'documents planned, printed and uploaded'],
    ] as const) {
      progress(what);
      const { ours, baseline, ratio } = await inTurns(
        quick ? 3 : 15,
        () => perSecond(ways[way]),
        () => perSecond(plain),
      );
      yield {
        what,
        ours: { value: ours, unit: '/s' },
        baseline: { what: 'the plainest loop', value: baseline, unit: '/s' },
        ratio,
        // Printing shares the core with uploading: design promises the uploader.
        ...(way === 'uploader' ? { target: { of: 'ratio', is: 'at least', value: 0.9 } } : {}),
      } satisfies Measurement;
    }
    uploads.close();
    s3.destroy();
    account.close();
  } finally {
    await sandbox.close();
  }
});
