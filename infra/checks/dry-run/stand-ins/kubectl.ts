import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { parse, parseAllDocuments, stringify } from 'yaml';
import { changeMachine, changeWorld, option, readMachine, readWorld, refuse } from '../world.ts';

// biome-ignore lint/suspicious/noExplicitAny: manifests of every kind
type Manifest = Record<string, any>;

const args = process.argv.slice(2);
const namespaced = args[0] === '--namespace';
const [command, ...rest] = namespaced ? args.slice(2) : args;

/** The manifests of a folder, with its images and its namespace: as much of kustomize as the overlays use. */
function kustomize(folder: string): Manifest[] {
  const {
    resources = [],
    images = [],
    namespace,
    configMapGenerator = [],
  } = parse(readFileSync(path.join(folder, 'kustomization.yaml'), 'utf8')) as Manifest;
  const manifests: Manifest[] = resources.flatMap((resource: string) => {
    const file = path.join(folder, resource);
    if (statSync(file).isDirectory()) return kustomize(file);
    return parseAllDocuments(readFileSync(file, 'utf8')).map((each) => each.toJS());
  });
  for (const { name } of configMapGenerator) {
    manifests.push({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: `${name}-t5k8h2m9f4` } });
  }
  for (const manifest of manifests) {
    if (manifest.kind !== 'Namespace') manifest.metadata.namespace = namespace;
    for (const container of manifest.spec?.template?.spec?.containers ?? []) {
      const image = images.find(({ name }: Manifest) => name === container.image);
      if (image) container.image = `${image.newName}:${image.newTag}`;
    }
  }
  return manifests;
}

function apply(manifests: readonly Manifest[]): void {
  const { namespaces } = readWorld();
  for (const { kind, metadata } of manifests) {
    if (kind === 'Namespace') {
      refuse(
        `Error from server (Forbidden): namespaces "${metadata.name}" is forbidden: User "deploy" cannot patch resource "namespaces" in API group "" at the cluster scope`,
      );
    }
    if (!namespaces.includes(metadata.namespace)) {
      refuse(`Error from server (NotFound): namespaces "${metadata.namespace}" not found`);
    }
    process.stdout.write(`${kind}/${metadata.name} configured\n`);
  }
  changeWorld((world) => {
    for (const { kind, metadata, data, spec } of manifests) {
      if (kind === 'Ingress') world.hasIngress = true;
      if (kind === 'ConfigMap' && metadata.name === 'desk-load-balancer') world.believed = data.LOAD_BALANCER_ARN;
      if (kind !== 'Deployment') continue;
      const template = JSON.stringify(spec.template);
      // A template that is unchanged starts no roll-out, and one that failed stays failed.
      if (world.deployments[metadata.name]?.template === template) continue;
      const { image } = spec.template.spec.containers[0];
      world.deployments[metadata.name] = { template, image, failed: false, running: false };
    }
  });
}

function rollOut(verb: string | undefined, target = ''): void {
  const { deployments, images, token, believed } = readWorld();
  const name = target.replace('deployment/', '');
  const deployment = deployments[name];
  if (!deployment) refuse(`Error from server (NotFound): deployments.apps "${name}" not found`);
  const settle = (failed: boolean, running: boolean) =>
    changeWorld((world) => {
      world.deployments[name] = { ...deployment, failed, running, ...(running && believed ? { believed } : {}) };
    });
  if (verb === 'restart') {
    settle(false, false);
    return;
  }
  if (deployment.failed) refuse(`error: deployment "${name}" exceeded its progress deadline`);
  // Pods that run go on with what they were started with.
  if (deployment.running) return;
  // Without its token, or the load balancer that it is to believe, or its image, no pod becomes ready.
  const configured = name === 'desk' ? believed !== undefined : token !== undefined;
  const ready = configured && images.includes(deployment.image);
  settle(!ready, ready);
  if (!ready) refuse('error: timed out waiting for the condition');
  process.stdout.write(`deployment "${name}" successfully rolled out\n`);
}

function forward(target = ''): void {
  const name = target.replace('deployment/', '');
  if (!readWorld().deployments[name]?.running) refuse('error: unable to forward port because pod is not running');
  const forwarding = (value: boolean) =>
    changeMachine((machine) => {
      machine.forwarding = value;
    });
  forwarding(true);
  process.on('SIGTERM', () => {
    forwarding(false);
    process.exit(143);
  });
  // Nobody that it was started by may be outlived by it.
  setTimeout(() => process.exit(1), 20_000);
}

/** What is not there yet is printed as nothing. */
function get(what: string): void {
  const { deployments, loadBalancer, deskLoadBalancer, hasIngress, believed = '' } = readWorld();
  const HOSTNAME = '--output jsonpath={.status.loadBalancer.ingress[0].hostname}';
  const known: Readonly<Record<string, string>> = {
    [`service matching-service ${HOSTNAME}`]: deployments['matching-service']?.running ? loadBalancer : '',
    [`ingress desk ${HOSTNAME}`]: hasIngress ? deskLoadBalancer.host : '',
    'configmap desk-load-balancer --ignore-not-found --output jsonpath={.data.LOAD_BALANCER_ARN}': believed,
  };
  process.stdout.write(known[what] ?? refuse(`the stand-in does not know: kubectl get ${what}`));
}

function create([kind, name, ...given]: readonly string[]): void {
  if (kind !== 'configmap' || !given.includes('--dry-run=client') || option(given, '--output') !== 'yaml')
    refuse(`the stand-in does not know: kubectl create ${kind}`);
  const [key = '', value] = option(given, '--from-literal').split(/=(.*)/s, 2);
  const metadata = { name, namespace: args[1] };
  process.stdout.write(stringify({ apiVersion: 'v1', kind: 'ConfigMap', metadata, data: { [key]: value } }));
}

if (command === 'kustomize') {
  process.stdout.write(
    kustomize(rest[0] ?? '.')
      .map((manifest) => stringify(manifest))
      .join('---\n'),
  );
} else {
  if (!readMachine().kubeconfig) refuse('The connection to the server localhost:8080 was refused');
  if (command === 'apply') {
    const file = option(rest, '--filename');
    apply(parseAllDocuments(readFileSync(file === '-' ? 0 : file, 'utf8')).map((each) => each.toJS()));
  } else if (command === 'rollout') rollOut(rest[0], rest[1]);
  else if (command === 'get') get(rest.join(' '));
  else if (command === 'create') create(rest);
  else if (command === 'port-forward') forward(rest[0]);
  else refuse(`the stand-in does not know: kubectl ${command}`);
}
