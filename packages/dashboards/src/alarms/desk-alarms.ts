import { series } from '../catalogue.ts';
import { type AlarmDraft, over } from './alarm-draft.ts';
import type { Thresholds } from './thresholds.ts';

/** People can wait: nothing of the desk wakes anybody. */
export function deskAlarms(limits: Thresholds): AlarmDraft[] {
  return [
    {
      id: 'desk-failing',
      severity: 'warning',
      description:
        'The desk cannot answer: people see no breaks, or cannot decide them. Check its pods and their newest errors; documents are processed all the same.',
      condition: over(limits.deskFailures, series('TradeMatching/Desk', 'RequestFailures', 'Sum', {})),
      periods: 2,
    },
    {
      id: 'desk-slow',
      severity: 'warning',
      description: 'The desk answers slowly. Check whether its pods lack processor time, or its tables are throttled.',
      condition: over(limits.deskDuration, series('TradeMatching/Desk', 'RequestTime', 'p95', {})),
      periods: 3,
    },
    {
      id: 'desk-sign-in',
      severity: 'warning',
      description:
        'The desk refuses many calls since it does not know who asks. Compare the load balancer and the groups that it is told of with what there is; otherwise find who asks.',
      condition: over(limits.signInRefusals, series('TradeMatching/Desk', 'SignInRefusals', 'Sum', {})),
      periods: 2,
    },
    {
      id: 'desk-conflicts',
      severity: 'warning',
      description:
        'Many decisions meet cases that have changed meanwhile. Find out whether several people decide the same cases, or one counterparty amends again and again.',
      condition: over(limits.writeConflicts, series('TradeMatching/Desk', 'WriteConflicts', 'Sum', {})),
      periods: 2,
    },
  ];
}
