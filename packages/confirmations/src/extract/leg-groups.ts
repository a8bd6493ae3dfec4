import { otherSide, type Source } from '@trade-matching/domain';
import type { FoundFields } from './found-fields.ts';
import { canonicalLabel } from './labels.ts';
import type { Entry } from './layout/entry.ts';
import type { Parties } from './parties/find-parties.ts';
import type { ProductDefinition } from './products/definition.ts';
import { payerAlone } from './values/paid-by.ts';
import { readFrequency } from './values/terms.ts';
import { FLOATING_INDEX } from './vocabulary/floating-indices.ts';
import { legOf } from './vocabulary/term.ts';

/** The entries under one heading, or in one column below it. */
export interface Group {
  readonly heading: string;
  readonly entries: Entry[];
}

export type SwapLeg = 'fixed' | 'floating';

/**
 * Gives the entries of a swap the leg that the contents of their group say they are of: the group that states a rate in per
 * cent is the fixed leg, the one that names an index the floating one. Reads who pays from the groups' headings. Does
 * nothing unless exactly one group is each leg.
 */
export function withLegsOfGroups(
  found: FoundFields,
  entries: readonly Entry[],
  parties: Parties,
  payers: ProductDefinition['legPayers'],
): readonly Entry[] {
  if (!payers?.fixed || !payers.floating) return entries;
  const groups = groupsOf(entries);
  const legs = new Map<Group, SwapLeg>();
  for (const group of groups) {
    const leg = legOfGroup(group);
    if (leg !== undefined) legs.set(group, leg);
  }
  const count = (leg: SwapLeg) => [...legs.values()].filter((each) => each === leg).length;
  if (count('fixed') !== 1 || count('floating') !== 1) return entries;
  const legOfEntry = new Map<Entry, SwapLeg>();
  for (const [group, leg] of legs) {
    for (const entry of group.entries) legOfEntry.set(entry, leg);
    const [first] = group.entries;
    const field = payers[leg];
    if (!first || !field) continue;
    const side = payerOfHeading(group.heading, parties);
    const { page, line } = first;
    if (side) found.add(field, side, { page, line, label: group.heading, value: group.heading }, 0.9);
    const direction = group.entries.find((entry) => directionOf(entry) !== undefined);
    const pays = direction && directionOf(direction);
    if (direction && pays !== undefined)
      found.add(field, pays ? parties.issuer : otherSide(parties.issuer), direction, 0.9);
  }
  return entries.map((entry) => {
    const leg = legOfEntry.get(entry);
    return leg === undefined ? entry : ofLeg(entry, leg);
  });
}

/** The entries by the headings that they stand under. */
export function groupsOf(entries: readonly Entry[]): Group[] {
  const groups = new Map<string, Group>();
  for (const entry of entries) {
    const key = `${entry.section}\n${entry.column ?? ''}`;
    const group = groups.get(key) ?? {
      heading: entry.column ?? entry.section,
      entries: [],
    };
    group.entries.push(entry);
    groups.set(key, group);
  }
  return [...groups.values()];
}

const A_DIRECTION =
  /^(?:direction|side|pay receive|pay rec|pay\/rec(?:eive)?|payment direction|flow|position|our position|our side|we|sens|richtung|sentido|direzione|verso|leg direction)$/;
const PAYS_OR_RECEIVES =
  /^(?:we )?(?:(pays?|payer|paid|paying|outgoing|zahlen|zahlung|paie|payons|payeur|pagamos|pago|paghiamo|pagato)|receives?|receiver|received|receiving|incoming|erhalten|reçoit|recevons|receveur|recibimos|cobro|riceviamo)$/i;

/** `Direction: Pay` among a leg's rows: whether whose paper it is pays; undefined where the entry says nothing of it. */
function directionOf({ label, value }: Entry): boolean | undefined {
  if (!A_DIRECTION.test(canonicalLabel(label))) return undefined;
  const match = PAYS_OR_RECEIVES.exec(value.trim());
  return match ? match[1] !== undefined : undefined;
}

const RATE_LABEL =
  /^(?:rate|coupon|coupon rate|interest rate|fixed rate|fixed interest rate|fixed coupon|swap rate|rate payable)$/;
const INDEX_LABEL =
  /^(?:rate|index|reference|rate option|rate index|floating rate|floating rate index|floating index|floating rate option|reference rate|benchmark|interest rate|coupon)$/;
const TYPE_LABEL = /^(?:rate type|type of rate|leg type|type)$/;
const LONGEST_TYPE = 20;
const PER_CENT = /\d\s*(?:%|per\s?cent|pct\b)/i;

