import { canonicalLabel } from '../labels.ts';
import type { Entry } from '../layout/entry.ts';
import type { Parties } from '../parties/find-parties.ts';
import { legIn, payingSentences } from '../sentences/leg-sentence.ts';
import * as read from '../values/readers.ts';
import { FLOATING_INDEX } from '../vocabulary/floating-indices.ts';
import { legOf } from '../vocabulary/term.ts';
import type { ProductDefinition } from './definition.ts';
import { CURRENCY_TERM, NOTIONAL_TERM } from './legs.ts';
import { SWAP_PHRASES } from './swap-phrases.ts';
import { addLeg, inOrder, type Leg, twoLegs, useRegularFirst, withBothPayers } from './two-legs.ts';

/** `The Bank will pay EUR-EURIBOR 3 months plus 0.095 per cent, every 3 months`: a leg a sentence, if there are two. */
function legsInSentences(prose: string, parties: Parties): [Leg, Leg] | undefined {
  const legs = payingSentences(prose, parties).flatMap(({ payer, text }): Leg[] => {
    const said = legIn(text);
    if (said?.index === undefined) return [];
    const place = { page: 0, line: 0, label: 'text', value: text, section: '', boxes: [] };
    const terms = { ...said, payer };
    return [{ terms, places: Object.fromEntries(Object.keys(terms).map((term) => [term, place])) }];
  });
  const [one, other] = legs;
  return one && other && legs.length === 2 && one.terms.payer !== other.terms.payer ? [one, other] : undefined;
}

/** The rate of either leg, by its label alone. */
const NAMES_A_RATE = /^(?:index|rate|rate index|rate option|reference rate|benchmark|floating rate|interest rate)$/;

/** Two columns, or two parts of a page, of which each names an index, and none says that it is fixed. */
function hasTwoIndices(entries: readonly Entry[]): boolean {
  if (
    entries.some(({ column, section, value }) => [column, section, value].some((text) => legOf(text ?? '') === 'fixed'))
  )
    return false;
  const legs = entries.filter(
    ({ label, value }) => NAMES_A_RATE.test(canonicalLabel(label)) && FLOATING_INDEX.test(value),
  );
  return legs.length === 2 && new Set(legs.map(({ column, section }) => column ?? section)).size === 2;
}

/** Two floating legs in one currency. The legs are in order of index and tenor, whoever prints them first. */
export const basisSwap: ProductDefinition = {
  names: [
    /\b(?:basis|float(?:ing)?[\s/-]*(?:for[\s-]+)?float(?:ing)?)\s+(?:rate\s+)?swap|tenor basis|float(?:ing)?[\s/-]*(?:for[\s-]+)?float(?:ing)?\s*\(basis\)\s+swap|\bbasis-?swap\b|\bswap de bases?\b|\bswap di base\b|\b(?:rate|ir)?\s*swap\s*(?:[-–—:]\s*basis\b|\(\s*(?:tenor\s+)?basis\s*\))|\birs\s*(?:[-–—:]\s*basis\b|\(\s*basis\s*\))|\bfloat(?:ing)?\s*[-/]\s*float(?:ing)?\b/i,
  ],
  alwaysNamed: true,
  terms: [
    NOTIONAL_TERM,
    CURRENCY_TERM,
    { labels: ['value date'], read: read.date('effective_date') },
    { labels: ['tenor', 'term', 'swap tenor'], read: read.tenor('tenor') },
  ],
  phrases: SWAP_PHRASES,
  required: [
    'trade_date',
    'effective_date',
    'termination_date',
    'currency',
    'notional',
    'floating_rate_payer',
    'floating_rate_index',
    'second_rate_payer',
    'second_rate_index',
  ],
  counterparts: [['floating_rate_payer', 'second_rate_payer']],
  isMeantBy(named, entries) {
    if (named !== 'INTEREST_RATE_SWAP' || entries.some(({ label }) => /\bfixed\b/i.test(label))) return false;
    return entries.filter(({ label }) => /\bfloating rate option\b/i.test(label)).length > 1 || hasTwoIndices(entries);
  },
  read({ found, entries, context, parties, prose }) {
    const legs = twoLegs(entries, context, parties) ?? legsInSentences(prose, parties);
    if (!legs) return;
    const [first, second] = inOrder(withBothPayers(legs));
    addLeg(found, first, {
      payer: 'floating_rate_payer',
      index: 'floating_rate_index',
      designated_maturity: 'designated_maturity',
      spread_bps: 'spread_bps',
      day_count: 'floating_day_count',
      payment_frequency: 'floating_payment_frequency',
    });
    addLeg(found, second, {
      payer: 'second_rate_payer',
      index: 'second_rate_index',
      designated_maturity: 'second_designated_maturity',
      spread_bps: 'second_spread_bps',
      day_count: 'second_day_count',
      payment_frequency: 'second_payment_frequency',
    });
    for (const leg of [first, second]) useRegularFirst(found, leg);
    // What a leg's label gave is that leg's.
    if (first.terms.payment_frequency !== undefined && second.terms.payment_frequency !== undefined)
      found.drop('payment_frequency');
  },
};
