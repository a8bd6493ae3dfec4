import type { OtherTerm, Trade } from '@trade-matching/domain';
import { normaliseText } from './normalise-text.ts';
import { printedValue } from './printed-value.ts';

/** How a barrier is watched. */
const OF_OBSERVATION =
  /\b(?:observ\w*|obs|monitor\w*|beobachtung\w*|constatation\w*|surveillance|osservazion\w*|observaci\w*)\b/;

/** What is said of it, each in one form for all words of it, in five languages. Longer ones first. */
const SAID: readonly (readonly [RegExp, string])[] = [
  [
    /\b(?:continuous(?:ly)?|any time|durchgehend\w*|laufend\w*|kontinuierlich\w*|jederzeit|en continu|continue?|continua\w*)\b/g,
    'CONTINUOUS',
  ],
  [
    /\b(?:(?:expiry|expiration)(?: date| time)? only|only (?:expiry|expiration)(?: date| time)?|nur (?:am verfalltag|bei verfall))\b/g,
    'ATEXPIRY',
  ],
  [/\b(?:daily|once a day|taglich|quotidien\w*|diari\w*|giornalier\w*)\b/g, 'DAILY'],
  [
    /\b(?:until|to|up to|bis zum|bis zu|jusqu a|hasta|fino a\w*) (?:ablauf (?:der )?ausubungsfrist|(?:cut(?: off)?(?: time)?|(?:expiration|expiry) time)|heure limite|hora limite|ora limite)(?: (?:on |am |le |el |il )?(?:expiry|expiration|verfall|verfalltag|echeance|vencimiento|scadenza)(?: date| day)?)?\b/g,
    'UNTILCUT',
  ],
  [
    /\b(?:until|to|up to|bis zum|jusqu a|hasta|fino a\w*) (?:and including )?(?:expiry|expiration|verfalltag|verfall|echeance|vencimiento|scadenza)(?: date| day)?\b/g,
    'UNTILEXPIRY',
  ],
  [
    /\b(?:from|ab|depuis|desde|dal?)(?: (?:execution|dealing|trade date|trade|abschluss(?:tag)?|handelstag|conclusion|celebracion|stipula))?(?: (?:on|am|le|el|il))?(?: (?:mon|tue|wed|thu|fri)\w*)? TRADEDATE\b/g,
    'FROMTRADE',
  ],
  [
    /\b(?:from|ab|depuis|desde|dal?) (?:execution|dealing|trade date|abschluss(?:tag)?|handelstag|conclusion|celebracion|stipula)\b/g,
    'FROMTRADE',
  ],
  [
    /\b(?:on (?:basis )?)?(?:spot (?:market )?(?:dealings|trades|transactions|rates|prices)|(?:anhand (?:der )?)?(?:am kassamarkt gehandelt\w* kurse|gehandelt\w* kassakurse)|(?:cours|taux) (?:au comptant )?traites(?: au comptant)?)\b/g,
    'SPOTTRADES',
  ],
];
/** `on`, `the` and their kin; where one is left that is none of them, a text says more. */
const FILLER: ReadonlySet<string> = new Set(
  'on the of in by am an der die das des dem zum le la les el il per'.split(' '),
);

/**
 * Whether two terms say one way to watch a barrier: how, from when, until when, at which prices. What is not understood of
 * either makes them two, and so does what only one of them says.
 */
export function isSameObservation(ours: OtherTerm, our: Trade, theirs: OtherTerm, their: Trade): boolean {
  if (our.barrier_type === undefined) return false;
  if (![ours, theirs].every(({ key, label }) => OF_OBSERVATION.test(`${key} ${normaliseText(label)}`))) return false;
  const [a, b] = [saidOf(ours, our), saidOf(theirs, their)];
  return a !== undefined && a === b;
}

function saidOf({ literal }: OtherTerm, { trade_date }: Trade): string | undefined {
  const printed = printedValue(literal).replace(/['’]/g, ' ');
  const text = trade_date === undefined ? printed : withTradeDate(printed, trade_date);
  const said: string[] = [];
  let rest = text;
  for (const [words, name] of SAID) {
    const without = rest.replace(words, ' ');
    if (without !== rest) said.push(name);
    rest = without;
  }
  return said.length > 0 && rest.split(' ').every((word) => word === '' || FILLER.has(word))
    ? [...new Set(said)].sort().join(' ')
    : undefined;
}

/** `3/11/2026`, whose other reading is before the trade, is the day of a trade of 3 November. */
function withTradeDate(text: string, date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  const other = `${year}-${String(day).padStart(2, '0')}-${String(month).padStart(2, '0')}`;
  const said = text.replaceAll(date, 'TRADEDATE');
  return other >= date
    ? said
    : said.replaceAll(`${day}/${month}/${year}`, 'TRADEDATE').replaceAll(`${month}/${day}/${year}`, 'TRADEDATE');
}
