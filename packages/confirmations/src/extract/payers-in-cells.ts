import { otherSide, type Product, type Source, type TradeField } from '@trade-matching/domain';
import { fieldsOfCell } from './accounting/beyond-the-value.ts';
import { partsOfCell } from './accounting/parts-of-cells.ts';
import type { FoundFields } from './found-fields.ts';
import type { Entry } from './layout/entry.ts';
import type { Parties } from './parties/find-parties.ts';

const WHO = "(?:the |der |die |das |la |le |l['’]|el |il )?(\\p{L}[^\\d,;:()]{0,40}?)";
const TO = `(?:\\s+(?:to |an |à |a |al |alla )?${WHO})?`;
/** How a part of a cell says who pays, and to whom. */
const PAYMENTS: readonly RegExp[] = [
  new RegExp(
    `^(?:to be )?(?:paid|payable|due|zahlbar|gezahlt|payée?|versée?|pagad[oa]|pagat[oa])\\s+(?:by|durch|von|par|por|da)\\s+${WHO}(?:\\s+to\\s+${WHO})?$`,
    'iu',
  ),
  new RegExp(`^(?:payer|payor|zahler|payeur|pagador|pagatore)\\s*:?\\s+${WHO}$`, 'iu'),
  new RegExp(`^${WHO}\\s+(?:pays?|to pay|shall pay|will pay|zahlt|zahlen|paie|paga)${TO}$`, 'iu'),
];
/** `Norwood receives`, `Norwood receives from Harbour`: who does not pay. */
const RECEIPT = new RegExp(
  `^${WHO}\\s+(?:receives?|to receive|shall receive|erhält|reçoit|recibe|riceve)(?:\\s+(?:from |von |de |da )?${WHO})?$`,
  'iu',
);
/** Under a label that asks who pays: `Harbour to Norwood`. */
const FROM_TO = new RegExp(`^(?:from )?${WHO}\\s+(?:to|an|à|a)\\s+${WHO}$`, 'iu');

export interface Payment {
  readonly payer: Source;
  /** As it is printed. */
  readonly part: string;
}

type Resolve = (text: string) => Source | undefined;

/** Who pays, by one part of a cell; nobody where one of the two names is of neither party, or both are of one. */
function paymentIn(part: string, patterns: readonly RegExp[], resolve: Resolve): Payment | undefined {
  for (const pattern of patterns) {
    const [, who, toWhom] = pattern.exec(part) ?? [];
    if (who === undefined) continue;
    const [payer, payee] = [resolve(who), toWhom === undefined ? undefined : resolve(toWhom)];
    if (payer === undefined) continue;
    return toWhom === undefined || payee === otherSide(payer) ? { payer, part } : undefined;
  }
  const payee = resolve(RECEIPT.exec(part)?.[1] ?? '');
  return payee && { payer: otherSide(payee), part };
}

/** `USD 78,625.00, Norwood pays Harbour`: who pays, by a part of a cell. */
export function paymentInCell(value: string, resolve: Resolve): Payment | undefined {
  const all = partsOfCell(value).flatMap((part) => paymentIn(part, PAYMENTS, resolve) ?? []);
  return new Set(all.map(({ payer }) => payer)).size === 1 ? all[0] : undefined;
}

/** `Harbour to Norwood`, where the label asks who pays. */
export const paymentFromTo = (value: string, resolve: Resolve): Payment | undefined =>
  paymentIn(value.trim(), [...PAYMENTS, FROM_TO], resolve);

/** Whose field says who pays what a cell states. The buyer of protection pays its fixed rate (2014 ISDA Credit Derivatives Definitions, 2.1). */
const PAYER_OF: { readonly [F in TradeField]?: TradeField } = {
  upfront_amount: 'upfront_payer',
  fixed_rate: 'fixed_rate_payer',
  floating_rate_index: 'floating_rate_payer',
  spread_bps: 'floating_rate_payer',
  second_rate_index: 'second_rate_payer',
  second_fixed_rate: 'second_rate_payer',
  fixed_price: 'fixed_price_payer',
  commodity_reference_price: 'floating_price_payer',
};

/**
 * Reads who pays where the cell of a rate, a price or an amount says it in a part of its own: it fills the payer where
 * nothing else says it, and is held against it where something does. What says otherwise is flagged.
 */
export function readPayersInCells(
  found: FoundFields,
  product: Product,
  entries: readonly Entry[],
  { resolve }: Parties,
): void {
  for (const entry of entries) {
    if (!found.isUsed(entry)) continue;
    const payerField = payerFieldOf(fieldsOfCell(found, entry.value), product);
    const payment = payerField && paymentInCell(entry.value, resolve);
    if (!payerField || !payment) continue;
    const known = found.get(payerField);
    if (known !== undefined && known !== payment.payer) {
      const message = `${entry.label} “${entry.value}” says that the ${payment.payer} pays, and ${payerField} is the ${known}`;
      found.flag({ code: 'CONTRADICTION', severity: 'review', field: payerField, message });
      continue;
    }
    if (known === undefined) found.add(payerField, payment.payer, entry, 0.9);
    found.usePart(entry, payment.part);
  }
}

function payerFieldOf(fields: readonly TradeField[], product: Product): TradeField | undefined {
  if (product === 'CREDIT_DEFAULT_SWAP' && fields.includes('fixed_rate')) return 'buyer';
  const payers = new Set(fields.flatMap((field) => PAYER_OF[field] ?? []));
  return payers.size === 1 ? [...payers][0] : undefined;
}
