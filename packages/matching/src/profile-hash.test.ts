import type { Trade } from '@trade-matching/domain';
import { expect, test } from 'vitest';
import { BUILT_IN_PROFILES, DEFAULT_PROFILE } from './built-in-profiles.ts';
import { chooseProfile } from './choose-profile.ts';
import { parseProfiles } from './parse-profiles.ts';
import { profileHash, profilesHash } from './profile-hash.ts';

const pair = (counterparty_name: string): [Trade, Trade] => [
  { product: 'FX_FORWARD', source_type: 'BANK', counterparty_name },
  { product: 'FX_FORWARD', source_type: 'COUNTERPARTY', counterparty_name },
];
const given = {
  products: { FX_FORWARD: { fields: { settlement_date: { tolerance: { kind: 'days', days: 1 } } } } },
  counterparties: [{ name: 'Orion LLC', ignore_other_terms: ['Break Clause', 'Contact'] }],
};
const profiles = parseProfiles(JSON.stringify(given));

test('the hash of a profile is its rules, whatever order they were written in', () => {
  const counterparties = [{ ignore_other_terms: ['Contact', 'Break Clause'], name: 'Orion LLC' }];
  const other = parseProfiles(JSON.stringify({ counterparties, products: given.products }));
  expect(profileHash(chooseProfile(pair('Orion LLC'), other))).toBe(
    profileHash(chooseProfile(pair('Orion LLC'), profiles)),
  );
  expect(profileHash(chooseProfile(pair('Nobody'), BUILT_IN_PROFILES))).toBe(profileHash(DEFAULT_PROFILE));
  expect(profileHash(DEFAULT_PROFILE)).toMatch(/^[0-9a-f]{64}$/);
});

test('each layer that changes a rule changes the hash, and the name says which layers there are', () => {
  const [of, plain] = [chooseProfile(pair('Orion LLC'), profiles), chooseProfile(pair('Nobody'), profiles)];
  expect(new Set([of, plain, DEFAULT_PROFILE].map(profileHash)).size).toBe(3);
  expect(of.name).toBe('Orion LLC over FX_FORWARD over default');
  expect(plain.name).toBe('FX_FORWARD over default');
  expect(DEFAULT_PROFILE.name).toBe('default');
  expect(profilesHash(profiles)).not.toBe(profilesHash(BUILT_IN_PROFILES));
});
