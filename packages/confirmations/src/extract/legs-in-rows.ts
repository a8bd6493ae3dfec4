import { canonicalLabel } from './labels.ts';
import type { Entry } from './layout/entry.ts';
import { ofLeg, type SwapLeg } from './leg-groups.ts';
import type { Parties } from './parties/find-parties.ts';
import type { ProductDefinition } from './products/definition.ts';
import { payerOfLabel } from './products/legs-of-payers.ts';
import { FLOATING_INDEX } from './vocabulary/floating-indices.ts';
import { legOf } from './vocabulary/term.ts';

/** `taux fixe de 2,4850 %`, `Festzins`: the fixed leg in the other languages. */
const FIXED_ABROAD = /\b(?:taux fixe|festzins\w*|festsatz|feste[rn]? |tipo fijo|fijo|tasso fisso|fisso)/i;
const FLOATING_ABROAD = /\b(?:taux variable|variabel|variable[rn]? |tipo variable|tasso variabile)/i;
const RATE_FIRST = /^\d[\d.,]*\s*(?:%|per\s?cent|pct\b)/i;
const OF_A_DAY_COUNT = /365\s*[.(]?\s*fixed\)?/gi;

const PAYER_OF_A_LEG = /^(fixed|floating)(?: (?:rate|amount|interest))? payer$/;

/** Which leg a row begins: it says who pays or receives, and what. */
function legThatOpens({ label, value, column }: Entry, parties: Parties): SwapLeg | undefined {
  // `Fixed Rate Payer: Harbour Bank plc` over rows that do not say which leg's they are.
  const named = column === undefined ? PAYER_OF_A_LEG.exec(canonicalLabel(label))?.[1] : undefined;
  if (named !== undefined) return named as SwapLeg;
  if (column !== undefined || payerOfLabel(label, parties) === undefined) return undefined;
  const text = value.replace(OF_A_DAY_COUNT, ' ');
  const isFloating = FLOATING_INDEX.test(text) || FLOATING_ABROAD.test(text) || legOf(text) === 'floating';
  const isFixed = FIXED_ABROAD.test(text) || legOf(text) === 'fixed' || RATE_FIRST.test(text.trim());
  if (isFloating === isFixed) return undefined;
  return isFixed ? 'fixed' : 'floating';
}

/**
 * Gives the rows below `We pay: fixed 3.815 %` and those below `We receive: SOFR` the leg that they are of, where both have
 * the same labels: `Interest basis`, `Paid every`, once below each. Any other form is left as it is.
 */
export function withLegsOfRows(
  entries: readonly Entry[],
  parties: Parties,
  payers: ProductDefinition['legPayers'],
): readonly Entry[] {
  if (!payers?.floating || !(payers.fixed ?? payers.equity)) return entries;
  const openings = entries.flatMap((entry, at) => {
    const leg = legThatOpens(entry, parties);
    return leg === undefined ? [] : [{ at, leg }];
  });
  const [one, other] = openings;
  if (!one || !other || openings.length > 2 || one.leg === other.leg) return entries;
  const rowsFrom = (from: number, to: number) => {
    const rows = new Map<string, number>();
    for (let at = from; at < to; at++) {
      const entry = entries[at];
      const label = canonicalLabel(entry?.label ?? '');
      // The second of one label is of something else, and so is all that follows it.
      if (entry?.column !== undefined || rows.has(label)) break;
      rows.set(label, at);
    }
    return rows;
  };
  const [first, second] = [rowsFrom(one.at + 1, other.at), rowsFrom(other.at + 1, entries.length)];
  const legs = new Map<number, SwapLeg>();
  for (const [label, at] of first) {
    const twin = second.get(label);
    if (twin === undefined) continue;
    legs.set(at, one.leg);
    legs.set(twin, other.leg);
  }
  return entries.map((entry, at) => {
    const leg = legs.get(at);
    return leg === undefined ? entry : ofLeg(entry, leg);
  });
}
