import type { Source } from './source.ts';

/** The environments there are. `local` is the sandbox on one machine. */
export const ENVIRONMENTS = ['local', 'development', 'staging', 'production'] as const;

export type EnvironmentName = (typeof ENVIRONMENTS)[number];

/** CloudWatch namespaces; the first is fixed by the specification (P10). */
export const METRIC_NAMESPACES = {
  processor: 'TradeMatching/Lambda',
  matchingService: 'TradeMatching/Service',
  cases: 'TradeMatching/Cases',
  desk: 'TradeMatching/Desk',
} as const;

export type ResourceNames = ReturnType<typeof resourceNames>;

/**
 * The name of every resource of an environment. `infra` creates by these names, the apps and the sandbox find by
 * them; nobody spells a name a second time.
 *
 * @param account the AWS account id, 12 digits: it makes the bucket names globally unique
 */
export function resourceNames(environment: EnvironmentName, account: string) {
  return {
    stack: `trade-matching-${environment}`,
    documentsBucket: `trade-documents-${environment}-${account}`,
    accessLogBucket: `trade-documents-logs-${environment}-${account}`,
    documentQueue: {
      BANK: `bank-documents-${environment}`,
      COUNTERPARTY: `counterparty-documents-${environment}`,
    } satisfies Record<Source, string>,
    documentDeadLetterQueue: {
      BANK: `bank-documents-dlq-${environment}`,
      COUNTERPARTY: `counterparty-documents-dlq-${environment}`,
    } satisfies Record<Source, string>,
    failedProcessingQueue: `failed-processing-${environment}`,
    failedProcessingDeadLetterQueue: `failed-processing-dlq-${environment}`,
    processorFunction: `trade-document-processor-${environment}`,
    failuresFunction: `trade-document-failures-${environment}`,
    sweepFunction: `trade-case-sweep-${environment}`,
    /** EventBridge's rule that starts the sweep. */
    sweepSchedule: `trade-case-sweep-${environment}`,
    /** Starts of the sweep that EventBridge could not deliver. */
    sweepDeadLetterQueue: `trade-case-sweep-dlq-${environment}`,
    matchingService: `trade-matching-service-${environment}`,
    /** The desk's role. */
    desk: `trade-matching-desk-${environment}`,
    documentsTable: `documents-${environment}`,
    tradesTable: `trades-${environment}`,
    casesTable: `cases-${environment}`,
    notificationsTopic: `trade-processing-notifications-${environment}`,
    /** Every alarm, to the team's mailbox. */
    alarmsTopic: `trade-matching-alarms-${environment}`,
    /** What somebody is woken for. */
    pagesTopic: `trade-matching-pages-${environment}`,
    processorLogGroup: `/aws/lambda/trade-document-processor-${environment}`,
    failuresLogGroup: `/aws/lambda/trade-document-failures-${environment}`,
    sweepLogGroup: `/aws/lambda/trade-case-sweep-${environment}`,
    /** The security group of the service's load balancer, by its tag `Name`: the manifests ask for it by this. */
    serviceLoadBalancer: `trade-matching-service-lb-${environment}`,
    serviceLogGroup: `/trade-matching/matching-service-${environment}`,
    /** The security group of the desk's load balancer, by its tag `Name`. */
    deskLoadBalancer: `trade-matching-desk-lb-${environment}`,
    deskLogGroup: `/trade-matching/desk-${environment}`,
    auditLogGroup: `/aws/cloudtrail/trade-documents-audit-${environment}`,
    serviceTokenSecret: `trade-matching-service-token-${environment}`,
    serviceRepository: 'trade-matching-service',
    deskRepository: 'trade-matching-desk',
    auditTrail: `trade-documents-audit-${environment}`,
    auditTrailBucket: `trade-documents-audit-${environment}-${account}`,
    uploadRole: `trade-document-upload-${environment}`,
    dashboard: `TradeDocumentProcessing-${environment}`,
  } as const;
}
