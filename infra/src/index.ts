export { environments } from './environments/index.ts';
export { NotSynthesizedError, synthesizedStack } from './synthesized-stack.ts';
