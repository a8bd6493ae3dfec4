import { execFile } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parse } from 'yaml';
import { changeMachine, changeWorld, NEW_MACHINE, readWorld } from './world.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const STAND_INS = path.join(import.meta.dirname, 'stand-ins');
/** What a runner of GitHub has before any step; the rest a step installs. */
const PREINSTALLED = ['aws', 'curl', 'docker', 'kubectl', 'npm', 'npx'];
const SHA = 'c0ffee0000000000000000000000000000000000';

interface Step {
  readonly id?: string;
  readonly name?: string;
  readonly if?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly shell?: string;
  readonly env?: Readonly<Record<string, unknown>>;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Job {
  readonly uses?: string;
  readonly with?: Readonly<Record<string, string>>;
  readonly environment?: string;
  readonly steps?: readonly Step[];
}

interface Workflow {
  readonly env?: Readonly<Record<string, string>>;
  readonly defaults?: { readonly run?: { readonly shell?: string } };
  readonly jobs: Readonly<Record<string, Job>>;
}

export interface Run {
  readonly conclusion: 'success' | 'failure' | 'killed';
  /** Jobs that a re-run of the failed ones leaves out. */
  readonly completed: readonly string[];
  /** `job: step`, in the order in which they ran. */
  readonly steps: readonly string[];
  readonly output: string;
}

export interface RunOptions {
  /** The file of each environment's world. */
  readonly worlds: Readonly<Record<string, string>>;
  /** GitHub's variables, by GitHub environment. */
  readonly variables: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** What each role may do, by its ARN. */
  readonly roles: Readonly<Record<string, readonly string[]>>;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly attempt?: number;
  readonly completed?: readonly string[];
  /** The run ends after so many steps, as when its runner is lost. */
  readonly killAfter?: number;
}

type Context = Readonly<Record<string, unknown>>;

/** `${{ a.b || 'c' }}` in a text: all that the workflows use of GitHub's expressions. */
function evaluate(text: unknown, context: Context): string {
  return String(text).replace(/\$\{\{\s*(.*?)\s*\}\}/g, (_, expression: string) => {
    for (const term of expression.split(/\s*\|\|\s*/)) {
      const value = term.startsWith("'")
        ? term.slice(1, -1)
        : term.split('.').reduce<unknown>((at, key) => (at as Context | undefined)?.[key], context);
      if (value !== undefined && value !== '') return String(value);
    }
    return '';
  });
}

const evaluateAll = (values: Readonly<Record<string, unknown>> | undefined, context: Context): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(values ?? {}).map(([name, value]) => [name, evaluate(value, context)]));

const workflow = (name: string): Workflow =>
  parse(readFileSync(path.join(ROOT, '.github/workflows', name), 'utf8')) as Workflow;

function putOnPath(folder: string, tools: readonly string[]): void {
  mkdirSync(folder, { recursive: true });
  for (const tool of tools) {
    const file = path.join(folder, tool);
    writeFileSync(file, `#!/bin/sh\nexec '${process.execPath}' '${path.join(STAND_INS, `${tool}.ts`)}' "$@"\n`);
    chmodSync(file, 0o755);
  }
  // The loops of the workflow wait as often, and not as long.
  writeFileSync(path.join(folder, 'sleep'), '#!/bin/sh\nexec /bin/sleep 0.05\n');
  chmodSync(path.join(folder, 'sleep'), 0o755);
}

interface JobSetting {
  readonly world: string;
  readonly options: RunOptions;
  readonly shell: string | undefined;
  readonly environment: NodeJS.ProcessEnv;
  readonly context: Context;
}

/** One job on a machine of its own. */
class JobRun {
  readonly folder = mkdtempSync(path.join(os.tmpdir(), 'dry-run-'));
  readonly workspace = path.join(this.folder, 'workspace');
  readonly machine = path.join(this.folder, 'machine.json');
  readonly bin = path.join(this.folder, 'bin');
  readonly outputs: Record<string, { outputs: Record<string, string> }> = {};
  readonly world: string;
  readonly options: RunOptions;
  readonly defaultShell: string | undefined;
  readonly environment: NodeJS.ProcessEnv;
  readonly context: Context;
  output = '';

  constructor({ world, options, shell, environment, context }: JobSetting) {
    this.world = world;
    this.options = options;
    this.defaultShell = shell;
    this.environment = environment;
    this.context = context;
    mkdirSync(this.workspace);
    writeFileSync(this.machine, JSON.stringify(NEW_MACHINE));
    putOnPath(this.bin, PREINSTALLED);
  }

