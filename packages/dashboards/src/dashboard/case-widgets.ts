import type { Thresholds } from '../alarms/thresholds.ts';
import { type MetricName, series } from '../catalogue.ts';
import { chart } from './chart.ts';
import type { PlacedWidget } from './widget.ts';

/** What waits for people (W5). */
export function caseWidgets(limits: Thresholds): PlacedWidget[] {
  const ofCases = (name: MetricName<'TradeMatching/Cases'>, statistic: 'Maximum' | 'Sum', label: string) =>
    series('TradeMatching/Cases', name, statistic, {}, label);
  return [
    {
      width: 8,
      height: 6,
      widget: chart(
        'Cases',
        'lines',
        'cases',
        [ofCases('OpenCases', 'Maximum', 'Open'), ofCases('OverdueCases', 'Maximum', 'Overdue')],
        { label: 'Alarm: overdue', value: limits.overdueCases },
      ),
    },
    {
      width: 8,
      height: 6,
      widget: chart('Oldest open case', 'lines', 's', [ofCases('OldestCaseAge', 'Maximum', 'Age')]),
    },
    {
      width: 8,
      height: 6,
      widget: chart('Cases that time made', 'lines', 'cases', [
        ofCases('CasesAlleged', 'Sum', 'Alleged'),
        ofCases('CasesBreached', 'Sum', 'Due time passed'),
      ]),
    },
  ];
}
