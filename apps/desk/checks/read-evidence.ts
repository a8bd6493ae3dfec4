// A process of its own: the reader brings another pdf.js than the one that its boxes are held against.
import { readFileSync } from 'node:fs';
import { readConfirmation } from '@trade-matching/confirmations';

const files = JSON.parse(readFileSync(0, 'utf8')) as {
  readonly file: string;
  readonly source: 'BANK' | 'COUNTERPARTY';
}[];
const read = [];
for (const { file, source } of files) {
  const { outcome, ...rest } = await readConfirmation(readFileSync(file), source, {}, { verify: 'off' });
  read.push(outcome === 'extracted' && 'extracted' in rest ? rest.extracted.evidence : {});
}
process.stdout.write(JSON.stringify(read));
