import type { AwsCall, AwsResponse } from './aws-call.ts';

interface Secret {
  readonly name: string;
  readonly arn: string;
  /** Newest last. */
  readonly values: string[];
}

/** Secrets Manager, of which the system uses few operations. */
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
      case 'DescribeSecret': {
        const secret = this.find(request.SecretId);
        if (!secret) return notFound("Secrets Manager can't find the specified secret.");
        return json(200, { ARN: secret.arn, Name: secret.name, ...stagesOf(secret) });
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

/** The versions that a label is on; the field is absent where the secret has no value. */
function stagesOf({ values }: Secret): object {
  if (values.length === 0) return {};
  const stages: Record<string, readonly string[]> = { [versionId(values.length)]: ['AWSCURRENT'] };
  if (values.length > 1) stages[versionId(values.length - 1)] = ['AWSPREVIOUS'];
  return { VersionIdsToStages: stages };
}

function versionId(count: number): string {
  return `00000000-0000-4000-8000-${String(count).padStart(12, '0')}`;
}

function notFound(message = "Secrets Manager can't find the specified secret value."): AwsResponse {
  return json(400, { __type: 'ResourceNotFoundException', message });
}

function json(status: number, content: object): AwsResponse {
  return {
    status,
    headers: { 'content-type': 'application/x-amz-json-1.1' },
    body: Buffer.from(JSON.stringify(content)),
  };
}
