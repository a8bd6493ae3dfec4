import { CASES_TABLE, ENVIRONMENTS, resourceNames } from '@trade-matching/domain';
import { describe, expect, test } from 'vitest';
import { environments } from '../src/environments/index.ts';
import { resourcesOf, resourceWhere, synthesize, synthesized } from './synthesized.ts';

describe.each(ENVIRONMENTS)('the stack of %s', (environment) => {
  const names = resourceNames(environment, environments[environment].account);
  const processor = () => resourceWhere(environment, 'aws_lambda_function', 'function_name', names.processorFunction);
  const mappings = () =>
    resourcesOf(environment, 'aws_lambda_event_source_mapping').filter(
      ({ function_name }) => function_name === `\${${processor().address}.arn}`,
    );

  test('the stack notifies the queue of its prefix of everything that is created there, whatever its suffix (D5)', () => {
    const [notification] = resourcesOf(environment, 'aws_s3_bucket_notification');
    const notified = (
      (notification?.queue ?? []) as { filter_prefix: string; filter_suffix?: string; queue_arn: string }[]
    ).map(({ filter_prefix, filter_suffix, queue_arn }) => {
      const address = queue_arn.slice('${aws_sqs_queue.'.length, -'.arn}'.length);
      return [filter_prefix, filter_suffix, synthesized(environment).resource.aws_sqs_queue?.[address]?.name];
    });
    expect(notified).toEqual([
      ['BANK/', undefined, names.documentQueue.BANK],
      ['COUNTERPARTY/', undefined, names.documentQueue.COUNTERPARTY],
      ['FAILED/', undefined, names.failedProcessingQueue],
      ['QUARANTINE/', undefined, names.failedProcessingQueue],
    ]);
  });

  test('S3 may send to every queue before notifications are configured (Q3)', () => {
    const [notification] = resourcesOf(environment, 'aws_s3_bucket_notification');
    expect(notification?.depends_on).toHaveLength(3);
  });

  test.each([names.documentQueue.BANK, names.documentQueue.COUNTERPARTY])(
    '%s keeps a message invisible for six timeouts and the window, and gives up after five receives (Q2)',
    (name) => {
      const queue = resourceWhere(environment, 'aws_sqs_queue', 'name', name);
      const window = mappings()[0]?.maximum_batching_window_in_seconds;
      expect(queue.visibility_timeout_seconds).toBeGreaterThanOrEqual(6 * processor().timeout + window);
      expect(JSON.parse(queue.redrive_policy).maxReceiveCount).toBe(5);
      expect(queue.message_retention_seconds).toBe(1_209_600);
    },
  );

  test('both queues are consumed in batches with partial failures, within the reserved concurrency (P1)', () => {
    expect(mappings()).toHaveLength(2);
    for (const mapping of mappings()) {
      expect(mapping).toMatchObject({
        batch_size: 5,
        maximum_batching_window_in_seconds: 10,
        function_response_types: ['ReportBatchItemFailures'],
      });
    }
    const sum = mappings().reduce((total, mapping) => total + mapping.scaling_config.maximum_concurrency, 0);
    expect(sum).toBeLessThanOrEqual(processor().reserved_concurrent_executions);
  });

  test('the processor runs on Node.js 24, arm64, with 512 MB for 300 s (P1)', () => {
    expect(processor()).toMatchObject({
      runtime: 'nodejs24.x',
      architectures: ['arm64'],
      memory_size: 512,
      timeout: 300,
      reserved_concurrent_executions: 10,
    });
  });

  test('the tables are protected outside local and development (A4)', () => {
    const expected = environment === 'staging' || environment === 'production';
    for (const table of resourcesOf(environment, 'aws_dynamodb_table')) {
      expect(table.deletion_protection_enabled).toBe(expected);
      expect(table.point_in_time_recovery).toMatchObject({ enabled: expected });
    }
  });
});

test.each(ENVIRONMENTS)('open cases of %s are listed by due time, assignee and counterparty (W5)', (environment) => {
  const { casesTable } = resourceNames(environment, environments[environment].account);
  const table = resourceWhere(environment, 'aws_dynamodb_table', 'name', casesTable);
  expect(table.global_secondary_index).toMatchObject(
    Object.values(CASES_TABLE.indexes).map(({ name, partitionKey, sortKey }) => ({
      ...{ name, hash_key: partitionKey, range_key: sortKey, projection_type: 'ALL' },
    })),
  );
});

