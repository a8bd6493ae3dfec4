import { inEnglish } from './languages/translate.ts';
import type { Entry } from './layout/entry.ts';
import { legOf } from './vocabulary/term.ts';

/** `Tasso fisso pagato dal Cliente`, `Fixed rate (paid by the Bank)`: a rate or a price with who pays it. */
const PAID_BY =
  /^(.{3,40}?)[\s,(–-]+(?:(?:to be )?paid by|payable by|due from|pagat[oa] da(?:l|lla|ll['’])?|dovut[oa] da(?:l|lla|ll['’])?|pagad[oa] por|a pagar por|pay(?:é|ée|able) par|versée? par|dû par|gezahlt (?:von|durch|vom)|(?:zu )?zahl(?:en|bar) (?:von|durch|vom))\s*(?:the |la |el |le |il |der |die |den |dem |l['’])?(.{2,50}?)\s*\)?\s*:?$/iu;
const OF_A_PRICE = /\bprice\b/i;

/** The entry with the label of its rate or price alone, and one more that says who pays it; any other as it is. */
export function withPayerOfLabel(entry: Entry): Entry[] {
  const [, term = '', payer = ''] = PAID_BY.exec(entry.label) ?? [];
  const english = inEnglish(term) ?? term;
  const leg = term === '' || !/\d/.test(entry.value) ? undefined : legOf(english);
  if (leg === undefined || leg === 'equity') return [entry];
  return [
    { ...entry, label: term },
    { ...entry, label: `${leg} ${OF_A_PRICE.test(english) ? 'price' : 'rate'} payer`, value: payer },
  ];
}
