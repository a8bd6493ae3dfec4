import type { Product } from '@trade-matching/domain';
import { lineText, type PositionedText } from '../read/positioned-text.ts';
import type { Entry } from './entries.ts';
import { normaliseLabel } from './labels.ts';

// In this order: a non-deliverable forward is also a foreign exchange forward, an equity swap also a swap.
const NAMES: readonly (readonly [RegExp, Product])[] = [
  [/non[\s-]*deliverable|\bndf\b/i, 'NON_DELIVERABLE_FORWARD'],
  [/(?:currency|fx|foreign exchange|vanilla)\s+(?:put |call |vanilla )?option|\bfxo\b/i, 'FX_OPTION'],
  [/credit (?:default|derivative)|\bcds\b/i, 'CREDIT_DEFAULT_SWAP'],
  [/(?:equity|index|share|total return)\s+(?:\w+\s+)?swap/i, 'EQUITY_SWAP'],
  [/commodity\s+(?:[\w/-]+\s+){0,3}swap|commodity transaction/i, 'COMMODITY_SWAP'],
  [/interest rate\s+(?:\w+\s+)?swap|\birs\b|rate swap|fixed[\s/-]+float/i, 'INTEREST_RATE_SWAP'],
  [
    /(?:foreign exchange|fx|currency)\s+(?:\w+\s+)?(?:forward|transaction|deal)|forward (?:foreign )?exchange|\bfx forward\b/i,
    'FX_FORWARD',
  ],
];

/** The product, from where a document names it: its own field or subject first, then its title, then anywhere. */
export function findProduct(
  text: PositionedText,
  entries: readonly Entry[],
): { product: Product; literal: string; entry?: Entry } | undefined {
  for (const entry of entries) {
    if (
      !/^(?:product|product type|transaction type|type of transaction|re|subject|transaction|instrument|deal type)$/.test(
        normaliseLabel(entry.label),
      )
    )
      continue;
    const product = named(entry.value);
    if (product) return { product, literal: entry.value, entry };
  }
  const lines = text.lines.map(lineText);
  for (const line of [...lines.slice(0, 6), ...lines]) {
    const product = named(line);
    if (product && line.length < 120) return { product, literal: line };
  }
  const product = named(lines.join(' '));
  return product && { product, literal: product };
}

function named(text: string): Product | undefined {
  return NAMES.find(([pattern]) => pattern.test(text))?.[1];
}
