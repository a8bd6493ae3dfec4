/** ISDA's credit events (2014 definitions, article IV), in the five languages that are read. Restructuring has a field. */
const CREDIT_EVENTS: readonly (readonly [string, RegExp])[] = [
  ['bankruptcy', /\bbankruptcy|\binsolven[zc]|\bfaillite|\bconcurso|\bfallimento|\binsolvencia/i],
  ['failure to pay', /\bfailure to pay|\bnichtzahlung|\bdéfaut de paiement|\bimpago|\bmancato pagamento/i],
  ['grace period', /\bgrace\b/i],
  ['obligation acceleration', /\bobligation acceleration/i],
  ['obligation default', /\bobligation default/i],
  ['repudiation', /\brepudiation|\bmoratorium/i],
  ['governmental intervention', /\bgovernmental intervention/i],
];
/** The definitions' own, where a paper prints none. */
const USUAL_REQUIREMENT = 'USD 1,000,000';
const EXCLUDED = /\b(?:not applicable|excluded|excluding|inapplicable|not a credit event)\b/i;

/**
 * The events that a cell of credit events names, in ISDA's order, with the payment requirement; undefined where it names none,
 * or excludes one: such a cell is compared as it is printed.
 */
export function creditEventsOf(literal: string): string | undefined {
  if (EXCLUDED.test(literal)) return undefined;
  const named = CREDIT_EVENTS.filter(([, pattern]) => pattern.test(literal)).map(([name]) => name);
  if (named.length === 0) return undefined;
  const [, requirement = USUAL_REQUIREMENT] = /\bpayment requirement:?\s*([A-Z]{3}\s?\d[\d,.]*\d)/i.exec(literal) ?? [];
  return [...named, requirement.replace(/\s/g, '').replace(/[.,]00$/, '')].join(', ');
}
