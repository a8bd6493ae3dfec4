import { randomBytes } from 'node:crypto';
import type { Clock } from '../clock/index.ts';
import { AccountError, xml, xmlError } from './account/answers.ts';
import type { AwsCall, AwsResponse } from './aws-call.ts';

const STS = 'https://sts.amazonaws.com/doc/2011-06-15/';
/** Of every key that STS did not issue: this AWS knows nobody's. */
const SANDBOX_SECRET = 'sandbox';

/** What a signature is checked with. */
export interface KnownCredentials {
  readonly secret: string;
  /** Of a role's session. */
  readonly token?: string;
  /** Milliseconds since 1970. */
  readonly expires?: number;
}

/** Credentials of roles that were assumed (AssumeRole, AWS STS API Reference). */
export class TemporaryCredentials {
  private readonly issued = new Map<string, KnownCredentials>();
  private readonly clock: Pick<Clock, 'now'>;

  constructor(clock: Pick<Clock, 'now'>) {
    this.clock = clock;
  }

  /** Undefined of a key of a session that was never issued. Other keys are all known, with one secret. */
  of(accessKeyId: string): KnownCredentials | undefined {
    return accessKeyId.startsWith('ASIA') ? this.issued.get(accessKeyId) : { secret: SANDBOX_SECRET };
  }

  assumeRole({ body }: Pick<AwsCall, 'body'>): AwsResponse {
    try {
      return this.issue(new URLSearchParams(body.toString('utf8')));
    } catch (error) {
      if (!(error instanceof AccountError)) throw error;
      return xmlError(STS, error);
    }
  }

  private issue(form: URLSearchParams): AwsResponse {
    const role = form.get('RoleArn') ?? '';
    const session = form.get('RoleSessionName') ?? '';
    const seconds = Number(form.get('DurationSeconds') ?? 3600);
    const [, account, name] = /^arn:aws:iam::(\d{12}):role\/(?:.+\/)?([\w+=,.@-]{1,64})$/.exec(role) ?? [];
    if (name === undefined) throw invalid(`${role} is invalid`);
    if (!/^[\w+=,.@-]{2,64}$/.test(session)) {
      throw invalid("1 validation error detected: Value at 'roleSessionName' failed to satisfy constraint");
    }
    if (!(seconds >= 900 && seconds <= 43_200)) {
      throw invalid("1 validation error detected: Value at 'durationSeconds' failed to satisfy constraint");
    }
    const id = `ASIA${randomBytes(16).toString('hex').slice(0, 16).toUpperCase()}`;
    const secret = randomBytes(30).toString('base64');
    const token = randomBytes(90).toString('base64');
    const expires = this.clock.now() + seconds * 1000;
    this.issued.set(id, { secret, token, expires });
    return xml(200, 'AssumeRoleResponse', STS, {
      AssumeRoleResult: {
        Credentials: {
          ...{ AccessKeyId: id, SecretAccessKey: secret, SessionToken: token },
          Expiration: new Date(expires).toISOString(),
        },
        AssumedRoleUser: {
          AssumedRoleId: `AROASANDBOX:${session}`,
          Arn: `arn:aws:sts::${account}:assumed-role/${name}/${session}`,
        },
      },
      ResponseMetadata: { RequestId: 'SANDBOX' },
    });
  }
}

function invalid(message: string): AccountError {
  return new AccountError(400, 'ValidationError', message);
}
