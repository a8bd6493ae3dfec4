import { writeFile } from 'node:fs/promises';
import { type Command, readArguments, WrongUsageError } from '@trade-matching/command-line';
import { evaluate } from './evaluate.ts';
import { readManifest } from './manifest.ts';
import { reportText } from './report.ts';

export const evaluateCommand: Command = {
  name: 'evaluate',
  summary: 'how well a set of documents with known truth is read and compared',
  help: `Reads the documents of a manifest and holds what was read to the truth.

Usage
  npm run evaluate -- DIR [--json FILE]

DIR holds manifest.json and the PDFs that it names: {documents: [{path, truth?, expectation?, partial?, side?, kind?}],
pairs: [{id, bank, counterparty, expected?, allowed?, allowed_as_stated?, diffs?: [{field}]}]}. "docs" is read as "documents", "fields" as "truth". A pair
may be called what "expected" or "allowed" say; with "allowed_as_stated", it is also compared by a profile that says
completeness: as-stated.

Shown: documents read, in part (INCOMPLETE) and refused; per field what was right, wrong (and whether a review flag of the
document names it), missing, and extra (read, though not in the truth); pairs right, and how many are called a match that
may not be (false green); each pair, and what became of each refused or odd file.

Options
  --json FILE   write all of it as JSON too
  --debug       show stack traces
  --help        this text

Examples
  npm run evaluate -- samples
  npm run evaluate -- samples --json out/evaluation.json

Exit code: 0 when it ran, whatever the figures; 2 for wrong usage, such as a document that is not there.`,

  async run(args, { say, progress, stop, columns }) {
    const { values, positionals } = readArguments({
      args: [...args],
      allowPositionals: true,
      options: { json: { type: 'string' } },
    });
    const [folder, ...others] = positionals;
    if (folder === undefined || others.length > 0) {
      throw new WrongUsageError('Which folder? Give the one that holds manifest.json and its PDFs.');
    }
    const evaluation = await evaluate(folder, await readManifest(folder), { stop, progress });
    say(reportText(evaluation, columns));
    if (values.json !== undefined) await writeFile(values.json, `${JSON.stringify(evaluation, null, 2)}\n`);
    return 0;
  },
};
