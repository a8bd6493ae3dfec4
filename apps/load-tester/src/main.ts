import { processTerminal, runCommand, standWhereCalled } from '@trade-matching/command-line';
import { loadTestCommand } from './load-test-command.ts';

standWhereCalled('load-test');
process.exitCode = await runCommand(
  'npm run -s load-test --',
  loadTestCommand(process.stderr),
  process.argv.slice(2),
  processTerminal(),
);
