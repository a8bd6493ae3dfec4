import { normaliseLabel } from '../labels.ts';

/** A heading over the terms of a premium alone, in the languages that are read: `Premio / Premium`, `LA PRIME`. */
const PREMIUM = /^(?:(?:the|die|la|il|le|das) )?(?:(?:option )?premium|(?:options)?pramie|prime|prima|premio)$/;

const TERMS: readonly (readonly [RegExp, string])[] = [
  [/^(?:amount|betrag|montant|importe|importo)$/, 'Premium Amount'],
  [
    /^(?:date|payment date|value(?: date)?|due date|datum|zahlungs(?:tag|datum)|zahltag|valuta|date de (?:paiement|valeur)|valeur|fecha(?: de pago| valor)?|data(?: di pagamento| valuta)?)$/,
    'Premium Payment Date',
  ],
  [
    /^(?:payer|paid by|payable by|zahler|gezahlt von|zu zahlen von|(?:payee|versee|payable|reglee) par|pagad[ao] por|pagat[ao] d(?:a|al|alla))$/,
    'Premium Payer',
  ],
];

/** A heading over the terms of what is paid at the start: `INITIAL PAYMENT`, `Upfront`. */
const INITIAL_PAYMENT =
  /^(?:initial payment|up ?front(?: (?:payment|fee|amount))?|soulte|paiement initial|pago inicial|pagamento iniziale|vorauszahlung|einmalzahlung)$/;

/** What a plain label, `Importo / Amount`, is under a premium's heading; undefined under another, or where it is none of these. */
export function labelOfPremium(section: string, label: string): string | undefined {
  const isHeadedBy = (what: RegExp) => section.split('/').some((part) => what.test(normaliseLabel(part)));
  if (section.length >= 40) return undefined;
  const isPremium = isHeadedBy(PREMIUM);
  if (!isPremium && !isHeadedBy(INITIAL_PAYMENT)) return undefined;
  const parts = label.split('/').map(normaliseLabel);
  const known = TERMS.find(([pattern]) => parts.some((part) => pattern.test(part)))?.[1];
  return isPremium ? known : known?.replace(/^Premium (?:Payment )?/, 'Initial Payment ');
}
