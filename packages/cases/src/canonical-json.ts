export { canonicalHash, canonicalJson } from '@trade-matching/domain';
