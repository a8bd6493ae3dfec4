import type { Source } from '@trade-matching/domain';
import { matchesOf } from '../matches-of.ts';
import { matchesWith } from '../sentences/matches-with.ts';
import type { Alias } from './aliases.ts';
import { calledParties, isBanksRole } from './called-parties.ts';
import type { Candidate, Note } from './candidates.ts';
import { isCompanyName, nameIn } from './company-names.ts';
import { openingsIn } from './openings.ts';

/** `We, Banque de l'Orme S.A., confirm`, `On behalf of Orion Ltd we confirm`. */
export function fromSpeaker(prose: string, note: Note): void {
  for (const [, given = ''] of matchesOf(
    prose,
    /\b[Oo]n behalf of ([^;:]{3,70}?),? we (?:hereby )?(?:confirm|affirm)/g,
  )) {
    const candidate = isCompanyName(given) ? note(given, 3) : undefined;
    if (candidate) candidate.issuer += 4;
  }
  // `We, X AG (“X”), confirm`: with what it is called.
  for (const [, name = ''] of matchesOf(prose, /\b[Ww]e, ([^,(]{3,70}?(?:, N\.A\.)?)\s*(?:\([^()]{2,60}\)\s*)?,/g))
    if (isCompanyName(name)) note(name, 3);
  // `To X plc. We, …`: a sentence of its own.
  for (const [, name = ''] of matchesOf(prose, /(?:^|\s)To (\p{Lu}[^,;:()]{3,70}?)\.?\s+(?=(?:We|[Ww]e hereby)\b)/gu))
    if (isCompanyName(nameIn(name))) note(name, 3);
}

/** A name with its legal form that does something: `Orion Capital Partners LLC has bought`, `Orion LLC ("Orion")`. */
const FORM =
  '(?:plc|Inc\\.?|LLC|LLP|LP|Ltd\\.?|Limited|Corporation|Corp\\.?|Company|AG|SE|GmbH|S\\.A\\.|S\\.p\\.A\\.|N\\.A\\.|N\\.V\\.|B\\.V\\.|ASA|AS|AB|PJSC|SAS|DAC|KGaA|KG|SpA|Bank)';
const ACTS = '\\s+(?:\\(["“]|(?:(confirms)|has|have|shall|will|hereby|bought|sold|pays?|agrees?|buys?|sells?)\\b)';
const FORM_ACTS = new RegExp(`${FORM}${ACTS}`, 'u');
const ACTOR = new RegExp(
  `((?:\\p{Lu}[\\p{L}\\d&.'’-]*\\s+(?:(?:&|and|of|the|de|du|del|della|dei|di|von|und|et|y)\\s+)?){1,6}${FORM})${ACTS}`,
  'gu',
);

export function fromActors(sentences: string, note: Note): void {
  for (const [, capitals = '', confirms] of matchesWith(sentences, FORM_ACTS, ACTOR)) {
    // A title right before it has capitals too.
    const words = capitals.split(/\s+/);
    const name = words.map((_, from) => words.slice(from).join(' ')).find((some) => isCompanyName(some));
    const candidate = name === undefined ? undefined : note(name, 2);
    if (candidate && confirms !== undefined) candidate.issuer += 3;
  }
}

/** Words before a name that make it a party's: whom one confirms to, deals with, buys from. */
const CONTEXT =
  /(?:\b(?:confirmation|affirmation|advice|notice|addressed|sent|write|writing|confirm) to|\b(?:bought|purchased) from|\bsold to|\b(?:swap|transaction|trade|deal|option|forward|agreed|concluded|[Dd]ealt|[Tt]raded|entered into) with(?: you,)?|\b(?:seller|buyer|writer|holder)(?: of (?:the )?\w+)? is|\b(?:[Aa]dministrator|[Aa]gent|[Mm]anager) (?:for and on behalf of|on behalf of|for|of)(?: the)?|\b[Ww]e,|\b[Ww]ir,(?: (?:die|der|das))?|\b(?:[Nn]ous|[Nn]osotros|[Nn]oi),(?: (?:la|el|il))?|\bwith you,|\byou,|\b[Tt]o:|\b[Ff]rom:|\bDear|\bAn (?:die|den|das))\s+(?=\p{Lu})/gu;
const CAPITALS =
  /^(?:(?:\p{Lu}[\p{L}\d&.'’-]*|plc|mbh|eG|&|and|of|de|du|des|la|le|di|der|und|y|et|\([A-Z]\p{L}+\)|\d{4}-[A-Z\d]+)(?:,(?= (?:N\.A|S\.A|Inc|Ltd|LLC|L\.P|S\.p\.A)))?\s*){1,9}/u;

/** `Confirmation to Quayside Merchant Bank plc.`, `we have bought from Volkmer Bank AG a European option`. */
export function fromContext(prose: string, note: Note): void {
  for (const { 0: lead, index } of matchesOf(prose, CONTEXT)) {
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
  /\b(?:[Bb]etween|[Zz]wischen|[Ee]ntre|[Tt]ra|[Ff]ra):?\s+(.{3,80}?)\s*(?:\([^)]*\)\s*)?,?\s*\b(?:and|und|et|y|ed?)\s+(.{3,80}?)\s*(?=\(|(?<!\.[A-Za-z]|\b(?:Ltd|Inc|Co|Corp))\.\s|(?<=\b(?:Ltd|Inc|Co|Corp)\.)\s(?=(?:The|This|It|They|Each|Both|We|You|In|On|All)\s)|\.\.|,\s(?!N\.A|Inc|Ltd|LLC)|;| on | for | with | vom | du | del )/g;

/** `between the Agencia Provincial (the “Agency”) and Pallas N.V. (the “Entity”)`: names by what they are called. */
const BETWEEN_CALLED =
  /\b(?:[Bb]etween|[Zz]wischen|[Ee]ntre|[Tt]ra|[Ff]ra)\s+(?:the |der |die |dem |la |le |el |il |l['’])?(\p{Lu}[^("“«„]{3,70}?)\s*\([^()]{0,25}["“«„][^()]{2,40}\)\s*,?\s*(?:and|und|et|y|ed?)\s+(?:the |der |die |dem |la |le |el |il |l['’])?(\p{Lu}[^("“«„]{3,70}?)\s*\([^()]{0,25}["“«„]/gu;

export function fromBetween(prose: string, note: Note): void {
  let isCalled = false;
  for (const [, one = '', other = ''] of matchesOf(prose, BETWEEN_CALLED)) {
    const [first, second] = [note(one, 3), note(other, 3)];
    if (!first || !second) continue;
    isCalled = true;
    first.paired = true;
    second.paired = true;
  }
  // A name with an `and` of its own is parted where it is not called anything.
  if (isCalled) return;
  for (const [, one = '', other = ''] of matchesOf(prose, BETWEEN)) notePair(one, other, note);
}

/** `Harbour Bank P.J.S.C. Tolmar reference: TOL-26`: a name up to its legal form, where what follows it makes it none. */
function untilItsForm(text: string): string {
  if (isCompanyName(nameIn(text))) return text;
  return (
    /^.{3,60}?(?:\b(?:plc|Inc\.?|LLC|L\.?P\.?|Ltd\.?|Limited|AG|SE|ASA|AB|GmbH)|(?:\p{L}\.){2,4})(?=\s+\p{Lu})/u.exec(
      text,
    )?.[0] ?? text
  );
}

function notePair(one: string, other: string, note: Note): [Candidate, Candidate] | undefined {
  const names = [one, other].map(untilItsForm).filter((name) => isCompanyName(nameIn(name)));
  const noted = names.map((name) => note(name, 3));
  const [first, second] = noted;
  if (!first || !second) return undefined;
  first.paired = true;
  second.paired = true;
  return [first, second];
}

const CONFIRMS_TO =
  /(?:confirms?|affirms?|bestätigt|confirme|confirma|conferma)\s+(?:\p{Ll}+\s+){0,5}(?:with|to|mit|gegenüber|à|avec|al?|alla|allo|con)\s/u;

/** Who confirms something with or to whom: `X (the "Fund") hereby confirms with Y`, `X bestätigt Y`. */
const CONFIRMING =
  /((?:\p{Lu}[\p{L}\d&.'’/-]*,?\s+(?:(?:&|and|of|the|de|des|du|del|della|dei|dello|delle|la|le|las|los|et|y|e|di|der|des|für|von|und)\s+)?){1,8})(?:\([^)]{2,60}\)\s*,?\s*)?(?:hereby |hiermit )?(?:confirms?|affirms?|bestätigt|confirme|confirma|conferma)\s+(?:hereby |hiermit |par la présente |por la presente |con la presente |the following (?:trade |deal |transaction |swap )?)?(?:with|to|mit|gegenüber|à|avec|al?|alla|allo|con)\s+(?:(?:the|der|dem|die|la|le|el|il)\s+)?((?:\p{Lu}[\p{L}\d&.'’/-]*,?\s*(?:(?:&|and|of|the|de|des|du|del|della|dei|dello|delle|la|le|las|los|et|y|e|di|der|für|von|und|plc|mbh)\s+|(?:plc|mbh)(?=[:;,.]))?){1,8})/gu;

export function fromConfirming(broken: string, prose: string, note: Note): void {
  if (!CONFIRMS_TO.test(prose)) return;
  // A title would run on into the sentence below it.
  const parted = matchesOf(broken, CONFIRMING);
  for (const [, one = '', other = ''] of parted.length > 0 ? parted : matchesOf(prose, CONFIRMING)) {
    const pair = notePair(lastName(one), firstName(other), note);
    if (pair) [pair[0].issuer, pair[1].recipient] = [pair[0].issuer + 6, pair[1].recipient + 6];
  }
}

/** Who writes stands first: by far where the sentence addresses the other, a little where it only joins the two. */
export function fromOpenings(prose: string, note: Note): void {
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

export function fromEquations(prose: string, note: Note): void {
  const called = calledParties(prose);
  for (const { role, name } of called) {
    const candidate = note(name, 4);
    if (!candidate) continue;
    // Both are defined: a letterhead's other name is of neither.
    if (called.length === 2) candidate.paired = true;
    if (role === 'we') candidate.issuer += 6;
    else if (role === 'you') candidate.recipient += 6;
    else if (isBanksRole(role)) candidate.sides.BANK = 3;
    // `the Society` may be a building society beside `the Trustees`: which of the two is the bank is found otherwise.
    else if (called.length !== 2 || called.some((each) => isBanksRole(each.role))) candidate.sides.COUNTERPARTY = 3;
  }
}

/** What the document calls each party where it defines it. */
export function aliasesOfEquations(prose: string, sideOf: (name: string) => Source | undefined): Alias[] {
  return calledParties(prose).flatMap(({ role, name }) => {
    const side = sideOf(name);
    return side ? [{ pattern: role, side }] : [];
  });
}
