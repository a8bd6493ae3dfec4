import type { Entry } from '../layout/entry.ts';
import type { Parties } from '../parties/find-parties.ts';
import { legIn } from '../sentences/leg-sentence.ts';
import { amountIn } from '../values/numbers.ts';
import type { ReadingContext } from '../values/readers.ts';
import type { Leg, LegTerms } from './two-legs.ts';

const A_LEG = /\bleg\b/i;
/** `you pay us 2.45% per annum on EUR 22,000,000, annually, day count fraction 30/360`. */
const PAYS_ON =
  /^(.{1,40}?)\s+(?:(?:will|shall)\s+)?pays?\s+(?:(?:to )?(?:us|you)\s+)?(.+?)\s+on\s+([A-Z]{3}\s?\d[\d.,'’]*(?:\s(?:million|mm|mn|m|billion|bn))?),?\s*(.*)$/i;
const SAYS_FIXED = /\bfixed\b/i;
/** Words of which such a cell is made: what has another says more than a leg. */
const UNDERSTOOD =
  /\b(?:pays?|will|shall|to|us|you|per|cent|annum|p\.?a\.?|on|at|a|an|the|of|and|in|arrears?|basis|points?|bps?|plus|minus|less|flat|fixed|floating|rate|day|count|fraction|yearly|annually|annual|semi-?annually|semi-?annual|quarterly|monthly|months?|act(?:ual)?|compound(?:ed)?|spread|margin)\b/gi;

/**
 * The two legs of a cross-currency swap where a cell states each with its amount, `Euro leg: you pay us 2.45% per annum on
 * EUR 22,000,000, annually, 30/360`. Nothing unless there are two, in two currencies, and no cell has a word more.
 */
export function legsInCells(
  entries: readonly Entry[],
  { decimalMark }: ReadingContext,
  parties: Parties,
): [Leg, Leg] | undefined {
  const legs = entries.flatMap((entry): Leg[] => {
    const [, who = '', what = '', money = '', rest = ''] = (A_LEG.test(entry.label) && PAYS_ON.exec(entry.value)) || [];
    const payer = who === '' ? undefined : parties.resolve(who);
    const amount = money === '' ? undefined : amountIn(money, decimalMark);
    const text = `${what}, ${rest}`;
    const terms = legIn(text) ?? (SAYS_FIXED.test(text) ? undefined : legIn(`fixed at ${text}`));
    if (!payer || !amount?.currency || !terms || saysMore(text, terms.index)) return [];
    const all: LegTerms = { ...terms, payer, currency: amount.currency, notional: amount.amount };
    return [{ terms: all, places: Object.fromEntries(Object.keys(all).map((term) => [term, entry])) }];
  });
  const [one, other] = legs;
  return one && other && legs.length === 2 && one.terms.currency !== other.terms.currency ? [one, other] : undefined;
}

function saysMore(text: string, index = ''): boolean {
  const rest = index
    .split(/[^A-Za-z]+/)
    .filter(Boolean)
    .reduce((left, word) => left.replaceAll(word, ' '), text.replace(UNDERSTOOD, ' '));
  return /\p{L}/u.test(rest);
}
