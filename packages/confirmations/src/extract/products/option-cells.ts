import { otherSide } from '@trade-matching/domain';
import { amountsOf } from '../page-legs/amounts.ts';
import { currencyIn } from '../values/currencies.ts';
import * as read from '../values/readers.ts';
import { readOptionType } from '../values/terms.ts';
import type { ProductReading } from './definition.ts';

const A_DEED =
  /^(?:sens|direction|side|sense|richtung|sentido|senso|direzione|geschäft|nature|art|operación|operazione)\s*:?$/i;
/** `achat de call EUR / put USD`, `Kauf eines EUR Call / USD Put`: what whose paper it is does, and with which option. */
const DEED =
  /^(?:(achat|kauf|compra|acquisto|purchase|buy|bought)|vente|verkauf|venta|vendita|sale|sell|sold)\s+(?:of |de |d['’]|di |von |eines? |einer )?(?:(?:an?|un[ae]?|l['’])\s*)?(.{5,50})$/iu;
const OF_SOMETHING_ELSE =
  /\b(?:premium|prime|prämie|premio|prima|fees?|rebate|strike|barrier|account|konto|compte|cuenta|conto|limit)\b/i;
const LONGEST_CELL = 80;

/** Who buys the option and which it is, from one cell: `Sens: achat de call EUR / put USD`. */
export function readDeed({ found, entries, parties }: ProductReading): void {
  for (const entry of entries) {
    const [, buys, what = ''] = (A_DEED.test(entry.label.trim()) && DEED.exec(entry.value.trim())) || [];
    const type = what === '' ? undefined : readOptionType(what);
    if (type === undefined) continue;
    const buyer = buys === undefined ? otherSide(parties.issuer) : parties.issuer;
    if (found.get('buyer') === undefined) found.add('buyer', buyer, entry, 0.9);
    if (found.get('seller') === undefined) found.add('seller', otherSide(buyer), entry, 0.9);
    if (found.get('option_type') === undefined) found.add('option_type', type, entry, 0.9);
    return;
  }
}

/** The amounts of the two currencies that the type names, where one cell alone has each, whatever its label: `EUR: 909.090,91`. */
export function readAmountsOfType({ found, entries, context }: ProductReading): void {
  for (const [, code = '', side = ''] of (found.get('option_type') ?? '').matchAll(/([A-Z]{3})_(PUT|CALL)/g)) {
    const kind = side === 'PUT' ? 'put' : 'call';
    if (found.get(`${kind}_amount`) !== undefined || found.unclear.has(`${kind}_amount`)) continue;
    const stated = entries.flatMap((entry) => {
      if (entry.value.length > LONGEST_CELL || OF_SOMETHING_ELSE.test(`${entry.label} ${entry.value}`)) return [];
      return amountsOf(entry.value, context.decimalMark, currencyIn(entry.label)?.code)
        .filter(({ currency }) => currency === code)
        .map(({ amount }) => ({ amount, entry }));
    });
    const [first] = stated;
    if (!first || new Set(stated.map(({ amount }) => amount)).size > 1) continue;
    found.add(`${kind}_amount`, first.amount, first.entry, 0.9);
    if (found.get(`${kind}_currency`) === undefined) found.add(`${kind}_currency`, code, first.entry, 0.9);
  }
}

/** `Knock-out level: 0.8350`: the label says what happens there. */
export function readBarrierOfLabel({ found, title, context }: ProductReading): void {
  const evidence = found.evidence.barrier_level;
  if (!evidence || found.get('barrier_type') !== undefined || found.unclear.has('barrier_type')) return;
  for (const text of [evidence.label, evidence.literal, title]) {
    const reading = read.barrierType('barrier_type')(text, context);
    const type = reading.kind === 'fields' ? reading.fields.barrier_type : undefined;
    if (type === undefined) continue;
    found.add('barrier_type', type, { ...evidence, value: evidence.literal }, 0.9);
    return;
  }
}
