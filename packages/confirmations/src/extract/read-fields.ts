import type { Product, Source } from '@trade-matching/domain';
import { lineText, type PositionedText } from '../read/positioned-text.ts';
import { chooseByEvidence } from './choose-by-evidence.ts';
import { checkTrade } from './consistency.ts';
import { withDaysOfAgreements } from './dated-agreements.ts';
import { useDeterminationAgent } from './determination-agent.ts';
import { readEqualSteps } from './equal-steps.ts';
import { checkDirections, readWhoBuysAndSells } from './exchange/direction.ts';
import { withReferenceCurrency } from './exchange/non-deliverable.ts';
import { readFirstPayments } from './first-payments.ts';
import { FoundFields } from './found-fields.ts';
import { canonicalLabel } from './labels.ts';
import { withPayer } from './labels-with-payer.ts';
import type { Entry, LooseLine } from './layout/entry.ts';
import { locatorsIn } from './layout/locators.ts';
import { type Sentence, sentencesOf } from './layout/prose.ts';
import type { DatedTable } from './layout/tables.ts';
import { withLegsOfGroups } from './leg-groups.ts';
import { withLegsOfRows } from './legs-in-rows.ts';
import { readLetterDate } from './letter-date.ts';
import { checkParties } from './parties/check-parties.ts';
import type { Parties } from './parties/find-parties.ts';
import { readIdentifiers } from './parties/identifiers.ts';
import { inferCounterparts, readLegsOfColumns } from './parties/payers.ts';
import { readReferencesBehindNames } from './parties/references-behind-names.ts';
import { readReferencesInText } from './parties/references-in-text.ts';
import { readReferencesOfSubject } from './parties/references-of-subjects.ts';
import { readReferenceOfWriter } from './parties/references-of-writers.ts';
import { titleReference } from './parties/title-reference.ts';
import { readUtiInText } from './parties/uti-in-text.ts';
import { readPayersInCells } from './payers-in-cells.ts';
import { readPayers } from './payers-in-labels.ts';
import { checkPremiumPayer } from './premium-payers.ts';
import { checkExchangeDirections } from './products/exchange-directions.ts';
import { isExchangeTable, readExchangeTables } from './products/exchange-table.ts';
import { DEFINITIONS } from './products/index.ts';
import { withInitialPayment } from './products/upfront.ts';
import { partsOf, readByWords, readEntry, readNamedReferences } from './read-entries.ts';
import { readRolesOfEntries } from './roles-of-entries.ts';
import { readSaidTradeDate } from './said-trade-date.ts';
import { readSchedules } from './schedules.ts';
import { readClausesOfLegs } from './sentences/clauses-of-legs.ts';
import { readDocumentation } from './sentences/documentation.ts';
import { readLegRest } from './sentences/leg-sentence.ts';
import { readSentences } from './sentences/read-sentences.ts';
import { readShorthand } from './sentences/shorthand.ts';
import { readSettlementBeside } from './settlement-beside.ts';
import { readSettlementInCells } from './settlement-in-cells.ts';
import { withRoleOfParty } from './sides-in-labels.ts';
import { type AmbiguousDate, resolveAmbiguousDates } from './slash-dates.ts';
import { readSteppedLabels, readSteppedSentences } from './stepped-labels.ts';
import { readSupplied, type SuppliedLiterals } from './supplied-literals.ts';
import { withTermsOfBothLegs } from './terms-of-both-legs.ts';
import type { ReadingContext } from './values/readers.ts';
import { readValuesOfOneKind } from './values-of-one-kind.ts';

/** A page as it is laid out, and what is known before its fields are read. */
export interface ReadablePage {
  readonly product: Product;
  readonly source: Source;
  /** What names the product. */
  readonly title: string;
  readonly text: PositionedText;
  readonly prose: string;
  readonly entries: readonly Entry[];
  readonly loose: readonly LooseLine[];
  readonly tables: readonly DatedTable[];
  readonly sentences: readonly Sentence[];
  readonly parties: Parties;
  readonly context: ReadingContext;
  readonly supplied: SuppliedLiterals;
}

/** The fields of a page, the entries in the words of its product, and the tables that are neither schedule nor exchange. */
export interface ReadFields {
  readonly found: FoundFields;
  readonly terms: readonly Entry[];
  readonly unreadTables: readonly DatedTable[];
}

