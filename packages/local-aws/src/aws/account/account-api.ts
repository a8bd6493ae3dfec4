import type { AwsCall, AwsResponse } from '../aws-call.ts';
import type { AccountFacts } from './account-facts.ts';
import { askAcm } from './acm-api.ts';
import { AccountError, ec2Error, json, jsonError, type Place, xml, xmlError } from './answers.ts';
import { askEc2 } from './ec2-api.ts';
import { askEks } from './eks-api.ts';
import { askIam } from './iam-api.ts';
import { askLambda } from './lambda-account-api.ts';
import { askRoute53 } from './route53-api.ts';

/** Services that only answer what an account holds, as signatures name them. */
export const ACCOUNT_SERVICES = ['ec2', 'iam', 'eks', 'lambda', 'acm', 'route53'] as const;

export type AccountService = (typeof ACCOUNT_SERVICES)[number];

export type AccountCall = AwsCall & { readonly service: AccountService };

/** Paths of the services that speak REST, by action. */
const ROUTES: Readonly<Record<string, Readonly<Record<string, RegExp>>>> = {
  eks: {
    DescribeCluster: /^\/clusters\/([^/]+)$/,
    DescribeAddon: /^\/clusters\/([^/]+)\/(addons)\/([^/]+)$/,
    ListAssociatedAccessPolicies: /^\/clusters\/([^/]+)\/(access-entries)\/([^/]+)\/access-policies$/,
  },
  lambda: {
    GetAccountSettings: /^\/2016-08-19\/account-settings$/,
    GetFunctionConcurrency: /^\/2019-09-30\/functions\/([^/]+)\/concurrency$/,
  },
  route53: {
    ListHostedZonesByVPC: /^\/2013-04-01\/hostedzonesbyvpc$/,
    ListResourceRecordSets: /^\/2013-04-01\/hostedzone\/([^/]+)\/rrset$/,
  },
};

/** The action that a call to one of these services is; of an unknown path, the method with the path. */
export function accountAction(
  service: string,
  { method, url, headers, body }: Omit<AwsCall, 'service' | 'action' | 'resource'>,
): string {
  const routes = ROUTES[service];
  if (routes) {
    const path = pathOf(url);
    const known = Object.entries(routes).find(([, route]) => method === 'GET' && route.test(path));
    return known?.[0] ?? `${method} ${path}`;
  }
  const target = headers['x-amz-target'];
  if (typeof target === 'string') return target.split('.')[1] ?? '';
  return new URLSearchParams(body.toString('utf8')).get('Action') ?? '';
}

/** Answers a call by the account's facts, in the service's own wire format. */
export function answerAccountCall(call: AccountCall, facts: AccountFacts, place: Place): AwsResponse {
  try {
    if (facts.denied.includes(`${call.service}:${call.action}`)) throw denied(call, place);
    return answer(call, facts, place);
  } catch (error) {
    if (!(error instanceof AccountError)) throw error;
    if (call.service === 'ec2') return ec2Error(error);
    const xmlns = NAMESPACES[call.service];
    return xmlns === undefined ? jsonError(error) : xmlError(xmlns, error);
  }
}

const NAMESPACES: Readonly<Record<string, string>> = {
  ec2: 'http://ec2.amazonaws.com/doc/2016-11-15/',
  iam: 'https://iam.amazonaws.com/doc/2010-05-08/',
  route53: 'https://route53.amazonaws.com/doc/2013-04-01/',
};

function answer({ service, action, url, body }: AccountCall, facts: AccountFacts, place: Place): AwsResponse {
  const root = `${action}Response`;
  const form = () => new URLSearchParams(body.toString('utf8'));
  const routes = ROUTES[service];
  const parts = routes ? routes[action]?.exec(pathOf(url))?.slice(1).map(decodeURIComponent) : [];
  if (parts === undefined) {
    throw new AccountError(404, 'UnknownOperationException', `The sandbox's ${service} does not know ${action}.`);
  }
  switch (service) {
    case 'ec2':
      return xml(200, root, NAMESPACES.ec2, askEc2(action, form(), facts));
    case 'iam':
      return xml(200, root, NAMESPACES.iam, askIam(action, form(), facts, place));
    case 'route53': {
      const query = new URLSearchParams(url.split('?', 2)[1] ?? '');
      return xml(200, root, NAMESPACES.route53, askRoute53(action, parts, query, facts, place.account));
    }
    case 'eks':
      return json(askEks(action, parts, facts, place));
    case 'lambda':
      return json(askLambda(action, parts, facts, place));
    case 'acm':
      return json(askAcm(action, body, facts));
  }
}

function pathOf(url: string): string {
  return url.split('?', 1)[0] ?? '';
}

/** EC2 refuses under a code of its own; the XML services and the JSON ones under another each ("Common errors"). */
function denied({ service, action, caller = '' }: AccountCall, { account }: Place): AccountError {
  const user = `arn:aws:iam::${account}:user/${caller}`;
  const message = `User: ${user} is not authorized to perform: ${service}:${action}`;
  if (service === 'ec2') {
    return new AccountError(
      403,
      'UnauthorizedOperation',
      `You are not authorized to perform this operation. ${message}`,
    );
  }
  if (service === 'iam' || service === 'route53') return new AccountError(403, 'AccessDenied', message);
  return new AccountError(service === 'acm' ? 400 : 403, 'AccessDeniedException', message);
}
