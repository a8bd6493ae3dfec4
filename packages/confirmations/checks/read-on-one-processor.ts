// Reads documents in a reader process and prints a verdict for each: run by starved-reader.test.ts on a busy processor.
import { renderConfirmation, samplePair } from '@trade-matching/confirmation-samples';
import type { Extraction } from '@trade-matching/domain';
import { createConfirmationReader, ReaderUnavailableError } from '../src/index.ts';

const [workerPath = ''] = process.argv.slice(2);
const documents = [0, 1, 2].map((number) => renderConfirmation(samplePair(number).bank, 'letter'));
const good = createConfirmationReader({ concurrency: 1, timeoutMs: 2000 });
const bombs = createConfirmationReader({ concurrency: 1, timeoutMs: 500, workerPath });
const verdict = (extraction: Extraction) =>
  extraction.outcome === 'refused' ? extraction.refusal.reason : extraction.extracted.trade.trade_id;

/** As the processor does it: what is unavailable is asked for again. */
async function readAgain(reader: typeof good, bytes: Uint8Array): Promise<Extraction> {
  for (;;) {
    try {
      return await reader.read(bytes, 'BANK');
    } catch (error) {
      if (!(error instanceof ReaderUnavailableError)) throw error;
    }
  }
}

const verdicts = [];
for (const bytes of documents) verdicts.push(verdict(await readAgain(good, bytes)));
for (const bytes of documents.slice(0, 1)) verdicts.push(verdict(await readAgain(bombs, bytes)));
await good.close();
await bombs.close();
process.stdout.write(JSON.stringify(verdicts));
