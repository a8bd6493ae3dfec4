import type { PageWords } from '@trade-matching/domain';
import { ApiError, api } from './api.ts';
import type { OpenDocument } from './viewer.ts';

/** A page takes its reader some seconds. */
const READING = 'Reading the scan…';

/**
 * A document of which pages are pictures: the words of those are read when somebody wants to point at them, and kept while the
 * document is open. While other scans are being read, it is asked for again until they are there or nobody waits any more.
 */
export function withScannedWords(
  opened: OpenDocument,
  tradeKey: string,
  ask: (tradeKey: string, page: number) => Promise<PageWords> = api.words,
): OpenDocument {
  const kept = new Map<number, PageWords>();
  const read = async (page: number, tell: (waiting: string) => void, signal: AbortSignal): Promise<PageWords> => {
    for (;;) {
      tell(READING);
      try {
        const words = await ask(tradeKey, page);
        kept.set(page, words);
        return words;
      } catch (error) {
        if (!(error instanceof ApiError) || error.againMs === undefined || signal.aborted) throw error;
        tell(`${error.message} The page is asked for again in ${Math.ceil(error.againMs / 1_000)} s.`);
        await wait(error.againMs, signal);
      }
    }
  };
  return {
    ...opened,
    async words(page, tell, signal) {
      const words = kept.get(page) ?? (await read(page, tell, signal));
      if (words.kind === 'text') return opened.words(page, tell, signal);
      if (words.kind === 'refused') throw new Error(`The page cannot be read: ${words.refusal.message}`);
      return words.words;
    },
  };
}

/** @throws where nobody waits any more */
function wait(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
  });
}
