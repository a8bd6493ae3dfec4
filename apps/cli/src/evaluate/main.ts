import { processTerminal, runCommand, standWhereCalled } from '@trade-matching/command-line';
import { evaluateCommand } from './evaluate-command.ts';

standWhereCalled('evaluate');
process.exitCode = await runCommand('npm run evaluate --', evaluateCommand, process.argv.slice(2), processTerminal());
