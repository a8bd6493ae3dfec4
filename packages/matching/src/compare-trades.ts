import {
  type Difference,
  FIELD_KINDS,
  type FieldKind,
  type Flag,
  type MatchResult,
  type MatchStatus,
  type OtherTermDifference,
  type PairingRule,
  TRADE_FIELDS,
  type Trade,
  type TradeField,
} from '@trade-matching/domain';
import { DEFAULT_PROFILE } from './built-in-profiles.ts';
import { compareField } from './compare-field.ts';
import { inOneOrder } from './currency-order.ts';
import { isImplied } from './implied-values.ts';
import { compareOtherTerms, type OneSidedField } from './other-terms.ts';
import { referenceKeys } from './pairing-keys.ts';
import { describeTolerance, type MatchingProfile, type Weight } from './profile.ts';
import { saysAnother } from './qualified-labels.ts';
import { settledDates } from './settled-dates.ts';
import type { Side } from './side.ts';
import { names } from './tie.ts';

interface Weighed {
  readonly weight: Weight;
  readonly difference: Difference;
}

/** What comparing field by field came to. */
interface ComparedFields {
  readonly weighed: Weighed[];
  /** Critical and economic terms that one side alone states. */
  readonly oneSided: OneSidedField[];
  readonly flags: Flag[];
}

/**
 * Compares a pair field by field, then what both documents print besides (R2). A critical or economic term out of
 * tolerance is a mismatch whatever else agrees (M5): there is no score that could outvote it. One that a side alone states is
 * for review, as is any other term on which the documents do not agree: a match means that every economic term that
 * either prints was compared. The status is the same whichever side is given first.
 */
export function compareTrades(
  ourSide: Side,
  theirSide: Side,
  { profile = DEFAULT_PROFILE, pairedBy }: { profile?: MatchingProfile; pairedBy?: PairingRule } = {},
): MatchResult {
  const [bank, counterparty] = inOneOrder(ourSide, theirSide);
  const { weighed, oneSided, flags } = compareFields(bank, counterparty, profile);
  const { differences: otherTerms, stated: underOtherLabels } = compareOtherTerms(
    bank,
    counterparty,
    oneSided,
    profile.ignoredTerms,
  );
  const stated = new Set([
    ...underOtherLabels,
    ...settledDates(bank, counterparty),
    ...settledDates(counterparty, bank),
  ]);
  const all = [
    ...[bank, counterparty].flatMap((side) => {
      const other = side === bank ? counterparty : bank;
      return side.flags.map((flag) => asSettled(asAgreed(flag, profile), side, other, stated));
    }),
    ...flags,
    ...(pairedBy === 'reference' ? similarReferenceFlags(bank.trade, counterparty.trade) : []),
    ...oneSided
      .filter(({ field }) => !stated.has(field))
      .flatMap((one) => oneSidedFlags(one, bank.trade, counterparty.trade, profile)),
    ...otherTerms.map(otherTermFlag),
  ];
  return {
    status: statusOf(weighed, all),
    ...(pairedBy === undefined ? {} : { paired_by: pairedBy }),
    differences: weighed.map(({ difference }) => difference),
    flags: all,
    other_terms: otherTerms,
  };
}

function compareFields(ourSide: Side, theirSide: Side, profile: MatchingProfile): ComparedFields {
  const [bank, counterparty] = [ourSide.trade, theirSide.trade];
  const weighed: Weighed[] = [];
  const oneSided: OneSidedField[] = [];
  const flags: Flag[] = [];
  if (bank.product !== counterparty.product) {
    weighed.push({ weight: 'critical', difference: productDifference(bank, counterparty) });
  }
  for (const field of fieldsNotAlike(bank, counterparty)) {
    const [ours, theirs] = [bank[field], counterparty[field]];
    const { weight, tolerance } = profile.fields[field];
    if (weight === 'informational') continue;
    if (ours === undefined || theirs === undefined) {
      const side = theirs === undefined ? 'bank' : 'counterparty';
      const [states, leavesOut] = side === 'bank' ? [bank, theirSide] : [counterparty, ourSide];
      if (weight !== 'administrative' && !isImplied(field, leavesOut, states)) oneSided.push({ field, side });
      continue;
    }
    const { verdict, delta, forReview } = compareField(field, bank, counterparty, tolerance);
    if (verdict === 'EQUAL') continue;
    if (forReview !== undefined) flags.push(nameFlag(forReview, field, ours, theirs));
    weighed.push({
      weight: forReview === undefined ? weight : 'administrative',
      difference: {
        field,
        bank: ours,
        counterparty: theirs,
        tolerance: describeTolerance(tolerance),
        verdict,
        ...(delta === undefined ? {} : { delta }),
      },
    });
  }
  weighed.push(...literalDifferences(bank, counterparty));
  return { weighed, oneSided, flags };
}

