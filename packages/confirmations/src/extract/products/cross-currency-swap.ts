import type { TradeField } from '@trade-matching/domain';
import type { FoundFields } from '../found-fields.ts';
import type { Entry } from '../layout/entry.ts';
import { currencyIn } from '../values/currencies.ts';
import { amountIn } from '../values/numbers.ts';
import * as read from '../values/readers.ts';
import { readDayCount } from '../values/terms.ts';
import { FLOATING_INDEX } from '../vocabulary/floating-indices.ts';
import { list } from '../vocabulary/term.ts';
import type { ProductDefinition } from './definition.ts';
import { readExchangeDates } from './exchange-dates.ts';
import { legsInCells } from './legs-in-cells.ts';
import { legsOfClauses, useClausesOfLegs } from './legs-of-clauses.ts';
import { spokenLegs, useSpokenEntries } from './spoken-legs.ts';
import { SWAP_PHRASES } from './swap-phrases.ts';
import { addLeg, inOrder, type Leg, type LegTerms, twoLegs, withBothPayers } from './two-legs.ts';

/** The first leg's terms stand in the fields of a fixed or a floating leg, whichever it is. */
const firstLeg = ({ terms }: Leg): { readonly [T in keyof LegTerms]?: TradeField } => ({
  currency: 'currency',
  notional: 'notional',
  ...(terms.fixed_rate === undefined
    ? {
        payer: 'floating_rate_payer',
        index: 'floating_rate_index',
        designated_maturity: 'designated_maturity',
        spread_bps: 'spread_bps',
        day_count: 'floating_day_count',
        payment_frequency: 'floating_payment_frequency',
      }
    : {
        payer: 'fixed_rate_payer',
        fixed_rate: 'fixed_rate',
        day_count: 'fixed_day_count',
        payment_frequency: 'fixed_payment_frequency',
      }),
});

