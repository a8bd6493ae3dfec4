/** A longer text is not likely to come again. */
const LONGEST = 120;
const MOST = 10_000;

/**
 * The function with its answers kept, forgetting all of them at ten thousand. A form's labels and its bank's names come
 * again on every document of that bank, and a label is looked up several times in one.
 */
export function remembering<T>(answer: (text: string) => T): (text: string) => T {
  const known = new Map<string, T | null>();
  return (text) => {
    if (text.length > LONGEST) return answer(text);
    const before = known.get(text);
    if (before !== undefined) return before === null ? (undefined as T) : before;
    if (known.size >= MOST) known.clear();
    const now = answer(text);
    known.set(text, now === undefined ? null : now);
    return now;
  };
}
