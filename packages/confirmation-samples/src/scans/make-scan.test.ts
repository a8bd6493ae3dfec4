import { expect, test } from 'vitest';
import { plainPage } from '../pdf/plain-page.ts';
import { makeScan, SCAN_KINDS } from './make-scan.ts';

const PAGE = plainPage(`
  Trade Date:|15 September 2024
  Notional Amount:|USD 50,000,000.00`);

test('a scan holds no text, and is the same for the same seed', async () => {
  const scanned = async (seed: number) =>
    Buffer.from(await makeScan(PAGE, { ...SCAN_KINDS['straight-150'], skew: 2 }, seed));
  const scan = await scanned(7);
  expect(scan.includes('Notional')).toBe(false);
  expect(scan.equals(await scanned(7))).toBe(true);
  expect(scan.equals(await scanned(8))).toBe(false);
});

test('a sheet that was laid in turned is a page of the other form', async () => {
  const size = (pdf: Uint8Array) => /MediaBox\[0 0 (\d+) (\d+)\]/.exec(Buffer.from(pdf).toString('latin1'))?.slice(1);
  const upright = size(await makeScan(PAGE, SCAN_KINDS['straight-150']));
  const turned = await makeScan(PAGE, { ...SCAN_KINDS['straight-150'], quarters: 1 });
  expect(size(turned)).toEqual(upright?.reverse());
});

test('a layer of an earlier OCR is on the page, unseen', async () => {
  const layer = 'BT 3 Tr /F0 10 Tf 72 700 Td (USD 15) Tj ET';
  const scan = await makeScan(PAGE, { ...SCAN_KINDS['straight-150'], layer });
  expect(Buffer.from(scan).includes(layer)).toBe(true);
});
