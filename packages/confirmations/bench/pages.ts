// How reading grows with a document's pages: a confirmation, followed by pages of the small print that banks append.
import { bench } from '@trade-matching/benchmarks';
import { LAY_OUT, samplePair } from '@trade-matching/confirmation-samples';
import { type PlacedText, writePdf } from '@trade-matching/confirmation-samples/pdf';
import { readConfirmation } from '../src/index.ts';
import { againstBareText } from './against-bare-text.ts';

const PAGES = [1, 2, 5, 10, 25, 50];
const LINES = 50;
const SENTENCE = 'Each party represents that it has entered into this Transaction after its own independent review';

await bench(async function* ({ quick }, progress) {
  for (const pages of PAGES) {
    progress(`${pages} pages`);
    const documents = Array.from({ length: Math.max(2, Math.ceil(20 / pages)) }, (_, i) => documentOf(2 * i, pages));
    for (const bytes of documents) {
      const { outcome } = await readConfirmation(bytes, 'BANK');
      if (outcome !== 'extracted') throw new Error(`A confirmation of ${pages} pages was not read.`);
    }
    const what = `extraction, ${pages} ${pages === 1 ? 'page' : 'pages'}`;
    yield { ...(await againstBareText(what, documents, quick ? 2 : 5, pages)), details: { pages } };
  }
});

function documentOf(number: number, pages: number): Uint8Array {
  const appended = Array.from({ length: pages - 1 }, (_, page) => smallPrint(page));
  return writePdf([LAY_OUT.letter(samplePair(number).bank), ...appended]);
}

function smallPrint(page: number): PlacedText[] {
  return Array.from({ length: LINES }, (_, line) => ({
    text: `(${page + 1}.${line + 1}) ${SENTENCE}`,
    x: 50,
    y: 790 - line * 14,
    size: 9,
  }));
}
