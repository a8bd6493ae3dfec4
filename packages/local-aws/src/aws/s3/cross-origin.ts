import type { AwsCall, AwsResponse } from '../aws-call.ts';
import { parseXml } from './xml.ts';

/** Which pages of which origins may ask (PutBucketCors, Amazon S3 API Reference). */
export interface CorsRule {
  readonly origins: readonly string[];
  readonly methods: readonly string[];
  readonly headers: readonly string[];
  readonly exposed: readonly string[];
}

type RuleXml = Readonly<Record<string, string | readonly string[] | undefined>>;

export function readCorsRules(body: Buffer): CorsRule[] {
  const { CORSConfiguration: given } = parseXml(body) as { CORSConfiguration?: { CORSRule?: RuleXml | RuleXml[] } };
  return [given?.CORSRule ?? []].flat().map((rule) => {
    const all = (name: string) => [rule[name] ?? []].flat() as string[];
    return {
      origins: all('AllowedOrigin'),
      methods: all('AllowedMethod'),
      headers: all('AllowedHeader').map((each) => each.toLowerCase()),
      exposed: all('ExposeHeader'),
    };
  });
}

export function corsXml(rules: readonly CorsRule[]): object {
  return {
    CORSRule: rules.map(({ origins, methods, headers, exposed }) => ({
      ...{ AllowedOrigin: origins, AllowedMethod: methods, AllowedHeader: headers, ExposeHeader: exposed },
    })),
  };
}

/** The answer with what lets a page of another origin read it, where a rule of the bucket does: of refusals too. */
export function crossOrigin(
  { headers, method }: AwsCall,
  rules: readonly CorsRule[],
  answer: AwsResponse,
): AwsResponse {
  const { origin } = headers;
  const rule = origin === undefined ? undefined : rules.find((each) => allows(each, origin, method));
  if (!rule || origin === undefined) return answer;
  return {
    ...answer,
    headers: {
      ...answer.headers,
      'access-control-allow-origin': rule.origins.includes('*') ? '*' : origin,
      'access-control-expose-headers': rule.exposed.join(', '),
      vary: 'Origin, Access-Control-Request-Headers, Access-Control-Request-Method',
    },
  };
}

/** What a browser asks before it sends (OPTIONS object): the headers that let it, or undefined where no rule does. */
export function preflight({ headers }: AwsCall, rules: readonly CorsRule[]): Record<string, string> | undefined {
  const { origin = '' } = headers;
  const method = String(headers['access-control-request-method'] ?? '');
  const asked = String(headers['access-control-request-headers'] ?? '')
    .split(',')
    .map((each) => each.trim().toLowerCase())
    .filter((each) => each !== '');
  const rule = rules.find(
    (each) => allows(each, origin, method) && asked.every((name) => each.headers.some((known) => matches(known, name))),
  );
  if (!rule) return undefined;
  return {
    'access-control-allow-origin': rule.origins.includes('*') ? '*' : origin,
    'access-control-allow-methods': rule.methods.join(', '),
    'access-control-allow-headers': asked.join(', '),
  };
}

function allows({ origins, methods }: CorsRule, origin: string, method: string): boolean {
  return methods.includes(method) && origins.some((each) => matches(each, origin));
}

/** One `*` at most stands for anything. */
function matches(pattern: string, text: string): boolean {
  const [before = '', after] = pattern.split('*', 2);
  if (after === undefined) return pattern === text;
  return text.length >= before.length + after.length && text.startsWith(before) && text.endsWith(after);
}
