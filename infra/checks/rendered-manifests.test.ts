import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { type EnvironmentName, resourceNames } from '@trade-matching/domain';
import { describe, expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';

const apps = path.resolve(import.meta.dirname, '../../apps');
const overlaysOf = (app: string) => path.join(apps, app, 'deploy/overlays');

const LOAD_BALANCER = 'service.beta.kubernetes.io/aws-load-balancer';

// biome-ignore lint/suspicious/noExplicitAny: manifests are looked at field by field.
type Manifest = any;

/** What `kubectl apply --kustomize` sends: what stands in the files is not all of it. */
function rendered(app: string, overlay: string): Manifest[] {
  const text = execFileSync('kubectl', ['kustomize', path.join(overlaysOf(app), overlay)], { encoding: 'utf8' });
  return parseAllDocuments(text).map((each) => each.toJS());
}

/** Of what both apps have. */
function testsOf(app: string, overlay: string, the: (kind: string) => Manifest): void {
  const podLabels = () => the('Deployment').spec.template.metadata.labels;

  test(`${app}, ${overlay}: pods may ask the cluster's name servers, which carry no label of ours`, () => {
    const peers = the('NetworkPolicy').spec.egress.flatMap(({ to = [] }: Manifest) => to);
    const names = peers.filter(({ podSelector }: Manifest) => podSelector !== undefined);
    expect(names).toEqual([
      {
        namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'kube-system' } },
        podSelector: { matchLabels: { 'k8s-app': 'kube-dns' } },
      },
    ]);
  });

  test(`${app}, ${overlay}: every selector finds the pods of the deployment`, () => {
    const selectors = [
      the('Deployment').spec.selector.matchLabels,
      the('Service').spec.selector,
      the('PodDisruptionBudget').spec.selector.matchLabels,
      the('NetworkPolicy').spec.podSelector.matchLabels,
      the('Deployment').spec.template.spec.topologySpreadConstraints[0].labelSelector.matchLabels,
    ];
    for (const selector of selectors) {
      expect(Object.keys(selector)).not.toEqual([]);
      expect(podLabels()).toMatchObject(selector);
    }
  });

  test(`${app}, ${overlay}: pods reach names, the agent that gives them their role, and AWS over TLS, and nothing else`, () => {
    const { policyTypes, egress } = the('NetworkPolicy').spec;
    expect(policyTypes).toEqual(['Ingress', 'Egress']);
    const open = egress.flatMap(({ to, ports }: Manifest) =>
      ports.map(
        ({ port, protocol }: Manifest) => `${protocol} ${port} ${to?.[0].ipBlock?.cidr ?? (to ? 'pods' : 'anywhere')}`,
      ),
    );
    // The agent's address: EKS User Guide, how EKS Pod Identity works.
    expect(open).toEqual(['UDP 53 pods', 'TCP 53 pods', 'TCP 80 169.254.170.23/32', 'TCP 443 anywhere']);
  });
}

describe.each(readdirSync(overlaysOf('matching-service')))('the service in %s as kustomize renders it', (overlay) => {
  const manifests = rendered('matching-service', overlay);
  const the = (kind: string): Manifest => manifests.find((manifest) => manifest.kind === kind);
  testsOf('matching-service', overlay, the);

  test(`matching-service, ${overlay}: the load balancer's port leads to the port of the container`, () => {
    const [{ targetPort }] = the('Service').spec.ports;
    const [{ ports }] = the('Deployment').spec.template.spec.containers;
    expect(ports.map(({ name }: Manifest) => name)).toContain(targetPort);
    const { annotations } = the('Service').metadata;
    expect(annotations[`${LOAD_BALANCER}-ssl-cert`]).toMatch(/^arn:aws:acm:/);
    expect(the('Service').spec.ports.map(({ port }: Manifest) => String(port))).toEqual([
      annotations[`${LOAD_BALANCER}-ssl-ports`],
    ]);
    const allowed = the('NetworkPolicy').spec.ingress.flatMap(({ ports: open = [] }: Manifest) => open);
    expect(allowed.map(({ port }: Manifest) => port)).toContain(targetPort);
  });

  test(`matching-service, ${overlay}: the load balancer takes the stack's security group, and the pods are opened to it`, () => {
    const { annotations } = the('Service').metadata;
    const { serviceLoadBalancer } = resourceNames(overlay as EnvironmentName, '');
    expect(annotations).toMatchObject({
      [`${LOAD_BALANCER}-security-groups`]: serviceLoadBalancer,
      [`${LOAD_BALANCER}-manage-backend-security-group-rules`]: 'true',
    });
  });
});

describe.each(readdirSync(overlaysOf('desk')))('the desk in %s as kustomize renders it', (overlay) => {
  const manifests = rendered('desk', overlay);
  const the = (kind: string): Manifest => manifests.find((manifest) => manifest.kind === kind);
  testsOf('desk', overlay, the);

  test(`desk, ${overlay}: people come to its host alone, and through it to the port of the container`, () => {
    const [rule] = the('Ingress').spec.rules;
    expect(rule.host).toMatch(/^desk\./);
    const [{ backend }] = rule.http.paths;
    const [port] = the('Service').spec.ports;
    expect(backend.service).toEqual({ name: the('Service').metadata.name, port: { name: port.name } });
    const [{ ports }] = the('Deployment').spec.template.spec.containers;
    expect(ports.map(({ name }: Manifest) => name)).toContain(port.targetPort);
    const allowed = the('NetworkPolicy').spec.ingress.flatMap(({ ports: open = [] }: Manifest) => open);
    expect(allowed.map((each: Manifest) => each.port)).toContain(port.targetPort);
  });

  test(`desk, ${overlay}: its load balancer takes the stack's security group`, () => {
    const { deskLoadBalancer } = resourceNames(overlay as EnvironmentName, '');
    expect(the('Ingress').metadata.annotations['alb.ingress.kubernetes.io/security-groups']).toBe(deskLoadBalancer);
  });

  test(`desk, ${overlay}: the pods read what they are configured with, and what the deployment makes`, () => {
    const [{ envFrom }] = the('Deployment').spec.template.spec.containers;
    const names = envFrom.map(({ configMapRef }: Manifest) => configMapRef.name);
    expect(names).toEqual([the('ConfigMap').metadata.name, 'desk-load-balancer']);
  });
});
