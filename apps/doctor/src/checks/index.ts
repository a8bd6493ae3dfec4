import type { Check } from '../check.ts';
import { CLUSTER_ACCESS } from './access.ts';
import { BOOTSTRAP } from './bootstrap.ts';
import { CERTIFICATES } from './certificate.ts';
import { CLUSTER } from './cluster.ts';
import { CREDENTIALS } from './credentials.ts';
import { DESK } from './desk.ts';
import { ENDPOINTS } from './endpoints.ts';
import { NETWORK } from './network.ts';
import { QUOTA } from './quota.ts';
import { SERVICE } from './service.ts';
import { OWN_VALUES } from './values.ts';

/** Every check that looks at an environment whose values can be read, after those that it needs. */
export const CHECKS: readonly Check[] = [
  ...CREDENTIALS,
  OWN_VALUES,
  QUOTA,
  ...CLUSTER,
  ...NETWORK,
  ...ENDPOINTS,
  ...CERTIFICATES,
  ...DESK,
  ...BOOTSTRAP,
  CLUSTER_ACCESS,
  ...SERVICE,
];

export { VALUES } from './values.ts';
