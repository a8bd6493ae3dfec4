import type { OtherTerm } from '@trade-matching/domain';
import { normaliseText } from './normalise-text.ts';

/** Of what a term speaks, by its label, and the words of which it can say but one. */
interface Choice {
  readonly label: RegExp;
  readonly words: readonly RegExp[];
  /** Which of the words nobody means who says nothing of the matter, by their places. */
  readonly unusual?: readonly number[];
}

const CHOICES: readonly Choice[] = [
  // How an obligation ranks (ISDA 2014 Credit Derivatives Definitions, Seniority Level).
  {
    label: /\b(?:senior|rank|subordinat|obligation|rang|prior|debt)/,
    words: [
      /(?<!\b(?:not|non|nicht|no) )\b(?:subordinat\w*|junior|nachrangig\w*|subordonne\w*|subordinad\w*)\b/,
      /\b(?:senior|unsubordinated|vorrangig\w*)\b|\b(?:not|non|nicht|no) (?:subord|nachrang)/,
    ],
    unusual: [0],
  },
  // Whether a period's end moves with its payment.
  {
    label: /\b(?:period|accrual|interest|calculation|zins|intere)|zeitraum/,
    words: [
      /\b(?:unadjusted|unadj|not adjusted|no adjustment|unangepasst|nicht angepasst|non ajuste\w*|no ajustad\w*|sin ajuste|non (?:aggiustat|rettificat)\w*)\b/,
      /(?<!not |nicht |non |no )\b(?:adjusted|adj|angepasst|ajuste\w*|ajustad\w*|aggiustat\w*|rettificat\w*)\b/,
    ],
  },
  // What is passed on of a dividend or an interest.
  {
    label: /\bdividend|\bdistribution|\bausschuttung/,
    words: [/\b(?:net|netto|nette?s?|net[oa]s?|nett[oi])\b/, /\b(?:gross|brutto|brute?s?|brut[oa]s?|lord[oi])\b/],
  },
  {
    label: /\bdividend|\bdistribution|\bausschuttung/,
    words: [
      /\b(?:reinvested|wiederangelegt|reinvesti\w*|reinverti\w*|capitali[sz]ed)\b/,
      /\b(?:paid out|passed (?:on|through)|pass through|ausgezahlt|verses?|distribu\w*|pagad\w*)\b/,
    ],
  },
  // When a rate is fixed.
  {
    label: /\b(?:fixing|reset|rate set|set in|zinsfestsetzung|fixation|fijacion|fissazione|determination)/,
    words: [
      /\b(?:in arrears?|end of (?:each|the)|last day|nachschussig|a terme echu|vencid[oa]|posticipat\w*)\b/,
      /\b(?:in advance|(?:start|beginning) of (?:each|the)|first day|vorschussig|d avance|anticipad[oa]|anticipat\w*)\b/,
    ],
  },
  // How a swaption's cash amount is found (ISDA 2021 Definitions, 18.2).
  {
    label: /\bsettlement|\bvaluation|\bcash|\babwicklung|\bbewertung|\breglement|\bliquid|\bregolament/,
    words: [
      /\bcollaterali[sz]ed cash price\b/,
      /\bpar yield curve(?! unadjusted)\b/,
      /\bpar yield curve unadjusted\b/,
      /\bzero coupon (?:yield|swap)\b/,
      /\bcross currency method\b/,
      /(?<!collaterali[sz]ed )\bcash price\b/,
      /\bmid market valuation\b/,
      /\breplacement value\b/,
    ],
  },
  // When a barrier is watched.
  {
    label: /\bobserv|\bmonitor|\bbeobacht|\bconstatation|\bosservazion/,
    words: [
      /\b(?:continuous\w*|at any time|laufend|jederzeit|kontinuierlich|continu\w*)\b/,
      /\b(?:at expir\w*|only at|bei verfall|a l echeance|al vencimiento|alla scadenza|europea\w*)\b/,
      /\b(?:daily|discrete|once a day|taglich|quotidien\w*|diari\w*|giornalier\w*)\b/,
    ],
    unusual: [1],
  },
  // Whether an option has to be exercised by somebody.
  {
    label: /\bexercis|\bausubung|\bexercice|\bejercicio|\besercizio/,
    words: [
      /\b(?:automatic\w*|automatisch\w*|automatique\w*|automatic[oa])\b/,
      /\b(?:manual\w*|by notice|on notice|upon notice|manuell|manuel\w*|notificacion|notifica)\b/,
    ],
  },
  // Which of a day's prices of a share counts.
  {
    label: /\b(?:final price|initial price|valuation|price|kurs|cours|precio|prezzo)\b/,
    words: [
      /\b(?:vwap|volume weighted)\b/,
      /\b(?:closing|close|schluss\w*|cloture|cierre|chiusura)\b/,
      /\b(?:opening|eroffnung\w*|ouverture|apertura)\b/,
    ],
    unusual: [0, 2],
  },
];

/**
 * Where two documents say contrary words of one matter, under whatever labels: senior and subordinated, adjusted and
 * unadjusted. A document that says several of them (of two legs) contradicts none that says one of these. What nobody means
 * by default is a difference though the other document is silent.
 */
export function contraryTerms(
  ours: readonly OtherTerm[],
  theirs: readonly OtherTerm[],
): (readonly [OtherTerm | undefined, OtherTerm | undefined])[] {
  const [namedOurs, namedTheirs] = [named(ours), named(theirs)];
  if (namedOurs.length + namedTheirs.length === 0) return [];
  return CHOICES.flatMap((choice) => {
    const [own, other] = [choose(choice, namedOurs), choose(choice, namedTheirs)];
    if (own.length > 0 && other.length > 0) {
      const areShared = own.some(({ said }) => other.some((each) => each.said === said));
      return areShared ? [] : [[own[0]?.term, other[0]?.term] as const];
    }
    const alone = [...own, ...other];
    const isUnusual = alone.length > 0 && alone.every(({ said }) => choice.unusual?.includes(said));
    return isUnusual ? [[own[0]?.term, other[0]?.term] as const] : [];
  });
}

interface Named {
  readonly term: OtherTerm;
  readonly name: string;
}

/** A term by its key and its own label: the key may be another term's name in English. */
function named(terms: readonly OtherTerm[]): Named[] {
  return terms
    .map((term) => ({ term, name: `${term.key} ${normaliseText(term.label)}` }))
    .filter(({ name }) => OF_A_CHOICE.test(name));
}
// Most terms are of no choice.
const OF_A_CHOICE = new RegExp(CHOICES.map(({ label }) => label.source).join('|'));

function choose({ label, words }: Choice, terms: readonly Named[]) {
  return terms
    .filter(({ name }) => label.test(name))
    .flatMap(({ term }) => {
      const text = normaliseText(term.literal);
      return words.flatMap((word, said) => (word.test(text) ? [{ term, said }] : []));
    });
}
