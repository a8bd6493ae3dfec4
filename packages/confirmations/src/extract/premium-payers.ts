import { otherSide, type Product, type Source } from '@trade-matching/domain';
import type { FoundFields } from './found-fields.ts';
import { canonicalLabel } from './labels.ts';
import type { Entry } from './layout/entry.ts';
import type { Parties } from './parties/find-parties.ts';
import { paymentFromTo, paymentInCell } from './payers-in-cells.ts';
import { dateIn } from './values/dates.ts';
import { amountIn } from './values/numbers.ts';
import { paidByIn } from './values/paid-by.ts';

const OPTIONS: ReadonlySet<Product> = new Set<Product>(['FX_OPTION', 'SWAPTION', 'CAP_FLOOR']);
const OF_THE_PREMIUM = /\bpremium\b/;
/** `Premium direction: We pay`, `Premium payer: Elm Fund`, `Premium paid to: Harbour Bank plc`. */
const DIRECTION = /^premium (?:direction|flow|side)$/;
const PAYER = /^(?:premium (?:payer|paid by|payable by|due from|payment by)|payer of premium)$/;
const PAYEE = /^(?:premium (?:receiver|payee|paid to|payable to|received by|due to)|receiver of premium)$/;
const PAYS_OR_RECEIVES = /^(\S.{0,40}?)\s+(?:(pays?|to pay)|receives?|to receive)\.?$/i;

/** Who pays, and to whom, within the cell of an amount: `by the Holder to the Writer`, `a nostro carico`, `an uns zahlbar`. */
const BY =
  /,?\s*\(?(?:(?:to be )?(?:paid|payable|due)\s+)?(?:by|pagato d(?:a|all['’])|payée? par(?: l['’]| la | le )?|pagad[ao] por(?: el| la)?)\s*(?:the )?(us|you|we|\p{L}[^\d,;()]{1,40}?)(?:\s+to\s+(?:the )?(us|you|\p{L}[^\d,;()]{1,40}?))?\)?(?=$|[,;)]|\s+(?:on|am|il|le|el|value|valuta)\b)/iu;
const AT_OUR_COST =
  /,?\s*(?:a|à|zu)\s+(?:(nostro|notre|nuestro|unseren)|(?:vostro|votre|su|ihren))\s+(?:carico|charge|cargo|lasten)\b/i;
const TO_WHOM_GERMAN = /,?\s*an\s+(uns|sie)\s+(?:zahlbar|zu zahlen)(?:\s+am)?\b/i;
/** What else stands in such a cell. */
const AROUND =
  /\b(?:on|am|il|le|el|value|val|valuta|valeur|valor|due|payable|paid|being|of|date|and|lump|sum|one|in)\b|[\s.,;:()-]/gi;

interface Payment {
  readonly payer: Source;
  /** The cell without what says it. */
  readonly rest: string;
}

/** Who pays the premium by a label that asks for it, or by the cell of its amount. */
function paymentIn({ label, value }: Entry, found: FoundFields, parties: Parties): Payment | undefined {
  const side = (text: string): Source | undefined => {
    const role =
      /\b(?:(buyer|holder|purchaser|acquirente|käufer|acheteur|comprador)|seller|writer|venditore|verkäufer|vendeur|vendedor)$/i.exec(
        text.trim(),
      );
    const own = role && (found.get(role[1] === undefined ? 'seller' : 'buyer') as Source | undefined);
    return own ?? parties.resolve(text);
  };
  const paid = (payer: Source | undefined, rest = ''): Payment | undefined => payer && { payer, rest };
  const received = (payee: Source | undefined, rest = ''): Payment | undefined =>
    payee && { payer: otherSide(payee), rest };
  const plain = canonicalLabel(label);
  if (PAYER.test(plain)) return paid(side(value) ?? paymentFromTo(value, side)?.payer);
  if (PAYEE.test(plain)) return received(side(value));
  if (DIRECTION.test(plain)) {
    const [, who = '', pays] = PAYS_OR_RECEIVES.exec(value.trim()) ?? [];
    return who === '' ? undefined : (pays === undefined ? received : paid)(side(who));
  }
  if (!OF_THE_PREMIUM.test(plain)) return undefined;
  const cost = AT_OUR_COST.exec(value);
  if (cost)
    return paid(cost[1] === undefined ? otherSide(parties.issuer) : parties.issuer, value.replace(cost[0], ' '));
  const german = TO_WHOM_GERMAN.exec(value);
  if (german) return received(side(german[1] ?? ''), value.replace(german[0], ' '));
  const by = BY.exec(value);
  if (by) {
    const [literal, who = '', toWhom] = by;
    const [payer, payee] = [side(who), toWhom === undefined ? undefined : side(toWhom)];
    // Paid to somebody else than the other party, a cell says more.
    const isToOther = toWhom === undefined || (payee !== undefined && payee !== payer);
    return paid(payer, isToOther ? value.replace(literal, ' ') : value);
  }
  const said = paymentInCell(value, side);
  if (said) return paid(said.payer, value.replace(said.part, ' '));
  const named = paidByIn(value);
  return named && paid(side(named.payer), named.rest);
}

/** Whether a cell holds an amount and a day, or a day alone, and no other word. */
function isAmountAndDay(text: string): boolean {
  const { reading, before, after } = dateIn(text);
  const rest = reading.kind === 'none' ? text : `${before} ${after}`;
  const amount = amountIn(rest);
  const bare = amount ? amount.rest : rest;
  return bare.replace(AROUND, '') === '';
}

/**
 * Holds who pays the premium, where a document says it, against who buys the option: the buyer pays it (ISDA 1998 FX and
 * Currency Option Definitions, 3.4; ISDA 2021 Definitions, section 14). A cell that says only that is no term besides; what
 * says otherwise is for a person to look at.
 */
export function checkPremiumPayer(
  found: FoundFields,
  product: Product,
  entries: readonly Entry[],
  parties: Parties,
): void {
  const buyer = found.get('buyer');
  if (!OPTIONS.has(product) || buyer === undefined) return;
  for (const entry of entries) {
    const payment = paymentIn(entry, found, parties);
    if (!payment) continue;
    if (payment.payer !== buyer) {
      const message = `${entry.label} “${entry.value}” says that the ${payment.payer} pays the premium, and the buyer is the ${buyer}`;
      found.flag({ code: 'CONTRADICTION', severity: 'review', field: 'premium_amount', message });
    } else if (payment.rest === '' || isAmountAndDay(payment.rest)) found.useWhole(entry);
  }
}
