import type { AwsCall, AwsResponse } from './aws-call.ts';

interface Secret {
  readonly name: string;
  readonly arn: string;
  /** Newest last. */
  readonly values: string[];
}

/** Secrets Manager, of which the system uses three operations. */
export class SecretsApi {
  private readonly secrets = new Map<string, Secret>();
  private readonly arnPrefix: string;

  constructor(region: string, account: string) {
    this.arnPrefix = `arn:aws:secretsmanager:${region}:${account}:secret:`;
  }

  handle({ action, body }: AwsCall): AwsResponse {
    const request = JSON.parse(body.toString('utf8')) as Record<string, string | undefined>;
    switch (action) {
      case 'CreateSecret': {
        const { Name: name = '' } = request;
        const secret: Secret = { name, arn: `${this.arnPrefix}${name}-AbCdEf`, values: [] };
        this.secrets.set(secret.arn, secret);
        if (request.SecretString !== undefined) secret.values.push(request.SecretString);
        return json(200, { ARN: secret.arn, Name: name });
      }
      case 'PutSecretValue': {
        const secret = this.find(request.SecretId);
        if (!secret || request.SecretString === undefined) return notFound();
        secret.values.push(request.SecretString);
        return json(200, { ARN: secret.arn, Name: secret.name, VersionStages: ['AWSCURRENT'] });
      }
      case 'GetSecretValue': {
        const secret = this.find(request.SecretId);
        const stage = request.VersionStage ?? 'AWSCURRENT';
        const value = secret?.values.at(stage === 'AWSPREVIOUS' ? -2 : -1);
        if (!secret || value === undefined) return notFound();
        return json(200, { ARN: secret.arn, Name: secret.name, SecretString: value, VersionStages: [stage] });
      }
      default:
        return json(501, {
          __type: 'NotImplemented',
          message: `The sandbox's Secrets Manager does not know ${action}.`,
        });
    }
  }

  private find(id: string | undefined): Secret | undefined {
    return [...this.secrets.values()].find(({ arn, name }) => arn === id || name === id);
  }
}

function notFound(): AwsResponse {
  return json(400, {
    __type: 'ResourceNotFoundException',
    message: "Secrets Manager can't find the specified secret value.",
  });
}

function json(status: number, content: object): AwsResponse {
  return {
    status,
    headers: { 'content-type': 'application/x-amz-json-1.1' },
    body: Buffer.from(JSON.stringify(content)),
  };
}
