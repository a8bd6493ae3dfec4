import { type Command, newCommand, Option, oneOf } from '@trade-matching/command-line';
import { VERIFY_MODES } from '@trade-matching/confirmations/verify';
import { SOURCES } from '@trade-matching/domain';
import { findDocuments } from '../documents/find-documents.ts';
import { readDocuments } from '../documents/read-documents.ts';
import { extractionJson, extractionText } from '../output/extraction.ts';

export const extractCommand: Command = ({ say, sayStyled, progress, stop, columns }) =>
  newCommand({
    name: 'extract',
    summary: 'what confirmations state: each field, where it stands, and what is unclear',
    description:
      'Reads confirmations and shows the trade that each states, or why it was refused. Each file is opened in a process of its own, with limits on time and memory.',
    examples: [
      'ours.pdf --source BANK',
      'inbox/ --source COUNTERPARTY --json > trades.jsonl',
      'theirs.pdf --source COUNTERPARTY --verify always',
      `inbox/ --source COUNTERPARTY --json | jq 'select(.outcome == "refused")'`,
    ],
    notes:
      'Exit code: 0 when every file has its answer, refused or not; 2 for wrong usage, such as a file that does not exist.',
  })
    .argument('<file...>', 'a PDF, or a folder: all .pdf files below it, sorted')
    .addOption(
      new Option('--source <source>', `whose confirmations these are: ${SOURCES.join(' or ')}`)
        .argParser(oneOf('--source', SOURCES))
        .makeOptionMandatory(true),
    )
    .addOption(
      new Option(
        '--verify <mode>',
        'when values are read again from what the page shows: on-risk (pages with a sign of risk), always, off',
      )
        .argParser(oneOf('--verify', VERIFY_MODES))
        .default('on-risk'),
    )
    .option(
      '--json',
      'one object a line, in the order given: {file, outcome, reason?, message?, trade?, other_terms?, accounting?, flags[], …}',
      false,
    )
    .action(async (paths, { source, verify, json }) => {
      const files = await findDocuments(paths);
      const documents = files.map((file) => ({ file, source }));
      let count = 0;
      for await (const document of readDocuments(documents, stop, verify)) {
        if (json) say(extractionJson(document));
        else sayStyled(extractionText(document, columns));
        progress(`${++count} of ${files.length} documents${count === files.length ? '\n' : ''}`);
      }
    });
