import { readFileSync } from 'node:fs';
import { readConfirmation } from './src/extract/read-confirmation.ts';

for (const f of process.argv.slice(3)) {
  const e: any = await readConfirmation(readFileSync(f), process.argv[2] as 'BANK');
  console.log('-----', f.split('/').at(-1));
  if (e.outcome !== 'extracted') {
    console.log(e.refusal.message);
    continue;
  }
  const { trade, flags, other_terms } = e.extracted;
  console.log(JSON.stringify(trade));
  for (const f of flags) console.log('  flag', f.code, f.field ?? '', f.message);
  for (const o of other_terms ?? []) console.log('  other', o.economic, o.label, '=', o.literal);
}
