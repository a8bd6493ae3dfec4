import { normaliseText } from './normalise-text.ts';

const ISIN = /\b[A-Z]{2}[A-Z0-9]{9}\d\b/;
const CUSIP = /\b[0-9]{3}[A-Z0-9]{5}\d\b/;
/** ISINs of these countries hold the CUSIP (ISO 6166). */
const WITH_CUSIP = /^(?:US|CA)([A-Z0-9]{9})\d$/;

/**
 * A bond by its identifier: `CUSIP 008916AB4`, `008916AB4` and `ISIN US008916AB45` are one. A text with two identifiers,
 * or with none, stands as it is written, without spaces.
 */
export function securityIdentifier(text: string): string {
  const upper = text
    .toUpperCase()
    .replace(/(?<=[A-Z0-9])-(?=[A-Z0-9])/g, '')
    .replace(/\b([A-Z]{2}) (?=[A-Z0-9]{9}\d\b)/g, '$1');
  const isins = upper.match(new RegExp(ISIN, 'g')) ?? [];
  const cusips = upper.replace(new RegExp(ISIN, 'g'), ' ').match(new RegExp(CUSIP, 'g')) ?? [];
  const found = new Set([...isins.map((isin) => WITH_CUSIP.exec(isin)?.[1] ?? isin), ...cusips]);
  const [only] = found;
  return found.size === 1 && only !== undefined ? only.toLowerCase() : normaliseText(text).replaceAll(' ', '');
}

const RANKS: readonly (readonly [RegExp, string])[] = [
  [/\bsubordin|\bjunior\b|\bhybrid|\bnachrang|\bsubordonn|\bibrid|\bhibrid|\btier\b/, 'subordinated'],
  [/\bsenior\b|\bvorrang/, 'senior'],
];

/**
 * Whether two texts describe otherwise the obligation that they identify alike: another coupon or another year where both
 * print one, or a rank that only one prints. A senior one is what an obligation is unless something else is said.
 */
export function isDescribedOtherwise(a: string, b: string): boolean {
  const [ours, theirs] = [descriptionOf(a), descriptionOf(b)];
  const areApart = (one: readonly string[], other: readonly string[]) =>
    one.length > 0 && other.length > 0 && !one.some((figure) => other.includes(figure));
  return areApart(ours.coupons, theirs.coupons) || areApart(ours.years, theirs.years) || ours.rank !== theirs.rank;
}

function descriptionOf(text: string) {
  const rest = text.toUpperCase().replace(new RegExp(ISIN, 'g'), ' ').replace(new RegExp(CUSIP, 'g'), ' ');
  const coupons = [...rest.matchAll(/(\d+(?:[.,]\d+)?)\s*(?:%|PER ?CENT|PCT)/g)].map(([, rate = '']) =>
    String(Number(rate.replace(',', '.'))),
  );
  const years = rest.match(/\b20\d\d\b/g) ?? [];
  const plain = normaliseText(rest);
  return { coupons, years, rank: RANKS.find(([words]) => words.test(plain))?.[1] ?? 'senior' };
}
