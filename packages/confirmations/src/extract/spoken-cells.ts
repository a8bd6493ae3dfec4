import type { Entry } from './layout/entry.ts';
import { isKnownLabel } from './vocabulary/index.ts';

const CLAUSES = /\s*(?:;|,?\s+and)\s+(?=\S+(?:\s+\S+){0,7}?\s+(?:is|are|shall be|will be)\s)/;
const STATES = /^(?:the )?(.{3,60}?) (?:is|are|shall be|will be) (.{2,80})$/i;
/** Longer cells are clauses of a contract. */
const LONGEST_CELL = 240;

/**
 * `Buyer and Seller: X is the Option Buyer and Y is the Option Seller`, `Amounts: the Put Amount is … and the Call Amount
 * is …`: a cell whose clauses each state a term under a label, or who a role is, as the entries that they are.
 */
export function withSpokenCells(entry: Entry): Entry[] {
  const { value } = entry;
  if (value.length > LONGEST_CELL || !/ (?:is|are|be) /.test(value)) return [entry];
  const clauses = value.replace(/\.$/, '').split(CLAUSES);
  if (clauses.length < 2) return [entry];
  const stated = clauses.map((clause) => {
    const [, first = '', second = ''] = STATES.exec(clause.trim()) ?? [];
    const role = second.replace(/^the /i, '');
    if (isKnownLabel(first)) return { ...entry, label: first, value: second };
    return first !== '' && isKnownLabel(role) ? { ...entry, label: role, value: first } : undefined;
  });
  return stated.every((each) => each !== undefined) ? stated : [entry];
}
