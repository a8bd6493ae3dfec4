import type { BreakFacts } from '@trade-matching/cases';

/**
 * What differs in a break, a text each: `fixed_rate 2.4 ≠ 2.67` where the case keeps both values, the name alone of the others.
 *
 * @param words how a field's name is written
 */
export function whatDiffers(
  { fields, values = [] }: Pick<BreakFacts, 'fields' | 'values'>,
  words: (field: string) => string = (field) => field,
): string[] {
  const withValues = new Set(values.map(({ field }) => field));
  return [
    ...values.map(({ field, bank = '–', counterparty = '–' }) => `${words(field)} ${bank} ≠ ${counterparty}`),
    ...fields.filter((field) => !withValues.has(field)).map(words),
  ];
}
