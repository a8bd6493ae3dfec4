import { CloudwatchDashboard } from '@cdktf/provider-aws/lib/cloudwatch-dashboard/index.js';
import { dashboardBody } from '@trade-matching/dashboards';
import { Construct } from 'constructs';
import type { Environment } from '../environments/index.ts';

export interface DashboardOptions {
  readonly environment: Environment;
  readonly name: string;
}

/** Is it healthy, where is it stuck, why (O2). */
export class Dashboard extends Construct {
  constructor(scope: Construct, id: string, { environment, name }: DashboardOptions) {
    super(scope, id);
    new CloudwatchDashboard(this, 'dashboard', {
      dashboardName: name,
      dashboardBody: JSON.stringify(dashboardBody(environment)),
    });
  }
}
