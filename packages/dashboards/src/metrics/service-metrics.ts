import type { MetricDefinitions } from './metric.ts';

/** What the matching service emits, in `TradeMatching/Service`. */
export const SERVICE_METRICS = {
  RequestTime: {
    unit: 'Milliseconds',
    dimensions: [[]],
    meaning: 'Time that one document took, from its request to its answer. How many were measured is how many came',
  },
  RequestErrors: {
    unit: 'Count',
    dimensions: [[], ['ErrorCode']],
    meaning: 'Requests that were not about to succeed, whatever their document',
  },
  ExtractionTime: {
    unit: 'Milliseconds',
    dimensions: [[]],
    meaning: 'Time that opening one PDF and reading its trade took',
  },
  ScansRead: {
    unit: 'Count',
    dimensions: [[]],
    meaning: 'Documents with pages that are pictures, read by the readers of scans',
  },
  ScanTime: {
    unit: 'Milliseconds',
    dimensions: [[]],
    meaning: 'Time that reading one scan took, waiting for its reader included',
  },
  ScansDeferred: {
    unit: 'Count',
    dimensions: [[]],
    meaning: 'Scans that were answered 429, since as many waited as may',
  },
  DocumentsExtracted: {
    unit: 'Count',
    dimensions: [[], ['SourceType']],
    meaning: 'Documents whose trade was read',
  },
  DocumentsRefused: {
    unit: 'Count',
    dimensions: [[], ['Reason']],
    meaning: 'Documents that hold no trade that can be read, or nothing that may be opened',
  },
  DocumentsRepeated: {
    unit: 'Count',
    dimensions: [[]],
    meaning: 'Documents whose trade was stored already: a repeated call, answered again',
  },
  FallbackResults: {
    unit: 'Count',
    dimensions: [[], ['FallbackResult']],
    meaning: 'Documents that the rules could not read in full and that a model was asked about; none where no model is',
  },
  MatchResults: {
    unit: 'Count',
    dimensions: [[], ['Status']],
    meaning:
      'What trades came to: each pair once, as its match is written; UNMATCHED and REVIEW where a trade is stored alone',
  },
} as const satisfies MetricDefinitions;
