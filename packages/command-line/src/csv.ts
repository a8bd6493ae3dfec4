/** A row of CSV (RFC 4180). */
export function csvRow(cells: readonly (string | number)[]): string {
  return cells.map(csvCell).join(',');
}

/** A head, and a row a record with these of its values: a list in one cell, what is absent empty. */
export function csvLines<N extends string>(
  columns: readonly N[],
  records: readonly { readonly [name in N]?: unknown }[],
): string[] {
  return [csvRow(columns), ...records.map((record) => csvRow(columns.map((name) => cellOf(record[name]))))];
}

function cellOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(cellOf).join('; ');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** Spreadsheets run what begins like a formula: it gets an apostrophe in front (OWASP, CSV injection). */
function csvCell(cell: string | number): string {
  const text = typeof cell === 'string' && /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
