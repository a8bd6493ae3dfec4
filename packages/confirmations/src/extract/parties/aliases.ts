import { otherSide, type Source } from '@trade-matching/domain';
import { canonicalLabel, normaliseLabel } from '../labels.ts';
import type { Entry } from '../layout/entry.ts';
import { matchesOf } from '../matches-of.ts';
import { remembering } from '../remembering.ts';
import { matchesWith } from '../sentences/matches-with.ts';
import { isCompanyName, likeness, nameIn } from './company-names.ts';
import { isOfAnother, ownersOfLei } from './leis/lei-labels.ts';

/** What a document calls a party besides its name. */
export interface Alias {
  readonly pattern: string;
  readonly side: Source;
}

const QUOTED = /["“”„‘'«]\s*(?:(?:the|die|der|das|la|le|el|los|il|lo)\s+|l['’]\s*)?([^"“”„‘’'«»]{1,40}?)\s*["“”’'»]/gi;
const UNQUOTED_ROLE = /^\s*(?:the|die|der|das|la|le|el|il|lo)\s+(\p{Lu}\p{L}{2,20})\s*$/u;
const OTHERS =
  /^(?:transaction|confirmation|agreement|seller|buyer|fixed rate payer|floating rate payer|party|parties)$/;

/** `Harbour Bank plc (LEI 5493…) ("the Bank")`: brackets of an identifier, before those of what it is called. */
const ITS_NUMBER = '(?:\\s*\\((?:LEI|BIC|SWIFT|reg|company|co|no|org)\\b[^()"“«]{0,60}\\))?';

