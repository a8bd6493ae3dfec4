import type { TradeField } from '@trade-matching/domain';
import type { Entry } from '../layout/entry.ts';
import { currencyIn, readCurrency } from '../values/currencies.ts';
import { amountIn } from '../values/numbers.ts';
import { readOptionStyle } from '../values/terms.ts';
import type { ProductReading } from './definition.ts';

const SENSE = /^(?:sens|direction|side|sense|richtung|sentido|senso|direzione)\s*:?$/i;
const BUYS = /^(.{2,50}?)\s+(?:buys?|achète|acquiert|kauft|compra|acquista)\b/i;
/** `droit d'acheter des euros contre dollars`, `the right to buy EUR against USD`. */
const RIGHT =
  /\b(?:right to (?:buy|purchase)|droit d['’](?:acheter|acquérir)|recht zum kauf von|derecho (?:a|de) comprar|diritto (?:di|ad?) (?:acquistare|comprare))\s+(?:(?:des|les|the|de|di)\s+)?(\S+)\s+(?:contre|against|gegen|contra|contro)\s+(?:(?:des|les|the|de|di)\s+)?([^\s,;.]+)/iu;

/**
 * Reads an option from what it gives the right to: who buys it (`Sens: la Coopérative achète, la Banque vend`), which
 * currency may be bought for which, and the amounts under labels that name those currencies (`Euros achetés`).
 */
export function readRight({ found, entries, context, parties }: ProductReading): void {
  const sense = entries.find(({ label, value }) => SENSE.test(label) && BUYS.test(value));
  const buyer = sense && parties.resolve(BUYS.exec(sense.value)?.[1] ?? '');
  if (sense && buyer) found.add('buyer', buyer, sense);
  const right = entries.find(({ value }) => RIGHT.test(value));
  const [, bought = '', against = ''] = RIGHT.exec(right?.value ?? '') ?? [];
  const amounts = entries.flatMap((entry) => {
    const amount = amountIn(entry.value, context.decimalMark);
    return amount?.currency === undefined ? [] : [{ entry, amount: amount.amount, currency: amount.currency }];
  });
  const under = (word: string, code: string | undefined) =>
    amounts.filter(({ entry: { label }, currency }) =>
      code === undefined
        ? begins(label, word)
        : currency === code && (begins(label, word) || readCurrency(label) === code),
    );
  const [call, put] = [bought, against].map((word) => currencyOf(word) ?? under(word, undefined)[0]?.currency);
  if (!right || !call || !put || call === put) return;
  const give = (field: TradeField, value: string | undefined, place: Entry) => {
    if (value !== undefined && found.get(field) === undefined) found.add(field, value, place, 0.9);
  };
  give('option_type', `${call}_CALL_${put}_PUT`, right);
  give('option_style', readOptionStyle(right.value), right);
  for (const [side, word, currency] of [
    ['call', bought, call],
    ['put', against, put],
  ] as const) {
    const [only, ...others] = under(word, currency);
    if (!only || others.length > 0) continue;
    give(`${side}_currency`, currency, only.entry);
    give(`${side}_amount`, only.amount, only.entry);
  }
}

const AMOUNT = "((?:[A-Z]{3}|US\\$|€|£)\\s?\\d[\\d.,'’ ]*\\d(?:\\s?(?:million|mn|mm|m))?)";
const OPTION_TO = new RegExp(
  `\\b(?:option|right) (?:for (?:you|us|\\S+) )?to (?:(buy|purchase)|sell) ${AMOUNT}(?: \\([^()]{2,30}\\))?(?: (?:from|to) (?:you|us|[^.;]{2,40}?))? (?:against(?: (?:payment|delivery) of)?|for|in exchange for) ${AMOUNT}`,
  'i',
);

/** `option to buy EUR 5,000,000.00 against payment of USD 5,900,000.00`: what is bought is called, what is sold is put. */
export function readOptionTo(
  found: ProductReading['found'],
  prose: string,
  { decimalMark }: ProductReading['context'],
): void {
  const [literal, buys, one = '', other = ''] = OPTION_TO.exec(prose) ?? [];
  const [first, second] = [amountIn(one, decimalMark), amountIn(other, decimalMark)];
  if (literal === undefined || !first?.currency || !second?.currency || first.currency === second.currency) return;
  const [call, put] = buys === undefined ? [second, first] : [first, second];
  const place = { page: 0, line: 0, label: 'text', value: literal };
  for (const [field, value] of [
    ['call_currency', call.currency],
    ['call_amount', call.amount],
    ['put_currency', put.currency],
    ['put_amount', put.amount],
    ['option_type', `${call.currency}_CALL_${put.currency}_PUT`],
  ] as const) {
    if (value !== undefined && found.get(field) === undefined) found.add(field, value, place, 0.9);
  }
}

/** `Dollars livrés` is of the dollars that the right names, whichever country's they are. */
function begins(label: string, word: string): boolean {
  return word.length > 3 && label.toLowerCase().startsWith(word.toLowerCase());
}

/** `euros`, `dollars`, `EUR`. */
function currencyOf(word: string): string | undefined {
  return currencyIn(word)?.code ?? readCurrency(`${word} 1`);
}