/**
 * Reads the fields of a trade: first what labels say, then tables, then sentences, then what stands beside something else; what
 * a later reader finds fills only what an earlier one left open. Last, the values are held against each other.
 */
export function readFields(page: ReadablePage): ReadFields {
  const { product, source, title, text, prose, entries, loose, tables, sentences, parties, context, supplied } = page;
  const found = new FoundFields(locatorsIn(text));
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
  if (DEFINITIONS[product].counterparts?.some(([, other]) => other === 'buyer'))
    readWhoBuysAndSells(found, terms, parties);
  const unreadTables = readTables(found, product, tables, context);
  readSteppedLabels(found, terms, context);
  readByWords(found, product, terms, context, ambiguous);
  readRests(found, terms);
  readPayers(found, product, text, terms, parties);
  readReferences(found, { text, entries, prose, source }, parties, context);
  readUtiInText(found, text);
  readShorthand(found, product, loose, sentences, context, parties);
  const spoken = sentences.map((each) => each.text);
  readClausesOfLegs(found, product, spoken, parties, { ...context, inSentence: true });
  readSentences(found, product, prose, sentencesOf(text), context, parties);
  readSaidTradeDate(found, prose, entries, context);
  readDocumentation(found, prose, context.slashOrder);
  DEFINITIONS[product].read?.({ found, entries, context, parties, prose, text, title, sentences: spoken });
  // `Calculation agent: seller`, where only a sentence says who sells.
  readRolesOfEntries(found, product, terms, context, ambiguous);
  readSteppedSentences(found, terms, prose, context);
  readEqualSteps(found, terms, sentences, context);
  readSettlementBeside(found, product, terms, prose);
  readFirstPayments(found, product, context);
  readSettlementInCells(found, product, terms);
  checkPremiumPayer(found, product, terms, parties);
  readPayersInCells(found, product, terms, parties);
  useDeterminationAgent(found, terms, parties);
  readTitle(found, text);
  readLetterDate(found, text, loose, context);
  readValuesOfOneKind(found, product, terms);
  chooseByEvidence(found, product, withoutAccounts(terms), context);
  readSupplied(found, product, text, supplied, context, ambiguous);
  inferCounterparts(found, product);
  checkParties(found);
  resolveAmbiguousDates(found, ambiguous);
  checkTrade(found, { product, prose, title, text }, context);
  if (product === 'FX_FORWARD' || product === 'FX_SWAP') checkDirections(found, terms);
  if (product === 'CROSS_CURRENCY_SWAP')
    checkExchangeDirections(found, { entries: terms, tables, sentences }, parties, context);
  found.flagMissingSchedules();
  return { found, terms, unreadTables };
}

/** The entries as the product's vocabulary knows their labels. */
function termEntries(
  found: FoundFields,
  product: Product,
  entries: readonly Entry[],
  parties: Parties,
): readonly Entry[] {
  const single = withDaysOfAgreements(withInitialPayment(entries))
    .map((entry) => withRoleOfParty(product, entry, parties))
    .flatMap(withPayer)
    .flatMap((entry) => withTermsOfBothLegs(product, entry))
    .flatMap((entry) => partsOf(product, entry));
  if (product === 'NON_DELIVERABLE_FORWARD') return withReferenceCurrency(single);
  const ofColumns = readLegsOfColumns(found, product, single, parties);
  const { legPayers } = DEFINITIONS[product];
  return withLegsOfGroups(found, withLegsOfRows(ofColumns, parties, legPayers), parties, legPayers);
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

/** References under names, behind names, in sentences and in a subject: the surer first. */
function readReferences(
  found: FoundFields,
  { text, entries, prose, source }: { text: PositionedText; entries: readonly Entry[]; prose: string; source: Source },
  parties: Parties,
  context: ReadingContext,
): void {
  const readers = [
    () => readNamedReferences(found, entries, parties, source, context),
    () => readReferenceOfWriter(found, text, entries, parties, context),
    () => readReferencesBehindNames(found, prose, parties, source),
    () => readReferencesInText(found, text, parties, source),
    () => readReferencesOfSubject(found, entries),
  ];
  // Each gives only what is missing.
  const isMissing = () => found.get('trade_id') === undefined || found.get('other_reference') === undefined;
  for (const read of readers) if (isMissing()) read();
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
