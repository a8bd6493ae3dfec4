import { ConfigurationError } from '@trade-matching/aws-runtime';
import * as z from 'zod';
import type { Configuration } from './configuration.ts';
import { DEMONSTRATION, demonstrationIdentity, type Identify, type Person, ROLES } from './people.ts';
import { signedInIdentity } from './signed-in.ts';

/** How people are known: in `local` they say who they are, elsewhere the load balancer does. */
export function identifyBy(
  { ENVIRONMENT, LOAD_BALANCER_ARN, OIDC_ISSUER, OIDC_CLIENT_ID, GROUP_ROLES }: Configuration,
  region: string,
): { readonly identify: Identify; readonly demonstration?: readonly Person[] } {
  if (ENVIRONMENT === 'local') return { identify: demonstrationIdentity, demonstration: DEMONSTRATION };
  if (
    LOAD_BALANCER_ARN === undefined ||
    OIDC_ISSUER === undefined ||
    OIDC_CLIENT_ID === undefined ||
    GROUP_ROLES === undefined
  ) {
    const message =
      'The environment variables LOAD_BALANCER_ARN, OIDC_ISSUER, OIDC_CLIENT_ID and GROUP_ROLES must be set: nobody could sign in.';
    throw new ConfigurationError(message);
  }
  return {
    identify: signedInIdentity({
      loadBalancerArn: LOAD_BALANCER_ARN,
      issuer: OIDC_ISSUER,
      clientId: OIDC_CLIENT_ID,
      groups: groupsIn(GROUP_ROLES),
      publicKey: async (id) => {
        const response = await fetch(`https://public-keys.auth.elb.${region}.amazonaws.com/${id}`);
        if (!response.ok) throw new Error(`The load balancer's public key cannot be read: ${response.status}`);
        return response.text();
      },
    }),
  };
}

function groupsIn(text: string) {
  const wrong = `The environment variable GROUP_ROLES must be JSON that gives each group one of ${ROLES.join(', ')}.`;
  try {
    return z.record(z.string(), z.enum(ROLES)).parse(JSON.parse(text));
  } catch (cause) {
    throw new ConfigurationError(wrong, { cause });
  }
}
