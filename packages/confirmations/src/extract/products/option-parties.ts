import { DATE_LITERAL } from '../values/dates.ts';
import * as read from '../values/readers.ts';
import { list, type Term } from '../vocabulary/term.ts';
import type { Phrase } from './definition.ts';

/** When the premium is paid, and how the floating leg runs, as letters say it. */
export const OPTION_PHRASES: readonly Phrase[] = [
  {
    pattern: /\bpremium of ((?:[A-Z]{3}|US\$|[$€£]) ?\d[\d.,'’]*\d)/i,
    gives: 'premium_amount',
    read: read.amount('premium_amount', 'premium_currency'),
  },
  {
    // `for a premium of US$9,500, which we shall pay on 3 May 2027`.
    pattern: new RegExp(
      `\\bpremium of (?:[A-Z]{3}|US\\$|[$€£]) ?[\\d.,'’]+\\d,?(?: which)?(?: (?:we|you|the \\w+))?(?: (?:shall|will|to|is|be|are|payable|pay|paid|due)){0,4} on (${DATE_LITERAL})`,
      'i',
    ),
    gives: 'premium_date',
    read: read.date('premium_date'),
  },
  {
    // `The premium is EUR 412,500, payable by us on 17th September 2026.`
    pattern: new RegExp(
      `\\bpremium (?:is|of|amounts to) (?:[A-Z]{3}|US\\$|[$€£]) ?[\\d.,'’]+\\d,? (?:and (?:is )?|which is )?(?:payable|paid|due)(?: (?:by|from) (?:\\w+ ){1,3}?)? ?on (${DATE_LITERAL})`,
      'i',
    ),
    gives: 'premium_date',
    read: read.date('premium_date'),
  },
  {
    pattern: /\bpremium is ((?:[A-Z]{3}|US\$|[$€£]) ?\d[\d.,'’]*\d)/i,
    gives: 'premium_amount',
    read: read.amount('premium_amount', 'premium_currency'),
  },
  {
    pattern: new RegExp(`\\bpremium (?:is|will be|shall be) (?:due|payable|paid) on (${DATE_LITERAL})`, 'i'),
    gives: 'premium_date',
    read: read.date('premium_date'),
  },
];

/** `The option is European.`, `L'option est européenne.` */
export const STYLE_PHRASE: Phrase = {
  pattern:
    /\b(?:(?:sw)?option|opci[oó]n|opzione|swaption)\s+(?:is|ist|est|es|è)\s+(?:(?:of|de|di)\s+)?(?:estilo\s+|stile\s+|style\s+|type\s+)?((?:european?|europäisch|européen|europe[ao]|american?|amerikanisch|américain|americ?an[ao]|bermuda)\p{L}*)/iu,
  gives: 'option_style',
  read: read.optionStyle('option_style'),
};

/** `until 11.00 a.m. New York time`: the latest time of day to exercise. */
export const CUT_OFF_PHRASE: Phrase = {
  pattern:
    /\bexercised?\b(?:(?!(?<!\b[ap]\.m)\.\s)[^;]){0,90}?\b(?:until|by|before|no later than|up to)\s+(\d{1,2}[:.]\d{2}(?:\s?[ap]\.?m\.?)?,?\s+(?:\()?\p{Lu}\p{L}+(?:\s\p{Lu}\p{L}+)?\)?(?:\s(?:local )?time)?)/u,
  gives: 'cut_off_time',
  read: read.cutOff('cut_off_time'),
};

/** `The swaption expires on 15th March 2027 at 11:00 a.m. Brussels time.` */
export const EXPIRES_AT_PHRASE: Phrase = {
  pattern: new RegExp(
    `\\bexpir(?:es|ing|y)(?: is)? on ${DATE_LITERAL},? (?:at|until|by) (\\d{1,2}[:.]\\d{2}(?:\\s?[ap]\\.?m\\.?)?,?\\s+(?:\\()?\\p{Lu}\\p{L}+(?:\\s\\p{Lu}\\p{L}+)?\\)?(?:\\s(?:local )?time)?)`,
    'u',
  ),
  gives: 'cut_off_time',
  read: read.cutOff('cut_off_time'),
};

/** Who sold and who bought an option on rates, and for what premium. */
export const OPTION_TERMS: readonly Term[] = [
  {
    labels: list(`
        seller | option seller | writer | grantor | swaption seller | cap seller | floor seller | cap writer | floor writer | swaption writer | option writer | short party | provider of cap | cap provider | floor provider | sold by | receiver of premium | premium receiver | premium paid to | premium payable to | premium received by |
        short | seller of swaption | seller of cap | seller of floor | floating rate payer | floating amount payer
      `),
    read: read.party('seller'),
  },
  {
    labels: list(`
        buyer | option buyer | holder | purchaser | swaption buyer | cap buyer | floor buyer | cap purchaser | floor purchaser | swaption purchaser | option purchaser | swaption holder | cap holder | long party | option holder | cap owner | bought by | premium payer | premium payable by | premium paid by | payer of premium | premium due from |
        long | buyer of swaption | buyer of cap | buyer of floor | fixed rate payer | fixed amount payer
      `),
    read: read.party('buyer'),
  },
  {
    labels: list(
      'premium | premium amount | option premium | total premium | premium payable | price of the cap | price of the floor | price of the collar | price of the swaption | cap premium | floor premium | swaption premium | collar premium | upfront cap premium | upfront premium | net premium | up front premium | up front cap premium | premium for cap | premium for swaption | premium for swaption payable | premium due | cap price | cost | single premium | premium we pay | premium we receive',
    ),
    read: read.premium,
  },
  {
    labels: list(
      'premium payment date | premium date | premium value date | fixed rate payer payment date | premium settlement date | fixed amount payment date | premium payable on | fixed amount payer payment date',
    ),
    read: read.date('premium_date'),
  },
];
