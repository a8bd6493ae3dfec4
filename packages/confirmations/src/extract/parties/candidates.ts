import type { Source } from '@trade-matching/domain';
import type { Line, PositionedText } from '../../read/positioned-text.ts';
import { canonicalLabel, normaliseLabel, numbered } from '../labels.ts';
import type { Entry } from '../layout/entry.ts';
import { sentencesOf } from '../layout/prose.ts';
import { isListedLabel } from '../vocabulary/index.ts';
import { fromAddressees } from './addressees.ts';
import { fromAddresses, noteFoot } from './candidates-by-address.ts';
import { isCompanyName, isNameLike, likeness, nameIn } from './company-names.ts';
import { BY_LABEL } from './labels-of-parties.ts';
import { brokenProseOf, openingsIn, withoutPreposition } from './openings.ts';
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
    const name = principalOf(withoutPreposition(nameIn(given)));
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
  fromSpeaker(prose, note);
  fromActors(sentencesOf(text), note);
  fromContext(prose, note);
  fromLabels(entries, note);
  fromAddressees(entries, note);
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

/** `We, Banque de l'Orme S.A., confirm`, `On behalf of Orion Ltd we confirm`. */
function fromSpeaker(prose: string, note: Note): void {
  for (const [, given = ''] of prose.matchAll(
    /\b[Oo]n behalf of ([^;:]{3,70}?),? we (?:hereby )?(?:confirm|affirm)/g,
  )) {
    const candidate = isCompanyName(given) ? note(given, 3) : undefined;
    if (candidate) candidate.issuer += 4;
  }
  for (const [, name = ''] of prose.matchAll(/\b[Ww]e, ([^,]{3,70}(?:, N\.A\.)?),/g))
    if (isCompanyName(name)) note(name, 3);
}

