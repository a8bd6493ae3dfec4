import { evaluate, type PolicyStatement, readPolicy } from '@trade-matching/policies';
import { describe, expect, test } from 'vitest';
import { deploymentPermissions, planPermissions } from '../src/bootstrap/deployment-permissions.ts';
import { environments } from '../src/environments/index.ts';
import { policy, type Statement } from '../src/policy.ts';
import { DEPLOYING_CALLS, type DeployingCalls } from './deploying-calls.ts';
import { type Attributes, resourcesOf, synthesized } from './synthesized.ts';

const statements = (own: readonly Statement[]): PolicyStatement[] => readPolicy(policy(...own));

interface Call {
  readonly address: string;
  readonly action: string;
  readonly resources: readonly string[];
  readonly context: Readonly<Record<string, string>>;
}

type Phase = 'create' | 'read' | 'update' | 'tag' | 'delete';

/** What the deploying role may do beside Terraform's calls, and who needs it. */
const NOT_TERRAFORMS: Readonly<Record<string, string>> = {
  'Image ecr:BatchCheckLayerAvailability': 'docker push',
  'Image ecr:BatchGetImage': 'the roll-out asks whether the image is there',
  'Image ecr:CompleteLayerUpload': 'docker push',
  'Image ecr:InitiateLayerUpload': 'docker push',
  'Image ecr:PutImage': 'docker push',
  'Image ecr:UploadLayerPart': 'docker push',
  'Unnamed ecr:GetAuthorizationToken': 'docker login',
  'NewZone elasticloadbalancing:DescribeLoadBalancers': 'the deployment points the name at the load balancer',
  'ServiceName route53:ChangeResourceRecordSets': 'the deployment points the name at the load balancer',
  'PodIdentity eks:DescribeCluster': 'aws eks update-kubeconfig',
  'Token secretsmanager:PutSecretValue': 'the deployment puts the first token',
};

