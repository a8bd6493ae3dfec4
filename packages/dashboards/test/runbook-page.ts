import { readFileSync } from 'node:fs';
import path from 'node:path';

export const runbook = readFileSync(path.resolve(import.meta.dirname, '../../../docs/runbook.md'), 'utf8');
