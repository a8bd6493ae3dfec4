import { otherSide, type Product, type Source, type TradeField } from '@trade-matching/domain';
import type { PositionedText } from '../../read/positioned-text.ts';
import type { FoundFields } from '../found-fields.ts';
import { inEnglish } from '../languages/translate.ts';
import type { Entry } from '../layout/entry.ts';
import { payerOfHeading } from '../leg-groups.ts';
import { DEFINITIONS } from '../products/index.ts';
import { paidByIn, payerAlone } from '../values/paid-by.ts';
import { termFor } from '../vocabulary/index.ts';
import { type Leg, legOf } from '../vocabulary/term.ts';
import type { Parties } from './find-parties.ts';

const PAYER_HEADING =
  /\b(?:fixed|floating|equity|interest)\b.*?(?:[-–—:]\s*(.{2,60}?)\s+pays?\b|\(\s*(.{2,60}?)\s+(?:pays?|as payer|payer)\s*\)|payable by\s+(.{2,60}?)\s*:?$)/i;

const NUMBER_OF_HEADING = /^\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]?$/i;

/** `FIXED RATE LEG - PARTY A PAYS` says who pays where no label does. */
export function readHeadings(found: FoundFields, product: Product, text: PositionedText, parties: Parties): void {
  const payers = DEFINITIONS[product].legPayers;
  if (!payers) return;
  for (const { page, number, segments: all } of text.lines) {
    // `2.` stands apart from the heading that it numbers.
    const segments = all.length > 1 && NUMBER_OF_HEADING.test(all[0]?.text ?? '') ? all.slice(1) : all;
    const [segment] = segments;
    const match = segments.length === 1 && segment ? PAYER_HEADING.exec(segment.text) : null;
    const side = match && parties.resolve(match[1] ?? match[2] ?? match[3] ?? '');
    // What an equity swap pays interest on is its floating leg.
    const ofInterest = product === 'EQUITY_SWAP' && /^\W*(?:\d+\W+)?interest\b/i.test(segment?.text ?? '');
    const leg = segment && match ? (ofInterest ? 'floating' : legOf(segment.text)) : undefined;
    const field = leg && payers[leg];
    const said = segment && segments.length === 1 && !field ? payerBehindDash(segment.text, parties) : undefined;
    const payer = field ?? (said && payers[said.leg]);
    const who = field ? side : said?.side;
    if (!segment || !who || !payer) continue;
    found.add(payer, who, { page, line: number, label: segment.text, value: segment.text });
  }
}

/** `Festpreis – von uns zu zahlen`, `Jambe variable (payée par la Banque)`: a leg in any language that is read, and who pays it. */
function payerBehindDash(text: string, parties: Parties): { readonly leg: Leg; readonly side: Source } | undefined {
  const [, name = '', inBrackets, behind] = /^(.{3,40}?)\s*(?:\(([^()]+)\)|[-–—,:]\s+(.+?))\s*:?$/.exec(text) ?? [];
  const who = payerAlone(inBrackets ?? behind ?? '');
  const side = who === undefined ? undefined : parties.resolve(who);
  const english = inEnglish(name) ?? name;
  const leg = legOf(english) ?? legOf(name) ?? (/^variab/i.test(name) ? 'floating' : undefined);
  return side && leg && !/\d/.test(name) ? { leg, side } : undefined;
}

/** The fields of a leg in whose cells its payer may be named. */
const VALUES_OF_LEGS: readonly (readonly [TradeField, Leg])[] = [
  ['fixed_price', 'fixed'],
  ['commodity_reference_price', 'floating'],
  ['fixed_rate', 'fixed'],
  ['floating_rate_index', 'floating'],
  ['return_type', 'equity'],
];

/** `688,25 USD por tonelada, a pagar por la Empresa`: who pays a price or a rate stands in its own cell. */
export function readPayersBesideValues(found: FoundFields, product: Product, parties: Parties): void {
  const payers = DEFINITIONS[product].legPayers;
  for (const [value, leg] of payers ? VALUES_OF_LEGS : []) {
    const field = payers?.[leg];
    const evidence = found.evidence[value];
    const paid = field && evidence && paidByIn(evidence.literal);
    const side = paid && parties.resolve(paid.payer);
    if (field && side) found.add(field, side, { ...evidence, value: evidence.literal });
  }
}

/** Of two parties the one that is not named is the other; two roles of one party contradict each other. */
export function inferCounterparts(found: FoundFields, product: Product): void {
  const { counterparts = [] } = DEFINITIONS[product];
  for (const [a, b] of counterparts) {
    for (const [known, other] of [
      [a, b],
      [b, a],
    ] as const) {
      const side = found.get(known);
      if (side && found.get(other) === undefined) {
        found.infer(other, otherSide(side as Source), `the other party is the ${known.replaceAll('_', ' ')}`);
      }
    }
  }
  for (const [a, b] of counterparts) {
    if (found.get(a) === undefined || found.get(a) !== found.get(b)) continue;
    found.flag({
      code: 'CONTRADICTION',
      severity: 'review',
      field: a,
      message: `${found.get(a)} is both the ${a.replaceAll('_', ' ')} and the ${b.replaceAll('_', ' ')}`,
    });
  }
}

/**
 * The leg of each party's column, from a row that says what each pays: `Pays | Fixed | Floating` under `Party A` and
 * `Party B`. What else stands in the column is then of that leg.
 */
export function readLegsOfColumns(
  found: FoundFields,
  product: Product,
  entries: readonly Entry[],
  parties: Parties,
): readonly Entry[] {
  const payers = DEFINITIONS[product].legPayers;
  if (!payers) return entries;
  const legs = new Map<string, string>();
  for (const entry of entries) {
    const { label, value, column } = entry;
    const leg = value.length <= LONGEST_LEG_NAME ? legOf(value) : undefined;
    if (column === undefined || leg === undefined || !NAMES_A_LEG.test(label)) continue;
    const side =
      payerOfColumn(entries, column, parties) ??
      payerOfHeading(column, parties) ??
      parties.resolve(column.replace(/\s+(?:pays?|shall pay|to pay)\s*$/i, ''));
    const field = payers[leg];
    if (!side || !field) continue;
    legs.set(column, `${leg} leg`);
    found.add(field, side, entry);
  }
  return entries.map((entry) => {
    const leg = entry.column === undefined ? undefined : legs.get(entry.column);
    return leg === undefined ? entry : { ...entry, column: leg, label: ofLeg(product, entry.label, leg) };
  });
}

/** `Paid by` in the column of a leg that is called `Leg 1`. */
function payerOfColumn(entries: readonly Entry[], column: string, parties: Parties): Source | undefined {
  const payer = entries.find(
    ({ label, column: of }) => of === column && /^(?:paid by|payer|payable by|paying party)\s*:?$/i.test(label),
  );
  return payer && parties.resolve(payer.value);
}

/** Of `Underlying / Index` what the leg of the column has. */
function ofLeg(product: Product, label: string, leg: string): string {
  return (
    label
      .split(/\s*\/\s*/)
      .find((part, _, parts) => parts.length > 1 && termFor(product, part, [leg])?.leg === legOf(leg)) ?? label
  );
}

const NAMES_A_LEG =
  /^(?:pays|leg|kind|kind of (?:leg|amount|rate)|rate type|type of rate|pays leg|leg type|pay leg|type)\s*:?$/i;
const LONGEST_LEG_NAME = 30;
