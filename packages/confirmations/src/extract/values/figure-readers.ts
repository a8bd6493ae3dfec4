import { paymentLagsIn, type TradeField } from '@trade-matching/domain';
import { currenciesIn, readCurrency } from './currencies.ts';
import { dateIn, readDate } from './dates.ts';
import { leftoverOf } from './leftover.ts';
import { joinedNumber, plainFigures } from './literal.ts';
import { saysNotOr } from './not-or.ts';
import { withoutSameInWords } from './number-words.ts';
import {
  amountIn,
  hasDoubtfulSign,
  inPercent,
  isOtherAmount,
  percentIn,
  plainDecimal,
  readNumber,
  saysMoreBehind,
  spreadIn,
} from './numbers.ts';
import { paidByIn } from './paid-by.ts';
import { fields, NOTHING, reader, unread, unreadNumber, type ValueReader, WHY, whole } from './reading.ts';
import { isAbsent } from './terms.ts';
import { date } from './word-readers.ts';

/** `Der variable Satz beträgt mindestens 0,00 % p. a.`: a bound on a rate, said in a sentence. */
const BOUND_BY =
  /^[^\d%]*\b(?:mindestens|höchstens|at least|at most|(?:not|never) (?:be )?(?:less|more|lower|higher|greater) than|minimum of|maximum of|au moins|au plus|al menos|como mínimo|como máximo|almeno|al massimo|non inferiore a(?:l|llo)?)\s+(?=-?\d)/iu;

/** `zero per cent and a cap of 6.25 per cent`: the first is none. */
const ZERO = /^\s*(?:zero|nil)\s*(?:per\s?cent|%|percent)/i;

/** A rate in percent, with nothing beside it that changes it. */
export const percent = (field: TradeField): ValueReader =>
  reader([field], (given, context) => {
    const { decimalMark } = context;
    const value = given.replace(BOUND_BY, '');
    if (ZERO.test(value)) return fields({ [field]: '0' });
    if (isAbsent(value)) return NOTHING;
    const read = percentIn(inPercent(value, context.ratesAreDecimals));
    if (!read) return /%|per\s?cent|\bbps?\b/i.test(value) ? unreadNumber(field, value, 'rate', decimalMark) : NOTHING;
    const again = percentIn(read.rest);
    const rest = again?.value === read.value && /%|per ?cent|bps?|basis/i.test(read.rest) ? again.rest : read.rest;
    return whole(field, context, rest, () => fields({ [field]: read.value }, read.rest));
  });

/** None, in the other languages that are read. */
const NO_SPREAD =
  /^\s*(?:keine[rs]?|ohne|aucune?|néant|sans|ninguno|sin (?:margen|diferencial)|nessuno?|nessuna)\s*\.?\s*$/iu;

/** `None (0.00%)`, `flat, 0 bp`: that there is none, in words and in figures. */
const NONE_IN_FIGURES =
  /^\s*(?:none|nil|flat|zero|keine[rs]?|ohne|aucune?|néant|ninguno|nessuno?)\s*[(,;–-]*\s*[+±]?0+(?:[.,]0+)?\s*(?:%|bps?|basis points?|per\s?cent)?(?: p\.?\s?a\.?| per annum)?\s*\)?\s*$/iu;

/** `None for the first year, …`, `Flat plus 25 basis points`: none is not the whole of it. */
const SAYS_NONE =
  /^\s*(?:none|nil|flat|zero|no (?:spread|margin)|without|keine?r?|ohne|entfällt|aucune?|sans|n[ée]ant|sin|ninguno|nessun[oa]|senza|zéro|cero|null)(?!\p{L})/iu;
const SAYS_MORE_THAN_NONE =
  /[1-9]|(?<!\p{L})(?:plus|minus|less|until|then|thereafter|afterwards|from|for|if|unless|except|but|bis|danach|ab|wenn|sofern|jusqu|puis|ensuite|dès|si|sauf|hasta|después|desde|salvo|fino|poi|dopo|dal|se|tranne)(?!\p{L})/iu;

