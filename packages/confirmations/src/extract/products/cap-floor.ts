import type { TradeField } from '@trade-matching/domain';
import * as read from '../values/readers.ts';
import { FLOATING_INDEX } from '../vocabulary/floating-indices.ts';
import { list } from '../vocabulary/term.ts';
import type { ProductDefinition, ProductReading } from './definition.ts';
import { CURRENCY_TERM, DAY_COUNT, FLOATING_LEG_TERMS, FREQUENCY, frequencyOf, NOTIONAL_TERM } from './legs.ts';
import { OPTION_PHRASES, OPTION_TERMS } from './option-parties.ts';
import { FLOATING_LEG_PHRASES, SWAP_PHRASES } from './swap-phrases.ts';

/** An index that is named as one, and no other words. */
const spokenIndex = read.reader(['floating_rate_index', 'designated_maturity'], (value, context) =>
  FLOATING_INDEX.test(value.normalize('NFD').replace(/\p{Mn}/gu, ''))
    ? // `three-month Term SOFR (USD-SOFR CME Term)`: ISDA’s name of it.
      read.index('floating_rate_index')(
        value.replace(/^(.*?\bmonths?\b)?.*\(([A-Z]{3}-[^()]+)\).*$/i, '$2 $1').trim(),
        context,
      )
    : { kind: 'nothing' },
);

