import type { Entry } from './layout/entry.ts';

/** `Pay leg margin`, `Receive leg index`, `Paying leg: day count`: whose flow it is before what it says of it. */
const PREFIX =
  /^(?:our )?(?:(pay|paying|paid|payable|outgoing)|(?:receive|receiving|received|receivable|incoming)) (?:leg|side)\s*[:,–-]?\s+(\S.*)$/i;
/** Fewer labels of a kind are of something else. */
const FEWEST = 2;

/**
 * Parts labels that begin with the leg that they are of from the rest, as if each leg had a column: `Pay leg margin` is the
 * margin under `We pay`. Only where both legs have such labels.
 */
export function withLegsOfPrefixes(entries: readonly Entry[]): readonly Entry[] {
  const parted = entries.map((entry) => ({
    entry,
    match: entry.column === undefined ? PREFIX.exec(entry.label.trim()) : null,
  }));
  const count = (pays: boolean) => parted.filter(({ match }) => match && (match[1] !== undefined) === pays).length;
  if (count(true) < FEWEST || count(false) < FEWEST) return entries;
  return parted.map(({ entry, match }) =>
    match ? { ...entry, label: match[2] ?? '', column: match[1] === undefined ? 'We receive' : 'We pay' } : entry,
  );
}
