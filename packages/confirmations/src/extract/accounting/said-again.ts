import type { TradeField } from '@trade-matching/domain';
import type { FoundFields } from '../found-fields.ts';
import { isDoubtful } from '../values/doubts.ts';
import { readBusinessDayConvention, readFrequency, readOptionStyle, readSettlementType } from '../values/terms.ts';
import { otherWords } from './words-of-values.ts';

/** Fields of one of a few values, which a whole trade has once: not how often and by which day count, which each leg has. */
const READERS = [
  {
    field: 'settlement_type',
    read: readSettlementType,
    of: /^(?:delivery|settlement|deliverable|lieferung|erfullung|livraison|reglement|entrega|liquidacion|consegna|regolamento)$/,
  },
  {
    field: 'option_style',
    read: readOptionStyle,
    of: /^(?:style|exercise|style exercise|exercise style|ausubung|exercice|ejercicio|esercizio|stile|estilo)$/,
  },
  {
    field: 'business_day_convention',
    read: readBusinessDayConvention,
    of: /^(?:convention|konvention|convencion|convenzione|rolling|roll|adjustment|business day)$/,
  },
] as const;

/** Words that labels of any of them may have beside it, and that make it no other term. */
const OF_ANY_LABEL =
  /\b(?:the|of|method|type|mode|modus|art|terms|currency|currencies|date|day|business|de|du|del|di|der)\b/g;
/** `on value date`, `am Valutatag`: when it is anyway. */
const ON_ITS_DAY =
  /\b(?:on|at|am|le|en|il|alla|a la|à la) (?:the )?(?:value|settlement|maturity|delivery|valuta|date de (?:valeur|règlement)|fecha(?: de)? valor|data valuta)(?: ?(?:date|day|tag))?\b/giu;

/**
 * Whether an entry under a label that is in no list says again what a field of the trade holds: how it settles, how it is
 * exercised, how days are moved. The label names that and nothing else, and each word of the value is one of such values:
 * `Delivery: Full delivery of both currencies on value date` of a forward that is delivered.
 *
 * @param label as `canonicalLabel` writes it
 * @param fields which of them to ask for
 */
export function isSaidAgain(
  found: FoundFields,
  label: string,
  value: string,
  fields: readonly TradeField[] = READERS.map(({ field }) => field),
): boolean {
  const named = label.replace(OF_ANY_LABEL, ' ').replace(/\s+/g, ' ').trim();
  const asked = READERS.filter(
    ({ field, of }) => fields.includes(field) && of.test(named) && found.get(field) !== undefined,
  );
  if (asked.length === 0) return false;
  const said = value.replace(ON_ITS_DAY, ' ');
  // How often is another matter: `Cash, quarterly`.
  if (readFrequency(said) !== undefined) return false;
  if (/\d/.test(said) || NEGATES.test(said) || otherWords(said).length > 0) return false;
  return asked.some(({ field, read }) => !isDoubtful(field, said) && read(said) === found.get(field));
}
/** Words of such values that turn them round, or say when and for whom. */
const NEGATES =
  /\b(?:no|not|without|non|sin|sans|senza|ohne|kein\w*|or|oder|ou|if|wenn|after|before|next|previous|first|last|except|half|one|single|only|by|to|from|against|net|gross|cash|customer|bank)\b/i;
