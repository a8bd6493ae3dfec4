import { timingSafeEqual } from 'node:crypto';
import type { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { CachedSecret } from '@trade-matching/aws-runtime';

/** Milliseconds: how soon a rotated token is accepted. */
const KEPT_FOR = 60_000;

const BEARER = 'Bearer ';

/** A shorter token is a mistake in the secret. */
const MIN_LENGTH = 16;

/** The secret holds no token that can be accepted. */
export class NoTokenError extends Error {
  override readonly name = 'NoTokenError';
}

/**
 * The bearer tokens that callers may present: the secret's current value and, so that a rotation cuts nobody off, the
 * one before it.
 */
export class AcceptedTokens {
  private readonly secret: CachedSecret;
  private readonly secretArn: string;

  constructor(client: SecretsManagerClient, secretArn: string, now: () => number = Date.now) {
    this.secret = new CachedSecret(client, { secretArn, keptFor: KEPT_FOR, withPrevious: true, now });
    this.secretArn = secretArn;
  }

  /** Whether an `Authorization` header carries an accepted token. Compared in constant time. */
  async accept(authorization: string | undefined): Promise<boolean> {
    // Who shows none is turned away without a question to Secrets Manager.
    if (!authorization?.startsWith(BEARER)) return false;
    const given = Buffer.from(authorization);
    let accepted = false;
    for (const token of await this.read()) {
      const expected = Buffer.from(BEARER + token);
      if (given.length === expected.length && timingSafeEqual(given, expected)) accepted = true;
    }
    return accepted;
  }

  /**
   * Reads the tokens.
   *
   * @throws {NoTokenError} where none is long enough
   */
  async read(): Promise<readonly string[]> {
    const tokens = (await this.secret.read()).filter((token) => token.length >= MIN_LENGTH);
    if (tokens.length === 0) {
      throw new NoTokenError(`The secret ${this.secretArn} holds no token of at least ${MIN_LENGTH} characters.`);
    }
    return tokens;
  }
}
