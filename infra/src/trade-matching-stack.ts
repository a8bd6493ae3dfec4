import { CASES_TABLE, DOCUMENTS_TABLE, resourceNames, type Source, TRADES_TABLE } from '@trade-matching/domain';
import { TerraformOutput, TerraformStack, TerraformVariable } from 'cdktf';
import type { Construct } from 'constructs';
import { AccessLogBucket } from './constructs/access-log-bucket.ts';
import { AlarmTopic } from './constructs/alarm-topic.ts';
import { Alarms } from './constructs/alarms.ts';
import { AuditTrail } from './constructs/audit-trail.ts';
import { CaseSweep } from './constructs/case-sweep.ts';
import { Dashboard } from './constructs/dashboard.ts';
import { DeskAccess } from './constructs/desk-access.ts';
import { DeskNetwork } from './constructs/desk-network.ts';
import { DocumentBucket } from './constructs/document-bucket.ts';
import { DocumentProcessor } from './constructs/document-processor.ts';
import { DocumentQueue } from './constructs/document-queue.ts';
import { EncryptionKey } from './constructs/encryption-key.ts';
import { FAILURES_TIMEOUT, FailureHandler } from './constructs/failure-handler.ts';
import { LogQueries } from './constructs/log-queries.ts';
import { NotificationsTopic } from './constructs/notifications-topic.ts';
import { PrivateName } from './constructs/private-name.ts';
import type { FunctionNetwork } from './constructs/queue-function.ts';
import { RecordsTable, type TableShape } from './constructs/records-table.ts';
import { ServiceAccess } from './constructs/service-access.ts';
import { ServiceNetwork } from './constructs/service-network.ts';
import { ServiceToken } from './constructs/service-token.ts';
import { UploadRole } from './constructs/upload-role.ts';
import { DELIVERY } from './delivery.ts';
import type { Environment } from './environments/index.ts';
import { addProviderAndState } from './provider-and-state.ts';

/** Seconds. Q2: six times the function's timeout and the batching window. */
const DOCUMENT_VISIBILITY = 6 * DELIVERY.timeout + DELIVERY.batchingWindow;
/** Seconds. Q1: six times the timeout of the function that looks at failures. */
const FAILURE_VISIBILITY = 6 * FAILURES_TIMEOUT;

type Names = ReturnType<typeof resourceNames>;

/** What most parts of the stack are built with. */
interface Foundation {
  readonly environment: Environment;
  readonly names: Names;
  readonly keyArn: string;
  readonly bucketArn: string;
  readonly accessLogs: AccessLogBucket;
}

/** What documents pass through. */
interface Documents {
  readonly bucket: DocumentBucket['bucket'];
  readonly queues: Readonly<Record<Source, DocumentQueue>>;
  readonly failedQueue: DocumentQueue;
}

/** What is known of documents and trades, and who is notified. */
interface Records {
  readonly ledger: RecordsTable['table'];
  readonly trades: RecordsTable['table'];
  readonly cases: RecordsTable['table'];
  readonly topic: NotificationsTopic['topic'];
  readonly token: ServiceToken;
}

/** One environment: the bucket and its queues, the function between them, the tables and the topic. */
export class TradeMatchingStack extends TerraformStack {
  constructor(scope: Construct, environment: Environment) {
    const names = resourceNames(environment.name, environment.account);
    super(scope, names.stack);
    addProviderAndState(this, environment, names.stack);
    const foundation = this.addFoundation(environment, names);
    const documents = this.addDocuments(foundation);
    const records = this.addRecords(foundation);
    const network = this.addNetwork(foundation);
    this.addFunctions(foundation, documents, records, network);
    this.addSweep(foundation, records, network);
    this.addService(foundation, documents, records);
    this.addDesk(foundation, documents, records, this.addAccessAndAudit(foundation, documents));
    this.addObservability(foundation);
  }

  private addFoundation(environment: Environment, names: Names): Foundation {
    const bucketArn = `arn:aws:s3:::${names.documentsBucket}`;
    const key = new EncryptionKey(this, 'key', {
      environment,
      alias: `alias/${names.stack}`,
      description: `Documents, queues, tables and logs of ${names.stack}`,
      notifyingBucketArn: bucketArn,
      trailArn: `arn:aws:cloudtrail:${environment.region}:${environment.account}:trail/${names.auditTrail}`,
      scheduleArn: `arn:aws:events:${environment.region}:${environment.account}:rule/${names.sweepSchedule}`,
    });
    const accessLogs = new AccessLogBucket(this, 'access-logs', {
      environment,
      name: names.accessLogBucket,
      loggedBucketArns: [bucketArn, `arn:aws:s3:::${names.auditTrailBucket}`],
    });
    return { environment, names, keyArn: key.arn, bucketArn, accessLogs };
  }

