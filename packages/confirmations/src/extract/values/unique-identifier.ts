import { fields, reader, unread, type ValueReader, WHY } from './reading.ts';
import { hasValidLeiCheckDigits } from './terms.ts';
import { reference } from './word-readers.ts';

/** A UTI is the LEI of who made it, then up to 32 letters and figures of its own (ISO 23897). */
const BROKEN_BEHIND_LEI = /^([A-Z0-9]{18}\d{2})\s+([A-Z0-9]{4,32})$/;
const LEI_ALONE = /^[A-Z0-9]{18}\d{2}$/;

/**
 * A UTI as it is printed; one that was broken behind the LEI that it begins with is whole again. An LEI alone is no UTI: its end is
 * missing.
 */
export const uti: ValueReader = reader(['uti'], (value, context) => {
  const text = value.trim();
  const [, lei = '', rest = ''] = BROKEN_BEHIND_LEI.exec(text) ?? [];
  if (rest !== '' && /\d/.test(rest) && hasValidLeiCheckDigits(lei)) return fields({ uti: `${lei}${rest}` });
  const given = reference('uti')(value, context);
  const read = given.kind === 'fields' ? given.fields.uti : undefined;
  if (read === undefined) return given;
  if (LEI_ALONE.test(read) && hasValidLeiCheckDigits(read)) return unread('uti', 'UNREAD_VALUE', WHY.cut);
  return given;
});
