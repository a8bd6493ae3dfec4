import { otherSide, type Source } from '@trade-matching/domain';
import type { FoundFields } from '../found-fields.ts';
import type { Entry } from '../layout/entry.ts';
import type { DatedTable } from '../layout/tables.ts';
import type { Parties } from '../parties/find-parties.ts';
import { speaker } from '../parties/speaker.ts';
import { currencyIn } from '../values/currencies.ts';
import { DATE_LITERAL, readDate } from '../values/dates.ts';
import { amountIn } from '../values/numbers.ts';
import type { ReadingContext } from '../values/readers.ts';
import { isExchangeTable } from './exchange-table.ts';

/** Who pays a currency in an exchange of notionals, as the document prints it. */
interface Exchanged {
  readonly field: 'initial_exchange_date' | 'final_exchange_date';
  readonly payer: Source;
  readonly currency: string;
  readonly literal: string;
}

const INITIAL = /\b(?:initial|first|start|effective|opening)\b|\banfang|\binicial|\biniziale/i;
const FINAL =
  /\b(?:final|last|end|maturity|termination|re-?exchange|closing)\b|\bschluss|\bend(?:tausch|austausch)|\bfinale/i;
const AMOUNT =
  "(?:(?:[A-Z]{3}|US\\$|[€£¥$])\\s?\\d[\\d.,'’]*(?:[\\s\\u00a0\\u202f]\\d{3}(?:,\\d+)?)*(?:\\s?(?:million|mio|mn|mm|m|bn)\\b)?|\\d[\\d.,'’]*(?:[\\s\\u00a0\\u202f]\\d{3}(?:,\\d+)?)*\\s[A-Z]{3})";
/** `Party A pays EUR 25,000,000.00`, `the Fund shall pay to the Bank USD 29,000,000`. */
const PAYS_AMOUNT = new RegExp(
  `(\\S+(?:\\s+\\S+){0,5}?)\\s+(?:(?:shall|will|must|is to|are to)\\s+)?(?:(?:re)?pays?|delivers?|verse(?:ra|ront)?|versons|versez|zahlt|zahlen|paga(?:mos|rá)?|entrega(?:mos|rá)?|versa|consegna)\\s+(?:(?:to\\s+)?(?:us|you|the\\s+\\S+|party\\s+[ab]|\\S+)\\s+)?(?:an? amount of\\s+)?(${AMOUNT})`,
  'gi',
);
/** `we receive EUR 22,000,000.00 and pay USD 25,300,000.00`: the second verb has the first one's subject. */
const DOES_WITH_AMOUNT = new RegExp(
  `(\\S+(?:\\s+\\S+){0,5}?)\\s+(?:(pays?|gives?|delivers?|entrega(?:mos)?|paga(?:mos)?|zahlen|zahlt)|receives?|gets?|recib(?:e|imos)|erh[aä]lt|erhalten)\\s+(${AMOUNT})`,
  'gi',
);
const WHEN = new RegExp(
  `\\b(?:on|at)\\s+(?:the\\s+)?(${DATE_LITERAL}|effective date|(?:scheduled )?termination date|maturity(?: date)?|initial exchange date|final exchange date)`,
  'i',
);

/**
 * Flags an exchange that runs against the legs. Who pays interest in a currency has had its notional: the other party pays it
 * at the start, and it is paid back at the end (2006 ISDA Definitions, section 3.1). What the document prints otherwise is
 * meant otherwise, or a slip.
 */
export function checkExchangeDirections(
  found: FoundFields,
  {
    entries,
    tables,
    sentences,
  }: {
    readonly entries: readonly Entry[];
    readonly tables: readonly DatedTable[];
    readonly sentences: readonly { readonly text: string }[];
  },
  parties: Parties,
  context: ReadingContext,
): void {
  const payers = payersByCurrency(found);
  if (payers.size !== 2) return;
  useWhatFits(found, entries, payers, (entry) => ofEntry(entry, found, parties, context));
  const all = [
    ...tables.filter(isExchangeTable).flatMap((table) => ofTable(table, found, parties, context)),
    ...entries.flatMap((entry) => ofEntry(entry, found, parties, context)),
    ...sentences.flatMap(({ text }) => ofText(text, '', found, parties, context)),
  ];
  for (const { field, payer, currency, literal } of all) {
    if (fitsLegs({ field, payer, currency }, payers)) continue;
    if (found.flags.some((flag) => flag.code === 'CONTRADICTION' && flag.field === field)) continue;
    found.flag({
      code: 'CONTRADICTION',
      severity: 'review',
      field,
      message: `“${literal.trim()}” runs against who pays interest in ${currency}`,
    });
  }
}

