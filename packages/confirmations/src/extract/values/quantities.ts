import type { TradeField } from '@trade-matching/domain';
import { isDateAlone } from './figure-readers.ts';
import { joinedNumber, plainFigures } from './literal.ts';
import { withoutSameInWords } from './number-words.ts';
import { readNumber } from './numbers.ts';
import { fields, NOTHING, reader, unread, unreadNumber, type ValueReader, WHY, whole } from './reading.ts';

const UNITS: readonly [RegExp, string][] = [
  [/\bbarrels?\b|\bbbls?\b|\bbarils?\b|\bbarriles?\b|\bbaril[ei]\b/i, 'bbl'],
  [
    /\bmetric tonn?e?s?\b|\bmts?\b|\btonnes?\b|\btonnen?\b|\btoneladas?(?: métricas?)?\b|\btonnes? métriques?\b|\btonnellat[ae]\b/i,
    'mt',
  ],
  [/\bmmbtus?\b/i, 'MMBtu'],
  [/\btherms?\b/i, 'therm'],
  [/\bmwhs?\b|\bmegawatt[\s-]hours?\b/i, 'MWh'],
  [/\b(?:troy )?ounces?\b|\b(?:troy )?oz\b/i, 'oz'],
  [/\bbushels?\b|\bbu\b/i, 'bu'],
  [/\bgallons?\b|\bgal\b/i, 'gal'],
  [/\bpounds?\b|\blbs?\b/i, 'lb'],
];
export const unitIn = (text: string): string | undefined => UNITS.find(([pattern]) => pattern.test(text))?.[1];
/** A ton of 2,000 or of 2,240 pounds is no metric one. */
const OTHER_TONS =
  /\b(?:short|long|us|u\.s\.|imperial|gross) tonn?e?s?\b|\btonn?e?s?\b[\s,(]*(?:short|long|imperial)\b/i;
/** `per day`, `/h`: of which time a quantity is. A month is the period of most. */
export const PER_TIME =
  /(?:\bper|\ba|\beach|\bevery|\bpro|\bje|\bpar|\bpor|\bal|\/)\s?(?:(?:gas|calendar|business) )?(hour|day|d|h|week|quarter|year|stunde|tag|woche|quartal|jahr|heure|jour|semaine|trimestre|an|hora|día|semana|año|ora|giorno|settimana|anno)\b/iu;
/** `(250 metric tonnes in each month)`, `(62,667 MMBtu per month for 6 months)`: the same quantity by its periods. */
const BY_PERIOD = [
  /[([][^)\]]*\b(?:per|each|every|a|in)\s+(?:calendar |calculation )?(?:month|period|day|week|quarter)[^)\]]*[)\]]/gi,
];

/** `10,000 barrels per month (60,000 barrels in total)`. */
const IN_TOTAL =
  /[([][^)\]]*\b(?:total|aggregate)\b[^)\]]*[)\]]|[,;]\s*(?:in )?(?:total|aggregate)(?: of)?\s+\d[\d.,'’ ]*\s*\p{L}*$|[,;/]\s+\d[\d.,'’ ]*\s*\p{L}*\s+(?:in )?(?:total|aggregate|overall)$/iu;
/** `60,000 barrels in total, 10,000 barrels per month`: the same the other way round. */
const TOTAL_FIRST =
  /^(\d[\d.,'’ ]*\s*\p{L}*)\s+(?:in )?(?:total|aggregate|overall)\s*[,;/]\s+(\d.*\b(?:per|each|every|a)\s+(?:calendar |calculation )?(?:month|period)\.?)$/iu;

/** `450,000 MMBtu, divided among the calculation periods as shown in the table below`: the total, whose parts stand there. */
const SHARED_OUT =
  /,?\s+(?:divided|allocated|distributed|spread|split|apportioned)\s+(?:among|over|across|between|by|into)\s+(?:the |each )?\D*$/i;

/** `120,000 bbl`, `10,000 barrels per month`. */
export const quantity = (field: TradeField, unitField?: TradeField): ValueReader =>
  reader([field, ...(unitField ? [unitField] : []), 'quantity_per_period'], (value, context) => {
    const { decimalMark } = context;
    if (isDateAlone(value)) return NOTHING;
    const text = joinedNumber(
      plainFigures(withoutSameInWords(value.replace(SHARED_OUT, '').replace(TOTAL_FIRST, '$2, $1 total'))),
    );
    const number = readNumber(text, 'amount', decimalMark);
    if (!number) return unreadNumber(field, value, 'amount', decimalMark);
    const unit = unitIn(text);
    if (OTHER_TONS.test(text)) return unread(field, 'UNREAD_VALUE', WHY.unit);
    const units = unitField && unit ? { [unitField]: unit } : {};
    const inTotal = IN_TOTAL.exec(text)?.[0];
    const total = inTotal === undefined ? undefined : readNumber(inTotal.slice(1), 'amount', decimalMark);
    // A total that is no whole number of periods is none of this quantity.
    if (total && !total.value.mod(number.value).eq(0)) return unread(field, 'UNREAD_VALUE', WHY.several);
    const outside = BY_PERIOD.reduce((left, pattern) => left.replace(pattern, ' '), text);
    const each = outside !== text && readNumber(text.slice(text.search(/[([]/)), 'amount', decimalMark);
    // `8,000 bbl per month` is what one period has, whatever its label says.
    const own =
      field === 'quantity' &&
      /\b(?:per|each|every|a) (?:calendar |calculation )?(?:month|period|hour|day|week|quarter)\b|\/\s?(?:hour|h|day|d|month|mth)\b|\b(?:pro|je|par|por|al|alla?) ?(?:stunde|tag|woche|monat|quartal|heure|jour|semaine|mois|trimestre|hora|d[íi]a|semana|mes|ora|giorno|settimana|mese)(?!\p{L})/iu.test(
        outside,
      )
        ? 'quantity_per_period'
        : field;
    return whole(
      field,
      context,
      `${number.before} ${number.rest}`,
      () =>
        fields({
          [own]: number.value.toFixed(),
          ...(each && own !== 'quantity_per_period' ? { quantity_per_period: each.value.toFixed() } : {}),
          ...(total && own === 'quantity_per_period' ? { quantity: total.value.toFixed() } : {}),
          ...units,
        }),
      [...BY_PERIOD, new RegExp(IN_TOTAL.source, 'giu')],
    );
  });
