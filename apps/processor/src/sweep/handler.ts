import { Logger } from '@aws-lambda-powertools/logger';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SNSClient } from '@aws-sdk/client-sns';
import { publishNotification } from '@trade-matching/aws-runtime';
import { CaseStore } from '@trade-matching/cases';
import { caseMetrics } from '@trade-matching/dashboards/metrics';
import { documentClient, TradeStore } from '@trade-matching/trade-store';
import type { Context } from 'aws-lambda';
import { configure } from '../environment-variables.ts';
import { errorFields } from '../log.ts';
import { readSweepConfiguration } from './configuration.ts';
import { runSweep, type SweepResult } from './run-sweep.ts';

const { topicArn, logLevel, tradesTable, casesTable } = configure(readSweepConfiguration);
const logger = new Logger({ serviceName: 'trade-case-sweep', logLevel });
const emit = caseMetrics((line) => process.stdout.write(`${line}\n`));
const sns = new SNSClient({});
const dynamodb = documentClient(new DynamoDBClient({}));
const store = new TradeStore(dynamodb, tradesTable);
const cases = new CaseStore(dynamodb, casesTable);

/** What time does to cases, by EventBridge's schedule: the event says nothing that is needed. */
export async function handler(_event: unknown, context: Context): Promise<SweepResult> {
  const until = Date.now() + context.getRemainingTimeInMillis();
  try {
    const result = await runSweep(
      {
        ...{ dynamodb, casesTable, store, cases, emit, now: () => Date.now() },
        publish: (notification) => publishNotification({ sns, topicArn }, notification),
      },
      until,
    );
    logger.info('swept', { ...result });
    return result;
  } catch (error) {
    logger.error('the sweep failed in part', errorFields(error));
    throw error;
  }
}
