import { type ParseArgsConfig, parseArgs } from 'node:util';
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