/** A name with its legal form that does something: `Orion Capital Partners LLC has bought`, `Orion LLC ("Orion")`. */
const ACTOR =
  /((?:\p{Lu}[\p{L}\d&.'’-]*\s+(?:(?:&|and|of|de|du)\s+)?){1,6}(?:plc|Inc\.?|LLC|LLP|LP|Ltd\.?|Limited|Corporation|Corp\.?|Company|AG|SE|GmbH|S\.A\.|S\.p\.A\.|N\.A\.|N\.V\.|B\.V\.|ASA|AS|AB|PJSC|SAS|DAC|KGaA|KG|SpA|Bank))\s+(?:\(["“]|(?:(confirms)|has|have|shall|will|hereby|bought|sold|pays?|agrees?|buys?|sells?)\b)/gu;

function fromActors(sentences: string, note: Note): void {
  for (const [, capitals = '', confirms] of sentences.matchAll(ACTOR)) {
    // A title right before it has capitals too.
    const words = capitals.split(/\s+/);
    const name = words.map((_, from) => words.slice(from).join(' ')).find((some) => isCompanyName(some));
    const candidate = name === undefined ? undefined : note(name, 2);
    if (candidate && confirms !== undefined) candidate.issuer += 3;
  }
}

/** Words before a name that make it a party's: whom one confirms to, deals with, buys from. */
const CONTEXT =
  /(?:\b(?:confirmation|affirmation|advice|notice|addressed|sent|write|writing|confirm) to|\b(?:bought|purchased) from|\bsold to|\b(?:swap|transaction|trade|deal|option|forward|agreed|concluded|dealt|traded|entered into) with(?: you,)?|\b(?:seller|buyer|writer|holder)(?: of (?:the )?\w+)? is|\b[Ww]e,|\b[Ww]ir,(?: (?:die|der|das))?|\b(?:[Nn]ous|[Nn]osotros|[Nn]oi),(?: (?:la|el|il))?|\bwith you,|\byou,|\b[Tt]o:|\b[Ff]rom:|\bDear|\bAn (?:die|den|das))\s+(?=\p{Lu})/gu;
const CAPITALS =
  /^(?:(?:\p{Lu}[\p{L}\d&.'’-]*|plc|mbh|eG|&|and|of|de|du|des|la|le|di|der|und|y|et|\([A-Z]\p{L}+\)|\d{4}-[A-Z\d]+)(?:,(?= (?:N\.A|S\.A|Inc|Ltd|LLC|L\.P|S\.p\.A)))?\s*){1,9}/u;

/** `Confirmation to Quayside Merchant Bank plc.`, `we have bought from Volkmer Bank AG a European option`. */
function fromContext(prose: string, note: Note): void {
  for (const { 0: lead, index } of prose.matchAll(CONTEXT)) {
    const words = (CAPITALS.exec(prose.slice(index + lead.length))?.[0] ?? '').trim().split(/\s+/);
    // The longest run of capitals that is a name and ends with what makes it one.
    for (let to = words.length; to > 1; to--) {
      const name = words.slice(0, to).join(' ').replace(/,$/, '');
      if (!isCompanyName(name) || !(ENDS_A_NAME.test(name) || BEGINS_A_NAME.test(name))) continue;
      note(name, 2);
      break;
    }
  }
}
/** `Landesbank Eiderstedt`: what makes it a name stands first, and a place behind it. */
const BEGINS_A_NAME =
  /^(?:(?:\p{L}+s|S)parkasse|Landesbank|Volksbank|Banque|Banca|Banco|Caisse|Cassa|Caja) (?:\p{Lu}[\p{L}’'-]+ ?){1,3}$/u;
const ENDS_A_NAME =
  /(?:\b(?:plc|inc|llc|llp|lp|ltd|limited|corporation|corp|company|co|ag|se|gmbh|sa|spa|na|nv|bv|asa|as|ab|oyj|sas|bank|trust|fund|foundation|partners|group|society|authority|university|pjsc|kg|council|association|aör|eg)|A\/S|S\.A|S\.p\.A|N\.A|N\.V|B\.V|L\.P|\)|\d{4}-[A-Z\d]+)\.?$/i;

/** `between X ("the Client") and Y ("the Bank")`, `zwischen X und Y`, `entre X et Y`. */
const BETWEEN =
  /\b(?:between|zwischen|[Ee]ntre|[Tt]ra|[Ff]ra):?\s+(.{3,80}?)\s*(?:\([^)]*\)\s*)?,?\s*\b(?:and|und|et|y|ed?)\s+(.{3,80}?)\s*(?=\(|(?<!\.[A-Za-z]|\b(?:Ltd|Inc|Co|Corp))\.\s|\.\.|,\s(?!N\.A|Inc|Ltd|LLC)|;| on | for | with | vom | du | del )/g;

/** `between the Agencia Provincial (the “Agency”) and Pallas N.V. (the “Entity”)`: names by what they are called. */
const BETWEEN_CALLED =
  /\b(?:between|zwischen|[Ee]ntre|[Tt]ra|[Ff]ra)\s+(?:the |der |die |dem |la |le |el |il |l['’])?(\p{Lu}[^("“«„]{3,70}?)\s*\([^()]{0,25}["“«„][^()]{2,40}\)\s*,?\s*(?:and|und|et|y|ed?)\s+(?:the |der |die |dem |la |le |el |il |l['’])?(\p{Lu}[^("“«„]{3,70}?)\s*\([^()]{0,25}["“«„]/gu;

function fromBetween(prose: string, note: Note): void {
  for (const [, one = '', other = ''] of prose.matchAll(BETWEEN_CALLED)) {
    const [first, second] = [note(one, 3), note(other, 3)];
    if (!first || !second) continue;
    first.paired = true;
    second.paired = true;
  }
  for (const [, one = '', other = ''] of prose.matchAll(BETWEEN)) notePair(one, other, note);
}

function notePair(one: string, other: string, note: Note): [Candidate, Candidate] | undefined {
  const names = [one, other].filter((name) => isCompanyName(nameIn(name)));
  const noted = names.map((name) => note(name, 3));
  const [first, second] = noted;
  if (!first || !second) return undefined;
  first.paired = true;
  second.paired = true;
  return [first, second];
}

const CONFIRMS_TO =
  /(?:confirms?|bestätigt|confirme|confirma|conferma)\s+(?:\p{Ll}+\s+){0,5}(?:with|to|mit|gegenüber|à|avec|a|con)\s/u;

/** Who confirms something with or to whom: `X (the "Fund") hereby confirms with Y`, `X bestätigt Y`. */
const CONFIRMING =
  /((?:\p{Lu}[\p{L}\d&.'’/-]*,?\s+(?:(?:&|and|of|de|du|et|y|e|di|der|für)\s+)?){1,8})(?:\([^)]{2,60}\)\s*,?\s*)?(?:hereby |hiermit )?(?:confirms?|bestätigt|confirme|confirma|conferma)\s+(?:hereby |hiermit |par la présente |por la presente |con la presente |the following (?:trade |deal |transaction |swap )?)?(?:with|to|mit|gegenüber|à|avec|a|con)\s+((?:\p{Lu}[\p{L}\d&.'’/-]*,?\s*(?:(?:&|and|of|de|du|et|y|e|di|der|für|plc|mbh)\s+|(?:plc|mbh)(?=[:;,.]))?){1,8})/gu;

function fromConfirming(broken: string, prose: string, note: Note): void {
  if (!CONFIRMS_TO.test(prose)) return;
  // A title would run on into the sentence below it.
  const parted = [...broken.matchAll(CONFIRMING)];
  for (const [, one = '', other = ''] of parted.length > 0 ? parted : prose.matchAll(CONFIRMING)) {
    const pair = notePair(lastName(one), firstName(other), note);
    if (pair) [pair[0].issuer, pair[1].recipient] = [pair[0].issuer + 6, pair[1].recipient + 6];
  }
}

/** Who writes stands first: by far where the sentence addresses the other, a little where it only joins the two. */
function fromOpenings(prose: string, note: Note): void {
  for (const { first, second, addresses } of openingsIn(prose)) {
    const pair = notePair(first, second, note);
    if (!pair) continue;
    pair[0].issuer += addresses ? 6 : 1;
    pair[1].recipient += addresses ? 6 : 1;
  }
}

/** The name that a run of capitals ends with: a title may stand before it. */
function lastName(capitals: string): string {
  const words = capitals.trim().replace(/,$/, '').split(/\s+/);
  return words.map((_, from) => words.slice(from).join(' ')).find((some) => isCompanyName(some)) ?? '';
}

/** The name that a run of capitals begins with. */
function firstName(capitals: string): string {
  const words = capitals.trim().replace(/,$/, '').split(/\s+/);
  for (let to = words.length; to > 0; to--) {
    const name = words.slice(0, to).join(' ');
    if (isCompanyName(name) && ENDS_A_NAME.test(name)) return name;
  }
  return '';
}

const OF_AN_ACCOUNT = /\b(?:IBAN|BLZ|sort code|ABA|account|Konto|compte|cuenta|conto)\b/i;

function fromLabels(entries: readonly Entry[], note: Note): void {
  // Who a role is, by a label of its own: what merely stands left of something else is none.
  const labels = new Set(
    entries.flatMap(({ label, value }) => (isCompanyName(nameIn(value)) ? normaliseLabel(label) : [])),
  );
  const roles = new Set(
    entries.flatMap(({ label, value }) => (ROLE.test(canonicalLabel(label)) ? normaliseLabel(value) : [])),
  );
  for (const { label, value, column } of entries) {
    // `Seller (receives fixed)`: what stands in brackets says more, and changes nothing.
    const own = label.split('/').map((part) => canonicalLabel(numbered(part.replace(/\([^)]*\)/g, ' '))));
    // `Legal Name` below `Dealer | Client`: the heading says whose.
    const names = column !== undefined && NAME.test(own[0] ?? '') ? [canonicalLabel(column), ...own] : own;
    const rule =
      column === undefined || names !== own
        ? BY_LABEL.find(({ labels }) => names.some((name) => labels.test(name)))
        : undefined;
    const pronoun = PRONOUN.exec(names[0] ?? '')?.[1];
    if (pronoun !== undefined && isCompanyName(nameIn(value))) {
      const candidate = note(value, 4);
      if (candidate) candidate[/^y/.test(pronoun) ? 'recipient' : 'issuer'] += 6;
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
