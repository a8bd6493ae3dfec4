/** A body of a request, or why there is none to look at. */
export type Body =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'too-large' | 'late' | 'malformed' };

export interface BodyLimits {
  readonly maxBytes: number;
  /** Milliseconds from when reading begins to the body's end. */
  readonly timeoutMs: number;
}

/** Reads a body as UTF-8, and no longer than it may be or take: a caller that sends a byte a minute holds nothing open. */
export async function readBody(request: Request, { maxBytes, timeoutMs }: BodyLimits): Promise<Body> {
  if (Number(request.headers.get('Content-Length') ?? 0) > maxBytes) return { kind: 'too-large' };
  const reader = request.body?.getReader();
  if (!reader) return { kind: 'text', text: '' };
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), timeoutMs);
  });
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  try {
    for (;;) {
      const next = await Promise.race([reader.read(), late]);
      if (next === 'late') return { kind: 'late' };
      if (next.done) break;
      bytes += next.value.byteLength;
      if (bytes > maxBytes) return { kind: 'too-large' };
      chunks.push(next.value);
    }
    return { kind: 'text', text: new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks)) };
  } catch {
    // Cut off, or no UTF-8.
    return { kind: 'malformed' };
  } finally {
    clearTimeout(timer);
    void reader.cancel().catch(() => {});
  }
}
