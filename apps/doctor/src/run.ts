import { readFileSync } from 'node:fs';
import path from 'node:path';
import { processTerminal, run } from '@trade-matching/command-line';
import { doctorCommand } from './doctor-command.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');

const command = doctorCommand({
  // On demand: values that do not fit are a finding, not a crash.
  environments: async () => (await import('@trade-matching/infra')).environments,
  file: (name) => readFileSync(path.join(ROOT, name), 'utf8'),
});
process.exitCode = await run(command, process.argv.slice(2), processTerminal());
