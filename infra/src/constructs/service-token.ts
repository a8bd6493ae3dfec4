import { SecretsmanagerSecret } from '@cdktf/provider-aws/lib/secretsmanager-secret/index.js';
import { SecretsmanagerSecretVersion } from '@cdktf/provider-aws/lib/secretsmanager-secret-version/index.js';
import { Construct } from 'constructs';
import type { Environment } from '../environments/index.ts';

export interface ServiceTokenOptions {
  readonly environment: Environment;
  readonly name: string;
  readonly keyArn: string;
  /** Only where the stack may hold it: in `local`. Elsewhere it is put by hand or by its rotation (docs/deploy.md). */
  readonly value?: string;
}

/** The bearer token that the processor presents to the matching service. Its value never stands in a state file. */
export class ServiceToken extends Construct {
  readonly secret: SecretsmanagerSecret;

  constructor(scope: Construct, id: string, { environment, name, keyArn, value }: ServiceTokenOptions) {
    super(scope, id);
    this.secret = new SecretsmanagerSecret(this, 'secret', {
      name,
      description: 'Bearer token of the matching service, at least 16 characters',
      kmsKeyId: keyArn,
      recoveryWindowInDays: environment.protected ? 30 : 0,
    });
    if (value !== undefined) {
      new SecretsmanagerSecretVersion(this, 'value', { secretId: this.secret.id, secretString: value });
    }
  }
}