  private addDocuments({ environment, names, keyArn, bucketArn, accessLogs }: Foundation): Documents {
    const documents = new DocumentBucket(this, 'documents', {
      environment,
      name: names.documentsBucket,
      keyArn,
      accessLogs,
    });
    const common = { keyArn, account: environment.account, bucketArn, deadLetterVisibility: FAILURE_VISIBILITY };
    const failed = new DocumentQueue(this, 'failed-queue', {
      ...common,
      name: names.failedProcessingQueue,
      deadLetterName: names.failedProcessingDeadLetterQueue,
      visibilityTimeout: FAILURE_VISIBILITY,
    });
    const documentQueue = (id: string, source: Source) =>
      new DocumentQueue(this, id, {
        ...common,
        name: names.documentQueue[source],
        deadLetterName: names.documentDeadLetterQueue[source],
        visibilityTimeout: DOCUMENT_VISIBILITY,
      });
    const queues = {
      BANK: documentQueue('bank-queue', 'BANK'),
      COUNTERPARTY: documentQueue('counterparty-queue', 'COUNTERPARTY'),
    };
    documents.notify([
      { prefix: 'BANK/', queue: queues.BANK },
      { prefix: 'COUNTERPARTY/', queue: queues.COUNTERPARTY },
      { prefix: 'FAILED/', queue: failed },
      { prefix: 'QUARANTINE/', queue: failed },
    ]);
    return { bucket: documents.bucket, queues, failedQueue: failed };
  }

  private addRecords({ environment, names, keyArn }: Foundation): Records {
    const table = (id: string, name: string, shape: TableShape) =>
      new RecordsTable(this, id, { name, shape, keyArn, protected: environment.protected }).table;
    const ledger = table('ledger', names.documentsTable, DOCUMENTS_TABLE);
    const trades = table('trades', names.tradesTable, TRADES_TABLE);
    const cases = table('cases', names.casesTable, CASES_TABLE);
    const { topic } = new NotificationsTopic(this, 'notifications', {
      name: names.notificationsTopic,
      keyArn,
      alertEmail: environment.alertEmail,
    });

    const local = environment.matchingService === undefined;
    const token = new ServiceToken(this, 'service-token', {
      environment,
      name: names.serviceTokenSecret,
      keyArn,
      ...(local ? { value: this.input('service_token', "The matching service's bearer token", true) } : {}),
    });
    return { ledger, trades, cases, topic, token };
  }

  /** Where the functions stand; nowhere in `local`. */
  private addNetwork({ environment, names }: Foundation): FunctionNetwork | undefined {
    const { desk, network, matchingService } = environment;
    if (!network || !matchingService) return undefined;
    const { securityGroup, loadBalancerGroup, port } = new ServiceNetwork(this, 'network', {
      name: names.processorFunction,
      loadBalancerName: names.serviceLoadBalancer,
      network,
      serviceEndpoint: new URL(matchingService.endpoint),
    });
    if (desk) {
      new DeskNetwork(this, 'desk-network', {
        name: names.deskLoadBalancer,
        vpcId: network.vpcId,
        desk,
        serviceLoadBalancerGroupId: loadBalancerGroup.id,
        servicePort: port,
      });
    }
    return { subnetIds: network.subnetIds, securityGroupIds: [securityGroup.id] };
  }

  private addSweep(
    { environment, names, keyArn }: Foundation,
    { trades, cases, topic }: Records,
    network: FunctionNetwork | undefined,
  ): void {
    new CaseSweep(this, 'case-sweep', {
      environment,
      name: names.sweepFunction,
      scheduleName: names.sweepSchedule,
      deadLetterName: names.sweepDeadLetterQueue,
      keyArn,
      trades: { name: trades.name, arn: trades.arn },
      cases: { name: cases.name, arn: cases.arn },
      topicArn: topic.arn,
      network,
    });
  }

  private addFunctions(
    { environment, names, keyArn }: Foundation,
    { bucket, queues, failedQueue }: Documents,
    { ledger, topic, token }: Records,
    network: FunctionNetwork | undefined,
  ): void {
    new DocumentProcessor(this, 'processor', {
      environment,
      name: names.processorFunction,
      keyArn,
      queues,
      bucket: { name: bucket.bucket, arn: bucket.arn },
      ledger: { name: ledger.name, arn: ledger.arn },
      topicArn: topic.arn,
      serviceEndpoint:
        environment.matchingService?.endpoint ??
        this.input('matching_service_endpoint', 'The URL that documents are posted to'),
      tokenSecretArn: token.secret.arn,
      network,
    });
    new FailureHandler(this, 'failures', {
      environment,
      name: names.failuresFunction,
      keyArn,
      queues,
      failedQueue,
      bucket: { name: bucket.bucket, arn: bucket.arn },
      ledger: { name: ledger.name, arn: ledger.arn },
      topicArn: topic.arn,
      network,
    });
  }

