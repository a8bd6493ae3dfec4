import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { S3Client } from '@aws-sdk/client-s3';
import type { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import type { SNSClient } from '@aws-sdk/client-sns';
import type { SQSClient } from '@aws-sdk/client-sqs';
import * as z from 'zod';
import type { EventSourceMapping, FunctionDefinition, FunctionPermission, Schedule } from './provisioned-stack.ts';
import { StackError } from './terraform-json.ts';

export interface ProvisioningContext {
  readonly s3: S3Client;
  readonly sqs: SQSClient;
  readonly sns: SNSClient;
  readonly dynamodb: DynamoDBClient;
  readonly secrets: SecretsManagerClient;
  readonly region: string;
  readonly account: string;
  /** The folder of the synthesized stack: assets are named relative to it. */
  readonly folder: string;
  readonly functions: FunctionDefinition[];
  readonly eventSourceMappings: EventSourceMapping[];
  readonly schedules: Schedule[];
  readonly functionPermissions: FunctionPermission[];
  /** By name, of EventBridge's rules: the milliseconds between two starts. */
  readonly rules: Map<string, number>;
  /** By ARN, of the queues that were created. */
  readonly queueUrls: Map<string, string>;
}

/** Creates a resource, and answers with the attributes that are known only then. */
export type Provisioner = (context: ProvisioningContext, attributes: unknown) => Promise<Record<string, unknown>>;

/** Checks what a resource declares, then creates it. */
export function provisioner<T extends z.ZodType>(
  schema: T,
  create: (context: ProvisioningContext, attributes: z.infer<T>) => Promise<Record<string, unknown>>,
): Provisioner {
  return (context, attributes) => {
    const parsed = schema.safeParse(attributes);
    if (!parsed.success) throw new StackError(z.prettifyError(parsed.error));
    return create(context, parsed.data);
  };
}
