import { joinSegments, type Line, type Segment } from '../../read/positioned-text.ts';
import { fpmlLabel } from '../languages/fpml.ts';
import { inEnglish } from '../languages/translate.ts';
import { remembering } from '../remembering.ts';
import { type Leg, legOf } from '../vocabulary/term.ts';
import { SAME_X } from './entry.ts';
import type { SegmentLabels } from './segment-labels.ts';
import { areOfParties, areOfTheTrade } from './told-columns.ts';

/** What a leg is called in the first column of a table. */
export const LEG_NAME =
  /^(?:(?:fixed|floating|float|equity)(?:[\s-]+(?:rate|leg|amounts?|side|payments?|price))*|(?:near|far)(?: (?:leg|date))?|leg\s?[12AB])$/i;

/** `2. Trade Date`, `(b) Trade Date`. */
export const ENUMERATOR = /^(?:\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})[.)]|[-–•·▪*])\s+(?=\S{2})/i;
/** `Annex - Information only: fixings of the preceding period`: what follows is of no term. */
export const FOR_INFORMATION =
  /^(?:annex|appendix|attachment|schedule)\b.*\b(?:information|histor\w+|previous|preceding|past fixings|illustrat\w+|indicative)\b/i;
/** A value that says there is none heads no column. */
const SAYS_NONE = /^(?:none|nil|flat|keine[rs]?|aucune?|néant|ninguno|nessuno|nessuna)$/i;

// Headings of columns stand over values, and the next row has one cell more: its label.
export function columnHeadings(
  line: Line,
  next: Line,
  current: readonly Segment[],
  { isKnown }: SegmentLabels,
): readonly Segment[] | undefined {
  // A label with its date or its amount heads nothing.
  if (line.segments.some(({ text }) => /\d{3}|^:/.test(text) || SAYS_NONE.test(text))) return undefined;
  const centred = headingsCentredOver(line.segments, next.segments.slice(1));
  if (centred && next.segments.length === line.segments.length + 1) return centred;
  const over = (headings: readonly Segment[]) => headings.every((segment, i) => isOver(segment, next.segments[i + 1]));
  if (next.segments.length === line.segments.length + 1) return over(line.segments) ? line.segments : undefined;
  if (saysWhoPaysEach(line.segments) && isSparseRow(next, line.segments)) return line.segments;
  // The column of the labels has a heading too: `Terms | Party A | Party B`.
  const [, ...rest] = line.segments;
  if (rest.length < 2 || next.segments.length !== line.segments.length) return undefined;
  if (areOfTheTrade(rest, next) && over(rest)) return rest;
  // `Pays | Fixed | Floating` below `Party A | Party B` is a row of their columns.
  if (current.length === rest.length && rest.every((cell, i) => isOver(current[i] as Segment, cell))) return undefined;
  if (areOfParties(rest, next) && over(rest)) return rest;
  const named = rest.every(
    (segment) =>
      (legOf(segment.text) !== undefined && !isKnown(segment)) ||
      OTHER_LEG.test(segment.text.trim()) ||
      /^(?:party [ab]|we|you|us|bank|counterparty|client)\s*(?:\(.*\))?$/i.test(segment.text),
  );
  if (saysBothDirections(rest) && over(rest)) return rest;
  // `Item | Pay side | Receive side`: what the column of the labels is called says nothing.
  if (GENERIC_HEADING.test(line.segments[0]?.text.trim() ?? '') && !rest.some((cell) => isKnown(cell)) && over(rest))
    return rest;
  return named && over(rest) ? rest : undefined;
}

/** `Fund receives | Fund pays`, `Wir erhalten | Wir zahlen`: the two legs by who pays each. */
function saysBothDirections(headings: readonly Segment[]): boolean {
  return (
    headings.length === 2 &&
    headings.some(({ text }) => PAYS.test(text)) &&
    headings.some(({ text }) => RECEIVES.test(text))
  );
}

/** `Customer pays | Bank pays`, `Kunde zahlt | Bank zahlt`: two columns by who pays what stands in each. */
function saysWhoPaysEach(headings: readonly Segment[]): boolean {
  const [first, second] = headings.map(({ text }) => text.trim());
  return headings.length === 2 && first !== second && headings.every(({ text }) => PAYS.test(text.trim()));
}

/** A label to the left of the columns, and what one of them alone has of it. */
function isSparseRow({ segments: [label, value, ...more] }: Line, headings: readonly Segment[]): boolean {
  if (!label || !value || more.length > 0) return false;
  return headings.every(({ x }) => label.right < x) && headings.some((heading) => isOver(heading, value));
}

