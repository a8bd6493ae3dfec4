import { hasDoubtfulDayCount } from '../values/day-counts.ts';
import { amountIn, readPercent } from '../values/numbers.ts';
import type { ReadingContext } from '../values/readers.ts';
import { readDayCount, readFrequency, readTenor } from '../values/terms.ts';
import { ISDA_INDEX, PLUS, readSpreadAfterIndex, splitIndex } from './leg-sentence.ts';

/** What a clause has said of its leg so far, each value as the trade writes it. */
export interface DraftOfLeg {
  kind?: 'fixed' | 'floating' | 'equity';
  fixed_rate?: string;
  index?: string;
  designated_maturity?: string;
  spread_bps?: string;
  day_count?: string;
  payment_frequency?: string;
  currency?: string;
  notional?: string;
}

/** Reads a phrase at the beginning of a text: how many of its characters it took, or undefined where it is another phrase. */
export type ReadPhrase = (text: string, draft: DraftOfLeg, context: ReadingContext) => number | undefined;

/** Takes a value that the clause has not said yet, or says again. */
function take<T extends keyof DraftOfLeg>(draft: DraftOfLeg, term: T, value: DraftOfLeg[T] | undefined): boolean {
  if (value === undefined || (draft[term] !== undefined && draft[term] !== value)) return false;
  draft[term] = value;
  return true;
}

const at = (pattern: string) => new RegExp(`^(?:${pattern})(?![\\p{L}\\d])`, 'iu');

const PERCENT = '(\\d[\\d.,]*\\s*(?:%|per\\s?cent\\.?|percent|por ciento|per cento|pour cent|prozent|v\\.\\s?h\\.))';
const A_YEAR =
  "(?:\\s*(?:per annum|p\\.\\s?a\\.?|(?:a|per|each) year|anual(?:es)?|annu[oia]|annuel|par an|l['’]an|im jahr|all['’]anno|al año))?";
const ARTICLE = "(?:an?|the|une?|le|la|el|il|lo|einen?|einem|den|dem|das|l['’])?\\s*";
const BY_A_RATE = '(?:(?:interest )?at|at|zum|zu|mit|au|à|al|a|ad)?\\s*';
const FIXED_RATE = at(
  `${BY_A_RATE}${ARTICLE}(?:(?:annual )?fixed (?:interest )?(?:annual )?rate(?: of interest)?|festsatz|festzins(?:satz)?|feste[nr]? zins(?:satz)?|taux (?:d['’]intérêt )?fixe(?: annuel)?|tipo (?:de interés )?fijo(?: anual)?|tasso (?:d['’]interesse |di interesse )?fisso(?: annuo)?)(?:\\s+(?:of|equal to|von|in höhe von|de|del|égal à|igual al?|di|dello|pari ad?l?))?\\s+${PERCENT}${A_YEAR}`,
);
/** `6,1 % fest`, `3.95 per cent. fixed`. */
const RATE_CALLED_FIXED = new RegExp(`^(?:at )?${PERCENT}${A_YEAR}\\s+(?:fixed|fest|fixe|fijo|fisso)(?!\\p{L})`, 'iu');

const A_FLOATING_RATE = at(
  `${BY_A_RATE}${ARTICLE}(?:(?:floating|variable)(?: interest)? rate(?: of interest)?|variable[nr]? zins(?:satz)?|taux (?:d['’]intérêt )?(?:variable|flottant)|tipo (?:de interés )?variable|tasso (?:d['’]interesse |di interesse )?variabile)(?:\\s+(?:of|equal to|being|which is|von|in höhe (?:des|von)|de|égal à (?:l['’])?|igual al?|di|pari al(?:l['’])?))?`,
);

const COUNT = '(?:\\d{1,2}|one|three|six|twelve|drei|sechs|zwölf|trois|six|douze|tres|seis|doce|tre|sei|dodici)';
const TENOR = `${COUNT}(?:[\\s-]?[MY]|[\\s-](?:months?|monate?n?|monats|mois|meses|mesi))`;
const NAME = `(?:(?:daily\\s+)?compounded\\s+)?(?:EURIBOR|SOFR|SONIA|€STR|ESTR|SARON|TONAR?|NIBOR|STIBOR|CIBOR|WIBOR|PRIBOR|BUBOR|BBSW|HIBOR)(?:\\s+compounded(?:\\s+daily)?(?:\\s+in arrears?)?)?`;
const INDEX = new RegExp(
  `^(?:the |l['’]|der |dem |el |il )?((?:${TENOR}[\\s-])?(?:${ISDA_INDEX.source.replace('\\b', '')}|${NAME})(?:\\s+(?:(?:with an? (?:designated )?(?:maturity|tenor) of|for|für|a|à|auf|di)\\s+)?${TENOR})?)(?![\\p{L}\\d-])`,
  'iu',
);
const FLAT =
  /^(?:flat|(?:with )?(?:no|zero|nil) (?:spread|margin)|without (?:an?y? )?(?:spread|margin)|ohne (?:marge|aufschlag|zu- oder abschlag)|sans marge|sin (?:margen|diferencial)|senza (?:spread|margine|maggiorazione))(?!\p{L})/iu;
const BEHIND_A_SPREAD = new RegExp(`^\\.?${A_YEAR}`, 'iu');

const ARREARS =
  '(?:\\s+(?:in arrears?|nachträglich|nachschüssig|à terme échu|vencid[oa]s?|posticipat(?:a|amente|i)|in via posticipata))?';
