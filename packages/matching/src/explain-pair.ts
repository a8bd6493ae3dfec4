import {
  type ComparedField,
  type Difference,
  type ExtractedTrade,
  TRADE_FIELDS,
  type TradeField,
} from '@trade-matching/domain';
import { DEFAULT_PROFILE } from './built-in-profiles.ts';
import { describeTolerance, type MatchingProfile } from './profile.ts';

/** One document of a pair, with how it prints what it says. */
export type ExplainedSide = Pick<ExtractedTrade, 'trade' | 'evidence' | 'inferred'>;

/**
 * Why a pair has its status: every field that either side states, with both values, how each document prints it, the
 * tolerance that was applied and the verdict (M5). In the order of {@link TRADE_FIELDS}, the product first.
 */
export function explainPair(
  bank: ExplainedSide,
  counterparty: ExplainedSide,
  differences: readonly Difference[],
  profile: MatchingProfile = DEFAULT_PROFILE,
): ComparedField[] {
  const byField = new Map(differences.map((difference) => [difference.field, difference]));
  return (['product', ...TRADE_FIELDS] as const).flatMap((field): ComparedField[] => {
    const [ours, theirs] = [bank.trade[field], counterparty.trade[field]];
    const difference = byField.get(field);
    if (difference === undefined && ours === undefined && theirs === undefined) return [];
    const isCompared =
      ours !== undefined &&
      theirs !== undefined &&
      (field === 'product' || profile.fields[field].weight !== 'informational');
    return [
      {
        field,
        ...stated('bank', ours),
        ...stated('counterparty', theirs),
        tolerance: field === 'product' ? 'exact' : describeTolerance(profile.fields[field].tolerance),
        verdict: isCompared ? 'EQUAL' : 'NOT_COMPARED',
        ...difference,
        ...printedBy('bank', bank, field),
        ...printedBy('counterparty', counterparty, field),
      },
    ];
  });
}

function stated(side: 'bank' | 'counterparty', value: string | undefined) {
  return value === undefined ? {} : { [side]: value };
}

function printedBy(
  side: 'bank' | 'counterparty',
  { evidence, inferred }: ExplainedSide,
  field: TradeField | 'product',
) {
  const { literal, ocr, confidence } = evidence[field] ?? {};
  const why = field === 'product' ? undefined : inferred[field];
  return {
    ...(literal === undefined ? {} : { [`${side}_literal`]: literal }),
    ...(why === undefined ? {} : { [`${side}_inferred`]: why }),
    ...(ocr ? { [`${side}_scan_confidence`]: confidence } : {}),
  };
}
