import type { FoundFields } from '../found-fields.ts';
import { canonicalLabel } from '../labels.ts';
import type { Entry } from '../layout/entry.ts';

/** Letters, then figures: `LRAM-7741`, `PDB/FX/260915/17`, `EPB-R-558102`. */
const TOKEN = /(?<![\w/.-])(?=[A-Z0-9./-]*\d{2})[A-Z]{2,6}(?:[-/.]?[A-Z0-9]+)*\d(?![\w/-])/g;
const SUBJECT = /^(?:subject|re|betreff|objet|asunto|oggetto)$/;
const YOURS =
  /\b(?:yours?|ihre?|votre|vos|su|vostr[ao]|v\/|s\/)(?: (?:ref(?:erence)?|no|deal|trade|r[ée]f)\.?)*:?\s*$/i;

/**
 * The references of a message's subject, where nothing else gives them: the first is the sender's, one behind `your` or behind a
 * slash the other side's. `Equity swap LRAM-7960 / EPB-E-12044`, `CDS LRAM-7802 (your ref EPB-C-70331)`.
 */
export function readReferencesOfSubject(found: FoundFields, entries: readonly Entry[]): void {
  const subject = entries.find(({ label }) => SUBJECT.test(canonicalLabel(label)));
  if (!subject) return;
  const tokens = [...subject.value.matchAll(TOKEN)].map(({ 0: reference, index }) => ({
    reference,
    isYours: YOURS.test(subject.value.slice(0, index)),
    isSecond: /\/\s*$/.test(subject.value.slice(0, index)),
  }));
  if (tokens.length > 2) return;
  const yours = tokens.find(({ isYours, isSecond }) => isYours || isSecond);
  const own = tokens.find((token) => token !== yours);
  for (const [field, other, token] of [
    ['trade_id', 'other_reference', own],
    ['other_reference', 'trade_id', yours],
  ] as const) {
    if (token && found.get(field) === undefined && found.get(other) !== token.reference)
      found.add(field, token.reference, { ...subject, value: token.reference }, 0.9);
  }
}
