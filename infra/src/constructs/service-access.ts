import { SOURCES } from '@trade-matching/domain';
import type { Construct } from 'constructs';
import type { Environment } from '../environments/index.ts';
import { type Statement, useKey } from '../policy.ts';
import { PodAccess } from './pod-access.ts';

/** Where the service runs in the cluster: the manifests name the same. */
export const SERVICE_ACCOUNT = { namespace: 'trade-matching', name: 'matching-service' } as const;

export interface ServiceAccessOptions {
  readonly environment: Environment;
  readonly name: string;
  readonly repository: string;
  /** Where the cluster's log agent sends what the pods write. */
  readonly logGroup: string;
  readonly keyArn: string;
  readonly bucketArn: string;
  readonly tradesTableArn: string;
  readonly casesTableArn: string;
  readonly topicArn: string;
  readonly tokenSecretArn: string;
}

/** What the matching service needs of AWS. */
export class ServiceAccess extends PodAccess {
  constructor(scope: Construct, id: string, options: ServiceAccessOptions) {
    super(scope, id, {
      ...options,
      serviceAccount: SERVICE_ACCOUNT,
      policyName: 'matching',
      statements: statements(options),
    });
  }
}

/** Each from a call that the service makes. */
function statements(options: ServiceAccessOptions): Statement[] {
  const { environment, bucketArn, tradesTableArn, casesTableArn, topicArn, keyArn, tokenSecretArn } = options;
  const model = environment.matchingService?.fallbackModelId;
  const allow = (Sid: string, Action: readonly string[], Resource: string | readonly string[]): Statement => ({
    Sid,
    Effect: 'Allow',
    Action,
    Resource,
  });
  return [
    allow(
      'ReadIncoming',
      ['s3:GetObjectVersion'],
      SOURCES.map((source) => `${bucketArn}/${source}/*`),
    ),
    // What a wording would read of documents that were filed. None is read that is in quarantine.
    allow('ReadFiled', ['s3:GetObject'], [`${bucketArn}/PROCESSED/*`, `${bucketArn}/FAILED/*`]),
    allow(
      'ReadAndWriteTrades',
      [
        'dynamodb:GetItem',
        'dynamodb:Query',
        'dynamodb:PutItem',
        'dynamodb:UpdateItem',
        'dynamodb:DeleteItem',
        'dynamodb:DescribeTable',
      ],
      tradesTableArn,
    ),
    // It adds to the history of a case, and takes nothing away.
    allow('ReadAndWriteCases', ['dynamodb:GetItem', 'dynamodb:PutItem'], casesTableArn),
    allow('Notify', ['sns:Publish'], topicArn),
    allow('ReadToken', ['secretsmanager:GetSecretValue'], tokenSecretArn),
    useKey(keyArn, environment.region, ['s3', 'dynamodb', 'sns', 'secretsmanager']),
    ...(model === undefined
      ? []
      : [
          allow(
            'AskModel',
            ['bedrock:InvokeModel'],
            `arn:aws:bedrock:${environment.region}::foundation-model/${model}`,
          ),
        ]),
  ];
}