/** `Harbour & Vale Bank plc ("HVB" or the "Bank")`: what stands in quotes in the brackets after a name. */
export function aliasesInBrackets(prose: string, name: string, side: Source): Alias[] {
  if (!/\([^)]{0,90}["“”„‘'«]|\((?:the|die|der|das|la|le|el|il|lo) \p{Lu}\p{L}+\)/u.test(prose)) return [];
  const spelled = name
    .trim()
    .split(/\s+/)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('\\s+');
  const aliases: Alias[] = [];
  for (const match of matchesOf(prose, new RegExp(`${spelled}${ITS_NUMBER}[^("“«]{0,30}\\(([^)]{1,90})\\)`, 'gi'))) {
    // `party (id="party2")` is an element of the next party.
    if (/=\s*["“”]/.test(match[1] ?? '')) continue;
    // `(the Bank)`, `(la Società)`: a role with its article, without quotes.
    const role = UNQUOTED_ROLE.exec(match[1] ?? '')?.[1];
    if (role !== undefined && !OTHERS.test(normaliseLabel(role))) aliases.push({ pattern: normaliseLabel(role), side });
    for (const [, alias = ''] of matchesOf(match[1] ?? '', QUOTED)) {
      const pattern = normaliseLabel(alias);
      if (pattern.length > 1 && !OTHERS.test(pattern)) aliases.push({ pattern, side });
    }
  }
  return aliases;
}

const PRONOUNS =
  /\b(?:(wir|we|nous|nosotros|noi|us|ourselves)|ihnen|sie|you|yourselves|vous|ustedes|voi)\s*\(([^)]{2,50})\)/giu;
/** A document has few brackets: from these back to the pronoun is the shorter way. */
const BEHIND_PRONOUN =
  /\((?<=\b(?:wir|we|nous|nosotros|noi|us|ourselves|ihnen|sie|you|yourselves|vous|ustedes|voi)\s*\()/iu;

/** `wir („Sparkasse“) mit Ihnen („Vertragspartner“)`: what a pronoun is called from there on. */
export function aliasesOfPronouns(prose: string, issuer: Source): Alias[] {
  return matchesWith(prose, BEHIND_PRONOUN, PRONOUNS).flatMap(([, own, brackets = '']) =>
    matchesOf(brackets, QUOTED).flatMap(([, alias = '']) => {
      const pattern = normaliseLabel(alias.replace(/-\s+(?=\p{Ll})/u, ''));
      const side = own === undefined ? otherSide(issuer) : issuer;
      return pattern.length > 1 && !OTHERS.test(pattern) ? [{ pattern, side }] : [];
    }),
  );
}

/** What somebody does in a trade is no name of a party: another paper's `Buyer` is the other one. */
const IS_DEED =
  /^(?:buyer|seller|purchaser|payer|payor|receiver|writer|holder|kaufer|verkaufer|zahler|acheteur|vendeur|payeur|comprador|vendedor|pagador|acquirente|venditore|pagatore|party|partei|partie|parte|name|nom|nombre|nome|entity)$/;
const withoutArticle = (plain: string): string => plain.replace(/^(?:the|die|der|das|la|le|el|il|lo|l) /, '');

const IS_ROLE = /^(?:bank|counterparty|client|customer|dealer|broker|principal|company|fund|investor|borrower)$/;
const ROLE = /^(?:the )?(?:bank|counterparty|client|customer|company|dealer|party [ab])$/;

/** `Short Name: GSI` in a party's column, and `Bank: Harbour & Vale Bank plc`, a role that stands for a name. */
export function aliasesInEntries(entries: readonly Entry[], sideOf: (text: string) => Source | undefined): Alias[] {
  const values = new Set(entries.map(({ value }) => withoutArticle(normaliseLabel(value))));
  // `Airport` beside `Airport LEI`, and `Business partner` beside `Business partner LEI`.
  const owners = new Set(entries.flatMap(({ label }) => ownersOfLei(label).map(normaliseLabel)));
  return entries.flatMap(({ label, value, column }): Alias[] => {
    const plain = normaliseLabel(label);
    // `Own entity: Fjell Bank AS` where `Seller: Own entity` stands for it.
    // `Gesellschaft: Marschen AG` where `Zahler der Festbeträge: Gesellschaft` does.
    const isCalled = plain.includes(' ') || !(IS_DEED.test(plain) || isOfAnother(plain));
    if (column === undefined && isCalled && values.has(withoutArticle(plain)) && isCompanyName(nameIn(value))) {
      // Two signatures side by side are no label with its value.
      const [side, own] = [sideOf(value), sideOf(label)];
      if (side && (own === undefined || own === side)) return [{ pattern: withoutArticle(plain), side }];
    }
    if (column === undefined && owners.has(plain) && !isOfAnother(plain) && isCompanyName(nameIn(value))) {
      const side = sideOf(value);
      if (side) return [{ pattern: plain, side }];
    }
    // `Trustee (“Scheme”): Elm Pension Trustees Limited`: what the label calls it.
    const called = /\(([^()]{3,40})\)\s*:?$/.exec(label)?.[1];
    const [, ofLabel] = called === undefined ? [] : (matchesOf(called, QUOTED)[0] ?? []);
    const ofCalled = ofLabel !== undefined && isCompanyName(nameIn(value)) ? sideOf(value) : undefined;
    if (ofLabel !== undefined && ofCalled && !OTHERS.test(normaliseLabel(ofLabel)))
      return [{ pattern: normaliseLabel(ofLabel), side: ofCalled }];
    // `From: Castellane & Roche S.A. ("CRSA")`.
    const quoted = value.endsWith(')') ? /^([^\s("“«][^("“«]{2,70}?)\s*\(([^)]{2,60})\)$/.exec(value) : null;
    const short = quoted && matchesOf(quoted[2] ?? '', QUOTED)[0]?.[1];
    const ofShort = short ? sideOf(quoted[1] ?? '') : undefined;
    if (short && ofShort && !OTHERS.test(normaliseLabel(short)))
      return [{ pattern: normaliseLabel(short), side: ofShort }];
    if (column !== undefined && /^(?:short name|abbreviation|role|entity type|capacity)$/.test(plain)) {
      const side = sideOf(column);
      return side ? [{ pattern: normaliseLabel(value), side }] : [];
    }
    // `ALDER : Alder & Holm Bank AG`: what follows calls it so.
    const isShort =
      column === undefined && !/\s/.test(label.trim().replace(/\s*:$/, '')) && isCompanyName(nameIn(value));
    if (isShort && (likeness(plain, value) >= 0.9 || isMadeOf(plain, value))) {
      const side = sideOf(value);
      if (side) return [{ pattern: plain, side }];
    }
    // `Legal Name` below `Bank | Client`: what the heading stands for.
    if (
      column !== undefined &&
      ROLE.test(normaliseLabel(column)) &&
      /^(?:(?:legal |full )?name|party|entity)$/.test(plain)
    ) {
      const side = sideOf(value);
      return side ? [{ pattern: normaliseLabel(column).replace(/^the /, ''), side }] : [];
    }
    // `BROKER/DEALER`: each of the two.
    const roles = rolesIn(label);
    const side = roles.length > 0 ? sideOf(value) : undefined;
    return side ? roles.map((pattern) => ({ pattern, side })) : [];
  });
}

/** The roles that a label names, where it names nothing else. */
const rolesIn: (label: string) => readonly string[] = remembering((label) => {
  // `Cpty`, `Counter party`: the same role in short.
  const roles = label.split('/').map((part) => ({ printed: normaliseLabel(part), role: canonicalLabel(part) }));
  if (!roles.every(({ role }) => IS_ROLE.test(role))) return [];
  return [...new Set(roles.flatMap(({ printed, role }) => [role, printed.replace(/^the /, '')]))];
});

/** `CRL` of Crédit Régional du Léman: its letters begin words of the name, in their order. */
export function isMadeOf(short: string, name: string): boolean {
  const initials = normaliseLabel(name)
    .split(' ')
    .map((word) => word[0] ?? '');
  let at = 0;
  for (const initial of initials) if (initial === short[at]) at++;
  return short.length > 1 && short.length <= 6 && at === short.length;
}
