import { ENVIRONMENTS, resourceNames } from '@trade-matching/domain';
import { evaluate, readPolicy } from '@trade-matching/policies';
import { describe, expect, test } from 'vitest';
import { environments } from '../src/environments/index.ts';
import { resourcesOf, resourceWhere } from './synthesized.ts';

describe.each(ENVIRONMENTS)('the sweep over cases in %s', (name) => {
  const { account, region } = environments[name];
  const names = resourceNames(name, account);
  const sweep = () => resourceWhere(name, 'aws_lambda_function', 'function_name', names.sweepFunction);
  const rule = () => resourceWhere(name, 'aws_cloudwatch_event_rule', 'name', names.sweepSchedule);
  const deadLetters = () => resourceWhere(name, 'aws_sqs_queue', 'name', names.sweepDeadLetterQueue);
  const ruleArn = `arn:aws:events:${region}:${account}:rule/${names.sweepSchedule}`;

  test('a rule starts it every 15 minutes, and every run ends before the next', () => {
    expect(rule().schedule_expression).toBe('rate(15 minutes)');
    const [target, ...others] = resourcesOf(name, 'aws_cloudwatch_event_target');
    expect(others).toEqual([]);
    expect(target).toMatchObject({
      rule: `\${${rule().address}.name}`,
      arn: `\${${sweep().address}.arn}`,
      dead_letter_config: { arn: `\${${deadLetters().address}.arn}` },
    });
    expect(sweep().timeout).toBeLessThan(15 * 60);
    expect(sweep().reserved_concurrent_executions).toBeUndefined();
  });

  test('nobody but that rule may invoke it, and before the rule does', () => {
    const [permission, ...others] = resourcesOf(name, 'aws_lambda_permission');
    expect(others).toEqual([]);
    expect(permission).toMatchObject({
      ...{ action: 'lambda:InvokeFunction', principal: 'events.amazonaws.com', source_account: account },
      function_name: `\${${sweep().address}.function_name}`,
      source_arn: `\${${rule().address}.arn}`,
    });
    const [target] = resourcesOf(name, 'aws_cloudwatch_event_target');
    expect(target?.depends_on).toContain(permission?.address);
  });

  test('the rule alone may leave dead letters, which are encrypted under the key that it may use', () => {
    const policy = resourcesOf(name, 'aws_sqs_queue_policy').find(
      ({ queue_url }) => queue_url === `\${${deadLetters().address}.url}`,
    );
    const queue = String(policy?.policy).replaceAll(`\${${rule().address}.arn}`, ruleArn);
    const decide = (statements: string, action: string, sourceArn: string) =>
      evaluate(readPolicy(statements), {
        ...{ action, resource: `\${${deadLetters().address}.arn}`, principal: { service: 'events.amazonaws.com' } },
        context: { 'aws:SourceArn': sourceArn, 'aws:SourceAccount': account, 'aws:SecureTransport': 'true' },
      }).kind;
    const other = ruleArn.replace('case-sweep', 'other');
    expect(decide(queue, 'sqs:SendMessage', ruleArn)).toBe('allowed');
    expect(decide(queue, 'sqs:SendMessage', other)).toBe('not-allowed');
    const key = resourcesOf(name, 'aws_kms_key')[0]?.policy;
    for (const action of ['kms:Decrypt', 'kms:GenerateDataKey']) {
      expect(decide(key, action, ruleArn)).toBe('allowed');
      expect(decide(key, action, other)).toBe('not-allowed');
    }
  });

  test('its role reads by index, adds to cases, marks trades, and neither scans nor deletes', () => {
    const actions = resourcesOf(name, 'aws_iam_role_policy')
      .filter(({ role }) => role.includes('case-sweep'))
      .flatMap(({ policy }) => readPolicy(policy))
      .flatMap(({ Action }) => Action);
    expect(actions).toContain('dynamodb:Query');
    expect(actions.filter((action) => /^dynamodb:(Scan|Delete)|^sqs:/.test(action))).toEqual([]);
  });
});
