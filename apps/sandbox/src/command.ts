import { type Command, newCommand, numberBetween, parse, WrongUsageError } from '@trade-matching/command-line';

export interface Options {
  readonly once: boolean;
  readonly serve: boolean;
  readonly bank: readonly string[];
  readonly counterparty: readonly string[];
  readonly json?: string;
  readonly timeoutSeconds: number;
  readonly debug: boolean;
}

/** The options of `npm start`. */
function declaration() {
  return newCommand({
    name: 'npm start --',
    summary: 'run the whole system on this machine',
    description:
      'Runs the whole trade matching system on this machine and shows the outcome of each confirmation: of a small set that it makes itself, or of your files. Without --once it runs until Ctrl-C and prints the address of a page with the deployed dashboard, the alarms and the latest documents.',
    examples: [
      '',
      '--once',
      '--once --bank ours.pdf --counterparty theirs.pdf --json out.json',
      '--bank confirmations/bank --counterparty confirmations/theirs',
    ],
    notes:
      'Nothing leaves this machine: the AWS that it talks to is embedded and listens on 127.0.0.1.\n\nExit code: 0 when no document was lost, 1 otherwise, 2 for wrong usage.',
  })
    .option('--once', 'exit when every document has its outcome', false)
    .option('--serve', 'upload nothing, and run for other programs until Ctrl-C', false)
    .option('--bank <path...>', "upload these files, or the files of these folders, as the bank's own", [] as string[])
    .option('--counterparty <path...>', 'the same, as the other side', [] as string[])
    .option(
      '--json <file>',
      'write the outcomes as JSON: {key, source, outcome, reason?, trade?, match?: {status, counterpart_key?, differences[]}}',
    )
    .option(
      '--timeout <seconds>',
      'with --once: how long to wait for all outcomes',
      numberBetween('--timeout', 0.001, 86_400),
      300,
    );
}

type Given = ReturnType<ReturnType<typeof declaration>['opts']>;

function optionsOf({ once, serve, bank, counterparty, json, timeout, debug }: Given): Options {
  if (serve && (once || bank.length + counterparty.length > 0)) {
    throw new WrongUsageError('--serve uploads nothing and runs until Ctrl-C: leave out the other options.');
  }
  return {
    ...{ once, serve, bank, counterparty, debug: debug === true, timeoutSeconds: timeout },
    ...(json === undefined ? {} : { json }),
  };
}

/**
 * Reads the command line of `npm start`.
 *
 * @throws {WrongUsageError} saying which option is wrong and why
 */
export function readOptions(args: readonly string[]): Options {
  return optionsOf(parse(declaration(), args).opts());
}

/** `npm start`, with what it does. */
export const startCommand =
  (start: (options: Options) => Promise<number>): Command =>
  (_terminal, exitWith) =>
    declaration().action(async (given) => exitWith(await start(optionsOf(given))));
