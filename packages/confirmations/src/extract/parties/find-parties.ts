import { otherSide, type Source } from '@trade-matching/domain';
import type { PositionedText } from '../../read/positioned-text.ts';
import { normaliseLabel } from '../labels.ts';
import type { Entry } from '../layout/entry.ts';
import { proseOf } from '../layout/prose.ts';
import { remembering } from '../remembering.ts';
import { matchesWith } from '../sentences/matches-with.ts';
import { type Alias, aliasesInBrackets, aliasesInEntries, aliasesOfPronouns } from './aliases.ts';
import { weighCounterparty } from './called-counterparty.ts';
import { type Candidate, findCandidates } from './candidates.ts';
import { aliasesOfEquations } from './candidates-in-sentences.ts';
import { withoutCodeBefore } from './codes-before-names.ts';
import { hasInitials, isCompanyName, isShortened, likeness, nameIn } from './company-names.ts';
import { preferFunds } from './fund-of-manager.ts';
import { preferPrincipals } from './principals-of-writers.ts';
import { roleInShort } from './roles-in-short.ts';
import { preferTrustees } from './trustee-of-scheme.ts';
import { withLegalForm } from './whole-names.ts';

/** From this likeness on a text names a party. */
const LIKE = 0.6;
/** A longer text with a slash is no party's role in two languages. */
const LONGEST_ROLES = 60;

/** Who the two parties of a confirmation are, and how its wording names them. */
export interface Parties {
  readonly names: { readonly [S in Source]?: string };
  /** Whose document it is. */
  readonly issuer: Source;
  /** `Party A`, `we`, `Client`, a name or a short name → BANK or COUNTERPARTY; undefined where the text names neither. */
  resolve(text: string): Source | undefined;
}

const ROLE_OF_ISSUER =
  /^(?:wir|uns|nous|nosotros|noi|we|us|our|ours|ourselves|sender|from|issuer|issuing party|sending party|confirming party|issuer (?:of )?this confirmation)$/;
/** What either side's document calls the bank and its counterparty. */
const IS_BANK =
  /^(?:entidad(?: financiera| bancaria)?|bank|banque|banco|banca|sparkasse|volksbank|dealer|broker|broker dealer)$/;
const IS_COUNTERPARTY =
  /^(?:counterparty|contrepartie|kontrahent|vertragspartner|gegenpartei|contraparte|controparte|fund|investor|council|municipality|township|borough|county|city|airline|insurer|utility|company|societe|sociedad|societa|empresa|gesellschaft|entreprise|society|association|trust|scheme|trustees?|borrower|shipper|group|kommun[ea]?|commune|gemeinde|comune|ayuntamiento)$/;
const IS_A_BANKS_CLIENT = /^(?:client|customer)$/;
const IS_CLIENT = /^(?:fund|investor|client|customer|cliente|kunde|societa|società|company|gesellschaft)$/;
/** `(Fund if negative)`, `(the Client receives)`: what somebody else does, or who does it in another case. */
const OF_ANOTHER_CASE =
  /\b(?:if|where|when|unless|otherwise|else|falls|wenn|sofern|si|se|sauf|salvo|negative?|négatif|negativo|neg|pays?|receives?|buys?|sells?|zahlt|erhält|paie|reçoit|paga|recibe|riceve)\b/iu;
const ARTICLE = /^(?:the|die|der|den|dem|das|la|le|el|il|lo|l) /;
const ROLE_OF_RECIPIENT =
  /^(?:sie|ihnen|vous|ustedes|voi|you|your|yours|yourselves|client|customer|recipient|to|receiving party|receiver|addressee)$/;

/**
 * Finds the parties. The document's source says whose document it is; what has to be found is which of the names in it
 * is the sender's and which the addressee's: by the letterhead, `FROM`, who signs, `we, …`, against `TO`, `Client`,
 * `you, …`. Everything that speaks for a name counts, since no one sign is on every bank's form.
 */
