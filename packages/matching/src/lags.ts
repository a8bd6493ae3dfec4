import type { OtherTerm } from '@trade-matching/domain';

const NUMBERS: Readonly<Record<string, number>> = {
  ...{ one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10 },
  ...{ fifteen: 15, twenty: 20, thirty: 30 },
};
const LAG =
  /\b(\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|fifteen|twenty|thirty)(?: ?\((\d{1,2})\))?(?: \w+){0,2}? (?:(business|banking|working|local|commodity business)(?: \w+)? )?days? (after|following|from|before|prior|preceding)\b/gi;
/** Of payments: how long after a fixing or before an exercise is another matter. */
const OF_PAYMENTS = /\bpa(?:y|id)|\bsettle|\bdue\b/;

/** `5 business days after the end of each period` and `Five business days following …` as `5 business after`. */
function lagsIn(literal: string): string[] {
  return [...literal.toLowerCase().matchAll(LAG)].map(([, count = '', figure, business, direction = '']) => {
    const days = figure === undefined ? (NUMBERS[count] ?? Number(count)) : Number(figure);
    const kind = business === undefined ? 'calendar' : 'business';
    return `${days} ${kind} ${/^(?:before|prior|preceding)$/.test(direction) ? 'before' : 'after'}`;
  });
}

const PERIODS = /\b(week|month|quarter|half|year)|\b(annual)/gi;
const periodsIn = (literal: string): string =>
  [...new Set([...literal.toLowerCase().matchAll(PERIODS)].map(([, period, annual]) => (annual ? 'year' : period)))]
    .toSorted()
    .join(' ');

/** Whether two terms of payments count the same days, and speak of no different periods. */
export function saySameLag(one: OtherTerm, other: OtherTerm): boolean {
  if (one.economic || other.economic || !OF_PAYMENTS.test(one.key) || !OF_PAYMENTS.test(other.key)) return false;
  const [days, theirs] = [lagsIn(one.literal).join(' '), lagsIn(other.literal).join(' ')];
  if (days === '' || days !== theirs) return false;
  const [periods, others] = [periodsIn(one.literal), periodsIn(other.literal)];
  return periods === '' || others === '' || periods === others;
}

/**
 * When payments are due, counted in days from a period's end, where both sides say it under labels of their own and no
 * number of days is both's: the two terms. One that a side alone prints is the market's (ISDA exhibits give it; short
 * forms leave it out).
 */
export function otherPaymentLags(
  bank: readonly OtherTerm[],
  counterparty: readonly OtherTerm[],
): readonly [OtherTerm, OtherTerm] | undefined {
  const [ours, theirs] = [ofPayments(bank), ofPayments(counterparty)];
  const [own, other] = [ours[0], theirs[0]];
  if (!own || !other) return undefined;
  const lags = new Set(ours.flatMap(({ literal }) => lagsIn(literal)));
  return theirs.some(({ literal }) => lagsIn(literal).some((lag) => lags.has(lag))) ? undefined : [own, other];
}

function ofPayments(terms: readonly OtherTerm[]): OtherTerm[] {
  return terms.filter(({ key, literal }) => OF_PAYMENTS.test(key) && lagsIn(literal).length > 0);
}
