/** `INTEREST_RATE_SWAP`, `fixed_rate` and `TradeMismatched` as people say them. */
export function words(code: string): string {
  const text = code
    .replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ')
    .toLowerCase()
    .replaceAll('_', ' ');
  return (text.charAt(0).toUpperCase() + text.slice(1)).replace(/\b(?:fx|uti|lei|ndf|cds)\b/gi, (name) =>
    name.toUpperCase(),
  );
}

/** `, read from a picture, 93 % sure`; nothing of what was printed as text. */
export function sureness(confidence: number | undefined): string {
  return confidence === undefined ? '' : `, read from a picture, ${Math.round(100 * confidence)} % sure`;
}

export function amount(value: string | undefined, currency: string | undefined): string {
  if (value === undefined) return '';
  return `${currency ?? ''} ${value.replace(/^\d+/, (whole) => whole.replaceAll(/\B(?=(\d{3})+$)/g, ','))}`.trim();
}

const UNITS: readonly [string, number][] = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['min', 60_000],
];

/** `2 d 4 h`: the two largest units. */
export function span(milliseconds: number): string {
  let left = Math.abs(milliseconds);
  const parts: string[] = [];
  for (const [unit, size] of UNITS) {
    const count = Math.floor(left / size);
    left -= count * size;
    if (count > 0 || parts.length > 0) parts.push(`${count} ${unit}`);
  }
  return parts.slice(0, 2).join(' ') || 'under a minute';
}

export function due(dueAt: string, now: number): string {
  const left = Date.parse(dueAt) - now;
  return left < 0 ? `overdue by ${span(left)}` : `in ${span(left)}`;
}

/** In the time of whoever looks, with the zone. */
export const moment = (iso: string) =>
  new Date(iso).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' });
