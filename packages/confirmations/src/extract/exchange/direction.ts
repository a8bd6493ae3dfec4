import { otherSide, type Source } from '@trade-matching/domain';
import type { FoundFields } from '../found-fields.ts';
import type { Entry } from '../layout/entry.ts';
import type { Parties } from '../parties/find-parties.ts';

const LABEL =
  /^(?:direction|side|deal side|trade direction|b\s?\/\s?s|buy\s?\/\s?sell|bought\s?\/\s?sold|sense|sens|richtung|sentido|direzione|lato)\s*:?$/i;
/** `LGM buys / CMB sells`: what each of the two does with what is traded. */
const EACH_ACTS =
  /^(\S.{0,40}?)\s+(?:(buys?|bought)|sells?|sold)\s*(?:[/,;]|and)\s*(\S.{0,40}?)\s+(?:(buys?|bought)|sells?|sold)\.?$/i;
/** `Elm buys USD, sells KRW (Harbour buys KRW)`: the other's part behind it, in brackets. */
const OTHERS_PART = /\s*\(([^()]{2,40}?)\s+(?:(buys?|bought)|sells?|sold)\s+([A-Z]{3})\)$/i;
const ACTS =
  /^(.{1,60}?)\s+(?:(buys?|bought|kauf(?:en|t)|ach[eè]t(?:e|ons)|compra(?:mos|no)?|acquist(?:a|iamo))|(sells?|sold|verkauf(?:en|t)|vend(?:s|ons|emos|iamo|e)?))\s+([A-Z]{3})(?:\s*(?:\/|,|and|und|et|y|e)\s*(?:(\p{L}+)\s+)?([A-Z]{3}))?$/iu;

const BUYS = /^(?:buys?|bought|kauf|ach[eè]t|compra|acquist)/i;
const SELLS = /^(?:sells?|sold|verkauf|vend)/i;

/** `BUY USD / SELL BRL (Harbour)`: who acts stands behind it. */
const ACTOR_BEHIND = /^((?:buy|sell|bought|sold)\b.{3,40}?)\s*\(([^()]{2,50})\)$/i;

/** Who buys which currency where one cell says so: `Direction: We buy USD / sell KRW`. */
export function readDirection(
  entries: readonly Entry[],
  parties: Parties,
): { readonly entry: Entry; readonly currency: string; readonly buyer: Source } | undefined {
  for (const entry of entries) {
    const [, deed = '', actor = ''] = ACTOR_BEHIND.exec(entry.value.trim()) ?? [];
    const said =
      actor === ''
        ? entry.value
        : `${actor} ${deed.toLowerCase().replace(/\b[a-z]{3}\b(?=\s*(?:$|[/,]))/g, (code) => code.toUpperCase())}`;
    const other = OTHERS_PART.exec(said);
    const [, who = '', buys, , currency = '', secondDeed = '', second] =
      (LABEL.test(entry.label) && ACTS.exec(other ? said.slice(0, other.index) : said)) || [];
    const side = who === '' ? undefined : parties.resolve(who);
    if (!side || currency !== currency.toUpperCase()) continue;
    // `sells USD / sells AUD` is no exchange.
    if ((buys === undefined ? SELLS : BUYS).test(secondDeed)) continue;
    const [, others = '', othersBuys, of = ''] = other ?? [];
    // The other buys what this one sells.
    if (other && (parties.resolve(others) !== otherSide(side) || !fitsOther(buys, othersBuys, [currency, second], of)))
      continue;
    return { entry, currency, buyer: buys === undefined ? otherSide(side) : side };
  }
  return undefined;
}

/** Two deeds of one party in a cell that says its direction: `Fund BUYS USD / SELLS AUD`. */
const TWO_DEEDS =
  /\b(buys?|bought|sells?|sold)\s+([A-Z]{3})\b\s*(?:[/,;]|and)\s*(buys?|bought|sells?|sold)\s+([A-Z]{3})\b/i;

/** Who buys one currency of an exchange sells the other: a direction that says otherwise, or names a third, is flagged. */
export function checkDirections(found: FoundFields, entries: readonly Entry[]): void {
  const own = [found.get('currency'), found.get('currency_2')];
  for (const { label, value } of entries) {
    const [said, one = '', first = '', two = '', second = ''] = (LABEL.test(label) && TWO_DEEDS.exec(value)) || [];
    if (said === undefined || own.includes(undefined)) continue;
    const isExchange = BUYS.test(one) !== BUYS.test(two) && first !== second;
    const isOfTrade = [first, second].every((code) => own.includes(code.toUpperCase()));
    if (!isExchange || !isOfTrade)
      found.flagBeside('currency_buyer', `“${label} ${value}” is no exchange of ${own.join(' and ')}`);
  }
}

function fitsOther(
  buys: string | undefined,
  othersBuys: string | undefined,
  [first, second]: readonly [string, string | undefined],
  of: string,
): boolean {
  const same = (buys === undefined) === (othersBuys === undefined);
  return same ? of === second : of === first;
}

/** Who buys and who sells an option or protection where one cell says of each what it does: `B/S: LGM buys / CMB sells`. */
export function readWhoBuysAndSells(found: FoundFields, entries: readonly Entry[], parties: Parties): void {
  if (found.get('buyer') !== undefined || found.get('seller') !== undefined) return;
  for (const entry of entries) {
    const [said, one = '', oneBuys, two = '', twoBuys] =
      (LABEL.test(entry.label) && EACH_ACTS.exec(entry.value.trim())) || [];
    const [first, second] = said === undefined ? [] : [parties.resolve(one), parties.resolve(two)];
    if (!first || !second || first === second || (oneBuys === undefined) === (twoBuys === undefined)) continue;
    found.add('buyer', oneBuys === undefined ? second : first, entry);
    found.add('seller', oneBuys === undefined ? first : second, entry);
    return;
  }
}

/** `Buyer of EUR`, `EUR seller`: a label of its own for who trades a currency. */
const TRADER = /^(?:(buyer|purchaser)|seller) of ([A-Z]{3})\s*:?$|^([A-Z]{3}) (?:(buyer|purchaser)|seller)\s*:?$/i;

/**
 * Reads who trades a currency where labels of their own say it beside the amounts. It says again what the amounts'
 * labels say, or contradicts them.
 */
export function readTraders(found: FoundFields, entries: readonly Entry[], parties: Parties): void {
  const [first, second] = [found.get('currency'), found.get('currency_2')];
  for (const entry of entries) {
    const [label, buys, of, ofCode, buysCode] = TRADER.exec(entry.label) ?? [];
    const currency = of ?? ofCode;
    const side = label === undefined ? undefined : parties.resolve(entry.value);
    if (!side || (currency !== first && currency !== second)) continue;
    const isBuyer = (buys ?? buysCode) !== undefined;
    found.add('currency_buyer', isBuyer === (currency === first) ? side : otherSide(side), entry);
  }
}
