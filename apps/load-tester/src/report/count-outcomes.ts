import type { SentDocument } from '../run-record.ts';
import { contentOf, expectedOutcome, wasStored } from '../verdict/expectation.ts';

/** How many were to come to this, by the mix that was sent, and how many did. */
export interface CountedOutcome {
  /** `PROCESSED`, `FAILED NO_TEXT`. */
  readonly name: string;
  readonly expected: number;
  readonly seen: number;
}

const NOTHING_YET = 'without outcome';

/** Outcomes as the mix expects them beside those that came. */
export function countOutcomes(documents: readonly SentDocument[]): CountedOutcome[] {
  const stored = documents.filter(wasStored);
  const expected = new Map<string, number>();
  const seen = new Map<string, number>();
  const count = (counts: Map<string, number>, name: string) => counts.set(name, (counts.get(name) ?? 0) + 1);
  const contents = new Set<string>();
  for (const { planned, outcome } of stored) {
    const wanted = expectedOutcome(planned);
    if (wanted.kind === 'refused') count(expected, `${wanted.status} ${wanted.reason}`);
    else {
      const content = contentOf(planned);
      // Of documents with the same bytes, one is processed.
      count(expected, contents.has(content) ? 'DUPLICATE' : 'PROCESSED');
      contents.add(content);
    }
    count(seen, outcome ? [outcome.status, outcome.reason].filter(Boolean).join(' ') : NOTHING_YET);
  }
  const names = new Set([...expected.keys(), ...seen.keys()]);
  return [...names]
    .map((name) => ({ name, expected: expected.get(name) ?? 0, seen: seen.get(name) ?? 0 }))
    .sort((a, b) => b.expected - a.expected || a.name.localeCompare(b.name));
}
