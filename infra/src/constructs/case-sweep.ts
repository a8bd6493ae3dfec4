import { CloudwatchEventRule } from '@cdktf/provider-aws/lib/cloudwatch-event-rule/index.js';
import { CloudwatchEventTarget } from '@cdktf/provider-aws/lib/cloudwatch-event-target/index.js';
import { LambdaPermission } from '@cdktf/provider-aws/lib/lambda-permission/index.js';
import { SqsQueue } from '@cdktf/provider-aws/lib/sqs-queue/index.js';
import { SqsQueuePolicy } from '@cdktf/provider-aws/lib/sqs-queue-policy/index.js';
import { CASES_TABLE, TRADES_TABLE } from '@trade-matching/domain';
import { Construct } from 'constructs';
import { sweepBundle } from '../bundles.ts';
import type { Environment } from '../environments/index.ts';
import { denyPlainHttp, policy } from '../policy.ts';
import { allow, type FunctionNetwork, QueueFunction } from './queue-function.ts';

export interface CaseSweepOptions {
  readonly environment: Environment;
  /** Of the function. */
  readonly name: string;
  readonly scheduleName: string;
  readonly deadLetterName: string;
  readonly keyArn: string;
  readonly trades: { readonly name: string; readonly arn: string };
  readonly cases: { readonly name: string; readonly arn: string };
  readonly topicArn: string;
  readonly network: FunctionNetwork | undefined;
}

/** How often the sweep runs: an alarm on what it emits looks at two runs. */
const SCHEDULE = 'rate(15 minutes)';
/** Seconds: less than from one run to the next, so that a run that died holds up one at most. */
const TIMEOUT = 300;
const FOURTEEN_DAYS = 14 * 24 * 3600;

/**
 * The function that does what time does to cases: alleged trades, breaches, expired proposals, metrics, the digest (W5). A
 * start that EventBridge cannot deliver stays in a queue. A run that fails is an error of the function, and alarmed as such:
 * what it has not done, the next one does.
 */
export class CaseSweep extends Construct {
  constructor(scope: Construct, id: string, options: CaseSweepOptions) {
    super(scope, id);
    const { environment, name, keyArn, trades, cases, topicArn, network } = options;
    const { lambda } = new QueueFunction(this, 'sweep', {
      environment,
      name,
      description: 'Opens cases of alleged trades, records breaches of due times, and sends the daily digest',
      bundle: sweepBundle(),
      // Every open case at once, some tens of thousands.
      memory: 1024,
      timeout: TIMEOUT,
      // None reserved: a second run at once does nothing, and a quota of few executions is for documents.
      keyArn,
      encryptedServices: ['dynamodb', 'sns'],
      network,
      variables: {
        SNS_TOPIC_ARN: topicArn,
        LOG_LEVEL: environment.processor.logLevel,
        TRADES_TABLE: trades.name,
        CASES_TABLE: cases.name,
      },
      consumes: [],
      statements: [
        allow('ListUnmatched', ['dynamodb:Query'], `${trades.arn}/index/${TRADES_TABLE.indexes.byStatusDay.name}`),
        allow('MarkAlleged', ['dynamodb:GetItem', 'dynamodb:UpdateItem'], trades.arn),
        allow('ListOpenCases', ['dynamodb:Query'], `${cases.arn}/index/${CASES_TABLE.indexes.byDueTime.name}`),
        // It adds to the history of a case, and takes nothing away.
        allow('ReadAndWriteCases', ['dynamodb:GetItem', 'dynamodb:PutItem'], cases.arn),
        allow('Notify', ['sns:Publish'], topicArn),
      ],
    });
    const rule = new CloudwatchEventRule(this, 'schedule', {
      name: options.scheduleName,
      description: 'Starts the sweep over cases',
      scheduleExpression: SCHEDULE,
    });
    const deadLetters = this.addDeadLetters(options, rule.arn);
    const permission = new LambdaPermission(this, 'invoke', {
      statementId: 'ScheduleInvokes',
      action: 'lambda:InvokeFunction',
      functionName: lambda.functionName,
      principal: 'events.amazonaws.com',
      sourceArn: rule.arn,
      sourceAccount: environment.account,
    });
    new CloudwatchEventTarget(this, 'target', {
      rule: rule.name,
      targetId: 'sweep',
      arn: lambda.arn,
      deadLetterConfig: { arn: deadLetters.queue.arn },
      // Before that the rule would start a function that does not let it, and the start would be a dead letter.
      dependsOn: [permission, deadLetters.policy],
    });
  }

  /** EventBridge says in an attribute why it could not deliver (Amazon EventBridge User Guide, dead-letter queues). */
  private addDeadLetters({ deadLetterName, keyArn, environment: { account } }: CaseSweepOptions, ruleArn: string) {
    const queue = new SqsQueue(this, 'dead-letters', {
      name: deadLetterName,
      messageRetentionSeconds: FOURTEEN_DAYS,
      kmsMasterKeyId: keyArn,
    });
    const queuePolicy = new SqsQueuePolicy(this, 'dead-letters-policy', {
      queueUrl: queue.url,
      policy: policy(
        {
          Sid: 'ScheduleSends',
          Effect: 'Allow',
          Principal: { Service: 'events.amazonaws.com' },
          Action: 'sqs:SendMessage',
          Resource: queue.arn,
          Condition: { ArnEquals: { 'aws:SourceArn': ruleArn }, StringEquals: { 'aws:SourceAccount': account } },
        },
        denyPlainHttp('sqs:*', queue.arn),
      ),
    });
    return { queue, policy: queuePolicy };
  }
}
