import {
  type Command,
  newCommand,
  Option,
  oneOf,
  StoppedError,
  type Terminal,
  wholeNumber,
} from '@trade-matching/command-line';
import { ENVIRONMENTS, type EnvironmentName, resourceNames } from '@trade-matching/domain';
import type { Environment } from '@trade-matching/infra/prerequisites';
import { openAccount } from './account.ts';
import { type DeployedEnvironment, failed, type Outcome } from './check.ts';
import { jsonOf, summaryOf, tableOf } from './report.ts';
import { chosenChecks, type Finding, runChecks, withoutValues } from './run-checks.ts';

/** The repository as it is deployed from. */
export interface Repository {
  /** The values of every environment; throws an `EnvironmentError` where one has values that do not fit. */
  readonly environments: () => Promise<Readonly<Partial<Record<EnvironmentName, Environment>>>>;
  /** The text of a file, by its path from the root. */
  readonly file: (path: string) => string;
}

const DEPLOYED = ENVIRONMENTS.filter((name) => name !== 'local');
const [FIRST_STEP, LAST_STEP] = [2, 6];

export const doctorCommand =
  (repository: Repository): Command =>
  (terminal, exitWith) =>
    newCommand({
      name: 'npm run -s doctor --',
      summary: 'check what a deployment needs',
      description:
        'Checks each prerequisite of a deployment with the AWS credentials of this shell, and names for each that fails what is wrong and the step of docs/deploy.md that fixes it. Changes nothing.',
      examples: [
        '--env development',
        '--env production --through 5',
        '--env staging --json | jq \'select(.result != "ok")\'',
      ],
      notes:
        "Not checked, since only kubectl and gh see it: the AWS Load Balancer Controller, the architecture of the nodes, the namespace, GitHub's environments and variables.\nExit code: 0 when all is there, 1 when something failed or could not be looked at, 2 for wrong usage.",
    })
      .addOption(
        new Option('--env <environment>', DEPLOYED.join(', '))
          .argParser(oneOf('--env', DEPLOYED))
          .makeOptionMandatory(),
      )
      .addOption(
        new Option(
          '--through <step>',
          `only what the steps of docs/deploy.md up to this one put in place, ${FIRST_STEP} to ${LAST_STEP}`,
        )
          .argParser(wholeNumber('--through', FIRST_STEP, LAST_STEP))
          .default(LAST_STEP),
      )
      .option('--json', 'for scripts: one JSON object a line', false)
      .action(async ({ env, through, json }) => {
        const findings = await examine(repository, env, through, terminal);
        if (json) for (const finding of findings) terminal.say(jsonOf(finding));
        else {
          terminal.say(tableOf(findings, terminal.columns));
          terminal.say(summaryOf(env, findings));
        }
        if (findings.some(({ outcome }) => outcome.kind !== 'ok')) exitWith(1);
      });

async function examine(
  repository: Repository,
  name: EnvironmentName,
  through: number,
  { progress, stop }: Terminal,
): Promise<Finding[]> {
  const read = await valuesOf(repository, name);
  if ('outcome' in read) return withoutValues(chosenChecks(through, undefined), read.outcome);
  const { environment } = read;
  const checks = chosenChecks(through, environment);
  const account = openAccount(environment);
  let looked = 0;
  const done = () => {
    looked += 1;
    progress(looked < checks.length ? `${looked} of ${checks.length} checks` : '');
  };
  const stopped = Promise.withResolvers<never>();
  const onStop = () =>
    stopped.reject(new StoppedError(`Stopped after ${looked} of ${checks.length} checks. Nothing was changed.`));
  stop.addEventListener('abort', onStop, { once: true });
  try {
    const context = {
      environment,
      names: resourceNames(environment.name, environment.account),
      account,
      repositoryFile: repository.file,
    };
    return await Promise.race([runChecks(checks, context, done), stopped.promise]);
  } finally {
    stop.removeEventListener('abort', onStop);
    account.close();
  }
}

async function valuesOf(
  repository: Repository,
  name: EnvironmentName,
): Promise<{ environment: DeployedEnvironment } | { outcome: Outcome }> {
  try {
    const environment = (await repository.environments())[name];
    if (environment && isDeployed(environment)) return { environment };
    return { outcome: failed(`There are no values of ${name}.`, 'Write its file, infra/src/environments.') };
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'EnvironmentError') throw error;
    return { outcome: failed(error.message, 'Correct the value; npm run synth shows the next.') };
  }
}

function isDeployed(environment: Environment): environment is DeployedEnvironment {
  const { matchingService, network, state, delivery } = environment;
  return [matchingService, network, state, delivery].every((each) => each !== undefined);
}
