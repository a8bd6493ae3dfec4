import { WrongUsageError } from '@trade-matching/command-line';
import { isIsoDate, isSource, type Source } from '@trade-matching/domain';

/** `--source`, in either case. */
export function readSource(given: string | undefined): Source {
  if (given === undefined) throw new WrongUsageError('--source is missing: say whose confirmations these are.');
  const source = given.toUpperCase();
  if (!isSource(source)) throw new WrongUsageError(`--source is BANK or COUNTERPARTY, not "${given}".`);
  return source;
}

/** `--day`. */
export function readDay(given: string): string {
  if (!isIsoDate(given)) throw new WrongUsageError(`--day is a date such as 2026-11-23, not "${given}".`);
  return given;
}

/** `--status`, in either case; every status where none is given. */
export function readStatuses<const S extends string>(given: string | undefined, statuses: readonly S[]): readonly S[] {
  if (given === undefined) return statuses;
  const status = statuses.find((candidate) => candidate === given.toUpperCase());
  if (!status) throw new WrongUsageError(`--status is one of ${statuses.join(', ')}, not "${given}".`);
  return [status];
}
