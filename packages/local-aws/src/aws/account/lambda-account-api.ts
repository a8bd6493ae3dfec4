import type { AccountFacts } from './account-facts.ts';
import { AccountError, type Place } from './answers.ts';

/**
 * Lambda's calls about an account's concurrency: the content of the answer.
 *
 * @throws {AccountError}
 */
export function askLambda(action: string, parts: readonly string[], facts: AccountFacts, place: Place): object {
  const { concurrentExecutions, reservedConcurrency } = facts;
  switch (action) {
    case 'GetAccountSettings': {
      const reserved = Object.values(reservedConcurrency).reduce((sum, each) => sum + each, 0);
      return {
        AccountLimit: {
          ConcurrentExecutions: concurrentExecutions,
          UnreservedConcurrentExecutions: concurrentExecutions - reserved,
        },
      };
    }
    case 'GetFunctionConcurrency': {
      const [name = ''] = parts;
      const reserved = reservedConcurrency[name];
      if (reserved === undefined) {
        const arn = `arn:aws:lambda:${place.region}:${place.account}:function:${name}`;
        throw new AccountError(404, 'ResourceNotFoundException', `Function not found: ${arn}`);
      }
      return { ReservedConcurrentExecutions: reserved };
    }
    default:
      throw new AccountError(404, 'UnknownOperationException', `The sandbox's Lambda does not know ${action}.`);
  }
}
