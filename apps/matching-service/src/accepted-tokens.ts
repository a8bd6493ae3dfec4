import { timingSafeEqual } from 'node:crypto';
import {
  GetSecretValueCommand,
  ResourceNotFoundException,
  type SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';

/** Milliseconds: how soon a rotated token is accepted. */
const KEPT_FOR = 60_000;

/** The shortest token that is accepted: a shorter one is a mistake in the secret. */
const LEAST_LENGTH = 16;

/**
 * The bearer tokens that callers may present: the secret's current value and, so that a rotation cuts nobody off, the
 * one before it.
 */
export class AcceptedTokens {
  private readonly client: SecretsManagerClient;
  private readonly secretArn: string;
  private kept: { readonly tokens: readonly string[]; readonly until: number } | undefined;

  constructor(client: SecretsManagerClient, secretArn: string) {
    this.client = client;
    this.secretArn = secretArn;
  }

  /** Whether an `Authorization` header carries an accepted token. Compared in constant time. */
  async accept(authorization: string | undefined): Promise<boolean> {
    const given = Buffer.from(authorization ?? '');
    let accepted = false;
    for (const token of await this.read()) {
      const expected = Buffer.from(`Bearer ${token}`);
      if (given.length === expected.length && timingSafeEqual(given, expected)) accepted = true;
    }
    return accepted;
  }

  /** @throws where the secret cannot be read and none is kept */
  async read(): Promise<readonly string[]> {
    if (this.kept && Date.now() < this.kept.until) return this.kept.tokens;
    const [current, previous] = await Promise.all([this.version('AWSCURRENT'), this.version('AWSPREVIOUS')]);
    const tokens = [current, previous].filter(
      (token) => token !== undefined && token.length >= LEAST_LENGTH,
    ) as string[];
    if (tokens.length === 0) {
      throw new Error(`The secret ${this.secretArn} holds no token of at least ${LEAST_LENGTH} characters.`);
    }
    this.kept = { tokens, until: Date.now() + KEPT_FOR };
    return tokens;
  }

  private async version(stage: 'AWSCURRENT' | 'AWSPREVIOUS'): Promise<string | undefined> {
    try {
      const command = new GetSecretValueCommand({ SecretId: this.secretArn, VersionStage: stage });
      return (await this.client.send(command)).SecretString;
    } catch (error) {
      // Before the first rotation there is no previous version.
      if (stage === 'AWSPREVIOUS' && error instanceof ResourceNotFoundException) return undefined;
      throw error;
    }
  }
}