  private addService(
    { environment, names, keyArn }: Foundation,
    { bucket }: Documents,
    { trades, cases, topic, token }: Records,
  ): void {
    const service = new ServiceAccess(this, 'service', {
      environment,
      name: names.matchingService,
      repository: names.serviceRepository,
      logGroup: names.serviceLogGroup,
      keyArn,
      bucketArn: bucket.arn,
      tradesTableArn: trades.arn,
      casesTableArn: cases.arn,
      topicArn: topic.arn,
      tokenSecretArn: token.secret.arn,
    });
    new TerraformOutput(this, 'matching_service_environment', {
      staticId: true,
      description: "What the matching service's container is configured with",
      value: {
        DOCUMENTS_BUCKET: bucket.bucket,
        TRADES_TABLE: trades.name,
        CASES_TABLE: cases.name,
        SNS_TOPIC_ARN: topic.arn,
        SERVICE_TOKEN_SECRET_ARN: token.secret.arn,
        LOG_LEVEL: environment.processor.logLevel.toLowerCase(),
        ...(environment.matchingService?.fallbackModelId === undefined
          ? {}
          : { FALLBACK_MODEL_ID: environment.matchingService.fallbackModelId }),
      },
    });
    new TerraformOutput(this, 'service_repository_url', {
      staticId: true,
      description: "Where the matching service's image is pushed",
      value: service.repository.repositoryUrl,
    });
    this.addServiceName(environment);
  }

  private addServiceName({ matchingService, network, region, protected: kept }: Environment): void {
    if (!matchingService || !network) return;
    const host = new URL(matchingService.endpoint).hostname;
    const { zone } = new PrivateName(this, 'service-name', { host, vpcId: network.vpcId, region, protected: kept });
    new TerraformOutput(this, 'matching_service_name', {
      staticId: true,
      description: 'The name that the deployment points at the load balancer, and its zone',
      value: { HOST: host, ZONE_ID: zone.zoneId },
    });
  }

  private addAccessAndAudit({ environment, names, keyArn, accessLogs }: Foundation, { bucket }: Documents): UploadRole {
    const upload = new UploadRole(this, 'upload', {
      name: names.uploadRole,
      account: environment.account,
      region: environment.region,
      bucketArn: bucket.arn,
      keyArn,
    });
    new AuditTrail(this, 'audit', {
      environment,
      name: names.auditTrail,
      bucketName: names.auditTrailBucket,
      keyArn,
      accessLogs,
      documentsBucketArn: bucket.arn,
    });
    return upload;
  }

  private addDesk(
    { environment, names, keyArn }: Foundation,
    { bucket }: Documents,
    { ledger, trades, cases, token }: Records,
    { role: uploadRole }: UploadRole,
  ): void {
    const { repository } = new DeskAccess(this, 'desk', {
      environment,
      name: names.desk,
      repository: names.deskRepository,
      logGroup: names.deskLogGroup,
      keyArn,
      bucketArn: bucket.arn,
      ledgerTableArn: ledger.arn,
      tradesTableArn: trades.arn,
      casesTableArn: cases.arn,
      tokenSecretArn: token.secret.arn,
      uploadRoleArn: uploadRole.arn,
    });
    new TerraformOutput(this, 'desk_repository_url', {
      staticId: true,
      description: "Where the desk's image is pushed",
      value: repository.repositoryUrl,
    });
  }

  private addObservability({ environment, names, keyArn }: Foundation): void {
    const alarmTopic = (id: string, name: string, email: string | undefined) =>
      new AlarmTopic(this, id, { name, keyArn, account: environment.account, email }).topic.arn;
    const { alertEmail, pagerEmail = alertEmail } = environment;
    new Alarms(this, 'alarms', {
      environment,
      alarmsTopicArn: alarmTopic('alarms-topic', names.alarmsTopic, alertEmail),
      pagesTopicArn: alarmTopic('pages-topic', names.pagesTopic, pagerEmail),
    });
    new Dashboard(this, 'dashboard', { environment, name: names.dashboard });
    new LogQueries(this, 'log-queries', environment);
  }

  /** What is only known when the stack is applied. */
  private input(name: string, description: string, sensitive = false): string {
    return new TerraformVariable(this, name, { type: 'string', description, sensitive }).stringValue;
  }
}
