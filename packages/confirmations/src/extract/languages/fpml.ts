import { remembering } from '../remembering.ts';

/**
 * FpML's element names in English: prints of electronic confirmations label their values by them, by the last element or by a
 * path of two, `referenceEntity / entityName`. Source: FpML 5.12, confirmation view.
 */
const ELEMENTS = `
  productType | primaryAssetClass = product
  tradeDate = trade date
  tradeId | originatingTradeId | partyTradeIdentifier = trade id
  partyName = party name
  partyId = party lei
  masterAgreement | masterAgreementType = master agreement
  masterAgreementDate = master agreement date
  effectiveDate | unadjustedDate = effective date
  terminationDate | scheduledTerminationDate = termination date
  payerPartyReference | payerParty = payer
  receiverPartyReference = receiver
  sellerPartyReference = seller
  buyerPartyReference = buyer
  calculationAgentPartyReference | calculationAgent = calculation agent
  floatingRateIndex = floating rate option
  indexTenor = designated maturity
  spreadSchedule | floatingRateSpread = spread
  fixedRate | fixedRateSchedule = fixed rate
  dayCountFraction = day count fraction
  paymentFrequency | calculationPeriodFrequency = payment frequency
  resetFrequency = reset frequency
  firstPaymentDate = first payment date
  lastRegularPaymentDate | lastPaymentDate = last payment date
  businessDayConvention | dateAdjustments = business day convention
  businessCenters | businessCenter = business days
  notionalSchedule | notionalAmount | notionalStepSchedule | calculationAmount | notional/amount | notionalSchedule/initialValue = notional amount
  notional/currency | notionalSchedule/currency = currency
  spreadSchedule/initialValue = spread
  fixedRateSchedule/initialValue = fixed rate
  capRateSchedule | capRate = cap rate
  floorRateSchedule | floorRate = floor rate
  compoundingMethod = compounding method
  governingLaw = governing law
  referenceEntity | referenceEntity/entityName = reference entity
  referenceObligation | referenceObligation/description = reference obligation
  referenceObligation/instrumentId = reference obligation isin
  initialPayment/payerPartyReference = initial payment payer
  initialPayment/amount | initialPayment/paymentAmount = initial payment amount
  paymentDate | adjustedPaymentDate = payment date
  periodicPayment/paymentFrequency = payment frequency
  fixedAmountCalculation/fixedRate = fixed rate
  fixedAmountCalculation/dayCountFraction = day count fraction
  initialPayment/paymentDate | initialPayment/adjustablePaymentDate = initial payment date
  creditEvents/restructuring = restructuring
  settlementType | settlementTerms = settlement
  underlyer | underlyer/description | underlyingAsset = underlier
  numberOfUnits | openUnits = number of shares
  initialPrice | initialPrice/netPrice = initial price
  returnType | return/returnType = return type
  exchangeRate | exchangeRate/rate = exchange rate
  valueDate = value date
  fixingDate = fixing date
  callCurrencyAmount = call currency and amount
  putCurrencyAmount = put currency and amount
  strikePrice | strike/rate | strikeRate = strike price
  expiryDate | expirationDate = expiration date
  expiryTime | expirationTime = expiration time
  exerciseStyle = option style
  putCallType | optionType = option type
  premium/paymentAmount | premiumAmount = premium
  premium/paymentDate | premium/settlementDate | premiumPaymentDate = premium payment date
  totalNotionalQuantity = total notional quantity
  notionalQuantity = quantity per period
  fixedPrice | fixedPrice/price = fixed price
  commodityReferencePrice = commodity reference price
`;

const ENGLISH: ReadonlyMap<string, string> = new Map(
  ELEMENTS.trim()
    .split('\n')
    .flatMap((line) => {
      const [names = '', english = ''] = line.trim().split(' = ');
      return names.split(' | ').map((name) => [name, english] as const);
    }),
);

/** Headings of parts of a trade. */
const PARTS: readonly (readonly [RegExp, string])[] = [
  [/^swapStream\[?([12])\]?(?:\s*\(?\w+\)?)?$/, 'Leg $1'],
  [/^returnLeg$/, 'Equity Leg'],
  [/^interestLeg$/, 'Floating Leg'],
  [/^fixedLeg$|^fixedRateStream$/, 'Fixed Leg'],
  [/^floatingLeg$|^floatingRateStream$/, 'Floating Leg'],
  [/^nearLeg$/, 'Near Leg'],
  [/^farLeg$/, 'Far Leg'],
  [/^party\s*\(\s*id\s*=\s*["“”]?party([12])["“”]?\s*\)$/, 'Party $1'],
];

