import { readFileSync } from 'node:fs';
import path from 'node:path';
import { resourceNames } from '@trade-matching/domain';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { environments } from '../src/environments/index.ts';
import { type Attributes, resourcesOf, resourceWhere } from './synthesized.ts';

const deploy = path.resolve(import.meta.dirname, '../../apps/matching-service/deploy');
const read = (...file: string[]): Attributes => parse(readFileSync(path.join(deploy, ...file), 'utf8'));
const LOAD_BALANCER = 'service.beta.kubernetes.io/aws-load-balancer';

/** The Service as an overlay has it: its patches only add annotations and are applied here as kustomize does. */
function serviceOf(environment: string): Attributes {
  const service = read('base', 'service.yaml');
  for (const { target, patch } of read('overlays', environment, 'kustomization.yaml').patches) {
    if (target.kind !== 'Service') continue;
    for (const { path: pointer, value } of parse(patch)) {
      const [, name] = /^\/metadata\/annotations\/(.+)$/.exec(pointer) ?? [];
      if (name === undefined) throw new Error(`${pointer} is no annotation.`);
      service.metadata.annotations[name.replaceAll('~1', '/').replaceAll('~0', '~')] = value;
    }
  }
  return service;
}

describe.each(['development', 'staging', 'production'] as const)('the way from the function in %s', (environment) => {
  const { account, region, network, desk, matchingService } = environments[environment];
  const names = resourceNames(environment, account);
  const rules = (direction: 'ingress' | 'egress', of: string, peer: string) =>
    resourcesOf(environment, `aws_vpc_security_group_${direction}_rule`).filter(
      (rule) => rule.security_group_id === of && rule.referenced_security_group_id === peer,
    );
  const groupId = ({ address }: Attributes) => `\${${address}.id}`;
  const groupNamed = (name: string) => groupId(resourceWhere(environment, 'aws_security_group', 'name', name));
  const serviceGroup = () => groupNamed(names.serviceLoadBalancer);
  const functions = () => groupId(resourceWhere(environment, 'aws_security_group', 'name', names.processorFunction));

  test("the load balancer has the security group that the function's rules let it reach", () => {
    const { annotations } = serviceOf(environment).metadata;
    const named = annotations[`${LOAD_BALANCER}-security-groups`];
    const [group, ...others] = resourcesOf(environment, 'aws_security_group').filter(
      ({ tags }) => tags?.Name === named,
    );
    if (!group) throw new Error(`The stack makes no security group that is tagged ${named}.`);
    expect(others).toEqual([]);
    // Without it, naming a group stops the controller from opening the pods.
    expect(annotations[`${LOAD_BALANCER}-manage-backend-security-group-rules`]).toBe('true');

    const { port, protocol } = new URL(String(matchingService?.endpoint));
    const listener = Number(port) || (protocol === 'https:' ? 443 : 80);
    const open = { ip_protocol: 'tcp', from_port: listener, to_port: listener };
    expect(rules('egress', functions(), groupId(group))).toEqual([expect.objectContaining(open)]);
    expect(rules('ingress', groupId(group), functions())).toEqual([expect.objectContaining(open)]);
    expect(serviceOf(environment).spec.ports.map((each: Attributes) => each.port)).toContain(listener);
  });

  test('the load balancer listens for TLS alone, with a certificate of this account and region', () => {
    const { metadata, spec } = serviceOf(environment);
    expect(spec.ports).toEqual([{ name: 'https', port: 443, targetPort: 'http' }]);
    expect(metadata.annotations).toMatchObject({
      [`${LOAD_BALANCER}-ssl-ports`]: '443',
      [`${LOAD_BALANCER}-ssl-negotiation-policy`]: expect.stringContaining('TLS13'),
      [`${LOAD_BALANCER}-ssl-cert`]: expect.stringMatching(`^arn:aws:acm:${region}:${account}:certificate/`),
    });
    expect(new URL(String(matchingService?.endpoint)).protocol).toBe('https:');
  });

  test('nobody but the function and the pods of the desk reaches the load balancer', () => {
    const into = resourcesOf(environment, 'aws_vpc_security_group_ingress_rule').filter(
      ({ security_group_id }) => security_group_id === serviceGroup(),
    );
    expect(into.map((rule) => rule.referenced_security_group_id).sort()).toEqual(
      [functions(), desk?.podsSecurityGroupId].sort(),
    );
  });

  test("the desk's load balancer lets in the networks of the bank over TLS, and reaches the identity provider", () => {
    const group = groupNamed(names.deskLoadBalancer);
    const of = (direction: string) =>
      resourcesOf(environment, `aws_vpc_security_group_${direction}_rule`)
        .filter(({ security_group_id }) => security_group_id === group)
        .map(({ cidr_ipv4, from_port, to_port }) => ({ cidr_ipv4, from_port, to_port }));
    const tls = { from_port: 443, to_port: 443 };
    expect(of('ingress')).toEqual(desk?.clientNetworks.map((cidr_ipv4) => ({ cidr_ipv4, ...tls })));
    expect(of('egress')).toEqual([{ cidr_ipv4: '0.0.0.0/0', ...tls }]);
  });

  test("the VPC's interface endpoints let the function in", () => {
    const endpoints = String(network?.endpointsSecurityGroupId);
    const tls = { ip_protocol: 'tcp', from_port: 443, to_port: 443 };
    expect(rules('egress', functions(), endpoints)).toEqual([expect.objectContaining(tls)]);
    expect(rules('ingress', endpoints, functions())).toEqual([expect.objectContaining(tls)]);
  });
});
