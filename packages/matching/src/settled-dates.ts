import type { TradeField } from '@trade-matching/domain';
import type { Side } from './side.ts';

/**
 * The dates that a document prints so that they read two ways, `03/04/2026`, where the other document settles them: it
 * states each as one of its two readings, and all of them in one order, the day first or the month first. A document is
 * written in one order, so a date that only the other order would make equal leaves all of them open.
 */
export function settledDates(own: Side, other: Side): ReadonlySet<TradeField> {
  const open = own.flags.flatMap(({ code, field, days }) =>
    code === 'AMBIGUOUS_DATE' && field !== undefined && days !== undefined ? [{ field, days }] : [],
  );
  const isSure = (field: TradeField) => !other.flags.some((flag) => flag.field === field && flag.severity === 'review');
  const stated = open.filter(({ field }) => other.trade[field] !== undefined && isSure(field));
  const settles = (order: 0 | 1) => stated.every(({ field, days }) => days[order] === other.trade[field]);
  return new Set(settles(0) || settles(1) ? stated.map(({ field }) => field) : []);
}
