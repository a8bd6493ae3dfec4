import { ENVIRONMENTS } from '@trade-matching/domain';
import { describe, expect, test } from 'vitest';
import { CONTROLS, renderControls, WILDCARD_EXCEPTIONS } from './controls.ts';
import { type Attributes, resourcesOf } from './synthesized.ts';

describe.each(ENVIRONMENTS)('the security review of %s', (environment) => {
  test.each(CONTROLS)('$id: $asks', ({ type, holds, concerns = () => true }) => {
    const concerned = resourcesOf(environment, type).filter(concerns);
    expect(concerned.length).toBeGreaterThan(0);
    expect(concerned.filter((resource) => !holds(resource, environment)).map(({ address }) => address)).toEqual([]);
  });

  test('IAM.21, A1: no wildcard action, and no resource * where the API knows better', () => {
    const found: string[] = [];
    for (const { address, policy } of resourcesOf(environment, 'aws_iam_role_policy')) {
      for (const statement of JSON.parse(policy).Statement as Attributes[]) {
        const [actions, resources] = [[statement.Action].flat(), [statement.Resource].flat()];
        if (actions.some((action: string) => action.includes('*')))
          found.push(`${address} ${statement.Sid}: ${actions}`);
        if (resources.includes('*') && !(statement.Sid in WILDCARD_EXCEPTIONS))
          found.push(`${address} ${statement.Sid}: *`);
      }
    }
    expect(found).toEqual([]);
  });

  test('D6: the upload role may put under the incoming prefixes with the key, and nothing else', () => {
    const [upload] = resourcesOf(environment, 'aws_iam_role_policy').filter(({ name }) => name === 'upload');
    const statements = JSON.parse(upload?.policy).Statement as Attributes[];
    expect(statements.map(({ Action }) => [Action].flat())).toEqual([
      ['s3:PutObject'],
      ['kms:Decrypt', 'kms:GenerateDataKey'],
    ]);
    expect(statements[0]?.Resource).toEqual([
      expect.stringMatching(/\.arn\}\/BANK\/\*$/),
      expect.stringMatching(/\.arn\}\/COUNTERPARTY\/\*$/),
    ]);
  });

  test('A3: people get errors, mismatches and the digest, not every success', () => {
    const [subscription] = resourcesOf(environment, 'aws_sns_topic_subscription').filter(({ topic_arn }) =>
      topic_arn.includes('notifications'),
    );
    if (environment === 'local') return expect(subscription).toBeUndefined();
    expect(JSON.parse(subscription?.filter_policy)).toEqual({
      $or: [{ error: ['true'] }, { event_type: ['TradeMismatched', 'TradeReview', 'CasesDigest'] }],
    });
  });

  test('the network lets the function reach the service and the endpoints, and nothing else', () => {
    const rules = resourcesOf(environment, 'aws_vpc_security_group_egress_rule').filter(
      ({ address }) => !address.includes('.desk-network_'),
    );
    if (environment === 'local') return expect(rules).toEqual([]);
    expect(rules).toHaveLength(4);
    for (const rule of rules) {
      expect(rule.cidr_ipv4 ?? rule.cidr_ipv6).toBeUndefined();
      expect(rule.referenced_security_group_id ?? rule.prefix_list_id).toMatch(/^(sg-|pl-|\$\{aws_security_group\.)/);
    }
  });
});

test('the page of controls says what is checked', async () => {
  await expect(renderControls()).toMatchFileSnapshot('../../docs/security-controls.md');
});
