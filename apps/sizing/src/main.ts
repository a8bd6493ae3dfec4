import { readFileSync, writeFileSync } from 'node:fs';
import { type Command, newCommand, newProgram, processTerminal, run } from '@trade-matching/command-line';
import { costTables } from './cost/tables.ts';
import { withTables } from './markdown.ts';
import { scaleTables } from './scale/tables.ts';

/** A page of the documentation and the tables in it, by name. */
const pageCommand =
  (
    name: 'cost' | 'scale',
    summary: string,
    description: string,
    tablesOf: () => Readonly<Record<string, string>>,
  ): Command =>
  ({ say }) =>
    newCommand({ name, summary, description, examples: ['', '-- --write'] })
      .option('--write', `put the tables into docs/${name}.md`, false)
      .action(({ write }) => {
        const tables = tablesOf();
        const file = new URL(`../../../docs/${name}.md`, import.meta.url);
        if (write) writeFileSync(file, withTables(readFileSync(file, 'utf8'), tables));
        else
          say(
            Object.entries(tables)
              .map(([title, table]) => `${title}\n${table}`)
              .join('\n\n'),
          );
      });

const program = newProgram(
  {
    name: 'npm run -s',
    summary: 'what the system costs and what a rate needs',
    description: 'Computes what the system costs, and what a rate of documents needs.',
    examples: ['cost', 'scale', 'cost -- --write'],
  },
  [
    pageCommand(
      'cost',
      'dollars per million documents and per month',
      'Computes dollars per million documents and per month, against the naive design.',
      costTables,
    ),
    pageCommand(
      'scale',
      'what a rate of documents needs',
      'Computes what 1, 10, 100 and 1,000 documents a second need, and which quota binds first.',
      scaleTables,
    ),
  ],
);
process.exitCode = await run(program, process.argv.slice(2), processTerminal());
