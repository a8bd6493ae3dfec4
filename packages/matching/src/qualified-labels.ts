import { FIELD_KINDS, type FieldKind, type TradeField } from '@trade-matching/domain';
import { normaliseText } from './normalise-text.ts';
import { namesOf } from './related-terms.ts';
import type { Side } from './side.ts';

/** Words that make what a label names something else, in five languages, by what they say. */
const QUALIFIERS = new RegExp(
  `^(?:${[
    // On a condition.
    'if|unless|when|whenever|provided|contingent|conditional|wenn|falls|sofern|bedingte?[nrs]?|si|sauf|lorsque|conditionnel\\w*',
    'cuando|salvo|condicional\\w*|condicionad\\w*|se|qualora|quando|condizionat\\w*|eventual\\w*',
    // A bound of it.
    'max|maximum|min|minimum|maximal\\w*|minimal\\w*|hochst\\w*|mindest\\w*|maximo|maxima|minimo|minima|massim[oa]|limit\\w*|capped|floored',
    // One of several, or another than this trade's.
    'first|second|third|last|next|previous|prior|former|further|additional|extra|partial|interim',
    'erste[nrms]?|zweite[nrms]?|letzte[nrms]?|nachste[nrms]?|vorherige[nrms]?|fruhere[nrms]?|weitere[nrms]?|zusatzliche?[nrms]?',
    'premiere?|deuxieme|derniere?|prochaine?|precedente?|supplementaire|partiel\\w*',
    'primer[oa]?|segund[oa]|ultim[oa]|proxim[oa]|anterior|adicional|parcial|prim[oa]|second[oa]|prossim[oa]|ulteriore|aggiuntiv[oa]|parziale',
    // Not yet, no longer, or not certain.
    'deferred|estimated|indicative|provisional|accrued|unpaid|refundable|until|before|after|far|gestundet\\w*|aufgeschoben\\w*|geschatzt\\w*',
    'bis|vor|nach|differee?|estimee?|indicati[fv]e?|jusqu|avant|apres|diferid[oa]|aplazad[oa]|estimad[oa]|hasta|antes|despues|differit[oa]|stimat[oa]|fino|dopo',
    // A mean of it.
    'average|mean|durchschnitt\\w*|mittlere[nrms]?|moyenn?e?|medi[oa]|promedio',
    // Of another right, event or day.
    'observation|observed|beobachtung\\w*|observacion|osservazione|notice|notification|ankundigung\\w*|kundigung\\w*|preavis|preaviso|preavviso',
    'fixings?|resets?|review|break|cancell?\\w*|rebate|refund|penalty|trigger|knock|barrier|amorti\\w*|step|printed|margin',
  ].join('|')})$`,
);

/** So often: of an amount, so much each time. */
const EVERY_PERIOD =
  /\b(?:per|pro|je|par|por|al|each|every|chaque|cada|ogni|jede[nrms]?)\s(?:\w+\s)?(?:day|week|month|quarter|half year|year|period|tag|woche|monat|quartal|jahr|periode|jour|semaine|mois|trimestre|an|periode|dia|semana|mes|ano|periodo|giorno|settimana|mese|anno)s?\b|\b(?:daily|weekly|monthly|quarterly|annual|yearly|taglich\w*|monatlich\w*|jahrlich\w*|mensuel\w*|trimestriel\w*|annuel\w*|mensual\w*|trimestral\w*|anual\w*|mensil\w*|annual\w*)\b/;
const OF_AN_AMOUNT: ReadonlySet<FieldKind> = new Set<FieldKind>(['amount', 'decimal', 'quantity']);

/**
 * Whether a label that is in no list says what makes its value another than the field's: `Deferred Premium`, `Maximum
 * Exchange Rate`, `Premium per month`, `Last fixing`. What the field's own names say, or the other side's label for it,
 * does not: the `first` of a first payment date.
 */
export function saysAnother(label: string, field: TradeField, other: Side): boolean {
  const plain = normaliseText(label);
  const own = new Set(namesOf(field, other).flatMap((name) => name.split(' ')));
  if (plain.split(' ').some((word) => QUALIFIERS.test(word) && !own.has(word))) return true;
  return OF_AN_AMOUNT.has(FIELD_KINDS[field]) && field !== 'quantity_per_period' && EVERY_PERIOD.test(plain);
}
