import { PDFDocument } from '@cantoo/pdf-lib';
import { renderConfirmation, samplePair } from '@trade-matching/confirmation-samples';
import { pdf, plainPage, stream } from '@trade-matching/confirmation-samples/pdf';
import { makeScan, SCAN_KINDS, type ScanKind } from '@trade-matching/confirmation-samples/scans';
import type { Box, Extraction, Trade } from '@trade-matching/domain';
import { afterAll, describe, expect, test } from 'vitest';
import { createConfirmationReader, readConfirmation, ScannedDocumentError } from '../src/index.ts';

const { bank } = samplePair(2);
const PRINTED = renderConfirmation(bank, 'letter');
// A sheet takes seconds of a processor: two at a time.
const reader = createConfirmationReader({ concurrency: 2 });
afterAll(() => reader.close());

async function scanned(kind: ScanKind, printed: Uint8Array = PRINTED): Promise<Uint8Array> {
  return makeScan(printed, kind, 11);
}

function extractedFrom(extraction: Extraction) {
  if (extraction.outcome === 'refused') throw new Error(extraction.refusal.message);
  return extraction.extracted;
}

/** Values that differ from what was printed and that no flag names. */
function wrongUnnamed({ trade, flags }: ReturnType<typeof extractedFrom>, truth: Trade): string[] {
  const named = new Set(flags.filter(({ severity }) => severity === 'review').map(({ field }) => field as string));
  return Object.entries(trade).flatMap(([field, value]) =>
    value === truth[field as keyof Trade] || named.has(field) ? [] : [`${field}: ${value}`],
  );
}

/** Shares of the fields that the document with text gives. */
function shareRead({ trade }: ReturnType<typeof extractedFrom>, truth: Trade): number {
  const fields = Object.entries(truth);
  return fields.filter(([field, value]) => trade[field as keyof Trade] === value).length / fields.length;
}

const overlap = (a: Box, b: Box) =>
  Math.max(0, Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)) *
  Math.max(0, Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y));

