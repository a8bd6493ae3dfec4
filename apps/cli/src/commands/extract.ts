import { type Command, readArguments, WrongUsageError } from '@trade-matching/command-line';
import { findDocuments } from '../documents/find-documents.ts';
import { readDocuments } from '../documents/read-documents.ts';
import { readSource } from '../option-values.ts';
import { extractionJson, extractionText } from '../output/extraction.ts';

export const extractCommand: Command = {
  name: 'extract',
  summary: 'what confirmations state: each field, where it stands, and what is odd about it',
  help: `Reads confirmations and shows the trade that each states, or why it was refused.

Usage
  npm run -s cli -- extract FILE… --source BANK|COUNTERPARTY [--json]

FILE is a PDF, or a folder: all .pdf files below it, sorted. Each is opened in a process of its own, with limits on time
and memory, so that a hostile file breaks nothing.

Options
  --source SOURCE   whose confirmations these are: BANK or COUNTERPARTY
  --json            one object a line, in the order given:
                    {file, outcome: "extracted"|"refused", reason?, message?, document_kind?, trade?, inferred?, other_terms?, accounting?, flags[]}
  --debug           show stack traces
  --help            this text

Examples
  npm run -s cli -- extract ours.pdf --source BANK
  npm run -s cli -- extract inbox/ --source COUNTERPARTY --json > trades.jsonl
  npm run -s cli -- extract inbox/ --source COUNTERPARTY --json | jq 'select(.outcome == "refused")'

Exit code: 0 when every file has its answer, refused or not; 2 for wrong usage, such as a file that is not there.`,

  async run(args, { say, progress, stop, columns }) {
    const { values, positionals } = readArguments({
      args: [...args],
      allowPositionals: true,
      options: { source: { type: 'string' }, json: { type: 'boolean', default: false } },
    });
    const source = readSource(values.source);
    if (positionals.length === 0) throw new WrongUsageError('Which files? Give the path of a PDF or of a folder.');
    const files = await findDocuments(positionals);

    let count = 0;
    for await (const document of readDocuments(
      files.map((file) => ({ file, source })),
      stop,
    )) {
      say(values.json ? extractionJson(document) : extractionText(document, columns));
      progress(`${++count} of ${files.length} documents${count === files.length ? '\n' : ''}`);
    }
    return 0;
  },
};
