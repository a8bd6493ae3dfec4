import { expect, test } from 'vitest';
import { BUILT_IN_PROFILES } from './built-in-profiles.ts';
import { diffProfiles } from './diff-profiles.ts';
import { parseProfiles } from './parse-profiles.ts';

const given = parseProfiles(
  JSON.stringify({
    default: { fields: { trade_date: { tolerance: { kind: 'days', days: 0 } } } },
    products: { FX_OPTION: { completeness: 'as-stated' } },
    counterparties: [{ name: 'Orion LLC', ignore_other_terms: ['Contact', 'Break Clause'] }],
  }),
);

test('a difference of profiles names the place and what each says there', () => {
  expect(diffProfiles(BUILT_IN_PROFILES, given)).toEqual([
    { place: 'counterparties.Orion LLC.ignore_other_terms', before: undefined, after: 'Break Clause, Contact' },
    { place: 'counterparties.Orion LLC.name', before: undefined, after: 'Orion LLC' },
    { place: 'default.fields.trade_date.tolerance', before: '1 calendar day', after: '0 calendar days' },
    { place: 'products.FX_OPTION.completeness', before: undefined, after: 'as-stated' },
  ]);
});

test('the same profiles have no difference, and the other way round it is the other way round', () => {
  expect(diffProfiles(given, parseProfiles(JSON.stringify(given)))).toEqual([]);
  const turned = diffProfiles(given, BUILT_IN_PROFILES).map(({ place, before, after }) => ({
    place,
    before: after,
    after: before,
  }));
  expect(turned).toEqual(diffProfiles(BUILT_IN_PROFILES, given));
});
