import type { AwsCall } from '../aws/index.ts';
import { decodeBody } from '../aws/s3/chunked-body.ts';
import { readPostedForm } from '../aws/s3/form-data.ts';
import { parseXml } from '../aws/s3/xml.ts';

/** What a call needs to be allowed. */
export interface RequiredPermission {
  /** `s3:PutObject`. */
  readonly action: string;
  /** ARN. */
  readonly resource: string;
  /** Condition keys that a policy may ask for: `s3:prefix`, `kms:ViaService`. */
  readonly conditions?: Readonly<Record<string, string>>;
}

export interface ArnContext {
  readonly region: string;
  readonly account: string;
  /** The key that everything is encrypted with. */
  readonly keyArn: string;
  /** ARN of the function of an event source mapping, by the mapping's UUID. */
  readonly functionOfMapping?: (uuid: string) => string | undefined;
}

/** A call that is not known here cannot be judged. */
export class UnknownCallError extends Error {
  override readonly name = 'UnknownCallError';
}

/**
 * The permissions that AWS asks for when this call is made, those on the key included.
 * Source: "Actions, resources, and condition keys for AWS services", Service Authorization Reference.
 *
 * @throws {UnknownCallError}
 */
export function requiredPermissions(call: AwsCall, context: ArnContext): RequiredPermission[] {
  switch (call.service) {
    case 's3':
      return ofS3(call, context);
    case 'sqs':
      return ofSqs(call, context);
    case 'sns':
      return ofSns(call, context);
    case 'secretsmanager':
      return ofSecrets(call, context);
    case 'dynamodb':
      return ofDynamoDb(call, context);
    case 'lambda':
      return ofLambda(call, context);
    case 'sts':
      // "No permissions are required to perform this operation": AWS STS API Reference, GetCallerIdentity.
      if (call.action === 'GetCallerIdentity') return [];
      if (call.action === 'AssumeRole')
        return [need('sts:AssumeRole', new URLSearchParams(call.body.toString('utf8')).get('RoleArn') ?? '')];
      break;
  }
  throw new UnknownCallError(`It is not known what ${call.service} ${call.action} needs.`);
}

const need = (action: string, resource: string): RequiredPermission => ({ action, resource });

/**
 * The service uses the key in the caller's name, and says that it does: a policy may ask for it ("kms:ViaService", AWS KMS
 * Developer Guide).
 */
const throughService =
  (action: string) =>
  ({ service }: AwsCall, { keyArn, region }: ArnContext): RequiredPermission => ({
    ...need(action, keyArn),
    conditions: { 'kms:ViaService': `${service}.${region}.amazonaws.com` },
  });
const decrypt = throughService('kms:Decrypt');
const encrypt = throughService('kms:GenerateDataKey');

/** A value that is written is encrypted with a new data key ("Secret encryption", AWS Secrets Manager User Guide). */
function ofSecrets(call: AwsCall, context: ArnContext): RequiredPermission[] {
  const secret = secretArn(call.resource, context);
  // What is said about a secret is not encrypted.
  if (call.action === 'DescribeSecret') return [need('secretsmanager:DescribeSecret', secret)];
  const writes = call.action === 'CreateSecret' || call.action === 'PutSecretValue' || call.action === 'UpdateSecret';
  return [
    need(`secretsmanager:${call.action}`, secret),
    decrypt(call, context),
    ...(writes ? [encrypt(call, context)] : []),
  ];
}

/** A secret that is asked for by its name is judged by its ARN, which ends in six characters: here always the same. */
function secretArn(named: string, { region, account }: ArnContext): string {
  return named.startsWith('arn:') ? named : `arn:aws:secretsmanager:${region}:${account}:secret:${named}-AbCdEf`;
}

/**
 * A mapping is listed by whoever may list all of them: the action has no resource type and no condition key. To see or change
 * one takes the mapping's ARN, and a policy may ask for its function ("lambda:FunctionArn", Service Authorization Reference).
 */
