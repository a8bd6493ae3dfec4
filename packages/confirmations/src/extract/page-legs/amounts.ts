import { otherSide, type Source } from '@trade-matching/domain';
import { withoutOtherView } from '../exchange/other-view.ts';
import { matchesOf } from '../matches-of.ts';
import type { Parties } from '../parties/find-parties.ts';
import { speaker } from '../parties/speaker.ts';
import { currencyIn } from '../values/currencies.ts';
import { amountIn, type DecimalMark } from '../values/numbers.ts';
import type { RowOfPart } from './parts.ts';

/** An amount with its currency, and where it stands in its text. */
export interface AmountInText {
  readonly currency: string;
  readonly amount: string;
  readonly literal: string;
  readonly from: number;
  readonly to: number;
}

export type Traded = AmountInText & { readonly row: RowOfPart };

const UNIT = '(?:\\s?(?:million|billion|mio|mln|mn|mm|bn|m)\\b)?';
const DIGITS = "\\d(?:[\\d.,'’]|[ \\u00a0\\u202f](?=\\d{3}(?!\\d)))*";
const WITH_CODE = new RegExp(
  `(?:\\b([A-Z]{3})|US\\$|[€£¥])\\s{0,3}[-+]?${DIGITS}${UNIT}|(?<![\\d.,])${DIGITS}${UNIT}\\s?(?:\\b([A-Z]{3})\\b|[€£])`,
  'g',
);
const BARE = new RegExp(`^\\s*[-+]?(${DIGITS}${UNIT})\\s*$`);
/** An amount has groups of three digits, or a unit: `0.8600` has neither. */
const AN_AMOUNT = /\d[.,'’ \u00a0\u202f]\d{3}(?!\d)|(?<![.,])\d{4,}|\b(?:million|billion|mio|mln|mn|mm|bn|m)\b/;

/** Every amount of a text that has a currency beside it, or the one it is all of, in the currency that its row names. */
export function amountsOf(text: string, mark?: DecimalMark, ofRow?: string): AmountInText[] {
  const all = matchesOf(text, WITH_CODE).flatMap((match): AmountInText[] => {
    const [literal] = match;
    const read = AN_AMOUNT.test(literal) ? amountIn(literal, mark) : undefined;
    if (read?.currency === undefined) return [];
    const [from, to] = [match.index, match.index + literal.length];
    return [{ currency: read.currency, amount: read.amount, literal, from, to }];
  });
  if (all.length > 0 || ofRow === undefined) return all;
  const bare = BARE.exec(text)?.[1];
  const read = bare === undefined || !AN_AMOUNT.test(bare) ? undefined : amountIn(bare, mark);
  return read === undefined
    ? []
    : [{ currency: ofRow, amount: read.amount, literal: text.trim(), from: 0, to: text.length }];
}

const BUYS =
  'buys?|bought|bot|buying|purchases?|purchased|receives?|received|gets?|kaufen|kauft|erhält|erhalten|achète|achetons|achetez|reçoit|recevons|recevez|compra|compran|compramos|recibe|recibimos|acquista|acquistiamo|riceve|riceviamo';
const SELLS =
  'sells?|sold|sld|selling|pays?|paid|delivers?|delivered|returns?|verkaufen|verkauft|zahlt|zahlen|liefert|vend|vendons|vendez|verse|versons|paie|payons|livre|vende|venden|vendemos|paga|pagan|pagamos|entrega|vendiamo|versa|paghiamo';
const VERB = new RegExp(`(?<![\\p{L}])(?:(${BUYS})|(?:${SELLS}))(?![\\p{L}])`, 'giu');
const SELLER_NAMED =
  /\b(?:payable|paid|due|sold|delivered|deliverable) by (?:the )?(.{2,60}?)(?= (?:on|at|in|to)\b|[),;:]|$)/i;
const BUYER_NAMED =
  /\b(?:bought|purchased|received|receivable) by (?:the )?(.{2,60}?)(?= (?:on|at|in|from)\b|[),;:]|$)/i;
const FROM_TO = /(?:^|\()\s*(?:from )?(.{2,40}?)\s+(?:to|->|→)\s+(.{2,40}?)\s*(?:\)|$)/i;
const RECEIPT = /\b(?:receipt|purchase) of\s*$/i;
const DELIVERY = /\b(?:delivery|payment|sale) of\s*$/i;
/** What stands between two amounts of which one is given for the other. */
const FOR = /^\s*(?:against|versus|vs\.?|for|gegen|contre|contra|contro|\/)\s*$/i;

