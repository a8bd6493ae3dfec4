import type { AwsCall, AwsResponse } from '../aws-call.ts';
import type { AccountFacts } from './account-facts.ts';
import { askAcm } from './acm-api.ts';
import { AccountError, ec2Error, json, jsonError, type Place, xml, xmlError } from './answers.ts';
import { askEc2 } from './ec2-api.ts';
import { askEks } from './eks-api.ts';
import { askEventSourceMappings, type EventSourceMappings } from './event-source-mappings-api.ts';
import { askIam } from './iam-api.ts';
import { askLambda } from './lambda-account-api.ts';
import { askRoute53 } from './route53-api.ts';

/** Services that only answer what an account holds, as signatures name them. */
export const ACCOUNT_SERVICES = ['ec2', 'iam', 'eks', 'lambda', 'acm', 'route53'] as const;

export type AccountService = (typeof ACCOUNT_SERVICES)[number];

export type AccountCall = AwsCall & { readonly service: AccountService };

/** Methods and paths of the services that speak REST, by action. */
const ROUTES: Readonly<Record<string, Readonly<Record<string, RegExp>>>> = {
  eks: {
    DescribeCluster: /^GET \/clusters\/([^/]+)$/,
    DescribeAddon: /^GET \/clusters\/([^/]+)\/(addons)\/([^/]+)$/,
    ListAssociatedAccessPolicies: /^GET \/clusters\/([^/]+)\/(access-entries)\/([^/]+)\/access-policies$/,
  },
  lambda: {
    GetAccountSettings: /^GET \/2016-08-19\/account-settings$/,
    GetFunctionConcurrency: /^GET \/2019-09-30\/functions\/([^/]+)\/concurrency$/,
    ListEventSourceMappings: /^GET \/2015-03-31\/event-source-mappings\/?$/,
    GetEventSourceMapping: /^GET \/2015-03-31\/event-source-mappings\/([^/]+)$/,
    UpdateEventSourceMapping: /^PUT \/2015-03-31\/event-source-mappings\/([^/]+)$/,
  },
  route53: {
    ListHostedZonesByVPC: /^GET \/2013-04-01\/hostedzonesbyvpc$/,
    ListResourceRecordSets: /^GET \/2013-04-01\/hostedzone\/([^/]+)\/rrset$/,
  },
};

/** The action that a call to one of these services is; of an unknown path, the method with the path. */
export function accountAction(
  service: string,
  { method, url, headers, body }: Omit<AwsCall, 'service' | 'action' | 'resource'>,
): string {
  const routes = ROUTES[service];
  if (routes) {
    const asked = askedOf(method, url);
    const known = Object.entries(routes).find(([, route]) => route.test(asked));
    return known?.[0] ?? asked;
  }
  const target = headers['x-amz-target'];
  if (typeof target === 'string') return target.split('.')[1] ?? '';
  return new URLSearchParams(body.toString('utf8')).get('Action') ?? '';
}

/** Answers a call by the account's facts, in the service's own wire format. */
export function answerAccountCall(
  call: AccountCall,
  facts: AccountFacts,
  place: Place,
  mappings: EventSourceMappings | undefined,
): AwsResponse {
  try {
    if (facts.denied.includes(`${call.service}:${call.action}`)) throw denied(call, place);
    return answer(call, facts, place, mappings);
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

function answer(
  { service, action, method, url, body }: AccountCall,
  facts: AccountFacts,
  place: Place,
  mappings: EventSourceMappings | undefined,
): AwsResponse {
  const root = `${action}Response`;
  const form = () => new URLSearchParams(body.toString('utf8'));
  const routes = ROUTES[service];
  const parts = routes ? routes[action]?.exec(askedOf(method, url))?.slice(1).map(decodeURIComponent) : [];
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
      if (!action.includes('EventSourceMapping')) return json(askLambda(action, parts, facts, place));
      return askEventSourceMappings(action, parts, url, body, mappings);
    case 'acm':
      return json(askAcm(action, body, facts));
  }
}

function askedOf(method: string, url: string): string {
  return `${method} ${url.split('?', 1)[0] ?? ''}`;
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
