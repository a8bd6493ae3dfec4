import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { validate } from '@actions/languageservice';
import { describe, expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { parse } from 'yaml';

interface Step {
  readonly name?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Job {
  readonly uses?: string;
  readonly steps?: readonly Step[];
  readonly permissions?: Readonly<Record<string, string>>;
  readonly environment?: string;
  readonly needs?: string | readonly string[];
  readonly 'timeout-minutes'?: number;
}

interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly defaults?: { readonly run?: { readonly shell?: string } };
  readonly concurrency?: { readonly 'cancel-in-progress': unknown };
  readonly jobs: Readonly<Record<string, Job>>;
}

const folder = path.resolve(import.meta.dirname, '../../.github/workflows');
const workflows = readdirSync(folder).map((name) => {
  const text = readFileSync(path.join(folder, name), 'utf8');
  return { name, text, workflow: parse(text) as Workflow };
});
const named = (name: string) => {
  const found = workflows.find((each) => each.name === name);
  if (!found) throw new Error(`There is no workflow ${name}.`);
  return found.workflow;
};

/** The steps of a job that use an action, by its name. */
const using = (job: Job | undefined, action: string): readonly Step[] =>
  (job?.steps ?? []).filter(({ uses }) => uses?.startsWith(`${action}@`));
const runs = (job: Job | undefined): string => (job?.steps ?? []).map(({ run = '' }) => run).join('\n');
const repositoryFile = (name: string) => readFileSync(path.resolve(import.meta.dirname, '../..', name), 'utf8');

/** The first releases that run on Node 24; runners take older ones away. */
const ON_NODE_24: Readonly<Record<string, number>> = {
  'actions/checkout': 5,
  'actions/setup-node': 5,
  'actions/upload-artifact': 6,
  'aws-actions/configure-aws-credentials': 6,
  'hashicorp/setup-terraform': 4,
};

describe.each(workflows)('$name', ({ name, text, workflow }) => {
  test('a workflow is a workflow that GitHub accepts', async () => {
    const document = TextDocument.create(`file:///${name}`, 'yaml', 1, text);
    const errors = (await validate(document)).filter(({ severity }) => severity === 1);
    expect(errors.map(({ message, range }) => `${range.start.line + 1}: ${message}`)).toEqual([]);
  });

  test('a workflow pins every action to a commit, and says which version that is (A5)', () => {
    const uses = [...text.matchAll(/uses: (\S+)(.*)/g)].filter(([, action]) => !action?.startsWith('./'));
    for (const [, action, comment] of uses) {
      expect(action).toMatch(/^[\w.-]+\/[\w./-]+@[0-9a-f]{40}$/);
      expect(comment).toMatch(/# v\d/);
    }
  });

  test('a workflow uses releases of actions that run on Node 24', () => {
    for (const [, action = '', major] of text.matchAll(/uses: ([\w-]+\/[\w-]+)\S*@\S+ # v(\d+)/g)) {
      expect(Number(major), action).toBeGreaterThanOrEqual(ON_NODE_24[action] ?? 0);
    }
  });

  test('a workflow fails where any command of a pipe fails', () => {
    // GitHub's own default is `bash -e`; named, bash is run with `-o pipefail` too.
    const hasCommands = Object.values(workflow.jobs).some(({ steps = [] }) => steps.some(({ run }) => run));
    if (hasCommands) expect(workflow.defaults?.run?.shell).toBe('bash');
  });

  test('a job installs Terraform where it plans or applies, and CDK Terrain reads its output as it is', () => {
    for (const job of Object.values(workflow.jobs)) {
      const installed = using(job, 'hashicorp/setup-terraform').map((step) => step.with);
      if (!runs(job).includes('cdktf -- ')) continue;
      expect(installed).toEqual([{ terraform_version: expect.any(String), terraform_wrapper: false }]);
      // The state's lock is a file in its bucket.
      const [major = 0, minor = 0] = String(installed[0]?.terraform_version).split('.').map(Number);
      expect(major * 100 + minor).toBeGreaterThanOrEqual(111);
    }
  });

  test('an artifact can be uploaded again by a later attempt', () => {
    for (const job of Object.values(workflow.jobs)) {
      for (const step of using(job, 'actions/upload-artifact')) expect(step.with?.overwrite).toBe(true);
    }
  });

  test('a workflow gives no permission to jobs that do not ask for it, and no job runs for ever', () => {
    const atTop = Object.values(workflow.permissions ?? { missing: 'write' });
    expect(atTop.every((permission) => permission === 'read')).toBe(true);
    for (const job of Object.values(workflow.jobs)) {
      if (job.uses === undefined) expect(job['timeout-minutes']).toBeLessThanOrEqual(60);
    }
  });

  test('a workflow holds no key: AWS is reached by OIDC roles (A5)', () => {
    expect(text).not.toMatch(/aws-access-key-id|AWS_SECRET_ACCESS_KEY|secrets\.(?!GITHUB_TOKEN)/);
  });
});

describe('delivery (A5)', () => {
  test('a merge goes to development, then staging, then under load, then production', () => {
    const { jobs, concurrency } = named('deploy.yml');
    expect(Object.entries(jobs).map(([job, { needs }]) => [job, needs])).toEqual([
      ['development', undefined],
      ['staging', 'development'],
      ['load-test', 'staging'],
      ['production', 'load-test'],
    ]);
    expect(concurrency?.['cancel-in-progress']).toBe(false);
  });

  test('staging is put under load on demand and before production, and held to its limits', () => {
    const { on, jobs } = named('load-test.yml');
    expect(Object.keys(on).sort()).toEqual(['workflow_call', 'workflow_dispatch']);
    expect(named('deploy.yml').jobs['load-test']?.uses).toBe('./.github/workflows/load-test.yml');
    const { environment, steps = [] } = jobs['load-test'] ?? {};
    expect(environment).toBe('staging');
    const load = steps.find(({ run = '' }) => run.includes('load-test --'))?.run ?? '';
    for (const option of ['--env staging', '--max-lost 0', '--max-p95 30s', '--clean-up']) {
      expect(load).toContain(option);
    }
    expect(steps.at(-1)?.uses).toContain('actions/upload-artifact');
  });

  test('the plan is shown before its apply, which its environment lets somebody approve', () => {
    const { plan, apply } = named('deploy-environment.yml').jobs;
    expect(apply?.needs).toBe('plan');
    expect(plan?.environment).toBe('${{ inputs.environment }}-plan');
    expect(apply?.environment).toBe('${{ inputs.environment }}');
    expect(plan?.steps?.some(({ run = '' }) => run.includes('cdktf -- diff'))).toBe(true);
    expect(apply?.steps?.some(({ run = '' }) => run.includes('cdktf -- deploy'))).toBe(true);
  });

  test('the first token is put, and the image is in its repository, before the roll-out', () => {
    const steps = named('deploy-environment.yml').jobs.apply?.steps ?? [];
    const at = (command: string) => steps.findIndex(({ run = '' }) => run.includes(command));
    const order = ['cdktf -- deploy', 'put-secret-value', 'docker push', 'kubectl apply', '/health/ready'].map(at);
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(order).not.toContain(-1);
  });

  test('an image tag that the repository has is not pushed again: tags are immutable', () => {
    const image = runs(named('deploy-environment.yml').jobs.apply);
    expect(image.indexOf('aws ecr batch-get-image')).toBeGreaterThan(0);
    expect(image.indexOf('aws ecr batch-get-image')).toBeLessThan(image.indexOf('docker push'));
  });

  test('every pull request is built and tested', () => {
    expect(named('ci.yml').on).toHaveProperty('pull_request');
  });

  test('releases come from changesets (A6)', () => {
    expect(JSON.stringify(named('release.yml').jobs)).toContain('changeset version');
  });

  test("the release's pull request is looked for among the open ones: `gh pr view` finds merged ones too", () => {
    const release = runs(named('release.yml').jobs.release);
    expect(release).not.toContain('gh pr view');
    expect(release).toMatch(/gh pr list .*--state open/);
  });

  test('tags are made by somebody, and pushed without the branch, which may have moved on', () => {
    const release = runs(named('release.yml').jobs.release);
    expect(release.indexOf('git config user.name')).toBeLessThan(release.indexOf('changeset git-tag'));
    expect(release).toContain('git push origin --tags');
    expect(release).not.toContain('--follow-tags');
  });

  test('dependencies are scanned by what can be green, over every lockfile', () => {
    const { dependencies } = named('scan.yml').jobs;
    expect(runs(dependencies)).not.toContain('audit');
    const [scan] = using(dependencies, 'google/osv-scanner-action/osv-scanner-action');
    const given = String(scan?.with?.['scan-args']).split('\n');
    const lockfiles = given.flatMap((argument) => argument.match(/^--lockfile=(.+)/)?.[1] ?? []);
    expect(lockfiles.sort()).toEqual(['infra/cli/package-lock.json', 'pnpm-lock.yaml']);
    for (const file of [...lockfiles, 'osv-scanner.toml']) expect(repositoryFile(file).length).toBeGreaterThan(0);
  });

  test('an advisory is set aside with a reason and a day on which it is looked at again', () => {
    const entries = repositoryFile('osv-scanner.toml')
      .split(/^\[\[IgnoredVulns]]$/m)
      .slice(1);
    for (const entry of entries) {
      expect(entry).toMatch(/^ignoreUntil = \d{4}-\d\d-\d\d$/m);
      expect(entry).toMatch(/^reason = ".{10,}"$/m);
    }
  });

  test('a search of the history that fails is not taken for one that found nothing', () => {
    const search = runs(named('scan.yml').jobs.secrets);
    expect(search).toMatch(/^git log --all --patch > /m);
    expect(search).not.toMatch(/git log [^\n]*\|/);
  });
});

describe('docs/deploy.md, for the workflows', () => {
  const text = repositoryFile('docs/deploy.md');

  test('the namespace is made before the first deployment', () => {
    const made = text.indexOf('kubectl apply --filename apps/matching-service/deploy/namespace.yaml');
    expect(made).toBeGreaterThan(0);
    expect(made).toBeLessThan(text.search(/^## .*Deploy$/m));
  });

  test('the release job may open its pull request, which GitHub refuses by default', () => {
    expect(text).toContain('-F can_approve_pull_request_reviews=true');
  });

  test("jobs take the environments' roles on main only", () => {
    expect(text).toContain("-F 'deployment_branch_policy[custom_branch_policies]=true'");
    expect(text).toMatch(/environments\/\$environment\/deployment-branch-policies" -f name=main/);
  });

  test('every variable that a workflow reads is set', () => {
    const read = workflows.flatMap((each) => [...each.text.matchAll(/vars\.(\w+)/g)].map(([, name]) => name));
    const set = [...text.matchAll(/gh variable set (\w+)/g)].map(([, name]) => name);
    expect([...new Set(set)].sort()).toEqual([...new Set(read)].sort());
  });

  test('the tools and add-ons that the deployment needs are named before the first command that needs them', () => {
    const [, first = ''] = text.split(/^## \d+\. /m);
    for (const needed of ['Terraform 1.11', 'kubectl', 'gh', 'arm64', 'authentication mode', 'API endpoint']) {
      expect(first).toContain(needed);
    }
    for (const addOn of ['vpc-cni', 'enableNetworkPolicy', 'coredns', 'eks-pod-identity-agent', 'metrics-server']) {
      expect(first).toContain(addOn);
    }
    expect(first).toContain('AWS Load Balancer Controller');
  });

  test('accounts, GitHub and clusters are ready before the first deployment, which needs them all', () => {
    const at = ['bootstrap/main.ts', 'gh variable set', 'create-access-entry', 'namespace.yaml', '## 6. Deploy'];
    const order = at.map((each) => text.indexOf(each));
    expect(order).not.toContain(-1);
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect([...text.matchAll(/^## (\d+)\./gm)].map(([, n]) => Number(n))).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });
});
