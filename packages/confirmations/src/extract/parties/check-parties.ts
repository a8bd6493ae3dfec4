import type { TradeField } from '@trade-matching/domain';
import type { FoundFields } from '../found-fields.ts';

/** Who pays each leg. Of a swap with two legs no party pays both. */
const LEG_PAYERS: readonly TradeField[] = [
  'fixed_rate_payer',
  'floating_rate_payer',
  'second_rate_payer',
  'equity_amount_payer',
  'fixed_price_payer',
  'floating_price_payer',
];

/** Letters by which two names differ that a person takes for one. */
const NEAR = 2;
/** In a shorter name, two other letters make another name. */
const SHORTEST_NEAR = 8;

/** Flags for review what no two parties to one trade have in common: all the payments, or almost a name. */
export function checkParties(found: FoundFields): void {
  const payers = LEG_PAYERS.filter((field) => found.get(field) !== undefined);
  const [first] = payers;
  const known = found.flags.some(
    ({ code, field }) => code === 'CONTRADICTION' && payers.some((payer) => payer === field),
  );
  if (
    first !== undefined &&
    payers.length > 1 &&
    new Set(payers.map((field) => found.get(field))).size === 1 &&
    !known
  ) {
    const message = `${found.get(first)} pays every leg: it is the ${payers.map((field) => field.replaceAll('_', ' ')).join(' and the ')}`;
    found.flag({ code: 'CONTRADICTION', severity: 'review', field: first, message });
  }
  const [bank, counterparty] = [found.get('bank_name'), found.get('counterparty_name')];
  if (bank !== undefined && counterparty !== undefined && lookAlike(bank, counterparty)) {
    const message = `the names of the parties are almost the same: “${bank}” and “${counterparty}”`;
    found.flag({ code: 'AMBIGUOUS_PARTY', severity: 'review', field: 'counterparty_name', message });
  }
}

/** Whether two names differ by two letters or fewer, or by letters of another script that look the same. */
export function lookAlike(one: string, other: string): boolean {
  const [a, b] = [plain(one), plain(other)];
  const near = Math.min(a.length, b.length) < SHORTEST_NEAR ? 1 : NEAR;
  return Math.abs(a.length - b.length) <= near && distance(a, b) <= near;
}

/** Letters of Greek and Cyrillic, and figures, that look like a Latin letter. Source: confusables.txt of Unicode's UTS 39. */
const LOOKS_LIKE: Readonly<Record<string, string>> = Object.fromEntries(
  [...'аеорсхуіјѕһԁԛԝαοερικν01'].map((letter, index) => [letter, [...'aeopcxyijshdqwaoepikvol'][index] ?? '']),
);

function plain(name: string): string {
  const letters = name.normalize('NFKD').toLowerCase();
  return Array.from(letters, (letter) => LOOKS_LIKE[letter] ?? letter)
    .join('')
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/** Letters added, left out or changed to make one text of the other (Levenshtein). */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const changed = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(changed, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
