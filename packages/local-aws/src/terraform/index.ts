export { provisionStack } from './provision-stack.ts';
export type {
  EventSourceMapping,
  FunctionDefinition,
  FunctionPermission,
  ProvisionedStack,
  Schedule,
} from './provisioned-stack.ts';
export { StackError } from './terraform-json.ts';
