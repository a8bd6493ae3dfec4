import { processTerminal, run, standWhereCalled } from '@trade-matching/command-line';
import { evaluateCommand } from './evaluate-command.ts';

standWhereCalled('evaluate');
process.exitCode = await run(evaluateCommand, process.argv.slice(2), processTerminal());
