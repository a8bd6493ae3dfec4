import { DATE_LITERAL } from '../values/dates.ts';
import * as read from '../values/readers.ts';
import type { Phrase } from './definition.ts';

/** What letters of every swap say in sentences: when it begins and ends, how it settles. */
export const SWAP_PHRASES: readonly Phrase[] = [
  {
    pattern: new RegExp(
      `\\b(?:becomes? effective|takes? effect|with effect|effective|starts?|begins?|commences?|commencing|runs from|from and including|(?:term|period) from)(?: on| from)? (${DATE_LITERAL})`,
      'i',
    ),
    gives: 'effective_date',
    read: read.date('effective_date'),
  },
  {
    pattern: new RegExp(
      `\\b(?:terminates?|ends?|matures?|expires?|terminating|ending|to but excluding|until|up to)(?: on| in)? (${DATE_LITERAL})`,
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
    pattern: /\bthe ((?:Modified )?(?:Following|Preceding))(?: Business Day)? Convention/i,
    gives: 'business_day_convention',
    read: read.convention('business_day_convention'),
  },
  {
    pattern: /\b((?:cash|physical(?:ly)?)[ -]settle(?:ment|d))\b(?: applies| will apply| shall apply|\.|;)/i,
    gives: 'settlement_type',
    read: read.settlementType('settlement_type'),
  },
  {
    pattern: /\bsettlement is (?:in |by )?(cash|physical)/i,
    gives: 'settlement_type',
    read: read.settlementType('settlement_type'),
  },
];
