import type { OtherTerm, TradeField } from '@trade-matching/domain';
import { type Line, lineText, type PositionedText } from '../read/positioned-text.ts';
import { isBoilerplate } from './accounting/non-economic.ts';
import { isOfTheHouse } from './accounting/of-the-house.ts';
import type { FoundFields } from './found-fields.ts';
import { canonicalLabel } from './labels.ts';
import { boxOf } from './layout/entry.ts';
import { LEG_OF_REFERENCE } from './layout/swift-pairs.ts';
import { readDate } from './values/dates.ts';

const TAG = /^(?::(?=\d{2}[A-Za-z]?:))?(\d{2}[A-Za-z]?)\s?:(?!.*\s:\s)\s*(.*)$/;
const RULE = /^-{3,}|-{5,}|^\{|^-CHK|^\*{3}/;
const FEWEST_TAGS = 6;
/** Fields of a SWIFT confirmation that hold terms in words: to whom it may concern, terms and conditions, net settlement. */
const NOTES: Readonly<Record<string, string>> = {
  '72': 'sender to receiver information',
  '77D': 'terms and conditions',
  '17N': 'net settlement',
};
/** Of a forward that is settled in parts: each field of this sequence. */
const SPLIT = '15D';
/** Code words of whom, where and how a message was agreed: no term. */
const NO_TERM = /^\/(?:ACC|BNF|REC|INS|INT|PHON|TELE|BROK|ELEC|MAIL|RFB|ROC|ISDA|DEAL|TRN)\b/;
/** The kind of agreement, by SWIFT's code words for it and by those of markets that have another. */
const AN_AGREEMENT =
  /^\/?(?:ISDA|AFB|FBF|CMOF|DERV|DRV|RAHMENVERTRAG|EMA|FEOMA|IFEMA|ICOM|BBAIRS|OTHER)(?:[/\s]+[\d/]+)?$/;
const NAME_OF_FIELD = /^\p{Lu}?[\p{L} ,'()/-]*\p{Ll}[\p{L} ,'()/-]*$/u;

interface Note {
  readonly tag: string;
  readonly name: string;
  readonly parts: { readonly text: string; readonly line: Line }[];
}

/**
 * What a SWIFT print says in words, and what it splits: terms that have no field of their own (R2). Without tags a page has
 * none.
 */
export function swiftNotes(
  found: FoundFields,
  { lines }: PositionedText,
  isKnown: (label: string) => boolean,
): OtherTerm[] {
  if (lines.filter(({ segments: [first] }) => first && TAG.test(first.text)).length < FEWEST_TAGS) return [];
  return notesIn(lines).flatMap((note) => termOf(found, note, isKnown));
}

function notesIn(lines: readonly Line[]): Note[] {
  const notes: Note[] = [];
  let open: Note | undefined;
  let isSplit = false;
  for (const line of lines) {
    const [first, ...others] = line.segments;
    const [, tag, rest = ''] = (first && TAG.exec(first.text)) ?? [];
    const texts = others.map(({ text }) => text);
    if (tag === undefined) {
      if (RULE.test(lineText(line))) open = undefined;
      open?.parts.push({ text: lineText(line), line });
      continue;
    }
    if (tag.startsWith('15')) isSplit = tag === SPLIT;
    const isNote = NOTES[tag] !== undefined || (isSplit && tag !== SPLIT);
    open = undefined;
    if (!isNote) continue;
    const isName = NAME_OF_FIELD.test(rest.trim());
    open = { tag, name: NOTES[tag] ?? `split settlement ${tag.toLowerCase()}`, parts: [] };
    for (const text of isName ? texts : [rest, ...texts]) if (text.trim() !== '') open.parts.push({ text, line });
    notes.push(open);
  }
  return notes;
}

function termOf(found: FoundFields, { tag, name, parts }: Note, isKnown: (label: string) => boolean): OtherTerm[] {
  const said = parts.filter(({ text }) => {
    const plain = text.trim();
    // `CALCULATION AGENT: PARTY A` is read as an entry.
    const label = /^\/?([A-Z][A-Za-z /-]{3,40}?)\s*:\s*\S/.exec(plain)?.[1];
    return (
      !NO_TERM.test(plain) &&
      !AN_AGREEMENT.test(plain) &&
      !(label !== undefined && isKnown(label)) &&
      !isHeld(found, plain) &&
      !isReadInWords(found, plain) &&
      !isOfASwap(found, plain)
    );
  });
  const literal = said.map(({ text }) => text.trim()).join(' ');
  const [first] = said;
  if (!first || (tag === '17N' && !/^Y/i.test(literal))) return [];
  if (NOTES[tag] !== undefined && tag !== '17N' && (isBoilerplate(literal) || isOfTheHouse(literal))) return [];
  const segment = first.line.segments.at(-1);
  const { page, number: line } = first.line;
  const boxes = segment ? [boxOf(first.line, segment)] : [];
  return [{ label: `${tag} ${name}`, key: canonicalLabel(name), literal, page, line, boxes, economic: true }];
}

/** `/GOVL/ENGLISH LAW`: what is an entry with a code word for its label, if its field was read from the whole of it. */
function isReadInWords(found: FoundFields, text: string): boolean {
  const [, code, value] = /^\/(GOVL|SETL)\/(\S.*)$/.exec(text) ?? [];
  const field = code === 'GOVL' ? 'governing_law' : 'settlement_type';
  if (value === undefined || found.evidence[field]?.literal !== value) return false;
  return field === 'governing_law' ? /^[\p{L} ]+$/u.test(value) : SETTLED.test(value);
}
const SETTLED =
  /^(?:PHYSICAL(?: DELIVERY| SETTLEMENT)?|DELIVERABLE|CASH(?: SETTLEMENT)?)(?: OF (?:THE )?(?:BOTH )?CURRENCIES)?$/i;

/** `/FXSW/NEAR LEG`, `/LINK/FX77-F`: which exchange of the swap a message is of, and the reference of the other one. */
function isOfASwap(found: FoundFields, text: string): boolean {
  if (found.get('far_settlement_date') === undefined) return false;
  const [, link = ''] = /^\/LINK\/(\S+)$/.exec(text) ?? [];
  const own = found.get('trade_id') ?? link;
  const isLink = link.length > own.length && link.startsWith(own) && link.replace(LEG_OF_REFERENCE, '') === own;
  return isLink || /^\/FXSW\/(?:NEAR|FAR)(?: LEG)?$/i.test(text);
}

/** `/VALD/20260914`, `/SETC/USD`: a code word before what a field of the trade holds. */
function isHeld(found: FoundFields, text: string): boolean {
  const value = /^\/[A-Z]{3,5}\/(\S+)$/.exec(text)?.[1];
  if (value === undefined) return false;
  const date = readDate(value);
  const held = Object.keys(found.values).map((field) => found.get(field as TradeField));
  return held.includes(value) || (date.kind === 'date' && held.includes(date.date));
}