  end(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** @returns whether the step passed */
  async step(step: Step): Promise<boolean> {
    return step.uses === undefined ? this.command(step) : this.action(step.uses, step);
  }

  private action(uses: string, step: Step): boolean {
    const given = evaluateAll(step.with, { ...this.context, steps: this.outputs });
    const [action] = uses.split('@');
    if (action === 'actions/checkout') {
      cpSync(path.join(ROOT, 'package.json'), path.join(this.workspace, 'package.json'));
      for (const app of ['apps/matching-service', 'apps/desk']) {
        for (const each of ['deploy', 'Dockerfile'])
          cpSync(path.join(ROOT, app, each), path.join(this.workspace, app, each), { recursive: true });
      }
    } else if (action === 'hashicorp/setup-terraform') {
      putOnPath(this.bin, ['terraform']);
    } else if (action === 'aws-actions/configure-aws-credentials') {
      const role = given['role-to-assume'] ?? '';
      const actions = this.options.roles[role];
      if (!actions) return this.say(`Could not assume role "${role}"`);
      changeMachine((machine) => {
        machine.credentials = { role, actions };
      }, this.machine);
    } else if (action === 'actions/upload-artifact') {
      const name = given.name ?? '';
      if (readWorld(this.world).artifacts.includes(name) && given.overwrite !== 'true') {
        return this.say('(409) Conflict: an artifact with this name already exists on the workflow run');
      }
      changeWorld((world) => world.artifacts.push(name), this.world);
    } else if (action !== 'actions/setup-node') {
      return this.say(`The dry run does not know the action ${action}.`);
    }
    return true;
  }

  private say(text: string): false {
    this.output += `${text}\n`;
    return false;
  }

  private async command({ id, run = '', shell = this.defaultShell, env }: Step): Promise<boolean> {
    const script = path.join(this.folder, 'step.sh');
    const outputs = path.join(this.folder, 'outputs');
    writeFileSync(script, evaluate(run, { ...this.context, steps: this.outputs }));
    writeFileSync(outputs, '');
    // https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idstepsshell
    const flags = shell === 'bash' ? ['--noprofile', '--norc', '-eo', 'pipefail'] : ['-e'];
    const passed = await new Promise<boolean>((resolve) => {
      const environment = {
        PATH: `${this.bin}:${path.dirname(process.execPath)}:/usr/bin:/bin`,
        HOME: this.folder,
        WORLD: this.world,
        MACHINE: this.machine,
        GITHUB_SHA: SHA,
        GITHUB_RUN_ATTEMPT: String(this.options.attempt ?? 1),
        GITHUB_OUTPUT: outputs,
        GITHUB_STEP_SUMMARY: path.join(this.folder, 'summary'),
        RUNNER_TEMP: this.folder,
        ...this.environment,
        ...evaluateAll(env, { ...this.context, steps: this.outputs }),
      };
      execFile('bash', [...flags, script], { cwd: this.workspace, env: environment }, (error, stdout, stderr) => {
        this.output += stdout + stderr;
        resolve(!error);
      });
    });
    if (id) {
      const lines = readFileSync(outputs, 'utf8').trim().split('\n');
      this.outputs[id] = { outputs: Object.fromEntries(lines.map((line) => line.split(/=(.*)/s, 2))) };
    }
    return passed;
  }
}

/** Runs the jobs of a workflow in their order, each `run:` step as it stands, with stand-ins for what reaches outside. */
export async function dryRun(name: string, options: RunOptions): Promise<Run> {
  const { jobs, env, defaults } = workflow(name);
  const steps: string[] = [];
  const completed = [...(options.completed ?? [])];
  let output = '';
  for (const [id, job] of Object.entries(jobs)) {
    if (completed.includes(id)) continue;
    if (job.uses) {
      const called = await dryRun(path.basename(job.uses), { ...options, inputs: job.with ?? {}, completed: [] });
      steps.push(...called.steps.map((step) => `${id}: ${step}`));
      output += called.output;
      if (called.conclusion !== 'success') return { conclusion: called.conclusion, completed, steps, output };
      completed.push(id);
      continue;
    }
    const context: Context = { inputs: options.inputs ?? {}, github: { sha: SHA } };
    const github = evaluate(job.environment, context);
    const world = options.worlds[github.replace(/-plan$/, '')];
    if (!world) throw new Error(`The dry run has no world of ${github}.`);
    const run = new JobRun({
      world,
      options,
      shell: defaults?.run?.shell,
      environment: evaluateAll(env, context),
      context: { ...context, vars: options.variables[github] ?? {} },
    });
    let passed = true;
    for (const step of job.steps ?? []) {
      if (!passed && step.if !== 'always()') continue;
      if (steps.length === options.killAfter) {
        run.end();
        return { conclusion: 'killed', completed, steps, output: output + run.output };
      }
      steps.push(`${id}: ${step.name ?? step.uses ?? step.run}`);
      if (!(await run.step(step))) passed = false;
    }
    output += run.output;
    run.end();
    if (!passed) return { conclusion: 'failure', completed, steps, output };
    completed.push(id);
  }
  return { conclusion: 'success', completed, steps, output };
}
