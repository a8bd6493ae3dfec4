/**
 * What the stand-ins know, in two files: the environment, which outlives a job, and the machine of one job. Each stand-in
 * refuses what the real command would refuse, with its words and its exit code.
 */
import { readFileSync, writeFileSync } from 'node:fs';

/** An AWS account with its cluster and registry. */
export interface World {
  readonly stack: string;
  readonly cluster: string;
  /** What the stack's outputs are once it is applied. */
  readonly outputs: {
    readonly service_repository_url: string;
    readonly desk_repository_url: string;
    readonly matching_service_environment: Readonly<Record<string, string>>;
    readonly matching_service_name: { readonly HOST: string; readonly ZONE_ID: string };
  };
  /** The command that fails, such as `terraform plan`. */
  failing?: string;
  applied: boolean;
  namespaces: string[];
  images: string[];
  token?: string;
  /** How often a token was put. */
  tokensPut: number;
  /** By name. */
  deployments: Record<string, Deployment>;
  /** The load balancer that the desk is told to believe. */
  believed?: string;
  /** Whether the controller has been asked for the load balancer of people. */
  hasIngress: boolean;
  artifacts: string[];
  /** Of the load balancer that the cluster makes for the service, once it is rolled out. */
  readonly loadBalancer: string;
  /** The same, of the desk's Ingress. */
  readonly deskLoadBalancer: { readonly host: string; readonly arn: string };
  /** What each name of the private zone points at. */
  addresses: Record<string, string>;
}

/** `believed` is what its pods were started with, of the desk. */
export interface Deployment {
  template: string;
  image: string;
  failed: boolean;
  running: boolean;
  believed?: string;
}

/** What one job has done on its runner. */
export interface Machine {
  installed: boolean;
  /** Actions that the role allows which the job took. */
  credentials?: { readonly role: string; readonly actions: readonly string[] };
  loggedIn: boolean;
  built: string[];
  kubeconfig: boolean;
  forwarding: boolean;
}

export const NEW_MACHINE: Machine = {
  installed: false,
  loggedIn: false,
  built: [],
  kubeconfig: false,
  forwarding: false,
};

const file = (variable: 'WORLD' | 'MACHINE'): string => {
  const named = process.env[variable];
  if (!named) throw new Error(`${variable} is not set.`);
  return named;
};

export const readWorld = (from = file('WORLD')): World => JSON.parse(readFileSync(from, 'utf8'));
export const readMachine = (from = file('MACHINE')): Machine => JSON.parse(readFileSync(from, 'utf8'));

export function changeWorld(change: (world: World) => void, at = file('WORLD')): void {
  const world = readWorld(at);
  change(world);
  writeFileSync(at, JSON.stringify(world));
}

export function changeMachine(change: (machine: Machine) => void, at = file('MACHINE')): void {
  const machine = readMachine(at);
  change(machine);
  writeFileSync(at, JSON.stringify(machine));
}

/** Ends the command as the real one ends when it is refused. */
export function refuse(message: string, code = 1): never {
  process.stderr.write(`${message}\n`);
  process.exit(code);
}

/** The value of `--name value`. */
export function option(args: readonly string[], name: string): string {
  const at = args.indexOf(name);
  return (at >= 0 && args[at + 1]) || refuse(`the following arguments are required: ${name}`, 252);
}
