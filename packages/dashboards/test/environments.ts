import { ENVIRONMENTS } from '@trade-matching/domain';
import type { MonitoredEnvironment } from '../src/index.ts';

/** Unlike each other in everything, so that what one has of another's shows. */
export const environments: readonly MonitoredEnvironment[] = ENVIRONMENTS.map((name, i) => ({
  name,
  account: String(i + 1).repeat(12),
  region: `eu-west-${i + 1}`,
  runbookUrl: `https://runbooks.bank.example/${name}/runbook.md`,
}));
