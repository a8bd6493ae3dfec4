import {
  type OtherTerm,
  type OtherTermDifference,
  paymentLagsIn,
  type Source,
  type TradeField,
} from '@trade-matching/domain';
import { saysSameMean } from './averaging.ts';
import { isSameBreak } from './break-terms.ts';
import { contraryTerms } from './contrary-words.ts';
import { creditEventsOf } from './credit-events.ts';
import { dividendsOf } from './dividends.ts';
import { otherPaymentLags, saySameLag } from './lags.ts';
import { isMarketStandard } from './market-standard.ts';
import { normaliseText } from './normalise-text.ts';
import { isSameObservation } from './observation.ts';
import { isOneLabel, saySameInOneLanguage } from './one-language.ts';
import { isPremiumOfNotional } from './premium-of-notional.ts';
import { isOfPricing, otherPricing } from './pricing.ts';
import { isNone } from './printed-value.ts';
import { listsRegularDays } from './regular-lists.ts';
import { areOfOneMatter, areRelated } from './related-labels.ts';
import { isNamedByOther, isRestated, isSaidInField, refersToSchedule, relationTo } from './related-terms.ts';
import { settleByValue } from './settled-by-value.ts';
import { saysSameSettlement } from './settlement-words.ts';
import type { Side } from './side.ts';
import { namesSpeaker, type Speaker, saySame, spokenLabel } from './spoken-value.ts';

/** A term that one side alone states as a field. */
export interface OneSidedField {
  readonly field: TradeField;
  readonly side: 'bank' | 'counterparty';
}

export interface OtherTermsComparison {
  readonly differences: readonly OtherTermDifference[];
  /** One-sided fields that the other side states after all, in a term that is none of its fields. */
  readonly stated: ReadonlySet<TradeField>;
}

const NOTHING: OtherTermsComparison = { differences: [], stated: new Set() };

/**
 * Compares what both documents print besides the fields (R2): by label, then what is left over by value where the labels
 * may be one term's, then with the fields that the other side has. What both print under one label and differs is a
 * difference; what one alone prints is one if it is economic.
 */
export function compareOtherTerms(
  bankSide: Side,
  counterpartySide: Side,
  oneSided: readonly OneSidedField[],
  ignored: ReadonlySet<string>,
): OtherTermsComparison {
  const [us, them] = [speakerOf(bankSide, 'BANK'), speakerOf(counterpartySide, 'COUNTERPARTY')];
  const [bank, counterparty] = [withSpokenLabels(bankSide, us), withSpokenLabels(counterpartySide, them)];
  const ours = compared(bank, ignored);
  const theirs = compared(counterparty, ignored);
  if (ours.length === 0 && theirs.length === 0) return NOTHING;
  const say: SaySame = (a, b) =>
    saySameLag(a, b) || saySame(plain(a), us, plain(b), them) || saySameInOneLanguage(a.literal, b.literal);
  const missing = (side: OneSidedField['side']) =>
    oneSided.filter((one) => one.side !== side).map(({ field }) => field);
  const settled = [
    settleByValue(bank, counterparty, missing('bank')),
    settleByValue(counterparty, bank, missing('counterparty')),
  ];
  const isSettled = (term: OtherTerm) => settled.some(({ terms }) => terms.has(term));
  const isToCompare = (term: OtherTerm, _at: number, all: readonly OtherTerm[]) =>
    !isSettled(term) &&
    !listsRegularDays(term, (all === ours ? bank : counterparty).trade, ofKey(all, term.key).length);
  const { differences, left } = compareByLabel(ours.filter(isToCompare), theirs.filter(isToCompare), say);
  const [onlyOurs, onlyTheirs] = withoutPairs(
    left.bank,
    left.counterparty,
    (a, b) =>
      ((areRelated(a.key, b.key) || isOneLabel(a.key, b.key)) && say(a, b)) ||
      isSameBreak(a, us, b, them) ||
      isSameObservation(a, us.trade, b, them.trade),
  );
  const lags = otherPaymentLags(onlyOurs, onlyTheirs);
  if (lags) differences.push(differenceOf(...lags));
  const stated = new Set<TradeField>(settled.flatMap((each) => [...each.stated]));
  const inWords = { bank: [] as OtherTerm[], counterparty: [] as OtherTerm[] };
  for (const [terms, own, other, side] of [
    [onlyOurs, bank, counterparty, 'bank'],
    [onlyTheirs, counterparty, bank, 'counterparty'],
  ] as const) {
    const open = missing(side).filter((field) => !stated.has(field));
    const speaker = speakerOf(own, side === 'bank' ? 'BANK' : 'COUNTERPARTY');
    for (const term of terms) {
      if (isNone(term.literal) || isMarketStandard(term, own.trade)) continue;
      // Its field was compared; what it says besides is on this side alone.
      if (term.says_more) {
        differences.push(differenceFrom(term, side));
        continue;
      }
      const relation = relationTo(term, speaker, open, other);
      if (relation?.verdict === 'EQUAL') for (const field of relation.fields) stated.add(field);
      else if (relation) differences.push(differenceFrom(term, side, relation.literal));
      else if (!term.economic) inWords[side].push(term);
      else if (!isSaidByOther(term, speaker, own, other)) differences.push(differenceFrom(term, side));
    }
  }
  // Of one matter under two labels, each in words of its own: nobody can say that they agree.
  for (const a of inWords.bank) {
    const b = inWords.counterparty.find((each) => areOfOneMatter(a.key, each.key) && !hasOwnComparison(a, each, bank));
    if (!b) continue;
    const isSaid = isSaidByOther(a, us, bank, counterparty) || isSaidByOther(b, them, counterparty, bank);
    if (!isSaid) differences.push(differenceOf(a, b));
  }
  const otherwise = [...contraryTerms(ours, theirs), otherPricing(bank, counterparty, ours, theirs) ?? []];
  for (const [a, b] of otherwise) differences.push(...untold(a, b, differences));
  return { differences, stated };
}

