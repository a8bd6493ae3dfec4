import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { resourceNames } from '@trade-matching/domain';
import { Deployment } from 'kubernetes-models/apps/v1';
import { Ingress, NetworkPolicy } from 'kubernetes-models/networking.k8s.io/v1';
import { PodDisruptionBudget } from 'kubernetes-models/policy/v1';
import { Role, RoleBinding } from 'kubernetes-models/rbac.authorization.k8s.io/v1';
import { Service, ServiceAccount } from 'kubernetes-models/v1';
import { describe, expect, test } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { DESK_ACCOUNT } from '../src/constructs/desk-access.ts';
import { environments } from '../src/environments/index.ts';
import type { Attributes } from './synthesized.ts';

const deploy = path.resolve(import.meta.dirname, '../../apps/desk/deploy');
const base = path.join(deploy, 'base');
const read = (...file: string[]) => readFileSync(path.join(deploy, ...file), 'utf8');
const files: readonly string[] = parse(read('base', 'kustomization.yaml')).resources;
const manifests: Attributes[] = files.flatMap((name) =>
  parseAllDocuments(read('base', name)).map((each) => each.toJS()),
);
const MODELS: Record<string, new (data: never) => { validate(): void }> = {
  Deployment,
  Ingress,
  NetworkPolicy,
  PodDisruptionBudget,
  Role,
  RoleBinding,
  Service,
  ServiceAccount,
};
const the = (kind: string): Attributes => {
  const found = manifests.find((manifest) => manifest.kind === kind);
  if (!found) throw new Error(`There is no ${kind}.`);
  return found;
};
const pod = () => the('Deployment').spec.template.spec;
const ALB = 'alb.ingress.kubernetes.io';

describe("the desk's manifests", () => {
  test.each(manifests.map((manifest) => [manifest.kind as string, manifest]))(
    '%s of the desk fits the schema of Kubernetes',
    (kind, manifest) => {
      const Model = MODELS[kind];
      expect(Model, `no schema is known of ${kind}`).toBeDefined();
      const whole = structuredClone(manifest);
      if (kind === 'Deployment') whole.spec.template.metadata = { labels: { a: 'b' } };
      if (Model) expect(() => new Model(whole as never).validate()).not.toThrow();
    },
  );

  test('the deployment applies every manifest of the folder of the desk, and makes no namespace', () => {
    expect([...files].sort()).toEqual(
      readdirSync(base)
        .filter((name) => name !== 'kustomization.yaml')
        .sort(),
    );
    expect(manifests.map(({ kind }) => kind)).not.toContain('Namespace');
  });

  test('the desk runs as a non-root user on a read-only file system without capabilities, with limits and probes', () => {
    const [container] = pod().containers;
    expect(pod().securityContext).toMatchObject({ runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } });
    expect(container.securityContext).toEqual({
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ['ALL'] },
    });
    expect(pod().automountServiceAccountToken).toBe(false);
    expect(pod().serviceAccountName).toBe(DESK_ACCOUNT.name);
    expect(the('ServiceAccount').metadata.name).toBe(DESK_ACCOUNT.name);
    expect(container.resources.limits).toHaveProperty('memory');
    expect(container.livenessProbe.httpGet.path).toBe('/health/live');
    expect(container.readinessProbe.httpGet.path).toBe('/health/ready');
  });

  test('its load balancer is internal, speaks TLS alone, and lets nobody pass who has not signed in', () => {
    const { annotations } = the('Ingress').metadata;
    expect(annotations).toMatchObject({
      [`${ALB}/scheme`]: 'internal',
      [`${ALB}/target-type`]: 'ip',
      [`${ALB}/auth-type`]: 'oidc',
      [`${ALB}/auth-on-unauthenticated-request`]: 'authenticate',
      [`${ALB}/manage-backend-security-group-rules`]: 'true',
      [`${ALB}/ssl-policy`]: expect.stringContaining('TLS13'),
    });
    expect(JSON.parse(annotations[`${ALB}/listen-ports`])).toEqual([{ HTTPS: 443 }]);
  });

  test('no pod of the desk starts before it is told which load balancer to believe', () => {
    const maps = pod().containers[0].envFrom.map(({ configMapRef }: Attributes) => configMapRef);
    expect(maps).toContainEqual({ name: 'desk-load-balancer' });
    for (const map of maps) expect(map).not.toHaveProperty('optional');
    for (const environment of ['development', 'staging', 'production'])
      expect(read('overlays', environment, 'desk.env')).not.toContain('LOAD_BALANCER_ARN');
  });

  test('a pod of the desk goes only when the load balancer sends nothing to it any more', () => {
    const attributes = the('Ingress').metadata.annotations[`${ALB}/target-group-attributes`];
    const [, delay] = /deregistration_delay\.timeout_seconds=(\d+)/.exec(attributes) ?? [];
    const preStop = pod().containers[0].lifecycle.preStop.sleep.seconds;
    expect(preStop).toBeGreaterThanOrEqual(Number(delay) + 90);
    expect(pod().terminationGracePeriodSeconds).toBeGreaterThanOrEqual(preStop + 60);
    expect(the('Deployment').spec.strategy.rollingUpdate.maxUnavailable).toBe(0);
  });

  test("the controller may read the client's secret and no other", () => {
    expect(the('Role').rules).toEqual([
      { apiGroups: [''], resources: ['secrets'], resourceNames: ['desk-sign-in'], verbs: ['get', 'list', 'watch'] },
    ]);
    expect(the('RoleBinding').roleRef.name).toBe(the('Role').metadata.name);
  });

  test('the image is built with the page beside the program', () => {
    expect(readFileSync(path.join(deploy, '..', 'Dockerfile'), 'utf8')).toMatch(/dist\/page \.\/page/);
  });
});

