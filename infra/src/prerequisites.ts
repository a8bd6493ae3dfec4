/** For whoever checks an environment before it is deployed; nobody's values are read on import. */
export { type BootstrapRole, bootstrapRoleName, bootstrapRoles, GITHUB_PROVIDER } from './bootstrap/role-names.ts';
export { concurrencyFault, type Environment, EnvironmentError, readEnvironment } from './environments/environment.ts';
