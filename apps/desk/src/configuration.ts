import { fitting, readVariables, required } from '@trade-matching/aws-runtime';
import { ENVIRONMENTS } from '@trade-matching/domain';
import * as z from 'zod/mini';

const schema = z.object({
  ENVIRONMENT: z.enum(ENVIRONMENTS, 'the name of an environment'),
  HOST: z._default(z.string(), '127.0.0.1'),
  PORT: z._default(z.string().check(z.regex(/^\d{1,5}$/, 'a port number')), '8080'),
  /** Of `local`: where the sandbox is, as JSON. */
  SANDBOX: z.optional(z.string()),
  /** Of the others: who signs people in. */
  LOAD_BALANCER_ARN: z.optional(
    fitting(
      /^arn:aws[\w-]*:elasticloadbalancing:[\w-]+:\d{12}:loadbalancer\/app\//,
      'the ARN of the load balancer that people come through',
    ),
  ),
  OIDC_ISSUER: z.optional(required('the issuer of the identities')),
  OIDC_CLIENT_ID: z.optional(required('the id of the client that the load balancer signs people in with')),
  GROUP_ROLES: z.optional(required('JSON of the groups, each with its role')),
});

export type Configuration = z.infer<typeof schema>;

/** @throws {ConfigurationError} naming the first variable that is missing or wrong */
export function readConfiguration(environment: Readonly<Record<string, string | undefined>>): Configuration {
  return readVariables(schema, environment);
}