const PLACES: ReadonlyMap<string, number> = new Map(TRADE_FIELDS.map((field, place) => [field, place]));

/** The fields that two trades do not print alike, in the order of {@link TRADE_FIELDS}: most are absent from both, or the same. */
function fieldsNotAlike(one: Trade, other: Trade): TradeField[] {
  const fields = new Set<TradeField>();
  for (const name in one) if (one[name as TradeField] !== other[name as TradeField]) fields.add(name as TradeField);
  for (const name in other) if (one[name as TradeField] !== other[name as TradeField]) fields.add(name as TradeField);
  return [...fields].filter((field) => PLACES.has(field)).sort((a, b) => (PLACES.get(a) ?? 0) - (PLACES.get(b) ?? 0));
}

function statusOf(weighed: readonly Weighed[], flags: readonly Flag[]): MatchStatus {
  const different = weighed.filter(({ difference }) => difference.verdict === 'DIFFERENT');
  if (different.some(({ weight }) => weight === 'critical' || weight === 'economic')) return 'MISMATCHED';
  if (different.length > 0 || flags.some(({ severity }) => severity === 'review')) return 'REVIEW';
  return weighed.length > 0 ? 'MATCHED_WITHIN_TOLERANCE' : 'MATCHED';
}

/** A desk that confirms by summary leaves terms out, or sends scans: where that is agreed, it alone is no reason for a review. */
function asAgreed(flag: Flag, { completeness, scans }: MatchingProfile): Flag {
  const isExpected =
    (completeness === 'as-stated' && flag.code === 'INCOMPLETE') || (scans === 'accept' && flag.code === 'SCANNED');
  return isExpected ? { ...flag, severity: 'warning' } : flag;
}

/**
 * What a document was not sure of, and the other document, which is, says the same; and a document that was incomplete,
 * where the other shows under which of its labels the rest stands: no reason for a review any more (R2).
 */
function asSettled(flag: Flag, own: Side, other: Side, stated: ReadonlySet<TradeField>): Flag {
  const { code, field, missing } = flag;
  const isSettled =
    (code === 'AMBIGUOUS_DATE' && field !== undefined && stated.has(field)) ||
    (code === 'INCOMPLETE' && missing?.every((each) => stated.has(each))) ||
    (code === 'UNSURE_VALUE' && field !== undefined && isConfirmed(field, own, other)) ||
    (isOfProduct(flag) && own.trade.product === other.trade.product && !other.flags.some(isOfProduct));
  return isSettled ? { ...flag, severity: 'warning' } : flag;
}

/** A document that names no product: the other document may name the one that its terms are of. */
const isOfProduct = ({ code }: Flag): boolean => code === 'UNSURE_PRODUCT';

/** Values of these fields are one of two: that both sides state the same confirms little. */
const ONE_OF_TWO: ReadonlySet<FieldKind> = new Set<FieldKind>(['party', 'enum']);

function isConfirmed(field: TradeField, own: Side, other: Side): boolean {
  if (ONE_OF_TWO.has(FIELD_KINDS[field]) || own.trade[field] === undefined || other.trade[field] === undefined)
    return false;
  const label = own.evidence?.[field]?.label;
  if (label !== undefined && saysAnother(label, field, other)) return false;
  const isSure = !other.flags.some((flag) => flag.field === field && flag.severity === 'review');
  return isSure && compareField(field, own.trade, other.trade, { kind: 'exact' }).verdict === 'EQUAL';
}

