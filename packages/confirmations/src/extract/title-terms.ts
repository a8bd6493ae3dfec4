import type { TradeField } from '@trade-matching/domain';
import type { FoundFields } from './found-fields.ts';

/** What a title says of a trade beside its product, with the fields that would state it, one of which has to be read. */
const TERMS_OF_TITLES: readonly (readonly [RegExp, readonly TradeField[]])[] = [
  [
    /\bamorti[sz]ing\b|\baccreting\b|\broller[\s-]?coaster\b|\bamortisierend|\bamortissable\b|\bamortizable\b|\bcon ammortamento\b/i,
    ['notional_schedule', 'quantity_schedule'],
  ],
  [/\bstep(?:ped)?[\s-](?:up|down)\b/i, ['fixed_rate_schedule', 'notional_schedule']],
  [/\bfloored\b|\bwith (?:a )?floor\b|\bmit floor\b|\bavec (?:un )?(?:plancher|floor)\b/i, ['floor_rate']],
  [/\bcapped\b|\bwith (?:a )?cap\b|\bmit cap\b|\bavec (?:un )?plafond\b/i, ['cap_rate']],
  [/\bbarrier\b|\bknock[\s-]?(?:in|out)\b/i, ['barrier_level']],
  [/\bamerican\b.*\boption\b/i, ['option_style']],
];

/**
 * Flags what only the title says: a swap that it calls amortising has a schedule, and where none was read a person has to
 * look (R1).
 */
export function checkTitle(found: FoundFields, title: string): void {
  for (const [words, fields] of TERMS_OF_TITLES) {
    const said = words.exec(title)?.[0];
    const [field] = fields;
    if (said === undefined || field === undefined) continue;
    if (fields.some((each) => found.get(each) !== undefined || found.unclear.has(each))) continue;
    found.leaveUnread(
      { kind: 'unread', field, code: 'UNREAD_VALUE', why: `the title says “${said}”, and nothing that was read does` },
      { label: 'title', value: title.trim() },
    );
  }
}
