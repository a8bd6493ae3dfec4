import type { TradeField } from '@trade-matching/domain';
import { DATE_LITERAL, dateIn } from '../values/dates.ts';
import { isAbsent } from '../values/terms.ts';
import type { ProductReading } from './definition.ts';

const OF_EXCHANGES = /\bexch(?:ange)?s?\b|austausch|échange|\bintercambio|\bscambio/i;
const DATES: readonly (readonly [TradeField, RegExp, TradeField])[] = [
  ['initial_exchange_date', /\b(?:initial|start|first|inicial|iniziale)\b|\banfang/i, 'effective_date'],
  ['final_exchange_date', /\b(?:final|end|last|maturity|termination|finale)\b|\bschluss/i, 'termination_date'],
];
/** Who pays or gets the amounts: an exchange that takes place. */
const TAKES_PLACE =
  /\b(?:pays?|receives?|delivers?|paid|received|reverse|versons|versez|verse|payons|zahlt|zahlen|paga|pagamos|paghiamo|versa)\b|=\s*true\b|\b(?:effective|termination|maturity) date\b/i;
/** `On 1 October 2026 the Fund pays the sterling amount and receives the yen amount.` */
const SAID = new RegExp(
  `\\b[Oo]n (${DATE_LITERAL}),? [^.]{0,60}?\\b(?:pays?|paid|repaid|exchanged?|delivers?)\\b[^.]{0,80}\\bamounts?\\b|\\b[Oo]n (${DATE_LITERAL}) the same amounts\\b|\\b[Oo]n (${DATE_LITERAL}),? [^.]{0,50}?\\bpays? (?:(?:us|you|to \\S+|the \\S+) )?[A-Z]{3} \\d[\\d.,'’]*\\d(?: to (?:the )?\\S+)?,? and [^.]{0,40}?\\bpays? (?:(?:us|you|to \\S+|the \\S+) )?[A-Z]{3} \\d[\\d.,'’]*\\d`,
  'g',
);

const ON_A_DAY = new RegExp(`^(?:on )?(?:${DATE_LITERAL})\\s*:?$`, 'i');

/**
 * Reads when the notionals of a cross-currency swap are exchanged: from a label with its date (`FINAL, 01OCT2031`), from one
 * that says only who pays what (then at the start or at the end of the swap), and from sentences.
 */
export function readExchangeDates({ found, entries, prose, context }: ProductReading): void {
  for (const [field, which, ofSwap] of DATES) {
    if (found.get(field) !== undefined || found.unclear.has(field)) continue;
    const entry = entries.find(
      ({ label, section, value }) =>
        which.test(label) && OF_EXCHANGES.test(`${label} ${section}`) && !/\brate\b/i.test(label) && !isAbsent(value),
    );
    if (!entry) continue;
    const { page, line, label } = entry;
    const printed = [label, entry.value].map((text) => dateIn(text, context.slashOrder).reading);
    const dated = printed.find((reading) => reading.kind === 'date');
    // The entry itself stays an other term: its amounts and who pays them are compared there.
    if (dated?.kind === 'date') found.add(field, dated.date, { page, line, label, value: `${label} ${entry.value}` });
    else if (printed.every(({ kind }) => kind === 'none') && TAKES_PLACE.test(entry.value)) {
      const date = found.get(ofSwap);
      if (date !== undefined)
        found.infer(field, date, `“${label}” names no other day than the ${ofSwap.replace('_', ' ')}`);
    }
  }
  // `On 9 October 2026: Bank pays …` under `Principal exchanges`.
  for (const { label, section, value, page, line } of entries) {
    if (!OF_EXCHANGES.test(section) || !ON_A_DAY.test(label) || !TAKES_PLACE.test(value)) continue;
    const { reading } = dateIn(label, context.slashOrder);
    if (reading.kind !== 'date') continue;
    const [field] = DATES.find(([, , ofSwap]) => found.get(ofSwap) === reading.date) ?? [];
    // Its amounts and who pays them are compared as an other term.
    if (field && found.get(field) === undefined)
      found.add(field, reading.date, { page, line, label, value: `${label} ${value}` });
  }
  for (const [literal, one, other, both] of prose.matchAll(SAID)) {
    const { reading } = dateIn(one ?? other ?? both ?? '', context.slashOrder);
    if (reading.kind !== 'date') continue;
    const [field] = DATES.find(([, , ofSwap]) => found.get(ofSwap) === reading.date) ?? [];
    if (field && found.get(field) === undefined)
      found.add(field, reading.date, { page: 0, line: 0, label: 'text', value: literal }, 0.9);
  }
}
