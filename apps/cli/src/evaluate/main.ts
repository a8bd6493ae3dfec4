import { runCommand } from '../program.ts';
import { processTerminal, standWhereCalled } from '../terminal.ts';
import { evaluateCommand } from './evaluate-command.ts';

standWhereCalled('evaluate');
process.exitCode = await runCommand('npm run evaluate --', evaluateCommand, process.argv.slice(2), processTerminal());
