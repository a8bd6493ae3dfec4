/** Words that end in a full stop of their own. */
const ABBREVIATED =
  /(?:^|[\s(])(?:inc|ltd|co|corp|bros|plc|llc|lp|llp|jr|sr|dr|st|no|nr|etc|approx|incl|excl|int|intl|dept|div|ex|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|gov|univ|assoc|intl|ag|nv|sa|bv|adj|mod|foll|fol|prec|act|semi|yr|mth|bus|conv|p\.a|s\.a|n\.a|a\.m|p\.m)\.$/i;

/** A value without the full stop of the sentence that it ends: `Natural Gas.`, `BRL PTAX (BRL09).` */
export function withoutFullStop(value: string): string {
  if (!/[\p{L}\d)%]\s?\.$/u.test(value) || /\.\S*\.$/.test(value.split(/\s+/).at(-1) ?? '')) return value;
  return ABBREVIATED.test(value) || /(?:^|\s)\p{L}\.$/u.test(value) ? value : value.replace(/\s?\.$/, '');
}
