import { currencyIn } from '../values/currencies.ts';
import { readFrequency } from '../values/terms.ts';

/** Words that make a term economic whatever its value looks like (R2). FpML element names and ISDA's definitions. */
const ECONOMIC_WORDS =
  /^(?:monitoring|observation)(?: period| window)?$|\b(?:barrier|knock|trigger|rebate|cap|floor|collar|early termination|optional termination|optional early|amorti[sz]\w*|accret\w*|averag\w*|break|cut off|cutoff|upfront|up front|initial payment|restructuring|step|stub|compounding|multiplier|leverage|digital|payout|discount\w*|attachment|detachment|extension|extendible|cancell?able|callable|put table|event period|direction|series|premium|strike|notional|number share|spread|margin|mark to market|soulte|vorzeitig\w*|kundigung\w*|resiliation anticipee|(?:cancelacion|rescision|terminacion) anticipada|estinzione anticipata|recesso anticipato|barriere|barriera|barrera|payment delay|recovery|participation|ratio|pay ?off|share class|conversion|exercise date|tranche|weighting|gearing|lookback|observation shift|rate cut|mtm|give up)\b/;
/** An amount of money, where the three letters are a currency: `RCS 309 551 842` is a register's number. */
const MONEY = /(?:\b[A-Z]{3}|US\$|[$€£¥])\s?\d[\d.,'’ ]*|\d[\d.,'’]*\s?(?:[A-Z]{3}\b)/g;
const SHAPES: readonly RegExp[] = [
  /\d\s?(?:%|per\s?cent|bps?\b|basis points?)/i,
  /\b\d{1,2}[\s./-](?:\d{1,2}|[A-Za-z]{3,9})[\s./,-]+\d{2,4}\b|\b\d{4}-\d{2}-\d{2}\b|\b[A-Z][a-z]{2,8} \d{1,2}, \d{4}\b/,
  /\b\d{1,3}(?:[.,'’]\d{3})+(?:[.,]\d+)?\b|\b\d+\.\d{2,}\b/,
  /\b\d[\d.,]*\s?(?:bbl|barrels?|mt|tonnes?|mmbtu|mwh|oz|ounces?|shares?|units?|contracts?|lots?)\b/i,
];

/** How a price is found: economic under any label. */
const WORDS_OF_A_TERM =
  /\b(?:first|second|third|fourth|last) (?:mon|tues|wednes|thurs|fri)day of\b|\barithmeti\w*|\bdurchschnitt|\bmoyenne (?:arithmétique|pondérée|non pondérée)|\bmedia (?:aritm|ponderad|semplice)|\bpromedio\b|\b(?:un)?weighted (?:mean|average|avg)\b|\bgeometric\b|\b(?:on|of|for) (?:the|its) (?:last|first) (?:pricing|fixing|calculation|determination) (?:day|date)\b/i;

/** How often something is paid, in a word: `Periodicità di pagamento: trimestrale`. */
export const isFrequency = (label: string, literal: string): boolean =>
  OF_PAYMENTS.test(label) && ONE_FREQUENCY.test(literal) && readFrequency(literal) !== undefined;
const OF_PAYMENTS = /\b(?:pay|paie|paga|zahl|zins|settle|liquid|interest|coupon|periodi|freq|frec)/;
const ONE_FREQUENCY = /^[\p{L}-]{6,20}(?: in (?:arrears?|advance))?\.?$/u;

/**
 * A value that forms leave out at its usual one, and that is another. A rate is reset on the first day of a period; a credit
 * default swap that cannot be settled by auction is settled by delivery (ISDA 2014 Credit Derivatives Definitions, “Fallback Settlement Method”).
 */
export const isUnusual = (label: string, literal: string): boolean =>
  (/\breset\b/.test(label) && /\b(?:second|third|fourth|fifth|tenth|\d+(?:nd|rd|th)) (?:\w+ )?day\b/i.test(literal)) ||
  // Periods end on the days to which payments are moved, unless a paper says otherwise (ISDA 2021 Definitions, “Period End Date”).
  (/\b(?:accrual|accr|period|calculation|interest)\b/.test(label) &&
    /^(?:un-?adj(?:usted|\.)?|not? adjust(?:ed|ment))$/i.test(literal.trim())) ||
  // EMTA's templates put a fixing off by 14 or 30 calendar days at most, by the currency.
  (/\b(?:deferral period|maximum days? (?:of )?postponement)\b/.test(label) &&
    /\d/.test(literal) &&
    !/^(?:14|30)(?!\d)/.test(literal.trim())) ||
  (label === 'fallback settlement method' && !/^physical\b/i.test(literal.trim()));

export const hasEconomicWords = (label: string): boolean => ECONOMIC_WORDS.test(label);

/** `unweighted arithmetic mean of the settlement prices`: a term beside whatever else its cell says. */
export const isWayToFindAPrice = (literal: string): boolean => WORDS_OF_A_TERM.test(literal);

/** Whether a value is a term's by its words, without a figure: `the arithmetic average of …`. */
export const hasWordsOfATerm = (literal: string): boolean =>
  WORDS_OF_A_TERM.test(literal) || TERM_OF_A_SENTENCE.test(literal);

/** Whether the cell of a paper, `ISDA 2002 Master Agreement; cross default USD 10m`, says a term besides. Collateral is none of the trade. */
export const saysATermOfTheTrade = (literal: string): boolean =>
  !/\b(?:csa|credit support|collateral|threshold|minimum transfer)\b/i.test(literal) &&
  (hasWordsOfATerm(literal) || /\b(?:early|optional) termination\b|\bbreak\b/i.test(literal) || isMoney(literal));

const isMoney = (literal: string): boolean =>
  (literal.match(MONEY) ?? []).some((amount) => currencyIn(amount) !== undefined);

/** Whether a term counts: by the words of its label, or by the shape of its value. */
export function isEconomic(label: string, literal: string): boolean {
  return (
    ECONOMIC_WORDS.test(label) ||
    hasWordsOfATerm(literal) ||
    isMoney(literal) ||
    SHAPES.some((shape) => shape.test(literal)) ||
    isFrequency(label, literal)
  );
}

/** What makes a sentence a term by itself: what it grants or takes, not that it speaks of the trade. */
export const TERM_OF_A_SENTENCE =
  /\b(?:offset|set[- ]?off|netted|balanced) (?:against|with)\b[^.;]{0,60}\d{3}|\bbarrier\b|\bknock(?:ed)?[\s-]?(?:in|out)\b|\b(?:right|option|entitled) to (?:terminate|cancel|extend|increase)|\bmay (?:terminate|cancel|extend|break)|\bbreak (?:clause|date|option|right)|\bbreak the (?:swap|trade|transaction|deal)\b|\b(?:kündigungsrecht|kündigen|résilier|rescindir|recedere)\b|\bearly termination (?:date|option|right|amount)|\bmandatory (?:break|termination)|\bamortis|\bamortiz|\b(?:cap|floor) (?:rate|of|at)\b|\bfloored at\b|\bcapped at\b|\bup-?front\b|\bexchange of (?:principal|notional)|\brebate\b|\bcut-?off\b|\bstep(?:s|ped)?[\s-](?:up|down)\b|\bcompensation of\b|\bbecomes? due\b|\bceases? (?:to exist|to apply|once|if|when|as soon)\b|\bterminates? automatically\b|\bautomatic(?:ally)? terminat|\b(?:less than|below|lower than) zero\b|\bdeemed to be zero\b|\bprincipal amounts? (?:shall|will) be exchanged\b|\bdraw(?:n|s)? (?:\w+ ){0,3}down\b|\blook-?back\b|\bobservation shift\b|\berlischt\b|\bvorzeitige?[nrs]? (?:kündigung|beendigung|rückzahlung)|\bunter null\b|\binférieure?s? à zéro\b|\bs['’]éteint\b|\brésiliation anticipée\b|\bsoulte\b|\b(?:cancelación|rescisión|terminación) anticipada\b|\b(?:fuera|sea|es) negativo\b|\bse extingue\b|\brecesso anticipato\b|\bestinzione anticipata\b|\binferiore a zero\b|\bsi estingue\b/i;
