import type { Box, Evidence, Extraction, Flag, OtherTerm, TradeField } from '@trade-matching/domain';
import { boundExtracted, FIELD_KINDS } from '@trade-matching/domain';
import { withoutJunk } from '../inspect/junk.ts';
import { boxesOf, type PositionedText } from '../read/positioned-text.ts';
import { type ReadPages, textOfPages } from '../read/read-text.ts';
import { stampWords } from '../read/stamp-words.ts';
import { isLikeIsin } from './check-digits.ts';
import { lineFinder } from './line-finder.ts';
import { lineReader } from './line-reader.ts';
import { openRenderer } from './page-renderer.ts';
import { boxOnPage, readSheet, runsOfSheet, type Sheet } from './read-sheet.ts';
import { LEAST_CONFIDENCE } from './scan-limits.ts';
import type { ScanWord } from './scan-word.ts';
import { SecondLook } from './second-look.ts';
import { tesseract } from './tesseract.ts';
import { whyUnlikely } from './unlikely-words.ts';

/** Extracts a trade from text: what a document that has text goes through as well. */
export type ExtractText = (text: PositionedText) => Extraction;

/** After as many rounds no value is left that was not looked at twice. */
const MAX_ROUNDS = 5;
/** Stands for each character of a word that engines read differently: no reader takes it for part of a value. */
const UNREADABLE = '\uFFFD';
/** Names and lists, which are compared as such: where engines differ in a letter they are kept, and a person is told. */
const KEPT: ReadonlySet<string> = new Set(['party-name', 'list']);

type Field = TradeField | 'product';
type Extracted = Extract<Extraction, { readonly outcome: 'extracted' }>;

/**
 * Reads the pages that are pictures, then the trade, as from any text. A second engine reads each critical value by itself,
 * from the place that the evidence names. Where the two do not agree, the words are taken out and the trade is read anew
 * without them: so nothing is inferred from what is not sure, and what another place states is looked at as well.
 */
export async function readScan(
  bytes: Uint8Array,
  pages: ReadPages,
  scans: readonly number[],
  extract: ExtractText,
): Promise<Extraction> {
  const renderer = await openRenderer(withoutJunk(bytes));
  const sheets: Sheet[] = [];
  try {
    const engine = await tesseract();
    const models = { finder: await lineFinder(), reader: await lineReader() };
    for (const number of scans) sheets.push(await readSheet(renderer, engine, models, number));
    const look = new SecondLook(models.reader, engine);
    const unsure: ScanWord[] = [];
    for (const sheet of sheets) unsure.push(...(await look.settleIdentifiers(sheet)));
    return withUnsure(await readTrade(pages, sheets, look, extract), unsure, look);
  } finally {
    renderer.close();
  }
}

async function readTrade(
  pages: ReadPages,
  sheets: readonly Sheet[],
  look: SecondLook,
  extract: ExtractText,
): Promise<Extraction> {
  /** What was taken out, by the field that it was read for first. */
  const disputed = new Map<Field, string>();
  let extraction: Extraction | undefined;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const text = textOfSheets(pages, sheets, look);
    extraction = extract(text);
    if (extraction.outcome === 'refused') return extraction;
    let settled = true;
    for (const [field, evidence] of evidenceOf(extraction)) {
      const sheet = sheets.find(({ number }) => number === evidence.page);
      if (!sheet) continue;
      const words = wordsOf(sheet, boxesOfEvidence(evidence, text));
      for (const word of words) {
        if (look.hasSeen(word)) continue;
        const { kind, text: read } = await look.at(sheet, word, isKept(field));
        settled &&= kind === 'kept' || (kind === 'agreed' && read === word.text);
        if (kind === 'agreed') continue;
        if (!disputed.has(field)) disputed.set(field, quoted(evidence.literal, words, look));
      }
    }
    if (settled) break;
  }
  return extraction === undefined || extraction.outcome === 'refused'
    ? (extraction ?? refusedAsEmpty())
    : finished(extraction, pages, sheets, look, disputed);
}

function refusedAsEmpty(): Extraction {
  return { outcome: 'refused', refusal: { reason: 'NO_TEXT', message: 'Nothing can be read in the pictures.' } };
}

