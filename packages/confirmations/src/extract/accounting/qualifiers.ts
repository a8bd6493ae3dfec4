import type { Product, TradeField } from '@trade-matching/domain';

/** What qualifies a value in the words of any house: of what, and what is said, in one form for all wordings. */
export interface Qualifier {
  /** `adjustment of periods`: the same under whichever label it is printed. */
  readonly what: string;
  /** `adjusted`, `not adjusted`. */
  readonly said: string;
  /** It is what the market's definitions say where nobody says it: a document that is silent does not disagree. */
  readonly isUsual: boolean;
}

/** Of which trade, and of which of its fields, a cell speaks. */
export interface Qualified {
  readonly product: Product;
  readonly fields: readonly TradeField[];
  readonly hasSchedule: boolean;
}

interface Phrase {
  readonly pattern: RegExp;
  /** None where these words, of these fields, are none of this kind. */
  readonly means: (of: Qualified) => readonly Qualifier[];
}

const PERIODS =
  "(?:(?:interest |calculation |accrual )?(?:periods?|accruals?)|(?:zins|berechnungs)?perioden?|p[ée]riodes?(?: d['’]int[ée]r[êe]ts?| de calcul)?|per[íi]odos?(?: de (?:inter[ée]s|c[áa]lculo))?|periodi(?: di (?:calcolo|interessi))?)";
const ADJUSTED = `(?:${PERIODS},? (?:(?:are|is|to be|werden|sind|être|se|son|sono) )?)?(?:adjusted|adj\\.?|angepasst|ajust[ée]e?s?|ajustad[oa]s?|aggiustat[oaie]|rettificat[oaie])(?: ${PERIODS})?`;
const WITH_ADJUSTING = `(?:with|mit|avec|con) (?:adjustment|anpassung|ajustement|ajuste|aggiustamento|rettifica)(?: (?:of|der|des|de los|dei) ${PERIODS})?`;
const NOT_ADJUSTED = `(?:${PERIODS},? (?:(?:are|is|to be|werden|sind|son|sono) )?)?(?:un-?adj(?:usted|\\.)?|(?:not|non|no|nicht|sin|sans|senza|ohne|without|keine) -?(?:to be |be |se )?(?:adj(?:usted|\\.)?|adjustments?|angepasst\\w*|anpassung|ajust[ée]e?s?|ajustement|ajustad[oa]s?|ajuste|aggiustat[oaie]|rettificat[oaie]|rettifica)|non-adjusted)(?: (?:of |der |des )?${PERIODS})?`;
const INCLUDED =
  'inclusive|including|included|incl\\.?|einschließlich|einschl\\.?|inkl\\.?|inclus(?:e|es)?|compris(?:e|es)?|incluid[oa]s?|inclusive|inclus[oaie]|compres[oaie]';
const BOTH = '(?:both|jeweils|beide|tous deux|ambos|ambas|entrambi|entrambe)';
const DATES = '(?: (?:days?|dates?|tage|daten|dates?|días|fechas|giorni|date))?';
/** Of what is constant no figure changes over the trade's life. */
const CONSTANT =
  '(?:(?:remains? |remaining |held )?(?:level|constant|unchanged|flat|fixed) (?:throughout(?: the (?:term|life)(?: of the (?:swap|trade|transaction))?)?|(?:for|over) the (?:whole |entire |full )?(?:term|life)(?: of the (?:swap|trade|transaction))?)|constant(?: notional)?|non-?amorti[sz]ing|no amorti[sz]ation|endfällig|gleichbleibend|konstant|ohne tilgung|in fine|(?:montant )?constant sur (?:toute la|la) durée|non amortissable|sans amortissement|sin amortizaci[óo]n|constante durante (?:toda la|la) vida|costante(?: per (?:tutta la|la) durata)?|senza ammortamento)';

const word = (source: string) => new RegExp(`(?<![\\p{L}\\d-])(?:${source})(?![\\p{L}\\d-])`, 'giu');
const RATES: ReadonlySet<Product> = new Set<Product>([
  'INTEREST_RATE_SWAP',
  'BASIS_SWAP',
  'CROSS_CURRENCY_SWAP',
  'CAP_FLOOR',
  'SWAPTION',
]);

