import type { Product, TradeField } from '@trade-matching/domain';
import type { FoundFields } from './found-fields.ts';
import { DATE_LITERAL, readDate } from './values/dates.ts';
import type { ReadingContext } from './values/readers.ts';

const LEGS: readonly (readonly [TradeField, TradeField])[] = [
  ['fixed_payment_frequency', 'fixed_first_payment_date'],
  ['floating_payment_frequency', 'floating_first_payment_date'],
];

/** `quarterly, commencing 20 March 2027`, `jährlich, erstmals am 30.09.2026`, `trimestriel, premier paiement le …`. */
export const FIRST_PAYMENT = new RegExp(
  `(?:\\b(?:commencing|beginning|starting|first(?:\\s+(?:payment|paid|payable|date|time))*|from and including|from|erstmals|erstmalig|(?:siendo|étant|essendo)\\s+(?:la|le|el|il|l['’])\\s*prim\\w+|premi[èe]re?(?:\\s+date(?:\\s+de\\s+paiement)?)?|prima(?:\\s+data(?:\\s+di\\s+pagamento)?)?|primera(?:\\s+fecha(?:\\s+de\\s+pago)?)?|the\\s+first(?:\\s+(?:payment|date|one))?\\s+(?:being|is|to be)(?:\\s+due)?|erste(?:r|n)?\\s+(?:zahlung|fälligkeit|zahlungstag)|beginnend|première\\s+(?:fois|échéance)|premier\\s+(?:paiement|versement)|por primera vez|primer\\s+pago|primera\\s+liquidación|per la prima volta|primo\\s+pagamento|prima\\s+scadenza)|à compter du|à partir du|a partir del?|a contar del?|a partire dal|a decorrere dal|desde(?: el)?|dal|depuis le|(?<!\\p{L})ab)\\s*:?\\s+(?:(?:on|with|of|is|am|mit|ab|den|dem|le|du|el|il|the payment date(?: falling)? (?:on|in))\\s+){0,2}(${DATE_LITERAL})`,
  'iu',
);

/** The first payment date that a leg's frequency says besides. A date on which the leg only starts is no payment. */
export function readFirstPayments(found: FoundFields, product: Product, { slashOrder }: ReadingContext): void {
  // The legs of these are in an order of their own, and have no such dates.
  if (product === 'BASIS_SWAP' || product === 'CROSS_CURRENCY_SWAP') return;
  for (const [frequency, field] of LEGS) {
    const evidence = found.evidence[frequency];
    const literal = evidence && FIRST_PAYMENT.exec(evidence.literal)?.[1];
    if (!evidence || literal === undefined || found.get(field) !== undefined) continue;
    const read = readDate(literal, slashOrder);
    if (read.kind !== 'date' || read.date <= (found.get('effective_date') ?? found.get('trade_date') ?? '')) continue;
    found.add(field, read.date, { ...evidence, value: evidence.literal }, 0.9);
  }
}
