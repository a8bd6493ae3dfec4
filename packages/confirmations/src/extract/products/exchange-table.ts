import type { Product } from '@trade-matching/domain';
import type { FoundFields } from '../found-fields.ts';
import type { DatedTable } from '../layout/tables.ts';
import { readDate } from '../values/dates.ts';
import { amountIn } from '../values/numbers.ts';
import type { ReadingContext } from '../values/readers.ts';

const PAYS = /\b(?:pays?|zahlt|zahlen|paie|payons|paga|pagamos|paghiamo)\b/i;
const RECEIVES = /\b(?:receives?|erhält|erhalten|reçoit|recevons|recibe|recibimos|riceve|riceviamo)\b/i;

/** `Paid by Alder`, `Gezahlt von der Bank`. */
const PAID_BY =
  /^(?:(?:paid|payable) by|payés? par|gezahlt (?:von|durch)|zahlbar (?:von|durch)|pagado por|pagato da(?:l|lla)?)\s+\S/i;

/** `Date | Fund receives | Fund pays`, `Date | Paid by Fund | Paid by Bank`: amounts that are exchanged on a date, and no steps of a notional. */
export function isExchangeTable({ headings }: DatedTable): boolean {
  if (headings.filter((heading) => PAID_BY.test(heading)).length === 2) return true;
  return headings.some((heading) => PAYS.test(heading)) && headings.some((heading) => RECEIVES.test(heading));
}

/**
 * The dates of a cross-currency swap's exchanges, from a table of two rows of which the second gives back what the first
 * exchanged. Any other table stays unread, for review.
 */
export function readExchangeTables(
  found: FoundFields,
  product: Product,
  tables: readonly DatedTable[],
  { slashOrder, decimalMark }: ReadingContext,
): DatedTable[] {
  if (product !== 'CROSS_CURRENCY_SWAP') return [...tables];
  return tables.filter((table) => {
    const [first, last] = table.rows;
    if (!first || !last || table.rows.length !== 2 || table.beside.length > 0) return true;
    const amounts = [first, last].map(({ cells }) =>
      cells.slice(1).map((cell) => {
        const read = amountIn(cell, decimalMark);
        return read?.currency === undefined ? '' : `${read.currency} ${read.amount}`;
      }),
    );
    const [paid = [], back = []] = amounts;
    const dates = [first, last].map(({ cells }) => readDate(cells[0] ?? '', slashOrder));
    const [start, end] = dates;
    if (start?.kind !== 'date' || end?.kind !== 'date' || start.date >= end.date) return true;
    if (paid.length !== 2 || paid.includes('') || paid[0] === paid[1]) return true;
    if (back[0] !== paid[1] || back[1] !== paid[0]) return true;
    for (const [field, date, row] of [
      ['initial_exchange_date', start.date, first],
      ['final_exchange_date', end.date, last],
    ] as const) {
      const value = row.cells.join(' ');
      found.add(field, date, {
        page: table.page,
        line: row.line,
        label: table.caption || 'exchange',
        value,
        boxes: row.boxes,
      });
    }
    return false;
  });
}
