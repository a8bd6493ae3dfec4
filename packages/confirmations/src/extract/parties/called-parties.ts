import { normaliseLabel } from '../labels.ts';
import { matchesOf } from '../matches-of.ts';
import { matchesWith } from '../sentences/matches-with.ts';
import { isCompanyName, nameIn, withoutSentenceBefore } from './company-names.ts';

/** `Scheme = Elm Pension Trustees Limited; Bank = Harbour Bank plc`: what each is called from there on. */
const IS_CALLED =
  /(?:^|[\s;,(])(bank|dealer|broker|scheme|fund|client|customer|company|borrower|council|trustee|counterparty|we|you)\s*=\s*(\p{Lu}[^;=]{3,80}?)(?=\s*(?:;|,\s*\p{L}+\s*=|(?<!\b\p{L})\.\s|$))/giu;

/** Roles by which a paper calls a party in the languages that are read, as `normaliseLabel` writes them. */
const ROLES =
  /^(?:bank|banque|banca|banco|dealer|broker|sparkasse|volksbank|kunde|kundin|client|cliente|customer|gesellschaft|societe|societa|sociedad|empresa|company|fund|fonds|fondo|fondation|foundation|stiftung|scheme|society|association|trust|trustees|university|authority|council|borrower|council|commune|gemeinde|comune|ayuntamiento|trustee|vertragspartner|gegenpartei|counterparty|contrepartie|contraparte|controparte)$/;

const OPENS = '["“„«‘]\\s*(?:(?:the|die|der|das|la|le|el|il|lo)\\s+|l[’\']\\s*)?';
const CLOSES = '\\s*["”“»’]';
const ARTICLE =
  "(?:(?:(?:the|die|der|das|den|la|le|el|il|lo)\\s+|l[’']\\s*)(?:(?:firma|gesellschaft|société|sociedad|società|company|bank|banque)\\s+(?=\\p{Lu}))?)?";
/** Up to what stands in brackets behind the name, or to the end of its clause. */
const NAME =
  '(\\p{Lu}[^;:="“”„«»()]{3,80}?)(?=\\s*(?:[(;]|,(?!\\s*(?:N\\.A|S\\.A|S\\.p\\.A|Inc|Ltd|LLC|L\\.P))|(?<!\\b\\p{L})\\.(?:\\s|$)|\\s(?:und|and|et|y|ed?)\\s+["“„«‘]|$))';

/** `Elm Holdings, L.P. (the “Borrower”; LEI …) … Harbour Bank, National Association (the “Hedge Provider”; …)`. */
const IN_BRACKETS =
  /(\p{Lu}[^;:="“”„«»()]{3,80}?)\s*\((?:the|die|der|das|la|le|el|il|lo)\s+["“„«](\p{L}{3,20}(?:[ -]\p{L}{3,20})?)["”“»]\s*[;,]/gu;
/** What {@link IN_BRACKETS} needs behind a name: few texts have it, and a name may begin at every capital. */
const BRACKET_OF_A_ROLE = /\((?:the|die|der|das|la|le|el|il|lo)\s+["“„«]\p{L}{3,20}(?:[ -]\p{L}{3,20})?["”“»]\s*[;,]/u;
/** Before a name in a sentence: `dealt on 4 May with Harbour Bank plc`. */
const BEFORE_A_NAME = /^.*\b(?:with|between|and|by|which|mit|zwischen|und|avec|entre|et|con|y|tra|e)\s+(?=\p{Lu})/su;

const MEANS = '(?:means|shall mean|refers to|designates|désigne|bezeichnet|bezeichnen|meint|designa|significa|indica)';
/** `« la Banque » désigne Harbour Bank S.A. (LEI …)`, `"Client" means Elm Ltd`. */
const IS_MEANT = new RegExp(`${OPENS}(\\p{L}{3,20})${CLOSES}\\s+${MEANS}\\s+${ARTICLE}${NAME}`, 'giu');
/** `bezeichnet „Bank“ die Harbour Bank AG (LEI …) und „Kunde“ die Gesellschaft Elm SA`: the verb stands once, before both. */
const VERB_BEFORE = /\bbezeichne[nt]\b(?=[^.]{0,40}["“„«])/giu;
const MEANT_TOGETHER = new RegExp(`${OPENS}(\\p{L}{3,20})${CLOSES}\\s+${ARTICLE}${NAME}`, 'giu');
/** `con Banco del Puerto, S.A., en adelante «el Banco»`, `der Elm AG, nachfolgend „Kunde“`: what a name is called from there on. */
const FROM_THERE_ON = new RegExp(
  `[,(]\\s*(?:(?:en adelante|en lo sucesivo|ci-après|hereinafter|hereafter|nachfolgend|nachstehend|im folgenden|di seguito)(?:\\s+\\p{Ll}+){0,3}?,?\\s*:?\\s*)${OPENS}(\\p{L}{3,20})${CLOSES}`,
  'giu',
);
/** `… Elm Building Society (LEI …), called the Society`, `, nachfolgend die Gesellschaft,`: a role with its article, without quotes. */
const CALLED_SO =
  /[,(]\s*(?:(?:herein|here)?after\s+)?(?:called|known as|referred to as|hereinafter|hereafter|ci-après(?: dénommée?)?|nachfolgend|nachstehend|im Folgenden|di seguito|en adelante|en lo sucesivo),?\s+(?:the|die|der|das|la|le|el|il|lo)\s+(\p{Lu}\p{L}{3,20})(?=\s*[,;.)]|\s+(?:and|und|et|y|e)\s)/gu;
const LONGEST_BEFORE = 110;

/** The name that ends right before a place in a text; empty where none does. */
function nameBefore(prose: string, at: number): string {
  const clause = prose.slice(Math.max(0, at - LONGEST_BEFORE), at).replace(/^.*[;:]\s/, '');
  const whole = clause.replace(/\s*\([^()]*\)\s*$/, '').trim();
  // `…, called the Company, and Harbour Bank plc`: behind the definition of the other one.
  const second = whole.replace(/^.*,\s+(?:and|und|et|y|e)\s+(?=\p{Lu})/su, '');
  return withoutSentenceBefore(isCompanyName(nameIn(second)) ? second : whole);
}

/** How far two definitions of one sentence go. */
const LONGEST_DEFINITIONS = 320;

/** Who a role is that a document defines: `BANK` for the roles of banks and dealers. */
export const isBanksRole = (role: string): boolean =>
  /^(?:bank|banque|banca|banco|dealer|broker|sparkasse|volksbank|(?:hedge|swap|derivatives?) (?:provider|bank|dealer))$/.test(
    role,
  );

/** The parties that a document defines by an equals sign or by a verb, each with its role. */
export function calledParties(prose: string): { readonly role: string; readonly name: string }[] {
  const called = matchesOf(prose, IS_CALLED).flatMap(([, role = '', text = '']) => named(role, text));
  const meant = matchesWith(prose, /["“„«‘]/, IS_MEANT);
  const together = matchesOf(prose, VERB_BEFORE).flatMap(({ index }) =>
    matchesOf(prose.slice(index, index + LONGEST_DEFINITIONS), MEANT_TOGETHER),
  );
  const defined = [...meant, ...together].flatMap(([, role = '', text = '']) =>
    ROLES.test(normaliseLabel(role)) ? named(normaliseLabel(role), text) : [],
  );
  const later = [FROM_THERE_ON, CALLED_SO]
    .flatMap((pattern) => matchesOf(prose, pattern))
    .flatMap(({ 1: role = '', index }) =>
      ROLES.test(normaliseLabel(role)) ? named(normaliseLabel(role), nameBefore(prose, index)) : [],
    );
  const bracketed = matchesWith(prose, BRACKET_OF_A_ROLE, IN_BRACKETS).flatMap(([, text = '', role = '']) =>
    ROLES.test(normaliseLabel(role)) || isBanksRole(normaliseLabel(role))
      ? named(normaliseLabel(role), text.replace(BEFORE_A_NAME, ''))
      : [],
  );
  // One alone may be a definition of anybody.
  if (bracketed.length === 2) defined.push(...bracketed);
  const isNew = ({ role }: { role: string }, at: number, all: readonly { role: string }[]) =>
    all.findIndex((other) => other.role === role) === at;
  return [...called, ...defined, ...later].filter(isNew);
}

function named(role: string, text: string): { readonly role: string; readonly name: string }[] {
  const name = nameIn(text.replace(/\s+/g, ' '));
  return isCompanyName(name) ? [{ role: role.toLowerCase(), name }] : [];
}
