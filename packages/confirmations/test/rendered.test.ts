import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  LAYOUTS,
  mismatched,
  renderConfirmation,
  samplePair,
  withinTolerance,
  withReferences,
} from '@trade-matching/confirmation-samples';
import { expect, test } from 'vitest';
import { readConfirmation } from '../src/extract/read-confirmation.ts';
import { inspectPdf } from '../src/inspect/inspect-pdf.ts';

test.each(LAYOUTS)('what is printed as a %s is read back, field by field, on both sides', async (layout) => {
  for (let number = 0; number < 8; number++) {
    const pair = samplePair(number);
    for (const trade of [pair.bank, pair.counterparty]) {
      const extraction = await readConfirmation(renderConfirmation(trade, layout), trade.source_type);
      expect(extraction).toMatchObject({ outcome: 'extracted', extracted: { trade, flags: [] } });
    }
  }
});

test.each(LAYOUTS)('pages of small print and a picture take nothing away from a %s', async (layout) => {
  const { bank } = withReferences(samplePair(2), 'LT7XK2Q9-B17', 'LT7XK2Q9-C17');
  const file = renderConfirmation(bank, layout, 'NEW', { pages: 4, bytes: 200_000 });
  expect(file.length).toBeGreaterThanOrEqual(200_000);
  expect(await inspectPdf(file)).toEqual({ ok: true, pages: 4 });
  const extraction = await readConfirmation(file, 'BANK');
  expect(extraction).toMatchObject({ outcome: 'extracted', extracted: { trade: bank, flags: [] } });
});

test('a pair refers to each other, and its variants differ where they should', () => {
  const pair = samplePair(4);
  expect(pair.bank.trade_id).toBe(pair.counterparty.other_reference);
  expect(pair.bank.other_reference).toBe(pair.counterparty.trade_id);
  expect(samplePair(4)).toEqual(pair);
  expect(samplePair(6).bank.trade_id).not.toBe(pair.bank.trade_id);
  expect(withinTolerance(pair).counterparty.trade_date).not.toBe(pair.counterparty.trade_date);
  expect(mismatched(pair).counterparty.fixed_rate).not.toBe(pair.counterparty.fixed_rate);
});

test('every layout is a valid PDF', (context) => {
  try {
    execFileSync('qpdf', ['--version']);
  } catch {
    context.skip('qpdf is not installed');
  }
  const folder = mkdtempSync(path.join(tmpdir(), 'rendered-'));
  try {
    for (const [number, [layout, options]] of LAYOUTS.flatMap((layout) =>
      [{}, { pages: 3 }, { pages: 2, bytes: 100_000 }].map((options) => [layout, options] as const),
    ).entries()) {
      const file = path.join(folder, `${layout}.pdf`);
      writeFileSync(file, renderConfirmation(samplePair(number).bank, layout, 'NEW', options));
      expect(execFileSync('qpdf', ['--check', file], { encoding: 'utf8' })).toContain(
        'No syntax or stream encoding errors',
      );
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});
