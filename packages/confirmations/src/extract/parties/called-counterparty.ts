import type { Source } from '@trade-matching/domain';
import { canonicalLabel } from '../labels.ts';
import type { Entry } from '../layout/entry.ts';
import { remembering } from '../remembering.ts';
import { isMadeOf } from './aliases.ts';
import type { Candidate } from './candidates.ts';
import { hasInitials, isCompanyName, likeness, nameIn } from './company-names.ts';

/** Two spellings of one name. */
const SAME_NAME = 0.95;

const THE_OTHER = /^(?:counterpart|counterparty)(?: name| legal name| entity)?$/;
const A_BANK =
  /^(?:the )?(?:bank|(?:broker )?dealer|broker|(?:executing|hedging|hedge|swap|dealing|contracting) (?:bank|broker|dealer|provider))(?: name| legal name| entity)?$/;
/** What a paper of the counterparty's side calls who writes it, by what that is. */
const THE_WRITER =
  /^(?:the )?(?:client|customer|fund|company|borrower|scheme|trust|trustees?|investor|council|airline|insurer|society|association|municipality|utility|shipper|group|investing entity|own (?:entity|company|firm)|our (?:entity|company|name)|(?:legal |reporting |contracting |internal )?entity)(?: name| legal name| entity)?$/;

/** `Client (fund)`, `Cpty (name)`: what stands in brackets says more of the same. */
const plainOf = remembering((label) => canonicalLabel(label.replace(/\([^)]*\)/g, ' ')));

/** `ELM entity: Elm Life Mutual Limited`: the short name of whose the paper is. */
function isOfShortName(label: string, name: string): boolean {
  const short = /^(\S{2,8}) (?:entity|company|legal entity|name)$/.exec(label)?.[1];
  return short !== undefined && (hasInitials(name, short) || isMadeOf(short, name));
}

/** The names under two labels of a paper: who writes, and whom it calls its counterparty. */
export interface WriterAndCounterparty {
  readonly writer: string;
  readonly counterparty: string;
}

/**
 * Who writes a paper that names itself under a label of its own, `Client (fund)`, `Our entity`, `ELM entity`, and beside it a
 * `Counterparty`: that is the other side, whichever it is. Where a bank is named under a third label, `Counterparty` is what
 * a client calls itself on it, and nothing follows. A bank's form has labels like `Client` or `Company` for its customer, and
 * there only its own entity or short name says that it is meant itself.
 */
export function writerAndCounterparty(entries: readonly Entry[], source: Source): WriterAndCounterparty | undefined {
  const companies = entries
    .filter(({ column }) => column === undefined)
    .map(({ label, value }) => ({ label: plainOf(label), name: nameIn(value) }))
    .filter(({ name }) => isCompanyName(name));
  const others = companies.filter(({ label }) => THE_OTHER.test(label)).map(({ name }) => name);
  const [counterparty] = others;
  if (counterparty === undefined || others.some((name) => likeness(name, counterparty) < SAME_NAME)) return undefined;
  if (companies.some(({ label, name }) => A_BANK.test(label) && likeness(name, counterparty) < SAME_NAME))
    return undefined;
  // `Company` beside shares or an obligation is whose they are.
  const ofIssuer = entries.some(({ label }) => /\b(?:obligation|underlying|shares?|isin)\b/i.test(label));
  const isWriters = source === 'COUNTERPARTY' ? THE_WRITER : /^(?:own|our) (?:entity|company|firm|name)$/;
  const writers = companies.filter(
    ({ label, name }) =>
      !(ofIssuer && /^(?:company|group|entity)(?: name)?$/.test(label)) &&
      (isWriters.test(label) || isOfShortName(label, name)) &&
      likeness(name, counterparty) < SAME_NAME,
  );
  const [first] = writers;
  // A manager beside its fund, a trustee beside its scheme: which of them is the party is found otherwise.
  if (!first || writers.some(({ name }) => likeness(name, first.name) < SAME_NAME)) return undefined;
  return { writer: first.name, counterparty };
}

/** Lets what the two labels say count for the names, more than a letterhead of a platform does. */
export function weighCounterparty(entries: readonly Entry[], candidates: Candidate[], source: Source): void {
  const named = writerAndCounterparty(entries, source);
  if (!named) return;
  const of = (name: string): Candidate => {
    const known = candidates.find((one) => likeness(one.name, name) >= SAME_NAME);
    if (known) return known;
    const added: Candidate = { name, sureness: 4, issuer: 0, recipient: 0, sides: {} };
    candidates.push(added);
    return added;
  };
  const [writer, other] = [of(named.writer), of(named.counterparty)];
  if (writer === other) return;
  writer.issuer += 6 + writer.recipient;
  writer.recipient = 0;
  other.recipient += 6;
  for (const side of ['BANK', 'COUNTERPARTY'] as const) delete other.sides[side];
}
