import { type Command, newCommand, WrongUsageError } from '@trade-matching/command-line';
import { BUILT_IN_PROFILES } from '@trade-matching/matching';
import { compareDocuments } from '../documents/compare-documents.ts';
import { findDocuments } from '../documents/find-documents.ts';
import { type DocumentToRead, type ReadDocument, readDocuments } from '../documents/read-documents.ts';
import { comparisonJson, comparisonText } from '../output/comparison.ts';
import { readProfiles } from '../profiles/read-profiles.ts';

const STATUSES = `Statuses:
  MATCHED, MATCHED_WITHIN_TOLERANCE   they agree
  MISMATCHED                          a critical term differs
  REVIEW                              a person must look: something is flagged, one side alone states a term, or a
                                      term without a field or a lesser one differs
  UNMATCHED                           no reference, UTI or fingerprint links them; the fields are compared all the same
  CANCELLED                           one of them cancels its trade; the fields are compared all the same
  REFUSED                             one of them cannot be read

Exit code: 0 when it answered, whatever the answer; 2 for wrong usage, such as a file that does not exist.`;

export const compareCommand: Command = ({ say, sayStyled, stop, columns }) =>
  newCommand({
    name: 'compare',
    summary: 'whether two confirmations are of one trade, and agree, field by field',
    description:
      "Reads the bank's confirmation and the counterparty's, pairs them by the service's rules, and compares each field.",
    examples: [
      'ours.pdf theirs.pdf',
      'ours.pdf theirs.pdf --json | jq .differences',
      'ours.pdf theirs.pdf --profiles summaries.json',
    ],
    notes: STATUSES,
  })
    .argument('<bank>', "the bank's confirmation")
    .argument('<counterparty>', "the counterparty's confirmation")
    .option('--profiles <file>', 'compare by these matching profiles (docs/matching.md) beside the built-in ones')
    .option(
      '--json',
      'one object: {status, paired_by, differences[], other_terms[], flags[], accounting, refused?: [{file, reason, message}]}',
      false,
    )
    .action(async (bankPath, counterpartyPath, { json, profiles: file }) => {
      const [bankFile, counterpartyFile, ...others] = await findDocuments([bankPath, counterpartyPath]);
      if (bankFile === undefined || counterpartyFile === undefined || others.length > 0) {
        throw new WrongUsageError(`Which two files? The bank's and then the counterparty's.`);
      }
      const profiles = file === undefined ? BUILT_IN_PROFILES : (await readProfiles(file)).profiles;
      const [bank, counterparty] = await readBoth(
        { file: bankFile, source: 'BANK' },
        { file: counterpartyFile, source: 'COUNTERPARTY' },
        stop,
      );
      const comparison = compareDocuments(bank, counterparty, profiles);
      if (json) say(comparisonJson(comparison, bank, counterparty));
      else sayStyled(comparisonText(comparison, bank, counterparty, columns));
    });

async function readBoth(
  bank: DocumentToRead,
  counterparty: DocumentToRead,
  stop: AbortSignal,
): Promise<[ReadDocument, ReadDocument]> {
  const read: ReadDocument[] = [];
  for await (const document of readDocuments([bank, counterparty], stop)) read.push(document);
  return read as [ReadDocument, ReadDocument];
}
