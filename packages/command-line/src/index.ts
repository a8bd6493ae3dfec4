/** How every program at a terminal declares options and help, reports errors and progress, and shows tables. */

export { Option } from '@commander-js/extra-typings';
export { type Command, type CommandTexts, newCommand, newProgram, parse, run } from './command.ts';
export { completionScript, SHELLS, type Shell } from './completion.ts';
export { StoppedError, WrongUsageError } from './errors.ts';
export { printable } from './printable.ts';
export { type Column, renderTable } from './table.ts';
export { processTerminal, standWhereCalled, type Terminal, writersTo } from './terminal.ts';
export { numberBetween, oneOf, wholeNumber } from './values.ts';
