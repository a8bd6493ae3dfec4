import { type Product, type TradeField, withoutPaymentLags } from '@trade-matching/domain';
import type { FoundFields } from '../found-fields.ts';
import { isForeignFirst, isTranslation } from '../languages/two-languages.ts';
import type { Entry } from '../layout/entry.ts';
import { BY_WORD, countsDays, listsOtherDates, saysMore } from './beside-a-value.ts';
import { isWayToFindAPrice } from './economic.ts';
import { partsOfCell } from './parts-of-cells.ts';
import { qualifiersIn } from './qualifiers.ts';
import { labelSaysMore } from './terms-under-labels.ts';
import { hasWordsBeside, isOfNames } from './words-beside-values.ts';

/** What a cell that gave fields says beyond them. */
export interface Beyond {
  /** Its words, or its label's, are more than its value's. */
  readonly isBeyond: boolean;
  /** The part of the cell that says more, or the whole of it. */
  readonly literal: string;
  /** Of which field a part is said, so that two houses' parts are compared whatever their labels. */
  readonly field?: TradeField;
}

/** The fields whose evidence is this cell. */
export function fieldsOfCell(found: FoundFields, value: string): readonly TradeField[] {
  return (Object.keys(found.evidence) as TradeField[]).filter((field) => found.evidence[field]?.literal === value);
}

/**
 * What a cell says beyond the fields that it gave: without the parts that were held against other fields, and without
 * qualifiers, which are terms of their own. Of several parts only those that say more are kept; undefined where none does.
 */
export function beyondTheValue(
  found: FoundFields,
  product: Product,
  entry: Entry,
  known: ReadonlySet<string>,
): Beyond | undefined {
  if (found.isWhole(entry)) return undefined;
  const fields = fieldsOfCell(found, entry.value);
  const { rest } = qualifiersIn(found.withoutUsedParts(entry), {
    product,
    fields,
    hasSchedule: found.hasSchedule(),
  });
  if (labelSaysMore(found, entry, known)) return { isBeyond: true, literal: entry.value };
  const isBeyond = (said: string) => hasWordsBeside(found, entry, said);
  // Days after a period's end are a term of their own.
  const isMore = (said: string) =>
    isBeyond(countsDays({ ...entry, value: said }) ? withoutPaymentLags(said) : said) || saysMore(found, entry, said);
  if (!isMore(rest)) return undefined;
  const whole = { isBeyond: isBeyond(rest), literal: entry.value };
  const [field] = fields;
  const isJudgedWhole = isOfNames(fields) && !fields.some((each) => BY_WORD.has(each));
  // A list of days, and the way to find a price, are one term together.
  if (field === undefined || isJudgedWhole || listsOtherDates(found, rest) || isWayToFindAPrice(rest)) return whole;
  const parts = partsOfCell(rest);
  const beyond = parts.filter((part) => isMore(part) && !isSaidAgain(part, entry));
  if (beyond.length === 0 && parts.some(isMore)) return undefined;
  if (beyond.length === 0 || beyond.length === partsOfCell(entry.value).length) return whole;
  return { ...whole, literal: beyond.join(', '), field };
}

/**
 * `aangepast / adjusted` under a label in two languages: the half in the language that is not read says again what the other
 * one does, if it has no more words and the same figures.
 */
function isSaidAgain(part: string, { label, value }: Entry): boolean {
  if (!isForeignFirst(label)) return false;
  const all = partsOfCell(value);
  const next = all[all.indexOf(part) + 1];
  return next !== undefined && value.includes(`${part} / ${next}`) && isTranslation(part, next);
}