const MONEY = /^\s*(?:[A-Z]{3}|US\$|[$€£¥])\s?\d[\d.,'’]*(?:\s?(?:million|mio|mn|m|bn))?\s*$/;

/** `12 Basispunkte / basis points`: the unit in two languages. */
const POINTS = '(?:basis points?|basispunkte?n?|basispunten|points? de base|puntos b[áa]sicos|punti base|bps?)';
const UNIT_TWICE = new RegExp(`\\b${POINTS}\\s*\\/\\s*${POINTS}(?!\\p{L})`, 'iu');

/** `None` is a spread of zero, so absence is not skipped here; `n/a` still is. */
export const spread = (field: TradeField): ValueReader =>
  reader([field], (given, context) => {
    const value = given.replace(UNIT_TWICE, 'basis points');
    const { decimalMark } = context;
    if (/^\s*(?:n\/a|n\.a\.|not applicable|-|–)\s*$/i.test(value)) return NOTHING;
    if (NONE_IN_FIGURES.test(value)) return fields({ [field]: '0' });
    if (value.split(/\s+\/\s+/).every((part) => NO_SPREAD.test(part) || /^(?:none|nil|flat|zero)$/i.test(part.trim())))
      return fields({ [field]: '0' });
    if (SAYS_NONE.test(value) && SAYS_MORE_THAN_NONE.test(value)) return unread(field, 'UNREAD_VALUE', WHY.several);
    if (hasDoubtfulSign(value) || (!context.inSentence && saysMoreBehind(value)))
      return unread(field, 'UNREAD_VALUE', WHY.sign);
    // `PFE / add-on: GBP 412,000`: money is no spread.
    if (MONEY.test(value)) return NOTHING;
    const read = spreadIn(inPercent(value, context.ratesAreDecimals));
    if (!read) return unreadNumber(field, value, 'rate', decimalMark);
    // The same again in the other unit adds nothing: `+25 basis points (+0.25%)`.
    const again = spreadIn(read.rest);
    const rest = again?.value === read.value ? again.rest : read.rest;
    return whole(field, context, rest, () => fields({ [field]: read.value }, read.rest));
  });

/** Digits of the dearest rate of exchange with its two decimals: 43,400.00. */
const LONGEST_RATE = 8;
const PAIR_OR_ONE = /\b[A-Z]{3}\s*\/\s*[A-Z]{3}\b/g;

/** `170.85 (spot less 45 points)`, `1.0912 (spot 1.0845 + 67 pips)`: how a rate of exchange is made. */
const BESIDE_A_RATE = [
  /\bper\s+[A-Z]{3}\s?1\b/g,
  /\([^()]*\b(?:points?|pips?|swap ?points?|stellen|punkten?|puntos?|punti)\b[^()]*\)/gi,
];

/** What somebody takes of a rate of exchange: whether it is in the rate is not known. */
const MARGIN =
  /(?<!\p{L})(?:margin|mark[\s-]?up|fees?|commissions?|costs?|marge|aufschlag|gebühr|provision|kosten|frais|margen|comisi[oó]n|margine|commissione)(?!\p{L})/iu;

/** As printed, without grouping: the trailing zeros of a rate of exchange or a strike are kept. */
export const rateAsPrinted = (field: TradeField): ValueReader =>
  reader([field], (value, context) => {
    const { decimalMark } = context;
    // `1 EUR = 1.0845 USD`, `USD/JPY 149.75`, `43.40 INR per USD 1`: the number that is not the one unit.
    const text = joinedNumber(plainFigures(value)).replace(PAIR_OR_ONE, ' ');
    const numbers = [...text.matchAll(/\d+(?:[.,'’]\d+|[ \u00a0\u202f]\d{3}(?!\d))*/g)].filter(
      ([literal], _, all) => all.length === 1 || !/^1(?:\.0*)?$/.test(literal),
    );
    const [match] = numbers;
    if (!match) return NOTHING;
    // `USD 1,200,000.00` is an amount.
    if (
      /^\s*(?:[A-Z]{3}|US\$|[$€£])\s?\d/.test(text) &&
      (amountIn(text, decimalMark)?.amount.length ?? 0) > LONGEST_RATE
    )
      return NOTHING;
    const rest = `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`.replace(
      /\b1(?:\.0*)?\b/g,
      ' ',
    );
    if (/^\s*[.,]\s*\d|^\s\d|^[A-Za-z]\d/.test(text.slice(match.index + match[0].length)))
      return unread(field, 'UNREAD_VALUE', WHY.none);
    // `1.0900 or spot`, `1.0900 (less 12 points margin)`.
    if (!context.inSentence && (saysNotOr(rest) || MARGIN.test(rest))) return unread(field, 'UNREAD_VALUE', WHY.not);
    const value_ = plainDecimal(match[0], 'exchange-rate', decimalMark);
    if (value_ === undefined) return unreadNumber(field, value, 'exchange-rate', decimalMark);
    // No rate is nothing: the number of a page.
    if (Number(value_) === 0) return NOTHING;
    return whole(field, context, rest, () => fields({ [field]: value_ }), BESIDE_A_RATE);
  });

/** What may stand beside an amount: its share of the notional in brackets, when and by whom it is paid. */
const BESIDE_AN_AMOUNT = [
  /\d[\d.,]*\s*(?:%|per ?cent\.?|bps?)\s+of\s+(?:the\s+)?[A-Za-z\s]+/gi,
  /\(\s*(?:=\s*)?\d[\d.,]*\s*(?:%|per ?cent|bps?)[^)]*\)/gi,
  /\b(?:being|i\.e\.)\s+\d[\d.,]*\s+(?:index )?(?:units|shares)\b/gi,
];

/** The number of an annex is none of the amount. */
const OF_AN_ANNEX = /\b(?:annex|appendix|schedule|anhang|anlage|annexe|anexo|allegato)\s+(?:\d{1,2}|[A-Z])\b/gi;

/** `EUR 10mm (10,000,000.00)`: the amount once more, in brackets of its own. */
const IN_FULL = /\((\d[\d.,'’\u00a0 ]*)\)/;

export const amount = (amountField: TradeField, currencyField: TradeField): ValueReader =>
  reader([amountField, currencyField], (value, context) => {
    const { decimalMark } = context;
    if (isDateAlone(value) || countsDays(value)) return NOTHING;
    if (isOtherAmount(value)) return unread(amountField, 'UNREAD_VALUE', WHY.amount);
    const read = amountIn(value, decimalMark);
    if (!read) return unreadNumber(amountField, value, 'amount', decimalMark);
    // `USD 71.40 per barrel` is a price.
    if (/^\W*per\s+(?!annum|cent|year)[a-z]/i.test(read.rest) || /^\s*\/\s?[A-Za-z]/.test(read.rest)) return NOTHING;
    // The same amount again, in words or with its currency's name, adds nothing.
    const inFull = IN_FULL.exec(read.rest);
    const again = amountIn(inFull?.[1] ?? read.rest, decimalMark);
    const isSame = again?.amount === read.amount && (again.currency !== undefined || inFull !== null);
    const rest = !again || !isSame ? read.rest : inFull ? read.rest.replace(inFull[0], ' ') : again.rest;
    if (
      amountField === 'notional' &&
      leftoverOf(rest, BESIDE_AN_AMOUNT) === 'several' &&
      !/\d/.test(rest.replace(OF_AN_ANNEX, ' '))
    ) {
      const initial = fields({ notional: read.amount, [currencyField]: read.currency });
      return initial.kind === 'fields' ? { ...initial, schedule: 'notional_schedule' } : initial;
    }
    return whole(
      amountField,
      context,
      rest,
      () => fields({ [amountField]: read.amount, [currencyField]: read.currency }),
      BESIDE_AN_AMOUNT,
    );
  });

/** `USD 98,500.00`, and when it is paid where that stands beside it: `USD 98,500.00 on 29 January 2026`. */
export const premium: ValueReader = reader(['premium_amount', 'premium_currency', 'premium_date'], (given, context) => {
  const value = paidByIn(given)?.rest ?? given;
  const { reading: day, before, after } = dateIn(value, context.slashOrder);
  const isBehind = day.kind !== 'none' && /\d/.test(before);
  const read = amount('premium_amount', 'premium_currency')(isBehind ? `${before} ${after}` : value, context);
  const when = /\b(?:on|value|due|payable)\b(.*\d.*)$/i.exec(value)?.[1] ?? value;
  const paid = read.kind === 'fields' ? date('premium_date')(when, context) : NOTHING;
  return read.kind === 'fields' && paid.kind === 'fields' ? fields({ ...read.fields, ...paid.fields }) : read;
});

const PAY = '(?:pays?|to pay|zahlt|leistet|paie|verse|paga|abona|versa)';
/** `Party B shall pay to Party A EUR 88,250.00`, `La Parte B paga alla Parte A EUR 88.250`. */
const PAYS_AMOUNT = new RegExp(
  `^(?:the )?([^\\s\\d]\\D{0,40}?) (?:(?:shall|will|is|agrees) )?${PAY}(?: (?:to |an |à |a |alla |al )?(?:the |die |la )?\\S.{1,40}?)? (?=[A-Z]{3}\\s?\\d|[$€£])`,
  'i',
);
/** `USD 391,700.00, Party B pays Party A on 19 October 2026`. */
const AMOUNT_PAID = new RegExp(`\\d[,;]?\\s+(?:the )?(\\p{L}.{1,40}?) (?:(?:shall|will|is) )?${PAY}\\b`, 'iu');

/** `USD 66,250.00 from AHB to Norwood`, `GBP 18,400 by Party B`. */
const FROM_TO = /\d (?:(?:from|by) (?:the )?)(\p{L}[^\d,;()]{1,40}?)(?: to (?:the )?\p{L}.*)?$/u;

/** `USD 312,400.00 on 8 October 2026`, `USD 141,360.27 paid by Seller`: an upfront with its day and its payer. */
export const upfront: ValueReader = reader(
  ['upfront_amount', 'upfront_currency', 'upfront_date', 'upfront_payer'],
  (value, context) => {
    const read = amount('upfront_amount', 'upfront_currency')(value, context);
    if (read.kind !== 'fields') return read;
    const paid = date('upfront_date')(value, context);
    const payer =
      paidByIn(value)?.payer ??
      /\b(?:paid|payable) by (?:the )?(.{2,60}?)(?:\s+to\b|\s+on\b|[,.;:(]|$)/i.exec(value)?.[1] ??
      PAYS_AMOUNT.exec(value)?.[1] ??
      AMOUNT_PAID.exec(value)?.[1] ??
      FROM_TO.exec(value)?.[1];
    return fields({
      ...read.fields,
      ...(paid.kind === 'fields' ? paid.fields : {}),
      upfront_payer: payer === undefined ? undefined : context.party(payer),
    });
  },
);

/** What else stands beside a number of shares: nothing, or that they are shares. Lots and contracts are another number. */
const OF_SHARES =
  /^(?:(?:approximately|approx|ca|number|of|the|shares?|shs|shrs?|stocks?|units?|ordinary|common|registered|bearer|aktien?|namensaktien|inhaberaktien|stück|stk|actions?|titres?|ordinaires?|acciones|acción|títulos?|ordinarias?|azioni|titoli|ordinarie)(?!\p{L})|[\s.,;:()-])*$/iu;

/** Shares are counted whole: `150,000` and `150.000` are thousands. */
export const shares = (field: TradeField): ValueReader =>
  reader([field], (given, context) => {
    const value = withoutSameInWords(given);
    const [, digits] =
      /^\W*(?:approximately )?(\d{1,3}(?:[.,'’ ]\d{3})+|\d+)(?![\d.,]*\d)\s*(.*)$/.exec(plainFigures(value)) ?? [];
    if (digits === undefined) return unreadNumber(field, value, 'amount', context.decimalMark);
    const rest = plainFigures(value).replace(digits, ' ');
    if (!OF_SHARES.test(rest)) return unread(field, 'UNREAD_VALUE', WHY.unit);
    return whole(field, context, rest, () => fields({ [field]: digits.replace(/\D/g, '') }));
  });

/** `USD 5,400,000.00` under `Call Currency and Call Currency Amount`, or the currency alone under `Call Currency`. */
export const currencyOrAmount = (amountField: TradeField, currencyField: TradeField): ValueReader =>
  reader([amountField, currencyField], (value, context) => {
    const read = amount(amountField, currencyField)(value, context);
    return read.kind === 'fields' || /\d/.test(value) ? read : fields({ [currencyField]: readCurrency(value) });
  });

/** `Premium due: Mar 19, 2026` is no amount of 19. */
export function isDateAlone(value: string): boolean {
  return readCurrency(value) === undefined && readDate(value).kind !== 'none';
}

/** `2 business days after the period` is no amount of 2. */
const countsDays = (value: string): boolean => paymentLagsIn(value).length > 0 && readCurrency(value) === undefined;

/** `US cents 412.50 per bushel` is 4.125 dollars. */
const CENTS = /\b(?:u\.?s\.? )?cents?\b|¢|\bc\/(?:lb|bu)/i;

/** `USD 71.85 per Barrel`. */
export const price = (field: TradeField, currencyField?: TradeField): ValueReader =>
  reader([field, ...(currencyField ? [currencyField] : [])], (value, context) => {
    const { decimalMark } = context;
    if (isDateAlone(value)) return NOTHING;
    const text = joinedNumber(plainFigures(value));
    const number = readNumber(text, 'price', decimalMark);
    if (!number) return unreadNumber(field, value, 'price', decimalMark);
    const inCents = CENTS.test(text);
    // `USD 71.85 per barrel, payable in EUR`: which of the two it is, is not for a reader.
    if (currenciesIn(text).size > 1) return unread(field, 'UNREAD_VALUE', WHY.several);
    return whole(
      field,
      context,
      `${number.before} ${number.rest}`,
      () =>
        fields({
          [field]: (inCents ? number.value.div(100) : number.value).toFixed(),
          ...(currencyField ? { [currencyField]: readCurrency(text) ?? (inCents ? 'USD' : undefined) } : {}),
        }),
      [/\bper\s+(?:[A-Z]{3}\s*)?1\b/g],
    );
  });
