import { type OtherTerm, paymentLagsIn, withoutPaymentLags } from '@trade-matching/domain';
import { centerOf, citiesIn } from './business-centers.ts';
import { normaliseText } from './normalise-text.ts';

/** Of payments: how long after a fixing or before an exercise is another matter. */
const OF_PAYMENTS = /\bpa(?:y|id)|\bsettle|\bdue\b/;

/** `5 business days after the end of each period` and `Five business days following …` as `5 business after`. */
const lagsIn = (literal: string): string[] =>
  paymentLagsIn(literal).map(
    ({ days, kind, direction }) => `${days} ${kind} ${direction}${FROM_START.test(literal) ? ' start' : ''}`,
  );
const FROM_START =
  /\b(?:start|beginning|commencement|first day)\b|\bbeginn\w*|\banfang\b|\bdébut\b|\b(?:inicio|comienzo|inizio)\b|\bpremier jour\b|\bprimer día\b|\bprimo giorno\b|\bersten Tag/i;

/** The periods that a literal speaks of, in five languages. A calculation period is whichever the trade has. */
const PERIODS: readonly (readonly [RegExp, string])[] = [
  [/\bweek|\bwoche|\bsemaine|\bsemanas?\b|\bsettiman/i, 'week'],
  [/\bmonth|\bmonats?\b|\bmonate|\bmois\b|\bmes(?:es)?\b|\bmes[ei]\b|\bmensil/i, 'month'],
  [/\bquarter|\bquartal|\btrimestr/i, 'quarter'],
  [/\bhalf|\bhalbjahr|\bsemestr/i, 'half'],
  [/\byear|\bannual|\bjahr(?:es)?\b|\bann(?:ée|o)\b|\baño/i, 'year'],
];
const periodsIn = (literal: string): string =>
  PERIODS.flatMap(([words, period]) => (words.test(literal) ? [period] : [])).join(' ');

/** Whether two terms of payments count the same days, and speak of no different periods or places. */
export function saySameLag(one: OtherTerm, other: OtherTerm): boolean {
  if (!OF_PAYMENTS.test(one.key) || !OF_PAYMENTS.test(other.key)) return false;
  if ([one, other].some((term) => term.economic && saysMoreThanDays(term))) return false;
  const [days, theirs] = [lagsIn(one.literal).join(' '), lagsIn(other.literal).join(' ')];
  if (days === '' || days !== theirs) return false;
  if (nameOtherPlaces(one, other)) return false;
  const [periods, others] = [periodsIn(one.literal), periodsIn(other.literal)];
  return periods === '' || others === '' || periods === others;
}

/** What is said with such days and changes nothing: of which period they are counted, and on which days banks are open. */
const AROUND_DAYS: ReadonlySet<string> = new Set([
  ...'the of in on at each every any end ends ending period periods date dates calculation interest payment settlement respective relevant'.split(
    ' ',
  ),
  ...'month months quarter quarters year years business banking days day and und et y e'.split(' '),
  ...'ende des der jeweiligen monats monatsende zinsperiode berechnungszeitraums fin de la le du chaque periode mois'.split(
    ' ',
  ),
  ...'del final cada periodo mes fine di ciascun ciascuno mese'.split(' '),
]);

function saysMoreThanDays({ literal }: OtherTerm): boolean {
  const rest = normaliseText(withoutPaymentLags(literal)).split(' ');
  return rest.some((word) => word !== '' && !AROUND_DAYS.has(word) && citiesIn(centerOf(word)).length === 0);
}

/** Both say where a day is a business day, and not the same. */
function nameOtherPlaces(one: OtherTerm, other: OtherTerm): boolean {
  const placesIn = ({ literal }: OtherTerm) => citiesIn(normaliseText(literal).split(' ').map(centerOf).join(' '));
  const [places, others] = [placesIn(one), placesIn(other)];
  return places.length > 0 && others.length > 0 && places.join() !== others.join();
}

/**
 * When payments are due, counted in days from a period's end, where both sides say it under labels of their own and no
 * number of days, in one place and from one end of the period, is both's: the two terms. One that a side alone prints is the market's (ISDA exhibits give it; short
 * forms leave it out).
 */
export function otherPaymentLags(
  bank: readonly OtherTerm[],
  counterparty: readonly OtherTerm[],
): readonly [OtherTerm, OtherTerm] | undefined {
  const [ours, theirs] = [ofPayments(bank), ofPayments(counterparty)];
  const [own, other] = [ours[0], theirs[0]];
  if (!own || !other) return undefined;
  const isShared = theirs.some((term) =>
    ours.some(
      (each) => !nameOtherPlaces(each, term) && lagsIn(each.literal).some((lag) => lagsIn(term.literal).includes(lag)),
    ),
  );
  return isShared ? undefined : [own, other];
}

function ofPayments(terms: readonly OtherTerm[]): OtherTerm[] {
  return terms.filter(({ key, literal }) => OF_PAYMENTS.test(key) && lagsIn(literal).length > 0);
}
