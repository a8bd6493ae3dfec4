import { parseArgs } from 'node:util';

export const HELP = `Runs the whole trade matching system on this machine and shows what becomes of each confirmation.

Usage
  npm start                                      a small set that it makes itself; runs until Ctrl-C
  npm start -- --once                            exit when every document has its outcome
  npm start -- --once --bank ours.pdf --counterparty theirs.pdf --json out.json
  npm start -- --bank confirmations/bank --counterparty confirmations/theirs
  npm start -- --serve                           upload nothing: the system is there until Ctrl-C, for other programs

Options
  --once                  exit when every document has its outcome: 0 if none was lost, 1 otherwise
  --serve                 upload nothing; run until Ctrl-C
  --bank PATH…            upload these files, or the files of these folders, as the bank's own
  --counterparty PATH…    the same, as the other side's
  --json FILE             write the outcomes and matches as JSON: for each document
                          {key, source, outcome, reason?, trade?, match?: {status, counterpart_key?, differences[]}}
  --timeout SECONDS       with --once: how long to wait for all outcomes (default 120)
  --debug                 show the functions' and the service's logs, and stack traces
  --help                  this text

Without --once it prints the address of a page with the deployed dashboard, the alarms and the latest documents.
Nothing leaves this machine: the AWS that it talks to is embedded and listens on 127.0.0.1.`;

export interface Options {
  readonly once: boolean;
  readonly serve: boolean;
  readonly bank: readonly string[];
  readonly counterparty: readonly string[];
  readonly json?: string;
  readonly timeoutSeconds: number;
  readonly debug: boolean;
}

export type CommandLine =
  | { readonly kind: 'run'; readonly options: Options }
  | { readonly kind: 'help' }
  | { readonly kind: 'wrong-usage'; readonly message: string };

/** Reads the command line. `--bank` and `--counterparty` take every path up to the next option, and may be repeated. */
export function readCommandLine(args: readonly string[]): CommandLine {
  try {
    const { values } = parseArgs({
      args: repeatPathOptions(args),
      options: {
        once: { type: 'boolean', default: false },
        serve: { type: 'boolean', default: false },
        bank: { type: 'string', multiple: true, default: [] },
        counterparty: { type: 'string', multiple: true, default: [] },
        json: { type: 'string' },
        timeout: { type: 'string', default: '120' },
        debug: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    if (values.help) return { kind: 'help' };
    const timeoutSeconds = Number(values.timeout);
    if (!(timeoutSeconds > 0)) {
      return { kind: 'wrong-usage', message: `--timeout is a number of seconds, not "${values.timeout}"` };
    }
    const { once, serve, bank, counterparty, json, debug } = values;
    if (serve && (once || bank.length + counterparty.length > 0)) {
      return { kind: 'wrong-usage', message: '--serve uploads nothing and runs until Ctrl-C: leave out the others' };
    }
    return {
      kind: 'run',
      options: { once, serve, bank, counterparty, timeoutSeconds, debug, ...(json === undefined ? {} : { json }) },
    };
  } catch (error) {
    return { kind: 'wrong-usage', message: error instanceof Error ? error.message : String(error) };
  }
}

// `--bank a b` becomes `--bank a --bank b`, so that a shell's wildcard can stand after the option.
function repeatPathOptions(args: readonly string[]): string[] {
  const repeated: string[] = [];
  let option: string | undefined;
  let taken = false;
  for (const arg of args) {
    if (arg.startsWith('-')) {
      option = arg === '--bank' || arg === '--counterparty' ? arg : undefined;
      taken = false;
      repeated.push(arg);
    } else {
      if (option !== undefined && taken) repeated.push(option);
      repeated.push(arg);
      taken = true;
    }
  }
  return repeated;
}
