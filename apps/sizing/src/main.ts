import { readFileSync, writeFileSync } from 'node:fs';
import { costTables } from './cost/tables.ts';
import { withTables } from './markdown.ts';
import { scaleTables } from './scale/tables.ts';

const HELP = `Computes what the system costs and what a rate of documents needs.

Usage
  npm run -s cost                   dollars per million documents and per month, against the naive design
  npm run -s scale                  what 1, 10, 100 and 1,000 documents a second need, and which quota binds first
  npm run -s cost -- --write        puts the tables into docs/cost.md (scale: docs/scale.md)`;

const PAGES = { cost: costTables, scale: scaleTables } as const;

const [subject = '', ...options] = process.argv.slice(2);
if (options.includes('--help') || subject === '--help') {
  process.stdout.write(`${HELP}\n`);
} else if ((subject !== 'cost' && subject !== 'scale') || options.some((option) => option !== '--write')) {
  process.stderr.write(`"${[subject, ...options].join(' ')}" is not understood.\n${HELP}\n`);
  process.exitCode = 2;
} else {
  const tables = PAGES[subject]();
  const file = new URL(`../../../docs/${subject}.md`, import.meta.url);
  if (options.includes('--write')) writeFileSync(file, withTables(readFileSync(file, 'utf8'), tables));
  else
    process.stdout.write(
      `${Object.entries(tables)
        .map(([name, table]) => `${name}\n${table}`)
        .join('\n\n')}\n`,
    );
}
