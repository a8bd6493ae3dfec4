import type { Extraction, Product, TradeField } from '@trade-matching/domain';
import type { ManifestDocument } from './manifest.ts';
import type { ScoredField } from './score-fields.ts';

type Extracted = Extract<Extraction, { readonly outcome: 'extracted' }>['extracted'];

/** A short confirmation is no warning: it says nothing of what is odd about the file. */
const NO_WARNING: ReadonlySet<string> = new Set(['INCOMPLETE']);

/** The outcomes that a manifest's `allowed` lists, by their names. */
const OUTCOMES: Readonly<Record<string, (read: Extraction, expectation: string) => boolean>> = {
  REFUSED: ({ outcome }) => outcome === 'refused',
  EXTRACTED_WITH_REVIEW_FLAG: (read) =>
    read.outcome === 'extracted' &&
    read.extracted.flags.some(({ code, severity }) => severity === 'review' && !NO_WARNING.has(code)),
  EXTRACTED_AS_CANCELLATION: (read) => read.outcome === 'extracted' && read.extracted.document_kind === 'CANCELLATION',
  EXTRACTED_CORRECT: (read, expectation) => read.outcome === 'extracted' && holdsFigures(read.extracted, expectation),
};

/** The first outcome of the manifest's list that the answer is; undefined where it is none of them. */
export function allowedOutcome(document: ManifestDocument, read: Extraction): string | undefined {
  return document.allowed?.find((name) => OUTCOMES[name]?.(read, document.expectation) ?? false);
}

/** Whether every amount that the words quote is a value of the trade. Words that quote none prove nothing. */
function holdsFigures({ trade }: Extracted, words: string): boolean {
  const figures = words.match(/\b\d+\.\d{2,}\b/g) ?? [];
  const values = new Set<unknown>(Object.values(trade));
  return figures.length > 0 && figures.every((figure) => values.has(figure));
}

/** What a document tries, and the fields that say it where it is read. */
const SAID_BY: readonly { readonly words: RegExp; readonly fields: readonly TradeField[] }[] = [
  { words: /amorti[sz]/i, fields: ['notional_schedule'] },
  { words: /knock-(?:out|in)|barrier/i, fields: ['barrier_level'] },
  { words: /\bfloor(?:ed)?\b/i, fields: ['floor_rate'] },
];
/** Products that were no products when the words were written. */
const READ_SINCE: readonly { readonly words: RegExp; readonly product: Product }[] = [
  { words: /\bfx swap\b/i, product: 'FX_SWAP' },
  { words: /\bcross[- ]currency|two notionals in two currencies/i, product: 'CROSS_CURRENCY_SWAP' },
  { words: /\bbasis swap\b|\bno fixed leg\b/i, product: 'BASIS_SWAP' },
];
/** Words that let the document be read: `read, or refused …`, `3.75 and 25, or refused`. */
const MAY_BE_READ = /^(?:read\b|extracted\b|[\d.,]+\b).*\bor (?:\w+ )?(?:refused|flagged)\b/i;

/** Why an extraction satisfies an expectation in words, for what the flags alone do not tell; undefined where it does not. */
export function satisfiedByReading(
  { expectation, tries, truth }: ManifestDocument,
  extracted: Extracted,
  fields: readonly ScoredField[],
): string | undefined {
  const words = `${expectation} ${tries}`;
  const flag = extracted.flags.find(({ code }) => expectation.includes(code));
  if (flag && !readsForbidden(extracted, expectation)) return `flagged ${flag.code}`;
  const misread = fields.some(({ verdict, flagged }) => verdict === 'wrong' && !flagged);
  if (misread) return undefined;
  const product = READ_SINCE.find((each) => each.words.test(words))?.product;
  if (product !== undefined && product === extracted.trade.product) return `read as the ${product} that it is`;
  const said = SAID_BY.find((each) => each.words.test(words));
  const field = said?.fields.find((each) => extracted.trade[each] !== undefined);
  if (field !== undefined) return `read, with ${field}`;
  const missed = fields.some(({ verdict }) => verdict === 'missing');
  return truth !== undefined && !missed && MAY_BE_READ.test(expectation) ? 'read in full' : undefined;
}

/** `not 1.50`, `never 3`: a value that may not be read. */
function readsForbidden({ trade }: Extracted, expectation: string): boolean {
  const forbidden = [...expectation.matchAll(/\b(?:not|never)(?: silently)? (\d[\d.]*\d|\d)\b/gi)].map(([, value]) =>
    Number(value),
  );
  return Object.values(trade).some(
    (value) => typeof value === 'string' && value !== '' && forbidden.includes(Number(value)),
  );
}
