import type { Entry } from '../layout/entry.ts';

/** `The equivalent amount is GBP 3,939,750.00.`: a label and its value in a sentence of their own. */
const SAID =
  /(?:^|[.;:]\s+|\b\d{1,2}\.\s+)The\s+([a-z][a-z ]{2,40}?)\s+(?:is|are|will be|shall be)\s+((?:[^.;]|\.(?=\d)){2,60})[.;]/g;
/** `We will buy the EUR.`: who trades a currency. */
const TRADES =
  /(?:^|[.;:]\s+|\b\d{1,2}\.\s+)(We|You|(?:The )?\p{Lu}[\p{L}&’'. -]{1,50}?)\s+(?:will |shall )?(buy|sell)s?\s+the\s+([A-Z]{3})\b/gu;

/** What numbered statements say, as a form would print it: each with its label and value, and no place but its words. */
export function saidEntries(prose: string): Entry[] {
  const said = (label: string, value: string): Entry => ({ section: '', label, value: value.trim(), page: 0, line: 0 });
  return [
    ...[...prose.matchAll(SAID)].map(([, label = '', value = '']) => said(label, value)),
    ...[...prose.matchAll(TRADES)].map(([, who = '', verb, currency = '']) =>
      said(`${verb === 'buy' ? 'Buyer' : 'Seller'} of ${currency}`, who),
    ),
  ];
}
