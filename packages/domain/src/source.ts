/** Whose confirmation a document is: the bank's own, or the other side's. The first segment of its key. */
export const SOURCES = ['BANK', 'COUNTERPARTY'] as const;

export type Source = (typeof SOURCES)[number];

export function isSource(value: unknown): value is Source {
  return value === 'BANK' || value === 'COUNTERPARTY';
}

export function otherSide(source: Source): Source {
  return source === 'BANK' ? 'COUNTERPARTY' : 'BANK';
}
