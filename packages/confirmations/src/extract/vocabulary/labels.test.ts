import { FIELD_KINDS, PRODUCTS } from '@trade-matching/domain';
import { expect, test } from 'vitest';
import { isForeignTo } from '../belonging.ts';
import { canonicalLabel } from '../labels.ts';
import { DEFINITIONS } from '../products/index.ts';
import { COMMON_TERMS } from './common.ts';
import { legOfField } from './term.ts';

/** Pairs of fields that one label may stand for, and the rule that tells them apart: the reader that can read the value. */
const TOLD_APART = new Set([
  // An option has no term: its maturity is its settlement.
  'settlement_date/termination_date',
  'termination_date/settlement_date',
  // What is agreed for the whole trade, where no heading names a leg.
  'payment_frequency/fixed_payment_frequency',
  'fixed_payment_frequency/payment_frequency',
  'floating_payment_frequency/payment_frequency',
  'payment_frequency/floating_payment_frequency',
]);

test.each(PRODUCTS)('no label of a %s stands for two fields of one kind without a rule', (product) => {
  const byLabel = new Map<string, Set<string>>();
  for (const { labels, leg, read } of [...DEFINITIONS[product].terms, ...COMMON_TERMS]) {
    const [field] = read.gives;
    if (field === undefined || isForeignTo(product, field)) continue;
    for (const label of labels) {
      const key = `${leg ?? ''}|${canonicalLabel(label)}`;
      byLabel.set(key, (byLabel.get(key) ?? new Set()).add(field));
    }
  }
  const clashes = [...byLabel].flatMap(([label, fields]) =>
    [...fields].flatMap((one, i) =>
      [...fields].slice(i + 1).flatMap((other) => {
        const sameKind =
          FIELD_KINDS[one as keyof typeof FIELD_KINDS] === FIELD_KINDS[other as keyof typeof FIELD_KINDS];
        const ofOneLeg = legOfField(one as never) === legOfField(other as never);
        return sameKind && ofOneLeg && !TOLD_APART.has(`${one}/${other}`) ? [`${label}: ${one}, ${other}`] : [];
      }),
    ),
  );
  expect(clashes).toEqual([]);
});
