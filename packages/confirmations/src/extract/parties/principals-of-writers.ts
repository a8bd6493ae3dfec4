import type { Source } from '@trade-matching/domain';
import { lineText, type PositionedText } from '../../read/positioned-text.ts';
import { canonicalLabel } from '../labels.ts';
import type { Entry } from '../layout/entry.ts';
import type { Candidate } from './candidates.ts';
import { isCompanyName, likeness, nameIn } from './company-names.ts';

const SAME_NAME = 0.95;
/** In which lines of the first page who writes says for whom. */
const HEAD_LINES = 14;
const LETTERHEAD_LINES = 3;

const ROLE =
  '(?:(?:the )?(?:(?:discretionary|fund|investment|portfolio|asset|collateral|overlay|sub) ?-?)?(?:administrator|manager|agent|advis[eo]r|attorney|nominee)s?)';
const FOR = '(?:for and on behalf of|on behalf of|acting for|for|of|to)';
/** `Administrator for the Trustees of …`, `as agent for X`, `acting on behalf of X`: in what role who writes does so. */
const IN_WHAT_ROLE = new RegExp(
  `(?<!\\b(?:calculation|paying|valuation))(?:^|[\\s,|·(])(?:(?:(?:acting |solely |only )*(?:as )?${ROLE}(?:,? and (?:solely )?(?:as )?${ROLE})?,?)\\s+${FOR}|(?:acting )?(?:for and )?on behalf of|acting for)\\s+(?:the )?(\\p{Lu}.{3,80})$`,
  'iu',
);
/** That who writes is no party is said somewhere: by its signature, or in a clause about its liability. */
const WRITES_AS = new RegExp(`\\b(?:solely |only )?as (?:an? |the )?${ROLE}(?! (?:for|of|to) (?:the )?bank)\\b`, 'iu');
const LABEL =
  /^(?:for|for and on behalf of|on behalf of|acting for|as agent for|acting on behalf of|(?:our )?principal)$/;

/** What a text names first, whole: `Trustees of Elm University (LEI …)`. */
const named = (text: string): string | undefined => {
  const name = nameIn(text.replace(/\s*[(;·|].*$/u, '').trim());
  return isCompanyName(name) ? name : undefined;
};

/**
 * Who writes for somebody else says so below its letterhead, `Administrator for X`, or under a label of the head, `For: X`
 * where it signs as administrator, manager or agent. X is the party, and who has the letterhead is none, whatever it is called.
 * On a bank's paper who acts for the bank is of its group, and is left.
 */
export function preferPrincipals(
  text: PositionedText,
  entries: readonly Entry[],
  candidates: Candidate[],
  source: Source,
): void {
  if (source !== 'COUNTERPARTY') return;
  const first = text.lines[0]?.page;
  const head = text.lines.filter(({ page }) => page === first).slice(0, HEAD_LINES);
  const writer = head
    .slice(0, LETTERHEAD_LINES)
    .flatMap(({ segments }) => segments.map((segment) => nameIn(segment.text)))
    .map((name) => candidates.find((one) => likeness(one.name, name) >= SAME_NAME && isCompanyName(name)))
    .find((one) => one !== undefined);
  if (writer === undefined) return;
  const lines = head.slice(0, LETTERHEAD_LINES + 1).flatMap(({ segments }) => segments.map((segment) => segment.text));
  const inHead = lines.flatMap((line) => named(IN_WHAT_ROLE.exec(line)?.[1] ?? '') ?? []);
  const says = text.lines.some((line) => WRITES_AS.test(lineText(line)) || IN_WHAT_ROLE.test(lineText(line)));
  const addressees = entries
    .filter(({ label }) => canonicalLabel(label) === 'to')
    .flatMap(({ value }) => named(value) ?? []);
  const labelled = entries.filter(({ label, column }) => column === undefined && LABEL.test(canonicalLabel(label)));
  const underLabels = says ? labelled.flatMap(({ value }) => named(value) ?? []) : [];
  const names = [...new Set([...inHead, ...underLabels])].filter(
    (name) => ![writer.name, ...addressees].some((other) => likeness(name, other) >= SAME_NAME),
  );
  const [name] = names;
  // Two funds of one manager: whose trade it is has to be said elsewhere.
  if (name === undefined || names.some((other) => likeness(other, name) < SAME_NAME)) return;
  const known = candidates.find((one) => likeness(one.name, name) >= SAME_NAME);
  if (known?.sides.BANK !== undefined) return;
  const party: Candidate = known ?? { name, sureness: 4, issuer: 0, recipient: 0, sides: {} };
  if (!known) candidates.push(party);
  party.issuer += 6 + writer.issuer + party.recipient;
  party.recipient = 0;
  party.sides.COUNTERPARTY = 3;
  writer.issuer = 0;
  writer.sureness = 0;
}