/**
 * Whether a period's end moves with its payment. It does unless `No Adjustment` is said (2006 ISDA Definitions, 4.10; 2021
 * ISDA Definitions, 2.3). The scheduled termination date of a credit default swap does not unless it is said (2014 ISDA
 * Credit Derivatives Definitions, 1.14).
 */
function adjustment(isAdjusted: boolean): (of: Qualified) => readonly Qualifier[] {
  const said = isAdjusted ? 'adjusted' : 'not adjusted';
  return ({ product, fields }) => {
    if (fields.includes('business_day_convention'))
      return [{ what: 'adjustment of periods', said, isUsual: isAdjusted }];
    const isCredit = product === 'CREDIT_DEFAULT_SWAP';
    if (!fields.includes('termination_date') || !(isCredit || RATES.has(product))) return [];
    // Beside the end of a swap of rates either is printed by houses that mean the same: only the contrary is a difference.
    return [{ what: 'adjustment of termination date', said, isUsual: !isCredit || !isAdjusted }];
  };
}

/** Whether the first and the last day count: of a commodity's term both do (2005 ISDA Commodity Definitions, 2.1 and 2.2). */
function ofDays(ends: readonly ('first' | 'last')[], isIn: boolean): (of: Qualified) => readonly Qualifier[] {
  return ({ product, fields }) =>
    ends.flatMap((end) => {
      if (!fields.includes(end === 'first' ? 'effective_date' : 'termination_date')) return [];
      const isUsual = isIn || (end === 'last' && RATES.has(product));
      return [{ what: `${end} day`, said: isIn ? 'included' : 'excluded', isUsual }];
    });
}

/** A notional without a schedule is what it is to the end. */
const constant = ({ fields, hasSchedule }: Qualified): readonly Qualifier[] =>
  hasSchedule || !fields.some((field) => /^notional(?:_2)?$/.test(field))
    ? []
    : [{ what: 'notional over time', said: 'constant', isUsual: true }];

/** Longer ones first: `not adjusted` holds `adjusted`. */
const PHRASES: readonly Phrase[] = [
  { pattern: word(NOT_ADJUSTED), means: adjustment(false) },
  { pattern: word(`${WITH_ADJUSTING}|${ADJUSTED}`), means: adjustment(true) },
  {
    pattern: word(`(?:from|vom|von|du|del|desde|dal)(?: (?:and|und|et|y|e))? (?:${INCLUDED})`),
    means: ofDays(['first'], true),
  },
  { pattern: word('from,? (?:but )?excluding'), means: ofDays(['first'], false) },
  {
    pattern: word(`(?:to|until|through|bis|au|hasta|al|fino al)(?: (?:and|und|et|y|e))? (?:${INCLUDED})`),
    means: ofDays(['last'], true),
  },
  {
    pattern: word('(?:to|until|bis|up to),? (?:but )?(?:excluding|exclusive|ausschließlich)'),
    means: ofDays(['last'], false),
  },
  {
    pattern: word(`${BOTH}${DATES} (?:are )?(?:${INCLUDED})|(?:${INCLUDED}) ${BOTH}`),
    means: ofDays(['first', 'last'], true),
  },
  { pattern: word(INCLUDED), means: ofDays(['first', 'last'], true) },
  { pattern: word(CONSTANT), means: constant },
];

/** The qualifiers of a cell, and its text without them. What else it says stays in the text, to be judged by its words. */
export function qualifiersIn(
  text: string,
  of: Qualified,
): { readonly rest: string; readonly qualifiers: readonly Qualifier[] } {
  const qualifiers: Qualifier[] = [];
  let rest = text;
  for (const { pattern, means } of PHRASES) {
    const meant = means(of);
    if (meant.length === 0) continue;
    const without = rest.replace(pattern, ' ');
    if (without === rest) continue;
    qualifiers.push(...meant);
    rest = without;
  }
  return { rest, qualifiers };
}