/** Who buys a currency, by what a row of an exchange says beside its amounts. */
export function tradesOf(
  row: Pick<RowOfPart, 'label' | 'text'>,
  parties: Parties,
  view: Source | undefined,
): { readonly currency: string; readonly side: Source }[] {
  const label = withoutOtherView(row.label);
  if (label === undefined) return [];
  const said = label === '' ? row.text : `${label}: ${row.text}`;
  const shift = said.length - row.text.length;
  const objects = amountsOf(row.text, undefined, codeOf(row.label)).map(({ currency, from, to }) => ({
    currency,
    from: from + shift,
    to: to + shift,
  }));
  const trades: { currency: string; side: Source }[] = [];
  let before: { to: number; side: Source | undefined; who: Source | undefined } | undefined;
  for (const { currency, from, to } of objects.length > 0 ? objects : codesIn(said)) {
    const between = said.slice(before?.to ?? 0, from);
    const behind = said.slice(to, objects.find((each) => each.from > from)?.from);
    const { side, who } = buyerBeside(between, behind, before, parties, view);
    before = { to, side, who: who ?? before?.who };
    if (side) trades.push({ currency, side });
  }
  return trades;
}

const codeOf = (label: string): string | undefined => currencyIn(label)?.code;

/** `Harbour buys`, without what: who buys the currency that is dealt. */
export function dealerIn(text: string, parties: Parties): Source | undefined {
  const [, who = '', buys] = /^(.{2,40}?)\s+(?:(buys?|bought)|sells?|sold)\b(?!.*\b[A-Z]{3}\s?\d)/i.exec(text) ?? [];
  const side = who === '' ? undefined : parties.resolve(who.replace(/^.*[:–]\s*/, ''));
  return side && (buys === undefined ? otherSide(side) : side);
}

/** `buys EUR`: a currency named behind a verb. */
function codesIn(said: string): { currency: string; from: number; to: number }[] {
  return matchesOf(said, /\b[A-Z]{3}\b/g).flatMap((match) =>
    currencyIn(`${match[0]} 1`)?.code === match[0]
      ? [{ currency: match[0], from: match.index, to: match.index + 3 }]
      : [],
  );
}

function buyerBeside(
  between: string,
  behind: string,
  before: { readonly side: Source | undefined; readonly who: Source | undefined } | undefined,
  parties: Parties,
  view: Source | undefined,
): { readonly side: Source | undefined; readonly who: Source | undefined } {
  const seller = partyIn(SELLER_NAMED, [between, behind], parties);
  const buyer = partyIn(BUYER_NAMED, [between, behind], parties);
  if (seller ?? buyer) return { side: buyer ?? (seller && otherSide(seller)), who: undefined };
  const [, from = '', to = ''] = FROM_TO.exec(between.replace(/:\s*$/, '').replace(/^\s*\d{1,2}\s+/, '')) ?? [];
  const [payer, payee] = [parties.resolve(from), parties.resolve(to)];
  if (payer && payee && payer !== payee) return { side: payee, who: undefined };
  const side = before?.side;
  if (side && FOR.test(between)) return { side: otherSide(side), who: before?.who };
  const who = before?.who;
  if (who && RECEIPT.test(between)) return { side: who, who };
  if (who && DELIVERY.test(between)) return { side: otherSide(who), who };
  const verbs = [...between.matchAll(VERB)];
  const verb = verbs.at(-1);
  if (!verb) return { side: undefined, who: undefined };
  const words = between.slice(0, verb.index).replace(/[:–-]\s*$/, ' ');
  const actor = speaker(words.replace(/^.*[:–]\s+(?=\S)/, ''), parties) ?? speaker(words, parties) ?? who ?? view;
  if (!actor) return { side: undefined, who: undefined };
  return { side: verb[1] === undefined ? otherSide(actor) : actor, who: actor };
}

function partyIn(pattern: RegExp, texts: readonly string[], parties: Parties): Source | undefined {
  for (const text of texts) {
    const who = pattern.exec(text)?.[1];
    const side = who && parties.resolve(who.trim());
    if (side) return side;
  }
  return undefined;
}
