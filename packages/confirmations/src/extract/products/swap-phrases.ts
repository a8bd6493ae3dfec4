import { DATE_LITERAL } from '../values/dates.ts';
import * as read from '../values/readers.ts';
import type { Phrase } from './definition.ts';

/** What letters of every swap say in sentences: when it begins and ends, how it settles. */
export const SWAP_PHRASES: readonly Phrase[] = [
  {
    // `con inicio el 20/05/2026 y vencimiento el 20/05/2033`.
    pattern: new RegExp(
      `(?:\\b(?:con inicio|con decorrenza|avec effet|mit beginn|with effect from|starting|beginning|commencing)(?: (?:el|il|dal|au|le|am|on))?|à compter du) (${DATE_LITERAL})`,
      'iu',
    ),
    gives: 'effective_date',
    read: read.date('effective_date'),
  },
  {
    pattern: new RegExp(
      `\\b(?:y vencimiento|con vencimiento|con scadenza|e scadenza|et échéance|à échéance|fällig|und fälligkeit|maturing|and ending|and maturing|and terminating)(?: (?:el|il|le|am|au|on|du))? (${DATE_LITERAL})`,
      'iu',
    ),
    gives: 'termination_date',
    read: read.date('termination_date'),
  },
  {
    pattern: new RegExp(
      `\\b(?:becomes? effective|takes? effect|with effect|effective|starts?|starting|begins?|beginning|commences?|commencing|runs from|from and including|(?:term|period) from)(?: on| from)? (${DATE_LITERAL})`,
      'i',
    ),
    gives: 'effective_date',
    read: read.date('effective_date'),
  },
  {
    pattern: new RegExp(
      `(?<!\\b(?:swaption|option|right|exercise) )\\b(?:terminates?|ends?|finishes|matures?|maturing|expires?|runs out|terminating|ending|to but excluding|until|up to)(?: on| in)? (${DATE_LITERAL})`,
      'i',
    ),
    gives: 'termination_date',
    read: read.date('termination_date'),
  },
  {
    pattern: new RegExp(`\\bfrom (${DATE_LITERAL}) (?:to|until|through) ${DATE_LITERAL}`, 'i'),
    gives: 'effective_date',
    read: read.date('effective_date'),
  },
  {
    pattern: new RegExp(`\\bfrom ${DATE_LITERAL} (?:to|until|through) (${DATE_LITERAL})`, 'i'),
    gives: 'termination_date',
    read: read.date('termination_date'),
  },
  {
    // `From April 22, 2027 to April 22, 2037, on US$50,000,000.00`.
    pattern: new RegExp(
      `\\bfrom ${DATE_LITERAL} (?:to|until|through) ${DATE_LITERAL},? (?:on|for|in respect of) (?:an? )?(?:notional (?:amount )?(?:of )?)?((?:[A-Z]{3}|US\\$|€|£|\\$) ?\\d[\\d.,'’]*\\d(?: ?(?:million|billion|mn|mm|m|bn)\\b)?)`,
      'i',
    ),
    gives: 'notional',
    read: read.amount('notional', 'currency'),
  },
  {
    pattern: /\bthe ((?:Modified )?(?:Following|Preceding))(?: Business Day)? (?:Convention|rule)\b/i,
    gives: 'business_day_convention',
    read: read.convention('business_day_convention'),
  },
  {
    // `… is made on the next business day unless that falls in the following month`: what `Modified Following` means.
    pattern:
      /\b((?:next|following|first following|immediately following)(?: \w+)? (?:business|banking|working) day,? (?:unless|except where|provided that it does not) [^.;]{0,40}?(?:next|following|another|new) (?:calendar )?month)\b/i,
    gives: 'business_day_convention',
    read: read.reader(['business_day_convention'], () =>
      read.fields({ business_day_convention: 'MODIFIED_FOLLOWING' }),
    ),
  },
  {
    pattern:
      /\b(?:swap (?:is for|is on|is in|of|in|for)|(?:transaction|trade|deal) is for) ((?:[A-Z]{3}|US\$|€|£|\$) ?\d[\d.,'’]*\d?(?:\s?(?:million|billion|mn|mm|m|bn)\b)?)(?! (?:per|a) )/i,
    gives: 'notional',
    read: read.amount('notional', 'currency'),
  },
  {
    // `Payments falling on a day which is not a TARGET business day are adjusted modified following.`
    pattern:
      /\b(?:adjusted|moved|rolled)(?: (?:by|under|in accordance with|according to))?(?: the)? ((?:modified )?(?:following|preceding))\b/i,
    gives: 'business_day_convention',
    read: read.convention('business_day_convention'),
  },
  {
    // `Business Days being those of London and New York.`
    pattern:
      /\bBusiness Days (?:being|are|shall be) (?:those|days) (?:of|in) (\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+)?(?:(?:, | and |, and )\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+)?){0,3})/u,
    gives: 'business_centers',
    read: read.businessCenters('business_centers'),
  },
  {
    pattern: /\b((?:cash|physical(?:ly)?)[ -]settle(?:ment|d))\b(?: applies| will apply| shall apply|\.|;)/i,
    gives: 'settlement_type',
    read: read.settlementType('settlement_type'),
  },
  {
    pattern:
      /\bnotional (?:amount|principal|sum)?\s*(?:of the (?:swap|transaction) )?(?:is|of|will be|amounts to) ((?:[A-Z]{3}|US\$|€|£|\$) ?\d[\d.,'’]*\d(?: (?:million|billion))?)/i,
    gives: 'notional',
    read: read.amount('notional', 'currency'),
  },
  {
    pattern: /\bsettlement is (?:in |by )?(cash|physical)/i,
    gives: 'settlement_type',
    read: read.settlementType('settlement_type'),
  },
];

/** What letters say of a floating leg. */
export const FLOATING_LEG_PHRASES: readonly Phrase[] = [
  {
    pattern:
      /\bfloating (?:interest|amounts?) (?:is|are|accrues?|will be)\b[^.;]{0,40}?\b(?:basis(?: of)?|convention) (\S+)/i,
    gives: 'floating_day_count',
    read: read.dayCount('floating_day_count'),
  },
  {
    pattern:
      /\bfloating (?:rate|amounts?|interest)\b(?:(?!\.\s[A-Z])[^;]){0,70}?\b(?:payable|paid) (quarterly|semi-annually|annually|monthly)\b/i,
    gives: 'floating_payment_frequency',
    read: read.frequency('floating_payment_frequency'),
  },
];
