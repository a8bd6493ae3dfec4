import { FIELD_KINDS, FINGERPRINT_FIELDS, type Trade, type TradeField } from '@trade-matching/domain';
import { Big } from 'big.js';
import { isOrderFree } from './currency-order.ts';
import { normaliseText } from './normalise-text.ts';
import { identityReference, looseReference, withoutHouse } from './reference.ts';
import { canonicalTerm } from './same-term.ts';

/** What ties a trade to the other side's. References stand as they tell trades apart ({@link identityReference}). */
export interface PairingKeys {
  readonly own?: string;
  /** The same {@link withoutHouse}. */
  readonly ownWithoutHouse?: string;
  readonly other?: string;
  readonly otherWithoutHouse?: string;
  readonly uti?: string;
  readonly fingerprint?: string;
}

export function pairingKeys(trade: Trade): PairingKeys {
  const uti = trade.uti && looseReference(identityReference(trade.uti));
  return present({ ...referenceKeys(trade), uti, fingerprint: fingerprint(trade) });
}

/** Those of the keys that are references. */
export function referenceKeys({ trade_id, other_reference }: Trade): PairingKeys {
  return present({
    own: trade_id && identityReference(trade_id),
    ownWithoutHouse: trade_id && withoutHouse(trade_id),
    other: other_reference && identityReference(other_reference),
    otherWithoutHouse: other_reference && withoutHouse(other_reference),
  });
}

function present(keys: { readonly [K in keyof PairingKeys]: string | undefined }): PairingKeys {
  return Object.fromEntries(Object.entries(keys).filter(([, value]) => value)) as PairingKeys;
}

/** Undefined where the document prints neither side's identity or too few terms: then nothing but a reference pairs it. */
export function fingerprint(trade: Trade): string | undefined {
  const parties =
    trade.bank_lei && trade.counterparty_lei ? [trade.bank_lei, trade.counterparty_lei] : partyNames(trade);
  if (!parties) return undefined;
  const values: string[] = [];
  for (const field of FINGERPRINT_FIELDS[trade.product]) {
    const value = trade[field];
    if (value === undefined) return undefined;
    values.push(canonical(field, value));
  }
  return [trade.product, ...parties, ...(isOrderFree(trade) ? inEitherOrder(values) : values)].join('|');
}

/** An exchange is the same whichever currency is printed first: its two stand first among the fields. */
function inEitherOrder([first = '', second = '', ...rest]: readonly string[]): string[] {
  return [...[first, second].sort(), ...rest];
}

function partyNames(trade: Trade): string[] | undefined {
  if (!trade.bank_name || !trade.counterparty_name) return undefined;
  return [normaliseText(trade.bank_name), normaliseText(trade.counterparty_name)];
}

function canonical(field: TradeField, value: string): string {
  const kind: string = FIELD_KINDS[field];
  if ((kind === 'decimal' || kind === 'quantity') && /^-?\d+(\.\d+)?$/.test(value)) return new Big(value).toFixed();
  return kind === 'date' || kind === 'currency' ? value : canonicalTerm(field, value);
}
