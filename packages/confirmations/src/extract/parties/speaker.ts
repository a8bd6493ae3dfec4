import type { Source } from '@trade-matching/domain';
import type { Parties } from './find-parties.ts';

/** The party that the words before a verb name: `on 4 March 2025 we`, `that Harbour & Vale Bank plc`, `we, Jade Corp.,`. */
export function speaker(words: string, parties: Parties): Source | undefined {
  const own = words.replace(OTHER_SENTENCE, '').replace(OTHER_CLAUSE, '');
  return (own === words ? undefined : namedIn(own, parties)) ?? namedIn(words, parties);
}

/** What stands before the sentence of the verb. */
const OTHER_SENTENCE = /^.*(?:[\p{L})\d%"”»];|[\p{Ll})\d%"”»]\.|:)\s+(?=\p{Lu}|we\b|you\b)/u;
/** `Party B sells and Party A`: who does something else. */
const OTHER_CLAUSE = /^.*\b(?:sells?|sold|buys?|bought|pays?|receives?)\b.*?(?:\band\b|,)\s+(?=\S)/i;

function namedIn(words: string, parties: Parties): Source | undefined {
  const all = words
    .replace(/\b(?:have|has|had|having|hereby|shall|will|confirm|the)\b/gi, ' ')
    .replace(/[,;]/g, ' ')
    .trim()
    .split(/\s+/);
  for (let to = all.length; to > 0; to--) {
    for (let from = Math.max(0, to - 8); from < to; from++) {
      const side = parties.resolve(all.slice(from, to).join(' ').trim());
      if (side) return side;
    }
  }
  return undefined;
}
