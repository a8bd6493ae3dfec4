import { expect, test } from 'vitest';
import { planLoad } from '../load/plan-load.ts';
import { readOptions } from '../options.ts';
import { RunRecord } from '../run-record.ts';
import { judgeRun } from '../verdict/judge-run.ts';
import { htmlReport } from './html-report.ts';
import { loadReport } from './load-report.ts';
import { textReport } from './text-report.ts';

/** A run of which nothing came to an outcome, with a document whose name is not harmless. */
function failedRun() {
  const run = { id: 'T1', day: '2026-11-25', seed: 1 };
  const record = new RunRecord();
  const startedAt = Date.now();
  for (const [i, planned] of [
    ...planLoad(run, 6, { mismatch: 0, withinTolerance: 0, duplicate: 0, bad: 0 }),
  ].entries()) {
    const document = record.started(
      i === 0 ? { ...planned, key: '<script>alert(1)</script>.pdf' } : planned,
      startedAt,
    );
    if (i < 4) record.uploaded(document);
    else record.uploadFailed(document, 'TimeoutError');
  }
  return loadReport({
    run: { ...run, environment: 'staging', prefix: 'BANK/2026/11/25/load-test-T1/' },
    options: readOptions(['--max-p95', '1s']),
    record,
    queueSamples: [],
    verdict: judgeRun(record, { incoming: new Set(), outcomes: new Map() }, false),
    stopped: false,
    startedAt,
    endedAt: startedAt + 5_000,
    cloudwatch: [
      {
        label: 'duplicates',
        metric: 'TradeMatching/Lambda DocumentDuplicate',
        statistic: 'Sum',
        value: null,
        unit: '',
      },
    ],
  });
}

test('a run that lost documents says so, names them, and escapes what they are called', () => {
  const html = htmlReport(failedRun());
  expect(html).toContain('Broken: --max-lost, --max-p95');
  expect(html).toContain('lost: &#60;script&#62;alert(1)&#60;/script&#62;.pdf has no outcome');
  expect(html).not.toContain('<script>');
  expect(html).toContain('TimeoutError');
  expect(html).toContain('CloudWatch, same window');
});

test('the text says the same, with what was lost by name', () => {
  const text = textReport(failedRun(), 120);
  expect(text).toContain('Lost 5, doubled 0, wrong 0.');
  expect(text).toContain('2 times upload: TimeoutError');
  expect(text).toMatch(/BROKEN --max-p95: .*; no document had an outcome/);
  expect(text.split('\n').every((line) => line.length <= 160)).toBe(true);
});
