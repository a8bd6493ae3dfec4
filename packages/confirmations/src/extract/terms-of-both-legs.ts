import type { Product } from '@trade-matching/domain';
import type { Entry } from './layout/entry.ts';
import { DEFINITIONS } from './products/index.ts';
import { remembering } from './remembering.ts';
import { readDayCount, readFrequency } from './values/terms.ts';

/** `Day count (both legs)`, `Payments of both parties`, `Both legs`, `Base di calcolo (entrambe)`. */
const OF_BOTH =
  /\b(?:both(?: legs| parties| sides)?|each (?:leg|party)|all legs|beider?|beide (?:parteien|seiten)|les deux|ambas|ambos|entramb[ei])\b/i;
const isOfBoth: (label: string) => boolean = remembering((label) => OF_BOTH.test(label));
/** `ACT/365F, both legs`, `semi-annual (each party)`. */
const BOTH_BEHIND =
  /^(.+?)[\s,;(–-]+(?:(?:on|for|of) )?(?:both(?: legs| parties| sides)|each (?:leg|party|side)|(?:auf )?beide(?:n)? seiten|les deux (?:jambes|parties)|ambas (?:partes|patas)|entrambe le (?:parti|gambe))\)?$/i;
const LONGEST_VALUE = 60;

/** An entry that gives a day count or a frequency for both legs, as one of each leg; any other as it is. */
export function withTermsOfBothLegs(product: Product, entry: Entry): Entry[] {
  const saidBehind = BOTH_BEHIND.exec(entry.value)?.[1];
  if ((saidBehind === undefined && !isOfBoth(entry.label)) || entry.value.length > LONGEST_VALUE) return [entry];
  const { legPayers } = DEFINITIONS[product];
  if (legPayers?.fixed === undefined || legPayers.floating === undefined) return [entry];
  const [dayCount, frequency] = [readDayCount(entry.value), readFrequency(entry.value)];
  const labels = [
    ...(dayCount === undefined ? [] : ['Day Count Fraction']),
    ...(frequency === undefined ? [] : ['Payment Dates']),
  ];
  if (labels.length === 0) return [entry];
  return (['Fixed Rate', 'Floating Rate'] as const).flatMap((leg) =>
    labels.map((label) => ({ ...entry, label: `${leg} Payer ${label}`, value: saidBehind ?? entry.value })),
  );
}
