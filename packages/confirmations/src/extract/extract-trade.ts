import { boundExtracted, type Extraction, type Source, type Trade } from '@trade-matching/domain';
import { flagsOfMarks } from '../read/marks.ts';
import { lineText, type PositionedText } from '../read/positioned-text.ts';
import { account, type Printed } from './accounting/account.ts';
import { possibleFields } from './accounting/possible-fields.ts';
import { missingFields, refuseWhatIsNoTrade } from './completeness.ts';
import { withConventionsOfLegs } from './conventions-of-legs.ts';
import { withDateOfDeal, withDatesOfEnds } from './dates-of-ends.ts';
import { documentKind } from './document-kind.ts';
import { withCurrencyOfColumn } from './exchange/currency-columns.ts';
import { isSideLabel } from './exchange/sides.ts';
import type { FoundFields } from './found-fields.ts';
import { withoutFullStop } from './full-stops.ts';
import { composedInEnglish } from './languages/composed-labels.ts';
import { withEnglishLabels } from './languages/english-in-label.ts';
import { isFpmlPrint } from './languages/fpml.ts';
import { inEnglish } from './languages/translate.ts';
import { translated } from './languages/translated-entry.ts';
import { withValuesInOneLanguage } from './languages/two-languages.ts';
import { footnotesOf, withChecked, withoutFootnote } from './layout/check-boxes.ts';
import { inOrderOfColumns } from './layout/definition-lists.ts';
import type { Entry } from './layout/entry.ts';
import { findEntries } from './layout/find-entries.ts';
import { withHeadingsOfTwoLanguages } from './layout/headings-in-two-languages.ts';
import { withJustifiedLinesWhole } from './layout/justified-lines.ts';
import { withAmountsWhole } from './layout/parted-amounts.ts';
import { withHeadingsWhole, withJoinedPrefixes } from './layout/prefixed-labels.ts';
import { proseOf, sentencesOfLines } from './layout/prose.ts';
import { withLegsOfPrefixes } from './legs-in-prefixes.ts';
import { whyNotAConfirmation } from './not-a-confirmation.ts';
import { findParties } from './parties/find-parties.ts';
import { withOwnerFirst, withReferencesOfClient } from './parties/owners-of-references.ts';
import { withPayerOfLabel } from './payers-in-labels.ts';
import { findProduct } from './product.ts';
import { readFields } from './read-fields.ts';
import { refuse, refuseUnnamed } from './refuse.ts';
import { remembering } from './remembering.ts';
import { saidBeside } from './said-beside.ts';
import { paymentDatesOf } from './schedule-periods.ts';
import { signsOfSeveralTrades } from './several-trades.ts';
import { withFlow, withRoleBehindName, withSideOfLabel } from './sides-in-labels.ts';
import { decimalMarkOfLanguage, slashOrderOfPlace } from './slash-order-of-place.ts';
import { withSpokenCells } from './spoken-cells.ts';
import type { SuppliedLiterals } from './supplied-literals.ts';
import { swiftNotes } from './swift-notes.ts';
import { slashOrderOf } from './values/dates.ts';
import { decimalMarkOf } from './values/numbers.ts';
import type { ReadingContext } from './values/readers.ts';
import { isKnownLabel } from './vocabulary/index.ts';

export interface ExtractionOptions {
  /** Whether a refusal as incomplete tells what is missing, with the text. */
  readonly tellUnread?: boolean;
  /** Where the values of fields that the rules cannot read are said to stand. */
  readonly supplied?: SuppliedLiterals;
}

const UNMAPPED_SHARE = 0.05;
/** A longer value is a clause. */
const LONGEST_TERM = 60;

const isEnglishLabel: (text: string) => boolean = remembering((text) => isKnownLabel(text) || isSideLabel(text));
/** In any language that is read; one word, `la Controparte`, is as well a value. */
const isLabel: (text: string) => boolean = remembering(
  (text) => isEnglishLabel(text) || inEnglish(text) !== undefined || composedInEnglish(text)?.includes(' ') === true,
);

