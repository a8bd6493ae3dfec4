import type { Line, Segment } from '../../read/positioned-text.ts';
import { labelOfPremium } from '../languages/premium-section.ts';
import { inEnglish } from '../languages/translate.ts';
import { isListedLabel } from '../vocabulary/index.ts';
import { boxOf, type Cell, SAME_X } from './entry.ts';
import { isWayOfALeg, LEG_NAME } from './headings.ts';
import { SMALL_PRINT } from './row-rules.ts';
import type { SegmentLabels } from './segment-labels.ts';

/** A line right below a row, of which it may be the rest. */
export interface Continuation {
  readonly line: Line;
  readonly next: Line | undefined;
  readonly labels: SegmentLabels;
  /** Where the text of the document ends at the right. */
  readonly rightEdge: number;
}

/** Joins a line that only goes on with the open cells of the row above, and answers whether it did. */
export function goOn(open: readonly Cell[], row: Continuation): boolean {
  const { line } = row;
  if (onlyLabelsGoOn(open, row)) return true;
  const joins = line.segments.map((segment) => {
    const path = open.find(
      ({ entry, labelX, fullAt }) =>
        fullAt !== undefined && /\s\/$/.test(entry.label) && Math.abs(labelX - segment.x) < SAME_X,
    );
    if (path && /^[a-z]\w*(?:\s\(\w+\))?$/.test(segment.text)) return () => appendLabel(path, segment, line);
    const value = open.find((cell) => Math.abs(cell.valueX - segment.x) < SAME_X && cell.valueX > cell.labelX);
    if (value && (joinsValue(value, segment, row) || bothGoOn(value, row))) return () => append(value, segment, line);
    const run = open.find((cell) => cell.fullAt !== undefined && Math.abs(cell.labelX - segment.x) < SAME_X);
    if (run && runGoesOn(run, segment, row)) return () => append(run, segment, line);
    const below = line.segments.length === 1 ? open.find((cell) => isBelowValueOfRun(cell, segment)) : undefined;
    if (below && row.labels.pairs(segment).length === 0) return () => append(below, segment, line);
    const label = open.find((cell) => cell.fullAt === undefined && Math.abs(cell.labelX - segment.x) < SAME_X);
    if (label && joinsLabel(label, segment, row)) {
      return () => appendLabel(label, segment, line);
    }
    return undefined;
  });
  if (joins.length === 0 || joins.some((join) => join === undefined)) return false;
  for (const join of joins) join?.();
  return true;
}

/** Beside a new row of one block, a value of another goes on: answers what was not joined, or undefined if nothing was. */
export function goOnInBlocks(
  open: readonly Cell[],
  blocks: readonly Segment[],
  row: Continuation,
): readonly Segment[] | undefined {
  const blockAt = (x: number) => blocks.findLast((block) => block.x <= x + 3 * SAME_X);
  const { segments } = row.line;
  const kept = segments.filter((segment) => {
    const block = blockAt(segment.x);
    if (segments.filter(({ x }) => blockAt(x) === block).length > 1) return true;
    const ofBlock = open.filter(({ labelX }) => blockAt(labelX) === block);
    return !goOn(ofBlock, { ...row, line: { ...row.line, segments: [segment] } });
  });
  return kept.length > 0 && kept.length < segments.length ? kept : undefined;
}

// `Roll` over `convention` beside `Modified following` over `business day`: where the label goes on, so does its value. So
// does a value of levels with their days beside `Tilgung – ab /` over `from`.
function bothGoOn(cell: Cell, { line }: Continuation): boolean {
  const label = line.segments.find(({ x }) => Math.abs(cell.labelX - x) < SAME_X);
  const isHalf = /\s\/$/.test(cell.entry.label) && /^\p{Ll}/u.test(label?.text ?? '');
  return label !== undefined && (isHalf || isBrokenAbroad(cell, label));
}

// Side by side, labels of two lines whose values have one: the second line holds no value.
function onlyLabelsGoOn(open: readonly Cell[], { line, labels }: Continuation): boolean {
  if (line.segments.length < 2 || line.segments.some((segment) => labels.pairs(segment).length > 0)) return false;
  const cells = line.segments.map(({ x }) =>
    open.find((cell) => cell.fullAt === undefined && Math.abs(cell.labelX - x) < SAME_X),
  );
  if (cells.some((cell) => cell === undefined || cell.entry.label.endsWith(':'))) return false;
  for (const [i, cell] of cells.entries()) {
    if (!cell) continue;
    cell.entry.label = `${cell.entry.label} ${line.segments[i]?.text ?? ''}`;
    cell.entry.lines.push(line.number);
  }
  return true;
}

