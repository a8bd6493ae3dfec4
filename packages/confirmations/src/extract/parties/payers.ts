import { otherSide, type Product, type Source, type TradeField } from '@trade-matching/domain';
import type { PositionedText } from '../../read/positioned-text.ts';
import type { FoundFields } from '../found-fields.ts';
import type { Entry } from '../layout/entry.ts';
import type { Parties } from './find-parties.ts';

const PAYER_HEADING = /\b(fixed|floating)\b.*?(?:[-–—:]\s*(.{2,60}?)\s+pays?\b|payable by\s+(.{2,60}?)\s*:?$)/i;

/** `FIXED RATE LEG - PARTY A PAYS` says who pays where no label does. */
export function readHeadings(found: FoundFields, product: Product, text: PositionedText, parties: Parties): void {
  if (product !== 'INTEREST_RATE_SWAP') return;
  for (const { page, number, segments } of text.lines) {
    const [segment] = segments;
    const match = segments.length === 1 && segment ? PAYER_HEADING.exec(segment.text) : null;
    const side = match && parties.resolve(match[2] ?? match[3] ?? '');
    if (!segment || !match || !side) continue;
    const field = match[1]?.toLowerCase() === 'fixed' ? 'fixed_rate_payer' : 'floating_rate_payer';
    found.add(field, side, { page, line: number, label: segment.text, value: segment.text });
  }
  for (const [known, other] of [
    ['fixed_rate_payer', 'floating_rate_payer'],
    ['floating_rate_payer', 'fixed_rate_payer'],
  ] as const) {
    const payer = found.get(known);
    if (payer && found.get(other) === undefined) {
      found.infer(other, otherSide(payer as Source), `the other party is the ${known.replaceAll('_', ' ')}`);
    }
  }
}

const COUNTERPARTS: readonly (readonly [TradeField, TradeField, Product])[] = [
  ['seller', 'buyer', 'FX_OPTION'],
  ['seller', 'buyer', 'CREDIT_DEFAULT_SWAP'],
  ['reference_currency_seller', 'reference_currency_buyer', 'NON_DELIVERABLE_FORWARD'],
  ['fixed_price_payer', 'floating_price_payer', 'COMMODITY_SWAP'],
];

/** Of two parties the one that is not named is the other; two roles of one party contradict each other. */
export function inferCounterparts(found: FoundFields, product: Product): void {
  for (const [a, b, of] of COUNTERPARTS) {
    if (of !== product) continue;
    for (const [known, other] of [
      [a, b],
      [b, a],
    ] as const) {
      const side = found.get(known);
      if (side && found.get(other) === undefined) {
        found.infer(other, otherSide(side as Source), `the other party is the ${known.replaceAll('_', ' ')}`);
      }
    }
  }
  for (const [a, b] of [
    ...COUNTERPARTS.filter(([, , of]) => of === product),
    ['fixed_rate_payer', 'floating_rate_payer'] as const,
  ]) {
    if (found.get(a) === undefined || found.get(a) !== found.get(b)) continue;
    found.flag({
      code: 'CONTRADICTION',
      severity: 'review',
      field: a,
      message: `${found.get(a)} is both the ${a.replaceAll('_', ' ')} and the ${b.replaceAll('_', ' ')}`,
    });
  }
}

/**
 * The leg of each party's column, from a row that says what each pays: `Pays | Fixed | Floating` under `Party A` and
 * `Party B`. What else stands in the column is then of that leg.
 */
export function readLegsOfColumns(found: FoundFields, entries: readonly Entry[], parties: Parties): Entry[] {
  const legs = new Map<string, string>();
  for (const entry of entries) {
    const { label, value, column } = entry;
    const leg = /^\s*(fixed|floating)\b/i.exec(value)?.[1]?.toLowerCase();
    if (
      column === undefined ||
      leg === undefined ||
      !/^(?:pays|leg|rate type|type of rate|pays leg|leg type|pay leg)\s*:?$/i.test(label)
    )
      continue;
    const side = parties.resolve(column);
    if (!side) continue;
    legs.set(column, `${leg} leg`);
    found.add(leg === 'fixed' ? 'fixed_rate_payer' : 'floating_rate_payer', side, entry);
  }
  return entries.map((entry) => {
    const leg = entry.column === undefined ? undefined : legs.get(entry.column);
    return leg === undefined ? entry : { ...entry, column: leg };
  });
}
