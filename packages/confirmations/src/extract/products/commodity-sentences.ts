import type { TradeField } from '@trade-matching/domain';
import { Big } from 'big.js';
import { payingSentences } from '../sentences/leg-sentence.ts';
import { readDate, readMonth } from '../values/dates.ts';
import { readNumber } from '../values/numbers.ts';
import * as read from '../values/readers.ts';
import type { ProductReading } from './definition.ts';

const FIXED =
  /\b(?:festpreis|fixed price|prix fixe|precio fijo|prezzo fisso)\b(?: (?:of|von|de|di))?\s*((?:[A-Z]{3}|US\$|[€$£])?\s?\d[\d.,'’]*\d(?:\s?(?:[A-Z]{3}\b|[€$£]))?)/iu;
const PER_UNIT = /\b(?:je|pro|per|par|por)\s+(\p{L}{2,12})\b/iu;
/** `den Durchschnitt der Notierungen TTF Month Ahead nach ICIS Heren.` */
const FLOATING =
  /\b(?:durchschnitt|mittel(?:wert)?|average|mean|moyenne|media|promedio)\s+(?:of\s+the|der|des|de\s+(?:las|los)|delle|of|de)?\s*(?:(?:daily|täglichen|monthly)\s+)?(?:notierungen|quotations?|cotations|cotizaciones|quotazioni|settlement prices?|preise)\s+(?:(?:of|for|von|de|di|für)\s+)?(\p{Lu}[^.;]{3,60})/iu;

/** `Der Vertragspartner zahlt der Bank je MWh den Festpreis von 31,85 EUR.`: each price with who pays it. */
export function readPriceSentences({ found, prose, context, parties }: ProductReading): void {
  for (const { payer, text } of payingSentences(prose, parties)) {
    const place = { page: 0, line: 0, label: 'text', value: text };
    const give = (field: TradeField, value: string | undefined) => {
      if (value !== undefined && found.get(field) === undefined && !found.unclear.has(field))
        found.add(field, value, place, 0.9);
    };
    const fixed = FIXED.exec(text)?.[1];
    const floating = FLOATING.exec(text)?.[1];
    if ((fixed === undefined) === (floating === undefined)) continue;
    if (fixed !== undefined) {
      const reading = read.price('fixed_price', 'currency')(fixed, context);
      if (reading.kind !== 'fields') continue;
      for (const [field, value] of Object.entries(reading.fields) as [TradeField, string][]) give(field, value);
      give('fixed_price_payer', payer);
      give('unit_of_measure', read.unitIn(`1 ${PER_UNIT.exec(text)?.[1] ?? ''}`));
    } else {
      give('commodity_reference_price', floating?.trim());
      give('floating_price_payer', payer);
    }
  }
}

const OF_A_MONTH =
  /^(?:monats)?(?:menge|quantity|volume|quantité|cantidad|quantità)\s+(?:(?:de|di|für|for|im)\s+)?(\p{L}{3,10})\.?\s*:?$/iu;

/**
 * `Menge Januar | 22.320 MWh`: the quantity of each month under a label without its year, which is that of the period. Every
 * month of the period has its quantity, or none is read.
 */
export function readMonthlyQuantities({ found, entries, context }: ProductReading): void {
  if (found.get('quantity_schedule') !== undefined || found.unclear.has('quantity_schedule')) return;
  const months = monthsOf(found.get('effective_date'), found.get('termination_date'));
  const own = entries.flatMap((entry) => {
    const name = OF_A_MONTH.exec(entry.label)?.[1];
    const [month] = months.filter((each) => name !== undefined && readMonth(`${name} ${each.slice(0, 4)}`) === each);
    // `Menge insgesamt` is of no month.
    return name === undefined || readMonth(`${name} 2000`) === undefined ? [] : [{ entry, month }];
  });
  const [first] = own;
  if (!first) return;
  const steps = own.map(({ entry, month }) => {
    const reading = read.quantity('quantity', 'unit_of_measure')(entry.value, context);
    return month === undefined || reading.kind !== 'fields'
      ? undefined
      : `${month}-01 ${plain(reading.fields.quantity)}`;
  });
  const isWhole =
    months.length > 0 && months.length <= 12 && steps.length === months.length && new Set(steps).size === steps.length;
  if (!isWhole || steps.includes(undefined)) {
    const why = 'its months are not those of the period';
    found.leaveUnread({ kind: 'unread', field: 'quantity_schedule', code: 'UNREAD_VALUE', why }, first.entry);
    return;
  }
  for (const { entry } of own) found.use(entry);
  found.add('quantity_schedule', (steps as string[]).toSorted().join('; '), first.entry);
  const unit = read.unitIn(first.entry.value);
  if (unit && found.get('unit_of_measure') === undefined) found.add('unit_of_measure', unit, first.entry);
}

const A_MONTHS_QUANTITY =
  /(?:^|[;,:.]\s*|\s)(?:(?:1(?:st)?\s+)?(\p{L}{3,10}\.?\s+\d{4})|(\d{1,2}\s+\p{L}{3,10}\s+\d{4})\s+(?:to|until|–|-|bis|au|al)\s+\d{1,2}\s+\p{L}{3,10}\s+\d{4})\s*[:–-]?\s+(\d[\d.,'’]*)\s*(\p{L}{1,12}(?:\s(?:tonnes?|tons?))?)(?=[\s;,.)]|$)/giu;
const OF_A_QUANTITY = /\b(?:quantit|volume|periods?|cantidad|liefermenge|menge)|mengen?\b/i;

/**
 * `60,000 bbl in total: January 2027 15,000 bbl; February 2027 20,000 bbl`, `1 January 2027 to 31 January 2027: 800 MT, …`:
 * the quantity of every month of the period in one cell, or none.
 */
export function readQuantitiesOfCells({ found, entries, context }: ProductReading): void {
  if (found.get('quantity_schedule') !== undefined) return;
  const months = monthsOf(found.get('effective_date'), found.get('termination_date'));
  for (const entry of entries) {
    if (!OF_A_QUANTITY.test(entry.label)) continue;
    const steps = [...entry.value.matchAll(A_MONTHS_QUANTITY)].map(([, named, from, figure = '', unit = '']) => {
      const month = named === undefined ? readMonthOfDay(from ?? '') : readMonth(named);
      const quantity = readNumber(figure, 'amount', context.decimalMark)?.value.toFixed();
      return month === undefined || quantity === undefined
        ? undefined
        : { month, quantity, unit: read.unitIn(`1 ${unit}`) };
    });
    const isWhole =
      steps.length > 1 && steps.length === months.length && months.every((month, i) => steps[i]?.month === month);
    const units = new Set(steps.map((step) => step?.unit));
    if (!isWhole || units.size !== 1) continue;
    const schedule = steps.map((step) => `${step?.month}-01 ${step?.quantity}`).join('; ');
    found.settle('quantity');
    found.add('quantity_schedule', schedule, entry);
    const [unit] = units;
    if (unit && found.get('unit_of_measure') === undefined) found.add('unit_of_measure', unit, entry);
    return;
  }
}

const readMonthOfDay = (literal: string): string | undefined => {
  const read = readDate(literal);
  return read.kind === 'date' ? read.date.slice(0, 7) : undefined;
};

function plain(quantity: string | undefined): string {
  return readNumber(quantity ?? '', 'amount', '.')?.value.toFixed() ?? quantity ?? '';
}

/** The months from one day to the last before another: `2027-01`, `2027-02`. */
function monthsOf(from: string | undefined, to: string | undefined): string[] {
  if (from === undefined || to === undefined) return [];
  const at = (date: string) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;
  const [first, last] = [at(from), at(to)];
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => {
    const month = first + i;
    return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
  });
}

/** A document that gives the quantity of every month need not print their sum. */
export function inferTotalQuantity({ found }: ProductReading): void {
  const schedule = found.get('quantity_schedule');
  if (schedule === undefined || found.get('quantity') !== undefined || found.unclear.has('quantity')) return;
  const figures = schedule.split('; ').map((step) => step.split(' ')[1] ?? '');
  if (!figures.every((figure) => /^\d+(?:\.\d+)?$/.test(figure))) return;
  const total = figures.reduce((sum, figure) => sum.plus(figure), new Big(0));
  found.infer('quantity', total.toFixed(), 'the sum of the quantities of its schedule');
}