export function findParties(text: PositionedText, entries: readonly Entry[], source: Source): Parties {
  const aliases: Alias[] = [];
  const codes: { pattern: string; name: string }[] = [];
  const recipient = otherSide(source);
  const prose = proseOf(text);

  const lettered = letteredParties(entries, prose);
  const candidates = findCandidates(text, entries, prose, lettered);
  const schemes = weighRoles(text, entries, candidates, prose, source);
  const paired = candidates.filter((candidate) => candidate.paired);
  // Who is named together with the other is a party; a header's company beside them is not.
  const [issuerName, recipientName] = issuerAndRecipient(paired.length >= 2 ? paired : candidates, source).map(
    (name) => {
      const { name: own, code } = withoutCodeBefore(name ?? '', prose);
      if (code !== undefined) codes.push({ pattern: code.toLowerCase(), name: own });
      return own === '' ? undefined : own;
    },
  );
  const names: { [S in Source]?: string } = {};
  if (issuerName) names[source] = typeset(withLegalForm(issuerName, prose));
  if (recipientName) names[recipient] = typeset(withLegalForm(recipientName, prose));

  for (const scheme of schemes) aliases.push({ pattern: normaliseLabel(scheme), side: source });
  for (const { pattern, name } of codes) aliases.push({ pattern, side: name === issuerName ? source : recipient });

  const sideOfName = (name: string): Source | undefined => {
    const [issuerLikeness, recipientLikeness] = [likeness(name, issuerName), likeness(name, recipientName)];
    // A word in common is not a name: the account at another bank is neither party's.
    if (Math.max(issuerLikeness, recipientLikeness) < LIKE || Math.abs(issuerLikeness - recipientLikeness) < 0.005)
      return undefined;
    return issuerLikeness > recipientLikeness ? source : recipient;
  };
  for (const letter of ['a', 'b'] as const) {
    const name = lettered[letter];
    const side = name === undefined ? undefined : sideOfName(nameIn(name));
    if (side) {
      aliases.push({ pattern: `party ${letter}`, side });
      const other = letter === 'a' ? 'b' : 'a';
      if (lettered[other] === undefined) aliases.push({ pattern: `party ${other}`, side: otherSide(side) });
    }
  }
  const sideOfLetter = (text: string) => aliases.find(({ pattern }) => normaliseLabel(text).startsWith(pattern))?.side;
  const sideOfRole = (text: string) => {
    const plain = normaliseLabel(text);
    return ROLE_OF_ISSUER.test(plain) ? source : ROLE_OF_RECIPIENT.test(plain) ? recipient : undefined;
  };
  const named = (text: string) => sideOfName(nameIn(text)) ?? sideOfLetter(text);
  aliases.push(...aliasesInEntries(entries, named));
  aliases.push(...aliasesInEntries(entries, (text) => sideOfRole(text) ?? named(text)));
  aliases.push(...aliasesOfEquations(prose, sideOfName));
  aliases.push(...aliasesOfPronouns(prose, source));
  if (issuerName) aliases.push(...aliasesInBrackets(prose, issuerName, source));
  if (recipientName) aliases.push(...aliasesInBrackets(prose, recipientName, recipient));

  const sideOfInitials = (plain: string): Source | undefined => {
    const [ofIssuer, ofRecipient] = [issuerName, recipientName].map(
      (name) => hasInitials(name, plain) || isShortened(name, plain),
    );
    if (ofIssuer === ofRecipient) return undefined;
    return ofIssuer ? source : recipient;
  };
  const defined = definedRoles(prose);
  const isDefined = (plain: string) => defined.has(plain);
  const resolve = remembering((given): Source | undefined => {
    // `Kunde / Client`: one party in two languages.
    const parts = given.length < LONGEST_ROLES ? given.split(/\s+\/\s+/) : [];
    if (parts.length < 2) return resolveOne(given);
    const sides = new Set(parts.map(resolveOne).filter((side) => side !== undefined));
    return sides.size === 1 ? [...sides][0] : undefined;
  });
  const resolveOne = (given: string): Source | undefined => {
    // `We, Harbour Bank`, `You, the counterparty`.
    const spoken = given.replace(/^(we|us|you),\s+(?=\S).*$/i, '$1');
    const printed = normaliseLabel(spoken.replace(/\(.*?\)/g, ' ')).replace(ARTICLE, '');
    // What the document itself defines, in its own language.
    for (const { pattern, side } of aliases) if (printed === pattern) return side;
    const plain = printed
      .replace(/^(?:partie|parte|partei) ([ab])$/, 'party $1')
      .replace(/^party ?1$/, 'party a')
      .replace(/^party ?2$/, 'party b')
      .replace(/^(?:counter party|cpty|ctpy|cparty|c party)$/, 'counterparty')
      .replace(/^(?:banco|banque|banca)$/, 'bank')
      .replace(/^(?:cliente|kunden?|client[ei])$/, 'client');
    for (const { pattern, side } of aliases)
      if ([plain, printed].some((text) => text === pattern || text.startsWith(`${pattern} `))) return side;
    if (ROLE_OF_ISSUER.test(plain)) return source;
    // A client that writes calls itself so; a bank is nobody's.
    if (IS_A_BANKS_CLIENT.test(plain)) return 'COUNTERPARTY';
    if (ROLE_OF_RECIPIENT.test(plain)) return recipient;
    // `the Trustee` of Lisle Pension Trustees Limited.
    const byName =
      sideOfName(plain) ?? sideOfInitials(plain) ?? (plain.includes(' ') ? undefined : sideOfName(`${plain}s`));
    if (byName) return byName;
    // Whom the document calls so itself is a name that was not read: the word alone says nothing.
    if (isDefined(plain)) return undefined;
    const role = roleInShort(plain);
    if (role !== undefined) return resolveOne(role);
    // `Buyer (Northwind)`: a role with the name of whose it is.
    const inBrackets = /^[^()]+\(([^()]{2,40})\)$/.exec(given.trim())?.[1];
    const isName = inBrackets !== undefined && !OF_ANOTHER_CASE.test(inBrackets);
    const byBrackets = isName ? resolveOne(inBrackets) : undefined;
    if (byBrackets) return byBrackets;
    if (IS_BANK.test(plain)) return 'BANK';
    return IS_COUNTERPARTY.test(plain) ? 'COUNTERPARTY' : undefined;
  };
  return { names, issuer: source, resolve };
}

