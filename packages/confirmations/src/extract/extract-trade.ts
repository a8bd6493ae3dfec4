import { boundExtracted, type Extraction, type Product, type Source, type Trade } from '@trade-matching/domain';
import { flagsOfMarks } from '../read/marks.ts';
import { lineText, type PositionedText } from '../read/positioned-text.ts';
import { account, type Printed } from './accounting/account.ts';
import { possibleFields } from './accounting/possible-fields.ts';
import { chooseByEvidence } from './choose-by-evidence.ts';
import { missingFields, refuseWhatIsNoTrade } from './completeness.ts';
import { checkTrade } from './consistency.ts';
import { documentKind } from './document-kind.ts';
import { readEqualSteps } from './equal-steps.ts';
import { withReferenceCurrency } from './exchange/non-deliverable.ts';
import { isSideLabel } from './exchange/sides.ts';
import { readFirstPayments } from './first-payments.ts';
import { FoundFields } from './found-fields.ts';
import { withoutFullStop } from './full-stops.ts';
import { canonicalLabel } from './labels.ts';
import { withPayer } from './labels-with-payer.ts';
import { composedInEnglish } from './languages/composed-labels.ts';
import { withEnglishAbove } from './languages/english-above.ts';
import { isFpmlPrint } from './languages/fpml.ts';
import { inEnglish } from './languages/translate.ts';
import { translated } from './languages/translated-entry.ts';
import { footnotesOf, withChecked, withoutFootnote } from './layout/check-boxes.ts';
import { inOrderOfColumns } from './layout/definition-lists.ts';
import type { Entry } from './layout/entry.ts';
import { findEntries } from './layout/find-entries.ts';
import { locator, proseOf, sentencesOf, sentencesOfLines } from './layout/prose.ts';
import type { DatedTable } from './layout/tables.ts';
import { withLegsOfGroups } from './leg-groups.ts';
import { readLetterDate } from './letter-date.ts';
import { whyNotAConfirmation } from './not-a-confirmation.ts';
import { checkParties } from './parties/check-parties.ts';
import { findParties, type Parties } from './parties/find-parties.ts';
import { readIdentifiers } from './parties/identifiers.ts';
import { withOwnerFirst, withReferencesOfClient } from './parties/owners-of-references.ts';
import { inferCounterparts, readLegsOfColumns } from './parties/payers.ts';
import { readReferencesBehindNames } from './parties/references-behind-names.ts';
import { readReferencesInText } from './parties/references-in-text.ts';
import { readReferencesOfSubject } from './parties/references-of-subjects.ts';
import { titleReference } from './parties/title-reference.ts';
import { readPayers, withPayerOfLabel } from './payers-in-labels.ts';
import { findProduct } from './product.ts';
import { checkExchangeDirections } from './products/exchange-directions.ts';
import { isExchangeTable, readExchangeTables } from './products/exchange-table.ts';
import { DEFINITIONS } from './products/index.ts';
import { partsOf, readByWords, readEntry, readNamedReferences } from './read-entries.ts';
import { refuse, refuseUnnamed } from './refuse.ts';
import { remembering } from './remembering.ts';
import { readRolesOfEntries } from './roles-of-entries.ts';
import { saidBeside } from './said-beside.ts';
import { readSaidTradeDate } from './said-trade-date.ts';
import { paymentDatesOf } from './schedule-periods.ts';
import { readSchedules } from './schedules.ts';
import { readDocumentation } from './sentences/documentation.ts';
import { readLegRest } from './sentences/leg-sentence.ts';
import { readSentences } from './sentences/read-sentences.ts';
import { readShorthand } from './sentences/shorthand.ts';
import { readSettlementBeside } from './settlement-beside.ts';
import { readSettlementInCells } from './settlement-in-cells.ts';
import { signsOfSeveralTrades } from './several-trades.ts';
import { withFlow, withRoleOfParty, withSideOfLabel } from './sides-in-labels.ts';
import { type AmbiguousDate, resolveAmbiguousDates } from './slash-dates.ts';
import { decimalMarkOfLanguage, slashOrderOfPlace } from './slash-order-of-place.ts';
import { withSpokenCells } from './spoken-cells.ts';
import { readSteppedLabels, readSteppedSentences } from './stepped-labels.ts';
import { readSupplied, type SuppliedLiterals } from './supplied-literals.ts';
import { swiftNotes } from './swift-notes.ts';
import { withTermsOfBothLegs } from './terms-of-both-legs.ts';
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
  const text = inOrderOfColumns(page, isEnglishLabel);
  const layout = findEntries(text, isLabel);
  const { loose, tables } = layout;
  const sentences = sentencesOfLines(loose);
  const printed = withReferencesOfClient(printedEntries(layout.entries, footnotesOf(loose)), source);
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
  const entries = printed.map((entry) => withFlow(entry, parties));
  const ofTerms = termFigures(entries);
  const context: ReadingContext = {
    slashOrder: slashOrderOf(ofTerms) ?? slashOrderOf(prose) ?? slashOrderOfPlace(prose, layout.entries),
    decimalMark:
      layout.decimalMark ?? decimalMarkOf(ofTerms) ?? decimalMarkOf(prose) ?? decimalMarkOfLanguage(layout.entries),
    party: parties.resolve,
    ...(isFpmlPrint(layout.entries.map(({ label }) => label)) ? { ratesAreDecimals: true } : {}),
  };

  const found = new FoundFields(locator(text));
  readIdentifiers(found, entries, linesWithLei(text), text, parties, source);
  const ambiguous: AmbiguousDate[] = [];
  // Beside a trade date, the date of the deal is the confirmation's.
  const hasTradeDate = entries.some(({ label }) => canonicalLabel(label) === 'trade date');
  const terms = termEntries(found, product, entries, parties);
  for (const entry of terms) {
    const isDealDate = hasTradeDate && canonicalLabel(entry.label) === 'deal date';
    readEntry(found, product, isDealDate ? { ...entry, label: 'Confirmation Date' } : entry, context, ambiguous);
  }
  readRolesOfEntries(found, product, terms, context, ambiguous);
  const unreadTables = readTables(found, product, tables, context);
  readSteppedLabels(found, terms, context);
  readByWords(found, product, terms, context, ambiguous);
  readRests(found, terms);
  readPayers(found, product, text, terms, parties);
  readReferences(found, { text, entries, prose, source }, parties, context);
  readShorthand(found, product, loose, sentences, context, parties);
  readSentences(found, product, prose, sentencesOf(text), context, parties);
  readSaidTradeDate(found, prose, entries, context);
  readDocumentation(found, prose, context.slashOrder);
  DEFINITIONS[product].read?.({ found, entries, context, parties, prose, text, title: named.literal });
  // `Calculation agent: seller`, where only a sentence says who sells.
  readRolesOfEntries(found, product, terms, context, ambiguous);
  readSteppedSentences(found, terms, prose, context);
  readEqualSteps(found, terms, sentences, context);
  readSettlementBeside(found, product, terms, prose);
  readFirstPayments(found, product, context);
  readSettlementInCells(found, product, terms);
  readTitle(found, text);
  readLetterDate(found, text, loose, context);
  chooseByEvidence(found, product, withoutAccounts(terms), context);
  readSupplied(found, product, text, supplied, context, ambiguous);
  inferCounterparts(found, product);
  checkParties(found);
  resolveAmbiguousDates(found, ambiguous);
  checkTrade(found, { product, prose, title: named.literal, text }, context);
  if (product === 'CROSS_CURRENCY_SWAP')
    checkExchangeDirections(found, { entries: terms, tables, sentences }, parties, context);
  found.flagMissingSchedules();

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
    found.flag({ code: 'UNSURE_VALUE', severity: 'review', message });
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
      { text, printed: layout.entries, entries: terms, loose, sentences, tables, unreadTables, possible },
      context,
    ),
  });
  const asked = unread ? { unread } : {};
  return refusal ? { ...refusal, ...asked, partial: extracted } : { outcome: 'extracted', ...asked, extracted };
}

