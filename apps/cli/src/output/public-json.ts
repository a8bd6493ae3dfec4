/** By what a table finds and lists its items: nobody's business outside, and free to change. */
const TABLE_KEYS: ReadonlySet<string> = new Set(['pk', 'sk', 'status_day']);

/** JSON as scripts read it: what is stored, without the keys of the tables that it is stored in. */
export function publicJson(value: unknown): string {
  return JSON.stringify(value, (name, each: unknown) => (TABLE_KEYS.has(name) ? undefined : each));
}
