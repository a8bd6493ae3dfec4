import { otherSide, type Source } from '@trade-matching/domain';
import type { PositionedText } from '../../read/positioned-text.ts';
import { canonicalLabel, normaliseLabel } from '../labels.ts';
import type { Entry } from '../layout/entry.ts';
import { proseOf } from '../layout/sentences.ts';
import { type Alias, aliasesInBrackets, aliasesInEntries } from './aliases.ts';

/** From this likeness on a text names a party. */
const LIKE = 0.6;
/** Words that many names share. */
const GENERIC: ReadonlySet<string> = new Set(
  (
    'bank banque banco banca the of and de du la le plc inc llc llp ltd limited na sa ag gmbh pjsc company co corporation corp international trust fund partners capital ' +
    'securities group nv bv se ab asa oyj spa holdings branch london new york markets global national financial services management asset energy trading insurance europe first'
  ).split(' '),
);

/** Who the two parties of a confirmation are, and how its wording names them. */
export interface Parties {
  readonly names: { readonly [S in Source]?: string };
  /** Whose document it is. */
  readonly issuer: Source;
  /** `Party A`, `we`, `Client`, a name or a short name → BANK or COUNTERPARTY; undefined where the text names neither. */
  resolve(text: string): Source | undefined;
  /** Where the text names both, who it is first. */
  readonly known: boolean;
}

const ROLE_OF_ISSUER = /^(?:we|us|our|ours|ourselves|dealer|sender|from)$/;
const ROLE_OF_RECIPIENT = /^(?:you|your|yours|yourselves|client|customer|recipient|to)$/;

/**
 * Finds the parties. The document's source says whose document it is; what has to be found is which of the two names
 * issued it: the letterhead, `FROM`, `Dealer`, or who signs, against the addressee, `TO`, `Client`.
 */
export function findParties(text: PositionedText, entries: readonly Entry[], source: Source): Parties {
  const aliases: Alias[] = [];
  const recipient = otherSide(source);
  const prose = proseOf(text);

  const lettered = letteredParties(entries, prose);
  const [issuerName, recipientName] = issuerAndRecipient(text, entries, prose, lettered);
  const names: { [S in Source]?: string } = {};
  if (issuerName) names[source] = typeset(asWritten(issuerName, entries));
  if (recipientName) names[recipient] = typeset(asWritten(recipientName, entries));

  const sideOfName = (name: string): Source | undefined => {
    const [issuerLikeness, recipientLikeness] = [likeness(name, issuerName), likeness(name, recipientName)];
    // A word in common is not a name: the account at another bank is neither party's.
    if (Math.max(issuerLikeness, recipientLikeness) < LIKE || Math.abs(issuerLikeness - recipientLikeness) < 0.005)
      return undefined;
    return issuerLikeness > recipientLikeness ? source : recipient;
  };
  for (const letter of ['a', 'b'] as const) {
    const name = lettered[letter];
    const side = name === undefined ? undefined : sideOfName(name);
    if (side) {
      aliases.push({ pattern: `party ${letter}`, side });
      const other = letter === 'a' ? 'b' : 'a';
      if (lettered[other] === undefined) aliases.push({ pattern: `party ${other}`, side: otherSide(side) });
    }
  }
  const sideOfLetter = (text: string) => aliases.find(({ pattern }) => normaliseLabel(text).startsWith(pattern))?.side;
  aliases.push(...aliasesInEntries(entries, (text) => sideOfName(text) ?? sideOfLetter(text)));
  if (issuerName) aliases.push(...aliasesInBrackets(prose, issuerName, source));
  if (recipientName) aliases.push(...aliasesInBrackets(prose, recipientName, recipient));

  const sideOfInitials = (plain: string): Source | undefined => {
    const [ofIssuer, ofRecipient] = [hasInitials(issuerName, plain), hasInitials(recipientName, plain)];
    if (ofIssuer === ofRecipient) return undefined;
    return ofIssuer ? source : recipient;
  };
  const resolve = (given: string): Source | undefined => {
    const plain = normaliseLabel(given.replace(/\(.*?\)/g, ' ')).replace(/^the /, '');
    for (const { pattern, side } of aliases) if (plain === pattern || plain.startsWith(`${pattern} `)) return side;
    if (ROLE_OF_ISSUER.test(plain)) return source;
    if (ROLE_OF_RECIPIENT.test(plain)) return recipient;
    const byName = sideOfName(plain) ?? sideOfInitials(plain);
    if (byName) return byName;
    if (plain === 'bank') return 'BANK';
    return plain === 'counterparty' ? 'COUNTERPARTY' : undefined;
  };
  return { names, issuer: source, resolve, known: issuerName !== undefined && recipientName !== undefined };
}