const AN_AMOUNT = /\b[A-Z]{3}\s?\d(?:[\d.,'’]|\s(?=\d{3}))*/g;

/** A row or a cell of an exchange that gives other amounts than the legs have is for review. */
function flagOtherAmounts(found: FoundFields, known: ReadonlySet<string>): void {
  if (found.get('notional_schedule') !== undefined) return;
  for (const field of ['initial_exchange_date', 'final_exchange_date'] as const) {
    for (const [literal] of found.evidence[field]?.literal.matchAll(AN_AMOUNT) ?? []) {
      const read = amountIn(literal);
      if (read?.currency === undefined || known.has(`${read.currency} ${read.amount}`)) continue;
      const message = `${literal.trim()} is exchanged, which is the notional of neither leg`;
      found.flag({ code: 'CONTRADICTION', severity: 'review', field, message });
    }
  }
}

const currencyOfIndex = ({ terms }: Leg): string | undefined => /^([A-Z]{3})-/.exec(terms.index ?? '')?.[1];

const isOfInterest = ({ label, value }: Entry): boolean =>
  /\b(?:interest|inter[eé]s|int[eé]r[eê]ts?|interessi|zins\w*|coupon|day count|base)\b/i.test(label) &&
  (/\d\s?%/.test(value) || FLOATING_INDEX.test(value) || readDayCount(value) !== undefined);

/** Two legs in two currencies, each fixed or floating. The legs are in order of their currency. */
export const crossCurrencySwap: ProductDefinition = {
  names: [
    /cross[\s-]*currency\s+(?:[\w/-]+\s+){0,3}swap|(?<!\bsingle[\s-])\bcurrency (?:basis )?swap\b|\bxccy\b|\bccs\b|w[äa]hrungsswap|swap de devises|[ée]change de devises et de (?:conditions|taux)|swap de divisas|permuta financiera de (?:tipos y )?divisas|swap su valute/i,
  ],
  alwaysNamed: true,
  terms: [
    { labels: ['value date'], read: read.date('effective_date') },
    {
      labels: list(
        'initial exchange date | first exchange date | init exchange date | opening exchange date | opening exchange | start exchange date | initial principal exchanged on | initial exchange on | initial principal exchange date | initial exchange of principal on | date of initial exchange | exchange at start | initial exchange of principal | principal exchange at inception',
      ),
      read: read.date('initial_exchange_date'),
    },
    {
      labels: list(
        'final exchange date | last exchange date | closing exchange date | closing exchange | re exchange date | re exchange of principal on | final principal exchanged on | final exchange on | final principal exchange date | final exchange of principal on | date of final exchange | exchange at maturity | final exchange of principal | principal re exchange | re exchange of principal | end exchange date',
      ),
      read: read.date('final_exchange_date'),
    },
    {
      labels: list(
        'exchange rate | fx rate | initial exchange rate | initial fx rate | agreed conversion | conversion rate | agreed exchange rate | spot exchange rate | spot reference | agreed spot rate | exchange rate for principal exchanges | exchange rate for principals | rate for principal exchange | spot rate | conversion spot',
      ),
      read: read.rateAsPrinted('fx_rate'),
    },
    { labels: ['tenor', 'term', 'swap tenor'], read: read.tenor('tenor') },
  ],
  phrases: SWAP_PHRASES,
  required: [
    'trade_date',
    'effective_date',
    'termination_date',
    'currency',
    'notional',
    'currency_2',
    'notional_2',
    'second_rate_payer',
  ],
  isMeantBy(named, entries) {
    // `Swap de divisas`, which pays interest: an exchange of currencies does not.
    if (named === 'FX_SWAP') return entries.some(isOfInterest);
    if (named !== 'INTEREST_RATE_SWAP' && named !== 'BASIS_SWAP') return false;
    const currencies = new Set(
      entries
        .filter(({ label }) => /\b(?:currency|notional|exchange)\b.*\bamount\b|\bnotional\b/i.test(label))
        .map(({ value }) => currencyIn(value)?.code),
    );
    currencies.delete(undefined);
    return (
      currencies.size === 2 &&
      entries.some(({ label }) => /\b(?:initial|final) exchange\b|\bcurrency amount\b/i.test(label))
    );
  },
  read(reading) {
    const { found, entries, context, parties, prose, sentences } = reading;
    readExchangeDates(reading);
    const legs =
      twoLegs(entries, context, parties) ??
      legsOfClauses(sentences, context, parties) ??
      spokenLegs(prose, entries, context, parties) ??
      legsInCells(entries, context, parties);
    if (!legs) return;
    useSpokenEntries(found, entries, legs, parties);
    // `Party A Currency Amount` and `Party B Currency Amount` beside legs that are fixed and floating.
    const amounts = entries.flatMap((entry) => {
      const of = /^(party [ab]|\w+) (?:initial )?currency amount$/i.exec(entry.label.replace(/:$/, ''))?.[1];
      const payer = of === undefined ? undefined : parties.resolve(of);
      const amount = read.amount('notional', 'currency')(entry.value, context);
      return payer && amount.kind === 'fields' ? [{ payer, entry, fields: amount.fields }] : [];
    });
    // `USD Notional` and `JPY Notional` apart from the legs: each is of the leg whose index is in its currency.
    const notionals = entries.flatMap((entry) => {
      const reading = read.amount('notional', 'currency')(entry.value, context);
      return /^[A-Z]{3} (?:notional|principal)(?: amount)?\s*:?$/i.test(entry.label) && reading.kind === 'fields'
        ? [{ entry, fields: reading.fields }]
        : [];
    });
    const withAmounts = withBothPayers(legs).map((leg): Leg => {
      const own =
        amounts.find(({ payer }) => payer === leg.terms.payer) ??
        notionals.find(({ fields }) => fields.currency === currencyOfIndex(leg));
      if (!own || leg.terms.notional !== undefined) return leg;
      const { notional = '', currency = '' } = own.fields;
      return {
        terms: { ...leg.terms, notional, currency },
        places: { ...leg.places, notional: own.entry, currency: own.entry },
      };
    }) as [Leg, Leg];
    const [first, second] = inOrder(withAmounts);
    addLeg(found, first, firstLeg(first));
    addLeg(found, second, {
      currency: 'currency_2',
      notional: 'notional_2',
      payer: 'second_rate_payer',
      fixed_rate: 'second_fixed_rate',
      index: 'second_rate_index',
      designated_maturity: 'second_designated_maturity',
      spread_bps: 'second_spread_bps',
      day_count: 'second_day_count',
      payment_frequency: 'second_payment_frequency',
    });
    useClausesOfLegs(found, sentences, [first, second], context, parties);
    // What a leg's label gave is that leg's.
    if (first.terms.payment_frequency !== undefined && second.terms.payment_frequency !== undefined)
      found.drop('payment_frequency');
    const known = new Set([first, second].flatMap(({ terms }) => `${terms.currency} ${terms.notional}`));
    flagOtherAmounts(found, known);
    // The amounts that are exchanged are the legs' own, or terms by themselves.
    for (const entry of entries) {
      const amount = read.amount('notional', 'currency')(entry.value, context);
      if (/exchange amount/i.test(entry.label) && amount.kind === 'fields') {
        if (known.has(`${amount.fields.currency} ${amount.fields.notional}`)) found.use(entry);
      }
    }
  },
};
