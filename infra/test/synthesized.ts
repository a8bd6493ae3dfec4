import { ENVIRONMENTS, type EnvironmentName } from '@trade-matching/domain';
import { Testing } from 'cdktf';
import { type Environment, environments } from '../src/environments/index.ts';
import { TradeMatchingStack } from '../src/trade-matching-stack.ts';

/** A resource's attributes, as Terraform's JSON has them. */
// biome-ignore lint/suspicious/noExplicitAny: the synthesized JSON has the shape of every AWS resource
export type Attributes = Record<string, any>;

export interface SynthesizedStack {
  readonly resource: Readonly<Record<string, Readonly<Record<string, Attributes>>>>;
  readonly terraform: Attributes;
  readonly output: Readonly<Record<string, Attributes>>;
}

/** The stack of an environment that may be none of ours. */
export function synthesize(environment: Environment): SynthesizedStack {
  const app = Testing.app({ context: { targetVersions: { terraform: '>=1.11.0', opentofu: '>=1.10.0' } } });
  return JSON.parse(Testing.synth(new TradeMatchingStack(app, environment)));
}

const stacks = new Map(ENVIRONMENTS.map((name) => [name, synthesize(environments[name])]));

export function synthesized(environment: EnvironmentName): SynthesizedStack {
  const stack = stacks.get(environment);
  if (!stack) throw new Error(`No stack was synthesized for ${environment}.`);
  return stack;
}

/** Every resource of a type, with its Terraform address. */
export function resourcesOf(environment: EnvironmentName, type: string): (Attributes & { address: string })[] {
  return Object.entries(synthesized(environment).resource[type] ?? {}).map(([name, attributes]) => ({
    ...attributes,
    address: `${type}.${name}`,
  }));
}

/** The one resource of a type whose attribute has this value. */
export function resourceWhere(environment: EnvironmentName, type: string, attribute: string, value: string) {
  const found = resourcesOf(environment, type).filter((resource) => resource[attribute] === value);
  if (found.length !== 1 || !found[0]) throw new Error(`${found.length} ${type} have ${attribute} = ${value}.`);
  return found[0];
}