function oneSidedFlags(
  { field, side }: OneSidedField,
  bank: Trade,
  counterparty: Trade,
  { fields, completeness }: MatchingProfile,
): Flag[] {
  const { weight, one_sided } = fields[field];
  const isAccepted = completeness === 'as-stated' || one_sided === 'accept';
  if (isAccepted && weight !== 'critical') return [];
  return [
    {
      code: 'ONE_SIDED_TERM',
      severity: isAccepted ? 'warning' : 'review',
      field,
      message: `only the ${side} states ${field}: ${(side === 'bank' ? bank : counterparty)[field]}`,
    },
  ];
}

function otherTermFlag({ label, bank, counterparty, verdict }: OtherTermDifference): Flag {
  const message =
    verdict === 'DIFFERENT'
      ? `${label}: the bank prints “${quoted(bank)}”, the counterparty “${quoted(counterparty)}”`
      : `only the ${bank === undefined ? 'counterparty' : 'bank'} prints ${label}: “${quoted(bank ?? counterparty)}”`;
  return { code: 'OTHER_TERM', severity: 'review', message };
}

/** Characters of a literal that a message quotes. */
const QUOTED = 120;

function quoted(literal = ''): string {
  return literal.length <= QUOTED ? literal : `${literal.slice(0, QUOTED)}…`;
}

function nameFlag(why: 'LEGAL_FORM' | 'DESCRIPTION', field: TradeField, bank: string, counterparty: string): Flag {
  if (why === 'LEGAL_FORM') {
    const message = `${field} differs by its legal form alone: ${bank} against ${counterparty}`;
    return { code: 'LEGAL_FORM', severity: 'review', field, message };
  }
  const message = `${field} agrees by its name or identifier, and is described otherwise: “${quoted(bank)}” against “${quoted(counterparty)}”`;
  return { code: 'OTHER_TERM', severity: 'review', field, message };
}

/** A reference that is only alike finds a candidate. That it is the trade is for a person to say. */
function similarReferenceFlags(bank: Trade, counterparty: Trade): Flag[] {
  if (isPrintedBy(bank.other_reference, counterparty) || isPrintedBy(counterparty.other_reference, bank)) return [];
  const [ours, theirs] = [referenceKeys(bank), referenceKeys(counterparty)];
  const named = [names(ours, theirs), names(theirs, ours)];
  if (named.includes('named') || !named.includes('alike')) return [];
  const printed = [bank.trade_id, bank.other_reference, counterparty.trade_id, counterparty.other_reference];
  const references = [...new Set(printed.filter((reference) => reference !== undefined))].map(quoted).join(', ');
  const message = `the references agree only without their separators: ${references}`;
  return [{ code: 'SIMILAR_REFERENCE', severity: 'review', field: 'other_reference', message }];
}

/** Whether a side's own reference is printed by the other in the same characters, as it nearly always is. */
const isPrintedBy = (reference: string | undefined, { trade_id }: Trade): boolean =>
  reference !== undefined && reference === trade_id && /[a-z\d]/i.test(reference);

function productDifference(bank: Trade, counterparty: Trade): Difference {
  return {
    field: 'product',
    bank: bank.product,
    counterparty: counterparty.product,
    tolerance: 'exact',
    verdict: 'DIFFERENT',
  };
}

// A maturity that its own document contradicts is shown as it is printed; the flag sends it to review, not this.
function literalDifferences(bank: Trade, counterparty: Trade): Weighed[] {
  const ours = bank.termination_date_literal ?? bank.termination_date;
  const theirs = counterparty.termination_date_literal ?? counterparty.termination_date;
  const printed = bank.termination_date_literal ?? counterparty.termination_date_literal;
  if (printed === undefined || ours === undefined || theirs === undefined || ours === theirs) return [];
  const difference: Difference = {
    field: 'termination_date_literal',
    bank: ours,
    counterparty: theirs,
    tolerance: 'exact',
    verdict: 'DIFFERENT',
  };
  return [{ weight: 'administrative', difference }];
}
