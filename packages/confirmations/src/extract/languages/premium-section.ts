import { normaliseLabel } from '../labels.ts';
import { remembering } from '../remembering.ts';

/** A heading over the terms of a premium alone, in the languages that are read: `Premio / Premium`, `LA PRIME`. */
const PREMIUM = /^(?:(?:the|die|la|il|le|das) )?(?:(?:option )?premium|(?:options)?pramie|prime|prima|premio)$/;

const TERMS: readonly (readonly [RegExp, string])[] = [
  [/^(?:amount|betrag|montant|importe|importo)$/, 'Premium Amount'],
  [
    /^(?:date|payment date|value(?: date)?|due date|datum|zahlungs(?:tag|datum)|zahltag|valuta|date de (?:paiement|valeur)|valeur|fecha(?: de pago| valor)?|data(?: di pagamento| valuta)?|zahlbar(?: am)?|fallig(?:keit(?:stag)?|(?: am)?)|echeance|vencimiento|scadenza|payable(?: le| on| el)?|paid on|due(?: on)?|pagader[ao](?: el)?|pagabile(?: il)?|versee? le)$/,
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

/** A heading over the terms of a barrier alone. */
const BARRIER =
  /^(?:(?:the|die|la|il|das) )?(?:barrier|barriere|barriera|barrera|schwelle|knock out|knock in)(?: (?:terms|conditions|event))?$/;
const OF_A_BARRIER: readonly (readonly [RegExp, string])[] = [
  [/^(?:type|kind|art|nature|tipo|event|event type|knock|direction)$/, 'Barrier Type'],
  [/^(?:level|rate|niveau|nivel|livello|hohe|stand)$/, 'Barrier Level'],
];

/** What a plain label, `Importo / Amount`, is under a premium's heading; undefined under another, or where it is none of these. */
export function labelOfPremium(section: string, label: string): string | undefined {
  const heading = section.length >= 40 ? undefined : paidUnder(section);
  if (heading === undefined) return undefined;
  // `Level EUR/USD`: of which pair of currencies a rate is.
  const parts = label
    .replace(/\s+[A-Z]{3}\/[A-Z]{3}$/, '')
    .split('/')
    .map(normaliseLabel);
  if (heading === 'barrier') return OF_A_BARRIER.find(([pattern]) => parts.some((part) => pattern.test(part)))?.[1];
  const known = TERMS.find(([pattern]) => parts.some((part) => pattern.test(part)))?.[1];
  return heading === 'premium' ? known : known?.replace(/^Premium (?:Payment )?/, 'Initial Payment ');
}

/** What a section's heading says is paid in it. */
const paidUnder: (section: string) => 'premium' | 'initial payment' | 'barrier' | undefined = remembering((section) => {
  const parts = section.split('/').map(normaliseLabel);
  if (parts.some((part) => PREMIUM.test(part))) return 'premium';
  if (parts.some((part) => BARRIER.test(part))) return 'barrier';
  return parts.some((part) => INITIAL_PAYMENT.test(part)) ? 'initial payment' : undefined;
});
