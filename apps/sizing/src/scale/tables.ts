import { percentile } from '@trade-matching/benchmarks/statistics';
import type { Simulated } from '@trade-matching/capacity-model';
import {
  CALL_MILLISECONDS,
  documentTime,
  predicted,
  READ_MILLISECONDS,
  sandboxRuns,
  unloadedSeconds,
} from '@trade-matching/capacity-model';
import { environments } from '@trade-matching/infra';
import { markdownTable } from '../markdown.ts';
import { capacityOf, needsOf, PODS, steady } from './needs.ts';
import { bindsAt, inOrder } from './quotas.ts';

export const RATES = [1, 10, 100, 1_000] as const;

const seconds = (value: number) => `${value.toFixed(value < 10 ? 2 : 1)} s`;
const share = (value: number) => `${(value * 100).toFixed(value < 0.095 ? 1 : 0)} %`;

export function scaleTables(): Readonly<Record<string, string>> {
  return {
    times: timesTable(),
    check: checkTable(),
    today: todayTable(),
    needs: needsTable(),
    quotas: quotasTable(),
  };
}

function timesTable(): string {
  const time = documentTime();
  const rows = [
    ...Object.entries(CALL_MILLISECONDS).map(([call, milliseconds]) => [`\`${call}\``, `${milliseconds} ms`]),
    ['reading one page', `${READ_MILLISECONDS} ms`],
    ['**a document, from its queue to its outcome**', `**${(unloadedSeconds(time) * 1000).toFixed(0)} ms**`],
  ];
  return markdownTable(['what', 'takes'], rows, 1);
}

function checkTable(): string {
  const rows = sandboxRuns().map((run) => {
    const model = predicted(run);
    const pair = (name: 'p50' | 'p95' | 'seconds') => `${seconds(run.measured[name])} / ${seconds(model[name])}`;
    const rates = [run.measured, model].map(({ documentsPerSecond }) => documentsPerSecond.toFixed(1));
    return [run.name, String(run.arrivals.length), rates.join(' / '), pair('p50'), pair('p95'), pair('seconds')];
  });
  return markdownTable(['sandbox / model', 'documents', 'documents/s', 'p50', 'p95', 'until the last'], rows, 1);
}

/** What a simulated minute came to. */
function outcomeCells({ latencies, backlog, busy }: Simulated): string[] {
  return [
    share(busy.invocations),
    share(busy.readers),
    Math.round(backlog.most).toLocaleString('en-US'),
    seconds(percentile(latencies, 0.5)),
    seconds(percentile(latencies, 0.95)),
  ];
}

const OUTCOME_HEAD = ['invocations busy', 'readers busy', 'most waiting in a queue', 'p50', 'p95'];

function todayTable(): string {
  const { concurrencyPerQueue } = environments.production.processor;
  const rows = RATES.map((rate) => {
    // The autoscaler adds pods up to its most.
    const pods = Math.min(PODS.most, needsOf(rate).pods);
    return [
      rate.toLocaleString('en-US'),
      String(pods),
      ...outcomeCells(steady(rate, capacityOf({ concurrencyPerQueue, pods }))),
    ];
  });
  return markdownTable(['documents/s', 'pods', ...OUTCOME_HEAD], rows, 0);
}

function needsTable(): string {
  const rows = RATES.map((rate) => {
    const needs = needsOf(rate);
    const { concurrencyPerQueue, reservedConcurrency, pods } = needs;
    const settings = [concurrencyPerQueue, reservedConcurrency, pods].map(String);
    return [rate.toLocaleString('en-US'), ...settings, ...outcomeCells(steady(rate, capacityOf(needs)))];
  });
  const head = ['documents/s', '`concurrencyPerQueue`', '`reservedConcurrency`', 'pods', ...OUTCOME_HEAD];
  return markdownTable(head, rows, 0);
}

function quotasTable(): string {
  const rows = inOrder().map((quota) => [
    quota.name,
    `${quota.limit.toLocaleString('en-US')} ${quota.unit}`,
    `${Math.floor(bindsAt(quota)).toLocaleString('en-US')}/s`,
    ...RATES.map((rate) => share((rate * quota.perDocument) / quota.limit)),
    quota.raise,
  ]);
  return markdownTable(
    ['quota', 'limit', 'binds at', ...RATES.map((rate) => `at ${rate.toLocaleString('en-US')}/s`), 'who raises it'],
    rows,
    7,
  );
}
