import { isIsoDate, type Trade, type TradeField } from '@trade-matching/domain';
import { Big } from 'big.js';

interface Step {
  readonly from: string;
  readonly value: Big;
}

/** The level that a schedule starts from, where a document states it: a step that repeats it says nothing. */
const STARTS_FROM: { readonly [F in TradeField]?: TradeField } = {
  notional_schedule: 'notional',
  fixed_rate_schedule: 'fixed_rate',
};

/**
 * Compares two schedules step by step: each date and each figure, exactly. Steps that change nothing (the first repeats
 * the initial notional; a period has the notional of the one before) may be printed or left out.
 */
export function compareSchedules(
  field: TradeField,
  bank: Trade,
  counterparty: Trade,
): { readonly verdict: 'EQUAL' | 'DIFFERENT'; readonly delta?: string } {
  const [ours, theirs] = [stepsOf(field, bank), stepsOf(field, counterparty)];
  // What is no schedule is not guessed at.
  if (!ours || !theirs) return { verdict: 'DIFFERENT' };
  for (let i = 0; i < Math.max(ours.length, theirs.length); i++) {
    const [a, b] = [ours[i], theirs[i]];
    if (a && b && a.from === b.from && a.value.eq(b.value)) continue;
    return { verdict: 'DIFFERENT', delta: `step ${i + 1}: ${inWords(a)} against ${inWords(b)}` };
  }
  return { verdict: 'EQUAL' };
}

function stepsOf(field: TradeField, trade: Trade): readonly Step[] | undefined {
  const steps: Step[] = [];
  for (const printed of (trade[field] ?? '').split(';')) {
    const [from = '', figure = '', ...others] = printed.trim().split(/\s+/);
    if (!isIsoDate(from) || !/^-?\d+(\.\d+)?$/.test(figure) || others.length > 0) return undefined;
    steps.push({ from, value: new Big(figure) });
  }
  const startsFrom = STARTS_FROM[field];
  return startsFrom === undefined ? steps : changes(steps, trade[startsFrom]);
}

function changes(steps: readonly Step[], start: string | undefined): Step[] {
  let level = start !== undefined && /^-?\d+(\.\d+)?$/.test(start) ? new Big(start) : undefined;
  return steps.filter(({ value }) => {
    const isChange = level === undefined || !value.eq(level);
    level = value;
    return isChange;
  });
}

function inWords(step: Step | undefined): string {
  return step ? `${step.from} ${step.value.toFixed()}` : 'none';
}
