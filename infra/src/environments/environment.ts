import { ENVIRONMENTS, type EnvironmentName } from '@trade-matching/domain';
import * as z from 'zod';
import { FAILURES_CONCURRENCY } from '../delivery.ts';

const origin = z
  .string()
  .regex(/^https:\/\/[a-z0-9.-]+(:\d+)?$/, 'an origin such as https://portal.bank.example, without a path, never *');

const securityGroup = z.string().regex(/^sg-[0-9a-f]+$/, 'a security group id');
const prefixList = z.string().regex(/^pl-[0-9a-f]+$/, 'the id of a prefix list');

const schema = z.strictObject({
  name: z.enum(ENVIRONMENTS),
  account: z.string().regex(/^\d{12}$/, 'an AWS account id of 12 digits'),
  region: z.string().regex(/^[a-z]{2}(-[a-z]+)+-\d$/, 'an AWS region such as eu-west-1'),
  /** Where browsers upload from (D4). */
  portalOrigins: z.array(origin).min(1, 'at least one origin that browsers upload from'),
  /** Who is mailed errors and mismatches (A3). None in `local`. */
  alertEmail: z.email('an e-mail address').optional(),
  /** The mailbox of the pager, which wakes somebody; pages go to `alertEmail` where there is none. */
  pagerEmail: z.email('an e-mail address').optional(),
  /** Where people read `docs/runbook.md`: alarms and the dashboard link to its sections. */
  runbookUrl: z.url({ protocol: /^https$/, error: 'the URL at which docs/runbook.md is read' }),
  /** Absent in `local`, where the sandbox says where the service listens. */
  matchingService: z
    .strictObject({
      /** Inside the VPC, path included; the load balancer's certificate is for its host. */
      endpoint: z.url({ protocol: /^https$/, error: 'the URL that documents are posted to, over https' }),
      clusterName: z.string().min(1, 'the name of the EKS cluster'),
      /** Asked about what the rules cannot read; nobody is asked where it is absent. */
      fallbackModelId: z
        .string()
        .regex(/^[a-z0-9-]+\.[\w.:-]+$/, 'the id of a foundation model in this region, such as amazon.nova-lite-v1:0')
        .optional(),
    })
    .optional(),
  /** The console where people decide breaks. Absent in `local`, where the sandbox starts it. */
  desk: z
    .strictObject({
      /** What people type; the load balancer's certificate is for it. */
      host: z
        .string()
        .regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, 'the host at which people reach the desk, without https://'),
      /** Where people sit: the load balancer lets in nobody else. */
      clientNetworks: z
        .array(
          z
            .cidrv4('a network such as 10.20.0.0/16')
            .refine((cidr) => !cidr.endsWith('/0'), 'a network of the bank, never all'),
        )
        .min(1, 'at least one network that people come from'),
      /** Of the cluster: its pods call the matching service. */
      podsSecurityGroupId: securityGroup,
    })
    .optional(),
  network: z
    .strictObject({
      vpcId: z.string().regex(/^vpc-[0-9a-f]+$/, 'a VPC id'),
      subnetIds: z.array(z.string().regex(/^subnet-[0-9a-f]+$/, 'a subnet id')).min(2, 'subnets in two zones'),
      /** Of the VPC's interface endpoints; the stack adds the rule that lets the functions in. */
      endpointsSecurityGroupId: securityGroup,
      /** Of the VPC's gateway endpoints. */
      s3PrefixListId: prefixList,
      dynamodbPrefixListId: prefixList,
    })
    .optional(),
  processor: z.strictObject({
    /** MB. */
    memory: z.number().int().min(128).max(10_240),
    /** P1: the sum of both queues' concurrency stays within it. */
    reservedConcurrency: z.number().int().min(4),
    /** Of each queue; AWS takes 2 and more. */
    concurrencyPerQueue: z.number().int().min(2),
    /** Seconds. */
    processingTimeout: z.number().int().min(1).max(280, 'less than the 300 s of an invocation'),
    logLevel: z.enum(['DEBUG', 'INFO', 'WARN', 'ERROR']),
  }),
  /** Lambda's quota of the account: new ones have 10 (Service Quotas, Concurrent executions). */
  accountConcurrency: z.number().int().positive().default(1000),
  /** Whether the functions reserve their concurrency; an account whose quota is too small for it cannot. */
  reserveConcurrency: z.boolean().default(true),
  logRetentionDays: z.number().int().positive(),
  /** Deletion protection and point-in-time recovery of the tables, and no bucket is deleted with its objects (A4). */
  protected: z.boolean(),
  /** Where Terraform keeps its state; absent in `local`, whose state is a file. */
  state: z.strictObject({ bucket: z.string().min(3), kmsKeyAlias: z.string().startsWith('alias/') }).optional(),
  /** Who deploys: GitHub's jobs. Absent in `local`. */
  delivery: z
    .strictObject({
      /** As GitHub's tokens begin: repositories made after 18 June 2026 have their ids in it. */
      repositorySubject: z.string().regex(/^repo:[\w.-]+\/[\w.-]+$/, 'repo:OWNER-<id>/REPOSITORY-<id>'),
      /** `existing` where the account has GitHub's identity provider already; the bootstrap makes it otherwise. */
      githubProvider: z.enum(['created', 'existing']).default('created'),
    })
    .optional(),
});

