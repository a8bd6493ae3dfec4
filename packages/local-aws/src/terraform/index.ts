export { provisionStack } from './provision-stack.ts';
export type { EventSourceMapping, FunctionDefinition, ProvisionedStack } from './provisioned-stack.ts';
export { StackError } from './terraform-json.ts';
