import { useEffect, useRef, useState } from 'preact/hooks';
import { go } from './address.ts';
import { ApiError, api } from './api.ts';
import { isTyping } from './keys.ts';

/** Finds a trade, a break or a document by its key, on every screen. `/` goes there. */
export function FindForm() {
  const input = useRef<HTMLInputElement>(null);
  const [trouble, setTrouble] = useState<string>();
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
      ({ place }) => {
        setTrouble(undefined);
        go(undefined, place, {});
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
          <span class="hidden">Key of a trade, a break or a document</span>
          <input ref={input} type="search" placeholder="Key of a trade or document" maxLength={1024} required />
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
    </search>
  );
}
