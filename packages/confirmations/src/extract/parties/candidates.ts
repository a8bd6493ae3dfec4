import type { Source } from '@trade-matching/domain';
import type { Line, PositionedText } from '../../read/positioned-text.ts';
import { canonicalLabel, normaliseLabel, numbered } from '../labels.ts';
import type { Entry } from '../layout/entry.ts';
import { sentencesOf } from '../layout/prose.ts';
import { remembering } from '../remembering.ts';
import { isListedLabel } from '../vocabulary/index.ts';
import { fromAddressees } from './addressees.ts';
import { type Alias, aliasesOfPronouns } from './aliases.ts';
import { fromAddresses, noteFoot } from './candidates-by-address.ts';
import {
  fromActors,
  fromBetween,
  fromConfirming,
  fromContext,
  fromEquations,
  fromOpenings,
  fromSpeaker,
} from './candidates-in-sentences.ts';
import { isCompanyName, isInACapacity, isNameLike, likeness, nameIn, withoutSentenceBefore } from './company-names.ts';
import { BY_LABEL } from './labels-of-parties.ts';
import { fromLeis } from './leis/names-before-leis.ts';
import { brokenProseOf, withoutPreposition } from './openings.ts';
import { principalOf } from './principal.ts';
import { LEGAL_FORM, noteWholeNames } from './whole-names.ts';

/** A name in the document, with what speaks for its being the sender's or the addressee's. */
export interface Candidate {
  name: string;
  /** How surely the spelling is a whole name: a label's value more than a line of a letterhead. */
  sureness: number;
  issuer: number;
  recipient: number;
  /** What a label `Bank` or `Counterparty` says of it. */
  readonly sides: { [S in Source]?: number };
  letter?: 'a' | 'b';
  /** Named together with the other party: `between X and Y`, `X confirms with Y`. */
  paired?: true;
}

/** Names of which one is likely the other, shortened or spelled out. */
const SAME_NAME = 0.95;

const ROLE =
  /^(?:(?:fixed|floating|equity)(?: rate| amount| price| leg)* payer|(?:protection |option |cap |floor |collar |swaption |reference currency |[a-z]{3} )?(?:buyer|seller|purchaser)|(?:buyer|seller) (?:reference currency|protection|option|[a-z]{3})|option (?:writer|holder)|writer|holder|payer|receiver|calculation agent|currency 1 (?:buyer|seller))$/;

/** `We` and `You` in the place of labels. */
const PRONOUN = /^(we|us|ourselves|you|yourselves)$/;

const NAME = /^(?:party|name|legal name|entity|entity name|company|party name|full name)$/;

/** What stands right before a name in a sentence. */
const BEFORE: readonly { readonly words: RegExp; readonly issuer?: number; readonly recipient?: number }[] = [
  { words: /\b(?:we|us|undersigned|by us|wir|nous|noi|nosotros)\W+(?:(?:die|der|das|la|el|il|lo)\W+)?$/i, issuer: 4 },
  { words: /\byou\W+$|\bDear\W+$/i, recipient: 4 },
  {
    words: /\b(?:bought|purchased) from\W*$|\bsold to\W*$|\b(?:swap|option|forward|transaction|trade|deal) with\W*$/i,
    recipient: 3,
  },
  { words: /\b(?:faithfully|sincerely|truly|regards),?\s+for and on behalf of\W*$/i, issuer: 3 },
  { words: /\b(?:for and )?on behalf of\W*$/i, issuer: 1.5 },
  { words: /\b(?:faithfully|sincerely|truly|regards|yours)\W+(?:for\W+)?$/i, issuer: 3 },
  { words: /\b(?:prepared|issued|produced|drawn up|made out|intended|meant) (?:for|to)\W*$/i, recipient: 4 },
  { words: /\b(?:addressed|confirmation|affirmation|confirm|advice|notice|sent|write|writing) to\W*$/i, recipient: 4 },
  { words: /\b(?:concluded|dealt|traded|transacted|done|agreed|entered into) with(?: you)?\W*$/i, recipient: 3 },
  { words: /\b(?:accepted|acknowledged|agreed|countersigned|confirmed)(?: and \w+)?(?: by| for)?\W+$/i, recipient: 2 },
  { words: /(?:^|[.\s])to:?\W*$/i, recipient: 1 },
];

/** The names of a document that may be its parties', each once. */
export function findCandidates(
  text: PositionedText,
  entries: readonly Entry[],
  prose: string,
  lettered: { readonly a?: string; readonly b?: string },
): Candidate[] {
  const found: Candidate[] = [];
  const note = (given: string, sureness: number): Candidate | undefined => {
    const name = principalOf(withoutPreposition(withoutSentenceBefore(nameIn(given))));
    if (!isNameLike(name)) return undefined;
    const known = found.find((candidate) => likeness(candidate.name, name) >= SAME_NAME);
    if (!known) {
      const candidate = { name, sureness, issuer: 0, recipient: 0, sides: {} };
      found.push(candidate);
      return candidate;
    }
    if (isBetterSpelling(name, sureness, known)) [known.name, known.sureness] = [name, sureness];
    return known;
  };
  fromLetters(lettered, note);
  fromBetween(prose, note);
  const broken = brokenProseOf(text);
  fromConfirming(broken, prose, note);
  fromOpenings(broken, note);
  fromEquations(prose, note);
  fromSpeaker(prose, note);
  fromActors(sentencesOf(text), note);
  fromContext(prose, note);
  fromLabels(entries, note, aliasesOfPronouns(prose, 'BANK'));
  fromAddressees(entries, note);
  fromLeis(entries, text, note);
  fromLines(text, note, found);
  fromSentences(prose, found);
  fromAddresses(entries, found);
  return found;
}

