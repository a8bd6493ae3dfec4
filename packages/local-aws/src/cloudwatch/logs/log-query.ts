import type { LogEvent, LogStore } from './log-store.ts';

/** A query that the sandbox cannot run: it knows what the saved queries use. */
export class LogQueryError extends Error {
  override readonly name = 'LogQueryError';
}

export interface LogTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

type Row = Readonly<Record<string, unknown>>;

const SOURCE = /^SOURCE '([^']+)'$/;

/**
 * Runs a query of CloudWatch Logs Insights over the logs of this machine: `SOURCE`, `fields`, `filter`, `stats`, `sort`
 * and `limit`, as far as the saved queries use them.
 *
 * @param logGroups where the query names none itself
 * @throws {LogQueryError} for what it does not know
 */
export function runLogQuery(store: LogStore, query: string, logGroups: readonly string[] = []): LogTable {
  const lines = query.split(/\s*\|\s*/);
  const named = lines.flatMap((line) => SOURCE.exec(line)?.[1] ?? []);
  let rows: Row[] = store.events([...logGroups, ...named]).map(rowOf);
  let columns: string[] = ['@timestamp', '@message'];
  for (const line of lines.filter((each) => !SOURCE.test(each))) {
    const [, command = '', rest = ''] = /^(\w+) (.+)$/s.exec(line) ?? [];
    switch (command) {
      case 'fields':
        columns = rest.split(/\s*,\s*/);
        break;
      case 'filter': {
        const holds = readFilter(rest);
        rows = rows.filter(holds);
        break;
      }
      case 'stats':
        ({ rows, columns } = count(rows, rest));
        break;
      case 'sort':
        rows = sorted(rows, rest);
        break;
      case 'limit':
        rows = rows.slice(0, Number(rest));
        break;
      default:
        throw new LogQueryError(`The sandbox cannot run "${line}".`);
    }
  }
  return { columns, rows: rows.map((row) => columns.map((column) => textOf(valueIn(row, column)))) };
}

function rowOf({ at, logGroup, fields }: LogEvent): Row {
  return { ...fields, '@timestamp': new Date(at).toISOString(), '@log': logGroup, '@message': JSON.stringify(fields) };
}

/** Insights reaches into objects by dots. */
function valueIn(row: Row, name: string): unknown {
  if (name in row) return row[name];
  return name
    .split('.')
    .reduce<unknown>(
      (value, part) => (typeof value === 'object' && value !== null ? (value as Row)[part] : undefined),
      row,
    );
}

function textOf(value: unknown): string {
  return value === undefined || value === null ? '' : String(value);
}

/** `and` binds tighter than `or`; there are no parentheses. */
function readFilter(text: string): (row: Row) => boolean {
  const alternatives = text.split(' or ').map((alternative) => alternative.split(' and ').map(readCondition));
  return (row) => alternatives.some((conditions) => conditions.every((holds) => holds(row)));
}

function readCondition(text: string): (row: Row) => boolean {
  const present = /^ispresent\(([\w@.]+)\)$/.exec(text);
  if (present) return (row) => valueIn(row, present[1] ?? '') !== undefined;
  const [, name = '', , equal, list] = /^([\w@.]+) (?:(= "([^"]*)")|in \[([^\]]*)\])$/.exec(text) ?? [];
  if (equal !== undefined) return (row) => valueIn(row, name) === equal;
  if (list !== undefined) {
    const values = [...list.matchAll(/"([^"]*)"/g)].map(([, value]) => value);
    return (row) => values.includes(textOf(valueIn(row, name)));
  }
  throw new LogQueryError(`The sandbox cannot filter by "${text}".`);
}

/** `count(*) as a, max(b) as c by d, e`. */
function count(rows: readonly Row[], text: string): { rows: Row[]; columns: string[] } {
  const [, what = '', by = ''] = /^(.+) by (.+)$/.exec(text) ?? [];
  const names = by.split(/\s*,\s*/);
  const wanted = what.split(/\s*,\s*/).map((each) => {
    const [, called, of = '', as = ''] = /^(count|max)\(([\w*]+)\) as (\w+)$/.exec(each) ?? [];
    if (called === undefined) throw new LogQueryError(`The sandbox cannot compute "${each}".`);
    return { called, of, as };
  });
  const groups = Map.groupBy(rows, (row) => JSON.stringify(names.map((name) => textOf(valueIn(row, name)))));
  return {
    columns: [...names, ...wanted.map(({ as }) => as)],
    rows: [...groups.values()].map((group) => ({
      ...Object.fromEntries(names.map((name) => [name, valueIn(group[0] ?? {}, name)])),
      ...Object.fromEntries(
        wanted.map(({ called, of, as }) => [
          as,
          called === 'count' ? group.length : Math.max(...group.map((row) => Number(valueIn(row, of) ?? 0))),
        ]),
      ),
    })),
  };
}

function sorted(rows: readonly Row[], text: string): Row[] {
  const [name = '', direction = 'asc'] = text.split(' ');
  const order = direction === 'desc' ? -1 : 1;
  return [...rows].sort((a, b) => {
    const [left, right] = [valueIn(a, name), valueIn(b, name)];
    if (typeof left === 'number' && typeof right === 'number') return order * (left - right);
    return order * textOf(left).localeCompare(textOf(right));
  });
}
