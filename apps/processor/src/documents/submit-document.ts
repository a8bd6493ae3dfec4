import type { EmitProcessorMetric } from '@trade-matching/dashboards/metrics';
import type { IncomingKey, ObjectCreated } from '@trade-matching/domain';
import type { ClaimedInput, Verdict } from './process-document.ts';
import { idempotencyKey, processRequest } from './process-request.ts';
import { serviceFailure } from './service-answer.ts';
import { submit, type TokenSource } from './submit.ts';

export interface SubmitDependencies {
  readonly endpoint: URL;
  readonly token: TokenSource;
  readonly maxRetries: number;
  readonly emit: EmitProcessorMetric;
  /** Called once for each document that is begun. */
  readonly onStart: (object: ObjectCreated, incoming: IncomingKey) => Promise<void>;
}

/** Lets the matching service decide (P7). */
export async function submitDocument(
  { endpoint, token, maxRetries, emit, onStart }: SubmitDependencies,
  { object, incoming, fetched, limits }: ClaimedInput,
): Promise<Verdict> {
  emit('DocumentProcessingInitiated', 1, { SourceType: incoming.source });
  await onStart(object, incoming);
  const answer = await submit(processRequest(object, incoming, fetched), idempotencyKey(incoming, fetched), {
    endpoint,
    token,
    maxRetries,
    deadline: limits.workUntil,
    onFailure: (errorType) =>
      emit('EKSProcessingFailure', 1, { SourceType: incoming.source, ErrorType: serviceFailure(errorType) }),
  });
  switch (answer.kind) {
    case 'done':
    case 'refused':
      return answer;
    case 'transient':
      return later(`the matching service cannot take it now (${answer.errorType})`);
    case 'misdirected':
      return later(
        `the matching service refused the call, not the document (${answer.errorType}): its address or the token is wrong`,
      );
  }
}

function later(why: string): Verdict {
  return { kind: 'later', why, lastError: why };
}
