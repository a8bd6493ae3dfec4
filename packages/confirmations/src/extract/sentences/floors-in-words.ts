import type { Phrase } from '../products/definition.ts';
import * as read from '../values/readers.ts';

const INDEX = '(?:€?EURIBOR|SOFR|SONIA|SARON|€STR|NIBOR|STIBOR|CIBOR|BBSW|TONA?R?)';
const PER_CENT = '(-?\\d[\\d.,]*\\s*(?:%|per\\s?cent\\.?|prozent|v\\.\\s?h\\.|por ciento|pour cent|per cento))';
/** `one-half of one percent (0.50%)`: the figure in brackets says what the words do. */
const IN_WORDS = '(?:[\\p{L}-]+(?:\\s+[\\p{L}-]+){0,6}\\s+\\()?';
/** Nothing behind it: a condition, a day or a second limit makes it another term. */
const ENDS = "\\)?(?:\\s*(?:per annum|p\\.\\s?a\\.?|im Jahr|l[’']an|anual|annuo))?\\s*(?:[.;]|(?<=\\.))(?:\\s|$)";
/** Nothing before it but what leads in. */
const BEGINS =
  '(?:^|[.;:]\\s+(?:\\d{1,2}\\.\\s+)?(?:Floor\\.\\s+)?(?:For this purpose,?\\s+|(?:It is agreed|Provided) that\\s+|Hierbei\\s+|À cet effet,?\\s+)?)';

const sentence = (words: string): RegExp => new RegExp(`${BEGINS}${words}${ENDS}`, 'iu');

/**
 * The least rate of a floating leg, said as one whole sentence in the five languages that are read: `The floating rate shall at no
 * time be less than one-half of one percent (0.50%) per annum.` A sentence that says when, or for how long, is none.
 */
export const FLOORS_IN_WORDS: readonly Phrase[] = [
  `(?:the )?(?:floating (?:interest )?rate|${INDEX})\\s+(?:shall|will|may|can)\\s+(?:not|never|at no time|in no event)\\s+be\\s+(?:less|lower) than\\s+${IN_WORDS}${PER_CENT}`,
  `(?:der )?(?:variable (?:zins)?satz|${INDEX})\\s+(?:beträgt\\s+mindestens|(?:beträgt|darf|ist)\\s+(?:nie|niemals|nicht|zu keiner zeit)\\s+(?:weniger als|kleiner als|niedriger als|unter))\\s+${PER_CENT}(?:\\s+(?:sein|betragen|liegen))?`,
  `(?:le |l[’'])?(?:taux variable|${INDEX})\\s+ne\\s+(?:peut|pourra|saurait|sera)\\s+(?:en aucun cas\\s+|jamais\\s+)?(?:pas\\s+)?(?:être\\s+)?inférieur à\\s+${PER_CENT}`,
  `(?:el )?(?:tipo variable|${INDEX})\\s+(?:no|nunca|en ningún caso)\\s+(?:podrá ser|puede ser|será)\\s+(?:inferior|menor)\\s+(?:al?|del?|que(?: el)?)\\s+${PER_CENT}`,
  `(?:il |l[’'])?(?:tasso variabile|${INDEX})\\s+non\\s+(?:potrà|può|sarà)\\s+(?:mai\\s+|in nessun caso\\s+)?(?:essere\\s+)?(?:mai\\s+)?inferiore\\s+(?:al?l?[oa]?|del?)\\s+${PER_CENT}`,
].map((words) => ({ pattern: sentence(words), gives: 'floor_rate', read: read.percent('floor_rate') }));
