/** A longer text is not likely to come again. */
const LONGEST = 120;
const MOST = 10_000;

/**
 * The function with its answers kept, forgetting all of them at ten thousand. A form's labels and its bank's names come
 * again on every document of that bank, and a label is looked up several times in one.
 */
export function remembering<T>(answer: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    if (text.length > LONGEST) return answer(text);
    const before = known.get(text);
    if (before !== undefined || known.has(text)) return before as T;
    if (known.size >= MOST) known.clear();
    const now = answer(text);
    known.set(text, now);
    return now;
  };
}
