export { loadTestPermissions } from './bootstrap/load-test-permissions.ts';
export { environments } from './environments/index.ts';
export { NotSynthesizedError, synthesizedStack } from './synthesized-stack.ts';
