import type { ConfirmationReader } from '@trade-matching/confirmations';
import type { EmitServiceMetric } from '@trade-matching/dashboards/metrics';
import type { Extraction } from '@trade-matching/domain';
import { type AskModel, NoModelAnswerError } from './ask-model.ts';

export interface FallbackDependencies {
  readonly reader: ConfirmationReader;
  readonly emit: EmitServiceMetric;
  readonly warn: (message: string) => void;
}

/**
 * A reader that asks a model about the required fields which the rules cannot read, and reads the document again with its
 * answer. The model is reached from here: the process that opens documents has no network and no credentials. Without
 * an answer of use the document is refused, or incomplete, as it was.
 */
export function withFallback({ reader, emit, warn }: FallbackDependencies, ask: AskModel): ConfirmationReader {
  return {
    async read(bytes, source, options = {}) {
      const first = await reader.read(bytes, source, { ...options, tellUnread: true });
      if (first.unread === undefined) return first;
      const { unread, ...without } = first;
      try {
        const supplied = await ask(unread);
        const second = await reader.read(bytes, source, { ...options, supplied });
        emit('FallbackResults', 1, { FallbackResult: isWhole(second) ? 'READ' : 'STILL_INCOMPLETE' });
        return second;
      } catch (error) {
        if (!(error instanceof NoModelAnswerError)) throw error;
        emit('FallbackResults', 1, { FallbackResult: 'NO_ANSWER' });
        warn(error.message);
        return without;
      }
    },
    words: (bytes, page) => reader.words(bytes, page),
    unavailable: () => reader.unavailable(),
    close: () => reader.close(),
  };
}

function isWhole(extraction: Extraction): boolean {
  return extraction.outcome === 'extracted' && !extraction.extracted.flags.some(({ code }) => code === 'INCOMPLETE');
}
