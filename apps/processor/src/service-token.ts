import { GetSecretValueCommand, type SecretsManagerClient } from '@aws-sdk/client-secrets-manager';

/** Milliseconds: a rotated token is taken up within this time, or at once when the old one is refused. */
const KEPT_FOR = 300_000;

/** The secret holds no text. */
export class ServiceTokenError extends Error {
  override readonly name = 'ServiceTokenError';
}

/** The matching service's bearer token, read from Secrets Manager once and kept for five minutes. */
export class ServiceToken {
  private readonly client: SecretsManagerClient;
  private readonly secretArn: string;
  private kept: { readonly token: Promise<string>; readonly until: number } | undefined;

  constructor(client: SecretsManagerClient, secretArn: string) {
    this.client = client;
    this.secretArn = secretArn;
  }

  /** @throws {ServiceTokenError} where the secret holds no text */
  read(): Promise<string> {
    if (!this.kept || Date.now() >= this.kept.until) {
      const token = this.fetch();
      this.kept = { token, until: Date.now() + KEPT_FOR };
      // A failure is not kept: the next document tries again.
      token.catch(() => this.forget());
    }
    return this.kept.token;
  }

  /** The service refused the token: the next read asks for it again. */
  forget(): void {
    this.kept = undefined;
  }

  private async fetch(): Promise<string> {
    const { SecretString } = await this.client.send(new GetSecretValueCommand({ SecretId: this.secretArn }));
    if (!SecretString) throw new ServiceTokenError(`The secret ${this.secretArn} holds no text.`);
    return SecretString;
  }
}
