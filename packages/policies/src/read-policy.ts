import * as z from 'zod';

/** A policy says something that the evaluator does not know; it would otherwise be judged wrongly, in silence. */
export class UnknownPolicyElementError extends Error {
  override readonly name = 'UnknownPolicyElementError';
}

const oneOrMore = z.union([z.string(), z.array(z.string())]).transform((value) => [value].flat());

const principal = z.union([
  z.literal('*'),
  z.strictObject({ Service: oneOrMore.optional(), AWS: oneOrMore.optional(), Federated: oneOrMore.optional() }),
]);

/** The operators of conditions that are known. */
export const CONDITION_OPERATORS = [
  'StringEquals',
  'StringNotEquals',
  'StringNotEqualsIfExists',
  'StringLike',
  'ForAnyValue:StringEquals',
  'ForAllValues:StringEquals',
  'ForAllValues:StringLike',
  'ArnEquals',
  'ArnLike',
  'Bool',
  'Null',
] as const;

export type ConditionOperator = (typeof CONDITION_OPERATORS)[number];

const statement = z.strictObject({
  Sid: z.string(),
  Effect: z.enum(['Allow', 'Deny']),
  Principal: principal.optional(),
  Action: oneOrMore,
  Resource: oneOrMore.optional(),
  Condition: z.partialRecord(z.enum(CONDITION_OPERATORS), z.record(z.string(), oneOrMore)).optional(),
});

export type PolicyStatement = z.infer<typeof statement>;

const policy = z.strictObject({ Version: z.literal('2012-10-17'), Statement: z.array(statement) });

/**
 * Reads a policy's text.
 *
 * @throws {UnknownPolicyElementError} naming the element that is not known: `NotAction`, `NotResource`, other operators
 */
export function readPolicy(text: string): PolicyStatement[] {
  const parsed = policy.safeParse(JSON.parse(text));
  if (parsed.success) return parsed.data.Statement;
  const [issue] = parsed.error.issues;
  throw new UnknownPolicyElementError(`${issue?.path.join('.') || 'the policy'}: ${issue?.message}`);
}
