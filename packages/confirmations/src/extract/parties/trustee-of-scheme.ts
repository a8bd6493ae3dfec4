import type { Source } from '@trade-matching/domain';
import { canonicalLabel } from '../labels.ts';
import type { Entry } from '../layout/entry.ts';
import type { Candidate } from './candidates.ts';
import { distinctiveWords, isCompanyName, likeness, nameIn } from './company-names.ts';

const TRUSTEE = /^(?:the )?trustees?(?: of (?:the )?(?:scheme|plan|fund)| company| name)?$/;
/** What has no legal person of its own: a pension scheme is its trustee's. */
const SCHEME = /\b(?:scheme|plan|pensions?(?: fund)?|superannuation fund)$/i;
const NAMED_AS_PARTY =
  /^(?:(?:the )?(?:scheme|plan|fund)(?: name)?|name(?: of)?(?: the)? (?:scheme|fund)|party|principal|client)$/;

/**
 * A scheme's paper is headed with the scheme's name, and says in a row who its trustee is: the trustee of that scheme is the
 * party. A row that names the scheme itself as the party is believed, and a trustee of another name may be a custodian.
 *
 * @returns the schemes that are not the party, which the paper may still call it by
 */
export function preferTrustees(entries: readonly Entry[], candidates: readonly Candidate[], source: Source): string[] {
  if (source !== 'COUNTERPARTY') return [];
  const row = entries.find(
    ({ label, value }) =>
      TRUSTEE.test(canonicalLabel(label.replace(/\([^)]*\)/g, ' '))) && isCompanyName(nameIn(value)),
  );
  const trustee = row && candidates.find(({ name }) => likeness(name, nameIn(row.value)) > 0.99);
  if (!trustee) return [];
  const words = distinctiveWords(trustee.name);
  const isNamed = (name: string) =>
    entries.some(
      ({ label, value }) => NAMED_AS_PARTY.test(canonicalLabel(label)) && likeness(name, nameIn(value)) >= 0.95,
    );
  const schemes = candidates.filter(
    ({ name }) =>
      SCHEME.test(name) &&
      name !== trustee.name &&
      !isNamed(name) &&
      distinctiveWords(name).some((word) => words.includes(word)),
  );
  for (const scheme of schemes) {
    trustee.issuer += 6 + scheme.issuer;
    trustee.sides.COUNTERPARTY = 3;
    scheme.issuer = 0;
    scheme.sureness = 0;
  }
  return schemes.map(({ name }) => name);
}
