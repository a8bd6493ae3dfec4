import type { Product } from '@trade-matching/domain';
import { businessCentre, businessDaysLater } from './business-calendar.ts';

/** How urgent a break is. `critical`: a term that decides what is paid differs. */
export const CASE_SEVERITIES = ['critical', 'major', 'minor'] as const;

export type CaseSeverity = (typeof CASE_SEVERITIES)[number];

type DueDays = Readonly<Record<CaseSeverity, number>>;

/** Business days until a break is due (W5). */
const DUE_BUSINESS_DAYS: DueDays = { critical: 1, major: 2, minor: 5 };

/** Products that settle within days leave less time. */
const DUE_BUSINESS_DAYS_OF: Partial<Record<Product, DueDays>> = {
  FX_FORWARD: { critical: 1, major: 1, minor: 3 },
  FX_SWAP: { critical: 1, major: 1, minor: 3 },
  NON_DELIVERABLE_FORWARD: { critical: 1, major: 1, minor: 3 },
  FX_OPTION: { critical: 1, major: 1, minor: 3 },
};

/** Business days that a trade may stand without a pair before it is a case: the other side confirms by then. */
const GRACE_BUSINESS_DAYS = 2;

const GRACE_BUSINESS_DAYS_OF: Partial<Record<Product, number>> = {
  FX_FORWARD: 1,
  FX_SWAP: 1,
  NON_DELIVERABLE_FORWARD: 1,
  FX_OPTION: 1,
};

/** Business days within which a proposed acceptance is approved, or ends. */
const PROPOSAL_BUSINESS_DAYS = 2;

/** The end of a business day, in the first centre. */
const END_OF_DAY = '17:00:00';

/** When a break is due: ISO 8601, UTC, milliseconds. The end of the business day, in the time zone of the first centre. */
export function dueTime(
  from: string,
  break_: { readonly product?: Product; readonly severity: CaseSeverity; readonly centres: readonly string[] },
): string {
  const days = (break_.product && DUE_BUSINESS_DAYS_OF[break_.product]) ?? DUE_BUSINESS_DAYS;
  return endOfBusinessDay(from, days[break_.severity], break_.centres);
}

/** When a trade that stands without a pair since `from` becomes a case. As {@link dueTime} is. */
export function graceEnd(
  from: string,
  { product, centres }: { readonly product?: Product; readonly centres: readonly string[] },
): string {
  const days = product === undefined ? undefined : GRACE_BUSINESS_DAYS_OF[product];
  return endOfBusinessDay(from, days ?? GRACE_BUSINESS_DAYS, centres);
}

/** When a proposed acceptance ends without an approval. */
export function proposalEnd(from: string, centres: readonly string[]): string {
  return endOfBusinessDay(from, PROPOSAL_BUSINESS_DAYS, centres);
}

function endOfBusinessDay(from: string, days: number, centres: readonly string[]): string {
  const { timeZone } = businessCentre(centres[0] ?? '');
  const today = localTime(Date.parse(from), timeZone).slice(0, 10);
  return utcOf(`${businessDaysLater(today, days, centres)}T${END_OF_DAY}`, timeZone);
}

/** One a time zone: to make one takes longer than all the rest. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  // Swedish writes dates as ISO does.
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  formats.set(timeZone, format);
  return format;
}

/** `2026-11-29T10:00:00`: the wall clock of a time zone. */
function localTime(instant: number, timeZone: string): string {
  return formatOf(timeZone).format(instant).replace(' ', 'T');
}

function utcOf(local: string, timeZone: string): string {
  const wanted = Date.parse(`${local}Z`);
  let instant = wanted;
  // Twice, since the first guess may lie on the other side of a change of clocks.
  for (let i = 0; i < 2; i++) instant += wanted - Date.parse(`${localTime(instant, timeZone)}Z`);
  return new Date(instant).toISOString();
}
