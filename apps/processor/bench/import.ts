// What importing the built handler costs against importing the bare clients that it uses, bundled alike, in turns, in
// processor time.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { bench, inTurns } from '@trade-matching/benchmarks';
import { build } from 'esbuild';

const root = path.resolve(import.meta.dirname, '..');
const handler = path.join(root, 'dist/documents/index.mjs');
const folder = mkdtempSync(path.join(tmpdir(), 'bench-import-'));
const bare = path.join(folder, 'bare.mjs');
await build({
  stdin: {
    contents: ['s3', 'sqs', 'sns', 'dynamodb']
      .map(
        (name) =>
          `import * as ${name} from '@aws-sdk/client-${name}'; globalThis.${name} = new ${name}.${{ s3: 'S3', sqs: 'SQS', sns: 'SNS', dynamodb: 'DynamoDB' }[name]}Client({});`,
      )
      .join('\n'),
    resolveDir: root,
  },
  outfile: bare,
  bundle: true,
  minify: true,
  platform: 'node',
  target: 'node24',
  format: 'esm',
  mainFields: ['module', 'main'],
  banner: {
    js: "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);",
  },
});
const script = path.join(folder, 'import.mjs');
writeFileSync(
  script,
  'const b = process.cpuUsage(); await import(process.argv[2]); const { user, system } = process.cpuUsage(b); process.stdout.write(String((user + system) / 1000));',
);
const environment = {
  ...process.env,
  AWS_REGION: 'eu-west-1',
  EKS_SERVICE_ENDPOINT: 'http://127.0.0.1/process',
  SERVICE_TOKEN_SECRET_ARN: 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:token',
  SNS_TOPIC_ARN: 'arn:aws:sns:eu-west-1:123456789012:topic',
  DOCUMENTS_BUCKET: 'documents',
  DOCUMENTS_TABLE: 'documents',
  BANK_QUEUE_URL: 'http://127.0.0.1/123456789012/bank',
  COUNTERPARTY_QUEUE_URL: 'http://127.0.0.1/123456789012/counterparty',
};
const time = (file: string) => Number(execFileSync(process.execPath, [script, file], { env: environment }).toString());

await bench(async function* ({ quick }) {
  yield {
    what: "processor's bundle",
    ours: { value: statSync(handler).size, unit: 'bytes' },
    baseline: { what: 'bare clients', value: statSync(bare).size, unit: 'bytes' },
    target: { of: 'ours', is: 'at most', value: 600_000 },
    exact: true,
  };
  const { ours, baseline, ratio } = await inTurns(
    quick ? 7 : 21,
    () => time(handler),
    () => time(bare),
  );
  yield {
    what: 'import of the handler',
    ours: { value: ours, unit: 'ms' },
    baseline: { what: 'bare clients', value: baseline, unit: 'ms' },
    ratio,
    target: { of: 'ratio', is: 'at most', value: 1.25 },
  };
});
rmSync(folder, { recursive: true });
