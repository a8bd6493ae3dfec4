import { ENVIRONMENTS, resourceNames } from '@trade-matching/domain';
import { evaluate, readPolicy } from '@trade-matching/policies';
import { describe, expect, test } from 'vitest';
import { environments } from '../src/environments/index.ts';
import { resourcesOf, synthesized } from './synthesized.ts';

/** What AWS asks while the stack is applied, where it refuses what is merely plausible. */
describe.each(ENVIRONMENTS)('applying the stack of %s', (name) => {
  const { account, region } = environments[name];
  const trail = `arn:aws:cloudtrail:${region}:${account}:trail/${resourceNames(name, account).auditTrail}`;
  const { resource } = synthesized(name);
  const keyPolicy = () => readPolicy(resourcesOf(name, 'aws_kms_key')[0]?.policy);
  const asCloudTrail = (action: string, context: Record<string, string>) =>
    evaluate(keyPolicy(), {
      action,
      resource: 'the key',
      principal: { service: 'cloudtrail.amazonaws.com' },
      context,
    }).kind;

  test('CloudTrail describes the key, which carries no encryption context', () => {
    expect(asCloudTrail('kms:DescribeKey', { 'aws:SourceArn': trail })).toBe('allowed');
  });

  test("CloudTrail encrypts its log files, and decrypts the bucket key, whose context is the bucket's", () => {
    const context = { 'aws:SourceArn': trail, 'kms:EncryptionContext:aws:cloudtrail:arn': trail };
    expect(asCloudTrail('kms:GenerateDataKey', context)).toBe('allowed');
    const bucket = 'arn:aws:s3:::trade-documents-audit';
    expect(asCloudTrail('kms:Decrypt', { 'aws:SourceArn': trail, 'kms:EncryptionContext:aws:s3:arn': bucket })).toBe(
      'allowed',
    );
  });

  test('accesses are logged only when the log bucket lets S3 write to it', () => {
    const [[target] = []] = Object.entries(resource.aws_s3_bucket_policy ?? {}).filter(([, { policy }]) =>
      policy.includes('logging.s3.amazonaws.com'),
    );
    const logged = resourcesOf(name, 'aws_s3_bucket_logging');
    expect(logged).toHaveLength(2);
    for (const { address, depends_on } of logged)
      expect(depends_on, address).toEqual([`aws_s3_bucket_policy.${target}`]);
  });

  test('the trail of another account uses nothing of the key', () => {
    const other = trail.replace(account, '999999999999');
    const context = { 'aws:SourceArn': other, 'kms:EncryptionContext:aws:cloudtrail:arn': other };
    for (const action of ['kms:GenerateDataKey', 'kms:DescribeKey', 'kms:Decrypt']) {
      expect(asCloudTrail(action, context), action).toBe('not-allowed');
    }
  });
});
