// Runs the operators' commands one after another in one process: to start one for each takes longer than what they do.
// What the process itself does is tried where the program is (apps/cli).
import { type Command, run, writersTo } from '@trade-matching/command-line';

/** A command line that is asked for. */
export interface Asked {
  readonly id: number;
  readonly args: readonly string[];
}

const [commands = '', shapes = ''] = process.argv.slice(2);
const { program } = (await import(commands)) as { program: Command };
const { JSON_SHAPES } = (await import(shapes)) as { JSON_SHAPES: Readonly<Record<string, Shape>> };

interface Shape {
  safeParse(value: unknown): { readonly success: boolean; readonly error?: { readonly issues: readonly object[] } };
}

/** What of an answer in JSON is not as its schema says; undefined of none, and of what is no JSON. */
function unlike(args: readonly string[], stdout: string): string | undefined {
  const name = [args.slice(0, 2).join(' '), args[0] ?? ''].find((each) => each in JSON_SHAPES);
  const isJson = args.includes('--json') || (name === 'audit export' && !args.includes('--csv'));
  const shape = name !== undefined && isJson ? JSON_SHAPES[name] : undefined;
  // A sentence beside the lines, such as that a history is broken, is no answer.
  for (const line of shape ? stdout.split('\n').filter((each) => each.startsWith('{')) : []) {
    const { error } = shape?.safeParse(JSON.parse(line)) ?? {};
    if (error) return `${name} --json is not as its schema says: ${JSON.stringify(error.issues)}\n${line}`;
  }
  return undefined;
}

process.on('message', async ({ id, args }: Asked) => {
  let [stdout, stderr] = ['', ''];
  const terminal = {
    ...writersTo({
      answer: (text) => {
        stdout += `${text}\n`;
      },
      complaint: (text) => {
        stderr += `${text}\n`;
      },
      progress: () => {},
    }),
    stop: new AbortController().signal,
    columns: 140,
  };
  const code = await run(program, args, terminal);
  const wrong = unlike(args, stdout);
  process.send?.({ id, stdout, ...(wrong === undefined ? { code, stderr } : { code: 99, stderr: wrong }) });
});
process.on('disconnect', () => process.exit(0));
process.send?.({ id: 0 });
