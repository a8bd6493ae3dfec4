import { compareCommand } from './commands/compare.ts';
import { extractCommand } from './commands/extract.ts';
import { runProgram } from './program.ts';
import { processTerminal, standWhereCalled } from './terminal.ts';

standWhereCalled('cli');
process.exitCode = await runProgram(
  {
    usage: 'npm run -s cli --',
    summary: 'Reads trade confirmations and says what they state and whether they agree. Nothing leaves this machine.',
    commands: [extractCommand, compareCommand],
    examples: ['extract ours.pdf --source BANK', 'compare ours.pdf theirs.pdf'],
  },
  process.argv.slice(2),
  processTerminal(),
);
