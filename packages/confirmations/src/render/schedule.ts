import { daysInMonth } from '@trade-matching/domain';

const DAY_MS = 86_400_000;

const toIso = (ms: number) => new Date(ms).toISOString().slice(0, 10);
const toMs = (iso: string) => Date.parse(`${iso}T00:00:00Z`);

/** The calendar day `days` after an ISO date. */
export function plusDays(iso: string, days: number): string {
  return toIso(toMs(iso) + days * DAY_MS);
}

/** The same day of a later month, or that month's last where it has no such day. */
export function plusMonths(iso: string, months: number): string {
  const [year = 0, month = 1, day = 1] = iso.split('-').map(Number);
  const [laterYear, laterMonth] = [year + Math.floor((month - 1 + months) / 12), ((month - 1 + months) % 12) + 1];
  return toIso(Date.UTC(laterYear, laterMonth - 1, Math.min(day, daysInMonth(laterYear, laterMonth))));
}

/** The day itself, or the Monday after a weekend. */
export function toWorkingDay(iso: string): string {
  const weekday = new Date(toMs(iso)).getUTCDay();
  if (weekday === 6) return plusDays(iso, 2);
  return weekday === 0 ? plusDays(iso, 1) : iso;
}