const IS_ELEMENT = /^[a-z]+(?:[A-Z][a-z]+)+$/;

/** An FpML element or path as the label that a form would print, or undefined where the text is none. */
export const fpmlLabel: (text: string) => string | undefined = remembering((text) => {
  const bare = text.trim().replace(/\s*:$/, '');
  for (const [pattern, heading] of PARTS) if (pattern.test(bare)) return bare.replace(pattern, heading);
  const path = bare
    .replace(/\([^)]*\)|\[[^\]]*\]/g, '')
    .split('/')
    .map((element) => element.trim());
  if (!path.some((element) => IS_ELEMENT.test(element)) && !ENGLISH.has(path.join('/'))) return undefined;
  const last = path.at(-1) ?? '';
  const known = ENGLISH.get(path.slice(-2).join('/')) ?? ENGLISH.get(last);
  if (known === undefined) return undefined;
  // `tradeId (party2)`: of which party it is.
  const party = /\(\s*party([12])\s*\)/.exec(bare)?.[1];
  return party === undefined ? known : `${letterOf(party)} ${known}`;
});

const letterOf = (number: string): string => (number === '1' ? 'Party A' : 'Party B');

/** What stands in a party's own part: `partyName` below `party1` is the party, its `tradeId` its reference. */
export function labelOfParty(section: string, label: string): string | undefined {
  const number = /^party\s?([12])$|^party\s*\(\s*id\s*=\s*["“”]?party([12])/i.exec(section)?.slice(1).find(Boolean);
  const known = number === undefined ? undefined : fpmlLabel(label);
  if (number === undefined || known === undefined || /^Party [AB]/.test(known)) return known;
  return known === 'party name' ? letterOf(number) : `${letterOf(number)} ${known.replace(/^party /, '')}`;
}

/** Product taxonomies of ISDA and of FpML, `InterestRate:IRSwap:Basis`, by what they are called. */
const TAXONOMY: readonly (readonly [RegExp, string])[] = [
  [/:cross ?currency\b/i, 'Cross Currency Swap'],
  [/^interest ?rate.*:basis\b/i, 'Basis Swap'],
  [/:swaption\b|^swaption\b/i, 'Swaption'],
  [/:cap ?floor\b/i, 'Cap Floor'],
  [/^interest ?rate(?: ?swap)?\b.*:(?:fixed ?float|fixed ?floating|ois)\b/i, 'Interest Rate Swap'],
  [/^foreign ?exchange:ndf\b/i, 'Non-Deliverable Forward'],
  [/^foreign ?exchange:forward\b/i, 'FX Forward'],
  [/^foreign ?exchange:swap\b/i, 'FX Swap'],
  [/^foreign ?exchange:(?:vanilla ?|barrier ?|digital ?)?option\b/i, 'Currency Option'],
  [/^credit:(?:single ?name|index)\b/i, 'Credit Default Swap'],
  [/^equity:(?:swap|portfolio ?swap)\b/i, 'Equity Swap'],
  [/^commodity:.*:?swap\b/i, 'Commodity Swap'],
];

/** A product as a message names it, by the name that titles give it: `CreditDefaultSwap`, `InterestRateSwap:CrossCurrency:Basis`. */
export function fpmlProduct(text: string): string {
  if (!/[a-z][A-Z]|\w:\w/.test(text)) return text;
  return TAXONOMY.find(([pattern]) => pattern.test(text))?.[1] ?? text.replace(/(?<=[a-z])(?=[A-Z])/g, ' ');
}

/** From so many labels of a document that are element names, its rates are decimals, as FpML's are: 0.0065 is 65 basis points. */
const LEAST_ELEMENTS = 5;

/** Whether the labels are FpML's element names, so that rates without a unit are decimals (FpML 5.12, xsd:decimal of a rate). */
export const isFpmlPrint = (labels: readonly string[]): boolean =>
  labels.filter(
    (label) =>
      fpmlLabel(label) !== undefined && IS_ELEMENT.test(label.replace(/\s*:$/, '').split('/').at(-1)?.trim() ?? ''),
  ).length >= LEAST_ELEMENTS;
