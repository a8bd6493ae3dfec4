import type { InvocationResult } from './execution-environment.ts';

/**
 * Which messages of a batch are done, by Lambda's rules: an exception, or a failure that names no message of the batch,
 * fails all; an empty answer is complete success. Source: "Implementing partial batch responses", AWS Lambda guide.
 */
export function succeededMessages(
  result: InvocationResult,
  messageIds: readonly string[],
  reportsBatchItemFailures: boolean,
): readonly string[] {
  if (result.kind === 'failed') return [];
  if (!reportsBatchItemFailures) return messageIds;
  const { answer } = result;
  if (typeof answer !== 'object' || answer === null || !('batchItemFailures' in answer)) return messageIds;
  const failures = answer.batchItemFailures;
  if (failures === null || failures === undefined) return messageIds;
  if (!Array.isArray(failures)) return [];
  const failed = failures.map((failure: { itemIdentifier?: unknown } | null) => failure?.itemIdentifier);
  if (failed.some((id) => typeof id !== 'string' || !messageIds.includes(id))) return [];
  return messageIds.filter((id) => !failed.includes(id));
}
