import { readVariables, required, topicArn } from '@trade-matching/aws-runtime';
import * as z from 'zod/mini';
import { logLevel } from '../environment-variables.ts';

/** The configuration of the sweep. */
export interface SweepConfiguration {
  readonly topicArn: string;
  readonly logLevel: 'DEBUG' | 'INFO' | 'WARN' | 'ERROR';
  readonly tradesTable: string;
  readonly casesTable: string;
}

const schema = z.object({
  SNS_TOPIC_ARN: topicArn,
  LOG_LEVEL: logLevel,
  TRADES_TABLE: required('the name of the trades table'),
  CASES_TABLE: required('the name of the cases table'),
});

/** @throws {ConfigurationError} naming the first variable that is missing or wrong */
export function readSweepConfiguration(environment: Readonly<Record<string, string | undefined>>): SweepConfiguration {
  const data = readVariables(schema, environment);
  return {
    topicArn: data.SNS_TOPIC_ARN,
    logLevel: data.LOG_LEVEL,
    tradesTable: data.TRADES_TABLE,
    casesTable: data.CASES_TABLE,
  };
}
