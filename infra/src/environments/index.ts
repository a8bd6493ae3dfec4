import type { EnvironmentName } from '@trade-matching/domain';
import { development } from './development.ts';
import type { Environment } from './environment.ts';
import { local } from './local.ts';
import { production } from './production.ts';
import { staging } from './staging.ts';

export { type Environment, EnvironmentError, readEnvironment } from './environment.ts';

export const environments: Readonly<Record<EnvironmentName, Environment>> = { local, development, staging, production };