function joinsValue(cell: Cell, segment: Segment, { line, next, labels }: Continuation): boolean {
  if (belongsBelow(line, next)) return false;
  // `Coupon: 4.25%` below a reference obligation's value is of the obligation, not of the trade.
  const beside = cell.valueX > cell.labelX + 20 && line.segments.length === 1;
  if (labels.pairs(segment).length > 0) return beside && cell.labelX > 0;
  // Below labels over their values: what begins with a small letter is no label where labels begin with a capital.
  const isBelow = cell.labelX === Number.NEGATIVE_INFINITY && /^\p{Lu}/u.test(cell.entry.label);
  if (isBelow && /^\p{Ll}/u.test(segment.text)) return true;
  // The heading of the next leg.
  if (isBelow && (LEG_NAME.test(segment.text) || SECTION.test(segment.text)) && /\s/.test(segment.text)) return false;
  // `We pay (Client receives)`: the next leg's, by which way it goes.
  if (isBelow && line.segments.length === 1 && isWayOfALeg(segment.text)) return false;
  if (isBelow && isSmallOver(line, next)) return false;
  // A sentence below a short value in a column of values is none of it.
  if (isBelow && segment.text.length > LONGEST_VALUE_LINE && cell.entry.value.length < SHORT_VALUE) return false;
  // `Pagos del Cliente` below `Trimestral`, over labels of its own.
  const isOverLabels =
    next?.page === line.page && next.segments.length > 1 && next.segments.every((each) => labels.isKnown(each));
  if (
    isBelow &&
    isOverLabels &&
    !/\([^)]*$|[,;]$/.test(cell.entry.value) &&
    line.segments.length === 1 &&
    /^\p{Lu}\p{Ll}+\s/u.test(segment.text)
  )
    return false;
  // Below a whole figure the next heading or sentence begins.
  if (isBelow && A_FIGURE.test(cell.entry.value) && /^\p{Lu}\p{Ll}/u.test(segment.text)) return false;
  // A word that is a label elsewhere goes on with a value that stands beside its label, if nothing is beside it.
  return !labels.isKnown(segment) || (cell.labelX > 0 && beside);
}

/** In smaller print than what stands right below it: the next label over its value, whatever it is called. */
function isSmallOver(line: Line, next: Line | undefined): boolean {
  return (
    next?.page === line.page &&
    line.height < SMALL_PRINT * next.height &&
    next.y - line.y < 2 * next.height &&
    next.segments.length <= line.segments.length &&
    next.segments.every(({ x }) => line.segments.some((label) => Math.abs(label.x - x) < SAME_X))
  );
}

