import { joinSegments, type Line, partOfSegment, type Segment } from '../../read/positioned-text.ts';
import { SAME_X } from './entry.ts';
import type { Row } from './row-bands.ts';

/** Clauses with known labels, from which on a form ends its labels so. */
const LEAST_KNOWN = 4;
/** And of the clauses that begin like one, so many are known. */
const KNOWN_SHARE = 0.4;
/** A clause goes on within this many font sizes. */
const WRAP = 1.75;

/** Before a label: the number of its clause, `3.1`, `(c)`, `Artikel 4.`, `TERCERA.`. */
const NUMBER =
  /^(?:(?:\(?(?:\d{1,2}(?:\.\d{1,2}){0,2}|[a-z]|[ivx]{1,4}|[IVX]{1,4})[.)]?|§ ?\d{1,2}|(?:art(?:icle|icolo|ículo|ikel)?\.?|clause|ziffer)\s\d{1,2}\.?|[•▪·–-])\s+(?=\p{L})|(?:primer|segund|tercer|cuart|quint|sext|séptim|octav|noven|décim|undécim|duodécim)[ao]\.\s+)/iu;
const NUMBER_ALONE = /^(?:\(?(?:\d{1,2}(?:\.\d{1,2}){0,2}|[a-z]|[ivx]{1,4})[.)]?|§ ?\d{1,2}|[•▪·–-])$/i;

