import type { Source } from '@trade-matching/domain';
import type { Parties } from '../parties/find-parties.ts';
import { speaker } from '../parties/speaker.ts';
import { DATE_LITERAL, readDate } from '../values/dates.ts';
import { readAmount } from '../values/numbers.ts';
import type { ReadingContext } from '../values/readers.ts';
import { type ForwardSide, opposite } from './sides.ts';

/** One leg of an FX swap as a sentence or a row states it. */
export interface SpokenLeg {
  readonly sides: readonly [ForwardSide, ForwardSide];
  readonly rate: string;
  readonly date: string;
  readonly literal: string;
}

/** How far a leg's sentence goes on behind its mark. */
const LONGEST_LEG = 320;
const MARK = /\b(?<!\()(near|far)\b(?:\s+(?:leg|date|side|exchange))?\b/gi;
const CODED = "([A-Z]{3}\\s?\\d(?:[\\d.,'’\u00a0\u202f]*\\d)?)";
const AMOUNT = new RegExp(CODED, 'g');
const RATE =
  /\b(?:at|@|rate)\s+(?:(?:a|an|the)\s+)?(?:rate\s+)?(?:of\s+)?(?:[A-Z]{3}\/[A-Z]{3}\s+)?(\d{1,6}[.,]\d{1,8})\b/i;
const DATE = new RegExp(DATE_LITERAL);
const VERB = /\b(buys?|bought|purchases?|purchased|sells?|sold)\b/i;
/** `NEAR 18FEB2026 USD 25,000,000.00 JPY 3,830,000,000 153.20`, below `WE SELL  WE BUY`. */
const ROW = new RegExp(`^\\s*(${DATE_LITERAL})\\s+${CODED}\\s+${CODED}\\s+(\\d{1,6}[.,]\\d{1,8})(?=\\s|$)`);
const ROW_HEADING = /\b(we|you)\s+(buy|sell)\s+(?:we|you)\s+(?:buy|sell)\b/i;

/** The near and the far leg of an FX swap that are sentences or rows of a telex; undefined unless both are whole. */
export function readSwapLegs(
  prose: string,
  parties: Parties,
  context: ReadingContext,
): { readonly near: SpokenLeg; readonly far: SpokenLeg } | undefined {
  const legs = new Map<string, SpokenLeg>();
  const marks = [...prose.matchAll(MARK)];
  for (const [i, { 0: mark, 1: name = '', index }] of marks.entries()) {
    const key = name.toLowerCase();
    const text = prose.slice(index + mark.length, marks[i + 1]?.index).slice(0, LONGEST_LEG);
    const leg = legOfRow(text, prose, parties, context) ?? legOfSentence(text, parties, context);
    if (leg && !legs.has(key)) legs.set(key, leg);
  }
  const [near, far] = [legs.get('near'), legs.get('far')];
  return near && far && near.date < far.date ? { near, far } : undefined;
}

function legOfSentence(text: string, parties: Parties, context: ReadingContext): SpokenLeg | undefined {
  const [first, second] = [...text.matchAll(AMOUNT)];
  const verb = VERB.exec(text);
  const [rate, dated] = [RATE.exec(text), DATE.exec(text)];
  if (!first || !second || !verb || !rate || !dated || verb.index > first.index) return undefined;
  const who = speaker(
    text
      .slice(0, verb.index)
      .replace(DATE, ' ')
      .replace(/[:–-]|\bon\b/g, ' '),
    parties,
  );
  const buys = /^(?:buy|bought|purchase)/i.test(verb[1] ?? '');
  const buyer = who && (buys ? who : opposite(who));
  return legOf({ amounts: [first[0], second[0]], rate: rate[1] ?? '', date: dated[0] }, buyer, text.trim(), context);
}

function legOfRow(text: string, prose: string, parties: Parties, context: ReadingContext): SpokenLeg | undefined {
  const [literal = '', date = '', one = '', other = '', rate = ''] = ROW.exec(text) ?? [];
  const heading = ROW_HEADING.exec(prose);
  if (literal === '' || !heading) return undefined;
  const who = /^we$/i.test(heading[1] ?? '') ? parties.issuer : opposite(parties.issuer);
  const buyer = /^buy$/i.test(heading[2] ?? '') ? who : opposite(who);
  return legOf({ amounts: [one, other], rate, date }, buyer, literal.trim(), context);
}

function legOf(
  said: { readonly amounts: readonly [string, string]; readonly rate: string; readonly date: string },
  buyer: Source | undefined,
  literal: string,
  context: ReadingContext,
): SpokenLeg | undefined {
  const [first, second] = said.amounts.map((amount) => readAmount(amount, context.decimalMark));
  const date = readDate(said.date, context.slashOrder);
  if (!first?.currency || !second?.currency || first.currency === second.currency || date.kind !== 'date')
    return undefined;
  const entry = { page: 0, line: 0, label: 'text', value: literal };
  return {
    sides: [
      { currency: first.currency, amount: first.amount, buyer, entry },
      { currency: second.currency, amount: second.amount, buyer: buyer && opposite(buyer), entry },
    ],
    rate: said.rate.replace(',', '.'),
    date: date.date,
    literal,
  };
}
