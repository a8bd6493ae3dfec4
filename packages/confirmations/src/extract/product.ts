import { PRODUCTS, type Product } from '@trade-matching/domain';
import { lineText, type PositionedText } from '../read/positioned-text.ts';
import { canonicalLabel } from './labels.ts';
import type { Entry } from './layout/entry.ts';
import { DEFINITIONS } from './products/index.ts';
import { termFor } from './vocabulary/index.ts';

// In this order: a non-deliverable forward is also a foreign exchange forward, an equity swap also a swap.
const NAMING_ORDER: readonly Product[] = [
  'NON_DELIVERABLE_FORWARD',
  'FX_OPTION',
  'CREDIT_DEFAULT_SWAP',
  'COMMODITY_SWAP',
  'EQUITY_SWAP',
  'INTEREST_RATE_SWAP',
  'FX_FORWARD',
];

/** What is confirmed on the same letterheads and is none of the seven products, though their names may be in its name. */
const OTHER_PRODUCTS =
  /\bswaptions?\b|\b(?:interest rate|rate)\s+(?:cap|floor|collar)\b|\bcap transaction|\bfloor transaction|cross[\s-]*currency|\bcurrency swap|\bfx swap|foreign exchange swap|forward rate agreement|\bfra\b|\binflation(?:[\s-]linked)? swap|\b(?:variance|volatility|dividend|basis|asset) swap|\brepurchase|\brepo\b|\bcommodity option|\bequity option|\bshare option|\bindex option|\bswap option|\boption on (?:an? )?(?:interest rate )?swap|\bswing\b|\bsecurities lending|\bloan\b/i;
const OTHER_DOCUMENTS =
  /\binvoice\b|\bterm ?sheet\b|\bindicative (?:terms?|pricing|quot\w+|term ?sheet|summary)|\bquotation\b|\bmargin call|\bcollateral (?:call|statement)|\bvaluation (?:statement|report)|\bstatement of account|\baccount statement|\brate (?:reset|fixing) notice|\breset notice|\bpayment (?:advice|notice)|\bsettlement (?:advice|notice)|\bpress release|\bcurriculum|\bnewsletter/i;
const NAMED_BY =
  /^(?:product|product type|product name|transaction type|type transaction|re|subject|transaction|instrument|instrument type|deal type|trade type|contract type|type|transaction confirmation|confirmation|swap type|product class|type trade|type of product)$/;

/** How the document names its product: its own field or subject first, then its title, then anywhere. */
export interface NamedProduct {
  readonly product: Product;
  readonly literal: string;
}

/** The product, or undefined where the document is of another kind. */
export function findProduct(text: PositionedText, entries: readonly Entry[]): NamedProduct | undefined {
  const lines = text.lines.map(lineText);
  const title = lines.slice(0, 12).join('\n');
  if (OTHER_DOCUMENTS.test(title) && !/confirm/i.test(title)) return undefined;
  for (const { label, value } of entries) {
    if (!NAMED_BY.test(canonicalLabel(label))) continue;
    if (OTHER_PRODUCTS.test(value)) return undefined;
    const product = named(value);
    if (product) return { product, literal: value };
  }
  for (const line of lines.slice(0, 8)) {
    if (line.length >= 120 || /definitions/i.test(line)) continue;
    if (OTHER_PRODUCTS.test(line)) return undefined;
    const product = named(line);
    if (product) return { product, literal: line };
  }
  const byTerms = mostTerms(entries);
  for (const line of lines) {
    const product = line.length < 120 && !/definitions/i.test(line) ? named(line) : undefined;
    // What only a sentence names must be what the terms are of.
    if (product && (byTerms === undefined || byTerms === product)) return { product, literal: line };
  }
  if (byTerms) return { product: byTerms, literal: byTerms };
  const anywhere = named(lines.join(' '));
  return anywhere && { product: anywhere, literal: anywhere };
}

function named(text: string): Product | undefined {
  return NAMING_ORDER.find((product) => DEFINITIONS[product].names.some((name) => name.test(text)));
}

/** A document that calls itself a swap or a transaction: the one product whose required terms its labels nearly all are. */
function mostTerms(entries: readonly Entry[]): Product | undefined {
  const scores = PRODUCTS.map((product) => {
    const terms = new Set(
      entries
        .map(({ label, section, column }) => termFor(product, label, [column, section]))
        .filter((term) => term !== undefined),
    );
    return { product, score: terms.size - DEFINITIONS[product].required.length / 2 };
  }).sort((a, b) => b.score - a.score);
  const [first, second] = scores;
  return first && second && first.score > 3 && first.score >= second.score + 2 ? first.product : undefined;
}
