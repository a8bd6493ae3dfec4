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
}

/** A secret's values, the current one first, read from Secrets Manager once and kept for a time. */
export class CachedSecret {
  private readonly client: SecretsManagerClient;
  private readonly options: CachedSecretOptions;
  private kept: { readonly values: Promise<readonly string[]>; readonly until: number } | undefined;

  constructor(client: SecretsManagerClient, options: CachedSecretOptions) {
    this.client = client;
    this.options = options;
  }

  /** @throws {EmptySecretError} where the current value is no text */
  read(): Promise<readonly string[]> {
    if (this.kept && Date.now() < this.kept.until) return this.kept.values;
    const values = this.fetch();
    this.kept = { values, until: Date.now() + this.options.keptFor };
    // A failure is not kept: the next read tries again.
    values.catch(() => this.forget());
    return values;
  }

  /** The next read asks Secrets Manager again. */
  forget(): void {
    this.kept = undefined;
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
