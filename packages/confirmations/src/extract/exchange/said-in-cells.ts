import { otherSide, type Source } from '@trade-matching/domain';
import type { Entry } from '../layout/entry.ts';
import { amountsOf, tradesOf } from '../page-legs/amounts.ts';
import type { Parties } from '../parties/find-parties.ts';
import { currencyIn } from '../values/currencies.ts';
import type { ReadingContext } from '../values/readers.ts';
import type { ForwardSide } from './sides.ts';

/** Amounts of these are of something else than the exchange. */
const OF_SOMETHING_ELSE =
  /\b(?:premium|fees?|limit|line|threshold|fixing|spot|points?|account|konto|compte|cuenta|conto|rebate|barrier|margin|prime|prämie|premio|prima|rate|price|kurs|cours|cambio|tipo|taux|tasso)\b/i;
const LONGEST_CELL = 140;
/** `Venditore dei dollari`, `Buyer of GBP`, `Acheteur d'euros`: who trades a currency. */
const TRADER =
  /^(?:the )?(?:(buyer|purchaser|käufer|acheteur|comprador|acquirente|compratore)|seller|verkäufer|vendeur|vendedor|venditore)\s+(?:(?:of|der|des|von|de(?:l|i|gli|lle)?|di)\s+|d['’])?(?:the )?(.{3,30}?)\s*:?$/iu;
/** So many letters of a currency's name tell it from another: `dollari` and `Dollari USA`. */
const LETTERS = 5;

/**
 * The two amounts of an exchange by what its cells say, whatever their labels are: the one amount of each of two currencies,
 * and who buys it where a verb beside it, or a label of its own, says so. None where a currency has two amounts.
 */
export function sidesInCells(
  entries: readonly Entry[],
  parties: Parties,
  { decimalMark }: ReadingContext,
): ForwardSide[] {
  const sides = new Map<string, { amount: string; entry: Entry; buyers: Set<Source> }>();
  const doubtful = new Set<string>();
  const used = entries.filter(
    ({ label, value }) => value.length <= LONGEST_CELL && !OF_SOMETHING_ELSE.test(`${label} ${value}`),
  );
  for (const entry of used) {
    for (const { currency, amount } of amountsOf(entry.value, decimalMark, currencyIn(entry.label)?.code)) {
      const before = sides.get(currency);
      if (before && before.amount !== amount) doubtful.add(currency);
      if (!before) sides.set(currency, { amount, entry, buyers: new Set() });
    }
  }
  if (sides.size !== 2 || doubtful.size > 0) return [];
  for (const entry of used) {
    for (const { currency, side } of tradesOf({ label: entry.label, text: entry.value }, parties, undefined))
      sides.get(currency)?.buyers.add(side);
    const [, buys, what = ''] = TRADER.exec(entry.label) ?? [];
    const trader = what === '' ? undefined : parties.resolve(entry.value);
    const code = currencyIn(what)?.code ?? ofTheName(what, sides);
    if (trader && code !== undefined) sides.get(code)?.buyers.add(buys === undefined ? otherSide(trader) : trader);
  }
  return [...sides].map(([currency, { amount, entry, buyers }]) => {
    const [buyer, ...others] = buyers;
    return { currency, amount, entry, buyer: others.length === 0 ? buyer : undefined };
  });
}

/** The currency whose amount stands under a label that begins as the name does. */
function ofTheName(name: string, sides: ReadonlyMap<string, { readonly entry: Entry }>): string | undefined {
  const begins = name.toLowerCase().slice(0, LETTERS);
  if (begins.length < LETTERS) return undefined;
  return [...sides].find(({ 1: { entry } }) => entry.label.toLowerCase().startsWith(begins))?.[0];
}
