export { type Decision, evaluate, type PolicyRequest } from './evaluate.ts';
export { type PolicyStatement, readPolicy, UnknownPolicyElementError } from './read-policy.ts';