/** What is printed beside the fields, and how much of the page that is. */
function accountFor(found: FoundFields, printed: Printed, context: ReadingContext): ReturnType<typeof account> {
  const { other_terms, accounting } = account(found, printed);
  const read = printed.tables.filter((table) => !printed.unreadTables.includes(table));
  const beside = [
    ...saidBeside(found, other_terms),
    ...paymentDatesOf(read, context),
    ...swiftNotes(found, printed.text, isEnglishLabel),
  ];
  return { other_terms: [...other_terms, ...beside], accounting };
}

/** What the page prints, each entry as one label in English with its value: footnotes off, boxes as what is checked. */
function printedEntries(entries: readonly Entry[], notes: ReadonlySet<string>): Entry[] {
  return withEnglishAbove(entries)
    .map(withOwnerFirst)
    .map((entry) => withChecked({ ...entry, value: withoutFullStop(withoutFootnote(entry.value, notes)) }))
    .flatMap(withSpokenCells)
    .map(withSideOfLabel)
    .flatMap(withPayerOfLabel)
    .map(translated);
}

/** References under names, behind names, in sentences and in a subject: the surer first. */
function readReferences(
  found: FoundFields,
  { text, entries, prose, source }: { text: PositionedText; entries: readonly Entry[]; prose: string; source: Source },
  parties: Parties,
  context: ReadingContext,
): void {
  const readers = [
    () => readNamedReferences(found, entries, parties, source, context),
    () => readReferencesBehindNames(found, prose, parties, source),
    () => readReferencesInText(found, text, parties, source),
    () => readReferencesOfSubject(found, entries),
  ];
  // Each gives only what is missing.
  const isMissing = () => found.get('trade_id') === undefined || found.get('other_reference') === undefined;
  for (const read of readers) if (isMissing()) read();
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

/** Schedules and exchanges; answers the tables that are neither. */
function readTables(
  found: FoundFields,
  product: Product,
  tables: readonly DatedTable[],
  context: ReadingContext,
): DatedTable[] {
  const steps = tables.filter((table) => !isExchangeTable(table));
  const exchanges = tables.filter(isExchangeTable);
  return [...readSchedules(found, steps, context), ...readExchangeTables(found, product, exchanges, context)];
}

const withoutAccounts = (entries: readonly Entry[]): readonly Entry[] =>
  entries.filter(({ value }) => !OF_AN_ACCOUNT.test(value));

/** `your EUR account 118 4402 900 will be credited`: where money goes says nothing of the trade. */
const OF_AN_ACCOUNT = /\b(?:account|a\/c|konto|compte|cuenta|conto)\s+[\d ]{4,}/i;

/** The paragraphs, and every line that holds an LEI with what it is of. */
function linesWithLei(text: PositionedText): string {
  const lines = text.lines.map(lineText).filter((line) => /\bLEI\b.*\b[A-Z0-9]{18}\d{2}\b/.test(line));
  return [sentencesOf(text), ...lines].join('\n');
}

/** What the cells of the rates say besides them, for what no label gave. */
function readRests(found: FoundFields, entries: readonly Entry[]): void {
  for (const [field, leg] of [
    ['fixed_rate', 'fixed'],
    ['floating_rate_index', 'floating'],
  ] as const) {
    const evidence = found.evidence[field];
    const entry =
      evidence &&
      entries.find(
        ({ page, line, value }) => page === evidence.page && line === evidence.line && value === evidence.literal,
      );
    if (entry) readLegRest(found, leg, entry);
  }
}

/** The entries as the product's vocabulary knows their labels. */
function termEntries(
  found: FoundFields,
  product: Product,
  entries: readonly Entry[],
  parties: Parties,
): readonly Entry[] {
  const single = entries
    .map((entry) => withRoleOfParty(product, entry, parties))
    .flatMap(withPayer)
    .flatMap((entry) => withTermsOfBothLegs(product, entry))
    .flatMap((entry) => partsOf(product, entry));
  if (product === 'NON_DELIVERABLE_FORWARD') return withReferenceCurrency(single);
  const ofColumns = readLegsOfColumns(found, product, single, parties);
  return withLegsOfGroups(found, ofColumns, parties, DEFINITIONS[product].legPayers);
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

/** The sender's own reference where only the title prints it. */
function readTitle(found: FoundFields, text: PositionedText): void {
  if (found.get('trade_id') !== undefined) return;
  const others = new Set([found.get('other_reference'), found.get('uti')].filter((each) => each !== undefined));
  const title = titleReference(text, others);
  if (title === undefined) return;
  const { reference, page, line, literal } = title;
  found.add('trade_id', reference, { page, line, label: literal, value: reference }, 0.9);
}
