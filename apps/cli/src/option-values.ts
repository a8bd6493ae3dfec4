import { Option, oneOf, WrongUsageError } from '@trade-matching/command-line';
import { isIsoDate, REASONS } from '@trade-matching/domain';

/** Reads `--day`. */
function readDay(given: string): string {
  if (!isIsoDate(given)) throw new WrongUsageError(`--day is a date such as 2026-11-23, not "${given}".`);
  return given;
}

const today = () => new Date().toISOString().slice(0, 10);

/** `--day`, today where it is not given. */
export const dayOption = () =>
  new Option('--day <date>', 'the day, in UTC, as YYYY-MM-DD').argParser(readDay).default(today(), 'today');

/** What lists read is brought up to date after the write: "global secondary indexes", Amazon DynamoDB Developer Guide. */
export const FRESHNESS = 'The list may miss what changed in the last seconds.';

/** Below a list: as of when it is. */
export const freshness = () => `As of ${new Date().toISOString().slice(11, 19)} UTC. ${FRESHNESS}`;

/** `--reason`, one of the closed list (F4). */
export const reasonOption = (description: string) =>
  new Option('--reason <reason>', `${description}: ${REASONS.join(', ')}`).argParser(oneOf('--reason', REASONS));

/** `--status`, one of these; all of them where it is not given. */
export const statusOption = <const S extends string>(statuses: readonly S[]) =>
  new Option('--status <status>', `${statuses.join(', ')} (default: all)`).argParser(oneOf('--status', statuses));

const MAX_DAYS = 366;

const days = (option: string) => (text: string) => {
  const count = Number(/^(\d{1,3})d$/.exec(text)?.[1] ?? 0);
  if (count >= 1 && count <= MAX_DAYS) return count;
  throw new WrongUsageError(`${option} is a number of days such as 30d, up to ${MAX_DAYS}d, not "${text}".`);
};

/** `--since`, in days. */
export const sinceOption = (what: string) =>
  new Option('--since <days>', `${what}, up to ${MAX_DAYS}d`).argParser(days('--since')).default(30, '30d');

/** `--older-than`, in days. */
export const olderThanOption = () =>
  new Option('--older-than <days>', 'with --open: only those that have been so for as many days').argParser(
    days('--older-than'),
  );

/** Today in UTC and so many days before it, the latest first, as YYYY-MM-DD. */
export function lastDays(count: number, now = Date.now()): string[] {
  return Array.from({ length: count + 1 }, (_, day) => new Date(now - day * 86_400_000).toISOString().slice(0, 10));
}
