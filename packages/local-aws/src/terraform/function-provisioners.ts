import { existsSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import { provisioner } from './provisioner.ts';
import { rateOf } from './schedule-rate.ts';
import { StackError } from './terraform-json.ts';

export const lambdaFunction = provisioner(
  z.object({
    function_name: z.string(),
    filename: z.string(),
    handler: z.string(),
    runtime: z.string().regex(/^nodejs/, 'the sandbox runs functions of Node.js'),
    timeout: z.number(),
    memory_size: z.number(),
    reserved_concurrent_executions: z.number().default(1000),
    environment: z.object({ variables: z.record(z.string(), z.string()) }).default({ variables: {} }),
  }),
  async ({ functions, folder, region, account }, attributes) => {
    const archive = path.resolve(folder, attributes.filename);
    if (!existsSync(archive)) throw new StackError(`there is no ${archive}`);
    functions.push({
      name: attributes.function_name,
      archive,
      handler: attributes.handler,
      timeout: attributes.timeout,
      memory: attributes.memory_size,
      environment: attributes.environment.variables,
      reservedConcurrency: attributes.reserved_concurrent_executions,
    });
    return { arn: `arn:aws:lambda:${region}:${account}:function:${attributes.function_name}` };
  },
);

export const eventSourceMapping = provisioner(
  z.object({
    event_source_arn: z.string(),
    function_name: z.string(),
    batch_size: z.number().default(10),
    maximum_batching_window_in_seconds: z.number().default(0),
    function_response_types: z.array(z.string()).default([]),
    scaling_config: z.object({ maximum_concurrency: z.number() }).optional(),
    /** Paused by a person, through Lambda's API, and by no stack. */
    enabled: z.literal(true).default(true),
  }),
  async ({ eventSourceMappings, queueUrls }, attributes) => {
    const queueUrl = queueUrls.get(attributes.event_source_arn);
    if (queueUrl === undefined) throw new StackError(`there is no queue ${attributes.event_source_arn} to consume`);
    eventSourceMappings.push({
      functionName: attributes.function_name.split(':').at(-1) ?? attributes.function_name,
      queueArn: attributes.event_source_arn,
      queueUrl,
      batchSize: attributes.batch_size,
      batchingWindow: attributes.maximum_batching_window_in_seconds,
      reportsBatchItemFailures: attributes.function_response_types.includes('ReportBatchItemFailures'),
      // What Lambda grows to without a limit is beyond one machine.
      maximumConcurrency: attributes.scaling_config?.maximum_concurrency ?? 10,
    });
    return {};
  },
);

const nameOfFunction = (nameOrArn: string) => nameOrArn.split(':').at(-1) ?? nameOrArn;

export const lambdaPermission = provisioner(
  z.object({
    action: z.string(),
    function_name: z.string(),
    principal: z.string(),
    source_arn: z.string().optional(),
    source_account: z.string().optional(),
  }),
  async ({ functionPermissions }, { action, function_name, principal, source_arn, source_account }) => {
    functionPermissions.push({
      functionName: nameOfFunction(function_name),
      ...{ action, principal },
      ...(source_arn === undefined ? {} : { sourceArn: source_arn }),
      ...(source_account === undefined ? {} : { sourceAccount: source_account }),
    });
    return {};
  },
);

export const eventRule = provisioner(
  z.strictObject({
    name: z.string().regex(/^[.\-_A-Za-z0-9]{1,64}$/, 'a name that EventBridge takes'),
    description: z.string().max(512).optional(),
    schedule_expression: z.string(),
  }),
  async ({ rules, region, account }, { name, schedule_expression }) => {
    const everyMs = rateOf(schedule_expression);
    if (everyMs === undefined) {
      throw new StackError(`the sandbox follows rates that EventBridge takes, and not ${schedule_expression}`);
    }
    rules.set(name, everyMs);
    return { arn: `arn:aws:events:${region}:${account}:rule/${name}`, id: name };
  },
);

export const eventTarget = provisioner(
  z.strictObject({
    rule: z.string(),
    target_id: z.string().optional(),
    arn: z.string().regex(/^arn:aws:lambda:/, 'a function: the sandbox starts nothing else'),
    dead_letter_config: z.strictObject({ arn: z.string() }).optional(),
  }),
  async ({ rules, schedules, queueUrls, region, account }, { rule, arn, dead_letter_config }) => {
    const everyMs = rules.get(rule);
    if (everyMs === undefined) throw new StackError(`there is no rule ${rule}`);
    const url = dead_letter_config && queueUrls.get(dead_letter_config.arn);
    if (dead_letter_config && url === undefined) throw new StackError(`there is no queue ${dead_letter_config.arn}`);
    schedules.push({
      ruleArn: `arn:aws:events:${region}:${account}:rule/${rule}`,
      ...{ everyMs, functionArn: arn, functionName: nameOfFunction(arn) },
      ...(dead_letter_config && url !== undefined ? { deadLetters: { arn: dead_letter_config.arn, url } } : {}),
    });
    return {};
  },
);
