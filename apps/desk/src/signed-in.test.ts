import { type CryptoKey, exportSPKI, type GenerateKeyPairResult, generateKeyPair, SignJWT } from 'jose';
import { beforeAll, describe, expect, test } from 'vitest';
import { IDENTITY_HEADER, signedInIdentity } from './signed-in.ts';

const LOAD_BALANCER = 'arn:aws:elasticloadbalancing:eu-west-1:111111111111:loadbalancer/app/desk/0123456789abcdef';
const ISSUER = 'https://login.bank.example';
const CLIENT = 'desk';
const KEY_ID = '00000000-0000-4000-8000-000000000000';
let ours: GenerateKeyPairResult;
let others: GenerateKeyPairResult;
let asked: string[] = [];
beforeAll(async () => {
  [ours, others] = await Promise.all([generateKeyPair('ES256'), generateKeyPair('ES256')]);
});

interface Made {
  readonly signer?: string;
  readonly issuer?: string;
  /** Seconds from now. */
  readonly expires?: number;
  readonly client?: string;
  readonly payload?: Readonly<Record<string, unknown>>;
  readonly key?: CryptoKey;
  readonly groups?: readonly string[];
  readonly keyId?: string;
}

const token = ({
  signer = LOAD_BALANCER,
  issuer = ISSUER,
  expires = 120,
  client = CLIENT,
  payload = {},
  key,
  groups = ['desk-analysts'],
  keyId = KEY_ID,
}: Made) =>
  new SignJWT({ email: 'ana@bank.example', groups: [...groups], ...payload })
    .setProtectedHeader({
      ...{ alg: 'ES256', kid: keyId, signer, iss: issuer, client },
      exp: Math.floor(Date.now() / 1000) + expires,
    })
    .setSubject('ana-1')
    .sign(key ?? ours.privateKey);

const identify = () => {
  asked = [];
  return signedInIdentity({
    loadBalancerArn: LOAD_BALANCER,
    issuer: ISSUER,
    clientId: CLIENT,
    groups: { 'desk-analysts': 'analyst', 'desk-leads': 'approver' },
    publicKey: async (id) => {
      asked.push(id);
      return exportSPKI(ours.publicKey);
    },
  });
};
const whoIs = async (text: string) => identify()(new Headers({ [IDENTITY_HEADER]: text }));

test('who has signed in is known by the subject, and has the roles of the groups', async () => {
  expect(await whoIs(await token({ groups: ['desk-leads', 'others'] }))).toEqual({
    id: 'ana-1',
    name: 'ana@bank.example',
    roles: ['approver'],
  });
});

test('parts that the load balancer has padded are read', async () => {
  const [header, payload, signature] = (await token({})).split('.');
  expect(await whoIs(`${header}==.${payload}=.${signature}=`)).toMatchObject({ id: 'ana-1' });
});

test('who is in no group that is known has no role', async () => {
  expect(await whoIs(await token({ groups: ['toString', 'others'] }))).toMatchObject({ roles: [] });
});

describe('nobody is let in by', () => {
  const wrong: readonly (readonly [string, Made])[] = [
    ['the word of another load balancer', { signer: `${LOAD_BALANCER}0` }],
    ['another issuer', { issuer: 'https://login.other.example' }],
    ['what has expired', { expires: -1 }],
    ['another client of the same issuer', { client: 'payroll' }],
    ['what its own issuer says is of another', { payload: { iss: 'https://login.other.example' } }],
    ['what the identity provider says has expired', { payload: { exp: Math.floor(Date.now() / 1000) - 120 } }],
    ['the id of a key that is an address', { keyId: '../../other' }],
  ];
  test.each(wrong)('nobody is let in by %s', async (_what, made) => {
    expect(await whoIs(await token(made))).toBeUndefined();
  });

  test("nobody is let in by another's signature", async () => {
    expect(await whoIs(await token({ key: others.privateKey }))).toBeUndefined();
  });

  test('nobody is let in by a token without a signature, or by no token', async () => {
    const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
    const head = { kid: KEY_ID, signer: LOAD_BALANCER, iss: ISSUER, client: CLIENT, exp: 9e9 };
    const bare = `${encode({ alg: 'none', ...head })}.${encode({ sub: 'ana-1' })}.`;
    expect(await whoIs(bare)).toBeUndefined();
    expect(await whoIs('')).toBeUndefined();
    expect(await identify()(new Headers())).toBeUndefined();
  });
});

test("a key that cannot be fetched is the desk's trouble, and asked for again", async () => {
  let fails = true;
  const known = signedInIdentity({
    loadBalancerArn: LOAD_BALANCER,
    issuer: ISSUER,
    clientId: CLIENT,
    groups: {},
    publicKey: async () => {
      if (fails) throw new Error('unreachable');
      return exportSPKI(ours.publicKey);
    },
  });
  const headers = new Headers({ [IDENTITY_HEADER]: await token({}) });
  await expect(known(headers)).rejects.toThrow('unreachable');
  fails = false;
  expect(await known(headers)).toMatchObject({ id: 'ana-1' });
});
