import type { Extraction, Product, Reason, Source, Trade } from '@trade-matching/domain';
import { lineText, type PositionedText } from '../read/positioned-text.ts';
import { documentKind } from './document-kind.ts';
import { readForwardAmounts } from './exchange/forward.ts';
import { readNonDeliverableSides, withReferenceCurrency } from './exchange/non-deliverable.ts';
import { readOptionAmounts } from './exchange/option-amounts.ts';
import { isSideLabel } from './exchange/sides.ts';
import { FoundFields } from './found-fields.ts';
import { canonicalLabel } from './labels.ts';
import type { Entry } from './layout/entry.ts';
import { findEntries } from './layout/find-entries.ts';
import { proseOf, sentencesOf } from './layout/prose.ts';
import { checkMaturity } from './maturity.ts';
import { findParties, type Parties } from './parties/find-parties.ts';
import { readIdentifiers } from './parties/identifiers.ts';
import { inferCounterparts, readHeadings, readLegsOfColumns } from './parties/payers.ts';
import { findProduct } from './product.ts';
import { partsOf, readByWords, readEntry, readNamedReferences } from './read-entries.ts';
import { readSentences } from './sentences/read-sentences.ts';
import { signsOfSeveralTrades } from './several-trades.ts';
import { type AmbiguousDate, resolveAmbiguousDates } from './slash-dates.ts';
import { readSupplied, type SuppliedLiterals } from './supplied-literals.ts';
import { slashOrderOf } from './values/dates.ts';
import { decimalMarkOf } from './values/numbers.ts';
import type { ReadingContext } from './values/readers.ts';
import { isKnownLabel, VOCABULARIES } from './vocabulary/index.ts';

export interface ExtractionOptions {
  /** Whether a refusal as incomplete tells what is missing, with the text. */
  readonly tellUnread?: boolean;
  /** Where the values of fields that the rules cannot read are said to stand. */
  readonly supplied?: SuppliedLiterals;
}

/** Fewer of a product's required fields than this, and the document is something else. */
const LEAST_REQUIRED = 2;
const UNMAPPED_SHARE = 0.05;
/** A longer value is a clause. */
const LONGEST_TERM = 60;

