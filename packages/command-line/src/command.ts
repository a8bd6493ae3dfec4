import {
  Command as Commander,
  CommanderError,
  type CommandUnknownOpts,
  Help,
  type Option,
} from '@commander-js/extra-typings';
import { StoppedError, WrongUsageError } from './errors.ts';
import type { Terminal } from './terminal.ts';

/** What `--help` says beside the options and arguments, which say it themselves. */
export interface CommandTexts {
  /** As typed: `extract`; of a whole program, how it is started: `npm run -s cli --`. */
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** The summary as a sentence, and what else a user must know. */
  readonly description: string;
  /** Command lines without the program's own name. */
  readonly examples: readonly string[];
  /** Behind the options: statuses, exit codes. */
  readonly notes?: string;
}

/**
 * One command. Its options and arguments are declared once, on the Commander command that {@link newCommand} makes; its
 * action calls `exitWith` where the exit code is not 0.
 */
export type Command = (terminal: Terminal, exitWith: (code: number) => void) => CommandUnknownOpts;

/** Starts a command's declaration: name, texts, `--debug` and `--help`. */
export function newCommand({ name, summary, description, examples, notes }: CommandTexts) {
  const command = new Commander(name);
  return command
    .summary(summary)
    .description(description)
    .allowExcessArguments(false)
    .helpOption('-h, --help', 'show this help')
    .option('--debug', 'show stack traces')
    .addHelpText('after', () => {
      const lines = examples.map((example) => `  ${pathOf(command)} ${example}`.trimEnd());
      return `\nExamples:\n${lines.join('\n')}${notes === undefined ? '' : `\n\n${notes}`}`;
    });
}

/** A program of several commands. */
export function newProgram(
  { version, ...texts }: CommandTexts & { readonly version?: string },
  commands: readonly Command[],
): Command {
  return (terminal, exitWith) => {
    const program = newCommand(texts).usage('COMMAND …').helpCommand('help [command]', 'show the help of a command');
    if (version !== undefined) program.version(version, '-V, --version', 'show the version');
    for (const command of commands) program.addCommand(command(terminal, exitWith));
    return program;
  };
}

/**
 * Runs a command line and answers with its exit code: 0, what the command's action says, 2 for wrong usage, 1 for failed
 * work. Errors become one line, with a stack trace only under `--debug`.
 */
export async function run(command: Command, argv: readonly string[], terminal: Terminal): Promise<number> {
  let exitCode = 0;
  const root = prepared(
    command(terminal, (code) => {
      exitCode = code;
    }),
    terminal,
  );
  try {
    if (argv.length === 0 && root.commands.length > 0) throw new WrongUsageError(`Name a command: ${namesOf(root)}.`);
    await root.parseAsync([...argv], { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return 0;
    return complain(
      error,
      { hint: `Try: ${pathOf(named(root, argv))} --help`, debug: argv.includes('--debug') },
      terminal,
    );
  }
}

/**
 * Reads options and arguments without running an action.
 *
 * @throws {WrongUsageError} for an unknown option, a missing value or an argument too many
 */
export function parse<C extends CommandUnknownOpts>(command: C, argv: readonly string[]): C {
  try {
    command
      .exitOverride()
      .configureOutput({ writeErr: () => {} })
      .parse([...argv], { from: 'user' });
    return command;
  } catch (cause) {
    throw cause instanceof CommanderError ? new WrongUsageError(messageOf(cause), { cause }) : cause;
  }
}

function complain(
  error: unknown,
  { hint, debug }: { readonly hint: string; readonly debug: boolean },
  terminal: Terminal,
): number {
  const wrongUsage = error instanceof WrongUsageError || error instanceof CommanderError;
  const text = error instanceof Error ? messageOf(error) : String(error);
  const trace = debug && error instanceof Error ? `\n${error.stack}` : '';
  const more = debug || error instanceof StoppedError ? '' : '\n--debug shows where this happened.';
  terminal.complain(`${text}${wrongUsage ? `\n${hint}` : more}${trace}`);
  return wrongUsage ? 2 : 1;
}

function messageOf({ message }: Error): string {
  return message.replace(/^error: /, '');
}

/** Help and errors of a command and its subcommands go to this terminal; nothing ends the process. */
function prepared(command: CommandUnknownOpts, terminal: Terminal): CommandUnknownOpts {
  command
    .exitOverride()
    .configureHelp({ sortSubcommands: false, optionDescription })
    .configureOutput({
      writeOut: (text) => terminal.say(text.trimEnd()),
      writeErr: () => {},
      getOutHelpWidth: () => terminal.columns,
    });
  for (const each of command.commands) prepared(each, terminal);
  return command;
}

/** As Commander shows it, without a default that says nothing: off, none, empty. */
function optionDescription(option: Option): string {
  const { defaultValue } = option;
  const isEmpty =
    defaultValue === false || defaultValue === '' || (Array.isArray(defaultValue) && defaultValue.length === 0);
  return isEmpty ? option.description : new Help().optionDescription(option);
}

function named(root: CommandUnknownOpts, argv: readonly string[]): CommandUnknownOpts {
  const name = argv.find((arg) => !arg.startsWith('-'));
  return root.commands.find((each) => each.name() === name) ?? root;
}

function namesOf(root: CommandUnknownOpts): string {
  return root.commands.map((each) => each.name()).join(', ');
}

function pathOf(command: CommandUnknownOpts): string {
  return command.parent ? `${pathOf(command.parent)} ${command.name()}` : command.name();
}
