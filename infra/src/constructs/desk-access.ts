import { CASES_TABLE, DOCUMENTS_TABLE, SOURCES, TRADES_TABLE } from '@trade-matching/domain';
import type { Construct } from 'constructs';
import type { Environment } from '../environments/index.ts';
import { type Statement, useKey } from '../policy.ts';
import { PodAccess } from './pod-access.ts';
import { allow } from './queue-function.ts';

/** Where the desk runs in the cluster: the manifests name the same. */
export const DESK_ACCOUNT = { namespace: 'trade-matching', name: 'desk' } as const;

export interface DeskAccessOptions {
  readonly environment: Environment;
  readonly name: string;
  readonly repository: string;
  readonly logGroup: string;
  readonly keyArn: string;
  readonly bucketArn: string;
  readonly ledgerTableArn: string;
  readonly tradesTableArn: string;
  readonly casesTableArn: string;
  readonly tokenSecretArn: string;
  /** Of the role under which people's browsers upload. */
  readonly uploadRoleArn: string;
}

/** What the desk needs of AWS. */
export class DeskAccess extends PodAccess {
  constructor(scope: Construct, id: string, options: DeskAccessOptions) {
    super(scope, id, { ...options, serviceAccount: DESK_ACCOUNT, policyName: 'desk', statements: statements(options) });
  }
}

/** Each from a call that the desk makes. None reads what is in quarantine. */
function statements({ environment, bucketArn, keyArn, ...options }: DeskAccessOptions): Statement[] {
  const { ledgerTableArn, tradesTableArn, casesTableArn } = options;
  const incoming = SOURCES.map((source) => `${bucketArn}/${source}/*`);
  const indexesOf = (tableArn: string, { indexes }: { indexes: Readonly<Record<string, { name: string }>> }) =>
    Object.values(indexes).map(({ name }) => `${tableArn}/index/${name}`);
  return [
    // What was filed, and what is on its way: the viewer shows it.
    allow('ReadDocuments', ['s3:GetObject'], [`${bucketArn}/PROCESSED/*`, ...incoming]),
    // A redrive: a copy of exactly one version, then a delete of its bytes and no others, by their ETag.
    allow('TakeFailed', ['s3:GetObject', 's3:GetObjectVersion', 's3:DeleteObject'], `${bucketArn}/FAILED/*`),
    allow('PutBack', ['s3:PutObject'], incoming),
    // Without it S3 answers 403 where an object is missing, and 404 would look like a missing permission.
    allow('TellMissingFromForbidden', ['s3:ListBucket'], bucketArn),
    allow('ReadLedger', ['dynamodb:Query'], indexesOf(ledgerTableArn, DOCUMENTS_TABLE)),
    allow(
      'ReadAndDecideTrades',
      ['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query', 'dynamodb:UpdateItem'],
      tradesTableArn,
    ),
    allow('ListTrades', ['dynamodb:Query'], indexesOf(tradesTableArn, TRADES_TABLE)),
    // It adds to the history of a case, and takes nothing away.
    allow(
      'ReadAndWriteCases',
      ['dynamodb:GetItem', 'dynamodb:Query', 'dynamodb:PutItem', 'dynamodb:DescribeTable'],
      casesTableArn,
    ),
    allow('ListCases', ['dynamodb:Query'], indexesOf(casesTableArn, CASES_TABLE)),
    // People's own views are all that it deletes: the partition of a case is none of theirs.
    {
      ...allow('ForgetViews', ['dynamodb:DeleteItem'], casesTableArn),
      Condition: {
        'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': 'USER#*' },
        Null: { 'dynamodb:LeadingKeys': 'false' },
      },
    },
    // The matching service pairs anew what people decided.
    allow('ReadToken', ['secretsmanager:GetSecretValue'], options.tokenSecretArn),
    allow('LetUpload', ['sts:AssumeRole'], options.uploadRoleArn),
    useKey(keyArn, environment.region, ['s3', 'dynamodb', 'secretsmanager']),
  ];
}
