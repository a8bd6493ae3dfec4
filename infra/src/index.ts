export { loadTestPermissions } from './bootstrap/load-test-permissions.ts';
export { type BootstrapRole, bootstrapRoleName, bootstrapRoles, GITHUB_PROVIDER } from './bootstrap/role-names.ts';
export { DELIVERY } from './delivery.ts';
export { concurrencyFault, type Environment, environments, readEnvironment } from './environments/index.ts';
export { NotSynthesizedError, synthesizedStack } from './synthesized-stack.ts';
