import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readConfirmation } from '../extract/read-confirmation.ts';
import { LAYOUTS } from './layouts.ts';
import { renderConfirmation } from './render-confirmation.ts';
import { mismatched, samplePair, withinTolerance } from './sample-trades.ts';

test.each(LAYOUTS)('what is printed as a %s is read back, field by field, on both sides', async (layout) => {
  for (let number = 0; number < 8; number++) {
    const pair = samplePair(number);
    for (const trade of [pair.bank, pair.counterparty]) {
      const extraction = await readConfirmation(renderConfirmation(trade, layout), trade.source_type);
      expect(extraction).toMatchObject({ outcome: 'extracted', extracted: { trade, flags: [] } });
    }
  }
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
    for (const layout of LAYOUTS) {
      const file = path.join(folder, `${layout}.pdf`);
      writeFileSync(file, renderConfirmation(samplePair(LAYOUTS.indexOf(layout)).bank, layout));
      expect(execFileSync('qpdf', ['--check', file], { encoding: 'utf8' })).toContain(
        'No syntax or stream encoding errors',
      );
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});