function legOfGroup({ heading, entries }: Group): SwapLeg | undefined {
  const named = legOf(heading);
  const terms = entries.map(({ label, value }) => ({ label: canonicalLabel(label), value }));
  const states = (label: RegExp, says: (text: string) => boolean) =>
    terms.some((term) => label.test(term.label) && says(term.value));
  // `Rate type: Fixed` says so itself.
  const type = terms.find(({ label }) => TYPE_LABEL.test(label))?.value;
  const typed = type === undefined || type.length > LONGEST_TYPE ? undefined : legOf(type);
  if (named === undefined && (typed === 'fixed' || typed === 'floating')) return typed;
  const fixed =
    states(RATE_LABEL, (text) => PER_CENT.test(text) && !FLOATING_INDEX.test(text)) ||
    // An electronic confirmation's rate is a decimal.
    states(/^fixed rate$/, (text) => /^\d?\.\d+$/.test(text.trim()));
  const floating = states(INDEX_LABEL, (text) => FLOATING_INDEX.test(text));
  // `We pay (fixed)` over a rate for each year, `Fixed leg – paid by the Fund` over `Rate % | 4.182`.
  if (
    !fixed &&
    !floating &&
    (named === 'fixed' || named === 'floating') &&
    [WE_PAY, WE_RECEIVE, PAYS, PAYABLE_BY, RECEIVES].some((says) => says.test(heading))
  )
    return named;
  if (fixed === floating || (named !== undefined && named !== (fixed ? 'fixed' : 'floating'))) return undefined;
  return fixed ? 'fixed' : 'floating';
}

const WE_PAY =
  /\b(?:we pay|wir zahlen|nous payons|pagamos|paghiamo|our payments)\b|^(?:pago|pay|paying|outgoing|zahlung)(?: (?:leg|side))?(?:\s*[:(–-]?\s*(?:fixed|float(?:ing)?)(?: (?:leg|rate))?\)?)?$/i;
const WE_RECEIVE =
  /\b(?:we receive|wir erhalten|nous recevons|recibimos|riceviamo|you pay|sie zahlen|vous payez)\b|^(?:cobro|receive|receiving|incoming|erhalt)(?: (?:leg|side))?(?:\s*[:(–-]?\s*(?:fixed|float(?:ing)?)(?: (?:leg|rate))?\)?)?$/i;
const PAYS =
  /(?:^|\(|[-–—:]\s*)\s*(?:the\s+)?([^()–—:]{2,60}?)\s+(?:pays|zahlt|leistet|paie|verse|paiera|versera|paga|abona|pagará|versa|corrisponde)\b/i;
const PAYABLE_BY =
  /\b(?:(?:payable|paid|due) by|(?:due|payable) from|(?:payés?|versés?|dus) par|(?:zahlbar|zu zahlen|gezahlt) (?:von|durch)|(?:pagad[oa]s?|pagader[oa]s?|a pagar) por|(?:pagat[io]|dovut[io]) (?:da|dal|dalla))\s+(?:the\s+|la\s+|le\s+|el\s+)?(.{2,60}?)\s*:?$/i;
const RECEIVES = /(?:^|\(|[-–—:]\s*)\s*(?:the\s+)?([^()–—:]{2,60}?)\s+(?:receives|erhält|reçoit|recibe|riceve)\b/i;

const WHAT_ONE_DOES = /\bwhat (?:the )?(\S.{0,40}?) (?:would |will |shall )?(pays?|receives?)\b/i;

/** `PAY (we)`, `Receive (Fund)`: the verb, then who. */
const VERB_FIRST =
  /^(pays?|receives?|zahlung|erhalt|paie|reçoit|paga|recibe|riceve)\s*(?:leg|side)?\s*\(([^()]{2,40}?)(?<!pays|receives)\)$/i;

/** `Pay leg (Fund pays)`, `Harbour Bank receives`, `Wir zahlen`: who pays under a heading. */
export function payerOfHeading(heading: string, parties: Parties): Source | undefined {
  const [, verb = '', who = ''] = VERB_FIRST.exec(heading) ?? [];
  const first = who === '' ? undefined : parties.resolve(who);
  if (first) return /^(?:pay|zahl|pai|pag)/i.test(verb) ? first : otherSide(first);
  // `The swap: what the Fund would receive`.
  const [, actor = '', does = ''] = WHAT_ONE_DOES.exec(heading) ?? [];
  const ofActor = actor === '' ? undefined : parties.resolve(actor);
  if (ofActor) return /^p/i.test(does) ? ofActor : otherSide(ofActor);
  if (WE_PAY.test(heading)) return parties.issuer;
  if (WE_RECEIVE.test(heading)) return otherSide(parties.issuer);
  // `Leg 1 - Party A pays`: who stands behind the dash.
  const payers = [heading, ...heading.split(/\s+[-–—]\s+/).slice(1), ...heading.split(/\s+\/\s+/).slice(1)].flatMap(
    (text) => PAYS.exec(text)?.[1] ?? payerAlone(text) ?? PAYABLE_BY.exec(text)?.[1] ?? [],
  );
  if (payers.length > 0) return payers.map(parties.resolve).find((side) => side !== undefined);
  const receiver = RECEIVES.exec(heading)?.[1];
  const side = receiver === undefined ? undefined : parties.resolve(receiver);
  return side && otherSide(side);
}

/** The entry under the heading of its leg. A maturity that says how often is when the leg is paid. */
export function ofLeg(entry: Entry, leg: SwapLeg): Entry {
  const heading = `${leg} leg`;
  const isFrequency = canonicalLabel(entry.label) === 'termination date' && readFrequency(entry.value) !== undefined;
  return {
    ...entry,
    label: isFrequency ? 'Payment Dates' : entry.label,
    ...(entry.column === undefined ? { section: heading } : { column: heading }),
  };
}
