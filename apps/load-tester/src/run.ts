import { processTerminal, run, standWhereCalled } from '@trade-matching/command-line';
import { loadTestCommand } from './load-test-command.ts';

standWhereCalled('load-test');
process.exitCode = await run(loadTestCommand(process.stderr), process.argv.slice(2), processTerminal());
