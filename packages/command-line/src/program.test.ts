import { expect, test } from 'vitest';
import { recordingTerminal } from '../testing/recording-terminal.ts';
import { type Command, WrongUsageError } from './command.ts';
import { runProgram } from './program.ts';

const echo: Command = {
  name: 'echo',
  summary: 'says its arguments',
  help: 'Usage: echo WORD…',
  async run(args, { say }) {
    if (args[0] === 'loud') throw new WrongUsageError('Not so loud.');
    if (args[0] === 'broken') throw new Error('The echo is broken.');
    say(args.join(' '));
    return 0;
  },
};
const program = { usage: 'program', summary: 'Echoes.', examples: ['echo a'], commands: [echo] };

async function run(...args: string[]) {
  const { terminal, said, complaints } = recordingTerminal();
  return { code: await runProgram(program, args, terminal), said: said.join('\n'), complaints: complaints.join('\n') };
}

test('runs the command with what stands after its name', async () => {
  expect(await run('echo', 'a', '--b')).toEqual({ code: 0, said: 'a --b', complaints: '' });
});

test('after --, everything is for the command', async () => {
  expect((await run('echo', '--', '--help')).said).toBe('-- --help');
});

test('--help lists the commands; with a command, it tells about that one', async () => {
  expect((await run('--help')).said).toMatch(/echo +says its arguments[\s\S]*program echo a/);
  expect((await run('echo', '--help')).said).toBe('Usage: echo WORD…');
});

test('wrong usage is a sentence and exit code 2', async () => {
  expect(await run()).toMatchObject({ code: 2, complaints: expect.stringContaining('There are: echo.') });
  expect(await run('ecko')).toMatchObject({ code: 2, complaints: expect.stringContaining('no command "ecko"') });
  expect(await run('echo', 'loud')).toEqual({
    code: 2,
    said: '',
    complaints: 'Not so loud.\nTry: program echo --help',
  });
});

test('failed work is exit code 1, with a stack trace only if asked for', async () => {
  const { code, complaints } = await run('echo', 'broken');
  expect(code).toBe(1);
  expect(complaints).not.toMatch(/\bat /);
  expect((await run('--debug', 'echo', 'broken')).complaints).toMatch(/\n +at /);
});
