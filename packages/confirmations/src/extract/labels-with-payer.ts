import type { Entry } from './layout/entry.ts';
import { remembering } from './remembering.ts';
import { readFrequency } from './values/terms.ts';

/** `Fixed rate, paid by the bank`, `Premium payable by the Trustee`, `Initial payment by the Fund`. */
const PAID_BY =
  /^(.*\b(?:rate|amount|price|premium|payment|leg))(?:,\s*|\s+)(?:(?:is |to be )?(?:paid|payable|due)\s+)?by\s+(.{2,60}?)\s*:?$/i;
/** `Prime due par nous`, `Prämie zahlbar durch Käufer`, `Premio a carico di noi`: the same in the other languages. */
const PREMIUM_BY_ABROAD =
  /^(?:la |die |il )?(?:prime|prämie|prima|premio)\s+(?:due|payable|payée|versée|zahlbar|fällig|gezahlt|geschuldet|pagadera|pagada|debida|dovuto|pagato|pagabile)\s+(?:par|von|durch|por|dal?|dalla)\s+(.{2,40}?)\s*:?$/iu;
const ROLE_OF: readonly (readonly [RegExp, string])[] = [
  [/^(?:the )?fixed (?:rate|amount|leg|payment)$/i, 'Fixed Rate Payer'],
  [/^(?:the )?floating (?:rate|amount|leg|payment)$/i, 'Floating Rate Payer'],
  [/^(?:the )?fixed price$/i, 'Fixed Price Payer'],
  [/^(?:the )?floating price$/i, 'Floating Price Payer'],
  [/^(?:the )?(?:option )?premium(?: amount)?$/i, 'Premium Payer'],
  [/^(?:the )?(?:initial|upfront) (?:payment|amount)$/i, 'Initial Payment Payer'],
];

const termAndPayer: (label: string) => readonly string[] = remembering((label) => {
  const abroad = PREMIUM_BY_ABROAD.exec(label)?.[1];
  return abroad === undefined ? (PAID_BY.exec(label) ?? []) : [label, 'Premium', abroad];
});

/** `Paid by the Fund: quarterly, in arrears`: who pays a leg, and how often. */
const PAID_BY_ALONE = /^(?:paid|payable) by (?:the )?(.{2,60}?)\s*:?$/i;

/** `CLIENT PAYS: EUR 31,860.00` below `Premium`: the amount, and who pays it. */
const PAYS = /^(.{2,40}?) (?:pays|zahlt|paie|paye|paga)\s*:?$/i;
const OF_A_PREMIUM = /^(?:(?:option )?premium|(?:options)?prämie|prime|prima|premio)$/i;
const MONEY_ALONE = /^(?:[A-Z]{3}|US\$|[$€£])\s?\d[\d.,'’ ]*$/;

/** A label that also says who pays, as two: what it is of, and who pays it. */
export function withPayer(entry: Entry): readonly Entry[] {
  const [, term = '', payer = ''] = termAndPayer(entry.label);
  const role = term === '' ? undefined : ROLE_OF.find(([pattern]) => pattern.test(term.trim()))?.[1];
  const alone = PAID_BY_ALONE.exec(entry.label)?.[1];
  if (alone !== undefined && readFrequency(entry.value) !== undefined)
    return [
      { ...entry, label: 'Payment Frequency' },
      { ...entry, label: 'Payer', value: alone },
    ];
  const ofPremium = OF_A_PREMIUM.test(entry.section.trim()) && MONEY_ALONE.test(entry.value.trim());
  const pays = ofPremium ? PAYS.exec(entry.label)?.[1] : undefined;
  if (pays !== undefined)
    return [
      { ...entry, label: 'Premium' },
      { ...entry, label: 'Premium Payer', value: pays },
    ];
  if (role === undefined) return [entry];
  return [
    { ...entry, label: term.trim() },
    { ...entry, label: role, value: payer },
  ];
}
