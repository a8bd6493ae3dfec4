import { readFile } from 'node:fs/promises';
import { type Command, readArguments, WrongUsageError } from '@trade-matching/command-line';
import { BUILT_IN_PROFILES, type Profiles, ProfilesError, parseProfiles } from '@trade-matching/matching';
import { compareDocuments } from '../documents/compare-documents.ts';
import { findDocuments } from '../documents/find-documents.ts';
import { type DocumentToRead, type ReadDocument, readDocuments } from '../documents/read-documents.ts';
import { comparisonJson, comparisonText } from '../output/comparison.ts';

export const compareCommand: Command = {
  name: 'compare',
  summary: 'whether two confirmations are of one trade, and agree, field by field',
  help: `Reads the bank's confirmation and the counterparty's, pairs them by the service's rules, and compares each field.

Usage
  npm run -s cli -- compare BANK.pdf COUNTERPARTY.pdf [--profiles FILE] [--json]

Options
  --profiles FILE   compare by these matching profiles (docs/matching.md), not by the built-in ones alone
  --json            one object: {status, paired_by, differences: [{field, bank, counterparty, tolerance, verdict}],
                    other_terms: [{key, label, bank?, counterparty?, verdict}], flags, accounting: {bank, counterparty}}
                    If a document is refused: {status: "REFUSED", refused: [{file, reason, message}], …}
  --debug           show stack traces
  --help            this text

Statuses
  MATCHED, MATCHED_WITHIN_TOLERANCE   they agree
  MISMATCHED                          a term that matters differs
  REVIEW                              a person must look: something is flagged, one side alone states a term, or a
                                      term without a field or a lesser one differs
  UNMATCHED                           no reference, UTI or fingerprint links them; the fields are compared all the same
  CANCELLED                           one of them calls its trade off; the fields are compared all the same
  REFUSED                             one of them cannot be read

Examples
  npm run -s cli -- compare ours.pdf theirs.pdf
  npm run -s cli -- compare ours.pdf theirs.pdf --json | jq .differences
  npm run -s cli -- compare ours.pdf theirs.pdf --profiles summaries.json

Exit code: 0 when it answered, whatever the answer; 2 for wrong usage, such as a file that is not there.`,

  async run(args, { say, stop, columns }) {
    const { values, positionals } = readArguments({
      args: [...args],
      allowPositionals: true,
      options: { json: { type: 'boolean', default: false }, profiles: { type: 'string' } },
    });
    const [bankFile, counterpartyFile, ...others] = await findDocuments(positionals);
    if (bankFile === undefined || counterpartyFile === undefined || others.length > 0) {
      throw new WrongUsageError(`Which two files? The bank's and then the counterparty's.`);
    }
    const profiles = values.profiles === undefined ? BUILT_IN_PROFILES : await readProfiles(values.profiles);
    const [bank, counterparty] = await readBoth(
      { file: bankFile, source: 'BANK' },
      { file: counterpartyFile, source: 'COUNTERPARTY' },
      stop,
    );
    const comparison = compareDocuments(bank, counterparty, profiles);
    const json = () => comparisonJson(comparison, bank, counterparty);
    say(values.json ? json() : comparisonText(comparison, bank, counterparty, columns));
    return 0;
  },
};

/** @throws {WrongUsageError} where the file cannot be read, or a value of it does not fit */
async function readProfiles(file: string): Promise<Profiles> {
  const json = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new WrongUsageError(`The profiles ${file} cannot be read.`, { cause });
  });
  try {
    return parseProfiles(json);
  } catch (cause) {
    if (!(cause instanceof ProfilesError)) throw cause;
    throw new WrongUsageError(`The profiles ${file} do not fit: ${cause.message}`, { cause });
  }
}

async function readBoth(
  bank: DocumentToRead,
  counterparty: DocumentToRead,
  stop: AbortSignal,
): Promise<[ReadDocument, ReadDocument]> {
  const read: ReadDocument[] = [];
  for await (const document of readDocuments([bank, counterparty], stop)) read.push(document);
  return read as [ReadDocument, ReadDocument];
}
