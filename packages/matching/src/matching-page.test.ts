import { readFileSync } from 'node:fs';
import { FINGERPRINT_FIELDS, MATCH_STATUSES, TRADE_FIELDS, type Trade } from '@trade-matching/domain';
import { expect, test } from 'vitest';
import { DEFAULT_PROFILE } from './built-in-profiles.ts';
import { chooseProfile } from './choose-profile.ts';
import { ProfilesError, parseProfiles } from './parse-profiles.ts';
import { describeTolerance, type FieldRule } from './profile.ts';

const page = readFileSync(new URL('../../../docs/matching.md', import.meta.url), 'utf8');

/** The rows of the table under a heading, as cells. */
function tableAfter(text: string): string[][] {
  const rows = page.slice(page.indexOf(text)).match(/(?:^\|.*\|\n)+/m)?.[0] ?? '';
  const lines = rows.trim().split('\n').slice(2);
  return lines.map((row) => row.slice(2, -2).split(' | '));
}

const namesIn = (cell = '') => [...cell.matchAll(/`(\w+)`/g)].map(([, name]) => name);

function inWords({ weight, tolerance }: FieldRule): string {
  const identifiers =
    tolerance.kind === 'name-variant' ? ` (${tolerance.identifier.map((i) => `\`${i}\``).join(' or ')})` : '';
  return `${weight}: ${describeTolerance(tolerance)}${identifiers}`;
}

test('the table of default tolerances is the default profile, every field once', () => {
  const rows = tableAfter('## Default tolerances');
  const stated = rows.flatMap(([weight, tolerance, fields]) =>
    namesIn(fields).map((field) => [field, `${weight}: ${tolerance}`] as const),
  );
  expect(stated).toHaveLength(TRADE_FIELDS.length);
  expect(Object.fromEntries(stated)).toEqual(
    Object.fromEntries(TRADE_FIELDS.map((field) => [field, inWords(DEFAULT_PROFILE.fields[field])])),
  );
});

test('the terms of fingerprints and the statuses are those of the code', () => {
  const terms = tableAfter('A fingerprint is made of').map(([product, fields]) => [product, namesIn(fields)]);
  expect(Object.fromEntries(terms)).toEqual(FINGERPRINT_FIELDS);
  const statuses = tableAfter('## Statuses').flatMap(([status]) => namesIn(status));
  expect(new Set(statuses)).toEqual(new Set(MATCH_STATUSES));
});

test('the example profiles fit, and do what the page says of them', () => {
  const profiles = parseProfiles(/```json\n([\s\S]*?)```/.exec(page)?.[1] ?? '');
  const trade: Trade = {
    product: 'COMMODITY_SWAP',
    source_type: 'BANK',
    counterparty_lei: '5299CPTY100000000067',
  };
  const profile = chooseProfile([trade, trade], profiles);
  expect(inWords(profile.fields.fixed_price)).toBe('critical: 0.005 absolute');
  expect(inWords(profile.fields.notional)).toBe('critical: 0.001 %');
  expect(inWords(profile.fields.trade_date)).toBe('critical: 0 calendar days');
});

test('the example of a desk that confirms by summary fits, and does what the page says of it', () => {
  const file = new URL('../../../examples/profiles/confirms-by-summary.json', import.meta.url);
  const profiles = parseProfiles(readFileSync(file, 'utf8'));
  const trade = (counterparty_name: string): Trade => ({
    product: 'FX_OPTION',
    source_type: 'BANK',
    counterparty_name,
  });
  const [summary, orion] = ['Morgan Stanley Capital Services', 'Orion Capital Partners LLC'].map((name) =>
    chooseProfile([trade(name), trade(name)], profiles),
  );
  expect(summary?.completeness).toBe('as-stated');
  expect(orion?.completeness).toBe('required');
  expect(orion?.fields.cut_off_time.one_sided).toBe('accept');
  expect(orion?.ignoredTerms).toEqual(new Set(['illustrative net amount']));
});

test('the example of a fault is what is said', () => {
  const json = '{"default":{"fields":{"currency":{"tolerance":{"kind":"days","days":1}}}}}';
  const said = /PROFILES must be matching profiles that fit: (.*)\n/.exec(page)?.[1] ?? 'nothing';
  expect(() => parseProfiles(json)).toThrow(new ProfilesError(said));
});
