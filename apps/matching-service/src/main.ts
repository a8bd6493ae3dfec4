import path from 'node:path';
import { DescribeTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SNSClient } from '@aws-sdk/client-sns';
import { serve } from '@hono/node-server';
import { ConfigurationError, createS3Client } from '@trade-matching/aws-runtime';
import { CaseStore, ProfileStore, WordingStore } from '@trade-matching/cases';
import { createConfirmationReader } from '@trade-matching/confirmations';
import { serviceMetrics } from '@trade-matching/dashboards/metrics';
import { documentClient, TradeStore } from '@trade-matching/trade-store';
import { AcceptedTokens } from './accepted-tokens.ts';
import { ActiveProfiles } from './active-profiles.ts';
import { ActiveWordings } from './active-wordings.ts';
import { createApp } from './app.ts';
import { caseWrites } from './cases/case-writes.ts';
import { createConcurrencyLimiter } from './concurrency-limiter.ts';
import { type Configuration, readConfiguration } from './configuration.ts';
import { createAskModel, modelClient } from './fallback/ask-model.ts';
import { withFallback } from './fallback/read-with-fallback.ts';
import { KeptWords } from './kept-words.ts';
import { createLog } from './log.ts';
import { pageWords } from './page-words.ts';
import { pairAnew } from './pair-anew.ts';
import { processDocument } from './process-document.ts';
import { readAnew } from './read-anew.ts';
import { createScanLane } from './scan-lane.ts';

/** Scans come in bunches; starting the engines again takes a second, keeping them some 500 MB. */
const SCAN_IDLE_MS = 20_000;

const configuration = configure();
const { topicArn } = configuration;
const log = createLog(configuration.logLevel);
const dynamodb = new DynamoDBClient({});
const s3 = createS3Client();
const sns = new SNSClient({});
const tokens = new AcceptedTokens(new SecretsManagerClient({}), configuration.serviceTokenSecretArn);
const records = documentClient(dynamodb);
const store = new TradeStore(records, configuration.tradesTable);
const cases = new CaseStore(records, configuration.casesTable);
const accepted = new WordingStore(records, configuration.casesTable);
const versions = new ProfileStore(records, configuration.casesTable);
const emit = serviceMetrics((line) => process.stdout.write(`${line}\n`));
/** Beside a process that is not nice, a quarter of a processor: a sheet then takes half a minute, within its patience. */
const SCAN_NICENESS = 5;
const workerPath = path.join(import.meta.dirname, 'reader-process.mjs');
const rules = createConfirmationReader({
  // On an idle machine every document is answered within five seconds, the process that had to be killed included.
  timeoutMs: 4_000,
  // On a busy one the caller is answered 503 before its own time is over, and calls again.
  patienceMs: 30_000,
  concurrency: configuration.concurrency,
  scan: { scans: 'leave', verify: configuration.verify },
  workerPath,
});
// Its readers start with the first scan, and end with their engines when none came for a while.
const scans =
  configuration.scanConcurrency === 0
    ? undefined
    : createScanLane({
        reader: createConfirmationReader({
          timeoutMs: 4_000,
          patienceMs: 150_000,
          // A document with text goes first, whenever both want the same processor.
          niceness: SCAN_NICENESS,
          concurrency: configuration.scanConcurrency,
          startsAtOnce: false,
          scan: { verify: configuration.verify },
          // What engines leave behind does not grow for ever.
          documentsPerProcess: 200,
          idleMs: SCAN_IDLE_MS,
          workerPath,
        }),
        limiter: createConcurrencyLimiter({
          maxConcurrent: configuration.scanConcurrency,
          maxWaiting: configuration.maxWaitingScans,
          what: 'scans',
        }),
        emit,
      });
const { fallback } = configuration;
const warn = (message: string) => log('warn', message);
const reader = fallback ? withFallback({ reader: rules, emit, warn }, createAskModel(modelClient(), fallback)) : rules;
// One more than is read, so that nobody reads while a document is fetched.
const limiter = createConcurrencyLimiter({
  maxConcurrent: configuration.concurrency + 1,
  maxWaiting: configuration.maxWaiting,
});
const kept = new KeptWords();
const now = () => new Date().toISOString();

const active = new ActiveProfiles({ head: () => versions.head(), configured: configuration.profiles, warn });
const wordings = new ActiveWordings({ head: () => accepted.head(), warn });
/** One document is paired by one version of the profiles, whatever is approved in the meantime. */
const settling = async () => {
  const profiles = await active.read();
  return { sns, topicArn, store, cases: caseWrites(cases, profiles), profiles, now, emit, warn };
};
const app = createApp({
  accept: (authorization) => tokens.accept(authorization),
  documentsBucket: configuration.documentsBucket,
  process: async (request) => processDocument({ ...(await settling()), s3, reader, limiter, wordings, scans }, request),
  pairAnew: async (request) => pairAnew(await settling(), request),
  // By the rules alone: what it costs to ask a model is for documents that come.
  readAnew: (request) =>
    readAnew({ s3, reader: rules, limiter, wordings, documentsBucket: configuration.documentsBucket }, request),
  pageWords: (request) => pageWords({ s3, scans, kept, documentsBucket: configuration.documentsBucket }, request),
  ready: async () => {
    try {
      await dynamodb.send(new DescribeTableCommand({ TableName: configuration.tradesTable }));
      await tokens.read();
      return await rules.unavailable();
    } catch (error) {
      return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    }
  },
  log,
  emit,
});

const server = serve({ fetch: app.fetch, hostname: configuration.host, port: configuration.port }, ({ port }) => {
  log('info', 'listening', { url: `http://${configuration.host}:${port}` });
});

let stopping = false;
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.on(signal, () => {
    if (stopping) return;
    stopping = true;
    log('info', 'stopping', { signal });
    // No new connections; what was started is finished and answered.
    server.close(async () => {
      await Promise.all([reader.close(), scans?.close()]);
      process.exit(0);
    });
    // A connection that has had its answer would be kept for the caller's next request.
    setInterval(() => 'closeIdleConnections' in server && server.closeIdleConnections(), 50).unref();
  });
}

function configure(): Configuration {
  try {
    return readConfiguration(process.env);
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(2);
  }
}
