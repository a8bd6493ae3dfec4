import { otherSide } from '@trade-matching/domain';
import { readDirection, readTraders } from '../exchange/direction.ts';
import { readAmountsOfSides, readForwardAmounts } from '../exchange/forward.ts';
import { sidesInCells } from '../exchange/said-in-cells.ts';
import { sidesInSentences } from '../exchange/said-in-sentences.ts';
import { saidEntries } from '../sentences/said-entries.ts';
import { DATE_LITERAL } from '../values/dates.ts';
import * as read from '../values/readers.ts';
import type { Term } from '../vocabulary/term.ts';
import type { Phrase, ProductDefinition } from './definition.ts';
import { BY_DELIVERY, EXCHANGE_ABROAD, RATE, RATE_WORDS, VALUE_DATE, VALUE_DATE_WORDS } from './fx-terms.ts';

const TERMS: readonly Term[] = [
  { labels: RATE, read: read.rateAsPrinted('fx_rate'), pattern: RATE_WORDS },
  { labels: VALUE_DATE, read: read.date('settlement_date'), pattern: VALUE_DATE_WORDS },
];

/** What letters say in sentences. */
const PHRASES: readonly Phrase[] = [
  ...EXCHANGE_ABROAD,
  {
    // `Der vereinbarte Terminkurs beträgt 1,1700 USD je EUR`, `El tipo de cambio a plazo convenido es de 0,8620 GBP por EUR`.
    pattern:
      /\b(?:[Tt]erminkurs|[Dd]evisenkurs|[Kk]urs|[Tt]ipo de cambio(?: a plazo)?|[Cc]ambio a termine|[Cc]ours(?: à terme| de change)?|[Ff]orward rate|[Ee]xchange rate)(?: \p{L}+){0,2} (?:beträgt|ist|lautet|es(?: de)?|è(?: di| pari a)?|est(?: de)?|is) ((?:[A-Z]{3}(?:\/[A-Z]{3})? )?\d{1,6}[.,]\d{2,8}(?: (?:per|je|por|par|per) (?:1 )?[A-Z]{2,3}[$€£]?\s?\d?(?:[.,]0+)?)?)/u,
    gives: 'fx_rate',
    read: read.rateAsPrinted('fx_rate'),
  },
  {
    pattern:
      /\b(?:con entrega (?:el|en)|mit lieferung am|con consegna (?:il|al)|avec livraison le)\s+(\d{1,2}\.? (?:de )?\p{L}{3,10} (?:de )?\d{4}|\d{1,2}[./-]\d{1,2}[./-]\d{4})/iu,
    gives: 'settlement_date',
    read: read.date('settlement_date'),
  },
  {
    // `La fecha valor de ambas entregas es el veinticuatro de agosto de dos mil veintiséis (24/08/2026).`
    pattern:
      /\b(?:[Ff]echa (?:de )?valor|[Dd]ata (?:di )?valuta|[Dd]ate de valeur|[Vv]aluta|[Ee]rfüllungstag)\b(?: [^.;()]{0,80})?\((\d{1,2}[./-]\d{1,2}[./-]\d{4})\)/u,
    gives: 'settlement_date',
    read: read.date('settlement_date'),
  },
  {
    pattern:
      /\bat (?:a|an|the) (?:\w+ ){0,2}?(?:rate|price) of\s+((?:(?:exchange )?[A-Z]{3}\/[A-Z]{3}\s+)?[\d.,'’]+\d)/i,
    gives: 'fx_rate',
    read: read.rateAsPrinted('fx_rate'),
  },
  {
    pattern: /\b[Aa][Tt] ((?:[A-Z]{3}\/[A-Z]{3}\s+)?\d{1,5}[.,]\d{2,8})(?!\s*(?:%|per ?cent|[ap]\.?m))/,
    gives: 'fx_rate',
    read: read.rateAsPrinted('fx_rate'),
  },
  {
    pattern:
      /\b(?:for value|value date(?: of| is)?|for settlement on|settling on|settles on|settlement on|for delivery on|value)\s+(.{6,40})/i,
    gives: 'settlement_date',
    read: read.date('settlement_date'),
  },
  {
    pattern: new RegExp(`\\bon (${DATE_LITERAL}),? \\S+(?: \\S+){0,6}? (?:shall|will) (?:deliver|pay)\\b`, 'i'),
    gives: 'settlement_date',
    read: read.date('settlement_date'),
  },
  {
    pattern: new RegExp(
      `\\b(?:settled|delivered|settlement|delivery|paid in cash)\\b(?: (?!rate|price)[^.;]{0,40}?)? on (${DATE_LITERAL})`,
      'i',
    ),
    gives: 'settlement_date',
    read: read.date('settlement_date'),
  },
];

export const fxForward: ProductDefinition = {
  names: [
    /(?:foreign exchange|fx|currency)\s+(?:\w+\s+){0,2}(?:forward|transaction|deal|contract)|forward\s+(?:\w+\s+)?(?:foreign\s+)?exchange|\bfx (?:forward|outright)\b|\bforward fx\b|^forward contract\b(?! for)|^forward (?:purchase|sale) of (?:the )?(?:euros?|(?:us |u\.s\. )?dollars?|sterling|pounds?|yen|swiss francs?|[A-Z]{3})\b|\bforward outright|outright forward|(?:fx|foreign exchange) confirmation|devisentermin|change [àa] terme|terme de change|divisas a plazo|forward de divisas|seguro de cambio|cambio a termine|compravendita a termine|cambi a termine|divis[ae] a termine|(?:operazione|contratto|acquisto|vendita) a termine (?:su|in|di) (?:divis|valut)\w*|compraventa (?:de divisas )?a plazo|(?:acquisto|vendita|compravendita) di (?:valut|divis)\w+ a termine|(?:compra|venta) de divisas? a plazo/i,
  ],
  terms: TERMS,
  phrases: [BY_DELIVERY, ...PHRASES],
  required: [
    'trade_date',
    'currency',
    'notional',
    'currency_2',
    'notional_2',
    'currency_buyer',
    'fx_rate',
    'settlement_date',
  ],
  read({ found, entries, parties, prose, context }) {
    readForwardAmounts(found, entries, parties, prose, context);
    if (found.get('notional') === undefined) readForwardAmounts(found, saidEntries(prose), parties, '', context);
    if (found.get('notional') === undefined || found.get('notional_2') === undefined) {
      const sides = sidesInCells(entries, parties, context);
      if (sides.length === 2) readAmountsOfSides(found, sides, entries, parties, '', context);
    }
    if (found.get('notional') === undefined || found.get('notional_2') === undefined) {
      const sides = sidesInSentences(prose, parties, context);
      if (sides.length === 2) readAmountsOfSides(found, sides, entries, parties, '', context);
    }
    readTraders(found, entries, parties);
    const direction = readDirection(entries, parties);
    const [first, second] = [found.get('currency'), found.get('currency_2')];
    if (direction && (direction.currency === first || direction.currency === second))
      found.add(
        'currency_buyer',
        direction.currency === first ? direction.buyer : otherSide(direction.buyer),
        direction.entry,
      );
  },
};
