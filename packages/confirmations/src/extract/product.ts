import { PRODUCTS, type Product } from '@trade-matching/domain';
import { lineText, type PositionedText } from '../read/positioned-text.ts';
import { canonicalLabel } from './labels.ts';
import type { Entry } from './layout/entry.ts';
import { termFor, VOCABULARIES } from './vocabulary/index.ts';

// In this order: a non-deliverable forward is also a foreign exchange forward, an equity swap also a swap.
const NAMES: readonly (readonly [RegExp, Product])[] = [
  [
    /non[\s-]*deliverable\s+(?:[\w/-]+\s+){0,3}(?:forward|transaction)|\bndf\b|(?:forward|transaction)s?\W+(?:\w+\W+){0,2}non[\s-]*deliverable/i,
    'NON_DELIVERABLE_FORWARD',
  ],
  [
    /(?:currency|fx|foreign exchange|vanilla)\s+(?:put |call |vanilla |european |american )*option|\bfxo\b|\b[A-Z]{3} (?:call|put)\s*\/?\s*[A-Z]{3} (?:put|call)\b|option\W+(?:on\s+)?(?:currency|foreign exchange|fx)/i,
    'FX_OPTION',
  ],
  [/credit (?:default|derivative)|\bcds\b/i, 'CREDIT_DEFAULT_SWAP'],
  [
    /commodity\s+(?:[\w/-]+\s+){0,3}swap|commodity (?:derivative )?transaction|\b(?:oil|crude|gas|power|metals?|energy|aluminium|gold|wheat|coal|jet fuel|gasoil)\s+(?:[\w/-]+\s+){0,2}swap/i,
    'COMMODITY_SWAP',
  ],
  [
    /(?:equity|index|share|stock|total return)\s+(?:[\w/-]+\s+){0,3}swap|equity (?:derivative )?transaction/i,
    'EQUITY_SWAP',
  ],
  [
    /interest rate\s+(?:[\w/-]+\s+){0,3}swap|\birs\b|rate swap|fixed[\s/-]+(?:for[\s-]+)?float|overnight index(?:ed)? swap|\bois swap/i,
    'INTEREST_RATE_SWAP',
  ],
  [
    /(?:foreign exchange|fx|currency)\s+(?:\w+\s+){0,2}(?:forward|transaction|deal|contract)|forward\s+(?:\w+\s+)?(?:foreign\s+)?exchange|\bfx (?:forward|outright)\b|\bforward outright|outright forward|(?:fx|foreign exchange) confirmation/i,
    'FX_FORWARD',
  ],
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
  return NAMES.find(([pattern]) => pattern.test(text))?.[1];
}

/** A document that calls itself a swap or a transaction: the one product whose required terms its labels nearly all are. */
function mostTerms(entries: readonly Entry[]): Product | undefined {
  const scores = PRODUCTS.map((product) => {
    const terms = new Set(
      entries
        .map(({ label, section, column }) => termFor(product, label, [column, section]))
        .filter((term) => term !== undefined),
    );
    return { product, score: terms.size - VOCABULARIES[product].required.length / 2 };
  }).sort((a, b) => b.score - a.score);
  const [first, second] = scores;
  return first && second && first.score > 3 && first.score >= second.score + 2 ? first.product : undefined;
}