function textOfSheets(pages: ReadPages, sheets: readonly Sheet[], look: SecondLook): PositionedText {
  const scans = sheets.map((sheet) => {
    const words = sheet.words.map((word) => ({ ...word, ...settledText(word, look) }));
    return {
      number: sheet.number,
      frame: { ...sheet.frame, shownTurns: 0 as const },
      runs: runsOfSheet({ ...sheet, words }),
    };
  });
  return textOfPages(pages, scans);
}

function settledText(word: ScanWord, look: SecondLook): Pick<ScanWord, 'text' | 'edges'> {
  const seen = look.seen(word);
  if (!seen || seen.kind === 'kept' || (seen.kind === 'agreed' && seen.text === word.text)) return word;
  if (seen.kind === 'disputed') return { ...word, text: UNREADABLE.repeat(word.text.length) };
  const { text } = seen;
  if (text.length === word.text.length) return { ...word, text };
  const { x, right } = word.area;
  return { text, edges: Array.from({ length: text.length + 1 }, (_, i) => x + ((right - x) * i) / text.length) };
}

function evidenceOf({ extracted }: Extracted): [Field, Evidence][] {
  return Object.entries(extracted.evidence) as [Field, Evidence][];
}

function isKept(field: Field): boolean {
  return field !== 'product' && KEPT.has(FIELD_KINDS[field]);
}

/** Where a value stands; of one whose place on its line is not known, the line. */
function boxesOfEvidence({ page, line, boxes }: Evidence, text: PositionedText): readonly Box[] {
  if (boxes && boxes.length > 0) return boxes;
  const its = text.lines.find((each) => each.page === page && each.number === line);
  return its?.segments.flatMap((segment) => boxesOf(segment)) ?? [];
}

/** The words of a sheet whose middle lies in one of the boxes. Points. */
function wordsOf({ words, dpi }: Sheet, boxes: readonly Box[]): ScanWord[] {
  const scale = 72 / dpi;
  return words.filter(({ area, baseline, edges }) => {
    const y = (baseline - (baseline - area.y) / 2) * scale;
    return boxes.some((box) => {
      if (y < box.y || y > box.y + box.height) return false;
      // Of a word that is in the box in part, one character is enough.
      return edges.some((edge, i) => {
        const next = edges[i + 1];
        const middle = next === undefined ? Number.NaN : ((edge + next) / 2) * scale;
        return middle >= box.x && middle <= box.x + box.width;
      });
    });
  });
}

function quoted(literal: string, words: readonly ScanWord[], look: SecondLook): string {
  const readings = words.flatMap((word) => {
    const seen = look.seen(word);
    return seen && seen.kind !== 'agreed' ? [`“${word.text}” by one engine, “${seen.text}” by another`] : [];
  });
  return `“${literal}” (${readings.join('; ')})`;
}

/** Names identifiers that no field was read from, since they are not sure. */
function withUnsure(extraction: Extraction, unsure: readonly ScanWord[], look: SecondLook): Extraction {
  if (extraction.outcome === 'refused' || unsure.length === 0) return extraction;
  const { reference_obligation: obligation } = extraction.extracted.trade;
  const flags = unsure.map(
    (word): Flag => ({
      code: 'UNSURE_SCAN',
      severity: 'review',
      // What the obligation is read from instead, its coupon or maturity, is not what names it.
      ...(isLikeIsin(word.text) && obligation !== undefined ? { field: 'reference_obligation' } : {}),
      message: `an identifier is not sure in the scan: “${word.text}” by one engine, “${look.seen(word)?.text}” by another`,
    }),
  );
  return {
    ...extraction,
    extracted: boundExtracted({ ...extraction.extracted, flags: [...extraction.extracted.flags, ...flags] }),
  };
}

