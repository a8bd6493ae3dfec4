import type { Entry } from '../layout/entry.ts';
import type { Note } from './candidates.ts';
import { isCompanyName, nameIn } from './company-names.ts';

/** `À : X`, `A: X`, `An: X`: to whom a letter in French, Italian, Spanish or German goes. A list's `A` has a `B` below. */
const ADDRESSEE = /^(?:à|a|an|al|alla|para)\s*:?$/i;

export function fromAddressees(entries: readonly Entry[], note: Note): void {
  if (entries.some(({ label, column }) => /^b\s*[:.)]?$/i.test(label) || /^b$/i.test(column ?? ''))) return;
  const entry = entries.find(
    ({ label, value, column }) => column === undefined && ADDRESSEE.test(label) && isCompanyName(nameIn(value)),
  );
  const candidate = entry && note(entry.value, 4);
  if (candidate) candidate.recipient += 6;
}
