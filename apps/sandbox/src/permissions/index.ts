export { type RoleReview, reviewRole } from './review-calls.ts';
