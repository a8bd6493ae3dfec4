import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { resourceNames } from '@trade-matching/domain';
import { Deployment } from 'kubernetes-models/apps/v1';
import { HorizontalPodAutoscaler } from 'kubernetes-models/autoscaling/v2';
import { NetworkPolicy } from 'kubernetes-models/networking.k8s.io/v1';
import { PodDisruptionBudget } from 'kubernetes-models/policy/v1';
import { Namespace, Service, ServiceAccount } from 'kubernetes-models/v1';
import { describe, expect, test } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { SERVICE_ACCOUNT } from '../src/constructs/service-access.ts';
import { environments } from '../src/environments/index.ts';
import type { Attributes } from './synthesized.ts';

const deploy = path.resolve(import.meta.dirname, '../../apps/matching-service/deploy');
const base = path.join(deploy, 'base');
const documents = (file: string): Attributes[] =>
  parseAllDocuments(readFileSync(file, 'utf8')).map((each) => each.toJS());
const kustomization: { readonly resources: readonly string[] } = parse(
  readFileSync(path.join(base, 'kustomization.yaml'), 'utf8'),
);
/** What the deployment applies, and the namespace that the administrator has made before. */
const applied = kustomization.resources.flatMap((name) => documents(path.join(base, name)));
const manifests = [...applied, ...documents(path.join(deploy, 'namespace.yaml'))];
const MODELS: Record<string, new (data: never) => { validate(): void }> = {
  Deployment,
  HorizontalPodAutoscaler,
  NetworkPolicy,
  PodDisruptionBudget,
  Namespace,
  Service,
  ServiceAccount,
};
const the = (kind: string): Attributes => {
  const found = manifests.find((manifest) => manifest.kind === kind);
  if (!found) throw new Error(`There is no ${kind}.`);
  return found;
};
const pod = () => the('Deployment').spec.template.spec;
const container = () => pod().containers[0];

