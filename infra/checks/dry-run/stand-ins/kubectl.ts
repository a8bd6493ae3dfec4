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
  const deployment = manifests.find(({ kind }) => kind === 'Deployment');
  if (!deployment) refuse('error: no objects passed to apply');
  const template = JSON.stringify(deployment.spec.template);
  changeWorld((world) => {
    // A template that is unchanged starts no roll-out, and one that failed stays failed.
    if (world.deployment?.template === template) return;
    const { image } = deployment.spec.template.spec.containers[0];
    world.deployment = { template, image, failed: false, running: false };
  });
}

function rollOut(verb: string | undefined): void {
  const { deployment, images, token } = readWorld();
  if (!deployment) refuse('Error from server (NotFound): deployments.apps "matching-service" not found');
  const settle = (failed: boolean, running: boolean) =>
    changeWorld((world) => {
      world.deployment = { ...deployment, failed, running };
    });
  if (verb === 'restart') {
    settle(false, false);
    return;
  }
  if (deployment.failed) refuse('error: deployment "matching-service" exceeded its progress deadline');
  // Without its token or its image no pod becomes ready.
  const ready = token !== undefined && images.includes(deployment.image);
  settle(!ready, ready);
  if (!ready) refuse('error: timed out waiting for the condition');
  process.stdout.write('deployment "matching-service" successfully rolled out\n');
}

function forward(): void {
  if (!readWorld().deployment?.running) refuse('error: unable to forward port because pod is not running');
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
  } else if (command === 'rollout') rollOut(rest[0]);
  else if (command === 'get') {
    if (rest.join(' ') !== 'service matching-service --output jsonpath={.status.loadBalancer.ingress[0].hostname}') {
      refuse(`the stand-in does not know: kubectl get ${rest.join(' ')}`);
    }
    // What is not there yet is printed as nothing.
    process.stdout.write(readWorld().deployment?.running ? readWorld().loadBalancer : '');
  } else if (command === 'port-forward') forward();
  else refuse(`the stand-in does not know: kubectl ${command}`);
}