describe.each(['development', 'staging', 'production'] as const)('the roles that deploy %s', (name) => {
  const { account, region } = environments[name];
  const { resource } = synthesized(name);
  const arn = (service: string, rest: string) =>
    service === 'iam' ? `arn:aws:iam::${account}:${rest}` : `arn:aws:${service}:${region}:${account}:${rest}`;
  const roles = resourcesOf(name, 'aws_iam_role').map((role) => arn('iam', `role/${role.name}`));
  /** Functions that queues feed. */
  const functions = () => {
    const fed = resourcesOf(name, 'aws_lambda_event_source_mapping').map(({ function_name }) => function_name);
    return resourcesOf(name, 'aws_lambda_function')
      .filter(({ address }) => fed.includes(`\${${address}.arn}`))
      .map((each) => each.function_name);
  };

  /** What the calls for a resource are asked of: itself, or the one that it belongs to. */
  function askedOf({ on, of }: DeployingCalls, attributes: Attributes): readonly string[] {
    if (of === undefined) return on?.(attributes, arn) ?? [];
    const [, type = '', id = ''] = /^\$\{(\w+)\.([\w-]+)\.\w+\}$/.exec(attributes[of]) ?? [];
    const owner = resource[type]?.[id];
    if (!owner) throw new Error(`${attributes[of]} is no resource of the stack.`);
    return DEPLOYING_CALLS[type]?.on?.(owner, arn) ?? [];
  }

  function callsOf(type: string, address: string, attributes: Attributes, phases: readonly Phase[]): Call[] {
    const row = DEPLOYING_CALLS[type];
    if (!row) throw new Error(`It is not known what calls Terraform makes for ${type}.`);
    const emptied = attributes.force_destroy === true && phases.includes('delete') ? row.emptied : undefined;
    const listed = [...phases.map((phase) => row[phase]), emptied].flatMap((line) => line?.split(/,\s*/) ?? []);
    return listed.flatMap((line): Call[] => {
      const [action = '', what, service] = line.split(' ');
      const call = { address, action, context: {} };
      if (what === undefined) return [{ ...call, resources: askedOf(row, attributes) }];
      if (what === '*') return [{ ...call, resources: ['*'] }];
      if (what === 'object')
        return [{ ...call, resources: askedOf(row, attributes).map((each) => `${each}/BANK/a.pdf`) }];
      if (what === 'change') return [{ ...call, resources: ['arn:aws:route53:::change/C0123456789'] }];
      if (what === 'record') {
        const context = {
          'route53:ChangeResourceRecordSetsNormalizedRecordNames': attributes.name,
          'route53:ChangeResourceRecordSetsRecordTypes': 'A',
        };
        return [{ ...call, resources: askedOf(row, attributes), context }];
      }
      if (what === 'role') return [{ ...call, resources: roles }];
      if (what === 'rule') return [{ ...call, resources: [arn('ec2', 'security-group-rule/sgr-0123')] }];
      if (what === 'feeding') {
        return functions().map((each) => ({
          ...call,
          resources: ['*'],
          context: { 'lambda:FunctionArn': arn('lambda', `function:${each}`) },
        }));
      }
      const context = { 'kms:ViaService': `${service}.${region}.amazonaws.com` };
      return [{ ...call, resources: [arn('kms', 'key/0123')], context }];
    });
  }

  const calls = (phases: readonly Phase[]) =>
    Object.entries(resource).flatMap(([type, named]) =>
      Object.entries(named).flatMap(([id, attributes]) => callsOf(type, `${type}.${id}`, attributes, phases)),
    );
  const refused = (own: readonly PolicyStatement[], made: readonly Call[]) =>
    made
      .filter(({ action, resources, context }) => {
        const decided = resources.map((each) => evaluate(own, { action, resource: each, context }).kind);
        return decided.length === 0 || decided.some((kind) => kind !== 'allowed');
      })
      .map(({ address, action }) => `${address}: ${action}`);

  test('of every resource that the stack makes, the calls of its life are known', () => {
    expect(Object.keys(resource).filter((type) => !(type in DEPLOYING_CALLS))).toEqual([]);
  });

  test('the deploying role may create, read, change, tag and delete every resource of the stack', () => {
    const made = calls(['create', 'read', 'update', 'tag', 'delete']);
    expect(made.length).toBeGreaterThan(500);
    expect(refused(statements(deploymentPermissions(environments[name])), made)).toEqual([]);
  });

  test('the planning role may read every resource of the stack, and make, change or delete none', () => {
    const own = statements(planPermissions(environments[name]));
    expect(refused(own, calls(['read']))).toEqual([]);
    const changes = calls(['create', 'update', 'tag', 'delete']).filter(
      ({ action }) => !/:(Get|List|Describe|Decrypt)/.test(action),
    );
    expect(refused(own, changes)).toHaveLength(changes.length);
  });

  /** `Sid action` of what can be taken away without a call being refused. */
  function notMissed(own: readonly PolicyStatement[], made: readonly Call[]): string[] {
    return own.flatMap((statement, i) =>
      statement.Action.filter((action) => {
        const without = own.map((each, k) =>
          k === i ? { ...each, Action: each.Action.filter((one) => one !== action) } : each,
        );
        const concerned = made.filter((call) => call.action === action);
        return refused(without, concerned).length === 0;
      }).map((action) => `${statement.Sid} ${action}`),
    );
  }

  test('without any single action of the deploying role that Terraform uses, a call is refused', () => {
    const made = calls(['create', 'read', 'update', 'tag', 'delete']);
    const unmissed = notMissed(statements(deploymentPermissions(environments[name])), made);
    expect(unmissed.filter((each) => !(each in NOT_TERRAFORMS))).toEqual([]);
  });

  test('without any single action of the planning role, reading a resource is refused', () => {
    const unmissed = notMissed(statements(planPermissions(environments[name])), calls(['read']));
    expect(unmissed.filter((each) => !(each in NOT_TERRAFORMS))).toEqual([]);
  });
});