/** `Spread. plus 0.0485 per cent.`, `Basis.– Act/360`, `Trade Date — 4 May`: a label, how it ends, and what follows. */
const LABEL = /^(\p{Lu}[\p{L}\p{N}’'()/&, -]{1,58}?)(?:\s?\.\s?[–—-]+|\.|\s+—)\s+(?=\S)/u;

/** A verb of the five languages that makes a sentence of what follows a label. */
const SAYS =
  /(?<!\p{L})(?:shall|will|is|are|was|were|means|pays?|receives?|runs|begins|ends|acts|appl(?:y|ies)|supplements|moves|buys?|sells?|ist|sind|wird|werden|gilt|gelten|zahlt|zahlen|beginnt|endet|kauft|verkauft|est|sont|sera|seront|paie|paiera|verse|versera|achète|vend|es|son|será|serán|se|paga|pagará|abona|abonará|actúa|compra|vende|sono|è|sarà|pagherà|versa|verserà|acquista)(?!\p{L})/iu;
/** What bounds, denies or puts off: a sentence with one of these is no value of its label. */
const UNLESS =
  /(?<!\p{L})(?:no|none|not|never|nor|or|less|more|least|most|exceed\w*|below|above|under|over|greater|lower|higher|unless|if|provided|until|may|after|before|then|kein\p{L}*|nicht|oder|wenn|falls|sofern|soweit|unter|über|mindestens|höchstens|vor|nach|pas|ou|si|sauf|moins|au plus|inférieure?s?|supérieure?s?|avant|après|puis|menos|más|o|salvo|mínimo|máximo|inferior|superior|antes|después|luego|non|meno|più|oppure|inferiore|superiore|dopo|minimo|massimo)(?!\p{L})/iu;

type IsLabel = (text: string) => boolean;

interface Clause {
  readonly at: number;
  /** The piece of text that begins with the label, and where in it label and value are. */
  readonly segment: Segment;
  readonly from: number;
  readonly labelEnd: number;
  readonly valueAt: number;
  readonly isNumbered: boolean;
}

/**
 * Clauses whose labels end with a full stop or a dash, `3.4 Spread. plus 0.0485 per cent. per annum`, in bold or not: each a row
 * of its label and all of its value, with the lines that it goes on in. Only on a form that writes several known labels so. What
 * follows a label as several sentences, or as one with a condition, `Floor. The rate shall at no time be less than …`, stays text.
 */
export function partStoppedLabels(lines: readonly Line[], isLabel: IsLabel): readonly Row[] {
  const clauses = lines.flatMap((line, at) => clauseOf(line, at) ?? []);
  const known = clauses.filter((clause) => isLabel(labelOf(clause)));
  if (known.length < LEAST_KNOWN || known.length < KNOWN_SHARE * clauses.length) return lines;
  const edges = known.map(({ segment }) => segment.x);
  const isNumberedForm = known.filter(({ isNumbered }) => isNumbered).length >= LEAST_KNOWN;
  const rightEdge = Math.max(...lines.map(({ segments }) => segments.at(-1)?.right ?? 0));
  const rows = new Map<number, Row[]>();
  for (const clause of clauses) {
    const { segment, at, isNumbered } = clause;
    const isOne = isLabel(labelOf(clause)) || (isNumberedForm && isNumbered);
    if (!isOne || !edges.some((x) => Math.abs(x - segment.x) < SAME_X)) continue;
    const starts = new Set(clauses.map((other) => other.at));
    const rest = restOf(lines, clause, rightEdge, starts);
    const row = rowOf(lines[at] as Line, clause, rest, isLabel(labelOf(clause)));
    const line = lines[at] as Line;
    // A sentence needs the number of its clause no more than a value does.
    if (!row && isNumbered && line.segments.length > 1) rows.set(at, [{ ...line, segments: line.segments.slice(1) }]);
    if (!row) continue;
    rows.set(at, [row]);
    for (let i = 1; i <= rest.length; i++) rows.set(at + i, []);
  }
  return lines.flatMap((line, i) => rows.get(i) ?? [line]);
}

const labelOf = ({ segment, from, labelEnd }: Clause): string => segment.text.slice(from, labelEnd);

function clauseOf({ segments }: Line, at: number): Clause | undefined {
  const [first, second] = segments;
  const segment = segments.length === 2 && first && NUMBER_ALONE.test(first.text) ? second : first;
  if (!segment || segments.length > 2 || (segments.length === 2 && segment === first)) return undefined;
  const from = NUMBER.exec(segment.text)?.[0].length ?? 0;
  const [whole, label] = LABEL.exec(segment.text.slice(from)) ?? [];
  if (whole === undefined || label === undefined || /^(?:.{1,2}|.*\b(?:No|Nr|St|Art|Inc|Ltd|Co))$/.test(label))
    return undefined;
  const isNumbered = segment !== first || from > 0;
  return { at, segment, from, labelEnd: from + label.length, valueAt: from + whole.length, isNumbered };
}

/** The lines that the clause goes on in: each below one that had no room for the next word, or set in as its value is. */
function restOf(
  lines: readonly Line[],
  { at, segment }: Clause,
  rightEdge: number,
  starts: ReadonlySet<number>,
): Line[] {
  const rest: Line[] = [];
  for (let i = at + 1; i < lines.length; i++) {
    const [line, above] = [lines[i], lines[i - 1]];
    const [piece] = line?.segments ?? [];
    if (!line || !above || !piece || starts.has(i) || line.segments.length > 1) break;
    if (line.page !== above.page || line.y < above.y || line.y - above.y > WRAP * line.height) break;
    const isSetIn = piece.x > segment.x + SAME_X || (lines[at] as Line).segments.length > 1;
    if (piece.x < segment.x - SAME_X || (Math.abs(piece.x - segment.x) >= SAME_X && !isSetIn)) break;
    const [word = ''] = piece.text.split(' ');
    const width = ((piece.right - piece.x) * word.length) / piece.text.length;
    const hadNoRoom = (above.segments.at(-1)?.right ?? 0) + width > rightEdge - SAME_X * 2;
    if (!hadNoRoom && !(isSetIn && /^[\p{Ll}\d(]/u.test(piece.text))) break;
    rest.push(line);
  }
  return rest;
}

/** The label with all of its value; none where the value says a sentence. */
function rowOf(line: Line, clause: Clause, rest: readonly Line[], isKnown: boolean): Row | undefined {
  const { segment, from, labelEnd, valueAt } = clause;
  const label = partOfSegment(segment, from, labelEnd);
  const begins = partOfSegment(segment, valueAt, segment.text.length);
  const value = rest.reduce((whole, { segments: [piece] }) => (piece ? joinSegments(whole, piece) : whole), begins);
  const text = value.text.replace(/(?<=[\p{L}\p{N})%]{2})\.$/u, '');
  if (/[.;]\s+\p{Lu}\p{Ll}+\s+\p{Ll}/u.test(text)) return undefined;
  if (SAYS.test(text.replace(/\([^)]*\)/g, ' ')) && (!isKnown || UNLESS.test(text))) return undefined;
  const numbers = [line, ...rest].map(({ number }) => number);
  return { ...line, segments: [label, { ...value, text }], rows: numbers, of: 'definition' };
}
