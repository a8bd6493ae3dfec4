import { otherSide, type Source } from '@trade-matching/domain';
import type { FoundFields } from '../found-fields.ts';
import type { Entry } from '../layout/entry.ts';
import type { Parties } from '../parties/find-parties.ts';

const LABEL = /^(?:direction|side|deal side|trade direction|sense|sens|richtung|sentido|direzione|lato)\s*:?$/i;
const ACTS =
  /^(.{1,60}?)\s+(?:(buys?|bought|kauf(?:en|t)|ach[eè]t(?:e|ons)|compra(?:mos|no)?|acquist(?:a|iamo))|(sells?|sold|verkauf(?:en|t)|vend(?:s|ons|emos|iamo|e)?))\s+([A-Z]{3})(?:\s*(?:\/|,|and|und|et|y|e)\s*(?:\p{L}+\s+)?([A-Z]{3}))?$/iu;

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
    const [, who = '', buys, , currency = ''] = (LABEL.test(entry.label) && ACTS.exec(said)) || [];
    const side = who === '' ? undefined : parties.resolve(who);
    if (!side || currency !== currency.toUpperCase()) continue;
    return { entry, currency, buyer: buys === undefined ? otherSide(side) : side };
  }
  return undefined;
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
