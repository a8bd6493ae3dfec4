import type { Product } from '@trade-matching/domain';
import { describe, expect, test } from 'vitest';
import { readConfirmation } from '../extract/read-confirmation.ts';
import { corpusDocument, wrongFields } from './corpus.ts';
import { DATE_FORMATS } from './formats.ts';
import { PAGE_LAYOUTS, type PageLayout } from './page-layouts.ts';
import { CORPUS_TRADES } from './trades.ts';

// Every product in every layout, in a dozen styles of wording and of numbers: what a document prints is read as it
// stands, and nothing in it is thought to contradict itself.
describe.each(Object.keys(CORPUS_TRADES) as Product[])('%s', (product) => {
  test.each(Object.keys(PAGE_LAYOUTS) as PageLayout[])('printed as %s is read back in every style', async (layout) => {
    for (const [number, trade] of CORPUS_TRADES[product].entries()) {
      for (let style = 0; style < DATE_FORMATS.length; style++) {
        const source = (style + number) % 2 === 0 ? 'BANK' : 'COUNTERPARTY';
        const { name, bytes, truth } = corpusDocument(trade, layout, style, source);
        const extraction = await readConfirmation(bytes, source);
        if (extraction.outcome !== 'extracted') throw new Error(`${name}: ${extraction.refusal.message}`);
        const { trade: read, flags } = extraction.extracted;
        expect({ name, wrong: wrongFields(truth, read), flags }).toEqual({ name, wrong: [], flags: [] });
      }
    }
  });
});
