export { LAY_OUT, LAYOUTS, type Layout } from './render/layouts.ts';
export { REFUSED_SAMPLES, type RefusedSample } from './render/refused-samples.ts';
export { type PrintOptions, renderConfirmation } from './render/render-confirmation.ts';
export {
  mismatched,
  samplePair,
  summarised,
  type TradePair,
  withinTolerance,
  withReferences,
} from './render/sample-trades.ts';