/** A term of one side that the other says after all, or that follows from what both say. */
function isSaidByOther(term: OtherTerm, speaker: Speaker, own: Side, other: Side): boolean {
  return (
    saysSameMean(term, other) ||
    saysSameSettlement(term, other, own) ||
    isPremiumOfNotional(term, own.trade) ||
    isRestated(term, speaker, own, other) ||
    isSaidInField(term, other) ||
    isNamedByOther(term, other) ||
    refersToSchedule(term, own, other)
  );
}

/** How a price is found and when payments are due is compared by what is read of it, not by its words. */
function hasOwnComparison(a: OtherTerm, b: OtherTerm, { trade }: Side): boolean {
  const isPricing = trade.product === 'COMMODITY_SWAP' && isOfPricing(a) && isOfPricing(b);
  return isPricing || [a, b].some(({ literal }) => paymentLagsIn(literal).length > 0);
}

const plain = (term: OtherTerm): OtherTerm =>
  withClosingPrice(withCalendarMonths(withSeniority(withPriceNamed(withDividends(withCreditEvents(term))))));

/** `Failure to Pay; Bankruptcy` are `Bankruptcy, Failure to Pay`, in whichever order and language. */
function withCreditEvents(term: OtherTerm): OtherTerm {
  const events = /^credit events?$/.test(term.key) ? creditEventsOf(term.literal) : undefined;
  return events === undefined ? term : { ...term, literal: events };
}

/** `Monthly, calendar months` are the calculation periods of `Each calendar month from and including the Effective Date …`. */
function withCalendarMonths(term: OtherTerm): OtherTerm {
  return /\bcalculation period/.test(term.key) && CALENDAR_MONTHS.test(term.literal.trim())
    ? { ...term, literal: 'calendar months' }
    : term;
}
const CALENDAR_MONTHS =
  /^(?:each|every|monthly,?|the|successive)?\s*calendar months?(?: from and including the effective date (?:to|until) (?:and including |but excluding )?the termination date)?\.?$/i;

/** `Senior Level, all guarantees applicable` is `Senior`: guarantees have a line of their own in other forms, and are no term. */
function withSeniority(term: OtherTerm): OtherTerm {
  if (!/\bseniority\b/.test(term.key)) return term;
  return {
    ...term,
    literal: term.literal.replace(/[\s,;(]*\ball guarantees:? applicable\)?/i, '').replace(/(?<=\S)\s+level\b/i, ''),
  };
}

/** `Specified Price: Settlement Price, First Nearby Month` is `Settlement, first nearby month`. */
function withPriceNamed(term: OtherTerm): OtherTerm {
  if (!/^specified price$/.test(term.key)) return term;
  return { ...term, literal: term.literal.replace(/\bsettlement price\b/i, 'settlement') };
}

/** `Dividends: 100% passed through` is `Dividend Percentage: 100%`. */
function withDividends(term: OtherTerm): OtherTerm {
  const dividends = /\bdividend/.test(term.key) ? dividendsOf(term.literal) : undefined;
  return dividends === undefined ? term : { ...term, literal: dividends };
}

/** `Valuation: Close, two days before …` is of the `closing price`. */
function withClosingPrice(term: OtherTerm): OtherTerm {
  if (!/\bvaluation\b|\bprice\b/.test(term.key)) return term;
  return { ...term, literal: term.literal.replace(/^(?:at )?(?:the )?close\b(?! of)/i, 'closing price') };
}

type SaySame = (ours: OtherTerm, theirs: OtherTerm) => boolean;

// Whose side it is, whatever a trade says of itself.
function speakerOf({ trade }: Side, source: Source): Speaker {
  return { source, trade };
}

function withSpokenLabels(side: Side, speaker: Speaker): Side {
  const { other_terms } = side;
  return other_terms?.some(namesSpeaker)
    ? { ...side, other_terms: other_terms.map((term) => ({ ...term, key: spokenLabel(term, speaker) })) }
    : side;
}