export type Note = (given: string, sureness: number) => Candidate | undefined;

function isBetterSpelling(name: string, sureness: number, known: Candidate): boolean {
  if (name === known.name) return false;
  const [isCompany, wasCompany] = [isCompanyName(name), isCompanyName(known.name)];
  if (isCompany !== wasCompany) return isCompany;
  if (normaliseLabel(name) === normaliseLabel(known.name)) {
    // A name in capitals, where the document also writes it in small letters, is taken from there.
    return known.name === known.name.toUpperCase() && name !== name.toUpperCase();
  }
  if (isInACapacity(name) !== isInACapacity(known.name)) return isInACapacity(name);
  // `Liberty Penn Bank, N.A.` is more of the name than `Liberty Penn Bank`.
  const rest = (long: string, short: string) => (long.startsWith(`${short} `) ? long.slice(short.length + 1) : '');
  // A full stop that belongs to the name is kept: `Ltd.`, `S.A.`
  if (name === `${known.name}.`) return true;
  if (known.name === `${name}.`) return false;
  if (LEGAL_FORM.test(rest(normaliseLabel(name), normaliseLabel(known.name)))) return true;
  if (LEGAL_FORM.test(rest(normaliseLabel(known.name), normaliseLabel(name)))) return false;
  // `Lagunaria S.p.A.` is the end of `Banca Lagunaria S.p.A.` on a line of its own.
  const [ours, theirs] = [normaliseLabel(name), normaliseLabel(known.name)];
  if (theirs.endsWith(` ${ours}`)) return false;
  return ours.endsWith(` ${theirs}`) || sureness > known.sureness;
}

function fromLetters(lettered: { readonly a?: string; readonly b?: string }, note: Note): void {
  for (const letter of ['a', 'b'] as const) {
    const candidate = lettered[letter] === undefined ? undefined : note(lettered[letter], 3);
    if (!candidate) continue;
    candidate.letter = letter;
    // Both are named as parties: a header's shorter name beside them is none.
    if (lettered.a !== undefined && lettered.b !== undefined) candidate.paired = true;
  }
}

const OF_AN_ACCOUNT = /\b(?:IBAN|BLZ|sort code|ABA|account|Konto|compte|cuenta|conto)\b/i;

/** `Seller (receives fixed)`: what stands in brackets says more, and changes nothing. */
const namesOf: (label: string) => readonly string[] = remembering((label) =>
  label.split('/').map((part) => canonicalLabel(numbered(part.replace(/\([^)]*\)/g, ' ')))),
);
const ruleFor = (names: readonly string[]) => BY_LABEL.find(({ labels }) => names.some((name) => labels.test(name)));
const ruleOf = remembering((label) => ruleFor(namesOf(label)));

/** @param called what the pronouns are called, as if the sender were the bank: `ourselves (“HVB”)` */
function fromLabels(entries: readonly Entry[], note: Note, called: readonly Alias[]): void {
  // Who a role is, by a label of its own: what merely stands left of something else is none.
  const labels = new Set(
    entries.flatMap(({ label, value }) => (isCompanyName(nameIn(value)) ? normaliseLabel(label) : [])),
  );
  const roles = new Set(
    entries.flatMap(({ label, value }) => (ROLE.test(canonicalLabel(label)) ? normaliseLabel(value) : [])),
  );
  // `Name` beside an obligation or protection is whose debt is protected.
  const isCredit = entries.some(({ label }) => /\b(?:obligation|protection)\b/i.test(label));
  for (const { label, value, column } of entries) {
    const own = namesOf(label);
    if (isCredit && column === undefined && own[0] === 'name') continue;
    // `Legal Name` below `Dealer | Client`: the heading says whose.
    const names = column !== undefined && NAME.test(own[0] ?? '') ? [canonicalLabel(column), ...own] : own;
    const rule = column === undefined ? ruleOf(label) : names !== own ? ruleFor(names) : undefined;
    const who = whoIsSpokenOf(names[0] ?? '', normaliseLabel(label), called);
    if (who !== undefined && isCompanyName(nameIn(value))) {
      const candidate = note(value, 4);
      if (candidate) candidate[who] += 6;
      continue;
    }
    // `Buyer / Seller: X / Y` holds two names.
    const parts = value.split(/\s+\/\s+/);
    if (own.length > 1 && parts.length === own.length && own.every((name) => ROLE.test(name))) {
      for (const part of parts) if (isCompanyName(nameIn(part))) note(part, 2.9);
      continue;
    }
    if (rule) {
      // `Bank: Filderbank eG, IBAN DE02 …`: where an account is, not who trades.
      if (OF_AN_ACCOUNT.test(value)) continue;
      if (rule.companiesOnly && !isCompanyName(nameIn(value))) continue;
      const candidate = note(value, 4);
      if (!candidate) continue;
      candidate.issuer += rule.issuer ?? 0;
      candidate.recipient += rule.recipient ?? 0;
      if (rule.side) candidate.sides[rule.side] = 1.5;
    } else if (names.some((name) => ROLE.test(name)) && isCompanyName(nameIn(value))) {
      // `Buyer: Central Bank` where `Central Bank: …` says who that is.
      if (!labels.has(normaliseLabel(value))) note(value, 2.9);
    } else if (names.some((name) => NAME.test(name)) && isCompanyName(nameIn(value))) note(value, 3);
    // `Central Bank: …`, where `Writer: Central Bank` stands for it.
    else if (roles.has(normaliseLabel(label)) && isCompanyName(nameIn(value))) note(value, 3);
    if (column !== undefined && isCompanyName(nameIn(column))) note(column, 2);
  }
}

