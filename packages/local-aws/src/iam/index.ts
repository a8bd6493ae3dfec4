export { type AwsCall, classify } from '../aws/aws-call.ts';
export { type ArnContext, type RequiredPermission, requiredPermissions } from './required-permissions.ts';
export { policiesOfRole, type RoleReview, reviewRole } from './review-calls.ts';
