import { readFileSync } from 'node:fs';
import { compareTrades } from '../matching/src/compare-trades.ts';
import { readConfirmation } from './src/extract/read-confirmation.ts';

const dir = process.argv[2]!;
const only = process.argv.slice(3);
const m = JSON.parse(readFileSync(`${dir}/manifest.json`, 'utf8'));
const read = async (f: string, s: any) => {
  const e: any = await readConfirmation(readFileSync(`${dir}/${f}`), s);
  return e;
};
for (const p of m.pairs) {
  const isTrue = (p.allowed ?? [String(p.expected).toUpperCase()]).some((a: string) => a.startsWith("MATCHED"));
  if (only.length ? !only.includes(p.id) : !isTrue) continue;
  const [a, b] = [await read(p.bank, 'BANK'), await read(p.counterparty, 'COUNTERPARTY')];
  console.log('#####', p.id, p.bank, p.counterparty);
  if (a.outcome !== 'extracted' || b.outcome !== 'extracted') {
    console.log('refused', a.refusal?.message, b.refusal?.message);
    continue;
  }
  const r: any = compareTrades(a.extracted, b.extracted, {});
  if (r.status.startsWith('MATCHED')) {
    console.log(r.status);
    continue;
  }
  console.log(r.status);
  for (const d of r.differences)
    if (d.verdict !== 'EQUAL') console.log('   diff', d.field, '|', d.bank, '|', d.counterparty, d.verdict);
  for (const f of r.flags) if (f.severity === 'review') console.log('   ', f.code, f.field ?? '', f.message);
  const missing =
    r.flags.filter((f: any) => f.code === 'INCOMPLETE').length ||
    r.flags.filter((f: any) => f.code === 'ONE_SIDED_TERM').length;
  if (missing)
    for (const [n, e] of [
      ['bank', a],
      ['cpty', b],
    ] as const)
      for (const o of e.extracted.other_terms ?? [])
        console.log('      ', n, 'other', o.economic, '|', o.label, '=', o.literal.slice(0, 120));
}
