import type { Line, Segment } from '../../read/positioned-text.ts';
import { isCompanyName, nameIn } from '../parties/company-names.ts';
import { readDate } from '../values/dates.ts';
import { readFrequency } from '../values/terms.ts';
import { legOf } from '../vocabulary/term.ts';
import { type Cell, SAME_X } from './entry.ts';
import { isHeading, isOver, LEG_NAME } from './headings.ts';
import type { InlinePair } from './inline-pairs.ts';
import type { Row } from './row-bands.ts';
import type { SegmentLabels } from './segment-labels.ts';

/** A wrapped line follows within this many font sizes. */
export const WRAP = 1.75;
/** A letter begins below it, or it is an address of mail: no label of what it says. */
export const SALUTATION =
  /^(?:sehr geehrte|dear\b|ladies and gentlemen|madame|monsieur|mesdames|messieurs|muy señor|estimad[oa]s?\b|egregi|gentil[ei]|spett(?:abile|\.le)\s*$|\S+@\S+\.\w+$)/i;
/** Labels over their values are set smaller than this share of the values' size. */
export const SMALL_PRINT = 0.87;

/** Headings of columns that take two lines: `Great Lakes Municipal Finance` over `Authority pays`. */
export function wrappedHeading(
  line: Line,
  next: Line | undefined,
  after: Line | undefined,
  labels: SegmentLabels,
): Line | undefined {
  if (!next || !after || next.page !== line.page || next.y - line.y > WRAP * line.height) return undefined;
  const { segments } = line;
  if (segments.length < 2 || next.segments.length !== segments.length) return undefined;
  const explains = next.segments.every(({ text }) => /^\([^()]+\)$/.test(text));
  if (
    after.segments.length !== segments.length + 1 ||
    (!explains && segments.some((segment) => labels.isKnown(segment)))
  )
    return undefined;
  if (next.segments.some((segment, i) => !isOver(segments[i] as Segment, segment) || /\d/.test(segment.text)))
    return undefined;
  const joined = segments.map((segment, i) => ({
    text: `${segment.text} ${next.segments[i]?.text ?? ''}`,
    x: Math.min(segment.x, next.segments[i]?.x ?? segment.x),
    right: Math.max(segment.right, next.segments[i]?.right ?? segment.right),
  }));
  return { ...next, segments: joined };
}

/** `Near Leg: Value Date` beside a date: a leg and a label of it, and no value yet. */
export function isLegsLabel(pairs: readonly InlinePair[], { isLabel }: SegmentLabels): boolean {
  const [pair] = pairs;
  return (
    pairs.length === 1 && pair !== undefined && LEG_NAME.test(pair.label) && isLabel(pair.value.replace(/\s*\/$/, ''))
  );
}

/** A value stands below its label within so many font sizes; below a row of nothing but labels, further. */
const STACK = 2.2;
const WIDE_STACK = 3.6;

/** Whether every cell of a row of three or more is a label, over as many that are none. */
export function areAllLabels(line: Line, next: Line | undefined, labels: SegmentLabels): boolean {
  return (
    line.segments.length > 2 &&
    next?.segments.length === line.segments.length &&
    line.segments.every((segment) => labels.isUsedAsLabel(segment)) &&
    !next.segments.some((segment) => labels.isUsedAsLabel(segment))
  );
}

// Labels alone on a line, each over a value that is no label itself.
export function isStacked(line: Line, next: Line | undefined, labels: SegmentLabels, hasColumns: boolean): boolean {
  const gap = areAllLabels(line, next, labels) ? WIDE_STACK : STACK;
  if (!next || next.page !== line.page || next.y - line.y > gap * Math.max(line.height, next.height)) return false;
  if (line.segments.some((segment) => labels.pairs(segment).length > 0 || /\d{3}/.test(segment.text))) return false;
  if (isEndOfClause(line, next)) return false;
  // A label with its colon beside a word without one is a label beside its value.
  const colons = line.segments.filter(({ text }) => text.endsWith(':')).length;
  if (colons > 0 && colons < line.segments.length) return false;
  const unknown = line.segments.filter((segment) => !labels.isKnown(segment)).length;
  // Of three and more labels one may be new, if each has its value.
  // Small print over larger is a label over its value, whatever it is called.
  const small = line.height < SMALL_PRINT * next.height && next.segments.length <= line.segments.length;
  if (!small && unknown > (line.segments.length > 2 && next.segments.length === line.segments.length ? 1 : 0))
    return false;
  if (line.segments.length === 2 && !hasColumns && next.segments.length === 1) return false;
  if (line.segments.some((label) => isRoleBesideLabel(label, next, labels))) return false;
  // `Cap` below `Type of option`: one value of several may be a word that elsewhere is a label.
  const mayBeLabel =
    unknown === 0 &&
    line.segments.length > 2 &&
    next.segments.length === line.segments.length &&
    next.segments.filter((value) => labels.isUsedAsLabel(value)).length === 1;
  return next.segments.every(
    (value) =>
      (mayBeLabel || !labels.isUsedAsLabel(value) || isRestOfLabel(line, value, labels)) &&
      (labels.pairs(value).length === 0 || isCutValue(value, labels)) &&
      line.segments.some((label) => Math.abs(label.x - value.x) < SAME_X),
  );
}

