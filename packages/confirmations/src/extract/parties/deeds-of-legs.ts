import { otherSide, type Product } from '@trade-matching/domain';
import type { FoundFields } from '../found-fields.ts';
import type { Entry } from '../layout/entry.ts';
import { DEFINITIONS } from '../products/index.ts';
import { legOf } from '../vocabulary/term.ts';
import type { Parties } from './find-parties.ts';

/** All that a cell says: `Pays`, `Receives total return`, `pays the fixed rate`. */
const PAYS_OR_RECEIVES =
  /^(?:(pays?|payer|is payer)|receives?|receiver|is receiver)(?:\s+(?:the )?((?:total|price|equity|fixed|floating|float|financing|variable|interest)(?: (?:return|rate|price|amounts?|leg|payments?))*))?\.?$/i;

/**
 * `Account: Receives` beside `Dealer: Pays` under the heading of a leg: who pays it, by the deed under each party's name. The
 * leg is the one that the cell names, else the heading's.
 */
export function readDeedsOfLegs(
  found: FoundFields,
  product: Product,
  entries: readonly Entry[],
  { resolve }: Parties,
): void {
  const payers = DEFINITIONS[product].legPayers;
  if (!payers) return;
  for (const entry of entries) {
    const [deed, pays, named = ''] = PAYS_OR_RECEIVES.exec(entry.value.trim()) ?? [];
    if (deed === undefined || entry.column !== undefined) continue;
    const ofReturn = product === 'EQUITY_SWAP' && /\breturn$/i.test(named);
    const leg = ofReturn ? 'equity' : (legOf(named) ?? legOf(entry.section ?? ''));
    const side = leg && resolve(entry.label);
    const field = leg && payers[leg];
    if (!side || !field) continue;
    const payer = pays === undefined ? otherSide(side) : side;
    found.add(field, payer, entry, 0.9);
    if (found.get(field) === payer) found.useWhole(entry);
  }
}
