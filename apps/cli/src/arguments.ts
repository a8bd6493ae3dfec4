import { type ParseArgsConfig, parseArgs } from 'node:util';
import { isSource, type Source } from '@trade-matching/domain';
import { WrongUsageError } from './command.ts';

/**
 * `util.parseArgs`, strictly.
 *
 * @throws {WrongUsageError} for an unknown option, a missing or a surplus value
 */
export function readArguments<const C extends ParseArgsConfig>(config: C): ReturnType<typeof parseArgs<C>> {
  try {
    return parseArgs(config);
  } catch (cause) {
    throw new WrongUsageError(cause instanceof Error ? cause.message : String(cause), { cause });
  }
}

/** `--source`, in either case. */
export function readSource(given: string | undefined): Source {
  if (given === undefined) throw new WrongUsageError('--source is missing: say whose confirmations these are.');
  const source = given.toUpperCase();
  if (!isSource(source)) throw new WrongUsageError(`--source is BANK or COUNTERPARTY, not "${given}".`);
  return source;
}
