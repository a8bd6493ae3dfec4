import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { run } from '@trade-matching/command-line';
import { recordingTerminal } from '@trade-matching/command-line/testing';
import { expect, test } from 'vitest';
import { JSON_SHAPES, type JsonCommand, schemaOf } from '../src/json-shapes/index.ts';
import { program } from '../src/program.ts';

const FOLDER = path.resolve(import.meta.dirname, '../../../docs/schemas');
const COMMANDS = Object.keys(JSON_SHAPES) as JsonCommand[];
const fileOf = (command: string) => `${command.replaceAll(' ', '-')}.schema.json`;

test.each(COMMANDS)('docs/schemas has what %s answers with (UPDATE_SCHEMAS=1 writes it)', (command) => {
  const text = `${JSON.stringify(schemaOf(command), null, 2)}\n`;
  const file = path.join(FOLDER, fileOf(command));
  if (process.env.UPDATE_SCHEMAS === '1') {
    mkdirSync(FOLDER, { recursive: true });
    writeFileSync(file, text);
  }
  expect(readFileSync(file, 'utf8')).toBe(text);
});

test('docs/schemas has no schema of a command that there is not', () => {
  expect(readdirSync(FOLDER).sort()).toEqual(COMMANDS.map(fileOf).sort());
});

test('every object of a schema says what it has, and takes nothing else', () => {
  const open: string[] = [];
  const look = (value: unknown, at: string): void => {
    if (typeof value !== 'object' || value === null) return;
    const { type, properties, additionalProperties } = value as Record<string, unknown>;
    if (type === 'object' && properties !== undefined && additionalProperties !== false) open.push(at);
    for (const [name, each] of Object.entries(value)) look(each, `${at}/${name}`);
  };
  for (const command of COMMANDS) look(schemaOf(command), command);
  expect(open).toEqual([]);
});

test('schema prints the schema of a command, lists them, and refuses another', async () => {
  const ask = async (...words: string[]) => {
    const terminal = recordingTerminal();
    const code = await run(program, ['schema', ...words], terminal.terminal);
    return { code, said: terminal.raw.join('\n'), complaints: terminal.complaints.join('\n') };
  };
  expect((await ask()).said.split('\n')).toEqual(COMMANDS);
  expect(JSON.parse((await ask('profiles', 'dry-run')).said)).toEqual(schemaOf('profiles dry-run'));
  expect(await ask('upload')).toMatchObject({ code: 2, complaints: expect.stringContaining('has no schema') });
});
