import { marshall } from '@aws-sdk/util-dynamodb';

/** An update in DynamoDB's expressions: what is undefined is removed from the item. */
export interface Update {
  readonly attributes: Readonly<Record<string, unknown>>;
  /** Further assignments as expressions, `history = list_append(history, :events)`, with their values. */
  readonly assignments?: readonly string[];
  readonly condition: string;
  readonly values?: Readonly<Record<string, unknown>>;
}

/** The expressions of an update, every attribute behind a placeholder so that reserved words do not matter. */
export function updateExpression({ attributes, assignments = [], condition, values = {} }: Update) {
  const names = Object.keys(attributes);
  const set = names.filter((name) => attributes[name] !== undefined);
  const removed = names.filter((name) => attributes[name] === undefined);
  return {
    UpdateExpression: [
      `SET ${[...set.map((name) => `#${name} = :${name}`), ...assignments].join(', ')}`,
      ...(removed.length > 0 ? [`REMOVE ${removed.map((name) => `#${name}`).join(', ')}`] : []),
    ].join(' '),
    ...(condition === '' ? {} : { ConditionExpression: condition }),
    ExpressionAttributeNames: Object.fromEntries(names.map((name) => [`#${name}`, name])),
    ExpressionAttributeValues: marshall(
      { ...Object.fromEntries(set.map((name) => [`:${name}`, attributes[name]])), ...values },
      { removeUndefinedValues: true },
    ),
  };
}
