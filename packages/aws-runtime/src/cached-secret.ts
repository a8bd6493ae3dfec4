import {
  GetSecretValueCommand,
  ResourceNotFoundException,
  type SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';

/** The secret holds no text. */
export class EmptySecretError extends Error {
  override readonly name = 'EmptySecretError';

  constructor(secretArn: string) {
    super(`The secret ${secretArn} holds no text.`);
  }
}

export interface CachedSecretOptions {
  readonly secretArn: string;
  /** Milliseconds: a rotated value is taken up within this time. */
  readonly keptFor: number;
  /** Also read the value before the current one, so that a rotation cuts nobody off. */
  readonly withPrevious?: boolean;
  /** Milliseconds since the epoch. */
  readonly now?: () => number;
}

/** Milliseconds between two questions to Secrets Manager, however many reads there are and however they fail. */
const MIN_INTERVAL_MS = 1_000;
/** After a failure. */
const RETRY_MS = 5_000;
/** How long the values outlast their time while Secrets Manager does not answer. */
const MAX_STALE_MS = 24 * 60 * 60_000;

/**
 * A secret's values, the current one first, read from Secrets Manager once and kept for a time. While Secrets Manager
 * does not answer they stay; where it answers that there is no such secret, or no right to it, they do not. Reads share
 * one question.
 */
export class CachedSecret {
  private readonly client: SecretsManagerClient;
  private readonly options: CachedSecretOptions;
  private readonly now: () => number;
  private kept: { readonly values: readonly string[]; readonly at: number; readonly until: number } | undefined;
  private flight: Promise<readonly string[]> | undefined;
  private failure: { readonly error: unknown } | undefined;
  /** The next question is not asked before. */
  private askAfter = 0;

  constructor(client: SecretsManagerClient, options: CachedSecretOptions) {
    this.client = client;
    this.options = options;
    this.now = options.now ?? Date.now;
  }

  /**
   * Reads the values.
   *
   * @throws {EmptySecretError} where the current value is no text
   */
  async read(): Promise<readonly string[]> {
    if (this.flight) return this.flight;
    if (this.kept && this.now() < this.kept.until) return this.kept.values;
    if (this.now() < this.askAfter) {
      if (this.failure) return this.stale(this.failure.error);
      if (this.kept) return this.kept.values;
    }
    this.flight = this.ask().finally(() => {
      this.flight = undefined;
    });
    return this.flight;
  }

  /** The next read asks Secrets Manager again, though not twice within a second. */
  forget(): void {
    if (this.kept) this.kept = { ...this.kept, until: 0 };
  }

  private async ask(): Promise<readonly string[]> {
    try {
      const values = await this.fetch();
      const at = this.now();
      this.kept = { values, at, until: at + this.options.keptFor };
      this.failure = undefined;
      this.askAfter = at + MIN_INTERVAL_MS;
      return values;
    } catch (error) {
      this.failure = { error };
      if (!isOutage(error)) this.kept = undefined;
      this.askAfter = this.now() + RETRY_MS;
      return this.stale(error);
    }
  }

  /** The values that Secrets Manager gave last, where it is out of order; otherwise its error. */
  private stale(error: unknown): readonly string[] {
    if (this.kept && this.now() < this.kept.at + this.options.keptFor + MAX_STALE_MS) {
      return this.kept.values;
    }
    throw error;
  }

  private async fetch(): Promise<readonly string[]> {
    const { secretArn, withPrevious = false } = this.options;
    const [current, previous] = await Promise.all([
      this.version('AWSCURRENT'),
      withPrevious ? this.version('AWSPREVIOUS') : undefined,
    ]);
    if (!current) throw new EmptySecretError(secretArn);
    return previous ? [current, previous] : [current];
  }

  private async version(VersionStage: 'AWSCURRENT' | 'AWSPREVIOUS'): Promise<string | undefined> {
    try {
      const SecretId = this.options.secretArn;
      return (await this.client.send(new GetSecretValueCommand({ SecretId, VersionStage }))).SecretString;
    } catch (error) {
      // Before the first rotation there is no previous version.
      if (VersionStage === 'AWSPREVIOUS' && error instanceof ResourceNotFoundException) return undefined;
      throw error;
    }
  }
}

/** Answers about the secret, or the right to it. Every other failure says nothing of it. Source: GetSecretValue, API reference. */
const FINAL: ReadonlySet<string> = new Set([
  'AccessDeniedException',
  'DecryptionFailure',
  'EmptySecretError',
  'InvalidRequestException',
  'ResourceNotFoundException',
]);

function isOutage(error: unknown): boolean {
  return !(error instanceof Error && FINAL.has(error.name));
}