describe('a scan is read as the document that was printed', () => {
  const printed = readConfirmation(PRINTED, 'BANK').then(extractedFrom);

  test.concurrent.each(['straight-200', 'straight-300', 'jpeg', 'tinted', 'written'] as const)('%s', async (name) => {
    const truth = await printed;
    const read = extractedFrom(await reader.read(await scanned(SCAN_KINDS[name]), 'BANK'));
    expect(wrongUnnamed(read, truth.trade)).toEqual([]);
    expect(shareRead(read, truth.trade)).toBeGreaterThanOrEqual(0.9);
    expect(read.flags[0]).toMatchObject({ code: 'SCANNED', severity: 'review' });
  });

  test.concurrent.each(['skewed', 'turned', 'upside-down', 'fax'] as const)(
    '%s, its values where they stand',
    async (name) => {
      const truth = await printed;
      const kind: ScanKind = SCAN_KINDS[name];
      const read = extractedFrom(await reader.read(await scanned(kind), 'BANK'));
      expect(wrongUnnamed(read, truth.trade)).toEqual([]);
      expect(shareRead(read, truth.trade)).toBeGreaterThanOrEqual(0.8);
      expect(read.evidence.trade_date).toMatchObject({ ocr: true, page: 1 });
      expect(read.evidence.trade_date?.confidence).toBeGreaterThan(0.5);
      if (kind.skew || kind.quarters === 1) return;
      const [its] = read.evidence.trade_date?.boxes ?? [];
      const [there] = truth.evidence.trade_date?.boxes ?? [];
      if (!its || !there) throw new Error('no box');
      const shown =
        kind.quarters === 2 ? { ...there, x: 595 - there.x - there.width, y: 842 - there.y - there.height } : there;
      expect(overlap(its, shown)).toBeGreaterThan(0.5 * its.width * its.height);
    },
  );

  test.concurrent('beside pages with text, as one document', async () => {
    const terms = plainPage(`Trade Date:|2 November 2026
      Settlement Date:|2 December 2026
      Amount and currency payable by Party A:|EUR 1,000,000.00
      Amount and currency payable by Party B:|USD 1,085,000.00
      Exchange Rate:|1.0850`);
    const opening = plainPage(`FX Forward Confirmation
      From:|Meridian Bank plc
      To:|Hudson Trust Company
      Our Reference:|FX-771204
      The purpose of this letter is to confirm the terms of the FX forward transaction entered into between
      Meridian Bank plc ("Party A") and Hudson Trust Company ("Party B") on the trade date specified below.
      This letter constitutes a confirmation as referred to in the ISDA Master Agreement specified below.`);
    const whole = await PDFDocument.create();
    for (const part of [opening, await scanned(SCAN_KINDS['straight-200'], terms)]) {
      for (const page of await whole.copyPages(await PDFDocument.load(part), [0])) whole.addPage(page);
    }
    const { trade, evidence, flags } = extractedFrom(await reader.read(await whole.save(), 'BANK'));
    expect(trade).toMatchObject({ product: 'FX_FORWARD', trade_id: 'FX-771204', settlement_date: '2026-12-02' });
    expect(evidence.trade_id).not.toHaveProperty('ocr');
    expect(evidence.settlement_date).toMatchObject({ ocr: true, page: 2 });
    expect(flags[0]?.message).toContain('Page 2 of 2');
  });

  test.concurrent('and its words can be pointed at: line by line, each where it stands on the page', async () => {
    const words = await reader.words(await scanned(SCAN_KINDS.skewed), 1);
    if (words.kind !== 'picture') throw new Error(words.kind);
    const [amount] = words.words.filter(({ text }) => text.replaceAll(',', '') === bank.notional);
    if (!amount) throw new Error('the notional is not among the words');
    expect(amount.confidence).toBeGreaterThan(0.5);
    const { trade } = await printed;
    expect(trade.notional).toBe(bank.notional);
    // Askew by up to 3°, a line of the sheet crosses several of the page.
    const beside = words.words.filter(({ line }) => line === amount.line).map(({ text }) => text);
    expect(beside.join(' ')).toContain(`${bank.currency} ${amount.text}`);
    expect(await reader.words(PRINTED, 1)).toEqual({ kind: 'text' });
    expect(await reader.words(PRINTED, 40)).toEqual({ kind: 'text' });
  });

  test.concurrent('and what an earlier OCR left on it is not believed', async () => {
    const layer = `BT 3 Tr /F0 10 Tf 72 700 Td (Notional Amount: USD 15,000,000.00) Tj ET`;
    const read = extractedFrom(await reader.read(await scanned({ ...SCAN_KINDS['straight-200'], layer }), 'BANK'));
    expect(read.trade.notional).toBe(bank.notional);
    expect(read.flags.map(({ code }) => code)).not.toContain('HIDDEN_TEXT');
  });
});

describe('before anything is decoded', () => {
  const page = (pictures: string) =>
    pdf([
      '<</Type/Catalog/Pages 2 0 R>>',
      '<</Type/Pages/Count 1/Kids[3 0 R]>>',
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</XObject<<${pictures}>>>>/Contents 5 0 R>>`,
      stream(
        '/Type/XObject/Subtype/Image/Width 60000/Height 60000/ColorSpace/DeviceGray/BitsPerComponent 1/Filter/CCITTFaxDecode',
        Buffer.from(''),
      ),
      stream('', Buffer.from('q 595 0 0 842 0 0 cm/Im Do Q')),
    ]);

  test('a picture with more points than a sheet can have is refused', async () => {
    expect(await reader.read(page('/Im 4 0 R'), 'BANK')).toMatchObject({
      outcome: 'refused',
      refusal: { reason: 'TOO_COMPLEX', message: expect.stringContaining('million points') },
    });
  });

  test('a reader that leaves scans says how many pages are pictures', async () => {
    const text = createConfirmationReader({ concurrency: 1, scan: { scans: 'leave' } });
    try {
      const error = await text.read(await scanned(SCAN_KINDS['straight-150']), 'BANK').catch((its: unknown) => its);
      expect(error).toBeInstanceOf(ScannedDocumentError);
      expect(error).toHaveProperty('pages', 1);
      expect(await text.read(PRINTED, 'BANK')).toMatchObject({ outcome: 'extracted' });
    } finally {
      await text.close();
    }
  });
});