/** `Scheme receives the fixed rate.` over `4. The underlying swap …`: a clause ends, and the next one begins. */
const isEndOfClause = ({ segments: [last, ...more] }: Line, { segments: [first] }: Line): boolean =>
  more.length === 0 &&
  /[\p{Ll}\d)]\.$/u.test(last?.text ?? '') &&
  /^\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s+\p{Lu}/u.test(first?.text ?? '');

/** `trimestrielle, première date de paiement : 4` over `septembre 2026`: a value with a colon whose end is on the next line. */
function isCutValue({ text }: Segment, { isLabel }: SegmentLabels): boolean {
  const [, before = ''] = /^(\p{Ll}[^:]*?)\s*:\s*\d{1,2}$/u.exec(text) ?? [];
  return before !== '' && !isLabel(before);
}

/** `Calculation Agent | Dealer`: a party's role is a label only over a name. */
function isRoleBesideLabel(label: Segment, next: Line, labels: SegmentLabels): boolean {
  if (!labels.isKnown(label) || labels.isUsedAsLabel(label)) return false;
  const below = next.segments.find(({ x }) => Math.abs(x - label.x) < SAME_X);
  return below !== undefined && !isCompanyName(nameIn(below.text));
}

/** `CALL CURRENCY AND CALL CURRENCY` over `AMOUNT`, beside labels of one line over their values. */
export function isRestOfLabel(line: Line, value: Segment, labels: SegmentLabels): boolean {
  const label = line.segments.find(({ x }) => Math.abs(x - value.x) < SAME_X);
  return (
    label !== undefined &&
    !/\d/.test(value.text) &&
    labels.isLabel(`${label.text} ${value.text}`) &&
    !labels.isKnown(label)
  );
}

// `Reference Obligation: | Primary Obligor: Agrium Inc.`: a value may have a colon of its own.
export function isValueOf(label: Segment, value: Segment, labels: SegmentLabels): boolean {
  const [pair] = labels.pairs(value);
  // `Notional steps | 15 June 2027: EUR 9,000,000.00`: a day is no label.
  if (pair && readDate(pair.label).kind === 'date' && labels.pairs(label).length === 0) return true;
  // `Initial exchange | On the effective date: Dealer pays …`: when, then what.
  if (pair && /^(?:on|am|zum|à la|le|el|en la|alla?|il)\s/i.test(pair.label)) return labels.isKnown(label);
  // `The Bank pays | Floating Rate: GBP-SONIA, …`: what is paid, in the words of its own.
  if (pair && /\b(?:pays?|receives?)$/i.test(label.text)) return true;
  // `Payment Dates | Quarterly: 6 March, 6 June, …`: how often, then when.
  if (pair && /^\d/.test(pair.value) && readFrequency(pair.label) !== undefined && !labels.isLabel(pair.label))
    return labels.isKnown(label);
  // `Floating price | payable by Party A: arithmetic mean of …`: words before a colon that begin no label.
  if (pair && /^\p{Ll}/u.test(pair.label) && /^\p{Lu}/u.test(label.text) && !labels.isLabel(pair.label))
    return labels.pairs(label).length === 0 && label.text.split(/\s+/).length <= MOST_LABEL_WORDS;
  return !pair || (/:$/.test(label.text) && !labels.isLabel(pair.label));
}
const MOST_LABEL_WORDS = 6;