/** A date, an amount or a rate that is whole by itself. */
const WHOLE_VALUE =
  /^(?:\d{1,2}[./-]\d{1,2}[./-]\d{4}|\d{4}-\d{2}-\d{2}|\d{1,2}[. -]+\p{L}{3,10}[. -]+\d{4}|(?:[A-Z]{3}\s)?\d[\d.,'’]*\d(?:\s[A-Z]{3})?|\d[\d.,]*\s?%)$/u;

/** How sections of a form begin, in the languages that are read. */
const SECTION =
  /^(?:importi|gamba|dati|montants?|jambe|importes?|pata|beträge|(?:feste|variable) beträge|amounts?|terms?|conditions?|condizioni|condiciones|general|allgemein\p{L}*|settlement terms|règlement|regolamento)\s+\p{L}[\p{L}\s]{2,30}$/iu;
const LONGEST_VALUE_LINE = 70;
const SHORT_VALUE = 30;
const A_FIGURE = /^(?:[A-Z]{3}\s?)?-?\d[\d.,'’]*\s?%?$/;

// `Label: value` in one run goes on below if the next word would not have fitted.
function runGoesOn(cell: Cell, segment: Segment, { rightEdge, labels }: Continuation): boolean {
  if (labels.pairs(segment).length > 0) return false;
  const [word = ''] = segment.text.split(' ');
  const width = ((segment.right - segment.x) * word.length) / segment.text.length;
  return (cell.fullAt ?? 0) + width > rightEdge - SAME_X * 2;
}

// `Payment dates ....: 5 Business Days after the end of each` over `Calculation Period`, set in below the value.
function isBelowValueOfRun({ fullAt, labelX, entry: { boxes } }: Cell, { x }: Segment): boolean {
  const begins = boxes[0]?.x;
  return fullAt !== undefined && begins !== undefined && begins > labelX + 20 && Math.abs(begins - x) < SAME_X * 2;
}

// A lone value nearer to the label below than to the row above is the first line of that label's value.
function belongsBelow(line: Line, next: Line | undefined): boolean {
  if (!next || next.page !== line.page || line.segments.length !== 1 || next.segments.length !== 1) return false;
  const [label] = next.segments;
  const isLoneLabel = label !== undefined && label.x < (line.segments[0]?.x ?? 0) - SAME_X && /:$/.test(label.text);
  return isLoneLabel && next.y - line.y < line.height;
}

const IS_NUMBERED = /^(?:\([a-z\d]{1,3}\)|[A-Z\d]{1,2}[.)])\s+\p{Lu}/u;

function joinsLabel(cell: Cell, segment: Segment, { line, next, labels }: Continuation): boolean {
  if (labels.pairs(segment).length > 0) return false;
  // `Amortissement du notionnel – à compter du /` over `notional from`: what ends so goes on in another language.
  if (/\s\/$/.test(cell.entry.label) && /^\p{Ll}/u.test(segment.text)) return true;
  // `(b) Underlying Swap Transaction` below `Settlement Method:`, `4. Prämie / Premium` below `Day count`: by its number.
  if (line.segments.length === 1 && IS_NUMBERED.test(segment.text)) return false;
  // `Notional Schedule` below `Initial Notional`, over a row of column headings: what the table is called.
  const isOverTable =
    line.segments.length === 1 &&
    (next?.segments.length ?? 0) > 2 &&
    next?.segments.every(({ text }) => !/\d{2}/.test(text)) === true;
  if (isOverTable && !labels.isLabel(`${cell.entry.label} ${segment.text}`)) return false;
  // `Start: 21/01/2026` below `Agreed on the: 19/01/2026`: two whole values have a label each.
  const beside = line.segments.find((other) => other !== segment && Math.abs(other.x - cell.valueX) < SAME_X);
  const hasValue = beside !== undefined;
  const isDated = beside !== undefined && WHOLE_VALUE.test(beside.text.trim());
  if (isDated && WHOLE_VALUE.test(cell.entry.value.trim())) return false;
  if (isDated && /^\p{Lu}/u.test(segment.text) && !DANGLES.test(cell.entry.value.trim())) return false;
  // A label with a value in another column: a row of a table whose first cell is empty.
  if (!hasValue && line.segments.length > 1 && labels.isKnown(segment) && labels.isKnown(asSegment(cell))) return false;
  // `Festbeträge` below `Bezugsbetrag`: the heading of a leg, though the two would be a label together.
  if (line.segments.length === 1 && isLegHeading(segment) && labels.isLabel(cell.entry.label)) return false;
  if (line.segments.length === 1 && OF_THE_UNDERLYING.test(segment.text)) return false;
  // `Value date: 18 May` below `Quote amount`, which is new: a row of its own, whatever words the two have together.
  const isWhole = !/[,;:/(–-]$|\([^)]*$/.test(cell.entry.value.trim());
  const isOwn = isWhole && !isListedLabel(`${cell.entry.label} ${segment.text}`);
  if (isOwn && hasValue && (labels.isKnown(segment) || labels.isLabel(segment.text))) return false;
  // `Importe EUR / EUR amount` below `Compra EUR / Buys EUR`: each is whole in two languages.
  if (isOwn && hasValue && IN_TWO_LANGUAGES.test(cell.entry.label) && IN_TWO_LANGUAGES.test(segment.text)) return false;
  // `Premium`, over its amount and date, below `Barrier level` with its value: the next section.
  if (isOwn && isPremiumHeading(segment, line, next) && labels.isLabel(cell.entry.label)) return false;
  const joined = labels.isLabel(`${cell.entry.label} ${segment.text}`);
  // `… / Floating` over `Payment Dates`: the second language's half goes on.
  const half = /.\s\/\s+([^/]+)$/.exec(cell.entry.label)?.[1];
  const isOpen =
    half !== undefined &&
    !/[a-z][A-Z]/.test(half) &&
    (!labels.isLabel(half) || DANGLES.test(cell.entry.value) || (!hasValue && !labels.isKnown(segment)));
  if (
    isOpen &&
    !(hasValue && labels.isKnown(segment)) &&
    labels.isLabel(`${half} ${segment.text}`) &&
    !/[:/]/.test(segment.text)
  )
    return true;
  // Label and value both go on: the label is one only as a whole.
  if (hasValue && joined && !labels.isLabel(cell.entry.label) && !labels.isKnown(segment)) return true;
  // `Business day` over `convention`, beside a value that goes on too.
  if (
    hasValue &&
    joined &&
    /^\p{Ll}/u.test(segment.text) &&
    !/[a-z][A-Z]/.test(segment.text) &&
    !labels.isKnown(segment) &&
    !cell.entry.label.endsWith(':')
  )
    return true;
  // `Quill & Tanner Securities` over `LLC is`, beside boxes.
  if (/^\S{2,20} (?:is|acts as)$/.test(segment.text) && /^[[(☐☒☑]/.test(cell.entry.value)) return true;
  // `referenceEntity /` over `entityName`.
  if (/\s\/$/.test(cell.entry.label) && segment.text.length < LONGEST_PART && !/:$/.test(segment.text)) return true;
  // `Floating rate, paid by the` over `Trustee`: what ends so goes on, as its value does.
  const isLabelWhole = hasValue && isListedLabel(cell.entry.label) && /^\p{Lu}/u.test(segment.text);
  if (GOES_ON.test(cell.entry.label) && !isLabelWhole && !labels.isKnown(segment)) return true;
  if (isBrokenAbroad(cell, segment)) return true;
  if (hasValue && (cell.entry.label.endsWith(':') || !segment.text.endsWith(':'))) return false;
  if (joined) return true;
  // With the line below it too: `Halcyon Global`, `Macro Master Fund`, `Ltd Buys`.
  const below = next?.page === line.page ? next.segments.find(({ x }) => Math.abs(x - segment.x) < SAME_X) : undefined;
  if (!hasValue && below && labels.isLabel(`${cell.entry.label} ${segment.text} ${below.text}`)) return true;
  // A bracket that is open goes on, whatever it says.
  if (!hasValue && /\([^)]*$/.test(cell.entry.label)) return true;
  // What begins in brackets or with a small letter, with nothing beside it, is no label of its own.
  if (!hasValue && line.segments.length === 1 && /^[(\p{Ll}]/u.test(segment.text) && segment.text.length < 40)
    return true;
  return !hasValue && !cell.entry.label.endsWith(':') && /^[^:]{2,40}:$/.test(segment.text) && !labels.isKnown(segment);
}

function isPremiumHeading({ text, x }: Segment, line: Line, next: Line | undefined): boolean {
  const below = line.segments.length === 1 && next?.page === line.page ? next.segments : [];
  const [label] = below;
  return (
    below.length > 1 &&
    label !== undefined &&
    Math.abs(label.x - x) < 3 * SAME_X &&
    labelOfPremium(text, label.text) !== undefined
  );
}

const IN_TWO_LANGUAGES = /^\p{L}.{2,40} \/ \p{L}.{2,40}$/u;

const asSegment = ({ entry: { label }, labelX }: Cell): Segment => ({ text: label, x: labelX, right: labelX });

/** A value that its next line goes on with: `…, letztmals am` over `Enddatum`. */
const DANGLES =
  /(?:\s(?:am|zum|bis|und|oder|der|des|on|the|and|or|to|at|of|from|le|la|et|au|du|el|los|y|al|il|e|in|con|zu))$|,$/;
/** Of a label that goes on behind a slash. */
const LONGEST_PART = 40;
const GOES_ON = /\s(?:the|by|of|to|for|der|des|die|von|durch|du|de|la|le|del|della|par|por|da)$/;

/** `Fälligkeit der` over `Festbeträge`, `Roll-` over `Konvention`: a label of another language, of which each half may be one. */
function isBrokenAbroad({ entry: { label } }: Cell, { text }: Segment): boolean {
  return (
    /\p{L}-$|\s(?:der|des|die|den|dem|von|du|de|la|le|del|della)$/u.test(label) &&
    inEnglish(`${label} ${text}`) !== undefined
  );
}

/** What a swaption is exercised into has a part of its own. */
const OF_THE_UNDERLYING = /^underlying (?:swap|transaction|swap transaction)\s*:?$/i;

/** `Floating leg`. */
const A_LEG = /^(?:fixed|floating|float|equity|near|far) (?:rate )?leg$/i;

function isLegHeading({ text }: Segment): boolean {
  if (text.split(' / ').some((part) => A_LEG.test(part))) return true;
  return /^\p{Lu}/u.test(text) && (A_LEG.test(text) || /^(?:fixed|floating) amounts$/i.test(inEnglish(text) ?? ''));
}

function appendLabel({ entry }: Cell, segment: Segment, line: Line): void {
  entry.label = `${entry.label} ${segment.text}`;
  entry.lines.push(line.number);
}

export function append({ entry }: Cell, segment: Segment, line: Line): void {
  // `USD-` over `SOFR-OIS Compound`: a code that was broken at its hyphen.
  const isBroken = /[A-Z0-9]-$/.test(entry.value) && /^[A-Z0-9]/.test(segment.text);
  entry.value = entry.value === '' || isBroken ? `${entry.value}${segment.text}` : `${entry.value} ${segment.text}`;
  entry.lines.push(line.number);
  entry.boxes.push(boxOf(line, segment));
}
