// usage: rt.tmp.ts [M01,M05] [show]  – which of the kept false greens are still green
import { readFileSync } from 'node:fs';
import { plainPage } from '@trade-matching/confirmation-samples/pdf';
import { compareTrades } from '../matching/src/compare-trades.ts';
import { readConfirmation } from './src/extract/read-confirmation.ts';

const only = process.argv[2] && process.argv[2] !== 'all' ? new Set(process.argv[2].split(',')) : undefined;
const show = process.argv[3] === 'show';
const seen = new Map<string, any>();
const read = async (f: string, s: any) => {
  const k = s + f;
  if (!seen.has(k)) seen.set(k, await readConfirmation(readFileSync(`/work/redteam/${f}`), s));
  return seen.get(k);
};
const per: Record<string, [number, number]> = {};
for (const row of readFileSync('/work/redteam/cases.jsonl', 'utf8').split('\n').filter(Boolean)) {
  const c = JSON.parse(row);
  if (only && !only.has(c.mechanism)) continue;
  const [a, b] = [await read(c.bank_file, 'BANK'), await read(c.counterparty_file, 'COUNTERPARTY')];
  let status = 'REFUSED';
  if (a.outcome === 'extracted' && b.outcome === 'extracted')
    status = (compareTrades as any)(a.extracted, b.extracted, {}).status;
  per[c.mechanism] ??= [0, 0];
  per[c.mechanism]![1]++;
  if (status.startsWith('MATCHED')) {
    per[c.mechanism]![0]++;
    if (show) console.log(c.id, c.product, c.language, c.base, '|', c.differs.replace(/\n/g, ' // '));
  }
}
let g = 0,
  n = 0;
for (const [m, [x, y]] of Object.entries(per).sort()) {
  g += x;
  n += y;
  console.log(m, x, '/', y);
}
console.log('green', g, '/', n);
