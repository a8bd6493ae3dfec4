import type { Parties } from '../parties/find-parties.ts';
import { speaker } from '../parties/speaker.ts';
import { matchesWith } from '../sentences/matches-with.ts';
import { readAmount } from '../values/numbers.ts';
import type { ReadingContext } from '../values/readers.ts';
import { type ForwardSide, opposite } from './sides.ts';

const AMOUNT =
  "((?:[A-Z]{3}|€)\\s*\\d(?:[\\d.,'’\u00a0\u202f ]*\\d)?(?:\\s*(?:Mio\\.?|millones|millions|milioni))?|\\d(?:[\\d.,'’\u00a0\u202f ]*\\d)?\\s*(?:(?:Mio\\.?|millones de|millions de|milioni di)\\s*)?[A-Z]{3})";
const BUYS = 'gekauft|kaufen|kauft|acheté|achetons|achète|comprado|compramos|compra|acquistato|acquistiamo|acquista';
const SELLS = 'verkauft|verkaufen|vendu|vendons|vend|vendido|vendemos|vende|venduto|vendiamo';
const AGAINST =
  '(?:,?\\s*y (?:les|le) hemos (?:vendido|comprado) a cambio (?:la cantidad de|el importe de)?|,?\\s*(?:y|e|et|und)\\s+(?:compra|vende|acquista|achète|vend|kauft|verkauft)(?:\\s+(?:a|von|à|da|an)\\s+\\S+(?:\\s+\\S+){0,2})?|gegen(?:\\s+Zahlung\\s+von)?|contre(?:\\s+paiement\\s+de)?|a cambio de|contra|contro|in cambio di|verso)';
/** The verb stands before the amounts, or, in German, behind them. */
const VERB_FIRST = new RegExp(
  `(\\S+(?:\\s+\\S+){0,4}?)\\s+(?:(?:hemos|han|ha|avons|a|ont|abbiamo|hanno)\\s+)?\\b(?:(${BUYS})|(${SELLS}))\\b[^;]{0,70}?${AMOUNT}\\s*,?\\s+${AGAINST}\\s+${AMOUNT}`,
  'giu',
);
const VERB_LAST = new RegExp(
  `\\b(?:haben|hat)\\s+((?:d(?:ie|er|as)\\s+)?\\S+(?:\\s+\\S+){0,4}?)\\s[^.;]{0,60}?${AMOUNT}\\s+${AGAINST}\\s+${AMOUNT}\\s+(?:(gekauft|erworben)|(verkauft|veräußert))`,
  'giu',
);
/** `hat die Bank vom Vertragspartner EUR … per Termin gekauft und ihm dagegen CHF … verkauft`: each amount with its verb. */
const BOTH_VERBS = new RegExp(
  `\\b(?:haben|hat)\\s+((?:d(?:ie|er|as)\\s+)?\\S+(?:\\s+\\S+){0,2}?)\\s[^.;]{0,60}?${AMOUNT}\\s[^.;]{0,24}?(?:(gekauft|erworben)|(verkauft|veräußert))\\s+und\\s[^.;]{0,30}?${AMOUNT}\\s[^.;]{0,24}?(?:verkauft|veräußert|gekauft|erworben)`,
  'giu',
);
const TRADES = new RegExp(`\\b(?:${BUYS}|${SELLS})\\b`, 'iu');
const GERMAN = /\b(?:haben|hat)\s/i;
/** Verbs that name the writer by their form, or who writes. */
const WE =
  /\b(?:hemos|compramos|vendemos|avons|achetons|vendons|nous|abbiamo|acquistiamo|vendiamo|wir|nosotros|noi)\b/iu;

/** `hemos comprado a Banco X 1.500.000,00 USD a cambio de 1.282.051,28 EUR`, `haben wir Ihnen USD … gegen EUR … verkauft`. */
export function readForwardAbroad(
  prose: string,
  parties: Parties,
  { decimalMark }: ReadingContext,
): [ForwardSide, ForwardSide] | undefined {
  for (const [pattern, isLast, at] of [
    [VERB_FIRST, false, [2, 4, 5]],
    [VERB_LAST, true, [4, 2, 3]],
    [BOTH_VERBS, true, [3, 2, 5]],
  ] as const) {
    for (const match of matchesWith(prose, isLast ? GERMAN : TRADES, pattern)) {
      const [literal, who = ''] = match;
      const [bought, one = '', other = ''] = at.map((group) => match[group]);
      const [first, second] = [one, other].map((text) => readAmount(text.replace(/^€/, 'EUR'), decimalMark));
      if (!first?.currency || !second?.currency || first.currency === second.currency) continue;
      const side = WE.test(isLast ? who : literal.slice(0, literal.indexOf(one)))
        ? parties.issuer
        : speaker(who, parties);
      const buyer = side && (bought === undefined ? opposite(side) : side);
      const entry = { page: 0, line: 0, label: 'text', value: literal };
      return [
        { currency: first.currency, amount: first.amount, buyer, entry },
        { currency: second.currency, amount: second.amount, buyer: buyer && opposite(buyer), entry },
      ];
    }
  }
  return undefined;
}