function ofLambda({ action, url }: AwsCall, { region, account, functionOfMapping }: ArnContext): RequiredPermission[] {
  if (action === 'ListEventSourceMappings') return [need('lambda:ListEventSourceMappings', '*')];
  if (action !== 'GetEventSourceMapping' && action !== 'UpdateEventSourceMapping') {
    throw new UnknownCallError(`It is not known what lambda ${action} needs.`);
  }
  const uuid = decodeURIComponent(url.split('?', 1)[0]?.split('/').at(-1) ?? '');
  const functionArn = functionOfMapping?.(uuid);
  return [
    {
      ...need(`lambda:${action}`, `arn:aws:lambda:${region}:${account}:event-source-mapping:${uuid}`),
      ...(functionArn === undefined ? {} : { conditions: { 'lambda:FunctionArn': functionArn } }),
    },
  ];
}

function ofSns(call: AwsCall, context: ArnContext): RequiredPermission[] {
  if (call.action === 'Publish')
    return [need('sns:Publish', call.resource), decrypt(call, context), encrypt(call, context)];
  // A subscription is no type of resource, and the topic only an optional one of these (Service Authorization Reference).
  const ofSubscription = new URLSearchParams(call.body.toString('utf8')).has('SubscriptionArn');
  return [need(`sns:${call.action}`, ofSubscription ? '*' : call.resource)];
}

function ofS3(call: AwsCall, context: ArnContext): RequiredPermission[] {
  const object = `arn:aws:s3:::${call.resource}`;
  const versioned = call.url.includes('versionId=');
  switch (call.action) {
    case 'GetObject':
    case 'HeadObject':
      return [need(versioned ? 's3:GetObjectVersion' : 's3:GetObject', object), decrypt(call, context)];
    case 'PutObject':
      return [...written(call, object), encrypt(call, context)];
    case 'PostObject': {
      const { fields } = readPostedForm(call.headers['content-type'], call.body);
      return [need('s3:PutObject', `${object}/${fields.get('key') ?? ''}`), encrypt(call, context)];
    }
    case 'DeleteObject':
      return [
        need(versioned ? 's3:DeleteObjectVersion' : 's3:DeleteObject', object),
        // "Conditional deletes with a specific ETag value require both": Amazon S3 User Guide, conditional deletes.
        ...(isOfOneEtag(call) ? [need('s3:GetObject', object)] : []),
      ];
    case 'DeleteObjects':
      return deletedObjects(call).map(({ Key, VersionId }) =>
        need(VersionId === undefined ? 's3:DeleteObject' : 's3:DeleteObjectVersion', `${bucketOf(call)}/${Key}`),
      );
    case 'ListObjectsV2':
      return [listed(call, 's3:ListBucket')];
    case 'ListObjectVersions':
      return [listed(call, 's3:ListBucketVersions')];
    case 'CopyObject': {
      const [path = '', query = ''] = String(call.headers['x-amz-copy-source']).split('?', 2);
      const source = `arn:aws:s3:::${decodeURIComponent(path).replace(/^\//, '')}`;
      return [
        need(query.includes('versionId=') ? 's3:GetObjectVersion' : 's3:GetObject', source),
        decrypt(call, context),
        ...copiedTags(call, source, query.includes('versionId=')),
        ...written(call, object),
        encrypt(call, context),
      ];
    }
    default:
      throw new UnknownCallError(`It is not known what s3 ${call.action} needs.`);
  }
}

/**
 * "If you're copying objects that have object tags, then your IAM identity must have s3:GetObjectTagging and
 * s3:PutObjectTagging" (AWS Knowledge Center, s3-troubleshoot-copy-between-buckets). A call does not say whether its source
 * has any: a copy that would take them along is held to it always.
 */
function copiedTags({ headers }: AwsCall, source: string, versioned: boolean): RequiredPermission[] {
  if (headers['x-amz-tagging-directive'] === 'REPLACE') return [];
  return [need(versioned ? 's3:GetObjectVersionTagging' : 's3:GetObjectTagging', source)];
}

/** "Conditional writes with an HTTP If-Match header" need to read as well: Amazon S3 User Guide, conditional writes. */
function written(call: AwsCall, object: string): RequiredPermission[] {
  const reads = call.headers['if-match'] === undefined ? [] : [need('s3:GetObject', object)];
  const keepsTags = call.action === 'CopyObject' && call.headers['x-amz-tagging-directive'] !== 'REPLACE';
  const tags = keepsTags || call.headers['x-amz-tagging'] ? [need('s3:PutObjectTagging', object)] : [];
  return [need('s3:PutObject', object), ...tags, ...reads];
}

