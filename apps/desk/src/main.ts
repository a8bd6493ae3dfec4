import path from 'node:path';
import { DescribeTableCommand } from '@aws-sdk/client-dynamodb';
import { serve } from '@hono/node-server';
import { connect, type RunningSandbox } from '@trade-matching/account';
import { ConfigurationError } from '@trade-matching/aws-runtime';
import { deskMetrics } from '@trade-matching/dashboards/metrics';
import { createApp } from './app.ts';
import { readConfiguration } from './configuration.ts';
import { identifyBy } from './identify.ts';
import { pageFiles } from './page-files.ts';

const configuration = configured(() => readConfiguration(process.env));
const known = configured(() => identifyBy(configuration, process.env.AWS_REGION ?? ''));
const { SANDBOX } = configuration;
const account = await connect(
  configuration.ENVIRONMENT,
  SANDBOX === undefined ? undefined : (JSON.parse(SANDBOX) as RunningSandbox),
);
const log = (level: string, message: string, fields: Readonly<Record<string, unknown>> = {}) =>
  process.stdout.write(`${JSON.stringify({ level, message, at: new Date().toISOString(), ...fields })}\n`);
const stopping = new AbortController();
const region = await account.s3.config.region();
const app = createApp({
  account,
  region,
  ...known,
  now: () => new Date().toISOString(),
  log,
  ready: async () => {
    try {
      await account.dynamodb.send(new DescribeTableCommand({ TableName: account.names.casesTable }));
      return undefined;
    } catch (error) {
      return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    }
  },
  emit: deskMetrics((line) => process.stdout.write(`${line}\n`)),
  stopping: stopping.signal,
});

const files = pageFiles(path.join(import.meta.dirname, 'page'));
app.get('/*', async (c, next) => {
  // Each screen of the page has an address of its own.
  const isScreen = c.req.path === '/' || /^\/(?:break|trade|documents|profiles|wordings)(?:\/|$)/.test(c.req.path);
  const file = files.get(isScreen ? '/index.html' : c.req.path);
  if (!file) return next();
  return c.body(file.body, 200, { 'Content-Type': file.type, 'Cache-Control': isScreen ? 'no-store' : 'max-age=3600' });
});

const server = serve({ fetch: app.fetch, hostname: configuration.HOST, port: Number(configuration.PORT) }, ({ port }) =>
  log('info', 'listening', { url: `http://${configuration.HOST}:${port}` }),
);
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => {
    stopping.abort();
    server.close(() => {
      account.close();
      process.exit(0);
    });
    setInterval(() => 'closeIdleConnections' in server && server.closeIdleConnections(), 50).unref();
  });
}

function configured<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(2);
  }
}
