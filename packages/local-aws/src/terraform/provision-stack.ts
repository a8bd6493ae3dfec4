import path from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SNSClient } from '@aws-sdk/client-sns';
import { SQSClient } from '@aws-sdk/client-sqs';
import type { ProvisionedStack } from './provisioned-stack.ts';
import type { ProvisioningContext } from './provisioner.ts';
import { PROVISIONERS } from './provisioners.ts';
import { type ReferenceSource, resolveReferences } from './references.ts';
import { readTerraformJson, StackError } from './terraform-json.ts';
import { INERT, inertAttributes } from './unsupported-resources.ts';

export interface ProvisionOptions {
  readonly endpoint: string;
  readonly region: string;
  readonly account: string;
  /** Values of the stack's variables. */
  readonly variables: Readonly<Record<string, string>>;
}

/**
 * Creates what a synthesized stack declares in the AWS at an endpoint. Resources are created in the order of their
 * references.
 *
 * @throws {StackError} naming a type, a reference or an attribute that cannot be honoured: what ships would otherwise
 * differ from what runs here, in silence
 */
export async function provisionStack(file: string, options: ProvisionOptions): Promise<ProvisionedStack> {
  const stack = readTerraformJson(file);
  const { endpoint, region, account } = options;
  const client = { endpoint, region, credentials: { accessKeyId: 'provisioning', secretAccessKey: 'sandbox' } };
  const context: ProvisioningContext = {
    s3: new S3Client({ ...client, forcePathStyle: true }),
    sqs: new SQSClient({ ...client, useQueueUrlAsEndpoint: false }),
    sns: new SNSClient(client),
    dynamodb: new DynamoDBClient(client),
    secrets: new SecretsManagerClient(client),
    region,
    account,
    folder: path.dirname(file),
    functions: [],
    eventSourceMappings: [],
    schedules: [],
    functionPermissions: [],
    rules: new Map(),
    queueUrls: new Map(),
  };
  if (stack.data && Object.keys(stack.data).length > 0) {
    throw new StackError(`The sandbox knows no data sources: ${Object.keys(stack.data).join(', ')}.`);
  }
  const declared = new Map<string, Record<string, unknown>>();
  for (const [type, resources] of Object.entries(stack.resource)) {
    if (!(type in PROVISIONERS) && !(type in INERT)) {
      throw new StackError(
        `The sandbox can neither provision ${type} nor does it know that it may leave it out (src/stack/provisioners.ts, src/stack/inert.ts).`,
      );
    }
    for (const [name, attributes] of Object.entries(resources)) declared.set(`${type}.${name}`, attributes);
  }

  const provisioned = new Map<string, Promise<Record<string, unknown>>>();
  const references: ReferenceSource = {
    variable: (name) => options.variables[name] ?? stack.variable?.[name]?.default,
    attribute: async (address, attribute) => (await provision(address))[attribute],
  };
  const provision = (address: string): Promise<Record<string, unknown>> => {
    const begun = provisioned.get(address);
    if (begun) return begun;
    const promise = create(address);
    provisioned.set(address, promise);
    return promise;
  };
  const create = async (address: string): Promise<Record<string, unknown>> => {
    const attributes = declared.get(address);
    if (!attributes) throw new StackError(`The stack refers to ${address}, which it does not declare.`);
    const { depends_on: dependsOn = [], '//': _metadata, lifecycle: _lifecycle, ...rest } = attributes;
    for (const dependency of dependsOn as string[]) await provision(dependency);
    const resolved = (await resolveReferences(rest, references, address)) as Record<string, unknown>;
    const [type = '', name = ''] = address.split('.');
    if (type in INERT) {
      // A policy may name a role that is taken.
      const arn = type === 'aws_iam_role' ? { arn: `arn:aws:iam::${account}:role/${resolved.name}` } : {};
      return { ...inertAttributes(name, region, account), ...resolved, ...arn };
    }
    try {
      const known = await PROVISIONERS[type]?.(context, resolved);
      return { ...resolved, ...known };
    } catch (cause) {
      throw new StackError(`${address}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
    }
  };
  try {
    const resources = new Map<string, Record<string, unknown>>();
    for (const address of declared.keys()) resources.set(address, await provision(address));
    const outputs: Record<string, unknown> = {};
    for (const [name, { value }] of Object.entries(stack.output ?? {})) {
      outputs[name] = await resolveReferences(value, references, `output ${name}`);
    }
    const { functions, eventSourceMappings, schedules, functionPermissions } = context;
    return { functions, eventSourceMappings, schedules, functionPermissions, resources, outputs };
  } finally {
    for (const each of [context.s3, context.sqs, context.sns, context.dynamodb, context.secrets]) each.destroy();
  }
}
