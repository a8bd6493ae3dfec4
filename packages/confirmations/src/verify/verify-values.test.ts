import { renderConfirmation, samplePair } from '@trade-matching/confirmation-samples';
import { LIE_KINDS, makeLie } from '@trade-matching/confirmation-samples/lies';
import { drawnPdf, drawnText, pdf, stream } from '@trade-matching/confirmation-samples/pdf';
import { expect, test } from 'vitest';
import { readConfirmation } from '../extract/read-confirmation.ts';
import { readPages } from '../read/read-text.ts';
import { riskSigns } from './risk-signs.ts';

/** A look takes seconds of a processor that others share. */
const LONG_MS = 120_000;

/** A letter whose notional is printed with the digit 7 where its text says 1. */
function printedAsSeven(): Uint8Array {
  const rows = [
    ['Interest Rate Swap Transaction', ''],
    ['From:', 'Meridian Bank plc'],
    ['To:', 'Hudson Trust Company'],
    ['Our Reference:', 'IRS-771204'],
    ['Trade Date:', '2 November 2026'],
    ['Effective Date:', '4 November 2026'],
    ['Termination Date:', '4 November 2031'],
    ['Notional Amount:', ''],
    ['Fixed Rate Payer:', 'Meridian Bank plc'],
    ['Fixed Rate:', '3.75 %'],
    ['Floating Rate Payer:', 'Hudson Trust Company'],
    ['Floating Rate Option:', 'USD-SOFR-OIS Compound'],
  ].flatMap(([label = '', value = ''], i) => [
    drawnText(label, 50, 780 - 16 * i),
    ...(value === '' ? [] : [drawnText(value, 220, 780 - 16 * i)]),
  ]);
  const notional = 'BT /Lie 10 Tf 220 668 Td (USD 15,000,000.00) Tj ET';
  return pdf([
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Count 1/Kids[3 0 R]>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F0 5 0 R/Lie 6 0 R>>>>/Contents 4 0 R>>',
    stream('', Buffer.from([...rows, notional].join('\n'), 'latin1')),
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>',
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding<</BaseEncoding/WinAnsiEncoding/Differences[49/seven]>>/ToUnicode 7 0 R>>',
    stream('', Buffer.from('begincmap 1 beginbfrange <20> <7e> <0020> endbfrange endcmap')),
  ]);
}

test('75,000,000 that the text calls 15,000,000 is flagged with both', { timeout: LONG_MS }, async () => {
  const extraction = await readConfirmation(printedAsSeven(), 'BANK');
  if (extraction.outcome === 'refused') throw new Error(extraction.refusal.message);
  const { trade, flags } = extraction.extracted;
  expect(trade.notional).toBe('15000000.00');
  const seen = flags.filter(({ code }) => code === 'SEEN_OTHERWISE');
  expect(seen).toMatchObject([{ field: 'notional', severity: 'review' }]);
  expect(seen[0]?.message).toMatch(/shows “USD ?75,000,000\.00”, its text says “USD 15,000,000\.00”/);
});

test('a document with a sign is left to another reader before anything is rendered', async () => {
  class LeftError extends Error {}
  const onScan = () => {
    throw new LeftError();
  };
  const lie = printedAsSeven();
  await expect(readConfirmation(lie, 'BANK', {}, { onScan })).rejects.toThrow(LeftError);
  const off = await readConfirmation(lie, 'BANK', {}, { onScan, verify: 'off' });
  expect(off).toMatchObject({ outcome: 'extracted', extracted: { trade: { notional: '15000000.00' } } });
  const honest = renderConfirmation(samplePair(2).bank, 'letter');
  expect(await readConfirmation(honest, 'BANK', {}, { onScan })).toMatchObject({ outcome: 'extracted' });
  await expect(readConfirmation(honest, 'BANK', {}, { onScan, verify: 'always' })).rejects.toThrow(LeftError);
});

test.each(LIE_KINDS)('a page that lies has a sign: %s', async (kind) => {
  const { bytes } = await makeLie(kind, 4);
  expect((await riskSigns(bytes, await readPages(bytes))).get(1)).toHaveLength(1);
});

test('rules of a table, a background and an underline are no signs', async () => {
  const page = drawnPdf([
    'q 0.9 g 40 690 400 40 re f Q',
    drawnText('Notional Amount:  USD 15,000,000.00', 50, 700),
    'q 0.5 w 40 690 400 40 re S 50 698 m 230 698 l S Q',
  ]);
  expect([...(await riskSigns(page, await readPages(page)))]).toEqual([]);
});

test('what damage does to a page with a sign breaks no reading', { timeout: LONG_MS }, async () => {
  const { bytes } = await makeLie('drawn', 1);
  for (const [from, to] of [
    ['/MediaBox[0 0', '/MediaBox[0 9'],
    ['/BaseFont/Helvetica', '/BaseFont/Helvetixa'],
    ['startxref', 'startxxxx'],
  ] as const) {
    const damaged = Buffer.from(Buffer.from(bytes).toString('latin1').replace(from, to), 'latin1');
    const { outcome } = await readConfirmation(damaged, 'BANK');
    expect(['extracted', 'refused']).toContain(outcome);
  }
});
