/**
 * A reference as it tells trades apart: letters and digits of every script in one case, and a dash for whatever separates
 * two groups of digits. `fx 2024/1/11` is `FX-2024-1-11`; `FX-2024-11-1` is another trade. What else separates does not
 * count, so that `NWB 014410X` is `NWB-014410X`.
 */
export function identityReference(reference: string): string {
  return reference
    .normalize('NFKC')
    .toUpperCase()
    .replace(/(?<=\p{N})[^\p{L}\p{M}\p{N}]+(?=\p{N})/gu, '-')
    .replace(/[^\p{L}\p{M}\p{N}-]+|(?<!\p{N})-+|-+(?!\p{N})/gu, '');
}

/** The form under which an {@link identityReference} is searched: without its dashes and accents. It finds, it never decides. */
export function looseReference(identity: string): string {
  return identity.normalize('NFKD').replace(/-|[\u0300-\u036f]/g, '');
}

/**
 * How two references compare, each an {@link identityReference}. Alike: one leaves out separators that the other prints,
 * `FX2024111` for one; where each prints some that the other does not, they are two references.
 */
export function compareReferences(ours: string, theirs: string): 'same' | 'alike' | 'different' {
  if (ours === theirs) return 'same';
  if (looseReference(ours) !== looseReference(theirs)) return 'different';
  const [few, many] = [separators(ours), separators(theirs)].sort((a, b) => a.length - b.length);
  return few?.every((position) => many?.includes(position)) ? 'alike' : 'different';
}

/** Whether two documents print a reference in the same characters. Line breaks and widths of blanks are the page's. */
export function isPrintedAlike(ours: string, theirs: string): boolean {
  return asPrinted(ours) === asPrinted(theirs);
}

export function asPrinted(reference: string): string {
  return reference.normalize('NFKC').replace(/\s+/g, ' ').trim();
}

/** Before which characters the dashes stand, counted without them. */
function separators(identity: string): number[] {
  const positions: number[] = [];
  let position = 0;
  for (const group of identity
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .split('-')
    .slice(0, -1)) {
    position += group.length;
    positions.push(position);
  }
  return positions;
}

/**
 * A reference without the house that some put in front of the other side's: `FNB-IRS-52589154` is a bank's own
 * `IRS-52589154`. Undefined where nothing stands in front.
 */
export function withoutHouse(reference: string): string | undefined {
  const [, rest] = /^\s*[A-Z]{2,6}\s*[-/.:_ ]\s*([A-Z]{2,6}[-/.:_ ]*\d{4}.*)$/i.exec(reference) ?? [];
  return rest === undefined ? undefined : identityReference(rest);
}
