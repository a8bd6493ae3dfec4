import type { Check, CheckContext, DeployedEnvironment, Outcome } from './check.ts';
import { CHECKS, VALUES } from './checks/index.ts';
import { whyUnknown } from './refusals.ts';
import type { Step } from './steps.ts';

/** A check and what it found. */
export interface Finding {
  readonly id: string;
  readonly title: string;
  readonly step: Step;
  readonly outcome: Outcome;
}

/** The checks of the steps up to this one, those of what an environment does not have left out. */
export function chosenChecks(through: number, environment: DeployedEnvironment | undefined): Check[] {
  return CHECKS.filter(
    ({ step, applies }) => step <= through && (environment === undefined || (applies?.(environment) ?? true)),
  );
}

/**
 * Runs all checks at once, each after those that it needs; none keeps another from running but where there would be nothing
 * to look at.
 *
 * @param done called as each check is through
 * @returns in the order of the steps
 */
export async function runChecks(checks: readonly Check[], context: CheckContext, done: () => void): Promise<Finding[]> {
  const outcomes = new Map<string, Promise<Outcome>>([[VALUES.id, Promise.resolve({ kind: 'ok' })]]);
  const titles = new Map(checks.map(({ id, title }) => [id, title]));
  for (const check of checks) {
    const outcome = outcomeOf(check, context, outcomes, titles);
    outcomes.set(check.id, outcome);
    void outcome.then(done);
  }
  const findings = await Promise.all(
    checks.map(async ({ id, title, step }) => ({ id, title, step, outcome: (await outcomes.get(id)) as Outcome })),
  );
  return inOrder([{ ...VALUES, outcome: { kind: 'ok' } }, ...findings]);
}

/** What is found where the environment's values cannot be read: nothing else can be looked at. */
export function withoutValues(checks: readonly Check[], outcome: Outcome): Finding[] {
  const skipped: Outcome = { kind: 'skipped', reason: needed([VALUES.title]) };
  return inOrder([
    { ...VALUES, outcome },
    ...checks.map(({ id, title, step }) => ({ id, title, step, outcome: skipped })),
  ]);
}

async function outcomeOf(
  check: Check,
  context: CheckContext,
  outcomes: ReadonlyMap<string, Promise<Outcome>>,
  titles: ReadonlyMap<string, string>,
): Promise<Outcome> {
  const missing: string[] = [];
  for (const need of check.needs) {
    if ((await outcomes.get(need))?.kind !== 'ok') missing.push(titles.get(need) ?? need);
  }
  if (missing.length > 0) return { kind: 'skipped', reason: needed(missing) };
  try {
    return await check.run(context);
  } catch (error) {
    return { kind: 'unknown', reason: whyUnknown(error) };
  }
}

function needed(titles: readonly string[]): string {
  return `Looked at once this is ok: ${titles.join(', ')}.`;
}

function inOrder(findings: readonly Finding[]): Finding[] {
  return findings.toSorted((a, b) => a.step - b.step);
}
