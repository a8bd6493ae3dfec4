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

/** As many of a list's first as fit into so many bytes of JSON. */
export function fitting<T>(list: readonly T[], most: number): readonly T[] {
  let used = 2;
  const end = list.findIndex((each) => {
    used += bytesOf(each) + 1;
    return used > most;
  });
  return end === -1 ? list : list.slice(0, end);
}