/** Lambda leaves so many executions of an account unreserved (AWS Lambda Developer Guide, reserved concurrency). */
const KEPT_UNRESERVED = 100;

/** What differs between environments. Everything else is the same everywhere. */
export type Environment = z.infer<typeof schema>;

/** An environment's file holds a value that does not fit; the message names the environment and the value. */
export class EnvironmentError extends Error {
  override readonly name = 'EnvironmentError';
}

/**
 * Checks an environment's values.
 *
 * @throws {EnvironmentError} naming the first that is missing or wrong
 */
export function readEnvironment(values: z.input<typeof schema> & { name: EnvironmentName }): Environment {
  const parsed = schema.safeParse(values);
  const where = `infra/src/environments/${values.name}.ts`;
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new EnvironmentError(`${where}: ${issue?.path.join('.') || 'the whole'}: ${issue?.message}`);
  }
  const environment = parsed.data;
  const { reservedConcurrency, concurrencyPerQueue } = environment.processor;
  if (2 * concurrencyPerQueue > reservedConcurrency) {
    throw new EnvironmentError(
      `${where}: processor.concurrencyPerQueue: both queues together (${2 * concurrencyPerQueue}) are over processor.reservedConcurrency (${reservedConcurrency}): throttled messages would burn receives`,
    );
  }
  const tooMuch = concurrencyFault(environment);
  if (tooMuch !== undefined) throw new EnvironmentError(`${where}: ${tooMuch}`);
  if (environment.name !== 'local') {
    for (const name of ['matchingService', 'desk', 'network', 'state', 'delivery', 'alertEmail'] as const) {
      if (environment[name] === undefined) throw new EnvironmentError(`${where}: ${name}: is missing`);
    }
  }
  if (environment.desk && !environment.portalOrigins.includes(`https://${environment.desk.host}`)) {
    throw new EnvironmentError(
      `${where}: portalOrigins: lacks https://${environment.desk.host}: people upload from the desk`,
    );
  }
  return environment;
}

/**
 * What AWS would refuse in the middle of an apply, or what would throttle every function of the account, where its quota is
 * `accountConcurrency`; undefined where it is enough.
 */
export function concurrencyFault({
  processor,
  accountConcurrency,
  reserveConcurrency,
}: Environment): string | undefined {
  const failures = FAILURES_CONCURRENCY.perQueue * FAILURES_CONCURRENCY.queues;
  const reserved = processor.reservedConcurrency + failures;
  if (reserveConcurrency && reserved + KEPT_UNRESERVED > accountConcurrency) {
    return `accountConcurrency: ${accountConcurrency} is too little to reserve ${processor.reservedConcurrency} for documents and ${failures} for failures, since Lambda keeps ${KEPT_UNRESERVED} for others: ask for ${reserved + KEPT_UNRESERVED} (Service Quotas, AWS Lambda, Concurrent executions), or set reserveConcurrency to false`;
  }
  const used = 2 * processor.concurrencyPerQueue + failures;
  if (!reserveConcurrency && used > accountConcurrency) {
    return `processor.concurrencyPerQueue: the queues together (${used}) are over accountConcurrency (${accountConcurrency}): throttled messages would burn receives`;
  }
  return undefined;
}
