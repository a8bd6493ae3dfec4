import {
  CORPUS_TRADES,
  type CorpusProduct,
  corpusDocument,
  DATE_FORMATS,
  DECOYS,
  PAGE_LAYOUTS,
  type PageLayout,
  wrongFields,
} from '@trade-matching/confirmation-samples/corpus';
import { describe, expect, test } from 'vitest';
import { readConfirmation } from '../src/extract/read-confirmation.ts';

/** What decoys are of themselves: an upfront, a floor, a number of shares are terms, though none of these trades'. */
const OWN_TERMS = /^master_agreement|^confirmation|^upfront_|^floor_rate$|^cap_rate$|^number_of_shares$|^barrier_/;

/** Of a dozen styles each layout has every third, each style stands in every third layout; all of each in the checks. */
const STYLES_APART = process.env.ALL_STYLES ? 1 : 3;
/** Each decoy stands in every fifth layout, each layout has every fifth decoy. */
const EVERY = 5;

// Every product in every layout, in styles of wording and of numbers: what a document prints is read as it
// stands, and nothing in it is thought to contradict itself.
describe.each(Object.keys(CORPUS_TRADES) as CorpusProduct[])('%s', (product) => {
  test.each(Object.keys(PAGE_LAYOUTS) as PageLayout[])('printed as %s is read back in each style', async (layout) => {
    const first = Object.keys(PAGE_LAYOUTS).indexOf(layout);
    for (const [number, trade] of CORPUS_TRADES[product].entries()) {
      for (let style = (first + number) % STYLES_APART; style < DATE_FORMATS.length; style += STYLES_APART) {
        const source = (style + number) % 2 === 0 ? 'BANK' : 'COUNTERPARTY';
        const { name, bytes, truth } = corpusDocument(trade, layout, style, source);
        const extraction = await readConfirmation(bytes, source);
        if (extraction.outcome !== 'extracted') throw new Error(`${name}: ${extraction.refusal.message}`);
        const { trade: read, flags } = extraction.extracted;
        expect({ name, wrong: wrongFields(truth, read), flags }).toEqual({ name, wrong: [], flags: [] });
      }
    }
  });

  test.each(Object.keys(PAGE_LAYOUTS) as PageLayout[])(
    'decoys among the terms of a %s are left there',
    async (layout) => {
      const [trade] = CORPUS_TRADES[product];
      if (!trade) return;
      const start = Object.keys(PAGE_LAYOUTS).indexOf(layout) % EVERY;
      for (let style = start; style < DECOYS.length; style += EVERY) {
        const decoy = DECOYS[style] ?? ['', ''];
        const { name, bytes, truth } = corpusDocument(trade, layout, style, 'BANK', [decoy]);
        const extraction = await readConfirmation(bytes, 'BANK');
        if (extraction.outcome !== 'extracted') throw new Error(`${name}, ${decoy[0]}: ${extraction.refusal.message}`);
        const { trade: read, flags } = extraction.extracted;
        // `Fixed Rate Payer (Buyer)` of a default swap is a term of its own, besides the buyer.
        const isBuyer = read.fixed_rate_payer === truth.buyer;
        const beyond = Object.keys(read).filter(
          (field) => !(field in truth) && !OWN_TERMS.test(field) && !(field === 'fixed_rate_payer' && isBuyer),
        );
        expect({ decoy, wrong: wrongFields(truth, read), beyond, flags }).toEqual({
          decoy,
          wrong: [],
          beyond: [],
          flags: [],
        });
      }
    },
  );
});
