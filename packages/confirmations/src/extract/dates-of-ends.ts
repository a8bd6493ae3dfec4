import { canonicalLabel } from './labels.ts';
import type { Entry } from './layout/entry.ts';
import { dateIn } from './values/dates.ts';

const FROM = /^(?:from|start from|with effect from|von|ab|laufzeit von|du|à partir du|desde|del|dal|da)\s*:?$/i;
const TO = /^(?:to|until|till|up to|to \(maturity\)|bis|laufzeit bis|au|jusqu['’]au|hasta|al|fino al|a)\s*:?$/i;

const isDateAlone = (value: string): boolean => {
  const { reading, before, after } = dateIn(value);
  return reading.kind !== 'none' && `${before}${after}`.replace(/\W/g, '') === '';
};

/** `From: 9 Nov 2026` over `To: 9 Nov 2029`: when the trade begins and ends; of a name, `To: Harbour Bank plc`, nothing. */
export function withDatesOfEnds(entries: readonly Entry[]): readonly Entry[] {
  const [froms, tos] = [FROM, TO].map((label) =>
    entries.filter((entry) => label.test(entry.label.trim()) && isDateAlone(entry.value)),
  );
  const [from, to] = [froms?.[0], tos?.[0]];
  const hasStart = entries.some(({ label }) => canonicalLabel(label) === 'effective date');
  if (!from || !to || froms?.length !== 1 || tos?.length !== 1 || hasStart) return entries;
  return entries.map((entry) =>
    entry === from
      ? { ...entry, label: 'Effective Date' }
      : entry === to
        ? { ...entry, label: 'Termination Date' }
        : entry,
  );
}

/** `Date of agreement`, where no other label is of the day of the trade: the day on which the trade was agreed. */
export function withDateOfDeal(entries: readonly Entry[]): readonly Entry[] {
  const named = entries.filter(({ label }) => canonicalLabel(label) === 'agreement date');
  const hasOther = entries.some(({ label }) =>
    /^(?:trade|deal|dealing|dealt|contract|transaction|execution) date$|^(?:dealt|traded|executed|agreed)(?: on)?$/.test(
      canonicalLabel(label),
    ),
  );
  if (named.length !== 1 || hasOther) return entries;
  return entries.map((entry) => (entry === named[0] ? { ...entry, label: 'Trade Date' } : entry));
}