function isOfOneEtag({ headers }: AwsCall): boolean {
  const etag = headers['if-match'];
  return etag !== undefined && etag !== '*';
}

/** The bucket, with the prefix that is listed: policies may allow some and not others. */
function listed(call: AwsCall, action: string): RequiredPermission {
  const prefix = new URLSearchParams(call.url.split('?', 2)[1] ?? '').get('prefix');
  return { ...need(action, bucketOf(call)), ...(prefix === null ? {} : { conditions: { 's3:prefix': prefix } }) };
}

function bucketOf({ resource }: AwsCall): string {
  return `arn:aws:s3:::${resource.split('/')[0]}`;
}

function deletedObjects({ body, headers }: AwsCall): readonly { Key: string; VersionId?: string }[] {
  const { Delete } = parseXml(decodeBody(headers, body)) as {
    Delete?: { Object?: { Key: string; VersionId?: string }[] };
  };
  return Delete?.Object ?? [];
}

function ofSqs(call: AwsCall, context: ArnContext): RequiredPermission[] {
  const arn = `arn:aws:sqs:${context.region}:${context.account}:${call.resource.split('/').at(-1)}`;
  const action = call.action.replace(/^(ChangeMessageVisibility|DeleteMessage|SendMessage)Batch$/, '$1');
  const needed = [need(`sqs:${action}`, arn)];
  if (action === 'ReceiveMessage') needed.push(decrypt(call, context));
  if (action === 'SendMessage') needed.push(encrypt(call, context), decrypt(call, context));
  return needed;
}

type AttributeValues = Readonly<Record<string, Readonly<Record<string, string>>>>;

interface DynamoDbRequest {
  readonly TableName?: string;
  readonly IndexName?: string;
  readonly RequestItems?: Readonly<Record<string, unknown>>;
  readonly Key?: AttributeValues;
  readonly TransactItems?: readonly Readonly<
    Record<string, { readonly TableName: string; readonly Key?: AttributeValues }>
  >[];
}

/**
 * A table under a customer key is read and written with the caller's own permission on it ("DynamoDB encryption at rest
 * usage notes", Amazon DynamoDB Developer Guide).
 */
function ofDynamoDb(call: AwsCall, context: ArnContext): RequiredPermission[] {
  return [...ofTables(call, context), decrypt(call, context)];
}

function ofTables(call: AwsCall, { region, account }: ArnContext): RequiredPermission[] {
  const request = JSON.parse(call.body.toString('utf8')) as DynamoDbRequest;
  const table = (name = '', index?: string) =>
    `arn:aws:dynamodb:${region}:${account}:table/${name}${index === undefined ? '' : `/index/${index}`}`;
  if (call.action === 'BatchWriteItem' || call.action === 'BatchGetItem') {
    return Object.keys(request.RequestItems ?? {}).map((name) => need(`dynamodb:${call.action}`, table(name)));
  }
  if (call.action !== 'TransactWriteItems') {
    return [
      {
        ...need(`dynamodb:${call.action}`, table(request.TableName, request.IndexName)),
        ...leadingKeys(call.action, request),
      },
    ];
  }
  // A transaction needs what each of its parts needs; there is no permission of its own.
  return (request.TransactItems ?? []).flatMap((item) =>
    Object.entries(item).map(([part, { TableName, Key }]) => {
      const action = part === 'ConditionCheck' ? 'ConditionCheckItem' : `${part}Item`;
      return { ...need(`dynamodb:${action}`, table(TableName)), ...leadingKeys(action, { Key }) };
    }),
  );
}

/** What a delete is of: a policy may ask for it ("Using IAM policy conditions", Amazon DynamoDB Developer Guide). */
function leadingKeys(action: string, { Key = {} }: { readonly Key?: AttributeValues | undefined }) {
  const partition = Object.values(Key.pk ?? {})[0];
  return action === 'DeleteItem' && partition !== undefined
    ? { conditions: { 'dynamodb:LeadingKeys': partition } }
    : {};
}
