// What the processor calls for a good document, counted where the calls arrive; and what the matching service does.
import { bench } from '@trade-matching/benchmarks';
import { type Caller, countPairCalls, type DocumentCalls } from '../src/document-calls/count-calls.ts';
import { DESIGNED_CALLS } from '../src/document-calls/designed.ts';

await bench(async function* () {
  const pair = await countPairCalls();
  const documents = [pair.first, pair.second];
  const worst = Math.max(...documents.map((document) => callsOf(document, 'processor')));
  yield {
    what: "processor's calls for a good document",
    ours: { value: worst, unit: 'calls' },
    baseline: { what: 'as designed', value: sum(Object.values(DESIGNED_CALLS)), unit: 'calls' },
    target: { of: 'ratio', is: 'exactly', value: 1 },
    exact: true,
    note: Object.entries(pair.second.calls.processor)
      .map(([call, times]) => `${times} ${call}`)
      .join(', '),
    details: { ...pair },
  };
  yield {
    what: 'of these, calls that are not designed (HEAD, metrics)',
    ours: { value: sum(documents.map(undesigned)), unit: 'calls' },
    target: { of: 'ours', is: 'exactly', value: 0 },
    exact: true,
  };
  yield {
    what: "matching service's calls, mean of a pair",
    ours: { value: sum(documents.map((document) => callsOf(document, 'matching-service'))) / 2, unit: 'calls' },
    exact: true,
  };
});

function callsOf({ calls }: DocumentCalls, caller: Caller): number {
  return sum(Object.values(calls[caller]));
}

function undesigned({ calls }: DocumentCalls): number {
  const beyond = Object.entries(calls.processor).map(([call, times]) =>
    Math.max(0, times - (DESIGNED_CALLS[call] ?? 0)),
  );
  return sum(beyond);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
