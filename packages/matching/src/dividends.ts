import { printedValue } from './printed-value.ts';

/** What is said of dividends, each in one form for all words of it, in five languages. Longer ones first. */
const SAID: readonly (readonly [RegExp, string])[] = [
  [
    /\b(?:(?:paid|payable|settled) )?(?:with )?(?:next(?: following)?|following) (?:payment|settlement) (?:date|days?)\b|\b(?:payes?|versee?s?) a la prochaine date de paiement\b|\ba la prochaine date de paiement\b|\b(?:zahlbar )?am nachsten zahlungstag\b|\ben la (?:proxima|siguiente) fecha de pago\b|\balla (?:prossima|successiva) data di pagamento\b/g,
    'NEXTPAYMENT',
  ],
  [/\b(?:date )?(?:receipt|its payment|payment by issuer)\b/g, 'ONRECEIPT'],
  [/\b(?:reinvested|wiederangelegt|reinvesti\w*|reinverti\w*)\b/g, 'REINVESTED'],
  [/\b(?:gross|brutto\w*|brute?s?|brut[oa]s?|lord[oi])\b/g, 'GROSS'],
  [/\b(?:net|netto\w*|nets|nette?s?|net[oa]s?|nett[oi])\b/g, 'NET'],
];
/** Words beside them that say nothing more: whose dividends else, and that they are passed on. */
const FILLER: ReadonlySet<string> = new Set(
  'dividend dividends dividende dividenden dividendes dividendo dividendos dividendi cash amount amounts percentage passed pass through to du des de la le les del dei der die del in'.split(
    ' ',
  ),
);
const SHARE = /-?\d+(?:\.\d+)? %/g;

/**
 * A cell of dividends in one form: which share of them, gross or net, paid when. Undefined where it says anything besides, of
 * extraordinary or declared dividends, of two shares: such a cell is compared as it is printed.
 */
export function dividendsOf(literal: string): string | undefined {
  const text = printedValue(literal);
  const shares = new Set(text.match(SHARE) ?? []);
  if (shares.size !== 1) return undefined;
  const said: string[] = [];
  let rest = text.replace(SHARE, ' ');
  for (const [words, name] of SAID) {
    const without = rest.replace(words, ' ');
    if (without !== rest) said.push(name);
    rest = without;
  }
  const isKnown = rest.split(' ').every((word) => word === '' || FILLER.has(word));
  return isKnown && !(said.includes('GROSS') && said.includes('NET'))
    ? [...shares, ...said].join(' ').toLowerCase()
    : undefined;
}
