import * as read from '../values/readers.ts';
import { list, words } from '../vocabulary/term.ts';
import type { Phrase } from './definition.ts';

export const RATE = list(`
    all in | all in price | outright | exchange rate | forward rate | rate | contract rate | fx rate | deal rate | forward exchange rate |
    all in rate | outright rate | dealt rate | agreed rate | deal exchange rate | forward price |
    contract exchange rate | forward contract rate | agreed exchange rate | rate of exchange | currency rate |
    contracted rate | conversion rate | outright forward rate | all in forward rate | fx forward rate |
    forward fx rate | client rate | contract forward rate | traded rate | ndf rate | agreed forward rate
  `);
export const VALUE_DATE = list(`
    payment | value date | settlement date | delivery date | maturity date | maturity | value | payment date |
    forward date | settlement value date | settles on | value on | final value date | forward value date |
    forward settlement date | forward date value | delivery | settlement | date of settlement | contract maturity |
    contract maturity date | delivery value date | cash settlement date | date of value | settlement day |
    settlement value | date of delivery | forward delivery date | exchange date
  `);

export const RATE_WORDS = words(
  '\\b(?:forward|contract|exchange|outright|all in|deal|dealt|agreed|ndf|client|trade)\\b.*\\b(?:rate|price)$',
  'spot|swap|fixing|settlement|reference|premium|strike|interest|option',
);
export const VALUE_DATE_WORDS = words(
  '\\b(?:settlement|value|delivery|maturity|payment)\\b.*\\b(?:date|day|on)$',
  'premium|spot|fixing|valuation|early|option exercise|agreement|business',
);

/** `Settlement is by delivery of both currencies`, `by delivery of the currencies`. */
export const BY_DELIVERY: Phrase = {
  pattern: /\b(?:by|for) (delivery of (?:both|the two|the) currencies|physical delivery)\b/i,
  gives: 'settlement_type',
  read: read.settlementType('settlement_type'),
};
