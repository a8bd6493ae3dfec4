import { processTerminal, runProgram, standWhereCalled } from '@trade-matching/command-line';
import { compareCommand } from './commands/compare.ts';
import { documentCommand } from './commands/document.ts';
import { documentsCommand } from './commands/documents.ts';
import { extractCommand } from './commands/extract.ts';
import { queuesCommand } from './commands/queues.ts';
import { redriveCommand } from './commands/redrive.ts';
import { tradeCommand } from './commands/trade.ts';
import { tradesCommand } from './commands/trades.ts';

standWhereCalled('cli');
process.exitCode = await runProgram(
  {
    usage: 'npm run -s cli --',
    summary:
      'Reads and compares trade confirmations on this machine, and shows and mends what became of those that were uploaded.',
    commands: [
      ...[extractCommand, compareCommand],
      ...[documentsCommand, documentCommand, tradesCommand, tradeCommand, queuesCommand, redriveCommand],
    ],
    examples: [
      'extract ours.pdf --source BANK',
      'compare ours.pdf theirs.pdf',
      'documents --status FAILED',
      'redrive --reason DEAD_LETTER --dry-run',
    ],
  },
  process.argv.slice(2),
  processTerminal(),
);
