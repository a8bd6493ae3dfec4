import { errors, importSPKI, jwtVerify } from 'jose';
import { type Identify, ROLES, type Role } from './people.ts';

/** The header in which a load balancer says who has signed in, signed by itself. */
export const IDENTITY_HEADER = 'x-amzn-oidc-data';

export interface SignedInOptions {
  /** The load balancer that people come through: another one's word counts for nothing. */
  readonly loadBalancerArn: string;
  readonly issuer: string;
  /** The desk, as the identity provider knows it. */
  readonly clientId: string;
  /** Seconds since 1970; the real time unless given. */
  readonly now?: () => number;
  /** The groups of the bank's directory, and what each may. */
  readonly groups: Readonly<Record<string, Role>>;
  /** A public key in PEM by its id. AWS publishes them per region: https://public-keys.auth.elb.REGION.amazonaws.com/ID */
  readonly publicKey: (id: string) => Promise<string>;
}

/**
 * Who has signed in, by what the load balancer says and has signed: its signature, its own ARN, the issuer, the client and
 * the end of its validity are checked ("Authenticate users using an Application Load Balancer", Elastic Load Balancing User
 * Guide). These stand in the token's header: the payload is what the identity provider says of the person, and where it
 * has an issuer or an end of its own, they have to fit as well. Whoever is in no group that is known has no role, and sees
 * nothing.
 */
export function signedInIdentity({
  loadBalancerArn,
  issuer,
  clientId,
  groups,
  publicKey,
  now = () => Date.now() / 1000,
}: SignedInOptions): Identify {
  const keys = new Map<string, ReturnType<typeof importSPKI>>();
  const keyOf = (id: string) => {
    const known = keys.get(id);
    if (known) return known;
    const key = publicKey(id).then((pem) => importSPKI(pem, 'ES256'));
    keys.set(id, key);
    // A key that could not be fetched is asked for again.
    key.catch(() => keys.delete(id));
    return key;
  };
  return async (headers) => {
    const token = headers.get(IDENTITY_HEADER);
    if (token === null) return undefined;
    try {
      const { payload, protectedHeader } = await jwtVerify(
        withoutPadding(token),
        ({ kid, signer }) => {
          // Its key is looked up only where the token names our load balancer, and an id that is one.
          if (signer !== loadBalancerArn || typeof kid !== 'string' || !/^[0-9a-f-]{36}$/.test(kid))
            throw new errors.JWTInvalid('Not of this load balancer.');
          return keyOf(kid);
        },
        { algorithms: ['ES256'], requiredClaims: ['sub'], currentDate: new Date(now() * 1000) },
      );
      const { iss, client, exp } = protectedHeader;
      const isValid = iss === issuer && client === clientId && typeof exp === 'number' && exp > now();
      if (!isValid || (payload.iss !== undefined && payload.iss !== issuer)) return undefined;
      const { sub = '', name, email } = payload;
      const member = Array.isArray(payload.groups) ? payload.groups.map(String) : [];
      const roles = ROLES.filter((role) =>
        member.some((group) => Object.hasOwn(groups, group) && groups[group] === role),
      );
      return { id: sub, name: [name, email, sub].find((each) => typeof each === 'string') as string, roles };
    } catch (error) {
      if (error instanceof errors.JOSEError) return undefined;
      throw error;
    }
  };
}

/** The load balancer pads each part with `=`, which JWTs do not have. */
function withoutPadding(token: string): string {
  return token
    .split('.')
    .map((part) => part.replace(/=+$/, ''))
    .join('.');
}
