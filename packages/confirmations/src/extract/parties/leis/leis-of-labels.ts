import { otherSide, type Source } from '@trade-matching/domain';
import type { FoundFields } from '../../found-fields.ts';
import { canonicalLabel, normaliseLabel } from '../../labels.ts';
import type { Entry } from '../../layout/entry.ts';
import { readLei } from '../../values/terms.ts';
import type { Parties } from '../find-parties.ts';
import { LEI_FIELD } from './lei-fields.ts';
import { ownersOfLei } from './lei-labels.ts';

/** `Our LEI`, `LEI of the Company`, `LEI` in a party's column, `Party A` with an LEI in its cell. */
export function readLeisOfLabels(
  found: FoundFields,
  entries: readonly Entry[],
  parties: Parties,
  source: Source,
): void {
  for (const entry of entries) {
    const label = normaliseLabel(entry.label);
    if (/\blei\b|legal entity identifier|^party [ab]$/.test(label))
      readLeisOf(found, entries, entry, label, parties, source);
  }
}

/** Whose a column is that a role heads: `Party | X | Y` below `Buyer | Seller`. */
function sideOfColumn(entries: readonly Entry[], column: string | undefined, parties: Parties): Source | undefined {
  if (column === undefined) return undefined;
  const named = entries.find(
    (entry) => entry.column === column && /^(?:party|name|legal name|entity)$/.test(normaliseLabel(entry.label)),
  );
  return named && parties.resolve(named.value);
}

function readLeisOf(
  found: FoundFields,
  entries: readonly Entry[],
  entry: Entry,
  label: string,
  parties: Parties,
  source: Source,
): void {
  const leis = entry.value.toUpperCase().match(/\b[A-Z0-9]{18}\d{2}\b/g) ?? [];
  const [first, second] = leis;
  if (first === undefined) return;
  if (second !== undefined) {
    // `LEI : A / B`: the sender's first.
    found.add(LEI_FIELD[source], first, entry, 0.8);
    found.add(LEI_FIELD[otherSide(source)], second, entry, 0.8);
    return;
  }
  const who =
    entry.column ??
    label
      .replace(/\b(?:lei|code|number|legal entity identifier|of)\b/g, ' ')
      .replace(/\s+/g, ' ')
      .trim();
  const side =
    parties.resolve(who) ??
    parties.resolve(canonicalLabel(who)) ??
    // `LEI Fonds / LEI Fund`: of one party in two languages.
    sideOfOwners(entry.label, parties) ??
    sideOfColumn(entries, entry.column, parties) ??
    parties.resolve(entry.value.replace(/\bLEI\b.*$/i, ''));
  const lei = readLei(entry.value);
  if (side && lei) found.add(LEI_FIELD[side], lei, entry);
}

/** The one side that the owners in a label are of. */
function sideOfOwners(label: string, parties: Parties): Source | undefined {
  const sides = new Set(
    ownersOfLei(label)
      .map((owner) => parties.resolve(owner))
      .filter((side) => side !== undefined),
  );
  return sides.size === 1 ? [...sides][0] : undefined;
}
