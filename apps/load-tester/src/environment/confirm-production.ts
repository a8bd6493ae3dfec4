import type { Account } from '@trade-matching/account';
import { WrongUsageError } from '@trade-matching/command-line';
import type { LoadOptions } from '../options.ts';

type Confirmations = Pick<LoadOptions, 'environment' | 'meansProduction' | 'confirmedAccount'>;

/**
 * Production is refused unless told twice (L3): that it is meant, and which account it is. Asked before anything else
 * is done, credentials included.
 *
 * @throws {WrongUsageError} naming the confirmation that is missing
 */
export function refuseUnconfirmedProduction({ environment, meansProduction, confirmedAccount }: Confirmations): void {
  if (environment !== 'production') return;
  const missing = [
    ...(meansProduction ? [] : ['--i-mean-production']),
    ...(/^\d{12}$/.test(confirmedAccount ?? '') ? [] : ['--confirm-account with the 12 digits of its account']),
  ];
  if (missing.length === 0) return;
  throw new WrongUsageError(
    `Load on production makes trades, matches and messages to people that nobody ordered. It needs two confirmations: ${missing.join(' and ')} ${missing.length > 1 ? 'are' : 'is'} missing.`,
  );
}

/** The account that this shell's credentials are of must be the one that was confirmed. */
export function refuseOtherAccount(
  { environment, confirmedAccount }: Confirmations,
  { id }: Pick<Account, 'id'>,
): void {
  if (environment !== 'production' || confirmedAccount === id) return;
  throw new WrongUsageError(
    `--confirm-account is ${confirmedAccount}, but the credentials of this shell are of ${id}: nothing was sent.`,
  );
}