/** Names by letter: `between X ("Party A") and Y ("Party B")`, or a table headed Party A and Party B. */
function letteredParties(entries: readonly Entry[], prose: string): { a?: string; b?: string } {
  const found: { a?: string; b?: string } = {};
  const between =
    /\bbetween\s+(.{2,120}?)\s*\(\s*(?:the\s+)?["“”']?Party A["“”']?\s*\)\s*and\s+(.{2,120}?)\s*\(\s*(?:the\s+)?["“”']?Party B/i.exec(
      prose,
    );
  if (between?.[1] && between[2]) return { a: between[1], b: between[2] };
  for (const { label, value, column = '' } of entries) {
    const [name, heading] = [normaliseLabel(label), normaliseLabel(column)];
    const letter = /^party (a|b)\b/.exec(heading)?.[1] ?? (column === '' ? /^party (a|b)$/.exec(name)?.[1] : undefined);
    const isName = heading !== '' ? /^(?:legal |full |entity )?name$/.test(name) : /^party (?:a|b)$/.test(name);
    if ((letter === 'a' || letter === 'b') && isName && found[letter] === undefined) found[letter] = withoutLei(value);
  }
  return found;
}

function issuerAndRecipient(
  text: PositionedText,
  entries: readonly Entry[],
  prose: string,
  lettered: { a?: string; b?: string },
): [string | undefined, string | undefined] {
  const namedBy = (...labels: string[]) =>
    entries.find(
      ({ label, column }) =>
        column === undefined && label.split('/').some((part) => labels.includes(normaliseLabel(part))),
    )?.value;
  const columnNames = [...new Set(entries.flatMap(({ column }) => (column && isNameLike(column) ? [column] : [])))];
  // Who pays, buys or sells is one of the two.
  const inRoles = entries
    .filter(({ label, value }) => PARTY_ROLE.test(canonicalLabel(label)) && isCompanyName(value))
    .map(({ value }) => value);
  const candidates = [lettered.a, lettered.b, ...columnNames, ...inRoles].filter((name) => name !== undefined);
  const issuer =
    namedBy('from', 'dealer', 'issuer', 'our name') ??
    candidates.find((name) =>
      isIn(
        name,
        text.lines.slice(0, 3).map(({ segments }) => segments[0]?.text ?? ''),
      ),
    ) ??
    letterhead(text, prose, candidates);
  const recipient =
    namedBy('to', 'client', 'customer', 'attention', 'addressee') ??
    unless(namedBy('counterparty', 'counterparty name'), issuer);
  const sameAs = (name: string) => candidates.find((candidate) => likeness(candidate, name) >= 0.99);
  const issuerName = issuer && (sameAs(issuer) ?? issuer);
  const recipientName =
    (recipient && (sameAs(recipient) ?? recipient)) ??
    candidates.find((name) => issuerName !== undefined && likeness(name, issuerName) < 0.6) ??
    addressee(text, issuerName);
  return [issuerName, recipientName];
}

// A form's `Counterparty` may be either party's name for the other.
function unless(name: string | undefined, issuer: string | undefined): string | undefined {
  return name !== undefined && isNameLike(name) && likeness(name, issuer) < 0.6 ? name : undefined;
}

// The first line names the sender where a signature below repeats it, or where a candidate does.
function letterhead(text: PositionedText, prose: string, candidates: readonly string[]): string | undefined {
  const first = text.lines[0]?.segments[0]?.text;
  const signature =
    /(?:yours (?:faithfully|sincerely|truly)|very truly yours|for and on behalf of),?\s+(.{3,80}?)\s*(?:_{3,}|by:|name:|$)/i.exec(
      prose,
    )?.[1];
  const signer = candidates.find((name) => signature !== undefined && likeness(name, signature) > 0.8);
  if (signer) return signer;
  return first !== undefined && isNameLike(first) && !/confirmation|transaction/i.test(first) ? first : undefined;
}

const PARTY_ROLE =
  /^(?:(?:fixed|floating|equity)(?: rate| amount| price| leg)* payer|(?:protection |option |reference currency )?(?:buyer|seller)|option (?:writer|holder)|writer|holder|payer)$/;
const COMPANY =
  /\b(?:plc|inc|llc|llp|lp|l\.p\.|ltd|limited|n\.?a\.?|s\.?a\.?|ag|gmbh|pjsc|company|corporation|corp|bank|international|trust|fund|partners|capital|securities|group|nv|b\.?v\.?|se|ab|asa|oyj|spa|s\.p\.a\.)(?=\W|$)/i;

function isCompanyName(text: string): boolean {
  return isNameLike(text) && COMPANY.test(text) && !/:|\bLEI\b|\d{3}/.test(text);
}

// In a letter the addressee's name stands after the date, on a line of its own above an address.
function addressee(text: PositionedText, issuer: string | undefined): string | undefined {
  const lines = text.lines.filter(({ page }) => page === 1).slice(1, 14);
  for (const { segments } of lines) {
    const [segment] = segments;
    const name = segment?.text ?? '';
    if (segments.length === 1 && COMPANY.test(name) && !/:|\bLEI\b/.test(name) && likeness(name, issuer) < 0.6)
      return name;
  }
  return undefined;
}

function isNameLike(text: string): boolean {
  return (
    /[A-Za-z]{3}/.test(text) &&
    text.length <= 80 &&
    !/^(?:party [ab]|fixed|floating|.*\bleg\b|bank$|counterparty$|client$)/i.test(text)
  );
}

function isIn(name: string, lines: readonly string[]): boolean {
  return lines.some(
    (line) => likeness(name, line) >= 0.99 || normaliseLabel(line).startsWith(`${normaliseLabel(name)} `),
  );
}

function withoutLei(value: string): string {
  return value.replace(/\bLEI\b.*$/i, '').trim();
}

/** 1 where one name's words are all in the other from the start, else the share of words they have in common. */
function likeness(a: string | undefined, b: string | undefined): number {
  if (!a || !b) return 0;
  const [left, right] = [normaliseLabel(a), normaliseLabel(b)];
  if (left === '' || right === '') return 0;
  if (left === right) return 1;
  const [short, long] = left.length < right.length ? [left, right] : [right, left];
  const [words, shortWords] = [new Set(long.split(' ')), short.split(' ')];
  const distinctive = shortWords.some((word) => word.length > 2 && !GENERIC.has(word) && words.has(word));
  if (!distinctive) return 0;
  if (long.startsWith(`${short} `)) return 0.995;
  const common = shortWords.filter((word) => words.has(word)).length;
  if (common === shortWords.length) return 0.95;
  return (common / words.size) * 0.9;
}

// A name in capitals, where the document also writes it in small letters, is taken from there.
function asWritten(name: string, entries: readonly Entry[]): string {
  if (name !== name.toUpperCase()) return name;
  return (
    entries.find(({ value }) => value !== value.toUpperCase() && normaliseLabel(value) === normaliseLabel(name))
      ?.value ?? name
  );
}

// A typewriter has one apostrophe for all; a name has its own.
function typeset(name: string): string {
  return name.replace(/(?<=\p{L})'(?=\p{L})/gu, '’');
}

/** `GSI` for Goldman Sachs International. */
function hasInitials(name: string | undefined, plain: string): boolean {
  if (name === undefined || plain.length < 2) return false;
  const initials = normaliseLabel(name)
    .split(' ')
    .map((word) => word[0] ?? '')
    .join('');
  return initials === plain || (plain.length > 2 && initials.startsWith(plain));
}
