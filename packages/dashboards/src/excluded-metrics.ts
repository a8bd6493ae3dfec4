/** Our metrics that are on no chart, and why. Every other one must be on the dashboard. */
export const EXCLUDED_METRICS: Readonly<Record<string, string>> = {
  'TradeMatching/Lambda LambdaProcessingTime':
    "is AWS/Lambda's Duration without the runtime's share; the contract with existing dashboards asks for it",
  'TradeMatching/Service FallbackResults':
    'is published only where an environment names a model to ask, which none does by itself',
  'TradeMatching/Service DocumentsRefused':
    'are among DocumentValidationFailure, which counts the refusals of the processor as well',
};
