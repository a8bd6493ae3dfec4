import { Big } from 'big.js';
import type { FoundFields } from '../found-fields.ts';
import { readAmount } from '../values/numbers.ts';
import type { ReadingContext } from '../values/readers.ts';

const AMOUNT = /\b[A-Z]{3}\s?\d[\d.,'’\u00a0\u202f ]*\d(?:\s?(?:million|mio|mn|mm|m|billion|bn)\b)?/g;
/** Amounts that are of something else than the option. */
const OF_SOMETHING_ELSE =
  /\b(?:threshold|limit|line|facility|premium|minimum|rounding|collateral|fee|margin)\b[^.;]{0,40}$/i;

/**
 * The two amounts of an option that only its sentences state: `we shall pay JPY 1,512,500,000 and receive USD
 * 10,000,000`. They are taken where the currencies are the option's and the strike makes one of the other.
 */
export function readOptionAmounts(found: FoundFields, prose: string, { decimalMark }: ReadingContext): void {
  const strike = found.get('strike_price');
  const type = /([A-Z]{3})_(PUT|CALL)_([A-Z]{3})/.exec(found.get('option_type') ?? '');
  if (!type || strike === undefined || found.get('call_amount') !== undefined) return;
  const [call, put] = type[2] === 'CALL' ? [type[1], type[3]] : [type[3], type[1]];
  const amounts = [...prose.matchAll(AMOUNT)].flatMap((match) => {
    if (OF_SOMETHING_ELSE.test(prose.slice(Math.max(0, match.index - 60), match.index))) return [];
    const read = readAmount(match[0], decimalMark);
    return read?.currency === undefined ? [] : [{ ...read, literal: match[0] }];
  });
  const pairs = amounts
    .filter(({ currency }) => currency === call)
    .flatMap((ours) => amounts.filter(({ currency }) => currency === put).map((theirs) => [ours, theirs] as const))
    .filter(([ours, theirs]) => isAtStrike(ours.amount, theirs.amount, strike));
  const distinct = new Set(pairs.map(([ours, theirs]) => `${ours.amount}|${theirs.amount}`));
  const [pair] = pairs;
  if (!pair || distinct.size !== 1) return;
  for (const [side, { currency = '', amount, literal }] of [
    ['call', pair[0]],
    ['put', pair[1]],
  ] as const) {
    const entry = { page: 0, line: 0, label: 'text', value: literal };
    if (found.get(`${side}_currency`) === undefined) found.add(`${side}_currency`, currency, entry, 0.8);
    if (found.get(`${side}_amount`) === undefined) found.add(`${side}_amount`, amount, entry, 0.8);
  }
}

function isAtStrike(a: string, b: string, strike: string): boolean {
  const near = (of: string, by: string) => {
    const product = new Big(of).times(strike);
    return product.minus(by).abs().lte(product.times('0.005'));
  };
  return near(a, b) || near(b, a);
}
