import { otherSide, type Source, type TradeField } from '@trade-matching/domain';
import { canonicalLabel } from '../labels.ts';
import type { Entry } from '../layout/entry.ts';
import { speaker } from '../parties/speaker.ts';
import { DATE_LITERAL } from '../values/dates.ts';
import { amountIn } from '../values/numbers.ts';
import * as read from '../values/readers.ts';
import { list, type Term, words } from '../vocabulary/term.ts';
import type { Phrase, ProductReading } from './definition.ts';

/** `Upfront fee payable by Party B to Party A: AUD 36,500 on 17 July 2026`. */
export const UPFRONT_PHRASES: readonly Phrase[] = [
  {
    pattern:
      /\b([Uu]p-?\s?front (?:fee|payment|amount|premium)\b[^.;]{0,80}?(?:[A-Z]{3}|US\$|€|£)\s?\d[\d.,'’]*\d[^.;]{0,40})/,
    gives: 'upfront_amount',
    read: read.upfront,
  },
];

/** What one party pays at the start for the terms that the trade has (ISDA's `Initial Payment`, CDS exhibits, FpML `initialPayment`). */
export const UPFRONT_TERMS: readonly Term[] = [
  {
    labels: list(`
        upfront amount | upfront payment | upfront fee | upfront | initial payment amount | initial payment | up front amount |
        up front payment | up front fee | up front | upfront payment amount | initial fixed amount | cash settlement of upfront | upfront cash amount | front end fee | front end payment | upf amt | upf amount | upf | points upfront in cash | upfront cash | initial cash payment | upfront consideration | upfront sum | initial fee
      `),
    read: read.upfront,
    pattern: words('\\b(?:upfront|up front)\\b.*\\b(?:amount|payment|fee)\\b', 'by|payer|date'),
  },
  {
    labels: list(
      'initial payment payer | upfront payer | upfront payment payer | up front payer | upfront amount payer | upfront fee payer | upfront paid by | initial payment paid by | upfront fee paid by | upfront fee due from | upfront due from | up front fee due from | up front due from | up front payable by | up front paid by | upf payer | initial fee paid by | upfront payment paid by | upfront amount paid by | upfront payable by | upfront fee payable by | initial payment payable by | initial payment due from',
    ),
    read: read.party('upfront_payer'),
    pattern: /\b(?:upfront|up front|initial payment)\b.*\b(?:payer|(?:paid|payable) by)\b/,
  },
  {
    labels: list(
      'initial payment date | upfront date | upfront value | upfront paid on | upfront payment date | up front date | up front payment date | upfront settlement date | upfront fee date | upfront value date | fee value date | fee payment date | upfront payable on | upfront due date | upfront due on | upf date | initial payment payable on',
    ),
    read: read.date('upfront_date'),
  },
];

const AN_INITIAL_PAYMENT = /^(?:initial payment|upfront|upfront (?:payment|fee|amount))(?: amount)?$/;
const ITS_DATE = /^(?:initial|upfront) payment date$/;
const ITS_PAYER = /^(?:paid by|payable by|payer|due from)$/;

/**
 * The rows of an initial payment by its own names: where a form states its amount, the `Initial payment date` is not the first of
 * the fixed leg's, whatever heading it stands under, and `Paid by` right behind the amount says who pays it.
 */
export function withInitialPayment(entries: readonly Entry[]): readonly Entry[] {
  const at = entries.findIndex(
    ({ label, value }) => AN_INITIAL_PAYMENT.test(canonicalLabel(label)) && amountIn(value)?.currency !== undefined,
  );
  if (at < 0) return entries;
  return entries.map((entry, i) => {
    const plain = canonicalLabel(entry.label);
    if (ITS_DATE.test(plain)) return { ...entry, label: 'Upfront payment date' };
    const isBehind = i === at + 1 && ITS_PAYER.test(plain) && entry.column === entries[at]?.column;
    return isBehind ? { ...entry, label: 'Upfront paid by' } : entry;
  });
}

/** `Upfront received by Molino`, `Upfront we receive`, `Upfront we pay`: the label says who pays the amount below it. */
export function readUpfrontActor({ found, entries, context, parties }: ProductReading): void {
  for (const entry of entries) {
    const isUnderUpfront = UPFRONT_SECTION.test(entry.section.trim()) && amountIn(entry.value)?.currency !== undefined;
    const [, whoPays = '', verb = ''] =
      PAYS_AN_UPFRONT.exec(entry.label) ?? ((isUnderUpfront && PAYS_ALONE.exec(entry.label)) || []);
    const named = whoPays === '' ? undefined : parties.resolve(whoPays);
    if (named) {
      readUpfrontOf(/^receives?$/i.test(verb) ? otherSide(named) : named, entry, found, context);
      continue;
    }
    const said =
      /^(?:up-?\s?front|initial payment)\b[^:]{0,20}?\b(?:(received|paid|payable) by (.{2,50}?)|(we|you) (receive|pay))\s*:?$/i.exec(
        entry.label,
      );
    if (!said) {
      readPayerOfSection(found, entry, parties);
      continue;
    }
    const [, done, by = '', pronoun, does] = said;
    const actor = parties.resolve(pronoun ?? by);
    const receives = /^receive/i.test(done ?? does ?? '');
    readUpfrontOf(actor && receives ? otherSide(actor) : actor, entry, found, context);
  }
}

/** `Harbour pays upfront`, `The Fund receives the upfront fee`. */
const PAYS_AN_UPFRONT =
  /^(.{2,50}?) (pays?|receives?) (?:an? |the )?(?:up-?\s?front|initial payment)(?: (?:fee|amount|payment|cash))?\s*:?$/i;

/** `Client pays`, `Harbour receives`: under a heading of what is paid at the start. */
const PAYS_ALONE = /^(?:the )?(.{2,50}?) (pays?|receives?)\s*:?$/i;
const UPFRONT_SECTION = /^(?:up-?\s?front|initial payment)(?: (?:fee|amount|payment|cash))?$/i;

function readUpfrontOf(
  payer: Source | undefined,
  entry: ProductReading['entries'][number],
  found: ProductReading['found'],
  context: ProductReading['context'],
): void {
  const reading = read.upfront(entry.value, context);
  if (reading.kind !== 'fields') return;
  for (const [field, value] of Object.entries(reading.fields) as [TradeField, string][]) {
    if (field !== 'upfront_payer') found.add(field, value, entry);
  }
  if (payer) found.add('upfront_payer', payer, entry);
}

/** `In addition we pay you an upfront of EUR 183,450.00 on 24 Apr 2026.` */
const PAYS_UPFRONT = new RegExp(
  `(\\S+(?:\\s+\\S+){0,4}?)\\s+(?:(?:shall|will)\\s+)?pays?\\s+(?:(?:to\\s+)?(?:you|us|the \\S+|\\S+)\\s+)?an?\\s+up-?\\s?front(?:\\s+(?:fee|amount|payment))?\\s+of\\s+((?:[A-Z]{3}|US\\$|[€£])\\s?\\d[\\d.,'’]*\\d)(?:,?\\s+on\\s+(${DATE_LITERAL}))?`,
  'i',
);

/** What a sentence says of it: who pays, how much, when. */
export function readUpfrontSentence({ found, prose, context, parties }: ProductReading): void {
  // The pattern begins with any words: it is not tried where nothing is paid upfront.
  if (!/\san?\s+up-?\s?front/i.test(prose)) return;
  const [said, who = '', amount = '', date] = PAYS_UPFRONT.exec(prose) ?? [];
  // Who pays stands in the sentence itself.
  const literal = said?.replace(/^.*[\p{Ll}\d)][.;]\s+(?=\p{Lu})/u, '');
  const payer = literal === undefined ? undefined : speaker(who, parties);
  if (literal === undefined || payer === undefined) return;
  const place = { page: 0, line: 0, label: 'text', value: literal };
  const amounts = read.upfront(amount, context);
  const day = date === undefined ? undefined : read.date('upfront_date')(date, context);
  const fields = {
    ...(amounts.kind === 'fields' ? amounts.fields : {}),
    ...(day?.kind === 'fields' ? day.fields : {}),
    upfront_payer: payer,
  };
  for (const [field, value] of Object.entries(fields) as [TradeField, string][])
    if (found.get(field) === undefined) found.add(field, value, place, 0.9);
}

const FEE_PAID_BY = /^fee (?:paid by|payer|payable by|due from)\s*:?$/i;
const FEE_DATE = /^fee (?:date|payable on|paid on|due(?: date| on)?)\s*:?$/i;

/** `Fee paid by`, `Fee date` beside `Upfront fee`: of the amount that is called a fee. */
export function readFeeAtStart({ found, entries, context, parties }: ProductReading): void {
  if (!/\bfee\b/i.test(found.evidence.upfront_amount?.label ?? '')) return;
  const [payer, day] = [FEE_PAID_BY, FEE_DATE].map((rule) => entries.find(({ label }) => rule.test(label.trim())));
  const side = payer && parties.resolve(payer.value);
  if (payer && side && found.get('upfront_payer') === undefined) found.add('upfront_payer', side, payer);
  const reading = day && read.date('upfront_date')(day.value, context);
  const date = reading?.kind === 'fields' ? reading.fields.upfront_date : undefined;
  if (day && date !== undefined && found.get('upfront_date') === undefined) found.add('upfront_date', date, day);
}

/** `Upfront` below `C. Payments by TML` or `Fund pays`, or in the column of one of them: the heading says who pays. */
function readPayerOfSection(
  found: ProductReading['found'],
  { label, section, ...entry }: ProductReading['entries'][number],
  parties: ProductReading['parties'],
): void {
  const heading = entry.column ?? section;
  if (!/^(?:up-?\s?front|initial payment)\b[^:]{0,20}:?$/i.test(label) || heading.length > LONGEST_HEADING) return;
  if (found.get('upfront_amount') === undefined || found.get('upfront_payer') !== undefined) return;
  const who = /\bpayments? by (?:the )?(.{2,40})$|^(?:\W?\w{1,2}[.)]\s+)?(?:the )?(.{2,40}?) pays$/i.exec(
    heading.trim(),
  );
  const side = who && parties.resolve(who[1] ?? who[2] ?? '');
  if (side) found.add('upfront_payer', side, { ...entry, label: heading, value: heading });
}
const LONGEST_HEADING = 60;