test('in an account of ten concurrent executions nothing is reserved, and the queues together fit into it', () => {
  const { development } = environments;
  const { resource } = synthesize({
    ...development,
    accountConcurrency: 10,
    reserveConcurrency: false,
    processor: { ...development.processor, concurrencyPerQueue: 2 },
  });
  const functions = Object.values(resource.aws_lambda_function ?? {});
  expect(functions.map((each) => each.reserved_concurrent_executions ?? -1)).toEqual([-1, -1, -1]);
  const mappings = Object.values(resource.aws_lambda_event_source_mapping ?? {});
  expect(mappings.reduce((sum, { scaling_config }) => sum + scaling_config.maximum_concurrency, 0)).toBe(10);
});

describe.each(ENVIRONMENTS)('the functions and queues of the stack of %s', (environment) => {
  const names = resourceNames(environment, environments[environment].account);
  const processor = () => resourceWhere(environment, 'aws_lambda_function', 'function_name', names.processorFunction);
  const _mappings = () =>
    resourcesOf(environment, 'aws_lambda_event_source_mapping').filter(
      ({ function_name }) => function_name === `\${${processor().address}.arn}`,
    );

  test('the age rules of the bucket (D2)', () => {
    const lifecycles = resourcesOf(environment, 'aws_s3_bucket_lifecycle_configuration');
    const rule = lifecycles.find(({ address }) => address.includes('.documents_'))?.rule[0];
    expect(rule).toMatchObject({
      transition: [
        { days: 30, storage_class: 'STANDARD_IA' },
        { days: 90, storage_class: 'GLACIER' },
      ],
      noncurrent_version_expiration: [{ noncurrent_days: 365 }],
      abort_incomplete_multipart_upload: [{ days_after_initiation: 7 }],
    });
  });

  test('one bucket of documents, named for its environment and account (D1)', () => {
    const buckets = resourcesOf(environment, 'aws_s3_bucket').map(({ bucket }) => bucket);
    expect(buckets).toContain(`trade-documents-${environment}-${environments[environment].account}`);
  });

  test('every queue keeps messages for 14 days and has dead letters of its own (Q1)', () => {
    const queues = resourcesOf(environment, 'aws_sqs_queue');
    expect(queues.every((queue) => queue.message_retention_seconds === 1_209_600)).toBe(true);
    const deadLetters = (name: string) => {
      const { redrive_policy } = resourceWhere(environment, 'aws_sqs_queue', 'name', name);
      const address = JSON.parse(redrive_policy).deadLetterTargetArn.slice('${aws_sqs_queue.'.length, -'.arn}'.length);
      return synthesized(environment).resource.aws_sqs_queue?.[address]?.name;
    };
    expect(deadLetters(names.documentQueue.BANK)).toBe(`bank-documents-dlq-${environment}`);
    expect(deadLetters(names.documentQueue.COUNTERPARTY)).toBe(`counterparty-documents-dlq-${environment}`);
    expect(deadLetters(names.failedProcessingQueue)).toBe(`failed-processing-dlq-${environment}`);
  });

  test('a document that failed is looked at within 300 s, by a function that takes a sixth of it at most (Q1)', () => {
    const queue = resourceWhere(environment, 'aws_sqs_queue', 'name', names.failedProcessingQueue);
    expect(queue.visibility_timeout_seconds).toBe(300);
    const failures = resourceWhere(environment, 'aws_lambda_function', 'function_name', names.failuresFunction);
    expect(6 * failures.timeout).toBeLessThanOrEqual(300);
  });

  test('dead letters and arrivals are taken by the failures function, whose own failures stay (F1, F2)', () => {
    const failures = resourceWhere(environment, 'aws_lambda_function', 'function_name', names.failuresFunction);
    const consumed = resourcesOf(environment, 'aws_lambda_event_source_mapping')
      .filter(({ function_name }) => function_name === `\${${failures.address}.arn}`)
      .map(({ event_source_arn }) => {
        const address = event_source_arn.slice('${aws_sqs_queue.'.length, -'.arn}'.length);
        return synthesized(environment).resource.aws_sqs_queue?.[address]?.name;
      });
    expect(consumed.sort()).toEqual([
      names.documentDeadLetterQueue.BANK,
      names.documentDeadLetterQueue.COUNTERPARTY,
      names.failedProcessingQueue,
    ]);
    const last = resourceWhere(environment, 'aws_sqs_queue', 'name', names.failedProcessingDeadLetterQueue);
    expect(last.redrive_policy).toBeUndefined();
  });
});
