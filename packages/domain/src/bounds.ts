/** The first characters of a text that is longer, with `…`; a character of two units is never cut in two. */
export function cutText(text: string, most: number): string {
  if (text.length <= most) return text;
  return `${text.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

/** As many whole characters as fit into so many bytes of UTF-8, with `…` where some do not. */
export function cutBytes(text: string, most: number): string {
  if (text.length * 3 <= most || Buffer.byteLength(text) <= most) return text;
  const room = most - Buffer.byteLength('…');
  // A character that was cut in two becomes the replacement character.
  return `${Buffer.from(text)
    .subarray(0, room)
    .toString('utf8')
    .replace(/\uFFFD+$/, '')}…`;
}

/** Bytes of a value as JSON: more than DynamoDB counts for it, which writes no quotes, commas or digits one by one. */
export function bytesOf(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value) ?? '');
}

/** JSON writes a control character as `\\u0000`, and a number in at most 25 characters. */
const MOST_BYTES_PER_CHARACTER = 6;
const MOST_BYTES_OF_A_NUMBER = 25;

/**
 * Whether a value's JSON surely fits into so many bytes: told by the lengths of its texts, without writing it. Where
 * this is false it may fit all the same.
 */
export function surelyFits(value: unknown, most: number): boolean {
  return leftOf(value, most) >= 0;
}

function leftOf(value: unknown, room: number): number {
  if (room < 0) return room;
  if (typeof value === 'string') return room - value.length * MOST_BYTES_PER_CHARACTER - 3;
  if (typeof value !== 'object' || value === null) return room - MOST_BYTES_OF_A_NUMBER;
  let left = room - 3;
  if (Array.isArray(value)) for (const each of value) left = leftOf(each, left);
  else
    for (const name in value)
      left = leftOf((value as Record<string, unknown>)[name], left - name.length * MOST_BYTES_PER_CHARACTER - 4);
  return left;
}

/** As many of a list's first as fit into so many bytes of JSON. */
export function fitting<T>(list: readonly T[], most: number): readonly T[] {
  let used = 2;
  const end = list.findIndex((each) => {
    used += bytesOf(each) + 1;
    return used > most;
  });
  return end === -1 ? list : list.slice(0, end);
}
