import { FIELD_KINDS, type FieldKind, type TradeField } from '@trade-matching/domain';
import { hasDoubtfulDayCount } from './day-counts.ts';
import { hasDoubtfulFrequency } from './frequencies.ts';
import { holdsSeveral, saysNotOr } from './not-or.ts';
import { hasDoubtfulSign, saysMoreBehind } from './numbers.ts';

/**
 * What a cell says besides the word that gives its value, and that makes it another one (R4): that it is not meant, that
 * there is a choice, or a second value. What is not understood is left unread, and a person looks.
 */
type Doubt = (text: string) => boolean;

const TIME_OF_A_PLACE = /\b(?:central|eastern|western) europ\w*/gi;
const severalStyles = holdsSeveral([
  [/europ(?:ean|[äa]isch|[ée]en|e[ao])\w*/gi, 'EUROPEAN'],
  [/ameri[ck]an\w*|am[ée]ricain\w*/gi, 'AMERICAN'],
  [/bermuda\w*/gi, 'BERMUDA'],
]);
const severalWaysToSettle = holdsSeveral([
  [
    /non[\s-]*deliver\w*|cash|barausgleich|differenzausgleich|esp[èe]ces|num[ée]raire|efectivo|contanti|diferencias/gi,
    'CASH',
  ],
  [/(?:sin|ohne|sans|senza|no|without) (?:physical )?(?:delivery|entrega|lieferung|livraison|consegna)/gi, 'CASH'],
  [/physical\w*|deliver\w*|lieferung|livraison|entrega|consegna|physique|f[íi]sic[ao]|physisch\w*/gi, 'PHYSICAL'],
]);
const severalSwaptions = holdsSeveral([
  [/\bpayer/gi, 'PAYER'],
  [/\breceiver/gi, 'RECEIVER'],
  [/\bstraddle|\bstrangle|\bcollar/gi, 'both'],
]);
const severalConventions = holdsSeveral([
  [
    /\bmod(?:ified|\.)?\s*-?\s*fol\w*|\bfollowing\s+modif\w*|modifizierte\S*\s+folge\S*|(?:folgend\S*|suivant\S*|siguiente|successiv[oa]|seguente)\s+(?:\S+\s+){0,3}?modif\S*|modifi\S*\s*(?:folgend|suivant|siguiente|successiv|following)\S*|\bmf(?:bdc?)?\b|\bmod\.?\s*f\b/gi,
    'MODIFIED_FOLLOWING',
  ],
  [/\bmod(?:ified|\.)?\s*-?\s*prec\w*|\bmp\b/gi, 'MODIFIED_PRECEDING'],
  [/\b(?:immediately |next )?(?:following|preceding) (?:calendar )?(?:business day(?! conv)|month|day)/gi, 'words'],
  [/\bfollowing\b|\bfol\b|\bfoll\b/gi, 'FOLLOWING'],
  [/\bpreceding\b|\bprec\b/gi, 'PRECEDING'],
]);

/** `Following Monday` names a day, `Modified Following does not apply` none. */
const DAY_OF_WEEK = /\b(?:following|preceding|next)\s+(?:mon|tues|wednes|thurs|fri|satur|sun)day\b/i;
const NOT_APPLYING =
  /\bnot (?:apply|applicable)\b|\binapplicable\b|keine anwendung|pas applicable|no (?:se )?aplic|non (?:si )?applic/i;
/** A clause that says what happens on other days, in which another convention's name is a word like any other. */
const CLAUSE = /\b(?:would|falls?|shall|fällt|tombe|caiga|cada)\b/i;

const severalReturns = holdsSeveral([
  [/\btotale?\b|gesamt(?:ertrag|rendite)|\bTR\b/g, 'TOTAL_RETURN'],
  [/\btotale?\b|gesamt(?:ertrag|rendite)/gi, 'TOTAL_RETURN'],
  [/\bprice return|\bprice\b|\bkurs(?:ertrag|rendite)|\bPR\b/gi, 'PRICE_RETURN'],
]);
/** A price return is one without dividends. */
const WITHOUT_DIVIDENDS =
  /\b(?:no|not|without|excluding|ex|excl\.|hors|ohne|sans|sin|senza|kein\w*)(?: any| reinvested| les| los| i)? (?:dividend\w*)/gi;
