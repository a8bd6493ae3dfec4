import type { Source, TradeField } from '@trade-matching/domain';
import { type Line, lineText, type PositionedText } from '../../read/positioned-text.ts';
import type { FoundFields } from '../found-fields.ts';
import { normaliseLabel } from '../labels.ts';
import type { Entry } from '../layout/entry.ts';
import { isCompanyName, nameIn } from './company-names.ts';
import type { Parties } from './find-parties.ts';
import { ownersOfBic } from './leis/lei-labels.ts';

const BIC_FIELD = { BANK: 'bank_bic', COUNTERPARTY: 'counterparty_bic' } as const satisfies Record<Source, TradeField>;
/** `BIC KESMDEFFXXX`, `SWIFT: NRHVDKKK`, `Bank BIC | GLTCUS44`. */
const PRINTED =
  /\b(?:BIC|SWIFT|S\.W\.I\.F\.T\.)(?:[-/ ](?:code|BIC|address|no\.?))?\s*[:.]?\s*([A-Z]{4}[A-Z]{2}[A-Z0-9]{2}(?:[A-Z0-9]{3})?)\b/g;

/**
 * BICs in a footer or among a letter's accounts say nothing of whose they are: their first four letters, the bank's code,
 * are of the name of who has it (ISO 9362). A code that fits neither party, or both, is another bank's; of two of one party
 * with different banks or places neither is taken.
 */
export function readBicsByCode(found: FoundFields, text: PositionedText, parties: Parties): void {
  readBicsBehindNames(found, text, parties);
  const printed = linesWith(text, CALLED_SO).flatMap(({ line, at }) => {
    const next = text.lines[at + 1];
    const goesOn = next && /\b(?:BIC|SWIFT)\s*[:.]?$/.test(lineText(line));
    const literal = goesOn ? `${lineText(line)} ${lineText(next)}` : lineText(line);
    return [...literal.matchAll(PRINTED)].map(([, bic = '']) => ({ line, literal, bic }));
  });
  for (const side of ['BANK', 'COUNTERPARTY'] as const) {
    const other = parties.names[side === 'BANK' ? 'COUNTERPARTY' : 'BANK'];
    const own = printed.filter(({ bic }) => isCodeOf(bic, parties.names[side]) && !isCodeOf(bic, other));
    const [first] = own;
    if (!first || found.get(BIC_FIELD[side]) !== undefined) continue;
    if (new Set(own.map(({ bic }) => bic.slice(0, 8))).size > 1) continue;
    const { page, number } = first.line;
    found.add(BIC_FIELD[side], first.bic, { page, line: number, label: 'BIC', value: first.literal }, 0.9);
  }
}

/** Below these words a BIC is where money goes. */
const OF_PAYMENTS =
  /\b(?:accounts?|payments?|settlement|instructions?|correspondent|beneficiary|intermediary|ssi|konto|kontoverbindung|zahlung\p{L}*|conto|cuenta|compte|pagos?|paiements?|pagamenti)\b/iu;
const CODE = '([A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?)';
const ALONE = new RegExp(`^${CODE}$`);
const IN_A_CELL = new RegExp(`\\b(?:BIC|SWIFT)(?:[ /-](?:code|BIC))?\\s*:?\\s+${CODE}\\b`);

/** `BIC Entidad: SRNT…`, a label that says whose it is, and `Elm GmbH, LEI …, BIC …`, a cell that names a party and its BIC. */
export function readBicsOfEntries(found: FoundFields, entries: readonly Entry[], { resolve }: Parties): void {
  for (const entry of entries) {
    const { label, value, section = '', column } = entry;
    if (column !== undefined || OF_PAYMENTS.test(`${section} ${label}`)) continue;
    const bic = (ALONE.exec(value.trim()) ?? IN_A_CELL.exec(value))?.[1];
    if (bic === undefined) continue;
    const name = nameIn(value);
    const sides = new Set(
      (ALONE.test(value.trim()) ? ownersOfBic(label) : isCompanyName(name) && value.startsWith(name) ? [name] : [])
        .map(resolve)
        .filter((side) => side !== undefined),
    );
    const [side] = sides;
    if (side && sides.size === 1 && found.get(BIC_FIELD[side]) === undefined)
      found.add(BIC_FIELD[side], bic, entry, 0.9);
  }
}

const CALLED_SO = /BIC|SWIFT|S\.W\.I\.F\.T\./;

/** The lines that hold a word, with their places. */
function linesWith({ lines }: PositionedText, word: RegExp): { readonly line: Line; readonly at: number }[] {
  return lines.flatMap((line, at) => (word.test(lineText(line)) ? [{ line, at }] : []));
}

/** `Fjellvik Handelsbank A/S (FJHBDKKK)`: a code in brackets right behind a party's name. */
function readBicsBehindNames(found: FoundFields, text: PositionedText, parties: Parties): void {
  for (const { line } of linesWith(text, CODE_IN_BRACKETS)) {
    const literal = lineText(line);
    for (const { 0: whole, 1: bic = '', index } of literal.matchAll(IN_BRACKETS)) {
      const side = (['BANK', 'COUNTERPARTY'] as const).find((each) => {
        const name = parties.names[each];
        return name !== undefined && literal.slice(0, index).toLowerCase().endsWith(name.toLowerCase());
      });
      if (!side || found.get(BIC_FIELD[side]) !== undefined) continue;
      found.add(BIC_FIELD[side], bic, { page: line.page, line: line.number, label: 'BIC', value: whole.trim() }, 0.9);
    }
  }
}
const CODE_IN_BRACKETS = /\([A-Z]{6}[A-Z0-9]{2}/;
const IN_BRACKETS = /\s*\(([A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?)\)/g;

/** Whether a BIC's first four letters are letters of a name, in its order, from the first of one of its words on. */
function isCodeOf(bic: string, name: string | undefined): boolean {
  if (name === undefined) return false;
  const code = bic.slice(0, 4).toLowerCase();
  const words = normaliseLabel(name).split(' ');
  // `Bankhaus Aldermann`: ALDM begins with its second word. One of the last two is too little to tell.
  return words.some((_, from) => (from === 0 || words.length - from > 1) && isCodeIn(code, words.slice(from)));
}

function isCodeIn(code: string, words: readonly string[]): boolean {
  const letters = words.join('').replace(/[^a-z]/g, '');
  if (letters[0] !== code[0]) return false;
  let at = -1;
  for (const letter of code) {
    at = letters.indexOf(letter, at + 1);
    if (at === -1) return false;
  }
  return true;
}
