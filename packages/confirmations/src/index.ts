export { type ExtractionOptions, extractTrade } from './extract/extract-trade.ts';
export { readConfirmation } from './extract/read-confirmation.ts';
export { LONGEST_SUPPLIED, type SuppliedLiterals } from './extract/supplied-literals.ts';
export {
  INSPECTION_LIMITS,
  type Inspection,
  type InspectionLimits,
  inspectPdf,
  startsLikePdf,
} from './inspect/inspect-pdf.ts';
export {
  type ConfirmationReader,
  createConfirmationReader,
  ReaderClosedError,
  type ReaderOptions,
} from './isolate/confirmation-reader.ts';
export { readText } from './read/read-text.ts';
export { LAYOUTS, type Layout } from './render/layouts.ts';
export { REFUSED_SAMPLES, type RefusedSample } from './render/refused-samples.ts';
export { type PrintOptions, renderConfirmation } from './render/render-confirmation.ts';
export { mismatched, samplePair, type TradePair, withinTolerance, withReferences } from './render/sample-trades.ts';
