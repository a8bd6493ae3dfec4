import { useEffect, useRef, useState } from 'preact/hooks';
import { addressOf, go } from './address.ts';
import { ApiError, api, type FoundTrade } from './api.ts';
import { isTyping } from './keys.ts';
import { words } from './words.ts';

/** Finds a trade, a break or a document by its key, on every screen. `/` goes there. */
export function FindForm() {
  const input = useRef<HTMLInputElement>(null);
  const [trouble, setTrouble] = useState<string>();
  const [found, setFound] = useState<readonly FoundTrade[]>([]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== '/' || isTyping(event)) return;
      input.current?.focus();
      event.preventDefault();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
  const find = () =>
    api.find(input.current?.value ?? '').then(
      (answer) => {
        setTrouble(undefined);
        setFound('trades' in answer ? answer.trades : []);
        if ('place' in answer) go(undefined, answer.place, {});
      },
      (error: unknown) => setTrouble(error instanceof ApiError ? error.message : String(error)),
    );
  return (
    <search>
      <form
        class="inline"
        onSubmit={(event) => {
          event.preventDefault();
          void find();
        }}
      >
        <label>
          <span class="hidden">Reference, key or SHA-256 of a trade, a break or a document</span>
          <input ref={input} type="search" placeholder="Reference, key or hash" maxLength={1024} required />
        </label>
        <button type="submit">
          Find <kbd>/</kbd>
        </button>
        {trouble !== undefined && (
          <span role="alert" class="trouble">
            {trouble}
          </span>
        )}
      </form>
      {found.length > 0 && (
        <section aria-label="What it may be">
          <p role="status">It may be any of these {found.length}:</p>
          <ul>
            {found.map(
              ({ trade_key, reference = trade_key, source, match_status, product = '', counterparty = '' }) => (
                <li key={trade_key}>
                  <a
                    href={addressOf(`/trade/${trade_key}`, {})}
                    onClick={(event) => {
                      setFound([]);
                      go(event, `/trade/${trade_key}`, {});
                    }}
                  >
                    {reference}
                  </a>{' '}
                  {words(source)}, {words(match_status)} {words(product)} {counterparty}
                </li>
              ),
            )}
          </ul>
        </section>
      )}
    </search>
  );
}
