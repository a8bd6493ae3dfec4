/** What every program at a terminal is made of: for those beside this one. */
export { readArguments } from './arguments.ts';
export { type Command, type ComplainingTerminal, type Terminal, WrongUsageError } from './command.ts';
export { renderTable } from './output/table.ts';
export { runCommand } from './program.ts';
export { processTerminal, standWhereCalled } from './terminal.ts';
