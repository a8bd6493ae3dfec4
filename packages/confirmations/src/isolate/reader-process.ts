import type { Extraction, Source } from '@trade-matching/domain';
import type { ExtractionOptions } from '../extract/extract-trade.ts';
import { readConfirmation } from '../extract/read-confirmation.ts';
import { inspectPdf } from '../inspect/inspect-pdf.ts';

/** The disposable process that opens documents: one at a time, until it is replaced or killed. */
export interface ReadRequest {
  readonly id: number;
  readonly bytes: Uint8Array;
  readonly source: Source;
  readonly options: ExtractionOptions;
}

export type ReadAnswer =
  | { readonly id: number; readonly extraction: Extraction }
  | { readonly id: number; readonly crashed: string };

process.on('message', (request: ReadRequest) => {
  read(request).then((answer) => process.send?.(answer));
});
// A signal to the whole group, as Ctrl-C sends it, is the parent's matter: it finishes what it has started.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => {});
// Without its parent there is nobody to read for.
process.on('disconnect', () => process.exit(0));

async function read({ id, bytes, source, options }: ReadRequest): Promise<ReadAnswer> {
  try {
    const inspection = await inspectPdf(bytes);
    if (!inspection.ok) return { id, extraction: { outcome: 'refused', refusal: inspection.refusal } };
    return { id, extraction: await readConfirmation(bytes, source, options) };
  } catch (error) {
    return { id, crashed: error instanceof Error ? `${error.name}: ${error.message}` : String(error) };
  }
}