/** Whether an exchange runs as the legs say, or is in the currency of none. */
function fitsLegs(
  { field, payer, currency }: Pick<Exchanged, 'field' | 'payer' | 'currency'>,
  payers: ReadonlyMap<string, Source>,
): boolean {
  const ofLeg = payers.get(currency);
  return ofLeg === undefined || payer === (field === 'final_exchange_date' ? ofLeg : otherSide(ofLeg));
}

/** A row that says no more than the legs do, their amounts the way they run, is no term besides. */
function useWhatFits(
  found: FoundFields,
  entries: readonly Entry[],
  payers: ReadonlyMap<string, Source>,
  statedIn: (entry: Entry) => readonly Exchanged[],
): void {
  const known = new Set([
    `${found.get('currency')} ${found.get('notional')}`,
    `${found.get('currency_2')} ${found.get('notional_2')}`,
  ]);
  for (const entry of entries) {
    const stated = statedIn(entry);
    // The year before a name of three letters, `24-Nov-2034 CMB pays`, is no amount.
    const withoutDates = entry.value.replace(new RegExp(DATE_LITERAL, 'gi'), ' ');
    const amounts = (withoutDates.match(new RegExp(AMOUNT, 'g')) ?? []).map((literal) => amountIn(literal));
    const areKnown = amounts.every((read) => read !== undefined && known.has(`${read.currency} ${read.amount}`));
    if (stated.length > 0 && areKnown && stated.every((each) => fitsLegs(each, payers))) {
      if (saysNoMore(entry.value, stated)) found.useWhole(entry);
      else found.use(entry);
    }
  }
}

/** Whether a cell has nothing but what was understood of it, and its date. */
function saysNoMore(value: string, stated: readonly Exchanged[]): boolean {
  const rest = stated
    .reduce((left, { literal }) => left.replace(literal, ' '), value)
    .replace(new RegExp(DATE_LITERAL, 'gi'), ' ');
  return rest.replace(/\b(?:on|at|and|und|y|e|et|am|el|le|il)\b|\W/gi, '') === '';
}

function payersByCurrency(found: FoundFields): Map<string, Source> {
  const pairs = [
    [found.get('currency'), found.get('fixed_rate_payer') ?? found.get('floating_rate_payer')],
    [found.get('currency_2'), found.get('second_rate_payer')],
  ] as const;
  return new Map(
    pairs.flatMap(([currency, payer]) =>
      currency !== undefined && (payer === 'BANK' || payer === 'COUNTERPARTY') ? [[currency, payer] as const] : [],
    ),
  );
}

/** `Date | Paid by Port Lisle Bank | Paid by Aldersyde`, and a row a day. */
function ofTable(table: DatedTable, found: FoundFields, parties: Parties, context: ReadingContext): Exchanged[] {
  return table.rows.flatMap(({ cells }) => {
    const field = exchangeOf(cells[0] ?? '', found, context);
    return cells.slice(1).flatMap((cell, i) => {
      const heading = table.headings[i + 1] ?? '';
      const named = speaker(
        heading.replace(/\b(?:pays?|paid by|payable by|receives?|received by)\b/gi, ' ').trim(),
        parties,
      );
      const payer = named && (/\breceive/i.test(heading) ? otherSide(named) : named);
      const currency = currencyIn(cell)?.code;
      return field && payer && currency ? [{ field, payer, currency, literal: `${heading} ${cell}` }] : [];
    });
  });
}