/** Reads the trade that a confirmation's text states. What it does not say is absent; what contradicts itself is flagged. */
export function extractTrade(
  text: PositionedText,
  source: Source,
  { tellUnread = false, supplied = {} }: ExtractionOptions = {},
): Extraction {
  if (text.lines.length === 0) return refuse('NO_TEXT', 'The document has no text: it is a scan or a picture.');
  const entries = findEntries(text, (label) => isKnownLabel(label) || isSideLabel(label));
  const named = findProduct(text, entries);
  if (!named) {
    return isGarbled(text)
      ? refuse(
          'NO_TEXT',
          'The fonts of the document do not say which characters they show: it needs to be read as a picture.',
        )
      : refuse('NOT_A_CONFIRMATION', 'The document names no product that is confirmed here.');
  }
  const { product } = named;
  const prose = proseOf(text);
  const parties = findParties(text, entries, source);
  // How the terms write figures, before how a printed clause does.
  const ofTerms = entries
    .filter(
      ({ label, value }) =>
        value.length <= LONGEST_TERM && isKnownLabel(label) && !/threshold|credit|line|limit|csa/i.test(label),
    )
    .map(({ value }) => value)
    .join(' ; ');
  const context: ReadingContext = {
    slashOrder: slashOrderOf(ofTerms) ?? slashOrderOf(prose),
    decimalMark: decimalMarkOf(ofTerms) ?? decimalMarkOf(prose),
    party: parties.resolve,
  };

  const found = new FoundFields();
  readIdentifiers(found, entries, linesWithLei(text), parties, source);
  const ambiguous: AmbiguousDate[] = [];
  // Beside a trade date, the date of the deal is the confirmation's.
  const hasTradeDate = entries.some(({ label }) => canonicalLabel(label) === 'trade date');
  const terms = termEntries(found, product, entries, parties);
  for (const entry of terms) {
    const isDealDate = hasTradeDate && canonicalLabel(entry.label) === 'deal date';
    readEntry(found, product, isDealDate ? { ...entry, label: 'Confirmation Date' } : entry, context, ambiguous);
  }
  readByWords(found, product, terms, context, ambiguous);
  readNamedReferences(found, entries, parties, source, context);
  readHeadings(found, product, text, parties);
  readSentences(found, product, prose, sentencesOf(text), context, parties);
  if (product === 'FX_FORWARD') readForwardAmounts(found, entries, parties, prose, context);
  if (product === 'NON_DELIVERABLE_FORWARD') readNonDeliverableSides(found, entries, parties, prose, context);
  if (product === 'FX_OPTION') readOptionAmounts(found, prose, context);
  readSupplied(found, product, text, supplied, context, ambiguous);
  inferCounterparts(found, product);
  resolveAmbiguousDates(found, ambiguous);
  checkMaturity(found);
  found.flagMissingSchedules();

  const document_kind = documentKind(text, entries);
  // A notice that calls a trade off need not say its terms again, only which trade it is.
  const namesWhatItCancels = document_kind === 'CANCELLATION' && found.get('trade_id') !== undefined;
  const { required } = VOCABULARIES[product];
  const missing = required.filter((field) => found.get(field) === undefined && !found.unclear.has(field));
  if (required.length - missing.length < LEAST_REQUIRED && !namesWhatItCancels) {
    return refuse('NOT_A_CONFIRMATION', `The document mentions ${named.literal} but states no terms of a trade.`);
  }
  const several = signsOfSeveralTrades(found, entries, prose);
  if (several) {
    return refuse('MULTIPLE_TRADES', `The document confirms several trades: ${several}. Upload one a file.`);
  }
  if (missing.length > 0 && !namesWhatItCancels) {
    const message = `The ${product} confirmation could not be read in full; missing: ${missing.join(', ')}.`;
    const unread = { product, fields: missing, text: text.lines.map(lineText).join('\n') };
    return { ...refuse('EXTRACTION_INCOMPLETE', message), ...(tellUnread ? { unread } : {}) };
  }
  flagText(found, text);
  const trade: Trade = { product, source_type: source, ...found.values };
  return {
    outcome: 'extracted',
    extracted: {
      document_kind,
      trade,
      evidence: found.evidence,
      inferred: found.inferred,
      flags: found.flags,
      other_terms: [],
      accounting: { lines: text.lines.length, accounted: 0 },
    },
  };
}

// Text in which no common word occurs is what a font without a usable mapping gives.
function isGarbled(text: PositionedText): boolean {
  if (text.unmapped > 0.3) return true;
  const words =
    proseOf(text)
      .toLowerCase()
      .match(/[^\s]{2,}/g) ?? [];
  return (
    words.length >= 20 &&
    !words.some((word) => /^(?:the|of|to|and|date|in|for|is|de|la|und|der|rate|amount)[:.,]?$/.test(word))
  );
}

/** The paragraphs, and every line that holds an LEI with what it is of. */
function linesWithLei(text: PositionedText): string {
  const lines = text.lines.map(lineText).filter((line) => /\bLEI\b.*\b[A-Z0-9]{18}\d{2}\b/.test(line));
  return [sentencesOf(text), ...lines].join('\n');
}

/** The entries as the product's vocabulary knows their labels. */
function termEntries(
  found: FoundFields,
  product: Product,
  entries: readonly Entry[],
  parties: Parties,
): readonly Entry[] {
  const single = entries.flatMap((entry) => partsOf(product, entry));
  if (product === 'NON_DELIVERABLE_FORWARD') return withReferenceCurrency(single);
  return readLegsOfColumns(found, product, single, parties);
}

function flagText(found: FoundFields, text: PositionedText): void {
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

function refuse(reason: Reason, message: string): Extraction {
  return { outcome: 'refused', refusal: { reason, message } };
}
