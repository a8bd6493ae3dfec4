import { REASONS, SOURCES } from '@trade-matching/domain';
import { series } from '../catalogue.ts';
import { DIMENSION_VALUES } from '../metrics/index.ts';
import { chart } from './chart.ts';
import type { PlacedWidget } from './widget.ts';

/** What became of documents, by reason and source. */
export function documentWidgets(): PlacedWidget[] {
  return [
    {
      width: 8,
      height: 6,
      widget: chart(
        'Refused documents by reason',
        'areas',
        'documents',
        REASONS.map((Reason) => series('TradeMatching/Lambda', 'DocumentValidationFailure', 'Sum', { Reason }, Reason)),
      ),
    },
    {
      width: 8,
      height: 6,
      widget: chart('Documents by source', 'lines', 'documents', [
        ...SOURCES.map((SourceType) =>
          series(
            'TradeMatching/Lambda',
            'DocumentProcessingInitiated',
            'Sum',
            { SourceType },
            `${SourceType}, started`,
          ),
        ),
        ...DIMENSION_VALUES.SourceType.map((SourceType) =>
          series(
            'TradeMatching/Lambda',
            'EndToEndLatency',
            'SampleCount',
            { SourceType },
            `${SourceType}, with an outcome`,
          ),
        ),
        ...SOURCES.map((SourceType) =>
          series('TradeMatching/Service', 'DocumentsExtracted', 'Sum', { SourceType }, `${SourceType}, read`),
        ),
      ]),
    },
    {
      width: 8,
      height: 6,
      widget: chart('Failed, quarantined, duplicate', 'lines', 'documents', [
        series('TradeMatching/Lambda', 'DocumentQuarantined', 'Sum', {}, 'Quarantined'),
        series('TradeMatching/Lambda', 'DocumentFailed', 'Sum', {}, 'Failed'),
        series('TradeMatching/Lambda', 'DocumentDuplicate', 'Sum', {}, 'Duplicates'),
        series('TradeMatching/Service', 'DocumentsRepeated', 'Sum', {}, 'Repeated requests to the service'),
      ]),
    },
  ];
}
