import { run } from '@trade-matching/command-line';
import { recordingTerminal } from '@trade-matching/command-line/testing';
import { expect, test } from 'vitest';
import { program } from './program.ts';

test.each([
  [['redrive'], 'Which documents?'],
  [['redrive', 'KEY', '--reason', 'NO_TEXT'], 'Which documents?'],
  [['redrive', '--reason', 'BECAUSE'], '--reason is one of EMPTY_FILE'],
  [['documents', '--day', 'yesterday'], '--day is a date'],
  [['queues', '--env', 'moon'], '--env is one of local'],
  [['reject', 'ID'], "required option '--reason <reason>'"],
  [['reject', 'ID', '--reason', 'IMMATERIAL'], '--reason is one of COUNTERPARTY_WRONG, BANK_WRONG'],
  [['reopen', 'ID', '--reason', 'IMMATERIAL'], '--reason is one of NEW_INFORMATION, DECIDED_WRONGLY'],
  [['close', 'ID', '--reason', 'IMMATERIAL'], '--reason is one of NOT_A_BREAK, TEST_DOCUMENT'],
  [['force-match', 'ID', '--reason', 'SAME_TRADE'], "required option '--with <trade>'"],
  [['force-match', 'ID', '--with', 'KEY', '--reason', 'OTHER_TRADES'], '--reason is one of SAME_TRADE'],
  [['unmatch', 'ID', '--reason', 'SAME_TRADE'], '--reason is one of OTHER_TRADES'],
  [['close', 'ID', '--reason', 'TEST_DOCUMENT', '--revision', 'x'], '--revision is a whole number'],
])('%j is wrong usage, and says why', async (args, message) => {
  const recording = recordingTerminal();
  expect(await run(program, args, recording.terminal)).toBe(2);
  expect(recording.complaints.join('\n')).toContain(message);
});

test.each(['documents', 'document', 'trades'])(
  'the help of %s, which reads an index, says how fresh it is',
  async (name) => {
    const recording = recordingTerminal();
    expect(await run(program, [name, '--help'], recording.terminal)).toBe(0);
    expect(recording.said.join('\n')).toContain('in the last seconds');
  },
);

test('--version says the release', async () => {
  const recording = recordingTerminal();
  expect(await run(program, ['--version'], recording.terminal)).toBe(0);
  expect(recording.said.join('\n')).toMatch(/^\d+\.\d+\.\d+$/);
});

test.each([
  [['casess'], 'Did you mean cases?'],
  [['cases', '--overdu'], 'Did you mean --overdue?'],
  [['profiles', 'aprove', '1'], 'Did you mean approve?'],
  [['cases', '--json', '--csv'], 'cannot be used with'],
  [['trades', '--open', '--day', '2026-11-23'], 'cannot be used with'],
  [['trades', '--older-than', '3d'], '--older-than is for --open'],
  [['trades', '--open', '--older-than', 'soon'], '--older-than is a number of days'],
])('%j is answered with what is meant', async (args, message) => {
  const recording = recordingTerminal();
  expect(await run(program, args, recording.terminal)).toBe(2);
  expect(recording.complaints.join('\n')).toContain(message);
});
