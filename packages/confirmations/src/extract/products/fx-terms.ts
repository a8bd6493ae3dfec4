import * as read from '../values/readers.ts';
import { list, words } from '../vocabulary/term.ts';
import type { Phrase } from './definition.ts';

export const RATE = list(`
    all in | all in price | outright | exchange rate | forward rate | rate | contract rate | fx rate | deal rate | forward exchange rate |
    all in rate | outright rate | dealt rate | agreed rate | deal exchange rate | forward price |
    contract exchange rate | forward contract rate | agreed exchange rate | rate of exchange | currency rate |
    contracted rate | conversion rate | outright forward rate | all in forward rate | fx forward rate |
    forward fx rate | client rate | contract forward rate | fwd rate | rate agreed | agreed outright | outright price | transaction rate | reference fx rate agreed | dealing rate | traded rate | ndf rate | agreed forward rate
  `);
export const VALUE_DATE = list(`
    payment | value date | settlement date | delivery date | maturity date | maturity | value | payment date |
    forward date | settlement value date | settles on | value on | final value date | forward value date |
    forward settlement date | forward date value | delivery | settlement | date of settlement | contract maturity |
    contract maturity date | delivery value date | cash settlement date | date of value | settlement day |
    settlement value | date of delivery | forward delivery date | exchange date | due date | payment of difference on | date of payment | date of exchange | exchange of currencies on | currencies exchanged on | termination date | delivered on | settled on | pay date
  `);

export const RATE_WORDS = words(
  '\\b(?:forward|contract|exchange|outright|all in|deal|dealt|agreed|ndf|client|trade)\\b.*\\b(?:rate|price)$',
  'spot|swap|fixing|settlement|reference|premium|strike|interest|option',
);
export const VALUE_DATE_WORDS = words(
  '\\b(?:settlement|value|delivery|maturity|payment)\\b.*\\b(?:date|day|on)$',
  'premium|spot|fixing|valuation|early|option exercise|agreement|business',
);

/** Rate and day of a forward in the sentences of other languages: `al cambio de 1,1700, con valor 8 de noviembre de 2027`. */
export const EXCHANGE_ABROAD: readonly Phrase[] = [
  {
    pattern:
      /\b(?:al (?:tipo de )?cambio (?:a plazo |a termine |forward )?(?:de|di)|zum (?:\p{L}*)kurs von|au cours (?:à terme )?de)\s+((?:[A-Z]{3}\/[A-Z]{3}\s+)?\d{1,5}[.,]\d{2,8})(?!\s*(?:%|[.,]?\d))/iu,
    gives: 'fx_rate',
    read: read.rateAsPrinted('fx_rate'),
  },
  {
    pattern: /\b(?:con valor|fecha valor|mit valuta|valuta|(?:date de )?valeur|(?:con|per) valuta)\s+(.{6,40})/iu,
    gives: 'settlement_date',
    read: read.date('settlement_date'),
  },
];

/** `Settlement is by delivery of both currencies`, `by delivery of the currencies`. */
export const BY_DELIVERY: Phrase = {
  pattern: /\b(?:by|for) (delivery of (?:both|the two|the) currencies|physical delivery)\b/i,
  gives: 'settlement_type',
  read: read.settlementType('settlement_type'),
};
