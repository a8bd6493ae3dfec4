import { readFile } from 'node:fs/promises';
import { WrongUsageError } from '@trade-matching/command-line';
import { type Profiles, ProfilesError, parseProfiles } from '@trade-matching/matching';

/** Matching profiles of a file, as it is and as it is read. */
export interface ReadProfiles {
  readonly json: string;
  readonly profiles: Profiles;
}

/** @throws {WrongUsageError} where the file cannot be read, or a value of it does not fit */
export async function readProfiles(file: string): Promise<ReadProfiles> {
  const json = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new WrongUsageError(`The profiles ${file} cannot be read.`, { cause });
  });
  try {
    return { json, profiles: parseProfiles(json) };
  } catch (cause) {
    if (!(cause instanceof ProfilesError)) throw cause;
    throw new WrongUsageError(`The profiles ${file} do not fit: ${cause.message}`, { cause });
  }
}
