import { useEffect, useState } from 'preact/hooks';
import { api } from './api.ts';

/** A stream that says nothing for so long is lost: the desk says something every ten seconds. */
const LOST_MS = 25_000;
const MAX_WAIT_MS = 30_000;

/** Hears when the queue has changed. `false` while nothing is heard: what is shown may be old. */
export function useLive(query: string, onChange: () => void): boolean {
  const [isLive, setLive] = useState(true);
  useEffect(() => {
    let isOver = false;
    let stop = new AbortController();
    const listen = async () => {
      for (let attempt = 0; !isOver; attempt++) {
        stop = new AbortController();
        let lost = setTimeout(() => stop.abort(), LOST_MS);
        try {
          const response = await api.changes(query, stop.signal);
          const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
          for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
            clearTimeout(lost);
            lost = setTimeout(() => stop.abort(), LOST_MS);
            const unknown = part.value.includes('event: unknown');
            setLive(!unknown);
            // What happened while nothing was heard is asked for.
            if (part.value.includes('event: changed') || (attempt > 0 && !unknown)) onChange();
            if (!unknown) attempt = 0;
          }
        } catch {
          // Said below.
        }
        clearTimeout(lost);
        if (isOver) return;
        if (attempt > 0) setLive(false);
        await new Promise((done) => setTimeout(done, Math.min(MAX_WAIT_MS, 500 * 2 ** attempt)));
      }
    };
    void listen();
    return () => {
      isOver = true;
      stop.abort();
    };
  }, [query]);
  return isLive;
}
