export { loadTestPermissions } from './bootstrap/load-test-permissions.ts';
export { DELIVERY } from './delivery.ts';
export { environments, readEnvironment } from './environments/index.ts';
export { NotSynthesizedError, synthesizedStack } from './synthesized-stack.ts';
