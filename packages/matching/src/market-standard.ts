import { isIsoDate, type OtherTerm, type Trade } from '@trade-matching/domain';
import { Big } from 'big.js';
import { printedValue } from './printed-value.ts';
import { rateOption } from './rate-options.ts';
import { areRegularDays } from './regular-dates.ts';
import { settlementRate } from './settlement-rates.ts';

/** The survey rates of EMTA and SFEMC, by code: what their templates name where the settlement rate fails. */
const SURVEY_RATES: ReadonlySet<string> = new Set(
  'ars03 ars04 brl12 brl13 clp11 cny02 cop03 idr02 inr02 krw04 kzt02 myr02 pen04 php05 rub04 twd04 uah02 uah03 vnd03'.split(
    ' ',
  ),
);

const SWAPS: ReadonlySet<string> = new Set(['INTEREST_RATE_SWAP', 'BASIS_SWAP', 'CROSS_CURRENCY_SWAP']);

/**
 * Whether a term that one side alone prints is what the market's standard terms say of every such trade, so that a
 * document which leaves it out does not disagree: the survey rate of a non-deliverable forward's own currency as its
 * fallback (EMTA and SFEMC template terms); an American option's exercise period from the trade date to the expiration
 * date (ISDA 1998 FX and Currency Option Definitions); the rate at which a cross-currency swap's two notionals are one
 * another's worth; the days on which a cap's or floor's one leg regularly pays; the whole dividends of a total return (ISDA
 * 2002 Equity Definitions, Article 10); that an overnight rate is compounded daily, whose option says so (2006 ISDA
 * Definitions, 7.1, `GBP-SONIA-COMPOUND`; 2021 ISDA Definitions, `GBP-SONIA-OIS Compound`).
 */
export function isMarketStandard(term: OtherTerm, trade: Trade): boolean {
  const { key, literal } = term;
  const { product, currency = '', currency_2 = '', trade_date = '' } = trade;
  if (product === 'FX_OPTION' && /\bexercise period\b/.test(key) && trade.option_style === 'AMERICAN') {
    const period = printedValue(literal);
    return period.includes(trade_date) && /\b(?:expiration|expiry) date\b/.test(period) && isIsoDate(trade_date);
  }
  if (product === 'EQUITY_SWAP' && trade.return_type === 'TOTAL_RETURN' && OF_DIVIDENDS.test(key))
    return /^100(?:[.,]0+)?\s*(?:%|per ?cent\.?)(?: pass(?:ed)?[- ]through)?$/i.test(literal.trim());
  if (COMPOUNDED.test(literal.trim()) && /^(?:floating |second )?compounding(?: method| rate)?$/.test(key))
    return isCompounded(key, trade);
  if (product === 'CROSS_CURRENCY_SWAP' && /^(?:initial )?(?:fx|exchange) rate$/.test(key)) {
    return isRateOfNotionals(literal, trade);
  }
  if (product === 'CAP_FLOOR') {
    const field = 'floating_payment_frequency';
    return areRegularDays(term, trade, trade[field] ?? trade.payment_frequency);
  }
  if (key === 'payment date' && SWAPS.has(product)) {
    const {
      floating_payment_frequency: floating,
      fixed_payment_frequency: fixed,
      second_payment_frequency: second,
    } = trade;
    const all = new Set([floating, fixed, second, trade.payment_frequency].filter((each) => each !== undefined));
    // One line for all legs, which so are paid alike.
    return all.size === 1 && areRegularDays(term, trade, [...all][0]);
  }
  if (product !== 'NON_DELIVERABLE_FORWARD' || !/\bfallback\b/.test(key)) return false;
  const code = settlementRate(literal);
  return SURVEY_RATES.has(code) && [currency, currency_2].includes(code.slice(0, 3).toUpperCase());
}

/** `Daily, in arrears`: how an overnight rate is compounded, in words of its option. */
const COMPOUNDED =
  /^(?:(?:daily|compounded|compounding|in arrears|nachschüssig|täglich|quotidienne?|à terme échu|diaria|applicable)[\s,]*)+\.?$/i;

/** Each of the legs that are meant has a rate whose name says that it is compounded. */
function isCompounded(key: string, { floating_rate_index, second_rate_index }: Trade): boolean {
  const rates = key.startsWith('second ') ? [second_rate_index] : [floating_rate_index, second_rate_index];
  const named = (key.startsWith('floating ') ? [floating_rate_index] : rates).filter((rate) => rate !== undefined);
  return named.length > 0 && named.every((rate) => / ois compound$/.test(rateOption(rate)));
}

/** How much of the dividends is paid on, in five languages; not when, nor what else. */
const OF_DIVIDENDS =
  /^(?:equity )?(?:dividends?|dividende[ns]?|dividendos?|dividend[oi])(?: (?:percentage|pass through|pass|payout|share|quote|anteil|satz|amount))?$|^(?:pourcentage de|porcentaje de|percentuale di?) dividend\w+$/;

// Exactly: a rate that makes another amount is another term.
function isRateOfNotionals(literal: string, { notional = '', notional_2 = '' }: Trade): boolean {
  if (![literal, notional, notional_2].every((value) => /^\d+(\.\d+)?$/.test(value))) return false;
  const rate = new Big(literal);
  return new Big(notional).times(rate).eq(notional_2) || new Big(notional_2).times(rate).eq(notional);
}
