import { otherSide, type Source } from '@trade-matching/domain';
import type { PositionedText } from '../../read/positioned-text.ts';
import type { FoundFields } from '../found-fields.ts';
import type { Entry } from '../layout/entry.ts';
import { type ReadingContext, reference } from '../values/readers.ts';
import { isMadeOf } from './aliases.ts';
import { hasInitials, isCompanyName, nameIn } from './company-names.ts';
import type { Parties } from './find-parties.ts';

const LETTERHEAD_LINES = 3;
/** `BAM Trade ID`, `KTC deal no.`: the letters of a house before what its reference is called. */
const OF_A_HOUSE =
  /^([A-Z]{2,6})(?:['’]s)? (?:(?:trade|deal|transaction|contract|swap|internal|order) )?(?:ref(?:erence|\.)?(?: (?:no\.?|number|id))?|id|no\.?|number|ticket)\s*:?$/i;
/** Identifiers of the trade that are no house's, or of the house and no trade's. */
const NOBODYS =
  /^(?:our|your|own|uti|usi|upi|lei|bic|swift|trade|deal|swap|isin|tax|vat|reg|page|tel|fax|desk|order)$/i;

/** The sender's reference under the letters of the letterhead: a manager that writes for its client is no party, and numbers the trade. */
export function readReferenceOfWriter(
  found: FoundFields,
  { lines }: PositionedText,
  entries: readonly Entry[],
  parties: Parties,
  context: ReadingContext,
): void {
  if (found.get('trade_id') !== undefined) return;
  const source: Source = parties.issuer;
  const letterhead = lines
    .slice(0, LETTERHEAD_LINES)
    .flatMap(({ segments }) => segments.map(({ text }) => nameIn(text)))
    .filter((name) => isCompanyName(name) && parties.resolve(name) !== otherSide(source));
  const own = entries.filter(({ label, value }) => {
    const letters = OF_A_HOUSE.exec(label.trim())?.[1]?.toLowerCase() ?? '';
    if (letters === '' || NOBODYS.test(letters) || !/\d/.test(value)) return false;
    return letterhead.some((name) => hasInitials(name, letters) || isMadeOf(letters, name));
  });
  const [entry] = own;
  if (!entry || own.length > 1) return;
  const reading = reference('trade_id')(entry.value, context);
  const id = reading.kind === 'fields' ? reading.fields.trade_id : undefined;
  if (id !== undefined && id !== found.get('other_reference')) found.add('trade_id', id, entry, 0.9);
}
