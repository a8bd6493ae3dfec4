export { type RenderOptions, renderConfirmation } from './render-confirmation.ts';
export { SAMPLE_BANK, SAMPLE_COUNTERPARTIES, type SampleParty, withLeiCheckDigits } from './sample-parties.ts';
export { sampleTrades, type TradePair, withAnotherPrice, withTradeDateADayApart } from './sample-trades.ts';
export { LAYOUTS, type Layout } from './wording.ts';
