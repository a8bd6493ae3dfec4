import type { Parties } from '../parties/find-parties.ts';
import { legIn, payingSentences } from '../sentences/leg-sentence.ts';
import * as read from '../values/readers.ts';
import type { ProductDefinition } from './definition.ts';
import { CURRENCY_TERM, NOTIONAL_TERM } from './legs.ts';
import { SWAP_PHRASES } from './swap-phrases.ts';
import { addLeg, inOrder, type Leg, twoLegs, withBothPayers } from './two-legs.ts';

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

/** Two floating legs in one currency. The legs are in order of index and tenor, whoever prints them first. */
export const basisSwap: ProductDefinition = {
  names: [
    /\b(?:basis|float(?:ing)?[\s/-]*(?:for[\s-]+)?float(?:ing)?)\s+(?:rate\s+)?swap|tenor basis|float(?:ing)?[\s/-]*(?:for[\s-]+)?float(?:ing)?\s*\(basis\)\s+swap|\bbasis-?swap\b|\bswap de bases?\b|\bswap di base\b/i,
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
    return entries.filter(({ label }) => /\bfloating rate option\b/i.test(label)).length > 1;
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
    // What a leg's label gave is that leg's.
    if (first.terms.payment_frequency !== undefined && second.terms.payment_frequency !== undefined)
      found.drop('payment_frequency');
  },
};