/** `We: X`, and `HVB: X` where a sentence says `ourselves (“HVB”)`. */
function whoIsSpokenOf(name: string, label: string, called: readonly Alias[]): 'issuer' | 'recipient' | undefined {
  const pronoun = PRONOUN.exec(name)?.[1];
  if (pronoun !== undefined) return pronoun.startsWith('y') ? 'recipient' : 'issuer';
  const alias = called.find(({ pattern }) => pattern === label);
  return alias && (alias.side === 'BANK' ? 'issuer' : 'recipient');
}

/** How many lines from the top a letterhead and an addressee stand. */
const HEAD_LINES = 14;
const FEWEST_LINES = 5;
const SIGNATURE_LINES = 4;
/** By line: who writes stands on top, whatever a form calls him further down. */
const LETTERHEAD: readonly number[] = [6, 4, 3];

function fromLines(text: PositionedText, note: Note, found: readonly Candidate[]): void {
  const known = (line: string) => found.find(({ name }) => likeness(name, line) >= SAME_NAME && line.length < 90);
  let letterhead: Candidate | undefined;
  let addressed = false;
  noteFoot(text, note);
  for (const [index, { segments: all }] of headOf(text).entries()) {
    // A letterhead at the right stands beside the date.
    // In a form's first row, `Reference entity | Harrow plc`, the label says what the name is of.
    const isTerm = all.length > 1 && isListedLabel(all[0]?.text ?? '');
    if (isTerm) continue;
    const beside = index < LETTERHEAD.length ? all.find(({ text: cell }) => isCompanyName(nameIn(cell))) : undefined;
    const segments = beside && beside !== all[0] ? [beside] : all;
    const line = nameIn(segments[0]?.text ?? '').replace(/\s+[-–—|]\s+.*$/, '');
    // Below the head, what stands in a row of cells is a term: a reference entity, a bank of an account.
    const alone = segments.length === 1 || index < LETTERHEAD.length;
    const candidate =
      alone && isCompanyName(line) ? note(line, 1) : index < LETTERHEAD.length ? known(line) : undefined;
    if (!candidate) continue;
    if (letterhead === undefined && index < LETTERHEAD.length) {
      letterhead = candidate;
      candidate.issuer += LETTERHEAD[index] ?? 0;
    } else if (candidate !== letterhead && !addressed && segments.length === 1) {
      // In a letter the addressee's name stands on a line of its own above an address.
      addressed = true;
      candidate.recipient += letterhead ? 1.5 : 0.5;
    }
  }
  // Who signs stands alone below the text.
  for (const { segments } of text.lines.slice(-SIGNATURE_LINES)) {
    const signed = segments.length === 1 ? known(nameIn(segments[0]?.text ?? '')) : undefined;
    if (signed) signed.issuer += 1.5;
  }
  noteWholeNames(text, found, note);
  // What runs along the foot of the pages is the sender's.
  const last = text.lines.at(-1);
  const foot = known(nameIn(last?.segments[0]?.text ?? '').replace(/\s+[-–—|]\s+.*$/, ''));
  if (foot) foot.issuer += 1;
}

/** The head of the letter: a cover sheet of a few lines before it is none. */
function headOf({ lines }: PositionedText): readonly Line[] {
  const page =
    lines.find((line) => lines.filter((other) => other.page === line.page).length >= FEWEST_LINES)?.page ?? 1;
  return lines.filter((line) => line.page === page).slice(0, HEAD_LINES);
}

function fromSentences(prose: string, found: readonly Candidate[]): void {
  const lower = prose.toLowerCase();
  for (const candidate of found) {
    const name = candidate.name.toLowerCase();
    for (let at = lower.indexOf(name); at !== -1; at = lower.indexOf(name, at + name.length)) {
      const before = prose.slice(Math.max(0, at - 40), at);
      const rule = BEFORE.find(({ words }) => words.test(before));
      candidate.issuer += rule?.issuer ?? 0;
      candidate.recipient += rule?.recipient ?? 0;
    }
  }
}
