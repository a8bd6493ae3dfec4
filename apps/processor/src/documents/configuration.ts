import { bucketName, fitting, readVariables, required, topicArn } from '@trade-matching/aws-runtime';
import type { Source } from '@trade-matching/domain';
import * as z from 'zod/mini';
import { logLevel, tableName } from '../environment-variables.ts';

/** The function's configuration (P2). */
export interface Configuration {
  /** Where documents are posted, path included. */
  readonly serviceEndpoint: URL;
  /** The secret that holds the service's bearer token. */
  readonly serviceTokenSecretArn: string;
  readonly topicArn: string;
  /** Tries after the first, within one invocation. */
  readonly maxRetries: number;
  /** For one document, at most; less where the invocation has less left. */
  readonly processingTimeoutMs: number;
  readonly logLevel: 'DEBUG' | 'INFO' | 'WARN' | 'ERROR';
  readonly documentsBucket: string;
  readonly documentsTable: string;
  readonly queueUrls: Readonly<Record<Source, string>>;
  readonly notifyOnStart: boolean;
}

const url = (what: string) => fitting(/^https?:\/\/[^\s/]/, what);

const schema = z.object({
  EKS_SERVICE_ENDPOINT: url('the URL that documents are posted to, http or https'),
  SERVICE_TOKEN_SECRET_ARN: required("the ARN of the secret that holds the matching service's bearer token"),
  SNS_TOPIC_ARN: topicArn,
  MAX_RETRIES: z._default(fitting(/^\d$/, 'a number from 0 to 9'), '3'),
  PROCESSING_TIMEOUT: z._default(fitting(/^[1-9]\d{0,2}$/, 'a number of seconds from 1 to 999'), '240'),
  LOG_LEVEL: logLevel,
  DOCUMENTS_BUCKET: bucketName,
  DOCUMENTS_TABLE: tableName,
  BANK_QUEUE_URL: url("the URL of the queue of the bank's documents"),
  COUNTERPARTY_QUEUE_URL: url("the URL of the queue of the counterparty's documents"),
  NOTIFY_ON_START: z._default(z.enum(['true', 'false'], 'true or false'), 'false'),
});

/**
 * Reads the configuration from the environment.
 *
 * @throws {ConfigurationError} naming the first variable that is missing or wrong
 */
export function readConfiguration(environment: Readonly<Record<string, string | undefined>>): Configuration {
  const data = readVariables(schema, environment);
  return {
    serviceEndpoint: new URL(data.EKS_SERVICE_ENDPOINT),
    serviceTokenSecretArn: data.SERVICE_TOKEN_SECRET_ARN,
    topicArn: data.SNS_TOPIC_ARN,
    maxRetries: Number(data.MAX_RETRIES),
    processingTimeoutMs: Number(data.PROCESSING_TIMEOUT) * 1000,
    logLevel: data.LOG_LEVEL,
    documentsBucket: data.DOCUMENTS_BUCKET,
    documentsTable: data.DOCUMENTS_TABLE,
    queueUrls: { BANK: data.BANK_QUEUE_URL, COUNTERPARTY: data.COUNTERPARTY_QUEUE_URL },
    notifyOnStart: data.NOTIFY_ON_START === 'true',
  };
}
