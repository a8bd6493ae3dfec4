/** A message of PDF.js between its two sides: a page's operators come as chunks of a stream. */
interface Message {
  readonly stream?: number;
  readonly chunk?: { readonly fnArray?: readonly number[]; readonly argsArray?: readonly unknown[] };
}

type Listener = (event: { readonly data: unknown }) => void;

/**
 * What PDF.js' two sides talk through where both are in one thread. Its own way copies every message deeply; here the
 * operators of a page, by far the most of them, are passed on as they are: nobody changes one that was sent. The lists
 * that hold them are copied, since the sender empties its own.
 */
export class SameThreadPort {
  private readonly listeners = new Map<Listener, (() => void) | undefined>();
  private readonly later = Promise.resolve();

  postMessage(message: Message, transfer?: ArrayBuffer[]): void {
    const data = shallowCopy(message) ?? structuredClone(message, transfer ? { transfer } : undefined);
    this.later.then(() => {
      for (const listener of this.listeners.keys()) listener({ data });
    });
  }

  addEventListener(_name: string, listener: Listener, { signal }: { readonly signal?: AbortSignal } = {}): void {
    const onAbort = () => this.removeEventListener('message', listener);
    signal?.addEventListener('abort', onAbort);
    this.listeners.set(listener, () => signal?.removeEventListener('abort', onAbort));
  }

  removeEventListener(_name: string, listener: Listener): void {
    this.listeners.get(listener)?.();
    this.listeners.delete(listener);
  }
}

/** The copy of a message with a page's operators, or with nothing that can change; undefined of any other. */
function shallowCopy(message: Message): Message | undefined {
  const { chunk } = message;
  if (chunk?.fnArray && chunk.argsArray) {
    return { ...message, chunk: { ...chunk, fnArray: [...chunk.fnArray], argsArray: [...chunk.argsArray] } };
  }
  return Object.values(message).every((value) => typeof value !== 'object' || value === null)
    ? { ...message }
    : undefined;
}
