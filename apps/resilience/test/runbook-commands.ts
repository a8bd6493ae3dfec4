import { readFileSync } from 'node:fs';
import path from 'node:path';

const page = readFileSync(path.resolve(import.meta.dirname, '../../../docs/runbook.md'), 'utf8');

/** The page's blocks of commands, with the lines that were broken for reading joined again. */
export const BLOCKS = [...page.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, block = '']) =>
  block.replaceAll(/\\\n\s*/g, ''),
);

/** Every command, of the blocks and of the text between them. */
export const COMMANDS = [
  ...BLOCKS.flatMap((block) => block.trim().split('\n')),
  ...[...page.matchAll(/`((?:npm|aws|kubectl) [^`]+)`/g)].map(([, command = '']) => command),
];

/** The document that the page's commands are about, and one that lies in quarantine. */
export const OURS = 'BANK/2026/11/23/ours.pdf';
export const THEIRS = 'COUNTERPARTY/2026/11/23/theirs.pdf';