/** Of a total return less than the whole, or more. */
const NOT_THE_WHOLE =
  /(?<![\d.,])(?!100(?:[.,]0+)?\s?(?:%|per\s?cent))\d+(?:[.,]\d+)?\s?(?:%|per\s?cent|prozent|pour\s?cent|por\s?ciento)|\b(?:inverse|short|leveraged?|quanto|excess|capped|floored|part|half|invers\w*|gehebelt\w*)\b|\d\s?[x×]|[x×]\s?\d/i;
const doubtsOfReturn: Doubt = (text) => {
  const isPrice = !/\btotal|gesamt|\btr\b/i.test(text);
  return (
    severalReturns(text) || NOT_THE_WHOLE.test(text) || saysNotOr(isPrice ? text.replace(WITHOUT_DIVIDENDS, ' ') : text)
  );
};

/** More than one currency to each side, or a choice. */
const doubtsOfOptionType: Doubt = (text) =>
  saysNotOr(text) ||
  severalSwaptions(text) ||
  /\b(?:straddle|strangle|digital|binary|asian|average|quanto|compound|chooser)\b/i.test(text);

/** `No delivery of gas is made or taken`, `no warrants are delivered`: what is not delivered, and by whom. */
export const NOT_DELIVERED =
  /(?<!\p{L})(?:sin|ohne|sans|senza|no|not|without|keine?|pas de|aucune|ninguna|nessuna) (?:physical |physische |effektive |physique |f[íi]sic[ao] )?(?:delivery|entrega|lieferung|livraison|consegna)(?: (?:physique|effective|f[íi]sica|efectiva|effettiva))?(?!\p{L})(?: of (?:the |any )?\p{L}+(?: (?!is |are |will |shall )\p{L}+)?)?(?: (?:is|are|will be|shall be) (?:made|taken|effected)(?: (?:or|nor) (?:made|taken|effected))?)?|(?<!\p{L})no (?:\p{L}+ ){1,4}(?:is|are|will be|shall be) (?:physically )?delivered(?!\p{L})/giu;

const BY_FIELD: { readonly [F in TradeField]?: Doubt } = {
  settlement_type: (given) => {
    // `Difference in cash, no physical delivery`: the one says the other again.
    const text = given.replace(NOT_DELIVERED, ' cash ');
    return saysNotOr(text) || severalWaysToSettle(text);
  },
  option_style: (text) => saysNotOr(text) || severalStyles(text.replace(TIME_OF_A_PLACE, ' ')),
  option_type: doubtsOfOptionType,
  return_type: doubtsOfReturn,
};

const BY_KIND: { readonly [K in FieldKind]?: Doubt } = {
  frequency: hasDoubtfulFrequency,
  'day-count': (text) => saysNotOr(text) || hasDoubtfulDayCount(text),
  'business-day-convention': (text) =>
    DAY_OF_WEEK.test(text) ||
    NOT_APPLYING.test(text) ||
    (!CLAUSE.test(text) && (saysNotOr(withoutAdjusting(text)) || severalConventions(text))),
};

/** That periods are not adjusted is a term of its own. */
const withoutAdjusting = (text: string) =>
  text.replace(
    /\b(?:un|non-)adjusted|\b(?:not|no|nicht|non|pas|sin|senza) (?:to be )?(?:adjust|angepasst|ajust|rettific|aggiust)\w*/gi,
    ' ',
  );

/** A day with its year: when something begins or ends, and no month of a rhythm. */
const WHOLE_DATE =
  /\b\d{1,2}(?:st|nd|rd|th|\.|er)?[\s-]+(?:of |de )?\p{L}{3,10}\.?,?[\s-]+(?:del? )?(?:19|20)\d{2}\b|\b\p{L}{3,10}\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+(?:19|20)\d{2}\b|\b\d{1,4}[./-]\d{1,2}[./-]\d{2,4}\b/giu;

/** Whether a cell makes another value of the word by which its field was found. */
export function isDoubtful(field: TradeField, text: string): boolean {
  if (FIELD_KINDS[field] === 'basis-points') return hasDoubtfulSign(text) || saysMoreBehind(text);
  const doubt = BY_FIELD[field] ?? BY_KIND[FIELD_KINDS[field]];
  return doubt?.(text.replace(WHOLE_DATE, ' ')) ?? false;
}
