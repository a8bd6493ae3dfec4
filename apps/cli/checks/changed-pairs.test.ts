import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { type Kind, type StillGreen, stillGreen } from './changed-text.ts';

const samples = process.env.TRADE_MATCHING_SAMPLES ?? path.resolve(import.meta.dirname, '../../../../shared/samples');
/** How many changes of each pair may stay a match; written anew with `UPDATE_CHANGED_PAIRS=1` where they are fewer. */
const KNOWN = path.join(import.meta.dirname, 'changed-pairs.json');

interface Named {
  readonly id: string;
  readonly bank: string;
  readonly counterparty: string;
}

const pairs: readonly Named[] = ['.', 'unfamiliar', 'wordings'].flatMap((set) => {
  const manifest = path.join(samples, set, 'manifest.json');
  if (!existsSync(manifest)) return [];
  const { pairs: named } = JSON.parse(readFileSync(manifest, 'utf8')) as { readonly pairs: readonly Named[] };
  const at = (file: string) => path.join(samples, set, file);
  return named.map(({ id, bank, counterparty }) => ({ id, bank: at(bank), counterparty: at(counterparty) }));
});

const countOf = (left: readonly StillGreen[], kind: Kind) => left.filter((each) => each.kind === kind).length;
const said = ({ source, line, to }: StillGreen) => `${source}: ${line} => ${to || '(left out)'}`;

/**
 * What may stay: addresses, references, identifiers, dates of the paper, names that have another identifier, what is within
 * tolerance, and what one side alone prints and the profile accepts. A change that stays a match and is none of these is a
 * fault of reading; a rule that makes more of them stay is one too.
 */
test.runIf(pairs.length > 0)(
  'of pairs that match no more changes stay a match than are known',
  { timeout: 900_000 },
  async () => {
    const known = JSON.parse(readFileSync(KNOWN, 'utf8')) as Record<string, Record<Kind, number>>;
    const now: Record<string, Record<Kind, number>> = {};
    const more: string[] = [];
    let changes = 0;
    for (const { id, bank, counterparty } of pairs) {
      const found = await stillGreen({ bank: readFileSync(bank), counterparty: readFileSync(counterparty) });
      if (!found) continue;
      changes += found.changes;
      now[id] = {
        figure: countOf(found.left, 'figure'),
        word: countOf(found.left, 'word'),
        'left out': countOf(found.left, 'left out'),
      };
      if (process.env.SHOW_CHANGED_PAIRS) process.stdout.write(`${id}\n${found.left.map(said).join('\n')}\n`);
      for (const [kind, count] of Object.entries(now[id]) as [Kind, number][])
        if (count > (known[id]?.[kind] ?? 0))
          more.push(
            `${id}: ${count} of kind “${kind}”, known ${known[id]?.[kind] ?? 0}:`,
            ...found.left.filter((each) => each.kind === kind).map(said),
          );
    }
    const left = Object.values(now)
      .flatMap((each) => Object.values(each))
      .reduce((sum, each) => sum + each, 0);
    process.stdout.write(`${Object.keys(now).length} pairs that match, ${changes} changes, ${left} stay a match\n`);
    if (process.env.UPDATE_CHANGED_PAIRS) writeFileSync(KNOWN, `${JSON.stringify(now, null, 2)}\n`);
    else expect(more).toEqual([]);
    expect(changes).toBeGreaterThan(1000);
  },
);
