import { jurisdictionOfLaw } from '@trade-matching/domain';
import { matchesOf } from '../matches-of.ts';
import { AGREEMENTS } from '../vocabulary/documentation.ts';
import { dateIn, type SlashOrder } from './dates.ts';

/** A framework agreement that a text names, with its date and law where they stand beside it. */
export interface Documentation {
  readonly agreement: string;
  readonly date?: string;
  readonly law?: string;
  /** The piece of the text that says so. */
  readonly literal: string;
}

/** An amendment or an annex has a date of its own. */
const OF_ANOTHER_PAPER =
  /\b(?:amend\w*|annex\w*|supplement|schedule|side letter|avenant|annexe|nachtrag|anhang|anexo|atto integrativo)\s+(?:to|of|à|zu[mr]?|al?|de)\s*(?:(?:the|our|la|dem|del|your)\s+)?$/i;
/** Brackets that say which form or edition of an agreement is meant: `(Multicurrency – Cross Border)`, `(2002 form)`. */
const EDITION = '(?:\\s*[”"»’]?\\s*\\((?:\\d{4}\\s)?[\\p{L}\\s.–-]*(?:\\d{4})?\\))?';
/** `CMOF 2013`, `Accordo Quadro 2010`: the year of the form, and the rest of a name that a line's end has broken. */
const REST_OF_NAME = '(?:\\s+master\\s+agreement)?(?:\\s+(?:19|20)\\d\\d(?=\\s+\\p{L}))?';
const PRONOUN = '(?:us|you|uns|ihnen|nous|vous|nosotros|ustedes|noi|voi)';
/** With whom it was made: `between you and us`, `den wir mit Ihnen am`. */
const OF_BOTH = `(?:between|zwischen|entre|tra|fra|with|mit|avec|con)\\s+${PRONOUN}(?:\\s+(?:and|und|et|y|ed?)\\s+${PRONOUN})?|den\\s+wir(?:\\s+mit\\s+ihnen)?\\s+am|(?:geschlossen|abgeschlossen|unterzeichnet)\\w*\\s+am`;
const WORDS = `(?:${OF_BOTH}|dated|date|dd|dtd|as|of|the|from|made|signed|concluded|entered|into|on|between|us|both|parties|vom|geschlossen\\w*|abgeschlossen\\w*|unterzeichnet\\w*|du|conclue?|signée?|datée?|datato|sottoscritto|firmato|concluso|entre|les|las|partes|le|parti|tra|den|zwischen|parteien|en|la|del?|el|suscrito|firmado|fecha|con|il|stipulato|in|data)`;
/** What may stand between an agreement and its date. */
const BEFORE_A_DATE = new RegExp(`^${REST_OF_NAME}${EDITION}[\\s,(/“”"«»’–-]*(?:${WORDS}[\\s,./”"»–-]+)*$`, 'iu');
/** `between X N.V. and Y SA dated`, `zwischen X AG und Y GmbH vom`: the parties by their names, then a word that only a date has. */
const BETWEEN_NAMES = new RegExp(
  `^${REST_OF_NAME}${EDITION}[\\s,]*(?:(?:made|signed|concluded|entered into)\\s+)?(?:between|zwischen|entre|tra|fra)\\s[^;:]{3,60}?\\s(?:and|und|et|y|ed?)\\s[^;:]{3,60}?,?\\s(?:(?:dated|dtd|dd|and dated)(?:\\s+as\\s+of)?|vom|en date du|datato|in data|de fecha)[\\s.]+$`,
  'iu',
);
/** Names only: with a verb or another paper between, the date is of that. */
const SAYS_MORE =
  /\b(?:is|are|was|has|have|been|shall|will|transaction|trade|swap|confirmation|annex|schedule|amend\w*|supplement\w*|definitions|ist|hat|geschäft\w*|nachtrag|opération|avenant|operazione|operaci[oó]n)\b/iu;

/** Whether what stands between an agreement's name and a date makes it the agreement's. */
function leadsToDate(before: string): boolean {
  const whole = before.replace(/(?<=\p{Ll})-\s+(?=\p{Ll})/gu, '');
  return BEFORE_A_DATE.test(whole) || (BETWEEN_NAMES.test(whole) && !SAYS_MORE.test(whole));
}
const LONGEST_CLAUSE = 200;
const EACH_AGREEMENT = AGREEMENTS.map(
  ([pattern, name, words]) => [new RegExp(pattern.source, `g${pattern.flags}`), name, words] as const,
);

/** The framework agreements that a text names, in its order. */
export function documentationsIn(text: string, slashOrder: SlashOrder | undefined): Documentation[] {
  const taken: { from: number; to: number; name: string }[] = [];
  const lower = text.toLowerCase();
  for (const [pattern, name, words] of EACH_AGREEMENT) {
    if (!words.some((word) => lower.includes(word))) continue;
    for (const match of matchesOf(text, pattern)) {
      const [from, to] = [match.index, match.index + match[0].length];
      if (taken.some((other) => from < other.to && to > other.from)) continue;
      taken.push({ from, to, name });
    }
  }
  return taken
    .toSorted((a, b) => a.from - b.from)
    .filter(({ from }) => !OF_ANOTHER_PAPER.test(text.slice(Math.max(0, from - 60), from)))
    .map(({ from, to, name }) => {
      const clause = sentenceFrom(text.slice(to, to + LONGEST_CLAUSE));
      const { reading, before } = dateIn(clause, slashOrder);
      const law = lawIn(clause);
      return {
        agreement: name,
        ...(reading.kind === 'date' && leadsToDate(before) ? { date: reading.date } : {}),
        ...(law === undefined ? {} : { law }),
        literal: `${text.slice(from, to)}${clause}`.trim(),
      };
    });
}

/** The one law that a text names, or undefined where it names none or several. */
export function lawIn(text: string): string | undefined {
  const named = jurisdictionOfLaw(text);
  return named === undefined ? undefined : `${named} law`;
}

/** The text up to the end of its sentence: `14. März` and `dd. 3 May` end none. */
function sentenceFrom(text: string): string {
  const end = /(?<!\d)(?<!\b(?:No|Nr|dd|resp))\.\s+(?=\p{Lu})/u.exec(text);
  const year = /\b(?:19|20)\d\d\.\s+(?=\p{Lu})/u.exec(text);
  const ends = [end?.index, year && year.index + 4].filter((each) => each !== undefined && each !== null);
  return ends.length === 0 ? text : text.slice(0, Math.min(...ends));
}
