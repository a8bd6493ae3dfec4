import type { Product, TradeField } from '@trade-matching/domain';
import type { FoundFields } from './found-fields.ts';
import { canonicalLabel } from './labels.ts';
import type { Entry } from './layout/entry.ts';
import { readCurrency } from './values/currencies.ts';
import { dateIn } from './values/dates.ts';
import { readSettlementType } from './values/terms.ts';

/** Products that settle in one of two ways, which a document may say beside something else. */
const SETTLES: ReadonlySet<Product> = new Set<Product>([
  'FX_FORWARD',
  'FX_OPTION',
  'NON_DELIVERABLE_FORWARD',
  'EQUITY_SWAP',
  'COMMODITY_SWAP',
  'SWAPTION',
]);
const HOW_ALONE =
  /^the (?:underlying )?swap(?: below)? (?:comes into (?:being|effect|force)|is entered into) \((?:physical|cash) settlement\)\.?$|^(?:physical|cash) (?:settlement|delivery|settled)(?: (?:into|of) the (?:underlying )?swap(?: (?:below|above))?)?\.?$/i;
const ON_EXERCISE = /^(?:on exercise|(?:settlement|delivery) on exercise|exercise settlement)$/;
/** Said of the trade as a whole: `settled in cash each quarter`, `NDF (cash settled in USD)`, `se hará por entrega de divisas`. */
const SAID =
  /(?<!\p{L})((?:no|not|nor|without|neither|keine?|ohne|pas de|sans|aucune|sin|senza|nessuna|nothing)\b[^.;]{0,50}?\b(?:deliver\w*|lieferung|livraison|entrega|consegna)|(?:is|are) non[- ]deliverable|cash[- ]settled|settled in cash|physical(?:ly)?[- ]settled|payments? (?:are|is|will be|shall be) (?:made )?in cash|(?:settled|settlement|liquidaci[oó]n|r[eè]glement|regolamento|erfüllung)\b[^.;]{0,40}?\b(?:by|por|par|mediante|durch|con|per|tramite) (?:physical )?(?:delivery|entrega|livraison|consegna|lieferung))/giu;

const IS_NOT_DELIVERED =
  /(?<!\p{L})(?:no|not|nor|without|neither|keine?|ohne|pas de|sans|aucune|sin|senza|nessuna|nothing|non)(?!\p{L})/iu;
/** Products that exchange amounts alone (ISDA 1998 FX Definitions, 2.2(b); ISDA 2005 Commodity Definitions). */
const CASH_ALONE: ReadonlySet<Product> = new Set<Product>(['NON_DELIVERABLE_FORWARD', 'COMMODITY_SWAP']);

/**
 * Reads how a trade settles from where it stands beside something else: behind the day of settlement (`9 November 2026,
 * physical`), under what happens on exercise, in a sentence. Two ways in one document say nothing.
 */
export function readSettlementBeside(
  found: FoundFields,
  product: Product,
  entries: readonly Entry[],
  prose: string,
): void {
  if (!SETTLES.has(product)) return;
  readBehindDate(found, product);
  const said = [...prose.matchAll(SAID)].map(([literal]) => ({
    literal,
    type: IS_NOT_DELIVERED.test(literal) ? 'CASH' : readSettlementType(literal),
  }));
  // A sentence that says again how the trade settles: by a label of its own, or as all trades of its product do.
  const known = found.get('settlement_type') ?? (CASH_ALONE.has(product) ? 'CASH' : undefined);
  for (const { literal, type } of said)
    if (type === known) found.use({ page: 0, line: 0, label: 'text', value: literal });
  const exercise = entries.find(({ label }) => ON_EXERCISE.test(canonicalLabel(label)));
  const onExercise = exercise && readSettlementType(exercise.value);
  if (exercise && HOW_ALONE.test(exercise.value.trim()) && (known ?? onExercise) === onExercise)
    found.useWhole(exercise);
  if (found.get('settlement_type') !== undefined || found.unclear.has('settlement_type')) return;
  if (exercise && onExercise !== undefined) {
    const { page, line, label, value } = exercise;
    // The cell may say by which method, and stays an other term.
    found.add('settlement_type', onExercise, { page, line, label, value: `${label} ${value}` }, 0.9);
    return;
  }
  const [first] = said;
  if (first?.type === undefined || said.some(({ type }) => type !== first.type)) return;
  found.add('settlement_type', first.type, { page: 0, line: 0, label: 'text', value: first.literal }, 0.9);
}

/** `Dec 11, 2026, in USD`, `7 juin 2027, par livraison`. */
function readBehindDate(found: FoundFields, product: Product): void {
  const evidence = found.evidence.settlement_date;
  if (!evidence) return;
  const { after } = dateIn(evidence.literal);
  const place = { ...evidence, value: evidence.literal };
  const give = (field: TradeField, value: string | undefined) => {
    if (value !== undefined && found.get(field) === undefined) found.add(field, value, place, 0.9);
  };
  give('settlement_type', readSettlementType(after));
  const code = product === 'NON_DELIVERABLE_FORWARD' ? /\bin ([A-Z]{3})\b/.exec(after)?.[1] : undefined;
  give('settlement_currency', code && readCurrency(`${code} 1`));
}