const PAYS =
  /^(?:(?:\p{L}[\p{L}.&’'-]* ){1,4}(?:pays?|zahlen|zahlt|paie|payons|paga|pagamos|paghiamo)|pays?\s*\([^()]{2,30}\)|pay|payment|pago|pagamos|zahlung|nous payons|paghiamo)$/iu;
const RECEIVES =
  /^(?:(?:\p{L}[\p{L}.&’'-]* ){1,4}(?:receives?|erhalten|erhält|reçoit|recevons|recibe|recibimos|riceve|riceviamo)|receives?\s*\([^()]{2,30}\)|receive|receipt|cobro|recibimos|erhalt|riceviamo)$/iu;

/** `We pay (Client receives)`, `Wir erhalten`: all that a line says is which way a leg goes. */
export function isWayOfALeg(text: string): boolean {
  const said = text.replace(/\s*\([^()\d]{2,40}\)\s*$/, '').trim();
  return PAYS.test(said) || RECEIVES.test(said);
}

/** Legs that are not fixed, floating or of an equity. */
const OTHER_LEG = /^(?:near|far|first|second)(?: leg)?$|^leg [12ab]$/i;
/** An FpML print's part: `swapStream[1]`, `party (id="party1")`. */
const isPart = (text: string): boolean => /^(?:leg|party) [12]$/i.test(fpmlLabel(text) ?? '');

/** A part of a SWIFT message, as prints name it: `Subsequence B1 Amount Bought`. */
const SEQUENCE = /^(?:sub-?)?sequence [A-H]\d?\b/i;

/** What the column of values is called. */
const VALUES_HEADING =
  /^(?:details?|particulars|value|terms|angaben?|inhalt|wert|detalle|contenido|valor|valeur|contenu|valore|contenuto)$/i;

/**
 * The heading that a line is, which no label above goes on in: a part of an FpML print on a line of its own, and `Premium`
 * beside what the column of values is called, `Premium | Detail`.
 */
export function ownHeading({ segments: [first, second, third] }: Line): string | undefined {
  if (!first || third) return undefined;
  if (!second) return isPart(first.text) || SEQUENCE.test(first.text) ? first.text : undefined;
  return VALUES_HEADING.test(second.text.trim()) && !/[:\d]/.test(first.text) ? first.text : undefined;
}

const GENERIC_HEADING =
  /^(?:(?:agreed )?(?:terms?|items?|fields?|descriptions?|details?|data|conditions?|particulars|values?)|concepto|condiciones(?: pactadas)?|begriff|angaben?|bezeichnung|merkmal|wert|vereinbarung|inhalt|position|libellé|élément|valeur|contenu|rubrique|voce|valore|contenuto|campo|descripción|contenido|detalle|descrizione|no\.?|nr\.?|n[°º]|#)$/i;

/** `Term | Value`, `No. | Item | Particulars`: what the columns of a form are called says nothing. */
export const isFormHeading = ({ segments }: Line): boolean =>
  (segments.length === 2 || segments.length === 3) && segments.every(({ text }) => GENERIC_HEADING.test(text.trim()));

/** Headings of legs or parties that are centred over columns whose cells begin at the left: set over their cells. */
export function headingsCentredOver(
  headings: readonly Segment[],
  cells: readonly Segment[],
): readonly Segment[] | undefined {
  if (
    headings.length !== cells.length ||
    headings.some(({ text }) => legOf(text) === undefined && !OTHER_LEG.test(text))
  )
    return undefined;
  const fits = headings.every(({ x, right }, i) => {
    const middle = (x + right) / 2;
    return middle > (cells[i]?.x ?? 0) && middle < (cells[i + 1]?.x ?? Number.POSITIVE_INFINITY);
  });
  return fits ? headings.map((heading, i) => ({ ...heading, x: cells[i]?.x ?? heading.x })) : undefined;
}

// A table with a leg a row: `Leg | Payer | Rate | Day Count` over `Fixed | …` and `Floating | …`.
export function isTableHeading(line: Line, next: Line, { isKnown }: SegmentLabels): boolean {
  const [, ...labels] = line.segments;
  const [leg] = next.segments;
  const isNumbered = /^(?:leg|stream|no\.?|#)$/i.test(line.segments[0]?.text ?? '') && /^[12]$/.test(leg?.text ?? '');
  if (labels.length < 2 || !leg || !(LEG_NAME.test(leg.text) || isNumbered)) return false;
  const known = labels.filter((label) => isKnown(label)).length;
  // One of many labels may be new, where each has its cell.
  const mayBeNew = labels.length > 3 && next.segments.length === line.segments.length ? 1 : 0;
  return known >= labels.length - mayBeNew && next.segments.length >= labels.length;
}

/** `Jambe fixe`, `Variable Beträge`: a leg's heading in another language that is read. */
const isForeignHeading = (text: string): boolean => /^(?:fixed|floating) amounts$/i.test(inEnglish(text) ?? '');

/** `Seite A: Festsatz`, `Leg 1 – floating`: which leg a side of the table is. */
const OF_A_SIDE = /^(?:seite|side|leg|partie?|lado|lato|côté|jambe|pata|gamba)\s*[AB12]?\s*[:–-]\s*(.{3,30})$/i;

/** The leg that a heading names, in any language that is read. */
export const legOfHeading: (text: string) => Leg | undefined = remembering((text) => {
  const side = OF_A_SIDE.exec(text)?.[1];
  if (side !== undefined) return legOf(inEnglish(side) ?? side);
  return legOf(fpmlLabel(text) ?? (isForeignHeading(text) ? (inEnglish(text) ?? '') : text));
});

/** `Leg 1`, `Leg B – the Bank pays`: which of two legs a block is, in whatever currency or index. */
const NUMBERED_SIDE = /^(?:leg|side|stream|seite|jambe|pata|gamba|lado|lato|côté)\s?[12AB](?:\s*[(:–-].{2,50})?$/i;

/** `RECEIVE Fixed`, `We pay floating`. */
const WAY_AND_LEG = /^(?:(?:we|you) )?(?:pay|receive)s?:?\s(?:fixed|float(?:ing)?)(?: rate)?$/i;

/** A label that is known below each of two headings, with its value beside it. */
function isOverLabels(headings: readonly Segment[], next: Line, isKnown: SegmentLabels['isKnown']): boolean {
  if (headings.length !== 2) return false;
  return headings.every((heading) => {
    const at = next.segments.findIndex((cell) => Math.abs(cell.x - heading.x) < 3 * SAME_X);
    const [label, value] = [next.segments[at], next.segments[at + 1]];
    return label !== undefined && value !== undefined && isKnown(label) && !isKnown(value);
  });
}

// Two blocks with labels of their own, a leg each, stand side by side under these.
export function isBlockHeading(line: Line, next: Line, { isKnown, pairs }: SegmentLabels): boolean {
  if (line.segments.length === 2 && line.segments.every(({ text }) => isPart(text))) return true;
  if (line.segments.some((segment) => pairs(segment).length > 0)) return false;
  const isOverPairs = line.segments.every((heading) =>
    next.segments.some((cell) => Math.abs(cell.x - heading.x) < 3 * SAME_X && pairs(cell).length > 0),
  );
  if (saysBothDirections(line.segments) && isOverPairs) return true;
  const areSides =
    saysBothDirections(line.segments) ||
    line.segments.every(({ text }) => NUMBERED_SIDE.test(text) || WAY_AND_LEG.test(text));
  if (areSides && isOverLabels(line.segments, next, isKnown)) return true;
  const legs = line.segments.filter(
    ({ text }) =>
      legOfHeading(text) !== undefined &&
      (isForeignHeading(text) ||
        fpmlLabel(text) !== undefined ||
        WAY_AND_LEG.test(text) ||
        !isKnown({ text, x: 0, right: 0 })),
  );
  if (legs.length !== line.segments.length || new Set(legs.map(({ text }) => legOfHeading(text))).size < 2)
    return false;
  return line.segments.every((heading) => next.segments.some((cell) => Math.abs(cell.x - heading.x) < 3 * SAME_X));
}

/** Whether a heading belongs to a cell below: set at the same left or right edge, or centred over it. */
export function isOver(heading: Segment, cell: Segment | undefined): boolean {
  if (!cell) return false;
  if (Math.abs(heading.x - cell.x) < SAME_X || Math.abs(heading.right - cell.right) < SAME_X) return true;
  const overlap = Math.min(heading.right, cell.right) - Math.max(heading.x, cell.x);
  return overlap > 0.6 * Math.min(heading.right - heading.x, cell.right - cell.x);
}

/** The cells of a row, where wide spaces of justified text part a cell: what begins under no heading is of the cell before. */
export function wholeCells(segments: readonly Segment[], columns: readonly Segment[]): Segment[] {
  if (segments.length <= columns.length) return [...segments];
  const cells: Segment[] = [];
  for (const segment of segments) {
    const before = cells.at(-1);
    const begins = columns.some((heading) => Math.abs(heading.x - segment.x) < SAME_X);
    if (before && !begins && segment.x - before.right < WIDEST_SPACE)
      cells[cells.length - 1] = joinSegments(before, segment);
    else cells.push(segment);
  }
  return cells;
}
/** Of justified text, in points. */
const WIDEST_SPACE = 40;

/** At a page's edge: the terms go on behind it. */
const PAGE_NUMBER = /^(?:page|seite|pagina|página|p\.)\s*\d+(?:\s*(?:of|von|sur|de|di|\/)\s*\d+)?$/i;

export function isHeading(text: string): boolean {
  return !PAGE_NUMBER.test(text) && text.length <= 80 && !/[.;,]$|\d{5}/.test(text) && /[A-Za-z]{3}/.test(text);
}
