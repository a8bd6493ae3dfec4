import { type Extraction, FIELD_KINDS, type FieldKind, type Product, type TradeField } from '@trade-matching/domain';
import type { FoundFields } from './found-fields.ts';
import type { NamedProduct } from './product.ts';
import { DEFINITIONS } from './products/index.ts';
import { refuse } from './refuse.ts';

/** Fewer economic terms than this, and the document is no trade, not even a short one (R3). */
const LEAST_STATED = 2;
/** How a document says what it is; a master agreement speaks of transactions too. */
const SAYS_CONFIRMATION =
  /\b(?:confirm|affirm)|\b(?:re|subject|betreff|objet|asunto|oggetto)\s*:|\badvice\b|bestätig|confirmación|conferma/i;

/** What the product's confirmation has to state, and this one does not. */
export function missingFields(found: FoundFields, product: Product): TradeField[] {
  return DEFINITIONS[product].required.filter((field) => isMissing(found, field));
}

type Refused = Extract<Extraction, { outcome: 'refused' }>;

/**
 * Refuses what was read where it is no trade (R3): no terms, or too few to know which trade is meant. A trade that lacks what
 * its product needs is flagged.
 */
export function refuseWhatIsNoTrade(
  found: FoundFields,
  {
    named,
    missing,
    prose,
  }: { readonly named: NamedProduct; readonly missing: readonly TradeField[]; readonly prose: string },
): Refused | undefined {
  const stated = statedTerms(found);
  const isNoTrade = stated < LEAST_STATED && !SAYS_CONFIRMATION.test(prose);
  if (isNoTrade || (stated === 0 && found.unclear.size === 0)) {
    return refuse('NOT_A_CONFIRMATION', `The document mentions ${named.literal} but states no terms of a trade.`);
  }
  if (missing.length === 0) return undefined;
  found.flag({
    code: 'INCOMPLETE',
    severity: 'review',
    message: `the document does not state what this product needs: ${missing.join(', ')}`,
    missing,
  });
  if (isATrade(found)) return undefined;
  const message = `The ${named.product} confirmation could not be read in full; missing: ${missing.join(', ')}.`;
  return refuse('EXTRACTION_INCOMPLETE', message);
}

/** Whether it is known which trade is meant, and something of it (R3). */
export function isATrade(found: Stated): boolean {
  return namesTheTrade(found) && statedTerms(found) >= LEAST_STATED;
}

/** What was read, by which a document is a trade or none. */
type Stated = Pick<FoundFields, 'values' | 'inferred' | 'evidence'>;

/** A rate or a notional for each of its periods is stated by them. */
function isMissing(found: FoundFields, field: TradeField): boolean {
  const schedule = `${field}_schedule` as TradeField;
  const isStepped = (field === 'fixed_rate' || field === 'notional') && found.get(schedule) !== undefined;
  return found.get(field) === undefined && !found.unclear.has(field) && !isStepped;
}

/** How many economic terms were read: parties, references and paper do not count. */
function statedTerms(found: Stated): number {
  return (Object.keys(found.values) as TradeField[]).filter(
    (field) =>
      !NOT_ECONOMIC.has(FIELD_KINDS[field]) &&
      !PAPER.has(field) &&
      found.inferred[field] === undefined &&
      (found.evidence[field]?.confidence ?? 0) > GUESSED,
  ).length;
}
const NOT_ECONOMIC: ReadonlySet<FieldKind> = new Set(['reference', 'party-name', 'lei', 'bic', 'list']);
/** Of a value that was chosen by its kind alone. */
const GUESSED = 0.5;
const PAPER: ReadonlySet<TradeField> = new Set([
  'confirmation_date',
  'calculation_agent',
  'governing_law',
  'master_agreement',
  'master_agreement_date',
  'csa',
]);

/** A reference or both parties say which trade is meant. */
function namesTheTrade({ values }: Stated): boolean {
  return (
    (['trade_id', 'other_reference', 'uti'] as const).some((field) => values[field] !== undefined) ||
    (values.bank_name !== undefined && values.counterparty_name !== undefined)
  );
}
