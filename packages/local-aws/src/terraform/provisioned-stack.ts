/** A function of the stack, with what it runs under in AWS. */
export interface FunctionDefinition {
  readonly name: string;
  /** The zip that would be uploaded. */
  readonly archive: string;
  readonly handler: string;
  /** Seconds. */
  readonly timeout: number;
  /** MB. */
  readonly memory: number;
  readonly environment: Readonly<Record<string, string>>;
  /** Invocations at a time, over all its event sources. */
  readonly reservedConcurrency: number;
}

/** A queue that feeds a function. */
export interface EventSourceMapping {
  readonly functionName: string;
  readonly queueArn: string;
  readonly queueUrl: string;
  readonly batchSize: number;
  /** Seconds. */
  readonly batchingWindow: number;
  /** Whether the answer names the messages that failed. Without, one failure fails the batch. */
  readonly reportsBatchItemFailures: boolean;
  readonly maximumConcurrency: number;
}

/** A rule of EventBridge that starts a function again and again. */
export interface Schedule {
  readonly ruleArn: string;
  readonly everyMs: number;
  readonly functionName: string;
  readonly functionArn: string;
  /** Where starts go that cannot be delivered. */
  readonly deadLetters?: { readonly arn: string; readonly url: string };
}

/** Whom a function's own policy lets invoke it. */
export interface FunctionPermission {
  readonly functionName: string;
  readonly action: string;
  readonly principal: string;
  readonly sourceArn?: string;
  readonly sourceAccount?: string;
}

/** The embedded AWS as the stack wants it, and what is left to run. */
export interface ProvisionedStack {
  readonly functions: readonly FunctionDefinition[];
  readonly eventSourceMappings: readonly EventSourceMapping[];
  readonly schedules: readonly Schedule[];
  readonly functionPermissions: readonly FunctionPermission[];
  /** Every resource's attributes by its address, references resolved. */
  readonly resources: ReadonlyMap<string, Readonly<Record<string, unknown>>>;
  readonly outputs: Readonly<Record<string, unknown>>;
}
