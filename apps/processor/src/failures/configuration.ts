import { bucketName, readVariables, required, topicArn } from '@trade-matching/aws-runtime';
import * as z from 'zod/mini';
import { logLevel, tableName } from '../environment-variables.ts';

/** The configuration of the failures function. */
export interface FailuresConfiguration {
  readonly topicArn: string;
  readonly logLevel: 'DEBUG' | 'INFO' | 'WARN' | 'ERROR';
  readonly documentsBucket: string;
  readonly documentsTable: string;
  /** For the command that a notification tells people to type. */
  readonly environment: string;
}

const schema = z.object({
  SNS_TOPIC_ARN: topicArn,
  LOG_LEVEL: logLevel,
  DOCUMENTS_BUCKET: bucketName,
  DOCUMENTS_TABLE: tableName,
  ENVIRONMENT: required('the name of the environment'),
});

/** @throws {ConfigurationError} naming the first variable that is missing or wrong */
export function readFailuresConfiguration(
  environment: Readonly<Record<string, string | undefined>>,
): FailuresConfiguration {
  const data = readVariables(schema, environment);
  return {
    topicArn: data.SNS_TOPIC_ARN,
    logLevel: data.LOG_LEVEL,
    documentsBucket: data.DOCUMENTS_BUCKET,
    documentsTable: data.DOCUMENTS_TABLE,
    environment: data.ENVIRONMENT,
  };
}
