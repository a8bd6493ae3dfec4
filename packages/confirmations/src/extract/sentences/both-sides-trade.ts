import { otherSide } from '@trade-matching/domain';
import type { Parties } from '../parties/find-parties.ts';
import { DATE_LITERAL } from '../values/dates.ts';
import * as read from '../values/readers.ts';
import type { Take } from './spoken-labels.ts';

const NUMBER_OF_A_CLAUSE = /^\(?(?:\d{1,2}(?:\.\d{1,2})*|[a-z])[.)]?\s+/;
const TRADES = '(sold|sells?|granted|grants?|written|bought|buys?|purchased|purchases?)';
const WHO = "((?:[\\p{L}\\d&'’.-]+\\s+){1,6}?)";
/** Who does one thing, who does the other, and of which option: from the first word of a sentence to its last. */
const BOTH_SIDES = new RegExp(
  `^${WHO}(?:(?:has|have)\\s+)?${TRADES},?\\s+(?:and|while)\\s+${WHO}(?:(?:has|have)\\s+)?${TRADES},?\\s+(?:the|this)\\s+(?:(?:interest rate|fx|currency|european)\\s+)?(?:option|swaption|cap|floor|collar)\\.?$`,
  'iu',
);
const RECORDS =
  '(?:(?:we|this (?:letter|record|note|confirmation)) (?:records?|confirms?|sets? out) (?:the terms of )?|these are the terms of )';
/** `We record the swaption which the Trustee bought from the Bank on 16 June 2026`, from the first word to the last. */
const TRADED_WITH = new RegExp(
  `^${RECORDS}the\\s+(?:option|swaption|cap|floor|collar)\\s+(?:which|that)\\s+${WHO}(?:(?:has|have)\\s+)?(sold|bought|purchased)\\s+(from|to)\\s+((?:[\\p{L}\\d&'’-]+\\s+){0,5}?[\\p{L}\\d&'’-]+)(?:\\s+on\\s+(?:${DATE_LITERAL}))?\\s*[.;]?$`,
  'iu',
);
const SELLS = /^(?:s[oe]l|grant|writ)/i;

/**
 * Reads `The Bank has sold and the Borrower has bought the cap.`, where each of the two parties does the opposite of the
 * other and the sentence says no word more, and `the cap which the Fund bought from the Bank on 3 May 2027.` at a sentence's
 * end. Sentences that disagree, as of a cap and a floor, say nothing.
 *
 * @param prose one sentence after the other
 */
export function readBothSidesTrade(prose: string, parties: Pick<Parties, 'resolve'>, take: Take): void {
  const said = prose.split(/(?<=[\p{L})\d][.;!])\s+(?=[\p{Lu}\d(])/u).flatMap((sentence) => {
    const text = sentence.trim().replace(NUMBER_OF_A_CLAUSE, '');
    const both = BOTH_SIDES.exec(text);
    const [literal = '', one = '', verb = '', second = '', third = ''] = both ?? TRADED_WITH.exec(text) ?? [];
    const [otherVerb, other] = both ? [third, second] : [/^to$/i.test(second) ? 'bought' : 'sold', third];
    const side = literal === '' ? undefined : parties.resolve(one.trim());
    const sells = SELLS.test(verb);
    if (!side || parties.resolve(other.trim()) !== otherSide(side) || sells === SELLS.test(otherVerb)) return [];
    return [{ literal, seller: sells ? side : otherSide(side) }];
  });
  const [first] = said;
  if (!first || said.some(({ seller }) => seller !== first.seller)) return;
  take(read.fields({ seller: first.seller, buyer: otherSide(first.seller) }), first.literal);
}
