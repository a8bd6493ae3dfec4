import type { DocumentKind } from '@trade-matching/domain';
import { lineText, type PositionedText } from '../read/positioned-text.ts';
import { normaliseLabel } from './labels.ts';
import type { Entry } from './layout/entry.ts';
import { proseOf } from './layout/prose.ts';

/** Lines of the first page in which a document says what it is. */
const TITLE_LINES = 12;
const LONGEST_TITLE = 100;

/** Fields in which a document says what it is: `Status: CANCELLED`. */
const KIND_LABEL =
  /^(?:(?:document|confirmation|trade|transaction|deal|message|event) )?(?:status|type|function|action|event)$|^(?:message function|function of message|type of (?:operation|event))$/;
const CANCELLED_VALUE =
  /^(?:full )?(?:canc|cancel|cancell?ed|cancell?ation|terminated|(?:full )?termination)(?: (?:trade|notice))?$/;
const AMENDED_VALUE = /^(?:amend|amnd|amended|amendment|corrected|correction|revised|replacement)$/;

/** Words of which each title below has one. */
const NO_NEW_TRADE = /cancel|terminat|amend|corrected|revised|storn|annul|anul/;

/** Titles, as `normaliseLabel` writes them. `Cancellable`, `Early Termination` and `Cancellation Date` are none. */
const CANCELLATION_TITLES: readonly RegExp[] = [
  /^(?:\w+ ){0,6}cancell?(?:ation|ed)(?: (?:notice|advice|confirmation))?$/,
  /\b(?:notice|confirmation|advice) of (?:full |early )?(?:cancell?ation|termination)\b/,
  /^(?:\w+ ){0,6}(?:full |trade |transaction |swap |deal )?termination (?:notice|advice|confirmation)$/,
  /^(?:subject |re )?(?:full )?(?:cancell?ation|termination) of (?:the |our |your |this )?(?:\w+ ){0,4}(?:trade|transaction|deal|confirmation|swap|forward|option)\b/,
];
/** What calls a trade off in German, French, Spanish and Italian: `Storno`, `Annulation de l'opération`, `Operación anulada`. */
const CANCELLED_ABROAD =
  /^(?:storno|stornierung|annulation|anulaci[oó]n|cancelaci[oó]n|annullamento)(?: (?:der|des|einer|von|d|de|del|de la|du|dell|della|di)\b.*)?$|^(?:\S+ ){0,5}(?:storniert|annul[eé]e?|anulad[oa]|cancelad[oa]|annullat[oa])$/;
const NO_CANCELLATION =
  /\b(?:optional|no|not|non|nicht|keine?|sin|senza|sans|si|falls|wenn|mutual|if|right|rights|may|subject|until|unless|before|after|partial|without|upon)\b/;
const REPLACEMENT = /\bcancel(?:s|led|ed)?(?: and)? (?:replace|correct|rebook|supersed)/;
const AMENDMENT_TITLE =
  /^(?:\w+ ){0,3}(?:amendment|amended|corrected|revised)(?: and restated)?(?: (?:trade|transaction|swap|deal))?(?: (?:confirmation|notice|advice))?$/;

/** Field 22A of SWIFT's confirmations (MT 300 to 399): what the message does. */
const SWIFT_CANCELS = /^:?22A\b.*\bCANC\s*$/;

/** A sentence of its own that calls the trade off. A condition begins otherwise, also where a line goes on with it. */
const CANCELLATION_SENTENCE =
  /(?:^|[.:!]\s+)(?:this|the above(?:[- ]mentioned)?|the following) (?:confirmation|transaction|trade|deal) (?:is|has been|was)(?: hereby| now)?(?: fully)? (?:cancell?ed|terminated)(?! and (?:replaced|superseded))/i;
/** Each such sentence has one of these words: one look over the whole for them before one at each line. */
const CALLS_OFF = /cancel|terminated/i;
const BEGINS_A_SENTENCE = /^[^a-z]/;

/** Whether a document confirms, amends or calls off its trade: by its title, its status field, or one plain sentence. */
export function documentKind(text: PositionedText, entries: readonly Entry[]): DocumentKind {
  const titles = titlesOf(text)
    .map(normaliseLabel)
    .filter((title) => NO_NEW_TRADE.test(title));
  const values = entries
    .filter(({ label }) => KIND_LABEL.test(normaliseLabel(label)))
    .map(({ value }) => normaliseLabel(value));
  // What it cancels and replaces lives on in it.
  if (titles.some((title) => REPLACEMENT.test(title)) || values.some((value) => REPLACEMENT.test(value))) {
    return 'AMENDMENT';
  }
  const cancelled =
    titles.some(
      (title) =>
        !NO_CANCELLATION.test(title) &&
        [...CANCELLATION_TITLES, CANCELLED_ABROAD].some((pattern) => pattern.test(title)),
    ) ||
    values.some((value) => CANCELLED_VALUE.test(value)) ||
    text.lines.some((line) => SWIFT_CANCELS.test(lineText(line))) ||
    (CALLS_OFF.test(proseOf(text)) &&
      text.lines.some((line) => {
        const words = lineText(line);
        return CALLS_OFF.test(words) && BEGINS_A_SENTENCE.test(words) && CANCELLATION_SENTENCE.test(words);
      }));
  if (cancelled) return 'CANCELLATION';
  const amended =
    titles.some((title) => AMENDMENT_TITLE.test(title)) || values.some((value) => AMENDED_VALUE.test(value));
  return amended ? 'AMENDMENT' : 'NEW';
}

/** Lines that stand alone: a row of a table, `Cancellation  Not applicable`, is no title. */
function titlesOf({ lines }: PositionedText): string[] {
  const alone = lines.filter(({ page, segments }) => page === 1 && segments.length === 1);
  const above = new Set(lines.slice(0, TITLE_LINES));
  return alone.flatMap((line) => {
    const [{ text = '' } = {}] = line.segments;
    // A stamp across the page stands anywhere.
    if (/^CANCELL?ED$/.test(text)) return [text];
    if (!above.has(line) || text.length > LONGEST_TITLE) return [];
    return text.split(/\s[-–—|]\s|:\s/);
  });
}
