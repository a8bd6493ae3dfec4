import type { Source } from '@trade-matching/domain';
import { canonicalLabel } from '../labels.ts';
import type { Entry } from '../layout/entry.ts';
import type { Candidate } from './candidates.ts';
import { isCompanyName, likeness, nameIn } from './company-names.ts';

/** Whoever acts for others by its name: `Harrow Asset Management LLP`, `Sole Fund Services S.A.` */
const ACTS_FOR_OTHERS =
  /\b(?:(?:asset|investment|fund|portfolio|wealth|capital) (?:manage(?:ment|rs?)|advis[oe]rs?)|(?:fund|investment) (?:(?:\p{L}+ )?services|administration)|administrators?|gestion|advis[oe]rs|kapitalverwaltung\p{L}*)\b/iu;
const PRINCIPAL =
  /^(?:client|client name|fund|fund name|name fund|legal name (?:of )?(?:fund|client)|fund legal name|account name|account|principal|portfolio|on behalf)$/;

/** `as administrator for and on behalf of Elm Master Fund LP`, `Administrator of …`, below the letterhead of who writes. */
const ON_BEHALF =
  /\b(?:[Aa]s (?:\p{L}+ ){0,2}(?:administrator|agent|manager|advis[oe]r)s?|(?:Fund )?(?:[Aa]dministrator|Manager|Agent))(?: for and on behalf of| on behalf of| for| of|:)\s+(?:the )?(\p{Lu}.{3,80})/gu;

function principalsIn(prose: string, candidates: readonly Candidate[]): string[] {
  return [...prose.matchAll(ON_BEHALF)].flatMap(([, text = '']) =>
    candidates.flatMap(({ name }) => (text.toLowerCase().startsWith(name.toLowerCase()) ? [name] : [])),
  );
}

/**
 * A fund's confirmation is written by its manager, whose letterhead it bears: the fund that the `Client` row names is the
 * party, and the manager is none. A bank's form calls its customer so, who need not be a fund: there the row is left.
 */
export function preferFunds(entries: readonly Entry[], candidates: Candidate[], source: Source, prose: string): void {
  if (source !== 'COUNTERPARTY') return;
  const named = entries.flatMap(({ label, value }) => (PRINCIPAL.test(canonicalLabel(label)) ? [nameIn(value)] : []));
  for (const name of [...named, ...principalsIn(prose, candidates)]) {
    const known = candidates.find((one) => likeness(one.name, name) > 0.99);
    const managers = candidates.filter((one) => one !== known && ACTS_FOR_OTHERS.test(one.name));
    if (!isCompanyName(name) || ACTS_FOR_OTHERS.test(name) || managers.length === 0) continue;
    const fund: Candidate = known ?? { name, sureness: 4, issuer: 0, recipient: 0, sides: {} };
    if (!known) candidates.push(fund);
    fund.issuer += 6 + fund.recipient;
    fund.recipient = 0;
    fund.sides.COUNTERPARTY = 3;
    for (const manager of managers) {
      manager.issuer = 0;
      manager.sureness = 0;
    }
  }
}