describe("the matching service's manifests (M8)", () => {
  test.each(manifests.map((manifest) => [manifest.kind as string, manifest]))(
    '%s fits the schema of Kubernetes',
    (kind, manifest) => {
      const Model = MODELS[kind];
      expect(Model, `no schema is known of ${kind}`).toBeDefined();
      // Kustomize adds the pods' labels.
      const whole = structuredClone(manifest);
      if (kind === 'Deployment') whole.spec.template.metadata = { labels: { a: 'b' } };
      if (Model) expect(() => new Model(whole as never).validate()).not.toThrow();
    },
  );

  test('the deployment applies every manifest of its folder, and nothing outside its namespace', () => {
    expect([...kustomization.resources].sort()).toEqual(
      readdirSync(base)
        .filter((name) => name !== 'kustomization.yaml')
        .sort(),
    );
    // The deploying role's cluster policy (AmazonEKSAdminPolicy) makes and changes no namespace.
    expect(applied.map(({ kind }) => kind)).not.toContain('Namespace');
  });

  test('the pods run on nodes of the architecture that the image is built for', () => {
    const workflow = readFileSync(
      path.resolve(import.meta.dirname, '../../.github/workflows/deploy-environment.yml'),
      'utf8',
    );
    const [, architecture] = workflow.match(/docker build --platform linux\/(\w+)/) ?? [];
    expect(pod().nodeSelector).toEqual({ 'kubernetes.io/arch': architecture });
  });

  test('the container runs as a non-root user on a read-only file system without capabilities', () => {
    expect(pod().securityContext).toMatchObject({ runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } });
    expect(pod().securityContext.runAsUser).toBeGreaterThan(0);
    expect(container().securityContext).toEqual({
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ['ALL'] },
    });
    expect(pod().automountServiceAccountToken).toBe(false);
    expect(the('Namespace').metadata.labels['pod-security.kubernetes.io/enforce']).toBe('restricted');
  });

  test('the image brings what the sandbox of its readers is started with', () => {
    const dockerfile = readFileSync(path.join(deploy, '..', 'Dockerfile'), 'utf8');
    expect(dockerfile).toMatch(new RegExp(`dist/reader-launcher-${pod().nodeSelector['kubernetes.io/arch']}`));
  });

  test('the container has limits, and probes of its health endpoints', () => {
    expect(container().resources).toMatchObject({
      requests: { cpu: '500m', memory: '768Mi' },
      limits: { memory: '3Gi' },
    });
    expect(container().livenessProbe.httpGet.path).toBe('/health/live');
    expect(container().readinessProbe.httpGet.path).toBe('/health/ready');
  });

  test('a rollout and a node that goes take no document with them', () => {
    expect(the('Deployment').spec.strategy.rollingUpdate.maxUnavailable).toBe(0);
    expect(the('PodDisruptionBudget').spec.maxUnavailable).toBe(1);
    expect(the('HorizontalPodAutoscaler').spec.minReplicas).toBeGreaterThanOrEqual(2);
  });

  test('a pod is ready only when the load balancer sends to it, and goes only when it does not any more', () => {
    expect(the('Namespace').metadata.labels['elbv2.k8s.aws/pod-readiness-gate-inject']).toBe('enabled');
    const attributes =
      the('Service').metadata.annotations['service.beta.kubernetes.io/aws-load-balancer-target-group-attributes'];
    const [, delay] = /deregistration_delay\.timeout_seconds=(\d+)/.exec(attributes) ?? [];
    const preStop = container().lifecycle.preStop.sleep.seconds;
    // Seconds. What the controller and AWS take beside the delay itself; a minute and more has been seen.
    expect(preStop).toBeGreaterThanOrEqual(Number(delay) + 90);
    // The grace period runs from the beginning of the preStop, and the longest document takes a minute.
    expect(pod().terminationGracePeriodSeconds).toBeGreaterThanOrEqual(preStop + 60);
  });

  test('the service is reached from inside only, and reaches DNS, its role and AWS over TLS', () => {
    expect(the('Service').metadata.annotations['service.beta.kubernetes.io/aws-load-balancer-scheme']).toBe('internal');
    const { policyTypes, egress } = the('NetworkPolicy').spec;
    expect(policyTypes).toEqual(['Ingress', 'Egress']);
    expect(egress.flatMap(({ ports }: Attributes) => ports.map(({ port }: Attributes) => port))).toEqual([
      53, 53, 80, 443,
    ]);
  });

  test('the service account is the one that the stack gives the role to', () => {
    expect(the('ServiceAccount').metadata.name).toBe(SERVICE_ACCOUNT.name);
    expect(the('Namespace').metadata.name).toBe(SERVICE_ACCOUNT.namespace);
    expect(pod().serviceAccountName).toBe(SERVICE_ACCOUNT.name);
  });
});

describe.each(['development', 'staging', 'production'] as const)('the overlay of %s', (environment) => {
  const overlay = path.join(deploy, 'overlays', environment);
  const { account, region } = environments[environment];
  const names = resourceNames(environment, account);

  test("names the environment's resources", () => {
    const variables = Object.fromEntries(
      readFileSync(path.join(overlay, 'matching-service.env'), 'utf8')
        .trim()
        .split('\n')
        .map((line) => line.split('=', 2)),
    );
    expect(variables).toEqual({
      AWS_REGION: region,
      DOCUMENTS_BUCKET: names.documentsBucket,
      TRADES_TABLE: names.tradesTable,
      CASES_TABLE: names.casesTable,
      SNS_TOPIC_ARN: `arn:aws:sns:${region}:${account}:${names.notificationsTopic}`,
      SERVICE_TOKEN_SECRET_ARN: `arn:aws:secretsmanager:${region}:${account}:secret:${names.serviceTokenSecret}`,
      LOG_LEVEL: 'info',
      VERIFY: 'on-risk',
    });
  });

  test("takes its image from the environment's repository", () => {
    const { images } = parse(readFileSync(path.join(overlay, 'kustomization.yaml'), 'utf8'));
    expect(images[0].newName).toBe(`${account}.dkr.ecr.${region}.amazonaws.com/${names.serviceRepository}`);
  });
});
