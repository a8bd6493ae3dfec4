import type { Phrase } from '../products/definition.ts';
import * as read from '../values/readers.ts';

const AGENT =
  '(?:[Cc]alculation [Aa]gent|[Bb]erechnungsstelle|[Aa]gent de calcul|[Aa]gente (?:de cálculo|di calcolo|per il calcolo))';
const ARTICLE = "(?:[Tt]he |[Dd]ie |[Dd]er |[Ll]a |[Ll]e |[Ee]l |[Ii]l |[Ll]['’])?";
/** Who it is: one party, and no condition. */
const PARTY = `(?![^.;:]{0,80}\\b(?:and|or|und|oder|et|ou|y|ed?|jointly|unless|if|or its|salvo|sauf|sofern)\\b)(${ARTICLE}(?:\\p{Lu}[^.;:()\\d]{1,50}|you|us|we|wir|vous|nous|ustedes|nosotros|voi|noi)(?:\\.\\p{L}\\b)*)(?=[.;,(]|\\s*$|\\s\\d)`;
const IS = '(?:is|shall be|will be|ist|est|sera|es|será|è|sarà)';

const phrase = (pattern: string): Phrase => ({
  pattern: new RegExp(pattern, 'u'),
  gives: 'calculation_agent',
  read: read.party('calculation_agent'),
});

/** The calculation agent where its name stands behind what it is: after a verb, or after a heading's full stop or colon. */
export const CALCULATION_AGENT: readonly Phrase[] = [
  // `Calculation agent is the Bank.`, `Berechnungsstelle ist die Bank.`
  phrase(`(?<!\\p{Ll} )${ARTICLE}${AGENT} ${IS} ${PARTY}`),
  // `5.2 Calculation Agent. The Bank`, `Calculation agent: Harbour Bank plc.`
  phrase(`${AGENT}\\s?[.:] ${PARTY}`),
  // `Actúa como agente de cálculo el Banco.`, `Als Berechnungsstelle handelt die Bank.`
  phrase(`(?:[Aa]ctúa como|[Aa]ctuará como|[Ff]unge da|[Aa]gisce come) ${ARTICLE}${AGENT} ${PARTY}`),
  phrase(
    `(?:[Aa]ls ${AGENT} (?:handelt|fungiert)|[Bb]erechnungen (?:nimmt|führt)) ${PARTY.replace('(?=[.;,(]', '(?=[.;,(]|\\s(?:vor|durch)\\b')}`,
  ),
];
