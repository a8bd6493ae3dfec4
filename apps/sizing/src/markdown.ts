/** A table as our pages have it; the columns from `right` on are aligned to the right. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[], right: number): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, index) => (index >= right ? '---:' : '---'))), ...rows.map(line)].join('\n');
}

/** A computed table's place in a page. */
const placeOf = (name: string) => new RegExp(`(<!-- table: ${name} -->\\n)(?:\\|.*\\n)*`);

/**
 * The page with each table put in its place.
 *
 * @throws where the page has no place for one
 */
export function withTables(page: string, tables: Readonly<Record<string, string>>): string {
  let text = page;
  for (const [name, table] of Object.entries(tables)) {
    if (!placeOf(name).test(text)) throw new Error(`The page has no line <!-- table: ${name} -->.`);
    text = text.replace(placeOf(name), (_, place: string) => `${place}${table}\n`);
  }
  return text;
}
