import type { ResourceNames } from '@trade-matching/domain';
import type { Environment } from '@trade-matching/infra/prerequisites';
import type { Account } from './account.ts';
import type { Step } from './steps.ts';

/** What a check finds. Reasons and fixes are sentences for a person. */
export type Outcome =
  | { readonly kind: 'ok' }
  | { readonly kind: 'failed'; readonly reason: string; readonly fix: string }
  /** It could not be looked at: no permission, no answer. */
  | { readonly kind: 'unknown'; readonly reason: string }
  /** What it builds on is not there. */
  | { readonly kind: 'skipped'; readonly reason: string };

/** One prerequisite of a deployment. */
export interface Check {
  /** For scripts: `endpoint-sqs`. */
  readonly id: string;
  /** For people: `interface endpoint of sqs`. */
  readonly title: string;
  /** The step of `docs/deploy.md` that puts it in place. */
  readonly step: Step;
  /** Ids of checks without which this one has nothing to look at; they stand before it. */
  readonly needs: readonly string[];
  /** Absent: of every environment. */
  readonly applies?: (environment: DeployedEnvironment) => boolean;
  /** What it throws becomes `unknown`. */
  readonly run: (context: CheckContext) => Promise<Outcome>;
}

/** An environment that is deployed to an account: all but `local`. */
export type DeployedEnvironment = Environment & {
  readonly [K in 'matchingService' | 'desk' | 'network' | 'state' | 'delivery']: NonNullable<Environment[K]>;
};

/** What a check may look at. */
export interface CheckContext {
  readonly environment: DeployedEnvironment;
  readonly names: ResourceNames;
  readonly account: Account;
  /** The text of a file of this repository, by its path from the root. */
  readonly repositoryFile: (path: string) => string;
}

export const OK: Outcome = { kind: 'ok' };

export function failed(reason: string, fix: string): Outcome {
  return { kind: 'failed', reason, fix };
}

/** Where an environment's values are. */
export function valuesFile({ name }: { readonly name: string }): string {
  return `infra/src/environments/${name}.ts`;
}
