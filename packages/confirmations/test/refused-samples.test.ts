import { REFUSED_SAMPLES } from '@trade-matching/confirmation-samples';
import { expect, test } from 'vitest';
import { readConfirmation } from '../src/extract/read-confirmation.ts';
import { inspectPdf } from '../src/inspect/inspect-pdf.ts';

test.each(REFUSED_SAMPLES)('$name is refused as $reason', async ({ reason, bytes }) => {
  for (const number of [1, 2, 97]) {
    const inspection = await inspectPdf(bytes(number));
    const refused = inspection.ok ? await readConfirmation(bytes(number), 'BANK') : { refusal: inspection.refusal };
    expect(refused).toMatchObject({ refusal: { reason } });
  }
});

test.each(REFUSED_SAMPLES.filter(({ reason }) => reason !== 'EMPTY_FILE'))('no two $name are the same', ({ bytes }) => {
  const seen = new Set(Array.from({ length: 50 }, (_, number) => Buffer.from(bytes(number)).toString('base64')));
  expect(seen.size).toBe(50);
});
