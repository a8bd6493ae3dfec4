import type { ConditionOperator, PolicyStatement } from './read-policy.ts';

/** What somebody wants to do. */
export interface PolicyRequest {
  /** `s3:PutObject`. */
  readonly action: string;
  /** ARN. */
  readonly resource: string;
  /** Absent for a policy of the principal's own. */
  readonly principal?: { readonly service?: string; readonly arn?: string };
  /** Values of condition keys: `aws:SecureTransport` → `true`. */
  readonly context?: Readonly<Record<string, string>>;
}

/** `denied` by a statement that says so, `allowed` by one, or `not-allowed` since none says anything. */
export type Decision =
  | { readonly kind: 'allowed'; readonly by: string }
  | { readonly kind: 'denied'; readonly by: string }
  | { readonly kind: 'not-allowed' };

/**
 * Decides a request by statements: an explicit deny wins, then an allow; without either nothing is allowed.
 * Source: "Policy evaluation logic", IAM User Guide.
 */
export function evaluate(statements: readonly PolicyStatement[], request: PolicyRequest): Decision {
  const applying = statements.filter((statement) => applies(statement, request));
  const deny = applying.find(({ Effect }) => Effect === 'Deny');
  if (deny) return { kind: 'denied', by: deny.Sid };
  const allow = applying.find(({ Effect }) => Effect === 'Allow');
  return allow ? { kind: 'allowed', by: allow.Sid } : { kind: 'not-allowed' };
}

function applies(statement: PolicyStatement, request: PolicyRequest): boolean {
  const { Action, Resource, Principal, Condition = {} } = statement;
  if (!Action.some((pattern) => like(pattern.toLowerCase(), request.action.toLowerCase()))) return false;
  if (Resource !== undefined && !Resource.some((pattern) => like(pattern, request.resource))) return false;
  if (Principal !== undefined && !isPrincipal(Principal, request)) return false;
  return Object.entries(Condition).every(([operator, keys]) =>
    Object.entries(keys).every(([key, values]) =>
      holds(operator as ConditionOperator, values, contextValue(request.context, key)),
    ),
  );
}

function isPrincipal(
  principal: NonNullable<PolicyStatement['Principal']>,
  { principal: asking }: PolicyRequest,
): boolean {
  if (principal === '*') return true;
  if (asking?.service !== undefined) return principal.Service?.includes(asking.service) === true;
  const account = asking?.arn?.split(':')[4];
  // The account's root in a policy stands for everybody in the account whom the account itself lets.
  return principal.AWS?.some((arn) => arn === asking?.arn || arn === `arn:aws:iam::${account}:root`) === true;
}

function holds(operator: ConditionOperator, values: readonly string[], given: string | undefined): boolean {
  switch (operator) {
    // A key of several values is given as one of them.
    case 'ForAnyValue:StringEquals':
    case 'StringEquals':
      return given !== undefined && values.includes(given);
    // Of no value at all, every one is in the list.
    case 'ForAllValues:StringEquals':
      return given === undefined || values.includes(given);
    case 'ForAllValues:StringLike':
      return given === undefined || values.some((value) => like(value, given));
    // A key that is not there differs from every value; IfExists says the same of it.
    case 'StringNotEquals':
    case 'StringNotEqualsIfExists':
      return given === undefined || !values.includes(given);
    case 'Null':
      return values.some((value) => (value === 'true') === (given === undefined));
    case 'Bool':
      return given !== undefined && values.some((value) => value.toLowerCase() === given.toLowerCase());
    case 'StringLike':
    case 'ArnLike':
    case 'ArnEquals':
      return given !== undefined && values.some((value) => like(value, given));
  }
}

/** Condition keys are compared without case. */
function contextValue(context: PolicyRequest['context'] = {}, key: string): string | undefined {
  return Object.entries(context).find(([name]) => name.toLowerCase() === key.toLowerCase())?.[1];
}

/** `*` stands for any characters, `?` for one. */
function like(pattern: string, text: string): boolean {
  const expression = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${expression}$`, 's').test(text);
}
