import type { AwsCall, AwsResponse } from './aws-call.ts';
import { jsonRefusal } from './limits/refusal.ts';

interface Secret {
  readonly name: string;
  readonly arn: string;
  /** Newest last. */
  readonly values: string[];
}

/** Bytes of UTF-8: "AWS Secrets Manager quotas", User Guide. */
const MAX_VALUE_BYTES = 65_536;
/** Where the version stands that has a stage, counted from the newest. */
const STAGES: Readonly<Record<string, number>> = { AWSCURRENT: -1, AWSPREVIOUS: -2 };
/** CreateSecret, API reference. */
const NAME = /^[A-Za-z0-9/_+=.@-]{1,512}$/;

/** Secrets Manager, of which the system uses few operations. */
export class SecretsApi {
  private readonly secrets = new Map<string, Secret>();
  private readonly arnPrefix: string;

  constructor(region: string, account: string) {
    this.arnPrefix = `arn:aws:secretsmanager:${region}:${account}:secret:`;
  }

  handle({ action, body }: AwsCall): AwsResponse {
    const request = JSON.parse(body.toString('utf8')) as Record<string, string | undefined>;
    const { SecretString } = request;
    if (SecretString !== undefined && (SecretString === '' || Buffer.byteLength(SecretString) > MAX_VALUE_BYTES))
      return invalid(`Value at 'secretString' must have a length from 1 to ${MAX_VALUE_BYTES}`);
    switch (action) {
      case 'CreateSecret': {
        const { Name: name = '' } = request;
        if (!NAME.test(name)) return invalid(`Value at 'name' must match ${NAME.source}`);
        if (this.find(name)) {
          const message = `The operation failed because the secret ${name} already exists.`;
          return jsonRefusal({ status: 400, code: 'ResourceExistsException', message });
        }
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
        const value = secret?.values.at(STAGES[stage] ?? secret.values.length);
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
  return jsonRefusal({ status: 400, code: 'ResourceNotFoundException', message });
}

function invalid(what: string): AwsResponse {
  const message = `1 validation error detected: ${what}`;
  return jsonRefusal({ status: 400, code: 'ValidationException', message });
}

function json(status: number, content: object): AwsResponse {
  return {
    status,
    headers: { 'content-type': 'application/x-amz-json-1.1' },
    body: Buffer.from(JSON.stringify(content)),
  };
}
