// Runs the operators' commands one after another in one process: to start one for each takes longer than what they do.
// What the process itself does is tried where the program is (apps/cli).
import { type Command, run, writersTo } from '@trade-matching/command-line';

/** A command line that is asked for. */
export interface Asked {
  readonly id: number;
  readonly args: readonly string[];
}

const [module = ''] = process.argv.slice(2);
const { program } = (await import(module)) as { program: Command };

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
  process.send?.({ id, code, stdout, stderr });
});
process.on('disconnect', () => process.exit(0));
process.send?.({ id: 0 });
