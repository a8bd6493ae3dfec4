import { processTerminal, run, standWhereCalled } from '@trade-matching/command-line';
import { program } from './program.ts';

standWhereCalled('cli');
process.exitCode = await run(program, process.argv.slice(2), processTerminal());
