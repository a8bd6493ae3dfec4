import type { EnvironmentName } from '@trade-matching/domain';

/** What differs between environments. Every name, region and account on a dashboard or in an alarm comes from it. */
export interface MonitoredEnvironment {
  readonly name: EnvironmentName;
  /** 12 digits. */
  readonly account: string;
  readonly region: string;
  /** Where people read the runbook: sections are linked to by their anchors. */
  readonly runbookUrl: string;
}
