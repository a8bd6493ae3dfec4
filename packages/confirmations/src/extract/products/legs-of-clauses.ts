import type { FoundFields } from '../found-fields.ts';
import type { Entry } from '../layout/entry.ts';
import type { Parties } from '../parties/find-parties.ts';
import { type ClauseOfLeg, clausesOfLegs } from '../sentences/clauses-of-legs.ts';
import type { ReadingContext } from '../values/readers.ts';
import type { Leg, LegTerms } from './two-legs.ts';

interface Said {
  readonly sentence: string;
  readonly clause: ClauseOfLeg;
}

const saidIn = (sentences: readonly string[], context: ReadingContext, parties: Parties): Said[] =>
  sentences.flatMap((sentence) =>
    (clausesOfLegs(sentence, parties, { ...context, inSentence: true }) ?? []).map((clause) => ({ sentence, clause })),
  );

const termsOf = ({ kind: _, ...terms }: ClauseOfLeg): LegTerms => terms;

/**
 * The two legs of a cross-currency swap that two clauses state, each with its currency and its amount. Nothing unless there are
 * exactly two, of both parties and in two currencies.
 */
export function legsOfClauses(
  sentences: readonly string[],
  context: ReadingContext,
  parties: Parties,
): [Leg, Leg] | undefined {
  const [one, other, ...more] = saidIn(sentences, context, parties);
  if (!one || !other || more.length > 0 || one.clause.payer === other.clause.payer) return undefined;
  const [a, b] = [one.clause.currency, other.clause.currency];
  if (a === undefined || b === undefined || a === b) return undefined;
  return [legOf(one), legOf(other)];
}

function legOf({ sentence, clause }: Said): Leg {
  const place: Entry = { page: 0, line: 0, section: '', label: 'text', value: sentence };
  const terms = termsOf(clause);
  return { terms, places: Object.fromEntries(Object.keys(terms).map((term) => [term, place])) };
}

/** Notes that a sentence of which every phrase is what its leg says is no term besides. */
export function useClausesOfLegs(
  found: FoundFields,
  sentences: readonly string[],
  legs: readonly Leg[],
  context: ReadingContext,
  parties: Parties,
): void {
  for (const sentence of sentences) {
    const all = saidIn([sentence], context, parties);
    const fits = all.every(({ clause }) => legs.some((leg) => agrees(termsOf(clause), leg.terms)));
    if (all.length > 0 && fits) found.useWhole({ page: 0, line: 0, label: 'text', value: sentence });
  }
}

/** Whether all that is said is what the leg says, and says which leg it is of. */
const agrees = (said: LegTerms, leg: LegTerms): boolean =>
  said.payer === leg.payer && Object.entries(said).every(([term, value]) => leg[term as keyof LegTerms] === value);
