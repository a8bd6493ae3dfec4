import { otherSide, type Source } from '@trade-matching/domain';
import type { Parties } from '../parties/find-parties.ts';
import { speaker } from '../parties/speaker.ts';
import { amountIn } from '../values/numbers.ts';
import type { ReadingContext } from '../values/readers.ts';
import type { ForwardSide } from './sides.ts';

/** `Norwood bought from the Bank €5,600,000.00 forward`, `Norwood will pay the Bank US$6,566,000.00`. */
const DEALS_IN =
  /(\S+(?:\s+\S+){0,4}?)\s+(?:(?:will|shall|has|have|to)\s+)*(?:(bought|buys?|purchased?|purchases|receives?|received)|sold|sells?|pays?|paid|delivers?)(?:\s+(?:from|to))?(?:\s+(?:the\s+)?(?:you|us|\p{Lu}[\p{L}’'-]*))?\s+((?:[A-Z]{3}|US\$|[€£$])\s?\d[\d.,'’]*\d)/gu;
/** Amounts of these are of something else. */
const OF_SOMETHING_ELSE = /\b(?:premium|fee|margin|deposit|collateral)\b/i;

/**
 * The two amounts of an exchange as sentences say who deals in them: of each of two currencies the one amount, and who buys
 * it. None where a currency has two amounts, or two buyers.
 */
export function sidesInSentences(prose: string, parties: Parties, { decimalMark }: ReadingContext): ForwardSide[] {
  const sides = new Map<string, { amount: string; literal: string; buyer: Source }>();
  for (const [literal, who = '', buys, money = ''] of prose.matchAll(DEALS_IN)) {
    const [actor, read] = [speaker(who, parties), amountIn(money, decimalMark)];
    if (!actor || !read?.currency || OF_SOMETHING_ELSE.test(literal)) continue;
    const buyer = buys === undefined ? otherSide(actor) : actor;
    const before = sides.get(read.currency);
    if (before && (before.amount !== read.amount || before.buyer !== buyer)) return [];
    sides.set(read.currency, { amount: read.amount, literal, buyer });
  }
  const all = [...sides];
  if (all.length !== 2 || all[0]?.[1].buyer === all[1]?.[1].buyer) return [];
  return all.map(([currency, { amount, literal, buyer }]) => ({
    currency,
    amount,
    buyer,
    entry: { label: 'text', value: literal, section: '', page: 0, line: 0 },
  }));
}
