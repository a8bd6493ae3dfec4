// What importing the built handler costs against importing the bare clients that it uses, bundled alike, in turns.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
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
  'const t = performance.now(); await import(process.argv[2]); process.stdout.write(String(performance.now() - t));',
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
const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const [ours, theirs, ratios]: [number[], number[], number[]] = [[], [], []];
for (let round = 0; round < 15; round++) {
  const [o, b] = [time(handler), time(bare)];
  ours.push(o);
  theirs.push(b);
  ratios.push(o / b);
}
const [ratio, bytes] = [median(ratios), statSync(handler).size];
process.stdout.write(
  `import of the handler: ${median(ours).toFixed(1)} ms, bare clients ${median(theirs).toFixed(1)} ms, ratio ${ratio.toFixed(2)} (target ≤ 1.25: ${ratio <= 1.25 ? 'met' : 'MISSED'}); bundle ${bytes} bytes (target ≤ 600000: ${bytes <= 600_000 ? 'met' : 'MISSED'})\n`,
);