const OFTEN = at(
  `(?:(?:and|und|et|y|e|is|are|payable|paid|zahlbar|payables?|pagader[oa]s?|pagabil[ei])\\s+)*(?:annually|yearly|semi-?annually|half-?yearly|quarterly|monthly|every (?:three|six|twelve|3|6|12) months|(?:every|each) (?:month|quarter|year|half-?year)|(?:viertel|halb)?jährlich|monatlich|(?:tri|se)mestriellement|annuellement|mensuellement|tous les (?:trois|six) mois|(?:tri|se)mestralmente|anualmente|mensualmente|cada (?:tres|seis) meses|annualmente|mensilmente|ogni (?:tre|sei) mesi)${ARREARS}`,
);

const DAYS =
  '(?:act(?:ual)?|30e?|a|real(?:es)?|exact|exakt|eff\\.?|effettivi)\\s*\\/\\s*(?:36[05]|act(?:ual)?)(?:\\s*[.(]?\\s*(?:fixed|icma|isda)\\)?)?';
const DAY_COUNT = new RegExp(
  `^(?:(?:and|und|computed|calculated|reckoned|accruing|berechnet|calculés?|calculad[oa]s?|calcolat[oi]|on|auf|nach|sur|sobre|su|con|mit|in|en|an?|the|une?|la|le|una|der|einer|base|basis|de)\\s+)*(?:the actual number of days over 36[05]|${DAYS})(?:\\s*[- ](?:basis|basis\\.))?(?![\\p{L}\\d/])`,
  'iu',
);

const MONEY = "((?:[A-Z]{3}|US\\$|[€£$])\\s?\\d[\\d.,'’]*\\d|\\d[\\d.,'’]*\\d\\s?(?:[A-Z]{3}\\b|€|euros?\\b))";
const OF_AN_AMOUNT =
  '(?:(?:notional|principal)(?: (?:amount|sum))?|(?:nominal|nenn|bezugs)betrag|(?:montant )?(?:notionnel|nominal)|(?:importe )?(?:nominal|nocional)|(?:importo )?(?:nozionale|nominale))';
const ON = "(?:(?:and )?on|auf|sur|sobre|su(?:l(?:l['’])?)?)\\s*";
const ON_MONEY = new RegExp(`^${ON}${ARTICLE}(?:${OF_AN_AMOUNT}\\s+(?:of|von|de|di)\\s+)?${MONEY}`, 'iu');
const ON_THE_NOTIONAL = at(`${ON}${ARTICLE}${OF_AN_AMOUNT}`);

/** `reset at the beginning of each six-month period`: where the period is the index's own, as every such rate is set. */
const RESETS = at(
  `(?:and )?(?:which is )?(?:re)?set (?:at the (?:beginning|start) of|for|on the first day of) (?:each|every) (?:(${TENOR})[\\s-])?(?:interest |calculation )?period`,
);
const INTEREST = at('(?:an? amount equal to|interest|zinsen|des intérêts|les intérêts|intereses|(?:gli )?interessi)');
const RETURN = at('(?:the )?(?:total return|price return) (?:on|of) (?:the )?(?:shares?|index|underlying|equity)');

const matching =
  (
    pattern: RegExp,
    takes: (match: RegExpExecArray, draft: DraftOfLeg, context: ReadingContext) => boolean,
  ): ReadPhrase =>
  (text, draft, context) => {
    const match = pattern.exec(text);
    return match && match[0] !== '' && takes(match, draft, context) ? match[0].length : undefined;
  };

const fixedRate = ([, rate = '']: RegExpExecArray, draft: DraftOfLeg): boolean =>
  take(draft, 'kind', 'fixed') && take(draft, 'fixed_rate', readPercent(rate));

/** `plus 0.385 per cent. per annum`. */
const spread: ReadPhrase = (text, draft) => {
  const match = PLUS.exec(` ${text}`);
  if (match?.index !== 0 || draft.kind !== 'floating') return undefined;
  const behind = text.slice(match[0].length - 1);
  if (!take(draft, 'spread_bps', readSpreadAfterIndex(match[0]))) return undefined;
  return match[0].length - 1 + (BEHIND_A_SPREAD.exec(behind)?.[0].length ?? 0);
};

/**
 * What may stand in a clause that says what a party pays, in five languages: each phrase is read, or it is none of these and
 * the clause is not understood.
 */
export const PHRASES_OF_LEGS: readonly ReadPhrase[] = [
  matching(FIXED_RATE, fixedRate),
  matching(RATE_CALLED_FIXED, fixedRate),
  matching(A_FLOATING_RATE, (_, draft) => take(draft, 'kind', 'floating')),
  matching(INDEX, ([, literal = ''], draft) => {
    const { index, tenor, spread: own } = splitIndex(literal);
    if (own !== undefined || !take(draft, 'kind', 'floating') || !take(draft, 'index', index)) return false;
    return tenor === undefined || take(draft, 'designated_maturity', tenor);
  }),
  matching(FLAT, (_, draft) => draft.kind === 'floating' && take(draft, 'spread_bps', '0')),
  spread,
  matching(RETURN, (_, draft) => take(draft, 'kind', 'equity')),
  matching(OFTEN, ([literal], draft) => take(draft, 'payment_frequency', readFrequency(literal))),
  matching(
    DAY_COUNT,
    ([literal], draft) => !hasDoubtfulDayCount(literal) && take(draft, 'day_count', readDayCount(literal)),
  ),
  matching(ON_MONEY, ([, literal = ''], draft, { decimalMark }) => {
    const amount = amountIn(literal, decimalMark);
    return amount !== undefined && take(draft, 'currency', amount.currency) && take(draft, 'notional', amount.amount);
  }),
  matching(ON_THE_NOTIONAL, () => true),
  matching(RESETS, ([, period], draft) => {
    if (draft.designated_maturity === undefined) return false;
    return period === undefined || readTenor(period) === draft.designated_maturity;
  }),
  matching(INTEREST, () => true),
];
