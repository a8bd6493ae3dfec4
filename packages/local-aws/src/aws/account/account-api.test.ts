import { afterAll, beforeAll, expect, test } from 'vitest';
import { EMPTY_ACCOUNT, type EmbeddedAws, startEmbeddedAws } from '../index.ts';

let aws: EmbeddedAws;
beforeAll(async () => {
  aws = await startEmbeddedAws();
});
afterAll(() => aws.close());

async function call(service: string, path: string, init: { body?: string; target?: string } = {}) {
  const answer = await fetch(`${aws.endpoint}${path}`, {
    method: init.body === undefined ? 'GET' : 'POST',
    headers: {
      authorization: `AWS4-HMAC-SHA256 Credential=key/20260101/us-east-1/${service}/aws4_request, SignedHeaders=host, Signature=0`,
      'content-type': init.target === undefined ? 'application/x-www-form-urlencoded' : 'application/x-amz-json-1.1',
      ...(init.target === undefined ? {} : { 'x-amz-target': init.target }),
    },
    ...(init.body === undefined ? {} : { body: init.body }),
  });
  return { status: answer.status, type: answer.headers.get('x-amzn-errortype'), text: await answer.text() };
}

test.each([
  ['ec2', '/', { body: 'Action=RunInstances' }, 400, '<Response><Errors><Error><Code>InvalidAction</Code>'],
  ['iam', '/', { body: 'Action=CreateUser' }, 400, '<Code>InvalidAction</Code>'],
  ['acm', '/', { body: '{}', target: 'CertificateManager.ListCertificates' }, 400, 'UnknownOperationException'],
  ['eks', '/clusters/x/nodegroups', {}, 404, 'UnknownOperationException'],
  ['lambda', '/2015-03-31/functions', {}, 404, 'UnknownOperationException'],
  ['route53', '/2013-04-01/hostedzone', {}, 404, '<Code>UnknownOperationException</Code>'],
] as const)(
  '%s refuses what is not known here, and does not pass for empty',
  async (service, path, init, status, text) => {
    const answer = await call(service, path, init);
    expect(answer.status).toBe(status);
    expect(answer.text).toContain(text);
  },
);

test.each([
  ['ec2', '/', { body: 'Action=DescribeVpcs&VpcId.1=vpc-00000001' }, 400, 'InvalidVpcID.NotFound'],
  ['ec2', '/', { body: 'Action=DescribeVpcs&VpcId.1=vpc-1' }, 400, 'InvalidVpcID.Malformed'],
  ['ec2', '/', { body: 'Action=DescribeSecurityGroups&GroupId.1=sg-00000001' }, 400, 'InvalidGroup.NotFound'],
  ['iam', '/', { body: 'Action=GetRole&RoleName=x' }, 404, '<Code>NoSuchEntity</Code>'],
  ['eks', '/clusters/x', {}, 404, 'No cluster found for name: x.'],
  ['eks', '/clusters/x/addons/y', {}, 404, 'No cluster found for name: x.'],
  ['lambda', '/2019-09-30/functions/x/concurrency', {}, 404, 'Function not found: arn:aws:lambda:'],
  ['route53', '/2013-04-01/hostedzonesbyvpc?vpcid=vpc-1&vpcregion=us-east-1', {}, 400, '<Code>InvalidVPCId</Code>'],
  ['route53', '/2013-04-01/hostedzone/Z1/rrset', {}, 404, '<Code>NoSuchHostedZone</Code>'],
] as const)('%s says what is not there: %s %j', async (service, path, init, status, text) => {
  const answer = await call(service, path, init);
  expect(answer.status).toBe(status);
  expect(answer.text).toContain(text);
});

test('an action that the caller has no permission for is refused under the code of its service', async () => {
  const denied = ['ec2:DescribeVpcs', 'iam:GetRole', 'eks:DescribeCluster', 'acm:DescribeCertificate'];
  aws.setAccountFacts({ ...EMPTY_ACCOUNT, denied });
  const answers = [
    await call('ec2', '/', { body: 'Action=DescribeVpcs' }),
    await call('iam', '/', { body: 'Action=GetRole&RoleName=x' }),
    await call('eks', '/clusters/x'),
    await call('acm', '/', { body: '{}', target: 'CertificateManager.DescribeCertificate' }),
  ];
  aws.setAccountFacts(EMPTY_ACCOUNT);
  expect(
    answers.map(({ status, text }) => `${status} ${/[A-Za-z]*(?:Denied|Unauthorized)[A-Za-z]*/.exec(text)}`),
  ).toEqual([
    '403 UnauthorizedOperation',
    '403 AccessDenied',
    '403 AccessDeniedException',
    '400 AccessDeniedException',
  ]);
});

test('a filter that is not known here is refused', async () => {
  aws.setAccountFacts({ ...EMPTY_ACCOUNT, vpcs: [{ VpcId: 'vpc-00000001', CidrBlock: '10.0.0.0/16' }] });
  const answer = await call('ec2', '/', { body: 'Action=DescribeVpcs&Filter.1.Name=tag:Name&Filter.1.Value.1=x' });
  aws.setAccountFacts(EMPTY_ACCOUNT);
  expect(answer.text).toContain('<Code>InvalidParameterValue</Code>');
});

test('what a secret says of itself names the version that is current, and none before a value is put', async () => {
  const secrets = (action: string, body: object) =>
    call('secretsmanager', '/', { body: JSON.stringify(body), target: `secretsmanager.${action}` });
  await secrets('CreateSecret', { Name: 'token' });
  const empty = JSON.parse((await secrets('DescribeSecret', { SecretId: 'token' })).text);
  expect(empty).not.toHaveProperty('VersionIdsToStages');
  await secrets('PutSecretValue', { SecretId: 'token', SecretString: 'one' });
  await secrets('PutSecretValue', { SecretId: 'token', SecretString: 'two' });
  const { VersionIdsToStages } = JSON.parse((await secrets('DescribeSecret', { SecretId: 'token' })).text);
  expect(Object.values(VersionIdsToStages)).toEqual([['AWSCURRENT'], ['AWSPREVIOUS']]);
  expect(await secrets('DescribeSecret', { SecretId: 'other' })).toMatchObject({ status: 400 });
});