/** `Party A Initial Exchange Amount: EUR 25,000,000.00`, `Final Exchange: Party A pays USD …`. */
function ofEntry(entry: Entry, found: FoundFields, parties: Parties, context: ReadingContext): Exchanged[] {
  const { label, value, section, column = '' } = entry;
  if (!/\bexchange|tausch\b|\béchange|\bintercambio|\bscambio/i.test(`${label} ${section}`)) return [];
  const byLabel = ofLabel(label, value, parties);
  if (byLabel) return [byLabel];
  const said = ofText(value, `${label} ${section}`, found, parties, context);
  if (said.length > 0 || !/\bamount\b/i.test(label)) return said;
  const field = INITIAL.test(label) ? 'initial_exchange_date' : FINAL.test(label) ? 'final_exchange_date' : undefined;
  const payer = speaker(/^(.+?)(?:['’]s)? (?:initial|final|first|last) exchange/i.exec(label)?.[1] ?? column, parties);
  const currency = currencyIn(value)?.code;
  return field && payer && currency ? [{ field, payer, currency, literal: `${label} ${value}` }] : [];
}

const DOES_WHEN = /^(.{2,40}?)\s+(?:(pays?|delivers?)|receives?)\s+(?:(?:at|on|upon)\s+)?(?:the\s+)?(.{3,30}?)\s*:?$/i;

/** `We pay at start: CAD 67,958,200.00`: who does what and when in the label, how much in the value. */
function ofLabel(label: string, value: string, parties: Parties): Exchanged | undefined {
  const [, who = '', pays, when = ''] = DOES_WHEN.exec(label) ?? [];
  const field = INITIAL.test(when) ? 'initial_exchange_date' : FINAL.test(when) ? 'final_exchange_date' : undefined;
  const actor =
    field && speaker(who.toLowerCase() === 'we' || who.toLowerCase() === 'you' ? who.toLowerCase() : who, parties);
  const currency = currencyIn(value)?.code;
  if (!field || !actor || currency === undefined) return undefined;
  return { field, payer: pays === undefined ? otherSide(actor) : actor, currency, literal: `${label} ${value}` };
}

/** `On the Effective Date the Fund pays EUR 25,000,000.00 and the Bank pays USD 29,000,000.00.` */
function ofText(
  text: string,
  heading: string,
  found: FoundFields,
  parties: Parties,
  context: ReadingContext,
): Exchanged[] {
  const field = exchangeOf(WHEN.exec(text)?.[1] ?? heading, found, context);
  if (field === undefined) return [];
  const whole = bothDeedsIn(text, field, parties);
  if (whole.length > 1) return whole;
  return [...text.matchAll(PAYS_AMOUNT)].flatMap(([literal, who = '', amount = '']) => {
    const payer = speaker(who.replace(/^.*,\s+|^.*\b(?:and|date)\s+/i, ''), parties);
    const currency = currencyIn(amount)?.code;
    return payer && currency ? [{ field, payer, currency, literal }] : [];
  });
}

function bothDeedsIn(text: string, field: Exchanged['field'], parties: Parties): Exchanged[] {
  let last: Source | undefined;
  return [...text.matchAll(DOES_WITH_AMOUNT)].flatMap(([literal, who = '', pays, amount = '']) => {
    const named = who.replace(/^.*[,:]\s+|^.*\b(?:and|und|y|e|et|date)\s+/i, '');
    const actor = /^(?:and|und|y|e|et)$/i.test(named) ? last : speaker(named, parties);
    last = actor;
    const currency = currencyIn(amount)?.code;
    if (!actor || currency === undefined) return [];
    return [{ field, payer: pays === undefined ? otherSide(actor) : actor, currency, literal }];
  });
}

function exchangeOf(text: string, found: FoundFields, { slashOrder }: ReadingContext): Exchanged['field'] | undefined {
  const read = readDate(text, slashOrder);
  if (read.kind === 'date') {
    if ([found.get('initial_exchange_date'), found.get('effective_date')].includes(read.date))
      return 'initial_exchange_date';
    return [found.get('final_exchange_date'), found.get('termination_date')].includes(read.date)
      ? 'final_exchange_date'
      : undefined;
  }
  if (FINAL.test(text)) return 'final_exchange_date';
  return INITIAL.test(text) ? 'initial_exchange_date' : undefined;
}
