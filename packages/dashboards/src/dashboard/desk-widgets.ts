import type { Thresholds } from '../alarms/thresholds.ts';
import { series } from '../catalogue.ts';
import { DIMENSION_VALUES } from '../metrics/index.ts';
import { chart } from './chart.ts';
import type { PlacedWidget } from './widget.ts';

const NAMESPACE = 'TradeMatching/Desk';

/** Whether people can work. */
export function deskWidgets(limits: Thresholds): PlacedWidget[] {
  return [
    {
      width: 8,
      height: 6,
      widget: chart(
        'Desk, time of a call',
        'lines',
        'ms',
        [series(NAMESPACE, 'RequestTime', 'p50', {}, 'p50'), series(NAMESPACE, 'RequestTime', 'p95', {}, 'p95')],
        { label: 'Alarm: slow', value: limits.deskDuration },
      ),
    },
    {
      width: 8,
      height: 6,
      widget: chart('Desk, failures and conflicts', 'lines', 'calls', [
        series(NAMESPACE, 'RequestFailures', 'Sum', {}, 'Failed'),
        series(NAMESPACE, 'WriteConflicts', 'Sum', {}, 'Met another decision'),
      ]),
    },
    {
      width: 8,
      height: 6,
      widget: chart(
        'Desk, not let in',
        'lines',
        'calls',
        [
          series(NAMESPACE, 'SignInRefusals', 'Sum', {}, 'All'),
          ...DIMENSION_VALUES.SignInRefusal.map((SignInRefusal) =>
            series(NAMESPACE, 'SignInRefusals', 'Sum', { SignInRefusal }, SignInRefusal),
          ),
        ],
        { label: 'Alarm: sign-in', value: limits.signInRefusals },
      ),
    },
  ];
}
