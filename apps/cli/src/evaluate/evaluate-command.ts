import { writeFile } from 'node:fs/promises';
import { type Command, newCommand } from '@trade-matching/command-line';
import { evaluate } from './evaluate.ts';
import { readManifest } from './manifest.ts';
import { reportText } from './report.ts';

const NOTES = `manifest.json: {documents: [{path, truth?, expectation?, partial?, side?, kind?}], pairs: [{id, bank, counterparty,
expected?, allowed?, allowed_as_stated?, diffs?: [{field}]}]}. "docs" is read as "documents", "fields" as "truth". A pair may
be called what "expected" or "allowed" say; with "allowed_as_stated", it is also compared by a profile that says
completeness: as-stated. Numbers are compared by value, texts as printed or as matching compares them, and how
many are right only so is shown.

Shown: documents read, in part (INCOMPLETE) and refused; per field what was right, wrong (and whether a review flag of the
document names it), missing, and extra (read, though not in the truth); pairs right, and how many are called a match that
may not be (false green); each pair, and the outcome of each refused or odd file.

Exit code: 0 when it ran, whatever the figures; 2 for wrong usage, such as a document that does not exist.`;

export const evaluateCommand: Command = ({ sayStyled, progress, stop, columns }) =>
  newCommand({
    name: 'npm run evaluate --',
    summary: 'how well a set of documents with known truth is read and compared',
    description: 'Reads the documents of a manifest and checks what was read against the truth.',
    examples: ['samples', 'samples --json out/evaluation.json'],
    notes: NOTES,
  })
    .argument('<folder>', 'holds manifest.json and the PDFs that it names')
    .option('--json <file>', 'also write everything as JSON')
    .action(async (folder, { json }) => {
      const evaluation = await evaluate(folder, await readManifest(folder), { stop, progress });
      sayStyled(reportText(evaluation, columns));
      if (json !== undefined) await writeFile(json, `${JSON.stringify(evaluation, null, 2)}\n`);
    });
