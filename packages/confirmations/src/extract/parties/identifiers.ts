import type { Source, TradeField } from '@trade-matching/domain';
import type { PositionedText } from '../../read/positioned-text.ts';
import type { FoundFields } from '../found-fields.ts';
import { normaliseLabel } from '../labels.ts';
import type { Entry } from '../layout/entry.ts';
import { readBic } from '../values/terms.ts';
import { readBicsByCode, readBicsOfEntries } from './bics.ts';
import type { Parties } from './find-parties.ts';
import { readLeis } from './leis/read-leis.ts';

const NAME_FIELD = { BANK: 'bank_name', COUNTERPARTY: 'counterparty_name' } as const satisfies Record<
  Source,
  TradeField
>;
const BIC_FIELD = { BANK: 'bank_bic', COUNTERPARTY: 'counterparty_bic' } as const satisfies Record<Source, TradeField>;

const OWN_REFERENCE = /^(?:(?:trade|deal|transaction) )?(?:reference|ref|no|number|id)$/;
const A_REFERENCE = /^(?=.*\d)[\p{L}\d][\p{L}\d/._-]{2,30}$/u;

/** Reads the names, LEIs and BICs of both parties, from `Our LEI`, from a column a party, or beside a name. */
export function readIdentifiers(
  found: FoundFields,
  entries: readonly Entry[],
  prose: string,
  text: PositionedText,
  parties: Parties,
  source: Source,
): void {
  for (const side of ['BANK', 'COUNTERPARTY'] as const) {
    const name = parties.names[side];
    if (name) found.add(NAME_FIELD[side], name, { page: 0, line: 0, label: 'party', value: name });
  }
  for (const entry of entries) {
    const label = normaliseLabel(entry.label);
    if (entry.column !== undefined && /^(?:bic|swift|swift code|bic code|swift bic|bic swift)$/.test(label)) {
      const [side, bic] = [parties.resolve(entry.column), readBic(entry.value)];
      if (side && bic) found.add(BIC_FIELD[side], bic, entry);
    } else if (entry.column !== undefined && OWN_REFERENCE.test(label) && A_REFERENCE.test(entry.value)) {
      // `Reference | PL-4471 | AM/26/031` below the names of the two.
      const side = parties.resolve(entry.column);
      if (side) found.add(side === source ? 'trade_id' : 'other_reference', entry.value, entry);
    }
  }
  readBicsOfEntries(found, entries, parties);
  readBicsByCode(found, text, parties);
  readLeis(found, entries, prose, text, parties, source);
}