/** Reads the trade that a confirmation's text states. What it does not say is absent; what contradicts itself is flagged. */
export function extractTrade(
  page: PositionedText,
  source: Source,
  { tellUnread = false, supplied = {} }: ExtractionOptions = {},
): Extraction {
  if (page.lines.length === 0)
    return refuse('NO_TEXT', 'The document has no text, and nothing can be read in its pictures.');
  const text = inOrderOfColumns(withCellsWhole(page), isEnglishLabel);
  const layout = findEntries(text, isLabel);
  const { loose, tables } = layout;
  const sentences = sentencesOfLines(loose);
  const printed = withCurrencyOfColumn(
    withLegsOfPrefixes(withReferencesOfClient(printedEntries(layout.entries, footnotesOf(loose)), source)),
  );
  const prose = proseOf(text);
  const whyNot = whyNotAConfirmation(text);
  if (whyNot !== undefined) return refuse('NOT_A_CONFIRMATION', whyNot);
  const named = findProduct(text, printed);
  if (named?.kind === 'other') {
    return refuse(
      'NOT_A_CONFIRMATION',
      `The document confirms ${named.name}, which is not read: “${named.literal.trim()}”.`,
    );
  }
  if (!named) return refuseUnnamed(text, prose);
  const { product } = named;
  const parties = findParties(text, printed, source);
  const entries = withDateOfDeal(withDatesOfEnds(printed.map((entry) => withFlow(entry, parties))));
  const ofTerms = termFigures(entries);
  const context: ReadingContext = {
    slashOrder: slashOrderOf(ofTerms) ?? slashOrderOf(prose) ?? slashOrderOfPlace(prose, layout.entries),
    decimalMark:
      layout.decimalMark ?? decimalMarkOf(ofTerms) ?? decimalMarkOf(prose) ?? decimalMarkOfLanguage(layout.entries),
    party: parties.resolve,
    ...(isFpmlPrint(layout.entries.map(({ label }) => label)) ? { ratesAreDecimals: true } : {}),
  };

  const { found, terms, unreadTables } = readFields({
    ...{ product, source, title: named.literal, text, prose, entries, loose, tables, sentences, parties, context },
    supplied,
  });
  const document_kind = documentKind(text, entries);
  // A notice that calls a trade off need not say its terms again, only which trade it is.
  const namesWhatItCancels = document_kind === 'CANCELLATION' && found.get('trade_id') !== undefined;
  const missing = missingFields(found, product);
  const several = signsOfSeveralTrades(found, entries, prose);
  if (several) {
    return refuse('MULTIPLE_TRADES', `The document confirms several trades: ${several}. Upload one a file.`);
  }
  const unread =
    tellUnread && missing.length > 0 && !namesWhatItCancels
      ? { product, fields: missing, text: text.lines.map(lineText).join('\n') }
      : undefined;
  const refusal = namesWhatItCancels ? undefined : refuseWhatIsNoTrade(found, { named, missing, prose });
  if (refusal && refusal.refusal.reason !== 'EXTRACTION_INCOMPLETE') return refusal;
  if (named.unsure) {
    const message = `the document names no product; its terms are those of ${product}`;
    found.flag({ code: 'UNSURE_PRODUCT', severity: 'review', message });
  }
  flagText(found, text);
  const trade: Trade = { product, source_type: source, ...found.values };
  const possible = possibleFields(found, product, context);
  const extracted = boundExtracted({
    document_kind,
    trade,
    evidence: found.evidence,
    inferred: found.inferred,
    flags: found.flags,
    ...accountFor(
      found,
      {
        product,
        text,
        printed: layout.entries,
        entries: terms,
        loose,
        sentences,
        tables,
        unreadTables,
        possible,
        title: named.literal,
      },
      context,
    ),
  });
  const asked = unread ? { unread } : {};
  return refusal ? { ...refusal, ...asked, partial: extracted } : { outcome: 'extracted', ...asked, extracted };
}

/** The page with what a print sets apart in one cell, or in one heading, as one text. */
const withCellsWhole = (page: PositionedText): PositionedText =>
  withHeadingsOfTwoLanguages(withAmountsWhole(withHeadingsWhole(withJoinedPrefixes(withJustifiedLinesWhole(page)))));

/** What is printed beside the fields, and how much of the page that is. */
function accountFor(found: FoundFields, printed: Printed, context: ReadingContext): ReturnType<typeof account> {
  const { other_terms, accounting } = account(found, printed);
  const read = printed.tables.filter((table) => !printed.unreadTables.includes(table));
  const beside = [
    ...saidBeside(found, printed.product, other_terms),
    ...paymentDatesOf(read, context),
    ...swiftNotes(found, printed.text, isEnglishLabel),
  ];
  return { other_terms: [...other_terms, ...beside], accounting };
}

/** What the page prints, each entry as one label in English with its value: footnotes off, boxes as what is checked. */
function printedEntries(entries: readonly Entry[], notes: ReadonlySet<string>): Entry[] {
  const labelled = withValuesInOneLanguage(withEnglishLabels(entries))
    .map(withOwnerFirst)
    .map((entry) => withChecked({ ...entry, value: withoutFullStop(withoutFootnote(entry.value, notes)) }))
    .flatMap(withSpokenCells)
    .flatMap(withRoleBehindName)
    .map(withSideOfLabel)
    .flatMap(withPayerOfLabel);
  return withConventionsOfLegs(labelled).map(translated);
}

/** How the terms write figures, which comes before how a printed clause does. */
function termFigures(entries: readonly Entry[]): string {
  return entries
    .filter(
      ({ label, value }) =>
        value.length <= LONGEST_TERM && isKnownLabel(label) && !/threshold|credit|line|limit|csa/i.test(label),
    )
    .map(({ value }) => value)
    .join(' ; ');
}

function flagText(found: FoundFields, text: PositionedText): void {
  for (const flag of flagsOfMarks(text.marks)) found.flag(flag);
  if (text.hiddenRuns > 0) {
    found.flag({
      code: 'HIDDEN_TEXT',
      severity: 'review',
      message: `${text.hiddenRuns} runs of text that nobody would see were left out`,
    });
  }
  if (text.unmapped > UNMAPPED_SHARE) {
    found.flag({
      code: 'LOW_CONFIDENCE_TEXT',
      severity: 'review',
      message: `${Math.round(text.unmapped * 100)} % of the glyphs have no mapping to characters`,
    });
  }
}
