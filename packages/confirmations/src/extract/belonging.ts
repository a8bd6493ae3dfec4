import { FIELD_KINDS, type FieldKind, type Product, type TradeField } from '@trade-matching/domain';

/** A section of accounts, of collateral or of contacts: what stands in it is not of the trade. */
const DECOY_SECTION =
  /collateral|credit support|\bcsa\b|threshold|account|payment (?:instructions|details)|settlement instructions|standing|contact|credit line|notices?|wire|bank details|annex|history|illustrat|\bexample\b|not part of|superseded|previous|prior/i;
/** Words of a heading; more are a sentence. */
const LONGEST_HEADING = 7;
const FLOATING_SIDE = /^(?:(?:we |you )?(?:pay|receive)s?(?: leg| side)?(?:\W{1,3}float\w*\)?)?|leg [12AB]\b.*)$/i;

/** What a section of accounts, thresholds and contacts may say of the trade. */
const SAID_ANYWHERE: ReadonlySet<FieldKind> = new Set([
  'enum',
  'text',
  'list',
  'lei',
  'bic',
  'business-day-convention',
]);

// An amount or a date among settlement instructions or collateral terms is theirs, not the trade's.
export function isDecoy(section: string, field: TradeField): boolean {
  // `Tenor` below `RECEIVE Float` is how long its index runs, not the trade.
  if (field === 'tenor' && FLOATING_SIDE.test(section)) return true;
  if (!DECOY_SECTION.test(section) || section.split(/\s+/).length > LONGEST_HEADING) return false;
  return !SAID_ANYWHERE.has(FIELD_KINDS[field]) && !/_currency$|^master_agreement/.test(field);
}

// An exchange of currencies has no term: an effective date in its confirmation is of something else.
export function isForeignTo(product: Product, field: TradeField): boolean {
  // In a cap or a floor who pays the floating amounts is who sold it.
  if (product === 'CAP_FLOOR' && field === 'floating_rate_payer') return true;
  const isForeignExchange =
    product === 'FX_FORWARD' || product === 'NON_DELIVERABLE_FORWARD' || product === 'FX_OPTION';
  return isForeignExchange && /^(?:effective|termination)_date$|^tenor$/.test(field);
}
