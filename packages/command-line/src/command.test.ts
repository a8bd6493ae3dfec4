import { expect, test } from 'vitest';
import { recordingTerminal } from '../testing/recording-terminal.ts';
import { type Command, newCommand, newProgram, parse, run } from './command.ts';
import { WrongUsageError } from './errors.ts';
import { oneOf, wholeNumber } from './values.ts';

const echo: Command = ({ say }, exitWith) =>
  newCommand({
    name: 'echo',
    summary: 'say the words',
    description: 'Says the words that it is given.',
    examples: ['a b', 'a --times 3'],
    notes: 'Exit code: 3 when there is nothing to say.',
  })
    .argument('[word...]', 'what to say')
    .option('--times <n>', 'how often', wholeNumber('--times', 1, 9), 1)
    .option('--voice <voice>', 'which voice', oneOf('--voice', ['HIGH', 'LOW']))
    .action(async (words, { times, voice }) => {
      if (words[0] === 'loud') throw new WrongUsageError('Not so loud.');
      if (words[0] === 'broken') throw new Error('The echo is broken.');
      if (words.length === 0) exitWith(3);
      else for (let i = 0; i < times; i++) say(`${voice ?? ''} ${words.join(' ')}`.trim());
    });

const program = newProgram({ name: 'program', summary: 'Echoes.', description: 'Echoes.', examples: ['echo a'] }, [
  echo,
]);

async function call(...args: string[]) {
  const { terminal, said, complaints } = recordingTerminal();
  return { code: await run(program, args, terminal), said: said.join('\n'), complaints: complaints.join('\n') };
}

test('runs a command with its arguments and the values of its options', async () => {
  expect(await call('echo', 'a', 'b', '--times', '2', '--voice', 'low')).toEqual({
    code: 0,
    said: 'LOW a b\nLOW a b',
    complaints: '',
  });
});

test('answers with the exit code that the command gives', async () => {
  expect((await call('echo')).code).toBe(3);
});

test('takes what comes after -- as arguments', async () => {
  expect((await call('echo', '--', '--help')).said).toBe('--help');
});

test('lists the commands for --help, with examples', async () => {
  const { code, said } = await call('--help');
  expect(code).toBe(0);
  expect(said).toMatch(/echo .*say the words[\s\S]*Examples:\n {2}program echo a/);
});

test('shows options, defaults, examples and notes in the help of a command', async () => {
  const { said } = await call('echo', '--help');
  expect(said).toMatch(/Usage: program echo \[options\] \[word\.\.\.\]/);
  expect(said).toMatch(/--times <n> +how often \(default: 1\)/);
  expect(said).toMatch(/ {2}program echo a --times 3\n\nExit code: 3/);
});

test.each([
  [[], 'Name a command: echo.'],
  [['ecko'], "unknown command 'ecko'"],
  [['echo', '--tines', '2'], "unknown option '--tines'\n(Did you mean --times?)"],
  [['echo', '--times', 'often'], '--times is a whole number from 1 to 9, not "often".'],
  [['echo', '--voice', 'none'], '--voice is one of HIGH, LOW, not "none".'],
  [['echo', 'loud'], 'Not so loud.\nTry: program echo --help'],
])('answers %j with exit code 2 and what was expected', async (args, message) => {
  const { code, said, complaints } = await call(...args);
  expect({ code, said }).toEqual({ code: 2, said: '' });
  expect(complaints).toContain(message);
  expect(complaints).toContain('--help');
});

test('answers failed work with exit code 1, and a stack trace only under --debug', async () => {
  const { code, complaints } = await call('echo', 'broken');
  expect(code).toBe(1);
  expect(complaints).toMatch(/^The echo is broken\.\n--debug/);
  expect((await call('echo', 'broken', '--debug')).complaints).toMatch(/\n +at /);
});

test('reads options without running anything, and refuses the unknown as wrong usage', () => {
  const command = () =>
    newCommand({ name: 'x', summary: '', description: '', examples: [] }).option('--a <n>', 'a number');
  expect(parse(command(), ['--a', '1']).opts()).toEqual({ a: '1' });
  expect(() => parse(command(), ['--b'])).toThrow(WrongUsageError);
  expect(() => parse(command(), ['stray'])).toThrow(WrongUsageError);
});