/** `(the "Seller")`, `(“Issuer”)`: words that a document says somebody is called. */
function definedRoles(prose: string): ReadonlySet<string> {
  const all = prose.matchAll(/\(\s*(?:the\s+)?["“„«]\s*(?:the\s+)?(\p{L}{4,14})\s*["”»]\s*\)/giu);
  return new Set([...all].map(([, word = '']) => word.toLowerCase()));
}

/**
 * What a paper says of names besides where they stand: in brackets, under labels of two sides, by who acts for whom.
 *
 * @returns the schemes whose trustees are the party
 */
function weighRoles(
  text: PositionedText,
  entries: readonly Entry[],
  candidates: Candidate[],
  prose: string,
  source: Source,
): string[] {
  weighBrackets(candidates, prose, source);
  weighCounterparty(entries, candidates, source);
  preferFunds(entries, candidates, source, prose);
  preferPrincipals(text, entries, candidates, source);
  return preferTrustees(entries, candidates, source);
}

/** What stands in brackets behind a name speaks for whose it is: `X (“we”)`, `X (the “Fund”)`. */
function weighBrackets(candidates: readonly Candidate[], prose: string, source: Source): void {
  for (const candidate of candidates) {
    for (const { pattern } of aliasesInBrackets(prose, candidate.name, source)) {
      if (ROLE_OF_ISSUER.test(pattern)) candidate.issuer += 5;
      else if (ROLE_OF_RECIPIENT.test(pattern)) candidate.recipient += pattern.startsWith('you') ? 5 : 2;
      else if (IS_CLIENT.test(pattern)) {
        // A fund is the bank's client, whoever writes.
        if (source === 'BANK') candidate.recipient += 3;
        candidate.sides.COUNTERPARTY = 3;
      } else if (IS_COUNTERPARTY.test(pattern)) {
        candidate.recipient += 3;
        candidate.sides.COUNTERPARTY = 1.5;
      } else if (IS_BANK.test(pattern)) candidate.sides.BANK = 3;
    }
  }
}

