import { type Command, type ComplainingTerminal, StoppedError, WrongUsageError } from './command.ts';

export interface Program {
  /** How it is started, for usage lines. */
  readonly usage: string;
  readonly summary: string;
  readonly examples: readonly string[];
  readonly commands: readonly Command[];
}

const COMMON_OPTIONS = `  --debug   show stack traces
  --help    this text`;

/** Runs the command that these arguments name. Errors become a line and an exit code: 2 for wrong usage, 1 otherwise. */
export async function runProgram(
  program: Program,
  argv: readonly string[],
  terminal: ComplainingTerminal,
): Promise<number> {
  const { args, help, debug } = takeCommonOptions(argv);
  const [name, ...rest] = args;
  const command = program.commands.find((candidate) => candidate.name === name);
  const hint = `Try: ${program.usage}${command ? ` ${command.name}` : ''} --help`;
  if (help || (name === 'help' && rest.length === 0)) {
    terminal.say(command ? command.help : programHelp(program));
    return 0;
  }
  if (!command) {
    const names = program.commands.map((candidate) => candidate.name).join(', ');
    const problem = name === undefined ? 'Which command?' : `There is no command "${name}".`;
    terminal.complain(`${problem} There are: ${names}.\n${hint}`);
    return 2;
  }
  return runOrComplain(command, rest, terminal, { hint, debug });
}

/** Runs a program that is one command. */
export async function runCommand(
  usage: string,
  command: Command,
  argv: readonly string[],
  terminal: ComplainingTerminal,
): Promise<number> {
  const { args, help, debug } = takeCommonOptions(argv);
  if (!help) return runOrComplain(command, args, terminal, { hint: `Try: ${usage} --help`, debug });
  terminal.say(command.help);
  return 0;
}

async function runOrComplain(
  command: Command,
  args: readonly string[],
  terminal: ComplainingTerminal,
  { hint, debug }: { readonly hint: string; readonly debug: boolean },
): Promise<number> {
  try {
    return await command.run(args, terminal);
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    const wrongUsage = error instanceof WrongUsageError;
    const trace = debug && error instanceof Error ? `\n${error.stack}` : '';
    const more = wrongUsage || debug || error instanceof StoppedError ? '' : '\n--debug shows where this happened.';
    terminal.complain(`${text}${wrongUsage ? `\n${hint}` : more}${trace}`);
    return wrongUsage ? 2 : 1;
  }
}

// `--help` and `--debug` may stand anywhere before `--`.
function takeCommonOptions(argv: readonly string[]) {
  const end = argv.indexOf('--');
  const options = end === -1 ? argv : argv.slice(0, end);
  const isHelp = (arg: string) => arg === '--help' || arg === '-h';
  return {
    help: options.some(isHelp),
    debug: options.includes('--debug'),
    args: [...options.filter((arg) => !isHelp(arg) && arg !== '--debug'), ...(end === -1 ? [] : argv.slice(end))],
  };
}

function programHelp({ usage, summary, commands, examples }: Program): string {
  const width = Math.max(...commands.map(({ name }) => name.length)) + 3;
  return `${summary}

Usage
  ${usage} COMMAND …

Commands
${commands.map((command) => `  ${command.name.padEnd(width)}${command.summary}`).join('\n')}

Examples
${examples.map((example) => `  ${usage} ${example}`).join('\n')}

Options
${COMMON_OPTIONS}

With a command, --help tells about that command.
Exit code: 0 when it answered, whatever the answer; 2 for wrong usage; 1 when the work failed.`;
}
