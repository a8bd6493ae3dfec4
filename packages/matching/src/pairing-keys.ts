import { FIELD_KINDS, FINGERPRINT_FIELDS, type Trade, type TradeField } from '@trade-matching/domain';
import { Big } from 'big.js';
import { isOrderFree } from './currency-order.ts';
import { normaliseText } from './normalise-text.ts';
import { canonicalTerm } from './same-term.ts';

/** How a reference is compared: case, spaces and punctuation aside, so that `NWB 014410X` finds `NWB-014410X`. */
export function normaliseReference(reference: string): string {
  return reference
    .normalize('NFKD')
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, '');
}

/**
 * A reference without the house that some put in front of the other side's: `FNB-IRS-52589154` is a bank's own
 * `IRS-52589154`. Undefined where nothing stands in front.
 */
export function withoutHouse(reference: string): string | undefined {
  const [, rest] = /^\s*[A-Z]{2,6}\s*[-/.:_ ]\s*([A-Z]{2,6}[-/.:_ ]*\d{4}.*)$/i.exec(reference) ?? [];
  return rest === undefined ? undefined : normaliseReference(rest);
}

/** The keys under which a trade is found by the other side's. */
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
  const keys = {
    own: trade.trade_id && normaliseReference(trade.trade_id),
    ownWithoutHouse: trade.trade_id && withoutHouse(trade.trade_id),
    other: trade.other_reference && normaliseReference(trade.other_reference),
    otherWithoutHouse: trade.other_reference && withoutHouse(trade.other_reference),
    uti: trade.uti && normaliseReference(trade.uti),
    fingerprint: fingerprint(trade),
  };
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
