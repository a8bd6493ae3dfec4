/** How every program at a terminal declares options, prints help, complains and shows tables. */
export { readArguments } from './arguments.ts';
export { type Command, type ComplainingTerminal, StoppedError, type Terminal, WrongUsageError } from './command.ts';
export { printable } from './printable.ts';
export { runCommand, runProgram } from './program.ts';
export { type Column, renderTable } from './table.ts';
export { processTerminal, standWhereCalled } from './terminal.ts';