const IN_BRACKETS = /\(\s*(?:["“„«]\s*)?Part(?:y|ie|e|ei) [AB]\s*["”“»]?\s*\)/;
const NAME_BEFORE_LETTER =
  /((?:(?:\p{Lu}[\p{L}\d&.,'’-]*|&|of|and|de|du|del|des|la|für|und)\s+){1,8})\(\s*(?:["“„«]\s*)?Part(?:y|ie|e|ei) ([AB])\s*["”“»]?\s*\)/gu;

/** Names by letter: `between X ("Party A") and Y ("Party B")`, or a table headed Party A and Party B. */
function letteredParties(entries: readonly Entry[], prose: string): { a?: string; b?: string } {
  const found: { a?: string; b?: string } = {};
  const saysLetters = /\bPart(?:y|ie|e|ei) [AB]\b/i.test(prose);
  const between = saysLetters
    ? /\bbetween\s+(.{2,120}?)\s*\(\s*(?:the\s+)?["“”']?Party A["“”']?\s*\)\s*and\s+(.{2,120}?)\s*\(\s*(?:the\s+)?["“”']?Party B/i.exec(
        prose,
      )
    : undefined;
  if (between?.[1] && between[2]) return { a: between[1], b: between[2] };
  // `Party A is X; Party B is Y`, `Party A: X. Party B: Y.`
  for (const letter of saysLetters ? (['a', 'b'] as const) : []) {
    const said = new RegExp(
      `\\bParty ${letter}["”)]*(?:\\s+(?:is|means|shall mean)|:|\\s*=)\\s+(.{3,80}?)\\s*(?=\\(|;|,? and ["“]?Party|(?:(?<!\\.[A-Za-z])\\.)?\\s+Party [AB]|(?<!\\.[A-Za-z]|\\b(?:Ltd|Inc|Co|Corp))\\.\\s|\\.?$)`,
      'i',
    ).exec(prose)?.[1];
    if (said !== undefined && isCompanyName(nameIn(said))) found[letter] = nameIn(said);
  }
  for (const { value } of entries) {
    // `From: Sentinel National Bank ("Party A")`.
    const [, name = '', letter = ''] = /^(.{3,80}?)\s*\(\s*(?:the )?["“]?Party ([AB])\b/i.exec(value) ?? [];
    if (letter !== '' && isCompanyName(nameIn(name))) found[letter.toLowerCase() as 'a' | 'b'] ??= nameIn(name);
  }
  // `To: Lisle Bank plc ("Party B"). From: …`.
  for (const [, words = '', letter = ''] of matchesWith(prose, IN_BRACKETS, NAME_BEFORE_LETTER)) {
    const all = words.trim().split(/\s+/);
    const name = all.map((_, from) => nameIn(all.slice(from).join(' '))).find((some) => isCompanyName(some));
    if (name !== undefined) found[letter.toLowerCase() as 'a' | 'b'] ??= name;
  }
  for (const { label, value } of entries) {
    // `Banque (Partie A)`.
    const letter = /\(\s*part(?:y|ie|e|ei) ([AB])\s*\)\s*:?$/i.exec(label)?.[1]?.toLowerCase() as 'a' | 'b' | undefined;
    if (letter !== undefined && isCompanyName(nameIn(value))) found[letter] ??= nameIn(value);
  }
  for (const { label, value, column = '' } of entries) {
    // `Partie A / Party A`: one label in two languages.
    const [name, heading] = [
      normaliseLabel(label.replace(/^Part(?:ie|e|ei) ([AB]) \/ (?=Party \1\b)/i, '')).replace(
        /^(?:partie|parte|partei) (?=[ab]\b)/,
        'party ',
      ),
      normaliseLabel(column),
    ];
    const number = /^party ?([12])$/.exec(name)?.[1];
    if (number !== undefined && column === '' && isCompanyName(nameIn(value)))
      found[number === '1' ? 'a' : 'b'] ??= nameIn(value);
    const letter =
      /^party (a|b)\b/.exec(heading)?.[1] ??
      (column === '' ? /^party (a|b)(?: (?:name|sender|receiver|legal name))?$/.exec(name)?.[1] : undefined);
    const isName =
      heading !== '' ? /^(?:legal |full |entity )?name$|^party$|^entity$/.test(name) : /^party (?:a|b)\b/.test(name);
    if ((letter === 'a' || letter === 'b') && isName && found[letter] === undefined) found[letter] = nameIn(value);
  }
  return found;
}

/** The two names that most speaks for together; one that nothing speaks for is taken only beside one that is sure. */
function issuerAndRecipient(
  candidates: readonly Candidate[],
  source: Source,
): [string | undefined, string | undefined] {
  const recipient = otherSide(source);
  // A document that names two companies is between them, though little says which is whose.
  const unnamed =
    candidates.filter(({ sureness, issuer, recipient }) => sureness > 2.5 || issuer + recipient >= 3).length > 1
      ? -4
      : 0;
  const score = (candidate: Candidate | undefined, role: 'issuer' | 'recipient') => {
    if (!candidate) return unnamed;
    const other = role === 'issuer' ? 'recipient' : 'issuer';
    const [mine, theirs] = role === 'issuer' ? [source, recipient] : [recipient, source];
    // A form's `Counterparty` is the other side's name as often as the counterparty's.
    const sides = (candidate.sides[mine] ?? 0) - (role === 'issuer' ? (candidate.sides[theirs] ?? 0) : 0);
    // Two names in the roles of one trade are its parties, though nothing says which is whose.
    return candidate[role] - candidate[other] / 2 + sides + candidate.sureness * 0.25;
  };
  let best: { issuer?: Candidate; recipient?: Candidate; score: number } = { score: 2 * unnamed };
  for (const sender of [undefined, ...candidates]) {
    for (const addressee of [undefined, ...candidates]) {
      if (sender !== undefined && sender === addressee) continue;
      const together = score(sender, 'issuer') + score(addressee, 'recipient');
      if (together > best.score) {
        best = {
          ...(sender ? { issuer: sender } : {}),
          ...(addressee ? { recipient: addressee } : {}),
          score: together,
        };
      }
    }
  }
  return [best.issuer?.name, best.recipient?.name];
}

// A typewriter has one apostrophe for all; a name has its own.
function typeset(name: string): string {
  return name.replace(/(?<=\p{L})'(?=\p{L})/gu, '’');
}
