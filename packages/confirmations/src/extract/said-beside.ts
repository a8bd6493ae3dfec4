import { type Evidence, FIELD_KINDS, type OtherTerm, type Product, type TradeField } from '@trade-matching/domain';
import { fieldsOfCell } from './accounting/beyond-the-value.ts';
import { qualifiersIn } from './accounting/qualifiers.ts';
import type { FoundFields } from './found-fields.ts';
import { matchesOf } from './matches-of.ts';
import { areEven, MONTH_NAMES, monthNumber, monthsIn } from './values/frequencies.ts';
import { PER_TIME } from './values/quantities.ts';
import { sourceOfRate } from './values/rate-index.ts';

/** What a cell says beside its value, by a name that is the same whatever the label. */
interface Beside {
  readonly what: string;
  readonly said: string;
}

const TIMES: Readonly<Record<string, string>> = {
  d: 'day',
  h: 'hour',
  stunde: 'hour',
  tag: 'day',
  woche: 'week',
  quartal: 'quarter',
  jahr: 'year',
  heure: 'hour',
  jour: 'day',
  semaine: 'week',
  trimestre: 'quarter',
  an: 'year',
  hora: 'hour',
  día: 'day',
  semana: 'week',
  año: 'year',
  ora: 'hour',
  giorno: 'day',
  settimana: 'week',
  anno: 'year',
};

const DAY_AND_MONTH = new RegExp(
  `(?<![\\d.,])(\\d{1,2})(?:st|nd|rd|th|\\.|er)?\\s+(?:of |de )?(${MONTH_NAMES})(?!\\p{L})(?!\\.?,?\\s*(?:del? )?\\d{4})|(?<!\\p{L})(${MONTH_NAMES})\\s+(\\d{1,2})(?:st|nd|rd|th)?\\b(?!,?\\s*\\d{4})`,
  'giu',
);
/** A payment that falls on a day when banks are closed is made so many days later or earlier, at most. */
const MOST_ROLL = 3;
const LAST_DAYS = 28;
/** `each 17 March and 17 September`, `in each year`. */
const EACH_YEAR = /(?<!\p{L})(?:each|every|jedes jahres|eines jeden|chaque|cada|ogni)(?!\p{L})/iu;

/** Protection is paid for on the 20th of March, June, September and December, whatever is printed. */
const DAY_OF_CREDIT = 20;

/** Days of payments without their year that are none of the trade's: `30 June and 31 December` of one that begins on a 16 March. */
function otherDays(found: FoundFields, literal: string): Beside | undefined {
  const days = matchesOf(literal, DAY_AND_MONTH).flatMap(([, day, month, monthFirst, dayBehind]) => {
    const number = monthNumber(month ?? monthFirst ?? '');
    return number === undefined ? [] : [{ month: number, day: Number(day ?? dayBehind) }];
  });
  const ends = (['effective_date', 'termination_date'] as const).flatMap((field) => {
    const date = found.get(field);
    return date === undefined ? [] : [{ month: Number(date.slice(5, 7)) - 1, day: Number(date.slice(8, 10)) }];
  });
  // `los días 24 de marzo, junio y septiembre`: one day of several months.
  const months = monthsIn(literal);
  if (days.length === 0) return otherDayOfMonth(ends, literal);
  if (months.length === 0 || ends.length === 0) return undefined;
  const apart = 12 / months.length;
  const isOfMarket =
    found.get('reference_entity') !== undefined &&
    days.every(({ day, month }) => day === DAY_OF_CREDIT && month % 3 === 2);
  if (isOfMarket) return undefined;
  // Days that were moved are not all moved alike, and what is so each year is not moved yet.
  const isUnmoved = new Set(days.map(({ day }) => day)).size === 1 || EACH_YEAR.test(literal);
  const roll = isUnmoved ? 0 : MOST_ROLL;
  const isRegular = days.every(({ month, day }) =>
    ends.some((end) => isOneDay(day, end.day, roll) && (month - end.month + 12) % apart === 0),
  );
  if (isRegular && areEven(months)) return undefined;
  const said = days.map(({ month, day }) => `${String(month + 1).padStart(2, '0')}-${String(day).padStart(2, '0')}`);
  return { what: 'days of payment', said: [...new Set(said)].sort().join(', ') };
}