// A line right above another lone line is a label that nobody knows, over its value, unless it names a leg.
export function isNewLabel(line: Line, segment: Segment, next: Line | undefined, labels: SegmentLabels): boolean {
  const [value] = next?.segments ?? [];
  if (!next || !value || next.segments.length > 1 || next.page !== line.page || legOf(segment.text)) return false;
  const right = next.y - line.y <= 1.6 * next.height && Math.abs(value.x - segment.x) < SAME_X;
  return right && !labels.isKnown(value) && labels.pairs(value).length === 0;
}

// `(a) USD-SOFR-OIS Compound`, `(e) Business days New York; Modified Following`: an item that says something heads nothing.
const isTermOfList = ({ isItem }: Row, { text }: Segment): boolean =>
  isItem === true && legOf(text) === undefined && /[,;]|\d|\b[A-Z]{3}-[A-Z]/.test(text) && !text.endsWith(':');

// A line of a paragraph that fills its width is no heading, whatever it speaks of.
export function isFull({ text, right }: Segment, rightEdge: number): boolean {
  return right > 0.85 * rightEdge && text !== text.toUpperCase() && !/:$/.test(text);
}

/** `3. Floating amounts …`, `FIXED SIDE - payable by …`: what a leg's heading may say to the end of its line. */
const PAID_BY_ITS_HEADING = /^\(?\d{1,2}[.)]\s+\p{Lu}|^[^.:]{3,40}?[-–—,(]\s*(?:paid|payable) by\s[^.:;]{2,60}$/iu;

/** Whether a lone line, which is no label, is the heading of what stands below it. */
export const isSectionHeading = (
  line: Row,
  segment: Segment,
  next: Line | undefined,
  rightEdge: number,
  labels: SegmentLabels,
): boolean =>
  isHeading(segment.text) &&
  !isTermOfList(line, segment) &&
  // `3. Floating amounts payable by the Counterparty` may fill a narrow page.
  (!isFull(segment, rightEdge) || (PAID_BY_ITS_HEADING.test(segment.text) && legOf(segment.text) !== undefined)) &&
  !isNewLabel(line, segment, next, labels);

/** `The obligation identified as follows:` has its value on the lines below, wherever its lines stand. */
export function goesOnBelow(line: Line, open: readonly Cell[]): boolean {
  const [segment] = line.segments;
  const cell = open.at(-1);
  return (
    segment !== undefined &&
    line.segments.length === 1 &&
    cell !== undefined &&
    cell.valueX > cell.labelX + 20 &&
    Math.abs(cell.valueX - segment.x) < SAME_X &&
    (/:$/.test(cell.entry.value) || cell.entry.lines.length > 1)
  );
}

/** A label of three lines has its value beside the second: the first stood alone on the line above. */
export function withLineAbove(
  label: Segment,
  {
    line,
    next,
    above,
    labels,
  }: {
    readonly line: Line;
    readonly next: Line | undefined;
    readonly above: Line | undefined;
    readonly labels: SegmentLabels;
  },
): string {
  const near = above && above.page === line.page && line.y - above.y <= WRAP * line.height;
  const [first] = above?.segments ?? [];
  if (!near || !first || labels.isKnown(label) || Math.abs(first.x - label.x) >= SAME_X) return label.text;
  const whole = `${first.text} ${label.text}`;
  const below = next?.segments.length === 1 ? next.segments[0]?.text : undefined;
  return labels.isLabel(whole) || (below !== undefined && labels.isLabel(`${whole} ${below}`)) ? whole : label.text;
}

/** Whether a row below stacked labels is another trade's: as many cells, the first of them a reference. */
export function isFurtherRow({ segments }: Line, stacked: readonly Segment[], labels: SegmentLabels): boolean {
  const [label, reference] = [stacked[0], segments[0]];
  if (!label || !reference || segments.length !== stacked.length || segments.length < 3) return false;
  if (!/\b(?:ref\w*|id|no|number|ticket|deal|trade)\b/i.test(label.text) || !/\d{3}/.test(reference.text)) return false;
  const aligned = segments.every(({ x }, i) => Math.abs(x - (stacked[i]?.x ?? 0)) < SAME_X);
  return aligned && !segments.some((segment) => labels.isKnown(segment));
}

/** A label with nothing beside it but the next label, which has a value of its own. */
export const isEmptyLabel = (
  label: Segment,
  value: Segment,
  after: Segment | undefined,
  labels: SegmentLabels,
): boolean =>
  after !== undefined && labels.isUsedAsLabel(label) && labels.isUsedAsLabel(value) && !labels.isUsedAsLabel(after);
