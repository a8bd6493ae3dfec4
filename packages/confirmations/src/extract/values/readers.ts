// Everything that vocabularies say of a value: `read.amount(…)`, `read.date(…)`.

export { readCutOff } from './cut-off.ts';
export { isDoubtful } from './doubts.ts';
export {
  amount,
  currencyOrAmount,
  percent,
  premium,
  price,
  rateAsPrinted,
  shares,
  spread,
  upfront,
} from './figure-readers.ts';
export { PER_TIME, quantity, unitIn } from './quantities.ts';
export {
  fields,
  type Reading,
  type ReadingContext,
  reader,
  type UnreadCode,
  unread,
  type ValueReader,
  WHY,
} from './reading.ts';
export { referencePrice } from './reference-price.ts';
export { uti } from './unique-identifier.ts';
export {
  applicable,
  barrierType,
  bic,
  businessCenters,
  compounding,
  convention,
  creditIndex,
  creditSupport,
  currency,
  currencyAfterIn,
  cutOff,
  date,
  dateAlone,
  dayCount,
  expiry,
  frequency,
  frequencyAndDayCount,
  index,
  lei,
  masterAgreement,
  nameOfThing,
  obligation,
  optionStyle,
  optionType,
  otherParty,
  party,
  period,
  reference,
  restructuring,
  returnType,
  seriesNumber,
  settlementType,
  swaptionType,
  tenor,
  text,
} from './word-readers.ts';