/** `cap 4.75%, floor 2.25%`: the strikes of a collar. */
const bothStrikes = read.reader(['cap_rate', 'floor_rate'], (value, context) => {
  const [, cap = ''] = /\bcap:?\s+(\d[\d.,'’]*\s?(?:%|per cent\.?)?)/i.exec(value) ?? [];
  const [, floor = ''] = /\bfloor:?\s+(\d[\d.,'’]*\s?(?:%|per cent\.?)?)/i.exec(value) ?? [];
  const [upper, lower] = [read.percent('cap_rate')(cap, context), read.percent('floor_rate')(floor, context)];
  return upper.kind === 'fields' && lower.kind === 'fields'
    ? read.fields({ ...upper.fields, ...lower.fields })
    : { kind: 'nothing' };
});

/** Caps, floors and collars on a floating rate. In ISDA's exhibit the floating rate payer is the seller. */
export const capFloor: ProductDefinition = {
  names: [
    /\b(?:interest rate|rate|ir)\s+(?:cap|floor|collar)\b|\b(?:cap|floor|collar) transaction|\bzins(?:satz)?-?(?:cap|floor|collar)s?\b|\bcap de taux|\bgarantie de taux|\bzinsbegrenzung|\bzins(?:ober|unter)grenze|\bplafond de taux|opci[oó]n sobre (?:el )?tipos? de inter[eé]s|opzione su(?:i)? tass[oi](?: d['’ ]interesse)?|option sur taux d['’]intérêt|\bplancher de taux|\b(?:achat|vente|acquisto|vendita|compra|venta) (?:de|di|d['’]un|di un|de un) (?:cap|floor|collar)\b|\b(?:cap|floor|collar)\s+(?:de|sobre|su|sui|sur|auf)\s+(?:el |los |la |il |le |les |den )?(?:tipos?|tass[io]|taux|zins\w*|eur[ií]bor)/i,
  ],
  alwaysNamed: true,
  terms: [
    ...OPTION_TERMS,
    NOTIONAL_TERM,
    CURRENCY_TERM,
    {
      labels: list(
        'cap rate | cap strike | cap strike rate | cap level | cap | ceiling rate | ceiling | capped at | cap strike price | strike cap | maximum interest rate | maximum rate | upper strike | cap price | interest rate ceiling | rate ceiling',
      ),
      read: read.percent('cap_rate'),
    },
    {
      labels: list(
        'floor rate | floor strike | floor strike rate | floor level | floor | minimum rate | minimum interest rate | floored at | strike floor | lower strike | interest rate minimum | rate floor',
      ),
      read: read.percent('floor_rate'),
    },
    { labels: list('collar strikes | strikes | collar rates | cap and floor | cap floor'), read: bothStrikes },
    { labels: list('cap on | floor on | collar on'), read: read.index('floating_rate_index') },
    ...FLOATING_LEG_TERMS,
    { labels: DAY_COUNT, read: read.dayCount('floating_day_count') },
    { labels: FREQUENCY, read: frequencyOf('floating') },
    { labels: ['reset frequency', 'reset dates'], read: read.frequency('reset_frequency') },
    { labels: ['settlement', 'settlement dates'], read: frequencyOf('floating') },
    {
      labels: list('cap notional | floor notional | collar notional | cap amount'),
      read: read.amount('notional', 'currency'),
    },
    {
      labels: list('cap start date | cap start | floor start date | floor start | collar start date'),
      read: read.date('effective_date'),
    },
    {
      labels: list(
        'expiry | cap expiry | floor expiry | cap end date | cap end | floor end date | floor end | cap maturity | floor maturity | collar end date',
      ),
      read: read.date('termination_date'),
    },
    { labels: ['tenor', 'term'], read: read.tenor('tenor') },
  ],
  phrases: [
    {
      // `a cap on 3-month EURIBOR with …`, `un cap sobre el Euríbor a 3 meses`.
      pattern:
        /\b(?:cap|floor|collar)\s+(?:on|over|sobre|su|sur|auf)\s+(?:the |el |den |le |l['’])?((?:[^.;,]|,(?!\s)){4,50}?)(?=\s+(?:con|with|mit|avec|for|por|at|zu|in|gekauft|verkauft|erworben)(?=[\s.;,])|[.;,])/iu,
      gives: 'floating_rate_index',
      read: spokenIndex,
    },
    {
      // `The cap rate is 4.25% per annum against three-month Term SOFR (USD-SOFR CME Term).`
      pattern: /\b[Cc]ap (?:rate|strike) (?:is|of) (\d[\d.,'’]*\s?(?:%|per cent\.?))/,
      gives: 'cap_rate',
      read: read.percent('cap_rate'),
    },
    {
      pattern:
        /\b(?:cap|floor) (?:rate|strike) (?:is|of) [^.;]{1,40}?(?:\.\d+[^.;]{0,30}?)? (?:against|on|over|above|below) ([^.;]{4,70}?)(?=[.;])/i,
      gives: 'floating_rate_index',
      read: spokenIndex,
    },
    {
      // `You pay us any excess quarterly, on each 20 February, …`
      pattern:
        /\bpays? (?:us|you|the \S+) any (?:excess|shortfall|difference) ((?:semi-?|half-?)?(?:quarterly|annually|monthly|yearly))\b/i,
      gives: 'floating_payment_frequency',
      read: read.frequency('floating_payment_frequency'),
    },
    {
      // `Amounts are paid quarterly, on the Actual/360 day count basis.`
      pattern:
        /\b[Aa]mounts? (?:is|are|will be) (?:paid|payable|due|settled) ((?:semi-?|half-?)?(?:quarterly|annually|monthly|yearly))\b/,
      gives: 'floating_payment_frequency',
      read: read.frequency('floating_payment_frequency'),
    },
    {
      pattern:
        /\bon (?:the|an) ((?:Act(?:ual)?|30E?)\/(?:360|365(?: \(?Fixed\)?)?|Act(?:ual)?)) (?:day count )?basis\b/i,
      gives: 'floating_day_count',
      read: read.dayCount('floating_day_count'),
    },
    ...SWAP_PHRASES,
    ...FLOATING_LEG_PHRASES,
    ...OPTION_PHRASES,
  ],
  required: [
    'trade_date',
    'effective_date',
    'termination_date',
    'currency',
    'notional',
    'buyer',
    'seller',
    'floating_rate_index',
  ],
  counterparts: [['seller', 'buyer']],
  read({ found, entries, context, title }) {
    // `Strike Rate` is of what the title calls the trade.
    readPremiumOfExhibit(found, entries, context);
    const field = /floor/i.test(title) && !/cap|collar/i.test(title) ? 'floor_rate' : 'cap_rate';
    for (const entry of entries) {
      if (!/^(?:strike(?: rate| price)?|exercise (?:rate|price)|fixed rate)\s*:?$/i.test(entry.label)) continue;
      const reading = read.percent(field)(entry.value, context);
      if (reading.kind === 'fields' && found.get(field) === undefined)
        found.add(field, reading.fields[field] ?? '', entry);
      if (reading.kind === 'unread') found.leaveUnread(reading, entry);
    }
  },
};

/** ISDA's exhibit calls the premium the fixed amount. */
function readPremiumOfExhibit(
  found: ProductReading['found'],
  entries: ProductReading['entries'],
  context: ProductReading['context'],
): void {
  const entry = entries.find(({ label }) => /^fixed amount(?: \(premium\))?\s*:?$/i.test(label.trim()));
  if (!entry || found.get('premium_amount') !== undefined) return;
  const reading = read.premium(entry.value, context);
  if (reading.kind === 'unread') found.leaveUnread(reading, entry);
  if (reading.kind !== 'fields') return;
  for (const [field, value] of Object.entries(reading.fields) as [TradeField, string][]) found.add(field, value, entry);
}
