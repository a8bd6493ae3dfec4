import type { Phrase } from '../products/definition.ts';
import * as read from '../values/readers.ts';

const AGENT =
  '(?:[Cc]alculation [Aa]gent|[Bb]erechnungsstelle|[Aa]gent de calcul|[Aa]gente (?:de cálculo|di calcolo|per il calcolo))';
const ARTICLE = "(?:[Tt]he |[Dd]ie |[Dd]er |[Ll]a |[Ll]e |[Ee]l |[Ii]l |[Ll]['’])?";
/** Before it: a case, or another's clause; an article, which is its own. A heading may stand there. */
const NOT_BEHIND =
  "(?<!(?:\\b(?:[Ii]f|[Ww]here|[Ww]hen|[Ww]henever|[Uu]nless|[Uu]ntil|[Ww]hether|[Ww]hile|[Ww]ho|as|long as|case|that|than|extent|by|of|to|for|with|from|and|or|[Tt]he|[Ww]enn|[Ff]alls|[Ss]ofern|[Ss]olange|dass|[Dd]ie|[Dd]er|[Ss]i|que|[Ll]a|[Ll]e|[Ee]l|[Ii]l|[Ss]e|che) |[Ll]['’]))";
/** What says that somebody else may be it too, or in another case. */
const MAY_BE_ANOTHER =
  'or|unless|if|failing|except|until|jointly|together|provided|subject|where|when|so long|as long|oder|sofern|falls|solange|wenn|ou|sauf|salvo|o|a menos|à moins|a meno';
/** `; in default, the Client`: the case stands behind the sentence's stop. */
const ANOTHER_BEHIND =
  '[^.;:]{0,80};\\s(?:in|on|upon|after|failing|if|unless|where|when|but|except|save|otherwise|bei|en cas|en caso|in caso)\\b';
/** Who it is: one party, and no condition. */
const PARTY = `(?!${ANOTHER_BEHIND})(?![^.;:]{0,80}\\b(?:and|und|et|y|ed?|${MAY_BE_ANOTHER})\\b)(${ARTICLE}(?:\\p{Lu}[^.;:()\\d]{1,50}|you|us|we|wir|vous|nous|ustedes|nosotros|voi|noi)(?:\\.\\p{L}\\b)*)(?=[.;,(]|\\s*$|\\s\\d)`;
const IS = '(?:is|shall be|will be|ist|est|sera|es|será|è|sarà)';

/** `The Bank is calculation agent` goes on with nothing that names another or a case. */
export const AND_NO_OTHER = `(?!,?\\s(?:\\(?(?:hereunder|for (?:this|the) \\p{L}+),?\\s)?(?:${MAY_BE_ANOTHER})\\b)(?!;\\s(?:in|on|upon|after|failing|if|unless|where|when|but|except|save|otherwise)\\b)`;

const phrase = (pattern: string): Phrase => ({
  pattern: new RegExp(pattern, 'u'),
  gives: 'calculation_agent',
  read: read.party('calculation_agent'),
});

/** The calculation agent where its name stands behind what it is: after a verb, or after a heading's full stop or colon. */
export const CALCULATION_AGENT: readonly Phrase[] = [
  // `Calculation agent is the Bank.`, `Berechnungsstelle ist die Bank.`
  phrase(`${NOT_BEHIND}${ARTICLE}${AGENT} ${IS} ${PARTY}`),
  // `5.2 Calculation Agent. The Bank`, `Calculation agent: Harbour Bank plc.`
  phrase(`${AGENT}\\s?[.:] ${PARTY}`),
  // `Actúa como agente de cálculo el Banco.`, `Als Berechnungsstelle handelt die Bank.`
  phrase(`(?:[Aa]ctúa como|[Aa]ctuará como|[Ff]unge da|[Aa]gisce come) ${ARTICLE}${AGENT} ${PARTY}`),
  phrase(
    `(?:[Aa]ls ${AGENT} (?:handelt|fungiert)|[Bb]erechnungen (?:nimmt|führt)) ${PARTY.replace('(?=[.;,(]', '(?=[.;,(]|\\s(?:vor|durch)\\b')}`,
  ),
];
