import type { Tab } from './api.ts';

export const TABS: readonly (readonly [Tab, string])[] = [
  ['mine', 'Mine'],
  ['unassigned', 'Unassigned'],
  ['all', 'All open'],
  ['waiting', 'Waiting for counterparty'],
  ['approve', 'To approve'],
  ['alleged', 'Alleged'],
];

export const FILTERS = [
  { name: 'counterparty', label: 'Counterparty', inputMode: 'text' },
  { name: 'product', label: 'Product', inputMode: 'text' },
  { name: 'currency', label: 'Currency', inputMode: 'text' },
  { name: 'field', label: 'Field that differs', inputMode: 'text' },
  { name: 'assignee', label: 'Owner', inputMode: 'text' },
  { name: 'age', label: 'Days open, at least', inputMode: 'numeric' },
] as const;

/** The tab and the filters of an address, and nothing else that stands in it. */
export function queueQuery(query: URLSearchParams): Readonly<Record<string, string>> {
  const tab = TABS.find(([each]) => each === query.get('tab'))?.[0] ?? 'all';
  return { tab, ...Object.fromEntries(FILTERS.map(({ name }) => [name, query.get(name) ?? ''])) };
}

export function queryString(query: Readonly<Record<string, string>>): string {
  return new URLSearchParams(Object.entries(query).filter(([, value]) => value !== '')).toString();
}

/** The breaks as the queue showed them last: the next and the previous one are of these. */
let shown: readonly string[] = [];
export const rememberShown = (ids: readonly string[]) => {
  shown = ids;
};

/** The break before or after one, in the queue that was shown last. */
export function neighbour(id: string, by: 1 | -1): string | undefined {
  const at = shown.indexOf(id);
  return at < 0 ? undefined : shown[at + by];
}
