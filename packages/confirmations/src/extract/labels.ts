/** A label as it is looked up: lower case, no accents, punctuation as spaces, `(s)` as a plural. */
export function normaliseLabel(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replace(/\(s\)/g, 's')
    .replace(/&/g, ' and ')
    .replace(/[^a-z0-9]+/g, ' ')
    .replace(/^(?:\d{1,2}|[a-z]|[ivx]{1,4}) (?=[a-z]{3})/, '')
    .trim();
}