const isOneDay = (day: number, other: number, roll: number): boolean =>
  Math.abs(day - other) <= roll || (day >= LAST_DAYS && other >= LAST_DAYS);

/** `monthly on the 26th`, `the 26th day of each month`. */
const DAY_ALONE =
  /\b(?:on the|the(?=\s+\d{1,2}(?:st|nd|rd|th)? day of (?:each|every)\b))\s+(\d{1,2})(?:st|nd|rd|th)(?!\s+(?:business|banking|commodity|calendar) day|\s+(?:day )?(?:after|before|following|preceding|of the))/gi;

/** Every month, or in months that are not named, on a day on which the trade neither begins nor ends. */
function otherDayOfMonth(ends: readonly { readonly day: number }[], literal: string): Beside | undefined {
  const days = matchesOf(literal, DAY_ALONE).map(([, day]) => Number(day));
  const isRegular = days.every((day) => ends.some((end) => isOneDay(day, end.day, 0)));
  if (isRegular || ends.length === 0) return undefined;
  return { what: 'days of payment', said: `on the ${[...new Set(days)].sort((a, b) => a - b).join(', ')}` };
}

function besideOf(found: FoundFields, field: TradeField, { literal }: Evidence): Beside | undefined {
  const kind = FIELD_KINDS[field];
  if (kind === 'quantity') {
    const time = PER_TIME.exec(literal)?.[1]?.toLowerCase();
    return time === undefined ? undefined : { what: 'quantity', said: `per ${TIMES[time] ?? time}` };
  }
  if (kind === 'index') {
    const source = sourceOfRate(literal);
    return source === undefined ? undefined : { what: 'source of the rate', said: source };
  }
  return kind === 'frequency' ? otherDays(found, literal) : undefined;
}

/**
 * What cells say beside the values that were read from them, as other terms: each by what it is of, so that two houses that
 * say the same under other labels agree (R2).
 */
export function saidBeside(found: FoundFields, product: Product, others: readonly OtherTerm[]): OtherTerm[] {
  const terms = qualifiersOfCells(found, product);
  for (const [field, evidence] of Object.entries(found.evidence) as [TradeField, Evidence][]) {
    const beside = besideOf(found, field, evidence);
    // The whole cell, or the part that says it, may be a term to compare already.
    const isTold = ({ literal }: OtherTerm) =>
      evidence.literal.includes(literal) && besideOf(found, field, { ...evidence, literal })?.said === beside?.said;
    if (beside === undefined || others.some(isTold)) continue;
    const leg = /^(?:fixed|floating|second)(?=_)/.exec(field)?.[0];
    const key = leg === undefined ? beside.what : `${leg} ${beside.what}`;
    const { label, page, line, boxes } = evidence;
    terms.set(key, { label, key, literal: beside.said, page, line, ...(boxes ? { boxes } : {}), economic: true });
  }
  return [...terms.values()];
}

/** The qualifiers of all cells that gave fields: what is the market's anyway is no economic term of its own. */
function qualifiersOfCells(found: FoundFields, product: Product): Map<string, OtherTerm> {
  const terms = new Map<string, OtherTerm>();
  const hasSchedule = found.hasSchedule();
  for (const literal of new Set(Object.values(found.evidence).map((evidence) => evidence?.literal ?? ''))) {
    const fields = fieldsOfCell(found, literal);
    const evidence = fields[0] && found.evidence[fields[0]];
    if (!evidence || (found.get('business_day_convention') === 'NONE' && fields.includes('business_day_convention')))
      continue;
    const { label, page, line, boxes } = evidence;
    for (const { what, said, isUsual } of qualifiersIn(literal, { product, fields, hasSchedule }).qualifiers) {
      const place = { page, line, ...(boxes ? { boxes } : {}) };
      terms.set(what, { label, key: what, literal: said, ...place, economic: !isUsual });
    }
  }
  return terms;
}