function compared({ trade, other_terms = [] }: Side, ignored: ReadonlySet<string>): readonly OtherTerm[] {
  const isIgnored = ({ key, label }: OtherTerm) => ignored.has(key) || ignored.has(normaliseText(label));
  const kept = other_terms.filter((term) => !(ignored.size > 0 && isIgnored(term)) && !isTitle(term.key, term.literal));
  // ISDA's form prints what a credit event is below `Floating Payment`, others anywhere.
  if (trade.product !== 'CREDIT_DEFAULT_SWAP') return kept;
  return kept.map((term) => ({ ...term, key: term.key.replace(/^(?:fixed|floating) /, '') }));
}

/** What a document calls itself, after its product: no term of the trade. */
function isTitle(key: string, literal: string): boolean {
  return PRODUCT_NAME.test(key) && TITLE.test(literal.trim());
}
const PRODUCT_NAME = /^(?:[a-z]+ ){0,3}(?:swap|option|swaption|forward|cap|floor|collar)$/;
const TITLE = /^(?:(?:short|long)[ -]form |customer |client |trade |transaction )*confirmation$/i;

/** What differs under one label, and what is left of each side that the other has no label for. */
function compareByLabel(ours: readonly OtherTerm[], theirs: readonly OtherTerm[], say: SaySame) {
  const differences: OtherTermDifference[] = [];
  const same: SaySame = (one, other) =>
    one.literal === other.literal ? say(one, other) : say(unlabelled(one), unlabelled(other));
  const agree: SaySame = (one, other) => same(one, other) || areNone(one, other);
  const left = { bank: [] as OtherTerm[], counterparty: [] as OtherTerm[] };
  for (const key of new Set([...ours, ...theirs].map((term) => term.key))) {
    const [a, b] = [ofKey(ours, key), ofKey(theirs, key)];
    const [restA, restB] = withoutPairs(a, b, agree);
    const pairs = Math.min(restA.length, restB.length);
    for (let i = 0; i < pairs; i++) differences.push(differenceOf(restA[i], restB[i]));
    left.bank.push(...restA.slice(pairs));
    left.counterparty.push(...restB.slice(pairs));
    // One label on each leg: the same values the other way round are not the same terms.
    const isSwapped = restA.length + restB.length === 0 && !a.every((term, i) => b[i] && agree(term, b[i]));
    if (isSwapped) differences.push(differenceOf(joined(a), joined(b)));
  }
  return { differences, left };
}

function ofKey(terms: readonly OtherTerm[], key: string): OtherTerm[] {
  return terms.filter((term) => term.key === key);
}

/** `Settlement: Auction settlement` says `Auction`. */
function unlabelled(term: OtherTerm): OtherTerm {
  const label = normaliseText(term.label);
  const words = term.literal.trim().split(/\s+/);
  const last = words.at(-1) ?? '';
  return words.length === 2 && normaliseText(last) === label ? { ...term, literal: words[0] ?? '' } : term;
}

function areNone(one: OtherTerm, other: OtherTerm): boolean {
  return isNone(one.literal) && isNone(other.literal);
}

function joined(terms: readonly OtherTerm[]): OtherTerm | undefined {
  const [first] = terms;
  return first && { ...first, literal: terms.map(({ literal }) => literal).join(' / ') };
}

/** What is left of both when each that has its like on the other side is taken out with it. */
function withoutPairs(
  ours: readonly OtherTerm[],
  theirs: readonly OtherTerm[],
  isPair: (ours: OtherTerm, theirs: OtherTerm) => boolean,
): [OtherTerm[], OtherTerm[]] {
  const left = [...theirs];
  const alone = ours.filter((term) => {
    const at = left.findIndex((other) => isPair(term, other));
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  return [alone, left];
}

function differenceOf(bank: OtherTerm | undefined, counterparty: OtherTerm | undefined): OtherTermDifference {
  return {
    key: bank?.key ?? '',
    label: plainLabel(bank?.label),
    bank: bank?.literal ?? '',
    counterparty: counterparty?.literal ?? '',
    verdict: 'DIFFERENT',
  };
}

/** Of two terms the difference, of one that a side alone prints that one, unless it is among those that were told. */
function untold(
  bank: OtherTerm | undefined,
  counterparty: OtherTerm | undefined,
  told: readonly OtherTermDifference[],
): OtherTermDifference[] {
  const isTold = told.some(
    (each) =>
      (bank === undefined || each.bank === bank.literal) &&
      (counterparty === undefined || each.counterparty === counterparty.literal),
  );
  if (isTold) return [];
  if (bank && counterparty) return [differenceOf(bank, counterparty)];
  if (bank) return [differenceFrom(bank, 'bank')];
  return counterparty ? [differenceFrom(counterparty, 'counterparty')] : [];
}

/** @param other the literal of the other side's field that is the same term */
function differenceFrom(
  { key, label: printed, literal }: OtherTerm,
  side: OneSidedField['side'],
  other?: string,
): OtherTermDifference {
  const label = plainLabel(printed);
  const otherSide = side === 'bank' ? 'counterparty' : 'bank';
  if (other === undefined) return { key, label, [side]: literal, verdict: 'ONE_SIDED' };
  return { key, label, [side]: literal, [otherSide]: other, verdict: 'DIFFERENT' };
}

// `Break Clause:`
function plainLabel(label = ''): string {
  return label.replace(/[\s:]+$/, '');
}
