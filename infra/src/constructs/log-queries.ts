import { CloudwatchQueryDefinition } from '@cdktf/provider-aws/lib/cloudwatch-query-definition/index.js';
import { logQueries } from '@trade-matching/dashboards';
import { Construct } from 'constructs';
import type { Environment } from '../environments/index.ts';

/** The saved queries of CloudWatch Logs Insights, in a folder of the environment. */
export class LogQueries extends Construct {
  constructor(scope: Construct, id: string, environment: Environment) {
    super(scope, id);
    for (const { id: query, name, logGroups, query: queryString } of logQueries(environment)) {
      new CloudwatchQueryDefinition(this, query, { name, logGroupNames: [...logGroups], queryString });
    }
  }
}
