import { renderConfirmation, samplePair } from '@trade-matching/confirmation-samples';
import type { ServiceBehaviour } from '@trade-matching/local-aws/faults';
import { settingEvery, type Upload } from '@trade-matching/sandbox/system';
import type { FaultRun, RunningSystem } from './run-faults.ts';
import { continueScanReader, fileScan, pointAtScan, scans, stopScanReader } from './scan-reader-stops.ts';

/** Ids of what goes on where documents are returned to the queue for long: the pages of it are silent, their cause is known. */
const BUDGET_BURNT = ['error-budget-fast', 'error-budget-slow', 'page-error-budget'] as const;

const warmUp = pairs(1_000, 4);

/** The five times in which the alarms must go on, each the right ones and no others. */
export const FAULT_RUNS: readonly FaultRun[] = [
  {
    name: 'service down',
    what: 'it answers 503 for 20 minutes, in an hour of steady traffic',
    factor: 10,
    warmUp,
    uploads: (minute) => (minute < 60 ? pairs(minute, 1) : []),
    events: [
      { minute: 10, happens: behaving(() => async () => ({ status: 503, body: '{}' })) },
      { minute: 30, happens: behaving(() => (_call, forward) => forward()) },
    ],
    expected: {
      // What was returned to the queue comes late: documents are slow when the service is long up again.
      alarms: ['documents-slow', 'known-cause', 'page-service', 'service-failing', ...BUDGET_BURNT],
      paged: ['page-service'],
    },
  },
  {
    name: 'poison messages',
    what: "two messages of somebody else's in the queue, in an hour of steady traffic",
    factor: 10,
    warmUp,
    uploads: (minute) => (minute < 60 ? pairs(minute, 3) : []),
    events: [
      { minute: 30, happens: ({ send }) => send('BANK', 'Hello?') },
      { minute: 31, happens: ({ send }) => send('BANK', '{"Records":[{"eventSource":"aws:ses"}]}') },
    ],
    expected: { alarms: ['bank-dead-letters', 'page-dead-letters'], paged: ['page-dead-letters'] },
  },
  {
    name: 'slow service',
    what: 'each answer takes longer than a try may, for 40 minutes',
    factor: 30,
    warmUp,
    uploads: (minute) => (minute < 60 ? pairs(minute, 1) : []),
    events: [
      {
        minute: 10,
        happens: behaving(({ wait }) => async (_call, forward) => {
          const [answer] = await Promise.all([forward(), wait(70_000)]);
          return answer;
        }),
      },
      { minute: 50, happens: behaving(() => (_call, forward) => forward()) },
    ],
    expected: {
      // So long that messages are stuck, which pages nobody: why is known.
      alarms: [
        ...['bank-stuck', 'counterparty-stuck', 'documents-slow', 'known-cause', 'page-documents', 'page-service'],
        ...['processor-slow', 'service-failing', ...BUDGET_BURNT],
      ],
      paged: ['page-service'],
    },
  },
  {
    name: 'burst',
    what: '220 documents a side at once, of which six a minute are worked off',
    factor: 30,
    // What all of an account's concurrency works off at once is too much for one machine.
    changes: [settingEvery('maximum_concurrency', 2), settingEvery('batch_size', 1)],
    warmUp,
    uploads: (minute) => (minute === 10 ? pairs(0, 220) : []),
    events: [
      {
        minute: 0,
        happens: behaving(({ wait }) => async (_call, forward) => {
          const [answer] = await Promise.all([forward(), wait(20_000)]);
          return answer;
        }),
      },
      { minute: 32, happens: behaving(() => (_call, forward) => forward()) },
    ],
    expected: { alarms: ['bank-deep', 'counterparty-deep', 'documents-slow'], paged: [] },
  },
  {
    name: 'scans deferred',
    what: 'their reader gets no processor for 20 minutes, while another scan comes and three people point at one',
    factor: 15,
    // Each that finds the reader taken is turned away.
    serviceVariables: { MAX_WAITING_SCANS: '0' },
    warmUp,
    uploads: async (minute) => {
      const scanned = minute === 11 || minute === 25 ? await scans(minute, 1) : [];
      return minute < 40 ? [...pairs(minute, 3), ...scanned] : [];
    },
    events: [
      { minute: 0, happens: fileScan },
      { minute: 12, happens: stopScanReader },
      ...minutes(13, 31, pointAtScan),
      { minute: 32, happens: continueScanReader },
    ],
    expected: { alarms: ['scans-deferred'], paged: [] },
  },
];

/** So many pairs of confirmations, other ones in each minute. */
function pairs(minute: number, count: number): Upload[] {
  return Array.from({ length: count }, (_, i) => {
    const number = minute * count + i;
    const { bank, counterparty } = samplePair(number);
    return [
      { key: `BANK/2026/11/23/${number}.pdf`, source: 'BANK', bytes: renderConfirmation(bank, 'telex') },
      {
        key: `COUNTERPARTY/2026/11/23/${number}.pdf`,
        source: 'COUNTERPARTY',
        bytes: renderConfirmation(counterparty, 'grid'),
      },
    ] satisfies Upload[];
  }).flat();
}

/** The same in each minute of some, the last of them too. */
function minutes(first: number, last: number, happens: (running: RunningSystem) => unknown) {
  return Array.from({ length: last - first + 1 }, (_, i) => ({ minute: first + i, happens }));
}

function behaving(behaviour: (running: RunningSystem) => ServiceBehaviour) {
  return (running: RunningSystem) => running.system.proxy.setBehaviour(behaviour(running));
}