describe.each(['development', 'staging', 'production'] as const)('the overlay of the desk in %s', (environment) => {
  const { account, region, desk, matchingService } = environments[environment];
  const names = resourceNames(environment, account);
  const overlay: Attributes = parse(read('overlays', environment, 'kustomization.yaml'));
  const variables = Object.fromEntries(
    read('overlays', environment, 'desk.env')
      .trim()
      .split('\n')
      .map((line) => line.split(/=(.*)/s, 2)),
  );
  const patched = new Map<string, unknown>(
    overlay.patches
      .filter(({ target }: Attributes) => target.kind === 'Ingress')
      .flatMap(({ patch }: Attributes) => parse(patch))
      .map(({ path: pointer, value }: Attributes) => [pointer.replaceAll('~1', '/'), value]),
  );
  const annotation = (name: string) => String(patched.get(`/metadata/annotations/${ALB}/${name}`));

  test('configures the desk with this environment, its service, and what people sign in with', () => {
    const identityProvider = JSON.parse(annotation('auth-idp-oidc'));
    expect(variables).toEqual({
      AWS_REGION: region,
      ENVIRONMENT: environment,
      MATCHING_SERVICE_ENDPOINT: new URL(String(matchingService?.endpoint)).origin,
      // The load balancer writes the same into each identity that it signs.
      OIDC_ISSUER: identityProvider.issuer,
      OIDC_CLIENT_ID: expect.stringMatching(/./),
      GROUP_ROLES: expect.any(String),
    });
    expect(identityProvider.secretName).toBe('desk-sign-in');
    for (const endpoint of ['authorizationEndpoint', 'tokenEndpoint', 'userInfoEndpoint'])
      expect(identityProvider[endpoint]).toMatch(/^https:/);
    expect(Object.values(JSON.parse(variables.GROUP_ROLES ?? '')).sort()).toEqual([
      ...['admin', 'analyst', 'approver', 'viewer'],
    ]);
  });

  test("takes the stack's security group, a certificate of this account and region, and the host", () => {
    expect(annotation('security-groups')).toBe(names.deskLoadBalancer);
    expect(annotation('certificate-arn')).toMatch(`arn:aws:acm:${region}:${account}:certificate/`);
    expect(patched.get('/spec/rules/0/host')).toBe(desk?.host);
  });

  test("takes its image from the environment's repository of the desk", () => {
    expect(overlay.images[0].newName).toBe(`${account}.dkr.ecr.${region}.amazonaws.com/${names.deskRepository}`);
  });
});