/** The trade with what a reader of a scan has to know: how sure each value is, and what is left out. */
function finished(
  { extracted, ...rest }: Extracted,
  pages: ReadPages,
  sheets: readonly Sheet[],
  look: SecondLook,
  disputed: ReadonlyMap<Field, string>,
): Extraction {
  const text = textOfSheets(pages, sheets, look);
  const trade: Record<string, string> = { ...extracted.trade };
  const evidence: { [F in Field]?: Evidence } = {};
  const flags: Flag[] = [];
  for (const flag of extracted.flags) {
    if (!flag.message.includes(UNREADABLE)) flags.push(flag);
    // A literal of which a word was taken out before any field was read from it.
    else if (flag.field !== undefined && !disputed.has(flag.field)) {
      flags.push({ ...flag, code: 'UNSURE_SCAN', severity: 'review' });
    }
  }
  const leaveOut = (field: Field, what: string) => {
    if (field !== 'product') delete trade[field];
    flags.push({
      code: 'UNSURE_SCAN',
      severity: 'review',
      ...(field === 'product' ? {} : { field }),
      message: `${field} is not sure in the scan: ${what}`,
    });
  };
  for (const [field, its] of evidenceOf({ extracted, ...rest })) {
    const sheet = sheets.find(({ number }) => number === its.page);
    if (!sheet) {
      evidence[field] = its;
      continue;
    }
    const words = wordsOf(sheet, boxesOfEvidence(its, text));
    const confidence = Math.min(its.confidence, ...words.map((word) => look.confidence(word)));
    const isWhole = !its.literal.includes(UNREADABLE) && !String(trade[field] ?? '').includes(UNREADABLE);
    if (field !== 'product' && (!isWhole || confidence < LEAST_CONFIDENCE || words.length === 0)) {
      if (!disputed.has(field)) leaveOut(field, `“${its.literal}”`);
      else delete trade[field];
      continue;
    }
    const why = field === 'product' ? undefined : whyUnlikely(FIELD_KINDS[field], trade[field] ?? '', its.literal);
    if (why !== undefined && field !== 'product') {
      flags.push({
        ...{ code: 'UNSURE_SCAN', severity: 'review', field },
        message: `${field} is not sure in the scan: “${its.literal}” (${why})`,
      });
    }
    const boxes = its.boxes?.map((box) => boxOnPage(box, sheet));
    evidence[field] = { ...its, confidence, ocr: true, ...(boxes ? { boxes } : {}) };
  }
  for (const [field, what] of disputed) {
    if (field === 'product' || trade[field] === undefined) leaveOut(field, what);
    else {
      const how = isKept(field) ? 'is not sure in the scan' : 'is stated twice, and once not sure in the scan';
      flags.push({ code: 'UNSURE_SCAN', severity: 'review', field, message: `${field} ${how}: ${what}` });
    }
  }
  for (const sheet of sheets) flags.push(...flagsOfStamps(sheet));
  for (const flag of extracted.flags) {
    // Printed wrong or read wrong: both engines may take a lookalike for another.
    const isScanned = flag.field !== undefined && evidence[flag.field]?.ocr === true;
    if (flag.code === 'INVALID_LEI' && isScanned) flags.push({ ...flag, code: 'UNSURE_SCAN', severity: 'review' });
  }
  flags.unshift({
    code: 'SCANNED',
    severity: 'review',
    message: `${sheets.length === 1 ? 'Page' : 'Pages'} ${sheets.map(({ number }) => number).join(', ')} of ${pages.length} ${sheets.length === 1 ? 'was' : 'were'} read from a picture`,
  });
  const other_terms = extracted.other_terms.map((term) => withPrinted(term, sheets));
  return {
    ...rest,
    extracted: boundExtracted({
      ...extracted,
      trade: trade as unknown as typeof extracted.trade,
      evidence,
      flags,
      other_terms,
    }),
  };
}

function flagsOfStamps({ number, stamps }: Sheet): Flag[] {
  return stamps.map((text) => ({
    code: 'STAMPED',
    severity: stampWords(text).severity ?? 'review',
    message: `The document is stamped on page ${number}: "${text}"`,
  }));
}

/** A term as the first engine read it, and its boxes on the page as it is shown. */
function withPrinted(term: OtherTerm, sheets: readonly Sheet[]): OtherTerm {
  const sheet = sheets.find(({ number }) => number === term.page);
  if (!sheet || !term.boxes) return term;
  const literal = term.literal.includes(UNREADABLE)
    ? wordsOf(sheet, term.boxes)
        .map((word) => word.text)
        .join(' ')
    : term.literal;
  return { ...term, literal, boxes: term.boxes.map((box) => boxOnPage(box, sheet)) };
}
