import type { Fault } from './fault.ts';

const MANIFESTS = 'infra/test/manifests.test.ts';
const NETWORK = 'infra/test/network.test.ts';
const RENDERED = 'infra/checks/rendered-manifests.test.ts';
const PERMISSIONS = 'packages/local-aws/src/iam/required-permissions.test.ts';
const BASE = 'apps/matching-service/deploy/base';

export const atRunTime: readonly Fault[] = [
  {
    what: 'no document finishes: the functions may not delete under an ETag',
    file: 'infra/src/constructs/document-permissions.ts',
    now: "['s3:DeleteObject', 's3:GetObject']",
    fault: "['s3:DeleteObject']",
    inStack: true,
    test: ['apps/resilience/test/least-privilege.test.ts', "the processor's role allows every call that it made"],
  },
  {
    what: 'the embedded AWS is kinder: it lets a function delete under an ETag that may not',
    file: 'packages/local-aws/src/iam/required-permissions.ts',
    now: "...(isOfOneEtag(call) ? [need('s3:GetObject', object)] : []),",
    fault: '',
    test: [PERMISSIONS, 'a delete of one ETag needs to read the object as well'],
  },
  {
    what: 'the function does not reach the load balancer: the controller made a security group of its own',
    file: 'apps/matching-service/deploy/overlays/development/kustomization.yaml',
    now: 'value: trade-matching-service-lb-development',
    fault: 'value: k8s-trade-matching-development',
    test: [NETWORK, "the load balancer has the security group that the function's rules let it reach"],
  },
  {
    what: 'the load balancer does not reach the pods: nobody opens them to a group that is named',
    file: `${BASE}/service.yaml`,
    now: 'aws-load-balancer-manage-backend-security-group-rules: "true"',
    fault: 'aws-load-balancer-manage-backend-security-group-rules: "false"',
    test: [NETWORK, "the load balancer has the security group that the function's rules let it reach"],
  },
  {
    what: 'the pods resolve no name: the labels go into the selectors of the network policy',
    file: `${BASE}/kustomization.yaml`,
    now: 'includeSelectors: false',
    fault: 'includeSelectors: true',
    test: [RENDERED, "development: pods may ask the cluster's name servers, which carry no label of ours"],
  },
  {
    what: 'the token goes over the network in the clear',
    file: `${BASE}/service.yaml`,
    now: 'service.beta.kubernetes.io/aws-load-balancer-ssl-ports: "443"',
    fault: 'service.beta.kubernetes.io/aws-load-balancer-ssl-ports: ""',
    test: [NETWORK, 'the load balancer listens for TLS alone, with a certificate of this account and region'],
  },
  {
    what: 'a plain listener is left open beside the one for TLS',
    file: `${BASE}/service.yaml`,
    now: '    - name: https\n',
    fault: '    - name: http\n      port: 80\n      targetPort: http\n    - name: https\n',
    test: [NETWORK, 'the load balancer listens for TLS alone, with a certificate of this account and region'],
  },
  {
    what: "the function does not reach the VPC's endpoints of AWS",
    file: 'infra/src/constructs/service-network.ts',
    now: 'securityGroupId: network.endpointsSecurityGroupId,',
    fault: 'securityGroupId: loadBalancer.id,',
    test: [NETWORK, "the VPC's interface endpoints let the function in"],
  },
  {
    what: 'a roll-out sends documents to pods that the load balancer does not know yet',
    file: 'apps/matching-service/deploy/namespace.yaml',
    now: 'elbv2.k8s.aws/pod-readiness-gate-inject: enabled',
    fault: 'elbv2.k8s.aws/pod-readiness-gate-inject: disabled',
    test: [
      MANIFESTS,
      'a pod is ready only when the load balancer sends to it, and goes only when it does not any more',
    ],
  },
  {
    what: 'a pod goes while the load balancer still sends to it',
    file: `${BASE}/deployment.yaml`,
    now: 'seconds: 120',
    fault: 'seconds: 15',
    test: [
      MANIFESTS,
      'a pod is ready only when the load balancer sends to it, and goes only when it does not any more',
    ],
  },
  {
    what: 'the pods stand on nodes that the image does not run on',
    file: `${BASE}/deployment.yaml`,
    now: 'kubernetes.io/arch: arm64',
    fault: 'kubernetes.io/arch: amd64',
    test: [MANIFESTS, 'the pods run on nodes of the architecture that the image is built for'],
  },
];
