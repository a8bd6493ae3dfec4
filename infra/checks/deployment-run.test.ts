import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { resourceNames } from '@trade-matching/domain';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { deploymentPermissions } from '../src/bootstrap/deployment-permissions.ts';
import { environments } from '../src/environments/index.ts';
import { synthesized } from '../test/synthesized.ts';
import { dryRun, type RunOptions } from './dry-run/runner.ts';
import { readWorld, type World } from './dry-run/world.ts';

const NAMES = ['development', 'staging', 'production'] as const;
type Name = (typeof NAMES)[number];
const role = (name: Name, job: string) =>
  `arn:aws:iam::${environments[name].account}:role/trade-matching-${job}-${name}`;

const hostOf = (name: Name) => new URL(environments[name].matchingService?.endpoint ?? '').hostname;

const arnOf = (name: Name, loadBalancer: string) =>
  `arn:aws:elasticloadbalancing:${environments[name].region}:${environments[name].account}:loadbalancer/app/${loadBalancer}`;
const RUNNING = { 'matching-service': { running: true }, desk: { running: true } };

/** An account after steps 1 to 5 of docs/deploy.md: nothing of the stack, and the namespace. */
function emptyAccount(name: Name): World {
  const { account, region } = environments[name];
  const names = resourceNames(name, account);
  return {
    stack: names.stack,
    cluster: `bank-${name}`,
    outputs: {
      service_repository_url: `${account}.dkr.ecr.${region}.amazonaws.com/${names.serviceRepository}`,
      desk_repository_url: `${account}.dkr.ecr.${region}.amazonaws.com/${names.deskRepository}`,
      matching_service_environment: {
        SERVICE_TOKEN_SECRET_ARN: `arn:aws:secretsmanager:${region}:${account}:secret:${names.serviceTokenSecret}-a1B2c3`,
      },
      matching_service_name: { HOST: hostOf(name), ZONE_ID: 'Z0123456789' },
    },
    applied: false,
    namespaces: ['trade-matching'],
    images: [],
    tokensPut: 0,
    artifacts: [],
    loadBalancer: `k8s-tradematching-${name}.elb.${region}.amazonaws.com`,
    addresses: {},
    deployments: {},
    hasIngress: false,
    deskLoadBalancer: {
      host: `internal-k8s-desk-${name}.${region}.elb.amazonaws.com`,
      arn: arnOf(name, 'k8s-desk/0123456789abcdef'),
    },
  };
}

let folder: string;
let options: RunOptions;
const put = (name: Name, change: Partial<World> = {}) =>
  writeFileSync(path.join(folder, name), JSON.stringify({ ...emptyAccount(name), ...change }));
const world = (name: Name = 'development') => readWorld(path.join(folder, name));

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'worlds-'));
  for (const name of NAMES) put(name);
  const shared = (name: Name) => ({ AWS_REGION: environments[name].region, CLUSTER_NAME: `bank-${name}` });
  options = {
    worlds: Object.fromEntries(NAMES.map((name) => [name, path.join(folder, name)])),
    variables: Object.fromEntries(
      NAMES.flatMap((name) => [
        [`${name}-plan`, { ...shared(name), PLAN_ROLE_ARN: role(name, 'plan') }],
        [name, { ...shared(name), DEPLOY_ROLE_ARN: role(name, 'deploy'), LOAD_TEST_ROLE_ARN: role(name, 'load-test') }],
      ]),
    ),
    roles: Object.fromEntries(
      NAMES.flatMap((name) => [
        [role(name, 'plan'), []],
        [role(name, 'load-test'), []],
        [role(name, 'deploy'), deploymentPermissions(environments[name]).flatMap(({ Action }) => Action)],
      ]),
    ),
  };
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const deploy = (more: Partial<RunOptions> = {}) =>
  dryRun('deploy-environment.yml', { ...options, inputs: { environment: 'development' }, ...more });

describe("a dry run of the deployment's workflow (E4)", () => {
  test('the stand-ins give the outputs that the stack has', () => {
    expect(Object.keys(synthesized('development').output)).toEqual(
      expect.arrayContaining(Object.keys(emptyAccount('development').outputs)),
    );
  });

  test('three empty accounts are green: deployed, under load, with a token and a name each', async () => {
    const { conclusion, output } = await dryRun('deploy.yml', options);
    expect(conclusion, output).toBe('success');
    for (const name of NAMES) {
      expect(world(name)).toMatchObject({ applied: true, tokensPut: 1, deployments: RUNNING });
      expect(world(name).token?.length).toBeGreaterThanOrEqual(16);
      expect(world(name).addresses).toEqual({ [hostOf(name)]: world(name).loadBalancer });
    }
  });

  test('killed after each step and run again, it is green', async () => {
    const { steps } = await deploy();
    expect(steps.length).toBeGreaterThan(10);
    // An action prepares the machine alone, which a re-run does anew: only commands leave something behind.
    const commands = steps.flatMap((step, i) => (step.includes('@') || i + 1 === steps.length ? [] : [i + 1]));
    for (const killAfter of commands) {
      put('development');
      const killed = await deploy({ killAfter });
      expect(killed.conclusion).toBe('killed');
      const again = await deploy({ attempt: 2, completed: killed.completed });
      expect(again.conclusion, `killed after "${killed.steps.at(-1)}": ${again.output}`).toBe('success');
      expect(world()).toMatchObject({ tokensPut: 1, deployments: RUNNING });
    }
  });

  test('run again as a whole, it is green and pushes nothing twice', async () => {
    await deploy();
    const { conclusion, output } = await deploy({ attempt: 2 });
    expect(conclusion, output).toBe('success');
    expect(world()).toMatchObject({ tokensPut: 1, images: [expect.any(String), expect.any(String)] });
  });

  test('a failing plan is red, and nothing is applied', async () => {
    put('development', { failing: 'terraform plan' });
    const { conclusion, completed } = await deploy();
    expect([conclusion, completed]).toEqual(['failure', []]);
    expect(world().applied).toBe(false);
  });

  test('a namespace that nobody made is red, and making it is enough for the next attempt', async () => {
    put('development', { namespaces: [] });
    const first = await deploy();
    expect(first.conclusion).toBe('failure');
    expect(first.output).toContain('namespaces "trade-matching" not found');
    put('development', { ...world(), namespaces: ['trade-matching'] });
    expect((await deploy({ attempt: 2, completed: first.completed })).conclusion).toBe('success');
  });

  test('a roll-out that exceeded its deadline is started again by the next attempt', async () => {
    const first = await deploy();
    const { deployments } = world();
    const failed = Object.fromEntries(
      Object.entries(deployments).map(([app, each]) => [app, { ...each, failed: true, running: false }]),
    );
    expect(Object.keys(failed)).toHaveLength(2);
    put('development', { ...world(), deployments: failed });
    const again = await deploy({ attempt: 2, completed: first.completed.filter((job) => job !== 'apply') });
    expect(again.conclusion, again.output).toBe('success');
  });

  test('the desk believes the load balancer that people come through, and another one once that was made anew', async () => {
    await deploy();
    const believed = () => world().deployments.desk?.believed;
    expect(believed()).toBe(world().deskLoadBalancer.arn);
    const anew = { ...world().deskLoadBalancer, arn: arnOf('development', 'k8s-desk/fedcba9876543210') };
    put('development', { ...world(), deskLoadBalancer: anew });
    const { conclusion, output } = await deploy();
    expect(conclusion, output).toBe('success');
    expect(believed()).toBe(anew.arn);
  });
});
