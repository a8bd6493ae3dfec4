import type { Product } from '@trade-matching/domain';
import { partsOfCell } from './accounting/parts-of-cells.ts';
import type { FoundFields } from './found-fields.ts';
import { canonicalLabel } from './labels.ts';
import type { Entry } from './layout/entry.ts';
import { NOT_DELIVERED } from './values/doubts.ts';
import { readSettlementType } from './values/terms.ts';

const PRODUCTS: ReadonlySet<Product> = new Set([
  'FX_FORWARD',
  'FX_OPTION',
  'NON_DELIVERABLE_FORWARD',
  'EQUITY_SWAP',
  'COMMODITY_SWAP',
  'SWAPTION',
]);
/** `17 December 2026, physical delivery`, `USD (non-deliverable)`, `net in cash`. */
const SAYS_HOW =
  /\b(?:cash[- ]settled|settled in cash|(?:net |payable |paid )?in cash|non[- ]deliverable|(?<!non[- ])deliverable|physical(?:ly)?(?: delivery| delivered| settlement| settled)?|effektive lieferung|livraison physique|entrega f[ií]sica|consegna fisica|barausgleich)\b/i;
/** What holds only in another case, or of another payment. */
const OF_ANOTHER_CASE =
  /\b(?:fallback|disruption|premium|early|optional|termination|default|dividend|method|instruction)\b/;
/** The product's name says what kind of trade it is, whatever its terms. */
const SAYS_WHERE =
  /\b(?:settle\w*|settlement|value|deliver\w*|delivery|payment|pays?|receives?|paid|amount|date|zahlen|erhalten)\b/;
const LONGEST = 140;

/** How a trade settles, said beside another term: in the cell of a date, a currency or a payment. Nothing if two are said. */
export function readSettlementInCells(found: FoundFields, product: Product, entries: readonly Entry[]): void {
  readSaidInCells(found, product, entries);
  useWhatIsKnown(found, entries);
}

const DELIVERED =
  '(?:exchange|delivery|settlement|lieferung|austausch|échange|livraison|intercambio|entrega|scambio|consegna)';
/** A part of a cell that says nothing but how the trade settles. */
const HOW_ALONE = new RegExp(
  `^(?:(?:against|by|by way of|with|gegen|durch|mit|contre|par|contra|por|mediante|contro|con|per) )?(?:physical(?:ly)? |physische[rnm]? |effektive[rnm]? )?(?:settled|delivered|${DELIVERED})(?: (?:physique|f[ií]sic[ao]))?(?: (?:of|der|des?|de las|delle) (?:(?:both|the two|the|beide[rn]?|deux|dos|due) )?(?:currencies|currency amounts|währungen|devises|divisas|divise))?$`,
  'iu',
);
const NOT_DELIVERED_ALONE = new RegExp(`^(?:${NOT_DELIVERED.source})\\.?$`, 'iu');
const IN_CASH_ALONE =
  /^(?:(?:financial |net )?(?:settlement |settled |payment )?in cash(?: only)?|(?:net )?cash(?: settle(?:d|ment))?(?: only)?)\.?$/i;
/** What is exchanged is delivered. */
const EXCHANGED = /\b(?:exchange|austausch|échange|intercambio|scambio)\b/iu;

/** Parts of cells that say again how the trade settles are held against it: what says otherwise stays. */
function useWhatIsKnown(found: FoundFields, entries: readonly Entry[]): void {
  const known = found.get('settlement_type');
  if (known === undefined) return;
  for (const entry of entries) {
    if (!found.isUsed(entry)) continue;
    for (const part of partsOfCell(entry.value).flatMap((each) => each.split(/(?<=\p{L}{2})\.\s+/u))) {
      const isNone = NOT_DELIVERED_ALONE.test(part);
      if (!isNone && !HOW_ALONE.test(part) && !IN_CASH_ALONE.test(part)) continue;
      const type = isNone ? 'CASH' : (readSettlementType(part) ?? (EXCHANGED.test(part) ? 'PHYSICAL' : undefined));
      if (type === known) found.usePart(entry, part);
    }
  }
}

function readSaidInCells(found: FoundFields, product: Product, entries: readonly Entry[]): void {
  if (!PRODUCTS.has(product) || found.get('settlement_type') !== undefined || found.unclear.has('settlement_type'))
    return;
  const said = entries.flatMap((entry) => {
    const how =
      entry.value.length > LONGEST ||
      OF_ANOTHER_CASE.test(canonicalLabel(entry.label)) ||
      !SAYS_WHERE.test(canonicalLabel(entry.label))
        ? null
        : SAYS_HOW.exec(entry.value);
    const type = how ? readSettlementType(how[0]) : undefined;
    return type === undefined ? [] : [{ type, entry }];
  });
  const [first] = said;
  if (!first || new Set(said.map(({ type }) => type)).size > 1) return;
  found.add('settlement_type', first.type, first.entry, 0.9);
}
